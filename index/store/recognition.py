"""What was recognised in scanned pages: costly to make, hence kept at once and never made twice."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Final, Protocol

from index.model.annotation import Annotation
from index.model.condition import Problem
from index.model.decision import Decision
from index.model.document import Document, DocumentId
from index.model.recognition import PageToRecognise, RecognisedPage, RecognisedWord
from index.store import records
from index.store.annotations import move_annotations
from index.store.database import Database
from index.store.decisions import move_decisions
from index.store.documents import Arrival, document_writer

_PUT: Final = """
INSERT OR REPLACE INTO recognised_pages
    (document_id, page_index, engine, at, failure, is_in_text, packed, sha256)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_WAITING: Final = """
SELECT pages.document_id, pages.page_index
FROM pages JOIN documents ON documents.id = pages.document_id
LEFT JOIN recognised_pages AS known
    ON known.document_id = pages.document_id AND known.page_index = pages.page_index
WHERE (pages.kind = 'scan' AND known.document_id IS NULL)
    OR (:again AND pages.kind = 'scan' AND known.failure <> '')
    OR (:languages <> '' AND pages.kind IN ('scan', 'recognised')
        AND substr(known.engine, -length(:languages)) <> :languages)
ORDER BY documents.number DESC, pages.page_index
"""
_COLUMNS: Final = "SELECT document_id, page_index, engine, at, failure, packed, sha256 FROM recognised_pages "


class Moving(Protocol):
    """From an old text of a document to a new one."""

    def moved(self, annotation: Annotation) -> Annotation:
        """Return an annotation at its place in the new text."""

    def moved_decision(self, decision: Decision) -> Decision:
        """Return a decision at its place in the new text."""


class RecognitionStore:
    """Recognised pages of one archive. Methods block for one transaction each; any thread may call them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, document_id: DocumentId, page: RecognisedPage) -> None:
        """Keep a page; it is on the disk when this returns. It waits to be taken into the text."""
        self._write(document_id, page.page_index, page.engine, "", _packed(page))

    def put_failure(self, document_id: DocumentId, page_index: int, engine: str, why: str) -> None:
        """Remember that a page could not be recognised, so that it is tried again only when asked for."""
        self._write(document_id, page_index, engine, why or "unknown", b"")

    def pages(self, document_id: DocumentId) -> tuple[RecognisedPage, ...]:
        """Return what was recognised of a document, in page order; damaged pages are left out."""
        with self._database.reading() as connection:
            rows = connection.execute(
                _COLUMNS + "WHERE document_id = ? AND failure = '' ORDER BY page_index", (document_id,)
            ).fetchall()
        return tuple(_unpacked(row) for row in rows if _is_sound(row))

    def waiting(
        self,
        document_ids: Iterable[DocumentId] | None = None,
        languages: Sequence[str] = (),
        *,
        again: bool = False,
    ) -> tuple[PageToRecognise, ...]:
        """Return the scanned pages that nobody has recognised yet, newest document first, in page order.

        Args:
            document_ids: The documents asked for; None for all.
            languages: Count pages too that were recognised in others than these; empty for no such wish.
            again: Whether to count pages that could not be recognised before.
        """
        values = {"again": again, "languages": " " + "+".join(languages) if languages else ""}
        with self._database.reading() as connection:
            rows = connection.execute(_WAITING, values).fetchall()
        asked = None if document_ids is None else frozenset(document_ids)
        return tuple(PageToRecognise(DocumentId(d), i) for d, i in rows if asked is None or d in asked)

    def unread(self) -> dict[DocumentId, int]:
        """Return how many recognised pages of which documents are not part of their text yet."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT document_id, count(*) FROM recognised_pages"
                " WHERE is_in_text = 0 AND failure = '' GROUP BY document_id"
            ).fetchall()
        return {DocumentId(document_id): count for document_id, count in rows}

    def replace(
        self,
        document: Document,
        arrival: Arrival,
        taken_in: Sequence[RecognisedPage],
        moving: Moving,
    ) -> None:
        """Write a new reading of a document and move the reader's work on it, in one transaction.

        Args:
            document: The new reading, of the same file.
            arrival: Its date and format; the rest counts for new documents only.
            taken_in: The pages that are part of its text now.
            moving: What moves the reader's work to its place in the new text; must be pure and fast.

        Raises:
            StoreError: If it cannot be written; the old reading is then still there, with its annotations.
        """
        write = document_writer(document, arrival)
        with self._database.writing() as connection:
            write(connection)
            move_annotations(connection, document.id, moving.moved)
            move_decisions(connection, document.id, moving.moved_decision)
            connection.executemany(
                # One that was recognised otherwise meanwhile waits for the next reading.
                "UPDATE recognised_pages SET is_in_text = 1"
                " WHERE document_id = ? AND page_index = ? AND engine = ?",
                [(document.id, page.page_index, page.engine) for page in taken_in],
            )

    def problems(self) -> Iterator[Problem]:
        """Yield the pages that are not what was written."""
        with self._database.reading() as connection:
            rows = connection.execute(_COLUMNS).fetchall()
        for row in rows:
            if not _is_sound(row):
                yield Problem(
                    "recognised_page_damaged",
                    f"Распознанный текст стр. {row[1] + 1} повреждён в базе данных. Исходный файл цел.",
                    "Распознайте документ заново командой recognise с ключом --again.",
                    DocumentId(row[0]),
                )

    def _write(
        self, document_id: DocumentId, page_index: int, engine: str, failure: str, packed: bytes
    ) -> None:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        failure = records.encodable(failure)
        columns = (document_id, page_index, engine, at, failure)
        with self._database.writing() as connection:
            connection.execute(_PUT, (*columns, 0, packed, _digest(columns, packed)))


def _packed(page: RecognisedPage) -> bytes:
    words = [
        [
            records.encodable(word.text),
            word.line,
            *(round(edge, 2) for edge in (word.left_pt, word.top_pt, word.right_pt, word.bottom_pt)),
            word.confidence,
        ]
        for word in page.words
    ]
    return zlib.compress(records.to_json([page.direction, words]).encode(), 6)


def _unpacked(row: Sequence[Any]) -> RecognisedPage:
    _document_id, page_index, engine, _at, _failure, packed, _sha256 = row
    direction, words = json.loads(zlib.decompress(packed))
    return RecognisedPage(page_index, direction, tuple(RecognisedWord(*word) for word in words), engine)


def _is_sound(row: Sequence[Any]) -> bool:
    *columns, packed, digest = row
    return bool(_digest(columns, packed) == digest)


def _digest(columns: Sequence[Any], packed: bytes) -> str:
    return records.sha256(records.to_json(list(columns)).encode() + packed)
