"""The render process as the window sees it: one picture at a time, the most urgent customer first."""

from __future__ import annotations

import dataclasses
import logging
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal
from shiboken6 import isValid

from desktop.pageview.customer import Customer
from desktop.pageview.pixels import Pixels
from index.keyring import Keyring
from index.pdf.render import LinksRequest, RenderRequest, Request, WarmUp, make_renderer
from index.sandbox import Sandbox
from index.workers import Failed, Finished, Worker

log = logging.getLogger(__name__)

# While a picture is being made: how often the limits of the worker are looked at. On Windows pipes cannot be
# waited for together with the window's events, so that the answer itself is looked for.
_CHECK_MS: Final = 250
_POLL_MS: Final = 4
# A page that nobody waits for any more may be finished if it is quick; a slow one is not worth waiting for.
_PATIENCE_S: Final = 2.0


class PageRenderer(Customer):
    """Owns the render process, and is its most urgent customer: the pages that are read.

    Nothing here blocks, except `shutdown`.

    Args:
        parent: Owner.
        reads: Folders of the files that will be opened; the process can see no others.
        make_worker: Makes the worker that answers `RenderRequest`s.
        keyring: Passwords to try on files that need one.

    Signals:
        links_found(str, int, tuple[PageLink, ...]): The links of a page of a file.
        page_ready(RenderRequest, QImage), failed(RenderRequest, Exception): See `Customer`.
    """

    links_found = Signal(str, int, object)

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
        self._customers: list[Customer] = [self]
        self._served: Customer = self
        self._questions: list[LinksRequest] = []
        self._running: Request | None = None
        self._running_since = 0.0
        self._is_shut = False
        self._notifier: QSocketNotifier | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_POLL_MS if sys.platform == "win32" else _CHECK_MS)
        self._clock.timeout.connect(self._look)
        self.asked.connect(self._send_next)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being made and nothing is wanted."""
        return self._running is None and not any(one.has_wishes for one in self._customers)

    def customer(self, parent: QObject) -> Customer:
        """Return another customer, who waits until those before him have all they want.

        Args:
            parent: Owner; with it the customer goes.
        """
        made = Customer(parent)
        made.asked.connect(self._send_next)
        self._customers.append(made)
        return made

    def prewarm(self) -> None:
        """Start the process and have it load its libraries, so that the first page comes quickly."""
        if self._running is None and not self._is_shut:
            self._send(WarmUp())

    def ask_links(self, path: str, page_index: int) -> None:
        """Ask for the links of a page, when everything else is done; `links_found` tells them."""
        question = LinksRequest(path, page_index)
        if question not in self._questions and question != self._running:
            self._questions.append(question)
            self._send_next()

    def shutdown(self) -> None:
        """End the process for good and give back the shared memory. Blocks for up to a second or two."""
        self._is_shut = True
        for customer in self._customers:
            customer.forget()
        self._running = None
        self._stop_listening()
        self._worker.close()
        self._pixels.close()

    def _send_next(self) -> None:
        self._customers = [one for one in self._customers if isValid(one)]
        if self._running is not None or self._is_shut:
            return
        waiting = [one for one in self._customers if one.has_wishes]
        hurried = [one for one in waiting if not one.is_patient]
        if self._questions and not hurried:
            self._send(self._questions.pop(0))
        elif waiting:
            self._served = (hurried or waiting)[0]
            self._send(self._served.next_wish())

    def _send(self, request: Request) -> None:
        self._running, self._running_since = request, time.monotonic()
        if isinstance(request, RenderRequest):
            self._block, passwords = self._pixels.take(), self._keyring.passwords
            self._worker.send(dataclasses.replace(request, shared_memory=self._block, passwords=passwords))
        elif isinstance(request, LinksRequest):
            self._worker.send(dataclasses.replace(request, passwords=self._keyring.passwords))
        else:
            self._worker.send(request)
        self._listen()

    def _look(self) -> None:
        """Take what the worker has to say."""
        running, block, events = self._running, self._block, self._worker.events()
        if not self._worker.is_busy:
            self._stop_listening()
            self._running = None
        served = self._served
        for event in events:
            if isinstance(running, LinksRequest) and isinstance(event, Finished | Failed):
                # A page whose links cannot be read has none.
                links = event.result if isinstance(event, Finished) else ()
                self.links_found.emit(running.path, running.page_index, links)
            if not isinstance(running, RenderRequest) or not isValid(served):
                continue
            if isinstance(event, Finished):
                # The next picture is drawn while this one is copied.
                self._send_next()
                served.take(running, self._pixels.image(event.result, block))
            elif isinstance(event, Failed):
                served.bear(running, event.error)
        if self._is_overdue():
            self._stop_listening()
            self._worker.kill()
            self._running = None
            self._served.break_off()
        self._send_next()

    def _is_overdue(self) -> bool:
        """Whether the process is held up by a slow page that can wait, or that nobody looks at any more."""
        running, served = self._running, self._served
        if not isinstance(running, RenderRequest) or not isValid(served):
            return False
        last = len(self._customers) if served.is_patient else self._customers.index(served)
        before = (one for one in self._customers[:last] if not one.is_patient)
        return time.monotonic() - self._running_since > _PATIENCE_S and (
            served.is_tired_of(running) or any(one.has_wishes for one in before)
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
