"""The annotations at hand: those of the open document, and of all documents once somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.mutations import MutationLine
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.model.annotation import Annotation
    from index.model.document import Document, DocumentId
    from index.model.span import Span
    from index.tasks import Task


class NoteShelf(QObject):
    """Reads annotations from the archive and keeps step with what the reader does to them.

    Args:
        archive: Source of annotations.
        jobs: Runs the reading.
        reader: The document on the desk.
        line: What the reader does; what was read while it got on may be old, and is read again.
        parent: Owner.

    Signals:
        changed(): The annotations are others.
        failed(Exception): They could not be read.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, archive: Archive, jobs: Jobs, reader: Reader, line: MutationLine, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._reader, self._line = archive, jobs, reader, line
        self._here: dict[str, Annotation] = {}
        self._all: dict[str, Annotation] | None = None
        self._sorted_here: tuple[Annotation, ...] | None = None
        self._sorted_all: tuple[Annotation, ...] | None = None
        self._titles: dict[DocumentId, str] = {}
        reader.document_changed.connect(self._on_document_changed)

    def here(self) -> tuple[Annotation, ...]:
        """Return the annotations of the open document, in text order."""
        if self._sorted_here is None:
            self._sorted_here = tuple(sorted(self._here.values(), key=_place))
        return self._sorted_here

    def everything(self) -> tuple[Annotation, ...]:
        """Return the annotations of all documents, newest first; empty until `load_everything` is done."""
        if self._sorted_all is None:
            self._sorted_all = tuple(sorted((self._all or {}).values(), key=_age, reverse=True))
        return self._sorted_all

    @property
    def is_complete(self) -> bool:
        """Whether the annotations of all documents are here."""
        return self._all is not None

    def get(self, annotation_id: str) -> Annotation | None:
        """Return one of them."""
        return self._here.get(annotation_id) or (self._all or {}).get(annotation_id)

    def newest(self, annotation: Annotation) -> Annotation:
        """Return an annotation as it is by now."""
        return self.get(annotation.id) or annotation

    def title(self, document_id: DocumentId) -> str:
        """Return the title of a document; empty until `load_everything` is done."""
        return self._titles.get(document_id, "")

    def keep_all(self, annotations: Iterable[Annotation]) -> None:
        """Take in annotations that were made, changed or restored, and tell of it once."""
        document = self._reader.document
        for annotation in annotations:
            if document is not None and annotation.document_id == document.id:
                self._here[annotation.id] = annotation
                self._titles.setdefault(document.id, document.title)
            if self._all is not None:
                self._all[annotation.id] = annotation
        self._tell()

    def drop_all(self, annotations: Iterable[Annotation]) -> None:
        """Forget several, and tell of it once."""
        self._forget(annotations)
        self._tell()

    def exchange(self, come: Iterable[Annotation], gone: Iterable[Annotation]) -> None:
        """Take in some and forget others, and tell of it once."""
        self._forget(gone)
        self.keep_all(come)

    def load_everything(self) -> None:
        """Read the annotations of all documents, in a job."""
        seen = self._line.finished

        def call(_task: Task) -> tuple[tuple[Annotation, ...], dict[DocumentId, str]]:
            annotations = self._archive.notebook.all()
            return annotations, {summary.id: summary.title for summary in self._archive.documents()}

        def done(result: tuple[tuple[Annotation, ...], dict[DocumentId, str]]) -> None:
            if seen != self._line.finished:
                self.load_everything()
                return
            annotations, self._titles = result
            self._all = _by_id(annotations)
            self._tell()

        self._jobs.run("notes-all", call, done, self.failed.emit)

    def reload(self) -> None:
        """Read the annotations of the open document again."""
        if self._reader.document is not None:
            self._load(self._reader.document)

    def _on_document_changed(self, document: Document | None, _path: object) -> None:
        self._here = {}
        if document is None:
            self._jobs.cancel("notes")
        else:
            self._load(document)
        self._tell()

    def _load(self, document: Document) -> None:
        seen = self._line.finished

        def done(annotations: tuple[Annotation, ...]) -> None:
            if seen != self._line.finished:
                self._load(document)
                return
            self._here = _by_id(annotations)
            self._tell()

        self._jobs.run("notes", lambda _task: self._archive.notebook.all(document.id), done, self.failed.emit)

    def _forget(self, annotations: Iterable[Annotation]) -> None:
        for annotation in annotations:
            self._here.pop(annotation.id, None)
            if self._all is not None:
                self._all.pop(annotation.id, None)

    def _tell(self) -> None:
        self._sorted_here = self._sorted_all = None
        self.changed.emit()


def _by_id(annotations: Iterable[Annotation]) -> dict[str, Annotation]:
    return {annotation.id: annotation for annotation in annotations}


def _place(annotation: Annotation) -> tuple[Span, str]:
    return annotation.anchor.span, annotation.created


def _age(annotation: Annotation) -> tuple[str, str]:
    return annotation.created, annotation.id
