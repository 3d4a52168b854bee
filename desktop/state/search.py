"""The search: what is asked, in which order, and what was answered."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from desktop.state.pace import Doubt, Pace
from desktop.state.scope import Scope
from desktop.state.spot import Spot
from index.errors import ArchiveError
from index.model.hit import Answer
from index.search.engine import Order

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.reader import Reader
    from index.archive import Archive

FIRST_DOCUMENTS: Final = 25
"""Documents asked for while one types: two screens of them. More are asked for when the reader gets there.

Passages take most of the time of an answer: at 100,000 pages 100 documents take 32 ms, 30 take 12.
"""
_AHEAD: Final = 5
"""So many documents before the last one more are asked for."""
_JOB: Final = "search"
# While an import runs, the answer follows the archive calmly.
_REFRESH_MS: Final = 1_500


class Search(QObject):
    """Presenter of one query and its answer.

    Signals:
        text_set(str): The query was put from elsewhere than the field, which has to show it.
        answered(Answer): Another query was answered.
        refreshed(Answer): The same query was answered anew: the archive changed, or more was asked for.
        refused(ArchiveError): The query cannot be answered as it is written.
        cleared(): There is no query any more.
        order_changed(Order): Answers come in another order.
        moved(int, int): Another match is looked at: positions of its hit and match, from 0; -1 for none.
        ended(int): There is no match after (+1) or before (-1) the current one.
    """

    text_set = Signal(str)
    answered = Signal(object)
    refreshed = Signal(object)
    refused = Signal(object)
    cleared = Signal()
    order_changed = Signal(object)
    moved = Signal(int, int)
    ended = Signal(int)

    def __init__(self, archive: Archive, jobs: Jobs, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._jobs = archive, jobs
        self._text, self._asked, self._order = "", "", Order.RELEVANCE
        self._limit, self.scope = FIRST_DOCUMENTS, Scope()
        self._answer: Answer | None = None
        self._opens_first = self._is_typing = False
        self._pace, self._doubt, self._spot = Pace(), Doubt(self), Spot(reader, self)
        self._doubt.ended.connect(self._show)
        self._spot.moved.connect(self.moved)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(lambda: self.search_now(is_typing=True))
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._soon.timeout.connect(self.refresh)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._text

    @property
    def asked(self) -> str:
        """What the newest answer was asked for; its own query is another one if it was read otherwise."""
        return self._asked

    @property
    def order(self) -> Order:
        """Which documents come first."""
        return self._order

    @property
    def answer(self) -> Answer | None:
        """The newest answer; None before the first one and when the query was refused or cleared."""
        return self._answer

    @property
    def position(self) -> tuple[int, int]:
        """Positions of the hit and the match looked at, from 0; -1 for none."""
        return self._spot.position

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
        self._doubt.forget()
        if self._text:
            self._limit = FIRST_DOCUMENTS
            self._rest.start(self._pace.rest_ms)
        else:
            self.clear()

    def ask(self, text: str, order: Order | None = None) -> None:
        """Ask another query at once, in the order there is or another one; the field follows."""
        self.text_set.emit(text)
        if order is not None and order is not self._order:
            self._order = order
            self.order_changed.emit(order)
        # Such a query says itself where it is asked.
        self.scope.leave()
        self.type(text)
        self.search_now()

    def sort(self, order: Order) -> None:
        """Let answers come in another order, the present one first."""
        if order is self._order:
            return
        self._order, self._limit = order, FIRST_DOCUMENTS
        self.order_changed.emit(order)
        self.search_now()

    def clear(self) -> None:
        """Forget the query, its answer and the lit matches."""
        self._rest.stop()
        self._doubt.forget()
        self._jobs.cancel(_JOB)
        self._text, self._asked, self._answer = "", "", None
        self.scope.renew()
        self._spot.leave()
        self.cleared.emit()

    def search_now(self, *, is_typing: bool = False) -> None:
        """Ask without waiting for a rest."""
        self._rest.stop()
        self._doubt.forget()
        self._is_typing = is_typing
        if self._text:
            self._ask(self._take)

    def refresh(self) -> None:
        """Ask the same again, quietly: the archive has changed."""
        is_asking = self._rest.isActive() or self._doubt.holds or self._jobs.is_running(_JOB)
        if self._answer is not None and not is_asking:
            self._ask(self._take_again)

    def refresh_soon(self) -> None:
        """Ask the same again in a moment; many calls make one question."""
        if self._answer is not None and not self._soon.isActive():
            self._soon.start()

    def show_more(self) -> None:
        """Ask for more documents of the same query."""
        if self.has_more and not self._doubt.holds and not self._jobs.is_running(_JOB):
            self._limit *= 4
            self._ask(self._take_again)

    def open_first(self) -> None:
        """Open the best hit at its first match; waits for the answer when it is not there yet."""
        if self._rest.isActive():
            self.search_now()
        self._doubt.end()
        if self._jobs.is_running(_JOB):
            self._opens_first = True
        elif self._answer is not None and self._answer.hits:
            self.open_match(0, 0)

    def open_match(self, hit: int, match: int = 0) -> None:
        """Open a hit at one of its matches, both counted from 0."""
        self._spot.open(hit, match)

    def step(self, by: int) -> bool:
        """Go to the next (+1) or previous (-1) match, over the ends of documents; False at the very end."""
        has_moved = self._spot.step(by)
        hits = self._answer.hits if self._answer is not None else ()
        if by > 0 and self.position[0] >= len(hits) - _AHEAD:
            self.show_more()
        if not has_moved and hits and not (by > 0 and self.has_more):
            self.ended.emit(by)
        return has_moved

    def _ask(self, take: Callable[[Answer, str], None]) -> None:
        text, limit, order, began = self.scope.of(self._text), self._limit, self._order, time.monotonic()

        def done(answer: Answer) -> None:
            self._pace.note((time.monotonic() - began) * 1000)
            take(answer, text)

        self._jobs.run(
            _JOB, lambda task: self._archive.search(text, limit, task, order=order), done, self._on_failed
        )

    def _take(self, answer: Answer, asked: str) -> None:
        if self._is_typing and not answer.documents and self._answer is not None and self._answer.documents:
            self._doubt.hold(answer, asked)
        else:
            self._show(answer, asked)

    def _show(self, answer: Answer, asked: str) -> None:
        self._keep(answer, asked, self.answered, keep_current=False)
        if self._opens_first and answer.hits:
            self._opens_first = False
            self.open_match(0, 0)

    def _take_again(self, answer: Answer, asked: str) -> None:
        self._keep(answer, asked, self.refreshed, keep_current=True)

    def _keep(self, answer: Answer, asked: str, told: SignalInstance, *, keep_current: bool) -> None:
        self._answer, self._asked = answer, asked
        self._spot.take(answer, keep_current=keep_current)
        told.emit(answer)
        self.moved.emit(*self._spot.position)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, ArchiveError):
            self._jobs.failed.emit(_JOB, error)
            return
        self._answer = None
        self._spot.leave()
        self.refused.emit(error)
