"""What a document names and states, and in which language, packed for questions to the whole archive.

Derived from its text and its facts. Every place is a pair of token numbers (`index.text.tokens`): the first,
and one past the last. Why they are packed: docs/decisions/0021.
"""

from __future__ import annotations

import math
import sqlite3
import struct
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from index.model.document import DocumentId
from index.model.fact import DocumentFacts, EntityType, FactType, Value
from index.model.span import Span
from index.store import names, records
from index.store.statements import ROLE, Role, packed_statements, roles_of
from index.text.days import days_of
from index.text.languages import language_of
from index.text.morphology import ANALYZER_VERSION
from index.text.tokens import TOKEN

ENTITY: Final = struct.Struct("<ii")
"""Number of an entity, each once; how often it is named."""
MENTION: Final = struct.Struct("<iii")
"""Number of a name, first token, one past the last."""
AMOUNT: Final = struct.Struct("<ddiii")
"""Lowest and highest sum, currency (`currency_number`), first token, one past the last."""
DATE: Final = struct.Struct("<iiii")
"""First and last day (`index.text.days`), first token, one past the last."""

_RULES: Final = "3"
"""Changes whenever the same facts would give another profile."""

Place = tuple[int, int]
_PUT: Final = """
INSERT OR REPLACE INTO profiles
    (number, revision, version, language, entities, mentions, amounts, dates, statements, roles)
SELECT number, (SELECT coalesce(max(revision), 0) + 1 FROM profiles), ?, ?, ?, ?, ?, ?, ?, ?
FROM documents WHERE id = ?
"""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a document names and states.

    Attributes:
        version: Of what made it (`profile_version`); empty for a document without facts.
        language: ISO 639-1 code; empty if unknown.
        mentions: Kind and spelling of each name, and where it stands; in the order of the text.
        others: Kind and spelling of names, and terms of which their spelling has none but by which they are
            called, too.
        amounts: Sums of money, packed.
        dates: Dates that name their year, packed.
        statements: What it states, packed (`index.store.statements`).
        roles: Who has which part in that.
    """

    version: str
    language: str
    mentions: tuple[tuple[str, str, Place], ...] = ()
    others: tuple[tuple[str, str, frozenset[str]], ...] = ()
    amounts: bytes = b""
    dates: bytes = b""
    statements: bytes = b""
    roles: tuple[Role, ...] = ()


def profile_version(facts_version: str) -> str:
    """Return the version of a profile made from facts of a version by these rules and this analysis."""
    return f"{facts_version}/{_RULES}/{ANALYZER_VERSION}"


def is_current(version: str) -> bool:
    """Whether a profile of this version was made of facts, by these rules and this analysis."""
    return version.endswith(profile_version(""))


def profile_of(text: str, facts: DocumentFacts) -> Profile:
    """Return the profile of a document. Takes a few milliseconds for a long one."""
    places = TokenPlaces(text)
    mentions = [
        (kind, records.encodable(entity.name), place)
        for entity in facts.entities
        if (kind := names.KINDS.get(entity.type)) and names.key_of(kind, entity.name)
        for span in entity.mentions
        if (place := places.of(span))
    ]
    mentions.sort(key=lambda mention: mention[2])
    return Profile(
        profile_version(facts.version),
        language_of(text),
        tuple(mentions),
        tuple(_other_names(text, facts)),
        b"".join(AMOUNT.pack(*row) for row in sorted(_amounts(facts, places), key=lambda row: row[3:])),
        b"".join(DATE.pack(*row) for row in sorted(_dates(facts, places), key=lambda row: row[2:])),
        packed_statements(text, facts),
        tuple(roles_of(facts)),
    )


def put_profile(connection: sqlite3.Connection, document_id: DocumentId, profile: Profile) -> None:
    """Write the profile of a document in place of an older one; within a transaction."""
    times = Counter((kind, spelling) for kind, spelling, _ in profile.mentions)
    known = {name: names.known(connection, *name) for name in times}
    for kind, spelling, terms in profile.others:
        if (kind, spelling) in known:
            names.add_terms(connection, kind, known[kind, spelling].entity, terms)
    of_entities: Counter[int] = Counter()
    for name, count in times.items():
        of_entities[known[name].entity] += count
    entities = b"".join(ENTITY.pack(*one) for one in sorted(of_entities.items()))
    mentions = b"".join(
        MENTION.pack(known[kind, spelling].name, *place) for kind, spelling, place in profile.mentions
    )
    for role in profile.roles:
        if (name := role[2:]) not in known:
            known[name] = names.known(connection, *name)
    roles = b"".join(
        ROLE.pack(role.place, role.role, known[role.kind, role.spelling].entity) for role in profile.roles
    )
    packed = (entities, mentions, profile.amounts, profile.dates, profile.statements, roles)
    connection.execute(_PUT, (profile.version, profile.language, *packed, document_id))


def currency_number(code: str) -> int:
    """Return an ISO 4217 code as a number, 0 for none."""
    return int.from_bytes(code.encode("ascii", "ignore")[:3], "big")


class TokenPlaces:
    """From spans of a text to places among its tokens."""

    def __init__(self, text: str) -> None:
        bounds = [match.span() for match in TOKEN.finditer(text)]
        self._starts = [start for start, _ in bounds]
        self._stops = [stop for _, stop in bounds]

    def of(self, span: Span) -> Place | None:
        """Return the tokens that a span touches; None when there is none."""
        first, last = bisect_right(self._stops, span.start), bisect_left(self._starts, span.stop)
        return (first, last) if first < last else None


def _other_names(text: str, facts: DocumentFacts) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield by what else countries are called. Only theirs come from a list: others may be joined wrongly."""
    for entity in facts.entities:
        if entity.type is EntityType.COUNTRY:
            said = frozenset[str]().union(*(names.terms_of(span.of(text)) for span in entity.mentions))
            if others := said - names.terms_of(entity.name):
                yield names.KINDS[entity.type], records.encodable(entity.name), others


def _amounts(facts: DocumentFacts, places: TokenPlaces) -> Iterator[tuple[float, float, int, int, int]]:
    for value, currency, place in _stated(facts, FactType.MONEY, "amount", places):
        ends = (value.get("from"), value.get("to")) if isinstance(value, dict) else (value, value)
        low, high = map(_number, ends)
        if low is not None and high is not None:
            yield min(low, high), max(low, high), currency_number(currency), *place


def _dates(facts: DocumentFacts, places: TokenPlaces) -> Iterator[tuple[int, int, int, int]]:
    for value, _, place in _stated(facts, FactType.DATE, "date", places):
        days = days_of(value) if isinstance(value, str) else None
        if days is not None:
            yield *days, *place


def _stated(
    facts: DocumentFacts, type_: FactType, slot_name: str, places: TokenPlaces
) -> Iterator[tuple[Value, str, Place]]:
    """Yield value, currency and place of the facts of a type."""
    for fact in facts.facts:
        slot, currency = fact.slot(slot_name), fact.slot("currency")
        if fact.type is type_ and slot is not None and (place := places.of(slot.span or fact.span)):
            yield slot.value, str(currency.value or "") if currency else "", place


def _number(value: Value) -> float | None:
    """Return a number that can be compared. Rounding keeps the order of sums, and equals equal."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return number if math.isfinite(number := float(value)) else None
    except OverflowError:
        return None
