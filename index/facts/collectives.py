"""Words for several who act together, and who they are: «стороны», «лидеры двух стран», «министры»."""

from __future__ import annotations

import re
from typing import Final

from index.facts.mentions import Mentions
from index.model.fact import EntityType
from index.model.span import Span

_HEADS: Final = {
    "лидеры": ("президент", "лидер"),
    "президенты": ("президент",),
    "министры": ("министр",),
    "премьер-министры": ("премьер-министр",),
    "послы": ("посол",),
}
"""A word for several, and the offices of one of them."""
_OF_HEADS: Final = {
    "государств": ("президент",),
    "правительств": ("премьер-министр",),
    "мид": ("министр", "глава"),
    "внешнеполитических": ("министр", "глава"),
}
"""«Главы …»: of what, and the offices of one of them."""
_SIDES: Final = frozenset({"стороны", "страны", "государства", "партнёры", "партнеры"})
WORDS: Final = re.compile(
    r"(?<!\w)(?:стороны|министры|лидеры|президенты|собеседники|переговорщики|партн[её]ры|премьер-министры|послы"
    r"|(?:главы|руководители)\s(?:государств|правительств|МИД|внешнеполитических\sведомств|делегаций|регионов|ведомств)"
    r"|участники(?:\s(?:встречи|совещания|переговоров|заседания|саммита|форума))?"
    r"|делегации|страны|государства|парламентарии)(?!\w)"
    r"(?:\s(?:двух|обеих|обоих|тр[её]х)\s[а-яё]+)?",
    re.IGNORECASE,
)
_PAIR: Final = 2
_OFTEN: Final = 2


def meant(mentions: Mentions, said: str, position: int) -> list[str]:
    """Return the names of the two whom a word for several means; none if it may mean others.

    Args:
        mentions: The names of the document.
        said: The words, as matched by `WORDS`.
        position: Where they stand; persons named later are not meant.
    """
    first, *others = said.lower().split()
    if first in _SIDES:
        return _countries(mentions)
    heads = _HEADS.get(first) or (_OF_HEADS.get(others[0], ()) if others else ())
    persons = {one.id: one.name for head in heads for one in mentions.holders.all_of(head, position)}
    return list(persons.values()) if len(persons) == _PAIR else []


def _countries(mentions: Mentions) -> list[str]:
    """Return the two countries that a document is about: those named often, all others less."""
    counted = sorted(
        (
            entity
            for entity in mentions.entities
            if entity.type == EntityType.COUNTRY and len(entity.mentions) >= _OFTEN
        ),
        key=lambda entity: -len(entity.mentions),
    )
    if len(counted) < _PAIR or (
        len(counted) > _PAIR and len(counted[_PAIR].mentions) == len(counted[1].mentions)
    ):
        return []
    return [entity.name for entity in sorted(counted[:_PAIR], key=lambda entity: entity.mentions[0])]


def last_before(text: str, start: int, stop: int) -> Span | None:
    """Return the last words for several in a stretch of text."""
    found = None
    for match in WORDS.finditer(text, start, stop):
        found = Span(*match.span())
    return found
