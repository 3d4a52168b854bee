"""Who signs: an office on lines of its own, «Генеральный директор ______», and the name behind or below it.

The office may go over several lines, and the name stand at the end of the last («Губернатор / Курганской
области А. Г. Белов»). A degree may stand between («д. т. н., профессор»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from index.facts import reading
from index.facts.named import Named
from index.facts.names import Name
from index.facts.occupations import Held, end_of
from index.facts.office_words import position_lemma, short_pattern
from index.facts.passage import Passage
from index.facts.positions import Position, find_positions
from index.model.fact import EntityType
from index.model.span import Span

RULE: Final = "signature_line"
_CONFIDENCE: Final = 0.85
_LONGEST: Final = 140
"""A line of an office has no more characters."""
_MOST_LINES: Final = 3
_PLACES: Final = frozenset({EntityType.COUNTRY, EntityType.REGION, EntityType.CITY, EntityType.PLACE})
_SIGN: Final = re.compile(r"[\s_:.…/]*")
_BEHIND_NAME: Final = re.compile(r"[ \t]*(?:$|[,(/]|подпись|М\. ?П\.)", re.MULTILINE)
_DEGREE: Final = re.compile(
    r"(?:,?\s*(?:(?:[дк]|канд|докт)\.[\w\s.-]{1,24}\bн(?:аук)?\.?|профессор|доцент|академик))*\s*",
    re.IGNORECASE,
)


def find_signed(text: str, named: Sequence[Named]) -> Iterator[tuple[Held, Passage]]:
    """Yield offices with those who sign on the line below, and the passage of the office.

    Args:
        text: The document's text.
        named: All names with their sentences.

    Raises:
        ArchiveError: If the models are not installed.
    """
    people = [one.name for one in named if one.name.type == EntityType.PERSON]
    signed = [(lines, person) for person in people for lines in _lines_above(text, person.span)]
    sentences = [reading.of_span(_in_one(text, lines), lines) for lines, _ in signed]
    given: set[Span] = set()
    for (lines, person), sentence, nodes in zip(signed, sentences, reading.parse(sentences), strict=True):
        if person.span in given:
            continue
        passage = Passage.of_sentence(_in_one(text, lines), sentence, nodes)
        names = list(_whole([one.name for one in named if lines.covers(one.name.span)]))
        position = next(iter(find_positions(passage, names)), None)
        if position is not None and _is_whole(passage, position, names):
            given.add(person.span)
            yield Held(position, person, RULE, _CONFIDENCE), passage


def _lines_above(text: str, name: Span) -> Iterator[Span]:
    """Yield what may be the office of a name that ends its line: the lines before it, the fewest first."""
    if name.start == 0 or not _BEHIND_NAME.match(text, name.stop):
        return
    line = _line_before(text, name.start)
    if _SIGN.fullmatch(line.of(text)):
        line = _line_before(text, line.start - 1)
        if _DEGREE.fullmatch(line.of(text)):
            line = _line_before(text, line.start - 1)
    for _ in range(_MOST_LINES):
        said = line.of(text).replace("\n", " ")
        first = said.split(" ", 1)[0].strip(":_")
        is_office = bool(position_lemma(first)) or short_pattern().match(said) is not None or _is_kept(said)
        if 0 < len(said) <= _LONGEST and is_office:
            yield line
        if not line.start or not text[line.start - 1 : line.start + 1].strip():
            return
        line = _line_before(text, line.start - 1).hull(line)


def _in_one(text: str, lines: Span) -> str:
    """Return the text with some lines written as one; every place stays where it is."""
    return f"{text[: lines.start]}{lines.of(text).replace(chr(10), ' ')}{text[lines.stop :]}"


def _whole(names: Sequence[Name]) -> Iterator[Name]:
    """Yield names in order, a body with the place behind it as one: «Правительства / Курганской области»."""
    pending: Name | None = None
    for name in names:
        is_of_body = pending is not None and pending.type == EntityType.ORG and name.type in _PLACES
        if pending is not None and is_of_body and name.span.start - pending.span.stop == 1:
            pending = Name(pending.span.hull(name.span), pending.type, pending.rule)
            continue
        if pending is not None:
            yield pending
        pending = name
    if pending is not None:
        yield pending


def _line_before(text: str, stop: int) -> Span:
    """Return the line that ends at a place; an empty one at the beginning of the text."""
    stop = max(stop, 0)
    return Span(text.rfind("\n", 0, stop) + 1, stop)


def _is_kept(said: str) -> bool:
    """Whether one of the first words of a line, behind adjectives, names an office: «Первый заместитель»."""
    return any(position_lemma(word.strip(":_")) for word in said.split(" ")[1:3])


def _is_whole(passage: Passage, position: Position, names: Sequence[Name]) -> bool:
    """Whether a line says nothing but an office in the nominative, and names nobody."""
    rest = _SIGN.sub("", passage.text[end_of(passage, position) : passage.span.stop], count=1)
    is_subject = position.case in ("Nom", "") and not position.is_plural
    is_anonymous = all(name.type != EntityType.PERSON for name in names)
    return position.begin == 0 and is_subject and is_anonymous and _DEGREE.fullmatch(rest) is not None
