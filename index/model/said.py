"""What the core says to people: Russian sentences that remember what they were made of.

The core speaks Russian. A window in another language has to say the same, and parses no sentences for that:
each sentence keeps a stable code and its values, across processes and in the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

Value = str | int | float
"""A `Said` among the values is a clause, worded in its turn."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Attributes:
        code: Stable name of what is said ("page.scan"); empty for a sentence that was only ever a text.
        text: The sentence in Russian.
        values: Name and value of all that varies in it.
    """

    code: str
    text: str
    values: tuple[tuple[str, Value], ...] = ()


class Said(str):
    """A Russian text that knows its sentences; everywhere else it is the text and nothing more.

    Args:
        parts: Its sentences, in order.

    Attributes:
        parts: The same.
    """

    __slots__ = ("parts",)
    parts: tuple[Sentence, ...]

    def __new__(cls, *parts: Sentence) -> Self:
        """Join the sentences."""
        made = super().__new__(cls, " ".join(part.text for part in parts))
        made.parts = parts
        return made

    def __getnewargs__(self) -> tuple[Sentence, ...]:  # type: ignore[override]  # a str is made of one str
        """Cross process boundaries sentence by sentence."""
        return self.parts


def said(code: str, template: str, **values: Value) -> Said:
    """Return one sentence.

    Args:
        code: Stable name, unique to this template; `desktop.state.wording` has the English for it.
        template: The Russian sentence, with `values` in braces.
        values: What varies; more than the template shows, if readers of the code need it.
    """
    return Said(Sentence(code, template.format(**values), tuple(values.items())))


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; a plain text is one sentence without a code, an empty one none."""
    if isinstance(text, Said):
        return text.parts
    return (Sentence("", text),) if text else ()


def together(*texts: str) -> Said:
    """Return texts as one, parted by blanks; empty ones leave no trace."""
    return Said(*(part for text in texts for part in sentences(text)))
