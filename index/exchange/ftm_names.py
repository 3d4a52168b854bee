"""Who is who in FollowTheMoney: schemata, and identifiers that are the same in every export."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Final

from index.facts.lexicon import table, words
from index.model.fact import Entity, EntityType
from index.store.names import KINDS, PERSON, key_of
from index.text.normalise import fold
from index.text.tokens import tokens

PERSON_SCHEMA: Final = "Person"
COMPANY_SCHEMA: Final = "Company"
PUBLIC_SCHEMA: Final = "PublicBody"
ORGANISATION_SCHEMA: Final = "Organization"
EVENT_SCHEMA: Final = "Event"

_COMPANY_FORMS: Final = frozenset(
    {"ао", "оао", "зао", "пао", "нао", "ооо", "одо", "тоо", "аозт", "аоот", "компания", "корпорация"}
    | {"холдинг", "концерн", "авиакомпания"}
)
"""Words of kind that make a company; what is owned by others is one, too."""
_GONE: Final = frozenset({"SU", "YU", "CS", "DD"})
"""States that are no more: their codes mean others, or nobody."""
_HEAD_WORDS: Final = 3
"""Words at the beginning of a name in which its kind is looked for."""


def identifier(*parts: str) -> str:
    """Return the identifier of what these parts tell from everything else."""
    content = "\x1f".join(parts).encode("utf-8", "backslashreplace")
    return f"chitalnya-{hashlib.sha1(content, usedforsecurity=False).hexdigest()}"


def schema_of(entity: Entity) -> str:
    """Return the schema of a thing; empty for those that FollowTheMoney has none for, as places."""
    if entity.type is EntityType.PERSON:
        return PERSON_SCHEMA
    if entity.type is EntityType.EVENT_NAME:
        return EVENT_SCHEMA
    return _body_schema(entity.name) if entity.type is EntityType.ORG else ""


def identifier_of(entity: Entity, document_id: str) -> str:
    """Return the identifier of a thing: that of all spellings of its name (`index.store.names`).

    A single word is no full name of a person: it means somebody within its document alone.
    """
    kind = KINDS.get(entity.type, entity.type.value)
    key = key_of(kind, entity.name)
    where = document_id if not key or (kind == PERSON and " " not in key) else ""
    return identifier(kind, key or entity.name, where)


def country_code(name: str) -> str:
    """Return the ISO 3166-1 code of a country in small letters; empty if it has none."""
    return _codes().get(fold(name), "")


def _body_schema(name: str) -> str:
    head = [fold(token.text) for token in tokens(name)][:_HEAD_WORDS]
    if _COMPANY_FORMS.intersection(head):
        return COMPANY_SCHEMA
    public = words("state_bodies.txt") | words("sole_bodies.txt")
    return PUBLIC_SCHEMA if public.intersection(head) else ORGANISATION_SCHEMA


@cache
def _codes() -> dict[str, str]:
    rows = (row for row in table("countries.tsv") if len(row[0]) == 2 and row[0] not in _GONE)
    return {
        fold(name): code.lower()
        for code, short, others in rows
        for name in (short, *others.split("|"))
        if name
    }
