"""Who signs: an office on a line of its own, «Генеральный директор ______», and the name on the next.

A line with a degree may stand between («д. т. н., профессор»).
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
_SIGN: Final = re.compile(r"[\s_:.…/]*")
_BEHIND_NAME: Final = re.compile(r"[ \t]*(?:$|[,(/]|подпись|М\. ?П\.)", re.MULTILINE)
_DEGREE: Final = re.compile(
    r"(?:(?:[дк]|канд|докт)\.[\w\s.-]{1,24}\bн(?:аук)?\.?)?,?\s*(?:профессор|доцент|академик)?\s*",
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
    signed = [
        (line, one.name)
        for one in named
        if one.name.type == EntityType.PERSON and (line := _line_above(text, one.name.span)) is not None
    ]
    sentences = [reading.of_span(text, line) for line, _ in signed]
    for (line, person), sentence, nodes in zip(signed, sentences, reading.parse(sentences), strict=True):
        passage = Passage.of_sentence(text, sentence, nodes)
        names = [one.name for one in named if line.covers(one.name.span)]
        position = next(iter(find_positions(passage, names)), None)
        if position is not None and _is_whole(passage, position, names):
            yield Held(position, person, RULE, _CONFIDENCE), passage


def _line_above(text: str, name: Span) -> Span | None:
    """Return the line of an office above a name that begins its line; None if there is none."""
    if name.start == 0 or text[name.start - 1] != "\n" or not _BEHIND_NAME.match(text, name.stop):
        return None
    line = _line_before(text, name.start - 1)
    if _DEGREE.fullmatch(line.of(text)):
        line = _line_before(text, line.start - 1)
    said = line.of(text)
    first = said.split(" ", 1)[0].strip(":_")
    is_office = bool(position_lemma(first)) or short_pattern().match(said) is not None or _is_kept(said)
    return line if 0 < len(said) <= _LONGEST and is_office else None


def _line_before(text: str, stop: int) -> Span:
    """Return the line that ends at a place; an empty one at the beginning of the text."""
    stop = max(stop, 0)
    return Span(text.rfind("\n", 0, stop) + 1, stop)


def _is_kept(said: str) -> bool:
    """Whether one of the first words of a line, behind adjectives, names an office: «Первый заместитель»."""
    return any(position_lemma(word.strip(":_")) for word in said.split(" ")[1:3])


def _is_whole(passage: Passage, position: Position, names: Sequence[Name]) -> bool:
    """Whether a line says nothing but an office in the nominative, and names nobody."""
    rest = passage.text[end_of(passage, position) : passage.span.stop]
    is_subject = position.case in ("Nom", "") and not position.is_plural
    is_anonymous = all(name.type != EntityType.PERSON for name in names)
    return position.begin == 0 and is_subject and is_anonymous and _SIGN.fullmatch(rest) is not None
