"""The library: which documents there are, which were read lately, which carry notes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.settings import RECENT
from desktop.state.parts import CollectionPart, LabelPart, Part, Section
from index.model.catalogue import Catalogue, ReadState
from index.model.document import DocumentId, DocumentSummary

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.settings import Settings
    from desktop.state.filing import Filing
    from index.archive import Archive
    from index.tasks import Task

_RECENT_KEPT: Final = 30
# An import ends several files a second: the list follows calmly, the more so the longer it takes to read.
# Reading 30,000 documents takes a quarter of a second, in which a search would wait.
_REFRESH_MS: Final = 400
_PAUSES: Final = 20

Read = tuple[tuple["DocumentSummary", ...], frozenset["DocumentId"]]
"""All documents, and those that carry notes."""


class Library(QObject):
    """Presenter of the documents of the archive.

    Args:
        archive: Holds them.
        jobs: Runs the reading.
        settings: Know what was read lately.
        filing: Collections and marks.
        parent: Owner.

    Signals:
        changed(): Documents, their order, their marks or the counts are others.
        section_changed(Part): Another part is shown.
    """

    changed = Signal()
    section_changed = Signal(object)

    def __init__(
        self,
        archive: Archive,
        jobs: Jobs,
        settings: Settings,
        filing: Filing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._settings, self.filing = archive, jobs, settings, filing
        filing.changed.connect(self._on_filed)
        self._documents: tuple[DocumentSummary, ...] = ()
        self._by_id: dict[DocumentId, DocumentSummary] = {}
        self._noted: frozenset[DocumentId] = frozenset()
        self._held: frozenset[DocumentId] = frozenset()
        # Counted once for all who ask: with 10,000 documents each takes some milliseconds.
        self._counts: dict[Part, int] = {}
        self._labels: dict[str, int] | None = None
        self._recent = tuple(DocumentId(one) for one in settings.get(RECENT))
        self._section: Part = Section.ALL
        # What was opened in the list of the unread stays there while one looks at that list.
        self._kept: DocumentId | None = None
        self._is_loaded = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REFRESH_MS)
        self._soon.timeout.connect(self.refresh)

    @property
    def is_loaded(self) -> bool:
        """Whether the documents have been read since the start; before that, nothing is known."""
        return self._is_loaded

    @property
    def is_empty(self) -> bool:
        """Whether the archive holds no document at all."""
        return self._is_loaded and not self._documents

    @property
    def section(self) -> Part:
        """The part that is shown."""
        return self._section

    def choose(self, section: Part) -> None:
        """Show another part."""
        if section != self._section:
            self._section, self._kept = section, None
            self.section_changed.emit(section)

    def documents(self, section: Part | None = None) -> tuple[DocumentSummary, ...]:
        """Return the documents of a part, of the shown one by default; the newest first."""
        section = section or self._section
        if section is Section.ALL:
            return self._documents
        if section is Section.RECENT:
            return tuple(self._by_id[one] for one in self._recent if one in self._by_id)
        fits, kept = self._fitting(section), self._kept if section is Section.UNREAD else None
        return tuple(one for one in self._documents if fits(one.id) or one.id == kept)

    def _fitting(self, section: Part) -> Callable[[DocumentId], bool]:
        """Return what says whether a document is of a part."""
        catalogue = self.filing.catalogue
        if isinstance(section, CollectionPart):
            return catalogue.documents_of(section.id).__contains__
        if isinstance(section, LabelPart):
            return lambda one: section.label in catalogue.marks_of(one).labels
        if section is Section.STARRED:
            return lambda one: catalogue.marks_of(one).is_starred
        if section is Section.UNREAD:
            return lambda one: catalogue.marks_of(one).state is ReadState.UNREAD
        return self._noted.__contains__

    def count(self, section: Part) -> int:
        """Return the number of documents of a part."""
        if section not in self._counts:
            if section in {Section.ALL, Section.RECENT}:
                return len(self.documents(section))
            self._counts[section] = self._counted(section)
        return self._counts[section]

    def _counted(self, section: Part) -> int:
        if section not in {Section.STARRED, Section.UNREAD}:
            return sum(map(self._fitting(section), self._by_id))
        # The two that are shown all the time: few documents have marks.
        marks = [one for id_, one in self.filing.catalogue.marks.items() if id_ in self._by_id]
        if section is Section.STARRED:
            return sum(one.is_starred for one in marks)
        return len(self._by_id) - sum(one.state is not ReadState.UNREAD for one in marks)

    @property
    def held(self) -> frozenset[DocumentId]:
        """The documents that the archive holds."""
        return self._held

    def labels(self) -> dict[str, int]:
        """Return every label with the number of documents here that have it, sorted."""
        if self._labels is None:
            marks = self.filing.catalogue.marks
            here = Catalogue(marks={one: marks[one] for one in marks if one in self._by_id})
            self._labels = here.labels()
        return self._labels

    def summary(self, document_id: DocumentId) -> DocumentSummary | None:
        """Return what lists show of a document; None when the archive does not hold it."""
        return self._by_id.get(document_id)

    def remember_opened(self, document_id: DocumentId) -> None:
        """Put a document first among those read lately."""
        self._kept = document_id
        if self._recent[:1] == (document_id,):
            return
        others = (one for one in self._recent if one != document_id)
        self._recent = (document_id, *others)[:_RECENT_KEPT]
        self._settings.set(RECENT, tuple(str(one) for one in self._recent))
        self.changed.emit()

    def refresh(self) -> None:
        """Read the documents of the archive again, in a job."""
        self._soon.stop()
        self.filing.load()

        def read(_task: Task) -> tuple[Read, float]:
            began = time.monotonic()
            noted = frozenset(one.document_id for one in self._archive.notebook.all())
            return (self._archive.documents(), noted), time.monotonic() - began

        self._jobs.run("library", read, self._take)

    def refresh_soon(self) -> None:
        """Read the documents again in a moment; many calls make one reading."""
        if not self._soon.isActive():
            self._soon.start()

    def _forget_counts(self) -> None:
        self._counts, self._labels = {}, None

    def _on_filed(self) -> None:
        """Leave a collection that is gone."""
        self._forget_counts()
        gone = isinstance(self._section, CollectionPart) and (
            self._section.id not in self.filing.catalogue.collections
        )
        self.changed.emit()
        if gone or (isinstance(self._section, LabelPart) and not self.count(self._section)):
            self.choose(Section.ALL)

    def _take(self, timed: tuple[Read, float]) -> None:
        read, seconds = timed
        self._soon.setInterval(max(_REFRESH_MS, round(1000 * _PAUSES * seconds)))
        was_loaded, self._is_loaded = self._is_loaded, True
        if was_loaded and read == (self._documents, self._noted):
            return
        self._documents, self._noted = read
        self._by_id = {one.id: one for one in self._documents}
        self._held = frozenset(self._by_id)
        self._forget_counts()
        self.changed.emit()
