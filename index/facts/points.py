"""Points of orders, minutes and laws: a sentence with what the headings above it say.

ПРИКАЗЫВАЮ:                   whatever stands below is ordered
Учёный совет постановляет:    … by whom
4. Директору Беловой А. П.:   the points below are told to her
5. Библиотека обязана:        the points below are laid on it
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from index.facts.actors import acting_at, acting_slot
from index.facts.clause_words import actor, first_verb, named
from index.facts.mentions import Mentions
from index.facts.recipients import recipients
from index.model.fact import EntityType, Slot
from index.model.span import Span

_MARK: Final = re.compile(
    r"(?:(?P<number>\d{1,3}(?:\.\d{1,2})*)(?P<close>[.)])|(?P<letter>[а-я]\)))\s*|[–—•-]\s+"
)
_RESOLVING: Final = re.compile(
    r"(?<!\w)(?:приказываю|приказывает|п\s?р\s?и\s?к\s?а\s?з\s?ы\s?в\s?а\s?ю|обязываю|распоряжаюсь"
    r"|постановил[аи]?|постановляет|постановляю|решил[аи]?|решено|постановлено)\s*:\s*",
    re.IGNORECASE,
)
_DUTY: Final = re.compile(r"(?<!\w)(?:обязан[аоы]?|долж[её]?н[аоы]?)\s*:$", re.IGNORECASE)
_COLON: Final = re.compile(r"\s*:\s*$")
_NUMBER, _BRACKET, _LETTER, _DASH, _NONE = range(5)
_LONGEST: Final = 600


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence as part of a list.

    Attributes:
        span: The sentence.
        start: Where its words begin: behind its number, letter or dash, behind «Решили:».
        whom: Whom the heading above it names.
        who: Who orders or resolves it, if the heading says so.
        is_resolved: Whether it stands under «ПРИКАЗЫВАЮ:» and the like.
        is_listed: Whether it has a number, letter or dash, or stands under a heading.
    """

    span: Span
    start: int
    whom: tuple[Slot, ...] = ()
    who: Slot | None = None
    is_resolved: bool = False
    is_listed: bool = False


@dataclass(slots=True)
class _Above:
    """What the headings above a line say."""

    whom: tuple[Slot, ...] = ()
    rank: int = -1
    number: str = ""
    who: Slot | None = None
    is_resolved: bool = False
    is_fresh: bool = field(default=False)

    def drop_whom(self) -> None:
        """Forget whom the points are told to."""
        self.whom, self.rank, self.number = (), -1, ""


def points(text: str, mentions: Mentions, sentences: Sequence[Span]) -> Iterator[Point]:
    """Yield every sentence of a text with what stands over it, in order."""
    above = _Above()
    for sentence in sentences:
        if not _begins_paragraph(text, sentence):
            yield Point(sentence, sentence.start, who=above.who, is_resolved=above.is_resolved)
            continue
        mark = _MARK.match(text, sentence.start, sentence.stop)
        start = mark.end() if mark is not None else sentence.start
        _leave(text, above, mark, start, sentence.stop)
        resolving = _resolving(text, mentions, Span(start, sentence.stop))
        if resolving is not None:
            above, start = resolving
        whom = _heading(text, mentions, Span(start, sentence.stop))
        yield Point(
            sentence, start, above.whom, above.who, above.is_resolved, mark is not None or bool(above.whom)
        )
        if whom:
            above.whom, above.rank = whom, _rank(mark) if mark is not None else -1
            above.number = (mark["number"] or "") if mark is not None else ""


def _begins_paragraph(text: str, sentence: Span) -> bool:
    before = text[max(0, sentence.start - 3) : sentence.start].rstrip(" \u00a0")
    return not before or before.endswith("\n")


def _leave(text: str, above: _Above, mark: re.Match[str] | None, start: int, stop: int) -> None:
    """Forget the headings under which a line stands no more."""
    rank = _rank(mark)
    is_task = rank != _NONE or is_led_by_infinitive(text, start, stop)
    if above.whom:
        is_deeper = rank > above.rank
        if rank == _NUMBER == above.rank and mark is not None:
            is_deeper = str(mark["number"]).startswith(f"{above.number}.")
        if not is_deeper or not is_task:
            above.drop_whom()
    if above.is_resolved and not is_task and not text[start:stop].rstrip().endswith(":"):
        above.is_resolved, above.who = False, None


def _rank(mark: re.Match[str] | None) -> int:
    """Return how deep points of a kind are: «1.», «1)», «а)», «–», none."""
    if mark is None:
        return _NONE
    if mark["number"]:
        return _BRACKET if mark["close"] == ")" else _NUMBER
    return _LETTER if mark["letter"] else _DASH


def _resolving(text: str, mentions: Mentions, line: Span) -> tuple[_Above, int] | None:
    """Return what a line like «Учёный совет постановляет:» says, and where the words behind it begin."""
    match = _RESOLVING.search(text, line.start, min(line.stop, line.start + _LONGEST))
    if match is None:
        return None
    who = actor(text, mentions, "who", line.start, match.start())
    span = acting_at(text, line.start, "nomn") if who is None and match.start() > line.start else None
    if span is not None and span.stop >= match.start() - 1:
        who = acting_slot(text, mentions, "who", span, "nomn")
    is_inline = match.end() < line.stop
    if is_inline and match.start() != line.start and who is None:
        return None
    return _Above(who=who, is_resolved=True), match.end() if is_inline else line.start


def _heading(text: str, mentions: Mentions, line: Span) -> tuple[Slot, ...]:
    """Return whom a line names whose points stand below: «6. М. О. Бейсенову:», «Библиотека обязана:»."""
    colon = _COLON.search(text, line.start, line.stop)
    if colon is None:
        return ()
    duty = _DUTY.search(text, line.start, line.stop)
    if duty is not None:
        return bearer(text, mentions, line.start, duty.start())
    found = recipients(text, mentions, line.start, line.stop, "datv", is_strict=True)
    return found.slots if found.slots and found.stop == colon.start() else ()


def bearer(text: str, mentions: Mentions, start: int, verb: int) -> tuple[Slot, ...]:
    """Return who has a duty: the name or the words that a sentence begins with, its subject."""
    one = next(iter(mentions.within(start, verb)), None)
    if one is not None and one.span.start == start and one.is_nominative:
        return (named(text, "to_whom", one),) if one.entity.type != EntityType.COUNTRY else ()
    span = acting_at(text, start, "nomn")
    return (
        (acting_slot(text, mentions, "to_whom", span, "nomn"),)
        if span is not None and span.stop < verb
        else ()
    )


def is_led_by_infinitive(text: str, start: int, stop: int) -> bool:
    """Whether the first verb of a stretch of text is an infinitive."""
    found = first_verb(text, start, stop)
    return found is not None and found[1] == "INFN"
