"""The names of persons, places and organisations that documents know, and the words by which they are found.

A row of `names` is a spelling; those of one key mean the same and are one entity, called after the first of
them. The key is careful: a surname alone means somebody only within its document, where facts have joined it
to the full name already. Joined are spellings that differ in case, ё, quotation marks, and in the order of a
person's names («Гринёва Тамара Игоревна»), and other names of states and regions: «РФ», «КНР».
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from index.model.fact import EntityType
from index.store.place_names import shared_name
from index.text.morphology import ANALYZER_VERSION, index_terms, query_terms
from index.text.normalise import fold
from index.text.tokens import tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Longs = NDArray[np.int64]

PERSON: Final = "person"
PLACE: Final = "place"
ORGANISATION: Final = "organisation"

KINDS: Final = {
    EntityType.PERSON: PERSON,
    EntityType.ORG: ORGANISATION,
    EntityType.COUNTRY: PLACE,
    EntityType.CITY: PLACE,
    EntityType.REGION: PLACE,
    EntityType.PLACE: PLACE,
}
"""Kinds of names that can be asked for, by the type of the entity. Routes, documents and events are words."""

_WITH_TERM: Final = "SELECT entity FROM name_terms WHERE kind = ? AND term IN ({terms}) AND analyzer = ?"
_BEGINNING: Final = (
    "SELECT DISTINCT entity FROM name_terms WHERE kind = ? AND term BETWEEN ? AND ? AND analyzer = ?"
)
_SPELLINGS: Final = "SELECT entity, id, spelling FROM names WHERE entity IN ({entities})"
_AT_ONCE: Final = 500
"""Entities in one question: SQLite takes more values, but not any number."""
_LAST_LETTER: Final = "\U0010ffff"
_FEW: Final = 100
"""Entities that are faster looked up than all that have a word are read."""


def key_of(kind: str, spelling: str) -> str:
    """Return what all spellings of one name have in common; empty for one without a letter or digit."""
    words = [fold(token.text) for token in tokens(shared_name(spelling) if kind == PLACE else spelling)]
    return " ".join(sorted(words) if kind == PERSON else words)


def terms_of(spelling: str) -> frozenset[str]:
    """Return the terms of all words of a name."""
    return frozenset(term for token in tokens(spelling) for term in index_terms(token.text))


class Known(NamedTuple):
    """A name that is written down: its number, and that of whom it means."""

    name: int
    entity: int


def known(connection: sqlite3.Connection, kind: str, spelling: str) -> Known:
    """Return a name, writing it down when it is new; within a transaction."""
    row = connection.execute(
        "SELECT id, entity, analyzer FROM names WHERE kind = ? AND spelling = ?", (kind, spelling)
    ).fetchone()
    name = _added(connection, kind, spelling) if row is None else Known(*row[:2])
    if row is None or row[2] != ANALYZER_VERSION:
        add_terms(connection, kind, name.entity, terms_of(spelling))
        connection.execute("UPDATE names SET analyzer = ? WHERE id = ?", (ANALYZER_VERSION, name.name))
    return name


def add_terms(connection: sqlite3.Connection, kind: str, entity: int, terms: Iterable[str]) -> None:
    """Let an entity be found by these terms, too; within a transaction."""
    connection.executemany(
        "INSERT OR REPLACE INTO name_terms (kind, term, entity, analyzer) VALUES (?, ?, ?, ?)",
        [(kind, term, entity, ANALYZER_VERSION) for term in sorted(terms)],
    )


def _added(connection: sqlite3.Connection, kind: str, spelling: str) -> Known:
    key = key_of(kind, spelling)
    row = connection.execute(
        "SELECT entity FROM names WHERE kind = ? AND key = ? LIMIT 1", (kind, key)
    ).fetchone()
    number = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM names").fetchone()[0]
    name = Known(number, number if row is None else row[0])
    connection.execute(
        "INSERT INTO names (id, kind, spelling, key, entity, analyzer) VALUES (?, ?, ?, ?, ?, ?)",
        (name.name, kind, spelling, key, name.entity, ANALYZER_VERSION),
    )
    return name


def with_words(connection: sqlite3.Connection, kind: str, text: str) -> set[int]:
    """Return the entities of a kind whose names have each word of a text in some form; no words, nobody."""
    # Long words are rare ones: what is left after them is looked up one by one.
    words = sorted({query_terms(token.text) for token in tokens(text)}, key=lambda terms: -len(terms[0]))
    found: set[int] = set()
    for number, terms in enumerate(words):
        question = _WITH_TERM.format(terms=_marks(terms))
        values: tuple[str | int, ...] = (kind, *terms, ANALYZER_VERSION)
        if number and len(found) <= _FEW:
            question, values = f"{question} AND entity IN ({_marks(found)})", (*values, *found)
        entities = {row[0] for row in connection.execute(question, values)}
        found = found & entities if number else entities
        if not found:
            break
    return found


def with_beginning(connection: sqlite3.Connection, kind: str, text: str) -> set[int]:
    """Return the entities of a kind whose names have each word of a text; the last one may be unfinished."""
    words = [token.text for token in tokens(text)]
    if not words:
        return set()
    begun = fold(words.pop())
    ends = begun, begun + _LAST_LETTER
    found = {row[0] for row in connection.execute(_BEGINNING, (kind, *ends, ANALYZER_VERSION))}
    return found & with_words(connection, kind, " ".join(words)) if words else found


def spellings(connection: sqlite3.Connection, entities: Collection[int]) -> list[tuple[int, int, str]]:
    """Return entity, number and spelling of every name of these entities."""
    question = _SPELLINGS.format(entities=_marks(entities))
    return connection.execute(question, tuple(entities)).fetchall()


def commonest(
    connection: sqlite3.Connection, entities: Sequence[int], mentions: Sequence[int] | Longs
) -> dict[int, str]:
    """Return the commonest spelling of each entity; one in capitals only when there is no other.

    Args:
        connection: To the database.
        entities: Numbers of entities; the answer has their order.
        mentions: How often each name stands in the archive, by its number.
    """
    best: dict[int, tuple[bool, int, str]] = {}
    for start in range(0, len(entities), _AT_ONCE):
        for entity, name, spelling in spellings(connection, entities[start : start + _AT_ONCE]):
            rank = (not spelling.isupper(), int(mentions[name]) if name < len(mentions) else 0, spelling)
            best[entity] = max(best.get(entity, rank), rank)
    return {entity: best[entity][2] for entity in entities if entity in best}


def _marks(values: Collection[object]) -> str:
    """Return the marks that stand for values in a question."""
    return ", ".join("?" * len(values))
