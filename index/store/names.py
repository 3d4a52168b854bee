"""The names of persons, places and organisations that documents know, and the words by which they are found.

A row of `names` is a spelling; those of one key mean the same and are one entity, called after the first of
them. The key is careful: a surname alone means somebody only within its document, where facts have joined it
to the full name already. Joined are spellings that differ in case, ё, quotation marks, and in the order of a
person's names («Гринёва Тамара Игоревна»).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from index.model.fact import EntityType
from index.text.morphology import ANALYZER_VERSION, index_terms, query_terms
from index.text.normalise import fold
from index.text.tokens import tokens

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


def key_of(kind: str, spelling: str) -> str:
    """Return what all spellings of one name have in common; empty for one without a letter or digit."""
    words = [fold(token.text) for token in tokens(spelling)]
    return " ".join(sorted(words) if kind == PERSON else words)


def words_of(text: str) -> tuple[frozenset[str], ...]:
    """Return for each word asked for the terms of which a name has at least one if it has a form of it."""
    return tuple(frozenset(query_terms(token.text)) for token in tokens(text))


def known(connection: sqlite3.Connection, kind: str, spelling: str) -> int:
    """Return the number of a name, writing it down when it is new; within a transaction."""
    row = connection.execute(
        "SELECT id, analyzer FROM names WHERE kind = ? AND spelling = ?", (kind, spelling)
    ).fetchone()
    if row is None:
        number = _added(connection, kind, spelling)
    elif row[1] == ANALYZER_VERSION:
        return int(row[0])
    else:
        number = int(row[0])
        connection.execute("DELETE FROM name_terms WHERE name = ?", (number,))
        connection.execute("UPDATE names SET analyzer = ? WHERE id = ?", (ANALYZER_VERSION, number))
    terms = {term for token in tokens(spelling) for term in index_terms(token.text)}
    connection.executemany(
        "INSERT INTO name_terms (kind, term, name) VALUES (?, ?, ?)",
        [(kind, term, number) for term in sorted(terms)],
    )
    return number


def _added(connection: sqlite3.Connection, kind: str, spelling: str) -> int:
    key = key_of(kind, spelling)
    connection.execute(
        "INSERT INTO names (kind, spelling, key, analyzer, entity) VALUES ("
        "?, ?, ?, ?,"
        " coalesce("
        "(SELECT entity FROM names WHERE kind = ? AND key = ? LIMIT 1),"
        " (SELECT coalesce(max(id), 0) + 1 FROM names)))",
        (kind, spelling, key, ANALYZER_VERSION, kind, key),
    )
    return int(connection.execute("SELECT last_insert_rowid()").fetchone()[0])


def with_word(connection: sqlite3.Connection, kind: str, terms: Iterable[str]) -> list[int]:
    """Return the names of a kind that have one of these terms."""
    marks = ", ".join("?" * len(wanted := sorted(terms)))
    return [
        row[0]
        for row in connection.execute(
            f"SELECT DISTINCT name FROM name_terms WHERE kind = ? AND term IN ({marks})",  # noqa: S608 - marks
            (kind, *wanted),
        )
    ]


def spellings(connection: sqlite3.Connection, entities: Sequence[int]) -> list[tuple[int, int, str]]:
    """Return entity, name and spelling of every name of these entities."""
    marks = ", ".join("?" * len(entities))
    return connection.execute(
        f"SELECT entity, id, spelling FROM names WHERE entity IN ({marks}) ORDER BY id",  # noqa: S608 - marks
        tuple(entities),
    ).fetchall()
