"""The recognition of scanned pages: what waits, what is being done, what it needs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop.settings import RECOGNISE_AT_ONCE
from desktop.state.counts import figure
from desktop.state.imports import time_left
from index.errors import ArchiveError
from index.model.document import Document, DocumentId, PageKind
from index.model.recognition import PageToRecognise, Recogniser, RecognitionProgress, RecognitionReport
from index.tasks import Cancelled, Task

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.settings import Settings
    from desktop.state.reader import Reader
    from index.archive import Archive

_JOB: Final = "recognition"
_LOOK: Final = "recognition-look"
_NEEDED: Final = "rus"


class RecognitionState(StrEnum):
    """What is going on."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSING = "pausing"
    """Asked to stop; what was recognised is being taken into the texts."""
    PAUSED = "paused"

    @property
    def is_running(self) -> bool:
        """Whether pages are recognised, or what was recognised is taken in."""
        return self in {RecognitionState.RUNNING, RecognitionState.PAUSING}


class RecognitionPresenter(QObject):
    """Presenter of the recognition. Nothing here blocks.

    Args:
        archive: Recognises.
        jobs: Runs it.
        reader: The document on the desk; its pages come first.
        settings: Whether new pages are recognised without asking.
        parent: Owner.

    Signals:
        changed(): State, progress or what waits are others.
        renewed(DocumentId): The text of a document has changed.
        ended(RecognitionReport): It ended, by itself or because it was stopped.
        failed(ArchiveError): It could not go on; what was recognised is kept.
    """

    changed = Signal()
    renewed = Signal(str)
    ended = Signal(object)
    failed = Signal(object)
    _progressed_in_job = Signal(object)

    def __init__(
        self, archive: Archive, jobs: Jobs, reader: Reader, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._reader, self._settings = archive, jobs, reader, settings
        self._state = RecognitionState.IDLE
        self._progress: RecognitionProgress | None = None
        self._recogniser: Recogniser | None = None
        self._waiting: dict[DocumentId, int] = {}
        self._declined: set[DocumentId] = set()
        self._documents: tuple[DocumentId, ...] | None = None
        self._next: tuple[DocumentId, ...] = ()
        self._task = Task()
        self._focus: PageToRecognise | None = None  # written by the window's thread, read by the job's
        self._progressed_in_job.connect(self._on_progress)
        reader.document_changed.connect(self._on_document_changed)

    @property
    def state(self) -> RecognitionState:
        """What is going on."""
        return self._state

    @property
    def progress(self) -> RecognitionProgress | None:
        """How far it is; None before the first time."""
        return self._progress

    def is_wanted(self, document_id: DocumentId) -> bool:
        """Whether a document is, or was, among those to be recognised this time."""
        return self._documents is None or document_id in (*self._documents, *self._next)

    @property
    def is_possible(self) -> bool:
        """Whether the program and its Russian data are installed."""
        return self._recogniser is not None and _NEEDED in self._recogniser.languages

    @property
    def is_at_once(self) -> bool:
        """Whether new pages are recognised without asking."""
        return self._settings.get(RECOGNISE_AT_ONCE)

    @property
    def waiting_here(self) -> int:
        """Pages of the open document that wait."""
        document = self._reader.document
        return 0 if document is None else self._waiting.get(document.id, 0)

    @property
    def waiting(self) -> int:
        """Pages of the archive that wait."""
        return sum(self._waiting.values())

    @property
    def is_offered(self) -> bool:
        """Whether to offer the reader to recognise the open document."""
        document = self._reader.document
        if document is None or document.id in self._declined:
            return False
        # A paused one is offered in the line at the bottom already.
        return self.waiting_here > 0 and self._state is RecognitionState.IDLE

    def decline(self) -> None:
        """Do not offer it for the open document again before the next start."""
        if self._reader.document is not None:
            self._declined.add(self._reader.document.id)
            self.changed.emit()

    def look(self) -> None:
        """See what waits and what is installed, in a job; begins if the reader wants no questions."""
        self._jobs.run(_LOOK, lambda _task: _seen(self._archive), self._on_seen)

    def show_page(self, page_index: int) -> None:
        """Let a page of the open document come first."""
        document = self._reader.document
        self._focus = None if document is None else PageToRecognise(document.id, page_index)

    def recognise_document(self) -> None:
        """Recognise the open document."""
        if self._reader.document is not None:
            self.recognise(self._reader.document.id)

    def recognise(self, document_id: DocumentId) -> None:
        """Recognise a document; one that is asked for while others are recognised comes after them."""
        self._begin((document_id,))

    def recognise_archive(self) -> None:
        """Recognise every page that waits, those of the open document first."""
        self._begin(None)

    def pause(self) -> None:
        """Stop; what was recognised stays, and is taken into the texts now."""
        if self._state is RecognitionState.RUNNING:
            self._task.cancel()
            self._turn(RecognitionState.PAUSING)

    def resume(self) -> None:
        """Go on where it was stopped."""
        if self._state is RecognitionState.PAUSED:
            self._begin(self._documents)

    def forget(self) -> None:
        """Leave a paused recognition for another time."""
        if self._state is RecognitionState.PAUSED:
            self._turn(RecognitionState.IDLE)

    def set_at_once(self, *, on: bool) -> None:
        """Recognise new pages without asking from now on, or no longer."""
        self._settings.set(RECOGNISE_AT_ONCE, on)
        if on:
            self.look()

    def _begin(self, documents: tuple[DocumentId, ...] | None) -> None:
        if self._state.is_running:
            self._next += documents or ()
            return
        self._documents, self._task, self._progress = documents, Task(), None
        self._jobs.run(_JOB, self._run, self._on_ended, self._on_failed)
        self._turn(RecognitionState.RUNNING)

    def _run(self, job: Task) -> RecognitionReport:
        """Run in a job thread. It has a task of its own, so that a stopped recognition is still heard."""
        from index.ingest.recognition import RecognitionWish

        ours = self._task

        def tell(progress: RecognitionProgress) -> None:
            if job.is_cancelled:
                ours.cancel()
            self._progressed_in_job.emit(progress)

        wish = RecognitionWish(self._documents, again=self._documents is not None, focus=lambda: self._focus)
        try:
            return self._archive.recognition.run(wish, ours, tell)
        except Cancelled:
            return RecognitionReport(0, 0, (), 0, 0.0, was_stopped=True)

    @Slot(object)
    def _on_progress(self, progress: RecognitionProgress) -> None:
        self._progress = progress
        if progress.renewed is not None:
            self.renewed.emit(progress.renewed)
        self.changed.emit()

    def _on_ended(self, report: RecognitionReport) -> None:
        if not report.was_stopped:
            # Known before `look` says so: nothing is offered twice meanwhile.
            for document_id in self._documents or tuple(self._waiting):
                self._waiting.pop(document_id, None)
        self._turn(RecognitionState.PAUSED if report.was_stopped else RecognitionState.IDLE)
        self.ended.emit(report)
        waiting, self._next = self._next, ()
        if waiting and not report.was_stopped:
            self._begin(waiting)
        self.look()

    def _on_failed(self, error: Exception) -> None:
        self._turn(RecognitionState.IDLE)
        if isinstance(error, ArchiveError):
            self.failed.emit(error)
        else:
            self._jobs.failed.emit(_JOB, error)
        self.look()

    def _on_seen(self, seen: tuple[dict[DocumentId, int], Recogniser | None]) -> None:
        self._waiting, self._recogniser = seen
        self.changed.emit()
        if self.is_at_once and self.is_possible and self._waiting and self._state is RecognitionState.IDLE:
            self.recognise_archive()

    def _on_document_changed(self, document: Document | None, _original: object) -> None:
        if document is None or self._focus is None or self._focus.document_id != document.id:
            self.show_page(0)
        self.changed.emit()

    def _turn(self, state: RecognitionState) -> None:
        self._state = state
        self.changed.emit()


def _seen(archive: Archive) -> tuple[dict[DocumentId, int], Recogniser | None]:
    """Return how many pages of which documents wait, and what could recognise them; blocks for a moment."""
    waiting: dict[DocumentId, int] = {}
    for page in archive.recognition.waiting():
        waiting[page.document_id] = waiting.get(page.document_id, 0) + 1
    return waiting, archive.recognition.recogniser()


def sureness(document: Document, page_index: int) -> int | None:
    """Return how sure the recogniser was of a page, in percent, a letter's mean; None unless recognised."""
    if not 0 <= page_index < len(document.pages):
        return None
    if document.pages[page_index].kind is not PageKind.RECOGNISED:
        return None
    letters = weighed = 0
    for piece in document.text_map.pieces(page_index):
        letters += len(piece.span)
        weighed += len(piece.span) * piece.confidence
    return round(weighed / letters) if letters else 0


def progress_words(progress: RecognitionProgress | None) -> str:
    """Return how far it is: «Распознавание: 12 из 84 · ~3 мин»."""
    translate = QCoreApplication.translate
    if progress is None or not progress.total:
        return translate("Recognition", "Распознавание…")
    words = translate("Recognition", "Распознавание: {done} из {total}").format(
        done=figure(progress.done), total=figure(progress.total)
    )
    if progress.seconds_left is not None and progress.done < progress.total:
        words += f" · {time_left(progress.seconds_left)}"
    return words


def report_words(report: RecognitionReport) -> str:
    """Return one line about a recognition that has ended."""
    translate = QCoreApplication.translate
    said = [
        translate("Recognition", "Распознано страниц: {count}").format(count=figure(report.pages)),
    ]
    if report.failed:
        failed = translate("Recognition", "не удалось: {count}")
        said.append(failed.format(count=figure(report.failed)))
    if report.lost_notes:
        lost = translate("Recognition", "заметок без места в новом тексте: {count}, они сохранены")
        said.append(lost.format(count=figure(report.lost_notes)))
    return " · ".join(said)
