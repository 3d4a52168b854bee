"""Passages that the reader has marked, found by their notes and tags."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Final

from index.model.document import DocumentId
from index.model.span import Span
from index.search.engine import Told
from index.store.database import Database
from index.store.documents import DocumentStore
from index.store.profiles import Place, TokenPlaces
from index.tasks import Task
from index.text.morphology import index_terms, query_terms
from index.text.normalise import fold
from index.text.tokens import tokens

NOWHERE: Final = -1
"""The place of a document that answers without one."""

_MOST_PLACES: Final = 100_000
_NOTED: Final = """
SELECT number, documents.id, texts.sha256, start, stop, note, tags
FROM annotations JOIN documents ON documents.id = annotations.document_id
JOIN texts ON texts.document_id = documents.id
WHERE deleted = '' AND (note <> '' OR tags <> '[]') ORDER BY number
"""

Fits = Callable[[str, str], bool]
"""Says of a note and of tags as JSON whether they are asked for."""


def has_note(text: str) -> Fits:
    """Return what says whether a note has each word of a text in some form; without words none has."""
    asked = [frozenset(query_terms(token.text)) for token in tokens(text)]

    def fits(note: str, _tags: str) -> bool:
        terms = {term for token in tokens(note) for term in index_terms(token.text)}
        return bool(asked) and not any(map(terms.isdisjoint, asked))

    return fits


def has_tag(tag: str) -> Fits:
    """Return what says whether a tag is among others, case and ё aside."""
    wanted = fold(tag)

    def fits(_note: str, tags: str) -> bool:
        return wanted in map(fold, json.loads(tags))

    return fits


class NotedPassages:
    """The annotations of an archive, as places among the tokens. Any thread may call it.

    Args:
        database: The archive's database.
    """

    def __init__(self, database: Database) -> None:
        self._database, self._documents = database, DocumentStore(database)
        # By the hash of the text: a new reading has other places. A document takes two milliseconds to look
        # through, and readers who mark mark hundreds.
        self._places: dict[tuple[str, Span], Place | None] = {}

    def find(self, fits: Fits, task: Task) -> Told:
        """Return the passages whose note or tags fit. Blocks.

        Raises:
            StoreError: If the database cannot be read.
            Cancelled: If the task was.
        """
        with self._database.reading() as connection:
            found = [row for row in connection.execute(_NOTED).fetchall() if fits(*row[5:])]
        told: list[tuple[int, int, int]] = []
        for (number, document_id, text), rows in groupby(found, key=lambda row: row[:3]):
            task.checkpoint()
            spans = [Span(start, stop) for _, _, _, start, stop, *_ in rows]
            places = {place for place in self._of(DocumentId(document_id), text, spans) if place}
            # What is marked may be a picture, or words that a new reading has lost.
            told += [(number, *place) for place in sorted(places or {(NOWHERE, NOWHERE)})]
        numbers, firsts, lasts = zip(*told, strict=True) if told else ((), (), ())
        return Told(numbers, firsts, lasts)

    def _of(self, document_id: DocumentId, text: str, spans: Iterable[Span]) -> list[Place | None]:
        known, keys = self._places, [(text, span) for span in spans]
        if all(key in known for key in keys):
            return [known[key] for key in keys]
        places = TokenPlaces(self._documents.text(document_id))
        made = {key: places.of(key[1]) for key in keys}
        # Another thread may go on with the old ones.
        self._places = made if len(known) > _MOST_PLACES else known | made
        return [made[key] for key in keys]
