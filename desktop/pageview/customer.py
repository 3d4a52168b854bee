"""Somebody who wants pictures of pages: the pages that are read, the small ones beside them, the printer."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from index.errors import EncryptedPdf
from index.pdf.render import RenderRequest
from index.workers import Death, WorkerDied

log = logging.getLogger(__name__)

# A file on which the process dies so often in a row, without a single picture in between, is left alone.
_DEATHS_IN_A_ROW: Final = 3


class Customer(QObject):
    """The wishes of one customer of the render process: of one file at a time, the newest list wins.

    Signals:
        page_ready(RenderRequest, QImage): A picture was made; RGB32, no device pixel ratio set.
        failed(RenderRequest, Exception): A page cannot be drawn: `WorkerDied` when it ended the process
            (another one draws the other pages), whatever the handler raised otherwise.
        asked(): Something is wanted; for the render process.
    """

    page_ready = Signal(object, object)
    failed = Signal(object, object)
    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._wanted: list[RenderRequest] = []
        self._is_patient = False
        self._in_the_making: RenderRequest | None = None
        self._deaths = 0

    @property
    def has_wishes(self) -> bool:
        """Whether something is wanted that is not being made yet."""
        return bool(self._wanted)

    @property
    def is_patient(self) -> bool:
        """Whether others may be served first, whoever they are."""
        return self._is_patient

    def open(self, path: str) -> None:
        """Take pictures of that file from now on; what was wanted of another one is forgotten."""
        self._path = path
        self._deaths = 0
        self.request(())

    def request(self, wanted: Sequence[RenderRequest]) -> None:
        """Say anew which pictures are wanted, the most urgent first; earlier wishes are forgotten."""
        self._ask(wanted, is_patient=False)

    def request_patiently(self, wanted: Sequence[RenderRequest]) -> None:
        """Say likewise what is wanted only when nobody else wants anything."""
        self._ask(wanted, is_patient=True)

    def _ask(self, wanted: Sequence[RenderRequest], *, is_patient: bool) -> None:
        self._is_patient = is_patient
        self._wanted = [
            request for request in wanted if request.path == self._path and request != self._in_the_making
        ]
        if not self._gives_up():
            self.asked.emit()

    def next_wish(self) -> RenderRequest:
        """Return the most urgent wish: it is being made now. There must be one."""
        self._in_the_making = self._wanted.pop(0)
        return self._in_the_making

    def is_tired_of(self, request: RenderRequest) -> bool:
        """Whether other pages are wanted, and the one in the making no longer."""
        pages = {wanted.page_index for wanted in self._wanted}
        return bool(pages) and request.page_index not in pages

    def break_off(self) -> None:
        """Learn that what was in the making was broken off; if it is still wanted, it comes last."""
        request, self._in_the_making = self._in_the_making, None
        if request is not None and request.path == self._path and not self.is_tired_of(request):
            self._wanted.append(request)

    def take(self, request: RenderRequest, image: QImage) -> None:
        """Take a picture that was made; the next one may be in the making already."""
        if request == self._in_the_making:
            self._in_the_making = None
        self._deaths = 0
        if request.path == self._path:
            self.page_ready.emit(request, image)

    def bear(self, request: RenderRequest, error: Exception) -> None:
        """Learn that a page cannot be drawn."""
        self._in_the_making = None
        log.warning("page %d of %s cannot be drawn: %r", request.page_index + 1, request.path, error)
        if request.path != self._path:
            return
        self._deaths += isinstance(error, WorkerDied)
        # Its other sizes and tiles would fail as well.
        self._wanted = [wanted for wanted in self._wanted if wanted.page_index != request.page_index]
        self.failed.emit(request, error)
        if isinstance(error, EncryptedPdf):
            self._refuse_all(error)
        self._gives_up()

    def forget(self) -> None:
        """Want nothing any more; what is in the making is nobody's."""
        self._wanted, self._in_the_making = [], None

    def _gives_up(self) -> bool:
        if self._deaths < _DEATHS_IN_A_ROW:
            return False
        self._refuse_all(WorkerDied(Death.CRASH))
        return True

    def _refuse_all(self, why: Exception) -> None:
        """Say of everything wanted that it cannot be drawn."""
        wanted, self._wanted = self._wanted, []
        for request in wanted:
            self.failed.emit(request, why)
