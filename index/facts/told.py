"""What rules about instructions share: the document they read, and what they find."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.facts.mentions import Mentions
from index.facts.points import Point
from index.facts.recipients import Recipients, recipients
from index.model.fact import Fact, Slot
from index.model.span import Span


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its names and values."""

    text: str
    mentions: Mentions
    values: Sequence[Fact]

    def whom(self, start: int, stop: int, case: str, *, is_strict: bool = False) -> Recipients:
        """Return whom a stretch of text begins with (`recipients`)."""
        return recipients(self.text, self.mentions, start, stop, case, is_strict=is_strict)


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody is told something.

    Attributes:
        to_whom: Who has to do it; nobody where the text does not say.
        what: Where the words for the task begin, and how far they reach at least.
        stop: Where the words about it end.
        status: instructed or proposed.
        who: Who says so.
        case: The case of the task, if it is a thing («контроль возложить на …»); '' of an infinitive.
    """

    to_whom: tuple[Slot, ...]
    what: Span
    stop: int
    status: str = "instructed"
    who: Slot | None = None
    case: str = ""


Rule = Callable[[Document, Point], Iterator[Told]]
