"""Sentences as spans: razdel's, mended where abbreviations and initials mislead it.

razdel was made on news; orders, minutes and laws abbreviate more. The repairs are two ordered tables of
named rules: `JOINS` look at a boundary that razdel drew, `SPLITS` at places where it drew none. A sentence
never crosses a line feed, which parts the paragraphs of a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.model.span import Span

_LEFT_CHARS = 40
_RIGHT_CHARS = 30
_STUMP_CHARS = 25
_SENTENCE_CHARS = 60
_REACH_CHARS = 4000
"""How far from a place its sentence is looked for: further than any of them goes."""


@dataclass(frozen=True, slots=True)
class Join:
    """The boundary between texts that end and begin like this is none."""

    name: str
    left: re.Pattern[str]
    right: re.Pattern[str]
    longest_left: int = 1_000_000
    """Characters of the sentence on the left up to which the rule holds."""


@dataclass(frozen=True, slots=True)
class Split:
    """Inside one sentence of razdel's, a new one begins where `pattern` ends."""

    name: str
    pattern: re.Pattern[str]
    shortest_left: int


_NAMES_FOLLOW = (
    r"тт|тов|т|гр|гражд|гг?|гор|пос|пгт|дер|с|д|обл|ул|пр|просп|пер|пл|наб|им|о|оз|св|кн|бул|мкр|"
    r"зам|зав|нач|пом|вед|гл|мл|ст|проф|акад|доц|канд|докт|инж|ген|полк|подполк|кап|лейт|сер|инд|"
    r"рис|табл|стр|см|ср|напр|прим|илл|вып|сб|изд|ред|сост|подп|абз|разд|прил|тел|моб|факс|эл|кв|корп"
)
_SURNAME = (
    r"[А-ЯЁ][а-яё-]+(?:[ое]в(?:а|у|ым|ой)?|[иы]н(?:а|у|ым|ой)?|[сц]к(?:ий|ая|ого|ому|ой|ую)|"
    r"енко|ук|юк|ян(?:а|у)?|дзе|швили|[иы]х)"
)

_MONTHS = r"янв|февр?|мар|апр|авг|сент?|окт|нояб?|дек"


def _join(name: str, left: str, right: str, longest_left: int = 1_000_000) -> Join:
    return Join(name, re.compile(left, re.IGNORECASE), re.compile(right), longest_left)


JOINS = (
    _join("number_of_a_point", r"^(?:\d{1,3}|[IVXLC]{1,6}|[а-яё])[.)]$", r"\S"),
    _join("name_after_abbreviation", rf"(?:^|[\s(«-])(?:{_NAMES_FOLLOW})\.$", r"[«А-ЯЁ]", _STUMP_CHARS),
    _join("comrades", r"(?:^|\s)(?:тт|тов|гр)\.$", r"[А-ЯЁ]"),
    _join("continued_small", r"[\s(«-][а-яё]{1,5}\.$", r"[а-яё,;)]"),
    _join("dollars_of_a_country", r"\b(?:долл|дол)\.$", r"(?:США|Канады|Австралии)\b"),
    _join("year_after_month", rf"\d\s?(?:{_MONTHS})\.$", r"\d{4}"),
    _join(
        "number_after_sign", r"(?:^|[\s(])(?:№|N|No|п|пп|ст|ч|гл|рис|табл|стр|разд|прил|абз|подп)\.$", r"\d"
    ),
    _join("this_year_of_a_stump", r"\bс\.\s?г\.$", r"\S", 2 * _STUMP_CHARS),
    Join("split_initials", re.compile(r"(?:^|[\s(«-])[А-ЯЁ]\.$"), re.compile(rf"(?:[А-ЯЁ]\.|{_SURNAME}\b)")),
)

SPLITS = (
    Split("after_year", re.compile(r"\d\s?гг?\.\s+(?=[«–—]?\s?[А-ЯЁ][а-яё]*\s[а-яё])"), _SENTENCE_CHARS),
    Split(
        "after_surname_with_initials",
        re.compile(
            rf"\b{_SURNAME}\s(?:[А-ЯЁ]\.[\s-]?){{1,2}}\s?"
            rf"(?=(?!{_SURNAME}\b)[А-ЯЁ][а-яё]+(?:!|\s[–—]|\s[а-яё]))"
        ),
        10,
    ),
)


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text in order; blanks and line feeds between them belong to none.

    Args:
        text: Any string; a line feed parts paragraphs.
    """
    return tuple(_all(text))


def sentence_at(text: str, offset: int) -> Span:
    """Return the sentence at an offset: between two of them the one before; empty where there is none.

    Takes no longer for a long text: only the paragraph is cut, of an endless one what stands around.
    """
    begin = max(text.rfind("\n", 0, offset) + 1, offset - _REACH_CHARS)
    end = text.find("\n", offset)
    end = min(len(text) if end < 0 else end, offset + _REACH_CHARS)
    found = [Span(begin + one.start, begin + one.stop) for one in _of_paragraph(text[begin:end])]
    before = [one for one in found if one.start <= offset]
    return (before or found or [Span(offset, offset)])[-1 if before else 0]


def _all(text: str) -> Iterator[Span]:
    start = 0
    for paragraph in text.split("\n"):
        if paragraph.strip():
            for span in _of_paragraph(paragraph):
                yield Span(start + span.start, start + span.stop)
        start += len(paragraph) + 1


def _of_paragraph(paragraph: str) -> Iterator[Span]:
    from razdel import sentenize

    current: Span | None = None
    for piece in sentenize(paragraph):
        span = _trimmed(paragraph, piece.start, piece.stop)
        if span is None:
            continue
        if current is not None and _joined(paragraph, current, span):
            current = current.hull(span)
            continue
        if current is not None:
            yield from _parts(paragraph, current)
        current = span
    if current is not None:
        yield from _parts(paragraph, current)


def _joined(text: str, left: Span, right: Span) -> str:
    """Return the name of the rule that joins two neighbours, or nothing."""
    end = text[max(left.start, left.stop - _LEFT_CHARS) : left.stop]
    begin = text[right.start : right.start + _RIGHT_CHARS]
    for rule in JOINS:
        if len(left) <= rule.longest_left and rule.right.match(begin) and rule.left.search(end):
            return rule.name
    return ""


def _parts(text: str, span: Span) -> Iterator[Span]:
    cuts = {
        match.end()
        for rule in SPLITS
        for match in rule.pattern.finditer(text, span.start, span.stop)
        if match.end() - span.start >= rule.shortest_left
    }
    start = span.start
    for stop in (*sorted(cuts), span.stop):
        part = _trimmed(text, start, stop)
        if part is not None:
            yield part
        start = stop


def _trimmed(text: str, start: int, stop: int) -> Span | None:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Span(start, stop) if start < stop else None
