"""The search: what is asked, what was answered, and which of its places is being looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from index.errors import ArchiveError
from index.model.document import Document
from index.model.hit import Answer, Hit

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.reader import Reader
    from index.archive import Archive

DEBOUNCE_MS: Final = 120
"""Rest after a keystroke before the archive is asked."""
FIRST_DOCUMENTS: Final = 100
"""Documents asked for at once; more are asked for when the reader gets there."""
_JOB: Final = "search"
# While an import runs, the answer follows the archive calmly.
_REFRESH_MS: Final = 1_500


class Search(QObject):
    """Presenter of one query and its answer.

    Signals:
        answered(Answer): Another query was answered.
        refreshed(Answer): The same query was answered anew: the archive changed, or more was asked for.
        refused(ArchiveError): The query cannot be answered as it is written.
        cleared(): There is no query any more.
        moved(int, int): Another match is looked at: positions of its hit and match, from 0; -1 for none.
        ended(int): There is no match after (+1) or before (-1) the current one.
    """

    answered = Signal(object)
    refreshed = Signal(object)
    refused = Signal(object)
    cleared = Signal()
    moved = Signal(int, int)
    ended = Signal(int)

    def __init__(self, archive: Archive, jobs: Jobs, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._reader = archive, jobs, reader
        self._text = ""
        self._limit = FIRST_DOCUMENTS
        self._answer: Answer | None = None
        self._hit = self._match = -1
        self._opens_first = False
        self._rest = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._rest.timeout.connect(self.search_now)
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._soon.timeout.connect(self.refresh)
        reader.document_changed.connect(self._on_document_changed)
        reader.matches_changed.connect(self._on_matches_changed)
        reader.current_changed.connect(self._on_current_changed)

    @property
    def text(self) -> str:
        """What is being asked."""
        return self._text

    @property
    def answer(self) -> Answer | None:
        """The newest answer; None before the first one and when the query was refused or cleared."""
        return self._answer

    @property
    def position(self) -> tuple[int, int]:
        """Positions of the hit and the match looked at, from 0; -1 for none."""
        return self._hit, self._match

    @property
    def has_more(self) -> bool:
        """Whether more documents answer than were asked for."""
        return self._answer is not None and len(self._answer.hits) < self._answer.documents

    def type(self, text: str) -> None:
        """Take what stands in the field now; the archive is asked after a short rest."""
        if text.strip() == self._text:
            return
        self._text = text.strip()
        self._opens_first = False
        if self._text:
            self._limit = FIRST_DOCUMENTS
            self._rest.start()
        else:
            self.clear()

    def clear(self) -> None:
        """Forget the query, its answer and the lit matches."""
        self._rest.stop()
        self._jobs.cancel(_JOB)
        self._text, self._answer = "", None
        self._hit = self._match = -1
        self._reader.light_matches(())
        self.cleared.emit()

    def search_now(self) -> None:
        """Ask without waiting for a rest."""
        self._rest.stop()
        if self._text:
            self._ask(self._take)

    def refresh(self) -> None:
        """Ask the same again, quietly: the archive has changed."""
        if self._answer is not None and not self._rest.isActive() and not self._jobs.is_running(_JOB):
            self._ask(self._take_again)

    def refresh_soon(self) -> None:
        """Ask the same again in a moment; many calls make one question."""
        if self._answer is not None and not self._soon.isActive():
            self._soon.start()

    def show_more(self) -> None:
        """Ask for more documents of the same query."""
        if self.has_more and not self._jobs.is_running(_JOB):
            self._limit *= 4
            self._ask(self._take_again)

    def open_first(self) -> None:
        """Open the best hit at its first match; waits for the answer when it is not there yet."""
        if self._rest.isActive():
            self.search_now()
        if self._jobs.is_running(_JOB):
            self._opens_first = True
        elif self._answer is not None and self._answer.hits:
            self.open_match(0, 0)

    def open_match(self, hit: int, match: int = 0) -> None:
        """Open a hit at one of its matches, both counted from 0."""
        if self._answer is None or not 0 <= hit < len(self._answer.hits):
            return
        chosen = self._answer.hits[hit]
        self._hit, self._match = hit, match
        self._reader.open_hit(chosen, match)
        self.moved.emit(hit, match)

    def step(self, by: int) -> bool:
        """Go to the next (+1) or previous (-1) match, over the ends of documents; False at the very end."""
        hits = self._answer.hits if self._answer is not None else ()
        target = neighbour(hits, self._hit, self._match, by)
        if target is None:
            if hits:
                self.ended.emit(by)
            if by > 0:
                self.show_more()
            return False
        is_here = self._reader.matches == hits[target[0]].matches and self._reader.document is not None
        if is_here and target[0] == self._hit and self._reader.current_number == self._match + 1:
            return self._reader.step(by)
        self.open_match(*target)
        return True

    def _ask(self, take: Callable[[Answer], None]) -> None:
        text, limit = self._text, self._limit
        self._jobs.run(_JOB, lambda task: self._archive.search(text, limit, task), take, self._on_failed)

    def _take(self, answer: Answer) -> None:
        self._answer = answer
        self._relight(keep_current=False)
        self.answered.emit(answer)
        self.moved.emit(self._hit, self._match)
        if self._opens_first and answer.hits:
            self._opens_first = False
            self.open_match(0, 0)

    def _take_again(self, answer: Answer) -> None:
        self._answer = answer
        self._relight(keep_current=True)
        self.refreshed.emit(answer)
        self.moved.emit(self._hit, self._match)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, ArchiveError):
            self._jobs.failed.emit(_JOB, error)
            return
        self._answer = None
        self._hit = self._match = -1
        self._reader.light_matches(())
        self.refused.emit(error)

    def _relight(self, *, keep_current: bool) -> None:
        """Light the matches of the new answer on the document that is open, without moving it."""
        span = None
        if keep_current and 0 < self._reader.current_number <= len(self._reader.matches):
            span = self._reader.matches[self._reader.current_number - 1].span
        self._hit, self._match = self._hit_of(self._reader.document), -1
        matches = self._answer.hits[self._hit].matches if self._answer and self._hit >= 0 else ()
        if matches == self._reader.matches and keep_current:
            self._match = self._reader.current_number - 1
            return
        self._reader.light_matches(matches)
        for position, match in enumerate(matches):
            if match.span == span:
                self._reader.light_matches(matches, position)

    def _hit_of(self, document: Document | None) -> int:
        hits = self._answer.hits if self._answer is not None and document is not None else ()
        return next((i for i, hit in enumerate(hits) if document and hit.document.id == document.id), -1)

    def _on_document_changed(self, document: Document | None, _path: object) -> None:
        """Follow the reader to a document that was not opened from the results: light what is in it."""
        hit = self._hit_of(document)
        if hit == self._hit:
            return
        self._hit, self._match = hit, -1
        self.moved.emit(self._hit, self._match)

    def _on_matches_changed(self) -> None:
        """Light what the answer has in a document that was opened without it: from a note, say."""
        hit = self._hit_of(self._reader.document)
        if hit >= 0 and self._answer is not None and not self._reader.matches:
            self._reader.light_matches(self._answer.hits[hit].matches)

    def _on_current_changed(self, match: object) -> None:
        document = self._reader.document
        if match is None or self._answer is None or self._hit != self._hit_of(document) or self._hit < 0:
            return
        self._match = self._reader.current_number - 1
        self.moved.emit(self._hit, self._match)


def neighbour(hits: Sequence[Hit], hit: int, match: int, by: int) -> tuple[int, int] | None:
    """Return the positions of the next (+1) or previous (-1) match in the order of an answer.

    Args:
        hits: The documents of the answer; each has a match.
        hit: The document looked at, from 0; -1 for none of them.
        match: The match looked at, from 0; -1 for none of them.
        by: The direction.

    Returns:
        Positions of a document and of a match in it; None after the last one and before the first one.
    """
    if 0 <= hit < len(hits) and 0 <= match + by < len(hits[hit].matches):
        return hit, match + by
    other = hit + by if hit >= 0 else (0 if by > 0 else len(hits) - 1)
    if not 0 <= other < len(hits):
        return None
    return other, 0 if by > 0 else len(hits[other].matches) - 1
