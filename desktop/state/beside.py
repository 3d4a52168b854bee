"""The second place: the open document again, or another one beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from index.model.annotation import Annotation
from index.model.document import Document, DocumentId
from index.model.hit import Match
from index.model.reading import LeftOff

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.reader import Reader
    from desktop.state.search import Search
    from index.archive import Archive

_JOB: Final = "beside"


class Beside(QObject):
    """Presenter of what stands beside the open document. Commands act on the open one; `exchange` swaps them.

    Args:
        archive: Source of documents and annotations.
        jobs: Runs the loading.
        reader: The open document.
        search: Whose matches are lit on another document.
        parent: Owner.

    Signals:
        changed(Document | None, Path | None): Something else stands there, by its edition; or nothing.
        lights_changed(): What is to be lit on another document than the open one has changed.
    """

    changed = Signal(object, object)
    lights_changed = Signal()

    def __init__(
        self, archive: Archive, jobs: Jobs, reader: Reader, search: Search, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._reader, self._search = archive, jobs, reader, search
        self._document: Document | None = None
        self._edition: Path | None = None
        self._left_off: LeftOff | None = None
        self._annotations: tuple[Annotation, ...] = ()
        reader.document_changed.connect(self._on_document_changed)
        for changed in (search.answered, search.refreshed, search.cleared):
            changed.connect(self.lights_changed)

    @property
    def document(self) -> Document | None:
        """What stands there."""
        return self._document

    @property
    def edition(self) -> Path | None:
        """The PDF that shows it."""
        return self._edition

    @property
    def left_off(self) -> LeftOff | None:
        """How it was left when it was read last; None if it never was, and for the open document."""
        return self._left_off

    @property
    def is_same(self) -> bool:
        """Whether it is another place of the open document."""
        there = self._reader.document
        return there is not None and self._document is not None and there.id == self._document.id

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """What the reader marked in it, when it is another document than the open one."""
        return self._annotations

    @property
    def matches(self) -> tuple[Match, ...]:
        """What the search found in it, as far as its answer goes."""
        answer, document = self._search.answer, self._document
        if answer is None or document is None:
            return ()
        return next((hit.matches for hit in answer.hits if hit.document.id == document.id), ())

    def open_same(self) -> None:
        """Put the open document there once more."""
        if (document := self._reader.document) is not None:
            self._jobs.cancel(_JOB)
            self._take(document, self._reader.edition)

    def open(self, document_id: DocumentId) -> None:
        """Put a document there; it is loaded in a job unless it is the open one."""
        there = self._reader.document
        if there is not None and there.id == document_id:
            self.open_same()
        else:
            self._load(document_id)

    def close(self) -> None:
        """Leave the place empty."""
        self._jobs.cancel(_JOB)
        if self._document is not None:
            self._take(None, None)

    def exchange(self) -> None:
        """Make it the open document, and put the one that was open there."""
        there, edition = self._reader.document, self._reader.edition
        mine, my_edition = self._document, self._edition
        if there is None or mine is None or my_edition is None or self.is_same:
            return
        self._take(there, edition)
        self._reader.show(mine, my_edition)
        self._load(there.id)

    def _load(self, document_id: DocumentId) -> None:
        def call(_task: object) -> tuple[Document, Path, LeftOff | None, tuple[Annotation, ...]]:
            archive = self._archive
            return (
                archive.document(document_id),
                archive.edition(document_id),
                archive.left_off.of(document_id),
                archive.notebook.all(document_id),
            )

        def done(found: tuple[Document, Path, LeftOff | None, tuple[Annotation, ...]]) -> None:
            document, edition, left_off, annotations = found
            if self._document is None or self._document.id != document.id:
                self._take(document, edition, left_off)
            self._annotations = annotations
            self.lights_changed.emit()

        self._jobs.run(_JOB, call, done)

    def _take(self, document: Document | None, edition: Path | None, left_off: LeftOff | None = None) -> None:
        self._document, self._edition, self._annotations = document, edition, ()
        self._left_off = left_off
        self.changed.emit(document, edition)

    def _on_document_changed(self, document: Document | None, _edition: object) -> None:
        if self._document is None:
            return
        if document is None:
            self.close()
        elif document.id == self._document.id:
            # Read again, or opened in its own right: both places have the same text.
            self._take(document, self._edition)
        else:
            self._load(self._document.id)
