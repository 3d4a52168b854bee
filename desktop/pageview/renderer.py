"""The render process as the window sees it: one picture at a time, the newest list of wishes wins."""

from __future__ import annotations

import dataclasses
import logging
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from desktop.pageview.pixels import Pixels
from index.errors import EncryptedPdf
from index.keyring import Keyring
from index.pdf.render import RenderRequest, WarmUp, make_renderer
from index.sandbox import Sandbox
from index.workers import Death, Failed, Finished, Worker, WorkerDied

log = logging.getLogger(__name__)

# While a picture is being made: how often the limits of the worker are looked at. On Windows pipes cannot be
# waited for together with the window's events, so that the answer itself is looked for.
_CHECK_MS: Final = 250
_POLL_MS: Final = 4
# A page that nobody waits for any more may be finished if it is quick; a slow one is not worth waiting for.
_PATIENCE_S: Final = 2.0
# A file on which the process dies so often in a row, without a single picture in between, is left alone.
_DEATHS_IN_A_ROW: Final = 3


class PageRenderer(QObject):
    """Owns the render process. Nothing here blocks, except `shutdown`.

    Args:
        parent: Owner.
        reads: Folders of the files that will be opened; the process can see no others.
        make_worker: Makes the worker that answers `RenderRequest`s.
        keyring: Passwords to try on files that need one.

    Signals:
        page_ready(RenderRequest, QImage): A picture was made; RGB32, no device pixel ratio set.
        failed(RenderRequest, Exception): A page cannot be drawn: `WorkerDied` when it ended the process
            (another one draws the other pages), whatever the handler raised otherwise.
    """

    page_ready = Signal(object, object)
    failed = Signal(object, object)

    def __init__(
        self,
        parent: QObject | None = None,
        reads: Sequence[Path] = (),
        make_worker: Callable[[Sandbox], Worker] = make_renderer,
        keyring: Keyring | None = None,
    ) -> None:
        super().__init__(parent)
        self._keyring = keyring or Keyring()
        self._pixels, self._block = Pixels(), ""
        self._worker = make_worker(Sandbox(tuple(reads), self._pixels.names))
        self._path = ""
        self._wanted: list[RenderRequest] = []
        self._running: RenderRequest | WarmUp | None = None
        self._running_since = 0.0
        self._deaths = 0
        self._is_shut = False
        self._notifier: QSocketNotifier | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_POLL_MS if sys.platform == "win32" else _CHECK_MS)
        self._clock.timeout.connect(self._look)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being made and nothing is wanted."""
        return self._running is None and not self._wanted

    def prewarm(self) -> None:
        """Start the process and have it load its libraries, so that the first page comes quickly."""
        if self._running is None and not self._is_shut:
            self._send(WarmUp())

    def open(self, path: str) -> None:
        """Take pictures of that file from now on; what was wanted of another one is forgotten."""
        self._path = path
        self._deaths = 0
        self.request(())

    def request(self, wanted: Sequence[RenderRequest]) -> None:
        """Say anew which pictures are wanted, the most urgent first; earlier wishes are forgotten."""
        self._wanted = [
            request for request in wanted if request.path == self._path and request != self._running
        ]
        if self._deaths >= _DEATHS_IN_A_ROW:
            self._give_up(WorkerDied(Death.CRASH))
        else:
            self._send_next()

    def shutdown(self) -> None:
        """End the process for good and give back the shared memory. Blocks for up to a second or two."""
        self._is_shut = True
        self._wanted, self._running = [], None
        self._stop_listening()
        self._worker.close()
        self._pixels.close()

    def _send_next(self) -> None:
        if self._wanted and self._running is None and not self._is_shut:
            self._send(self._wanted.pop(0))

    def _send(self, request: RenderRequest | WarmUp) -> None:
        self._running, self._running_since = request, time.monotonic()
        if isinstance(request, RenderRequest):
            self._block, passwords = self._pixels.take(), self._keyring.passwords
            self._worker.send(dataclasses.replace(request, shared_memory=self._block, passwords=passwords))
        else:
            self._worker.send(request)
        self._listen()

    def _look(self) -> None:
        """Take what the worker has to say."""
        running, block, events = self._running, self._block, self._worker.events()
        if not self._worker.is_busy:
            self._stop_listening()
            self._running = None
        for event in events:
            if not isinstance(running, RenderRequest):
                continue
            if isinstance(event, Finished):
                self._deaths = 0
                if running.path == self._path:
                    # The next picture is drawn while this one is copied.
                    self._send_next()
                    self.page_ready.emit(running, self._pixels.image(event.result, block))
            elif isinstance(event, Failed):
                self._on_failed(running, event.error)
        if self._is_overdue():
            self._stop_listening()
            self._worker.kill()
            self._running = None
        if self._deaths >= _DEATHS_IN_A_ROW:
            self._give_up(WorkerDied(Death.CRASH))
        else:
            self._send_next()

    def _on_failed(self, request: RenderRequest, error: Exception) -> None:
        log.warning("page %d of %s cannot be drawn: %r", request.page_index + 1, request.path, error)
        if request.path != self._path:
            return
        self._deaths += isinstance(error, WorkerDied)
        # Its other sizes and tiles would fail as well.
        self._wanted = [wanted for wanted in self._wanted if wanted.page_index != request.page_index]
        self.failed.emit(request, error)
        if isinstance(error, EncryptedPdf):
            self._give_up(error)

    def _give_up(self, why: Exception) -> None:
        """Say of everything wanted that it cannot be drawn."""
        wanted, self._wanted = self._wanted, []
        for request in wanted:
            self.failed.emit(request, why)

    def _is_overdue(self) -> bool:
        """Whether the process is held up by a slow page that nobody looks at any more."""
        return (
            isinstance(self._running, RenderRequest)
            and bool(self._wanted)
            and self._running.page_index not in {request.page_index for request in self._wanted}
            and time.monotonic() - self._running_since > _PATIENCE_S
        )

    def _listen(self) -> None:
        # The process, and with it the descriptor, may be another one than last time.
        descriptor = self._worker.fileno()
        if sys.platform != "win32" and descriptor is not None:
            self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._look)
        self._clock.start()

    def _stop_listening(self) -> None:
        # Between requests the descriptor becomes readable only when the process ends, and stays so for ever.
        self._clock.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
