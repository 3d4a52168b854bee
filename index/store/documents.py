"""Documents in the database: records, texts, maps, pages."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple, TypeVar

from index.errors import DocumentUnknown, StoreDamaged
from index.model.document import Document, DocumentId, DocumentSummary, Page
from index.model.media import MediaType
from index.model.textmap import TextMap
from index.store import records
from index.store.catalogue import inherit_marks
from index.store.database import Database
from index.store.profiles import Profile, put_profile
from index.store.sayings import texts_from_json
from index.text.languages import language_of

_ADD: Final = """
INSERT INTO documents (
    id, title, file_name, source_path, date, metadata, outline, notices,
    page_count, file_bytes, imported_at, supersedes, sha256, media_type, state
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
ON CONFLICT (id) DO UPDATE SET
    title = excluded.title, file_name = excluded.file_name, source_path = excluded.source_path,
    date = excluded.date, metadata = excluded.metadata, outline = excluded.outline,
    notices = excluded.notices, page_count = excluded.page_count, sha256 = excluded.sha256,
    media_type = excluded.media_type, state = 0
"""
_ADD_TEXT: Final = "INSERT OR REPLACE INTO texts (document_id, packed, sha256) VALUES (?, ?, ?)"
_ADD_MAP: Final = "INSERT OR REPLACE INTO text_maps (document_id, packed, sha256) VALUES (?, ?, ?)"
_ADD_PAGE: Final = """
INSERT INTO pages (document_id, page_index, width_pt, height_pt, start, stop, kind, label)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_RECORD: Final = """
SELECT id, shown_title, file_name, source_path, metadata, outline, notices FROM documents WHERE id = ?
"""
_SOURCE: Final = """
SELECT document_id, shown_title, page_count, media_type, sources.file_bytes, modified_ns
FROM sources JOIN documents ON documents.id = document_id WHERE path = ?
"""
_PAGES: Final = """
SELECT page_index, width_pt, height_pt, start, stop, kind, label
FROM pages WHERE document_id = ? ORDER BY page_index
"""
_SUMMARIES: Final = (
    "SELECT id, shown_title, file_name, source_path, page_count, imported_at, shown_date, notices, state,"
    " media_type, number FROM documents "
)
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the archive knows of a new document besides its content.

    Attributes:
        date: The document's own date, ISO 8601, possibly incomplete; empty when unknown.
        file_bytes: Size of the original.
        supersedes: The document that was read from the same path before; None when there is none.
        source: Path as the file system spells it; empty when the document comes from no file of the reader's,
            as when it is read again from the archive's own copy.
        modified_ns: Time of the source's last change.
        media: Format of the original.
    """

    date: str
    file_bytes: int
    supersedes: DocumentId | None
    source: bytes
    modified_ns: int
    media: MediaType = MediaType.PDF


class Entry(NamedTuple):
    """A document on the roll of all documents.

    Attributes:
        id: The document.
        date: Its own date, ISO 8601, possibly incomplete; empty when unknown.
    """

    id: DocumentId
    date: str


class Source(NamedTuple):
    """What stood at a path when it was last imported.

    Attributes:
        document_id: The document that was read from it.
        title: Of the document.
        page_count: Of the document.
        media: Format of the file.
        file_bytes: Its size.
        modified_ns: Time of its last change.
    """

    document_id: DocumentId
    title: str
    page_count: int
    media: MediaType
    file_bytes: int
    modified_ns: int


class DocumentStore:
    """The documents of one archive. Methods block for one transaction each; any thread may call them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, document: Document, arrival: Arrival) -> DocumentSummary:
        """Write one document, see `add_all`; return what lists show of it."""
        self.add_all([(document, arrival)])
        return self.summary(document.id)

    def add_all(self, arrived: Iterable[tuple[Document, Arrival]]) -> None:
        """Write documents in one transaction, in state 0: acknowledged, not yet in the search index.

        A document whose content is already there is replaced, notes and order of arrival kept. A new version
        of a file stands in the collections of the former one.

        Raises:
            StoreError: If they cannot be written; nothing of any of them is then in the database.
        """
        ready = [(document.id, arrival, document_writer(document, arrival)) for document, arrival in arrived]
        with self._database.writing() as connection:
            for document_id, arrival, write in ready:
                write(connection)
                if arrival.supersedes is not None:
                    inherit_marks(connection, document_id, arrival.supersedes)
                if arrival.source:
                    _note_source(
                        connection, arrival.source, arrival.file_bytes, arrival.modified_ns, document_id
                    )

    def note_source(self, source: bytes, file_bytes: int, modified_ns: int, document_id: DocumentId) -> None:
        """Remember what stands at a path, so that it need not be read again while it does not change."""
        with self._database.writing() as connection:
            _note_source(connection, source, file_bytes, modified_ns, document_id)

    def source(self, source: bytes) -> Source | None:
        """Return what was last seen at a path; None if it was never imported."""
        with self._database.reading() as connection:
            row = connection.execute(_SOURCE, (source,)).fetchone()
        return (
            None if row is None else Source(DocumentId(row[0]), row[1], row[2], MediaType(row[3]), *row[4:])
        )

    def mark_indexed(self, document_ids: Iterable[DocumentId]) -> None:
        """Record that the search index holds these documents, on the disk."""
        with self._database.writing() as connection:
            connection.executemany(
                "UPDATE documents SET state = 1 WHERE id = ?",
                [(document_id,) for document_id in document_ids],
            )

    def mark_only_indexed(self, document_ids: Iterable[DocumentId]) -> None:
        """Record that the search index holds these documents and no others."""
        with self._database.writing() as connection:
            connection.execute("UPDATE documents SET state = 0")
            connection.executemany(
                "UPDATE documents SET state = 1 WHERE id = ?", [(i,) for i in document_ids]
            )

    def to_index(self) -> tuple[DocumentId, ...]:
        """Return the acknowledged documents that the search index lacks, oldest first. Fast if all are in."""
        return self._ids("SELECT id FROM documents WHERE state = 0 ORDER BY number")

    def are_indexed(self) -> bool:
        """Whether the search index should hold anything."""
        return bool(self._ids("SELECT id FROM documents WHERE state = 1 LIMIT 1"))

    def ids(self) -> tuple[DocumentId, ...]:
        """Return all documents, oldest first."""
        return self._ids("SELECT id FROM documents ORDER BY number")

    def roll(self) -> dict[int, Entry]:
        """Return id and own date of every document by the archive's number of it, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT number, id, shown_date FROM documents ORDER BY number")
            return {number: Entry(DocumentId(id_), date) for number, id_, date in rows}

    def predecessors(self) -> dict[DocumentId, DocumentId]:
        """Return for each newer version of a file the document that stood at its path before."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT id, supersedes FROM documents WHERE supersedes <> ''")
            return {DocumentId(newer): DocumentId(older) for newer, older in rows}

    def has(self, document_id: DocumentId) -> bool:
        """Whether the archive holds the document."""
        return bool(self._ids("SELECT id FROM documents WHERE id = ?", document_id))

    def number(self, document_id: DocumentId) -> int:
        """Return the archive's own number of a document, or raise DocumentUnknown."""
        row = _row(self._database, "SELECT number FROM documents WHERE id = ?", document_id)
        return int(_known(row, document_id)[0])

    def media(self, document_id: DocumentId) -> MediaType:
        """Return the format of a document's original; PDF for an unknown document."""
        row = _row(self._database, "SELECT media_type FROM documents WHERE id = ?", document_id)
        return MediaType.PDF if row is None else MediaType(row[0])

    def metadata(self, document_id: DocumentId) -> dict[str, str]:
        """Return what a document's file says of itself; nothing for an unknown document."""
        row = _row(self._database, "SELECT metadata FROM documents WHERE id = ?", document_id)
        return {} if row is None else dict(json.loads(row[0]))

    def in_other_formats(self) -> tuple[DocumentId, ...]:
        """Return the documents whose original is no PDF, oldest first."""
        return self._ids("SELECT id FROM documents WHERE media_type != ? ORDER BY number", MediaType.PDF)

    def summaries(self) -> tuple[DocumentSummary, ...]:
        """Return what lists show of every document, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(_SUMMARIES + "ORDER BY number DESC").fetchall()
        return tuple(map(records.summary_from_row, rows))

    def summary(self, document_id: DocumentId) -> DocumentSummary:
        """Return what lists show of one document.

        Raises:
            DocumentUnknown: If there is no such document.
        """
        row = _row(self._database, _SUMMARIES + "WHERE id = ?", document_id)
        return records.summary_from_row(_known(row, document_id))

    def text(self, document_id: DocumentId) -> str:
        """Return the one text of a document, or raise DocumentUnknown or, if it is damaged, StoreDamaged."""
        with self._database.reading() as connection:
            return _text(connection, document_id)

    def pages(self, document_id: DocumentId) -> tuple[Page, ...]:
        """Return the pages of a document, in order; none for an unknown one."""
        with self._database.reading() as connection:
            return _pages(connection, document_id)

    def text_map(self, document_id: DocumentId) -> TextMap:
        """Return the map of a document's text, raising as `text` does."""
        with self._database.reading() as connection:
            return _text_map(connection, document_id)

    def load(self, document_id: DocumentId) -> Document:
        """Return a whole document.

        Raises:
            DocumentUnknown: If there is no such document.
            StoreDamaged: If part of it cannot be unpacked.
        """
        with self._database.reading() as connection:
            row = connection.execute(_RECORD, (document_id,)).fetchone()
            id_, title, file_name, source_path, metadata, outline, notices = _known(row, document_id)
            text, pages = _text(connection, document_id), _pages(connection, document_id)
            text_map = _text_map(connection, document_id)
        return Document(
            id=DocumentId(id_),
            title=title,
            file_name=file_name,
            source_path=source_path,
            text=text,
            text_map=text_map,
            pages=pages,
            outline=records.outline_from_json(outline),
            metadata=json.loads(metadata),
            notices=texts_from_json(notices),
        )

    def find(self, reference: str) -> DocumentId:
        """Return the document with this id, beginning of an id, source path or file name.

        Raises:
            DocumentUnknown: If none or several answer.
        """
        lowered = reference.lower()
        is_digits = len(lowered) >= 4 and not set(lowered) - set("0123456789abcdef")
        questions = [
            ("SELECT id FROM documents WHERE id >= ? AND id <= ? || 'g' LIMIT 9", (lowered, lowered)),
            ("SELECT id FROM documents WHERE source_path = ? ORDER BY number DESC LIMIT 1", (reference,)),
            ("SELECT id FROM documents WHERE file_name = ? LIMIT 9", (reference,)),
            ("SELECT id FROM documents WHERE shown_title = ? LIMIT 9", (reference,)),
        ]
        for question, values in questions if is_digits else questions[1:]:
            found = self._ids(question, *values)
            if len(found) == 1:
                return found[0]
            if found:
                raise DocumentUnknown(
                    f"Под «{reference}» подходят несколько документов: {', '.join(i[:12] for i in found)}.",
                    "Укажите начало идентификатора одного из них.",
                    reference,
                )
        raise DocumentUnknown(
            f"В архиве нет документа «{reference}».",
            "Укажите идентификатор или его начало (от 4 знаков), имя файла или путь, откуда он взят.",
            reference,
        )

    def _ids(self, question: str, *values: str) -> tuple[DocumentId, ...]:
        with self._database.reading() as connection:
            return tuple(DocumentId(row[0]) for row in connection.execute(question, values))


def document_writer(document: Document, arrival: Arrival) -> Callable[[sqlite3.Connection], None]:
    """Return what writes a document, within a transaction, in state 0 and in place of an older reading.

    Packing is done here, before the transaction begins. Size and what is superseded count only for a new
    document.
    """
    record = records.record_row(document, arrival.date)
    page_rows = [records.page_row(page) for page in document.pages]
    text, text_digest = records.packed_text(document.text)
    text_map = document.text_map.to_bytes()
    # What it names is known when its facts are.
    profile = Profile(version="", language=language_of(document.text))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    digest = records.record_digest(record, page_rows)
    rest = (
        len(page_rows),
        arrival.file_bytes,
        now,
        arrival.supersedes or "",
        digest,
        arrival.media.value,
    )

    def write(connection: sqlite3.Connection) -> None:
        connection.execute(_ADD, (*record, *rest))
        connection.execute(_ADD_TEXT, (document.id, text, text_digest))
        connection.execute(_ADD_MAP, (document.id, text_map, records.sha256(text_map)))
        connection.execute("DELETE FROM pages WHERE document_id = ?", (document.id,))
        connection.executemany(_ADD_PAGE, [(document.id, *row) for row in page_rows])
        connection.execute("DELETE FROM facts WHERE document_id = ?", (document.id,))
        connection.execute("DELETE FROM sketches WHERE document_id = ?", (document.id,))
        put_profile(connection, document.id, profile)
        # Whoever read it again without what was recognised: it waits to be taken in once more.
        connection.execute("UPDATE recognised_pages SET is_in_text = 0 WHERE document_id = ?", (document.id,))

    return write


def damaged_document(title: str) -> StoreDamaged:
    """Return the error for a document whose stored parts cannot be read."""
    return StoreDamaged(
        f"Запись документа «{title}» в базе данных повреждена. Исходный файл и заметки "
        "лежат отдельно и целы.",
        "Восстановите базу из копии (папка backups) или импортируйте этот файл снова.",
        title,
    )


def _known(row: Row | None, document_id: str) -> Row:
    if row is None:
        raise DocumentUnknown(
            f"В архиве нет документа {document_id[:12]}.", "Обновите список документов.", document_id
        )
    return row


def _row(database: Database, query: str, document_id: DocumentId) -> Any:  # noqa: ANN401 - columns of any type
    with database.reading() as connection:
        return connection.execute(query, (document_id,)).fetchone()


def _text_map(connection: sqlite3.Connection, document_id: DocumentId) -> TextMap:
    row = connection.execute("SELECT packed FROM text_maps WHERE document_id = ?", (document_id,)).fetchone()
    try:
        return TextMap.from_bytes(_known(row, document_id)[0])
    except ValueError as error:
        (title,) = connection.execute("SELECT title FROM documents WHERE id = ?", (document_id,)).fetchone()
        raise damaged_document(title) from error


def _text(connection: sqlite3.Connection, document_id: DocumentId) -> str:
    row = connection.execute("SELECT packed FROM texts WHERE document_id = ?", (document_id,)).fetchone()
    try:
        return records.unpacked_text(_known(row, document_id)[0])
    except ValueError as error:
        raise damaged_document(document_id[:12]) from error


def _pages(connection: sqlite3.Connection, document_id: DocumentId) -> tuple[Page, ...]:
    rows = connection.execute(_PAGES, (document_id,))
    return tuple(map(records.page_from_row, rows))


def _note_source(
    connection: sqlite3.Connection, source: bytes, file_bytes: int, modified_ns: int, document_id: DocumentId
) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO sources (path, file_bytes, modified_ns, document_id) VALUES (?, ?, ?, ?)",
        (source, file_bytes, modified_ns, document_id),
    )
