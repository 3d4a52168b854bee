"""Searches that the reader keeps, and those asked last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.settings import KEEP_HISTORY
from desktop.state.mutations import MutationLine
from index.model.hit import Answer
from index.model.study import PastSearch, SavedSearch
from index.search.engine import Order

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.settings import Settings
    from desktop.state.search import Search
    from index.archive import Archive
    from index.study.desk import Desk

REMEMBER_REST_MS: Final = 2_000
"""Rest of an answer after which its query is worth remembering, though nothing was opened."""
HISTORY_SHOWN: Final = 12

_Read = tuple[tuple[SavedSearch, ...], tuple[PastSearch, ...]]


class SearchesPresenter(QObject):
    """Presenter of saved and past searches. What it changes is written one after the other, and never lost.

    Signals:
        changed(): Other saved or past searches.
        forgotten(SavedSearch): A saved search was taken away.
    """

    changed = Signal()
    forgotten = Signal(object)

    def __init__(
        self,
        archive: Archive,
        jobs: Jobs,
        search: Search,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._search, self._settings = archive, jobs, search, settings
        self._saved: tuple[SavedSearch, ...] = ()
        self._past: tuple[PastSearch, ...] = ()
        self._line = MutationLine(jobs, "searches")
        self._rest = QTimer(self, singleShot=True, interval=REMEMBER_REST_MS)
        self._rest.timeout.connect(self._remember)
        search.answered.connect(self._on_answered)
        search.cleared.connect(self._rest.stop)
        search.refused.connect(self._rest.stop)
        search.moved.connect(self._on_moved)

    @property
    def saved(self) -> tuple[SavedSearch, ...]:
        """The saved searches by name."""
        return self._saved

    @property
    def past(self) -> tuple[PastSearch, ...]:
        """The searches asked last, the newest first."""
        return self._past

    @property
    def is_busy(self) -> bool:
        """Whether something is still being written."""
        return self._line.pending > 0

    @property
    def keeps_history(self) -> bool:
        """Whether searches are remembered."""
        return self._settings.get(KEEP_HISTORY)

    def load(self) -> None:
        """Read what there is."""
        self._do(lambda _desk: None)

    def find_saved(self, query: str) -> SavedSearch | None:
        """Return the saved search with this query; None if there is none."""
        return next((one for one in self._saved if one.query == query.strip()), None)

    def use(self, saved: SavedSearch) -> None:
        """Ask a saved search in its order."""
        known = saved.order in {one.value for one in Order}
        self._search.ask(saved.query, Order(saved.order) if known else None)

    def save(self, name: str) -> None:
        """Keep what is being asked under a name; without one it is called by its query."""
        query, order = self._search.scope.of(self._search.text), self._search.order
        if query:
            self._do(lambda desk: desk.save(name, query, order))

    def rename(self, saved: SavedSearch, name: str) -> None:
        """Give a saved search another name; a blank one leaves it as it is."""
        self._do(lambda desk: desk.rename(saved.id, name))

    def forget(self, saved: SavedSearch) -> None:
        """Take a saved search away."""
        self._do(lambda desk: desk.forget(saved.id))
        self.forgotten.emit(saved)

    def restore(self, saved: SavedSearch) -> None:
        """Bring back a saved search that was taken away."""
        self._do(lambda desk: desk.restore(saved))

    def keep_history(self, *, wanted: bool) -> None:
        """Remember searches from now on, or stop and forget those remembered."""
        self._settings.set(KEEP_HISTORY, wanted)
        if not wanted:
            self.clear_history()

    def clear_history(self) -> None:
        """Forget all past searches."""
        self._rest.stop()
        self._do(lambda desk: desk.clear_history())

    def _on_answered(self, _answer: Answer) -> None:
        self._rest.start()

    def _on_moved(self, _hit: int, match: int) -> None:
        """What was found is being read: the query was a good one."""
        if match >= 0 and self._rest.isActive():
            self._rest.stop()
            self._remember()

    def _remember(self) -> None:
        answer, asked = self._search.answer, self._search.asked
        if answer is not None and asked and self.keeps_history:
            self._do(lambda desk: desk.remember(asked, answer.documents))

    def _do(self, change: Callable[[Desk], object]) -> None:
        """Change something and read everything again."""

        def carry_out() -> _Read:
            desk = self._archive.desk
            change(desk)
            return desk.saved(), desk.history(HISTORY_SHOWN)

        self._line.add(carry_out, self._take, self._on_failed)

    def _take(self, read: _Read) -> None:
        if read != (self._saved, self._past):
            self._saved, self._past = read
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._jobs.failed.emit("searches", error)
