"""Finding within the open document: with the words of the archive's search, but nowhere else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from index.errors import ArchiveError
from index.model.hit import Match

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.tasks import Task

_REST_MS: Final = 120
_JOB: Final = "find-here"


class FindHere(QObject):
    """Presenter of one query over the open document.

    Signals:
        opened_changed(): Finding has begun or is over.
        changed(): Other places were found, or another one is looked at.
    """

    opened_changed = Signal()
    changed = Signal()

    def __init__(self, archive: Archive, jobs: Jobs, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._reader = archive, jobs, reader
        self._is_open = False
        self._text = self._answered = ""
        self._error: ArchiveError | None = None
        self._found: tuple[Match, ...] = ()
        self._from = 0
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask)
        reader.document_changed.connect(self._on_document_changed)
        reader.current_changed.connect(lambda _match: self.changed.emit())

    @property
    def is_open(self) -> bool:
        """Whether something is being looked for in the document."""
        return self._is_open

    @property
    def is_answered(self) -> bool:
        """Whether what was found belongs to what is asked."""
        return bool(self._text) and self._text == self._answered

    @property
    def error(self) -> ArchiveError | None:
        """Why the query cannot be answered."""
        return self._error

    @property
    def count(self) -> int:
        """How many places were found."""
        return len(self._found)

    @property
    def number(self) -> int:
        """Position of the place looked at, from 1; 0 for none of them."""
        return self._reader.current_number if self._is_lit() else 0

    def open(self, near: int = 0) -> None:
        """Begin; the first place is the one next to an offset of the text."""
        if self._reader.document is None:
            return
        self._from = near
        if not self._is_open:
            self._is_open = True
            self.opened_changed.emit()

    def close(self) -> None:
        """End, and light what the archive's search has found here."""
        if not self._is_open:
            return
        was_lit = self._is_lit()
        self._forget()
        if was_lit:
            self._reader.light_matches(())

    def type(self, text: str) -> None:
        """Take what stands in the field now; it is looked for after a short rest."""
        self._text = text.strip()
        self._rest.start()

    def step(self, by: int) -> None:
        """Go to the next (+1) or previous (-1) place; over the end of the document to its other end."""
        if self._rest.isActive():
            self._rest.stop()
            self._ask()
        elif self._found and not (self._is_lit() and self._reader.step(by)):
            self._reader.light_matches(self._found, 0 if by > 0 else len(self._found) - 1)

    def _is_lit(self) -> bool:
        return bool(self._found) and self._reader.matches is self._found

    def _ask(self) -> None:
        document, text = self._reader.document, self._text
        if document is None or not text:
            self._jobs.cancel(_JOB)
            self._take((), text)
            return

        def look(task: Task) -> tuple[Match, ...]:
            spans = self._archive.desk.within(document.id, text, task)
            starts = [page.span.start for page in document.pages]
            return tuple(Match(span, max(0, bisect_right(starts, span.start) - 1)) for span in spans)

        self._jobs.run(_JOB, look, lambda found: self._take(found, text), self._on_failed)

    def _take(self, found: tuple[Match, ...], asked: str, error: ArchiveError | None = None) -> None:
        if not self._is_open:
            return
        was_lit, self._found = self._is_lit(), found
        self._answered, self._error = asked, error
        if found:
            near = bisect_left(found, self._from, key=lambda match: match.span.start)
            self._reader.light_matches(found, near if near < len(found) else 0)
        elif was_lit:
            self._reader.light_matches(())
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ArchiveError):
            self._take((), self._text, error)
        else:
            self._jobs.failed.emit(_JOB, error)

    def _on_document_changed(self, _document: object, _edition: object) -> None:
        """Another document has its own words: what was found belongs to the one before."""
        if self._is_open:
            self._forget()

    def _forget(self) -> None:
        self._rest.stop()
        self._jobs.cancel(_JOB)
        self._is_open, self._found = False, ()
        self._text = self._answered = ""
        self._error = None
        self.opened_changed.emit()
