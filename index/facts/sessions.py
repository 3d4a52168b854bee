"""Bodies that meet: sessions on record («протокол заседания совета»), bodies that gather."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from index.facts import clauses, morph
from index.facts.names import Name
from index.facts.passage import Passage
from index.model.fact import EntityType

SESSIONS: Final = frozenset({"заседание", "собрание", "совещание", "сессия", "пленум"})
GATHER: Final = frozenset({"собраться", "собираться", "заседать"})
_RECORDS: Final = frozenset({"протокол", "стенограмма", "запись", "повестка"})
_BETWEEN: Final = 6
"""How many tokens may stand between «протокол» and «заседания»: its number, its date."""
_SUBJECTS: Final = ("nsubj",)


def recorded(passage: Passage, names: Sequence[Name], session: int) -> tuple[Name, ...]:
    """Return the body whose session is on record: «Протокол № 5 заседания учёного совета института»."""
    before = passage.tokens[max(0, session - _BETWEEN) : session]
    if not any(morph.lemmas(token.text.lower()) & _RECORDS for token in before):
        return ()
    body = next((n for n in _bodies(names) if passage.first_token(n.span) == session + 1), None)
    return (body,) if body is not None else ()


def gathering(passage: Passage, names: Sequence[Name], verb: int) -> tuple[Name, ...]:
    """Return the body that gathers: «Совет вновь соберётся в Москве»."""
    body = clauses.named_within(
        passage, _bodies(names), clauses.children(passage, verb, _SUBJECTS), ("appos",)
    )
    return (body,) if body is not None else ()


def _bodies(names: Sequence[Name]) -> list[Name]:
    return [name for name in names if name.type == EntityType.ORG]
