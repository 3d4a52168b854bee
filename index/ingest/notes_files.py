"""Files with notes of other programs: whose they are is found out, and they are taken into the archive."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.errors import AnnotationError
from index.keyring import Keyring
from index.model.document import DocumentId, DocumentSummary
from index.model.foreign import Taken
from index.model.said import said
from index.notes.foreign_files import About, Group, document_of, notes_of
from index.notes.from_hypothesis import hypothesis
from index.notes.from_w3c import w3c
from index.notes.from_zotero import zotero
from index.notes.notebook import Notebook
from index.notes.pdf_marks import foreign_marks
from index.pdf.markup_worker import MarksRequest, read_marks
from index.sandbox import Sandbox
from index.store.documents import DocumentStore
from index.tasks import Task
from index.workers import Worker

_FORMATS: Final = (w3c, hypothesis, zotero)
_PDF: Final = b"%PDF-"
_HEADER_BYTES: Final = 1024
_MOST_BYTES: Final = 200_000_000


@dataclass(frozen=True, slots=True)
class Homeless:
    """Notes for whose document nobody knows one in the archive; they are not taken.

    Attributes:
        words: What the file calls their document.
        count: How many there are.
    """

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class FileTaken:
    """What became of the notes of a file.

    Attributes:
        taken: By document, in the order of the file.
        homeless: Those that belong to no document of the archive.
    """

    taken: tuple[tuple[DocumentSummary, Taken], ...]
    homeless: tuple[Homeless, ...] = ()

    @property
    def total(self) -> Taken:
        """All documents together."""
        total = Taken()
        for _summary, taken in self.taken:
            total = total.with_more(taken)
        return total


class NotesFiles:
    """Takes notes out of files. Calls block; any thread may make them.

    Args:
        documents: The documents of the archive.
        notebook: Where notes go.
        keyring: Passwords to try on a PDF that needs one.
        make_worker: Makes a worker that reads marks out of PDFs, those that it may see.
    """

    def __init__(
        self,
        documents: DocumentStore,
        notebook: Notebook,
        keyring: Keyring,
        make_worker: Callable[[Sandbox], Worker],
    ) -> None:
        self._documents, self._notebook = documents, notebook
        self._keyring, self._make_worker = keyring, make_worker

    def take(self, path: Path, document_id: DocumentId | None = None, task: Task | None = None) -> FileTaken:
        """Take the notes of a file: a PDF with marks, or JSON (`index.notes.foreign_files`).

        Args:
            path: The file.
            document_id: The document that they belong to; None to go by what the file says.
            task: Cancels the work.

        Raises:
            AnnotationError: If the file cannot be read, or holds no notes.
            ImportFailed: If it is a PDF that cannot be opened.
            StoreError: If they cannot be written.
            Cancelled: If `task` was cancelled.
        """
        task = task or Task()
        groups = self._groups(path, task)
        if not any(group.notes for group in groups):
            raise AnnotationError(said("notes.file_empty", "В файле {name} заметок нет.", name=path.name))
        summaries = self._documents.summaries()
        by_id = {one.id: one for one in summaries}
        taken: dict[DocumentId, Taken] = {}
        homeless: list[Homeless] = []
        for done, group in enumerate(groups):
            task.checkpoint(done, len(groups))
            owner = document_id or document_of(group.about, summaries)
            if owner is None:
                homeless.append(Homeless(group.about.words, len(group.notes)))
                continue
            more = self._notebook.taking.take(owner, group.notes)
            taken[owner] = taken.get(owner, Taken()).with_more(more)
        return FileTaken(tuple((by_id[owner], told) for owner, told in taken.items()), tuple(homeless))

    def _groups(self, path: Path, task: Task) -> tuple[Group, ...]:
        with _readable(path):
            with path.open("rb") as stream:
                begin = stream.read(_HEADER_BYTES)
            if _PDF in begin:
                return (self._marks(path.resolve(), task),)
            if path.stat().st_size > _MOST_BYTES:
                raise AnnotationError(
                    said("notes.file_large", "Файл {name} слишком велик, он не прочитан.", name=path.name)
                )
            return notes_of(path.read_text("utf-8-sig", "replace"), _FORMATS)

    def _marks(self, path: Path, task: Task) -> Group:
        """Return the marks of a PDF, which need not be the file of a document: a copy with marks is none."""
        worker = self._make_worker(Sandbox(reads=(path,)))
        try:
            found = read_marks(
                worker, MarksRequest(str(path), self._keyring.passwords, with_words=True), task
            )
        finally:
            worker.close()
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        names = (path.name, path.name.removesuffix(".pdf"))
        known = (one for one in (digest, found.document) if self._documents.has(DocumentId(one)))
        return Group(About(next(known, ""), names=names), tuple(foreign_marks(found.marks)))


@contextlib.contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        detail = error.strerror or str(error)
        raise AnnotationError(
            said(
                "notes.file_unread",
                "Файл {name} не удалось прочитать: {detail}.",
                name=path.name,
                detail=detail,
            )
        ) from error
