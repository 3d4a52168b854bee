"""Long-lived child processes for work that may crash, hang or eat memory.

A `Worker` runs one function of the core in a process of its own and answers requests one at a time. The
parent never blocks on it unless asked: `wait_any` watches many workers from one thread. A worker that is
silent for too long, grows too large or dies is killed and reported as `WorkerDied`; the next request
starts a new one. Workers that touch documents live behind a wall (`index.sandbox`).
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterable
from enum import StrEnum
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Protocol

from index.sandbox import give_up, walled
from index.serving import EXIT_MEMORY, QUIT, Ready, serve
from index.serving import Event as Event  # noqa: PLC0414 - these are part of this module's interface
from index.serving import Failed as Failed  # noqa: PLC0414 - part of this interface
from index.serving import Finished as Finished  # noqa: PLC0414 - part of this interface
from index.serving import Handler as Handler  # noqa: PLC0414 - part of this interface
from index.serving import Tell as Tell  # noqa: PLC0414 - part of this interface
from index.serving import Told as Told  # noqa: PLC0414 - part of this interface
from index.serving import WorkerLimits as WorkerLimits  # noqa: PLC0414 - part of this interface
from index.tasks import Cancelled, Task
from index.values_only import load_values
from index.walled import WalledProcess

_KILL_WAIT_S = 5.0
_POLL_S = 0.25
_PIECE_BYTES = 1 << 20
_WEIGHED_EVERY_S = 0.1
"""Time between two looks at the memory of a process, which it may tell of hundreds of times a second."""


class Death(StrEnum):
    """Why a worker ended."""

    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"


class WorkerDied(Exception):  # noqa: N818 - the name says what happened
    """The process of a worker ended before it answered."""

    def __init__(self, why: Death, detail: str = "", seconds: float = 0.0) -> None:
        super().__init__(f"{why}: {detail}" if detail else why.value)
        self.why = why
        self.seconds = seconds
        """How long the request had run."""


class _Process(Protocol):
    """What the parent does with a process, whether `multiprocessing` or bubblewrap started it."""

    @property
    def pid(self) -> int | None: ...
    @property
    def exitcode(self) -> int | None: ...
    def is_alive(self) -> bool: ...
    def kill(self) -> None: ...
    def join(self, timeout: float | None = None) -> None: ...
    def close(self) -> None: ...


class Worker:
    """One child process that answers requests one at a time.

    The process starts with the first request or with `prewarm`, never with the constructor. Not
    thread-safe: one thread at a time.

    Args:
        handler: Module-level function that runs in the child.
        limits: What the child may cost.
        name: Name of the process, for people who look at a list of processes.
    """

    def __init__(self, handler: Handler, limits: WorkerLimits, name: str) -> None:
        self._handler, self._limits, self._name = handler, limits, name
        self._process: _Process | None = None
        self._connection: Connection | None = None
        self._inbox: _Inbox
        self._busy_since = self._heard_at = self._weighed_at = 0.0
        self._request: object = None
        self._is_ready = False
        self._served = 0
        self._peak_bytes = 0
        self.is_busy = False

    @property
    def peak_memory_bytes(self) -> int:
        """Largest resident memory seen in any process of this worker."""
        return self._peak_bytes

    def fileno(self) -> int | None:
        """Return the descriptor that becomes readable with each event; None while no process runs.

        Another process has another descriptor: ask again after a death.
        """
        return None if self._connection is None else self._connection.fileno()

    def prewarm(self) -> None:
        """Start the process without a request. Does not wait for it."""
        if self._process is None or not self._process.is_alive():
            self._start()

    def send(self, request: object) -> None:
        """Hand over a request; does not wait for the answer.

        Raises:
            RuntimeError: If the worker is busy.
        """
        if self.is_busy:
            raise RuntimeError(f"{self._name} is busy")
        if self._limits.recycle_after and self._served >= self._limits.recycle_after:
            self.close()
        self.prewarm()
        assert self._connection is not None
        try:
            self._connection.send(request)
        except OSError:
            # It died while idle; a fresh one takes the request.
            self.kill()
            self._start()
            self._connection.send(request)
        self.is_busy = True
        self._request = request
        self._served += 1
        self._busy_since = self._heard_at = time.monotonic()

    def events(self) -> list[Event]:
        """Return what has arrived, without blocking; enforces the limits."""
        events: list[Event] = []
        while self.is_busy and self._connection is not None:
            try:
                message = self._inbox.take()
                if message is None:
                    break
                event = _unpacked(message)
            except (EOFError, ConnectionError):
                if self._came_to_life():
                    events.append(self._buried())
                    break
                continue
            except WorkerDied as death:
                self.kill()
                events.append(Failed(death))
                break
            self._heard_at = time.monotonic()
            if isinstance(event, Ready):
                self._is_ready = True
                continue
            if not isinstance(event, Told):
                self.is_busy = False
                if isinstance(event, Failed) and isinstance(event.error, MemoryError):
                    self.kill()
                    event = Failed(self._death(Death.MEMORY))
            events.append(event)
        if self.is_busy and (why := self._excess()):
            self.kill()
            events.append(Failed(self._death(why)))
        return events

    def call(self, request: object, task: Task | None = None, on_told: Tell | None = None) -> Any:  # noqa: ANN401 - whatever the handler returns
        """Hand over a request and block until it is answered.

        Raises:
            WorkerDied: If the process ended before it answered.
            Cancelled: If `task` was cancelled; the process is killed.
            Exception: Whatever the handler raised.
        """
        self.send(request)
        while True:
            wait_any([self], _POLL_S)
            for event in self.events():
                if isinstance(event, Finished):
                    return event.result
                if isinstance(event, Failed):
                    raise event.error
                if on_told is not None:
                    on_told(event.payload)
            if task is not None and task.is_cancelled:
                self.kill()
                raise Cancelled

    def kill(self) -> None:
        """End the process at once; a running request is lost."""
        process, self._process = self._process, None
        connection, self._connection = self._connection, None
        self.is_busy = False
        self._served = 0
        if connection is not None:
            connection.close()
        if process is not None:
            process.kill()
            process.join(_KILL_WAIT_S)
            # One that the kernel cannot end yet is left to it.
            with contextlib.suppress(ValueError):
                process.close()

    def close(self) -> None:
        """End the process: politely when it is idle."""
        if self._process is not None and not self.is_busy and self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.send(QUIT)
                self._process.join(1.0)
        self.kill()

    def _start(self) -> None:
        self.kill()
        self._is_ready = False
        self._connection, self._process = _started(self._handler, self._limits, self._name)
        self._inbox = _Inbox(self._connection, self._limits.answer_bytes)

    def _came_to_life(self) -> bool:
        """Whether the process that ended was ever alive; if not, one without a wall takes its request.

        The wall is to blame then, for no document has been opened yet.
        """
        if self._is_ready or not isinstance(self._process, WalledProcess):
            return True
        give_up()
        request = self._request
        self._start()
        assert self._connection is not None
        self._connection.send(request)
        self.is_busy = True
        self._busy_since = self._heard_at = time.monotonic()
        return False

    def _buried(self) -> Failed:
        assert self._process is not None
        self._process.join(_KILL_WAIT_S)
        code = self._process.exitcode
        self.kill()
        if code == EXIT_MEMORY:
            return Failed(self._death(Death.MEMORY))
        if code == -getattr(signal, "SIGALRM", 0):
            return Failed(self._death(Death.TIME))
        return Failed(self._death(Death.CRASH, f"exit code {code}"))

    def _death(self, why: Death, detail: str = "") -> WorkerDied:
        return WorkerDied(why, detail, time.monotonic() - self._busy_since)

    def _excess(self) -> Death | None:
        now = time.monotonic()
        if now - self._heard_at > self._limits.silence_s:
            return Death.TIME
        if now - self._busy_since > self._limits.request_s:
            return Death.TIME
        if now - self._weighed_at < _WEIGHED_EVERY_S:
            return None
        self._weighed_at = now
        resident = _resident_bytes(self._process)
        self._peak_bytes = max(self._peak_bytes, resident)
        if self._limits.memory_bytes and resident > self._limits.memory_bytes:
            return Death.MEMORY
        return None


def wait_any(workers: Iterable[Worker], timeout_s: float) -> None:
    """Block until one of the busy workers has something to say, or until the time is over."""
    connections = [w._connection for w in workers if w.is_busy and w._connection is not None]  # noqa: SLF001 - a friend of the class
    if connections:
        wait(connections, timeout_s)


def _started(handler: Handler, limits: WorkerLimits, name: str) -> tuple[Connection, _Process]:
    """Start a process, behind the wall if it is to be; return our end of the pipe and the process."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    with contextlib.closing(theirs):
        command = None
        if limits.sandbox is not None:
            command = walled(limits.sandbox, frozenset({_package(handler)}))
        if command is None:
            process = context.Process(target=serve, args=(theirs, handler, limits), name=name, daemon=True)
            process.start()
            return ours, process
        behind_wall = WalledProcess(command, theirs.fileno())
        with contextlib.suppress(OSError):
            # If it died at once, the first request tells.
            ours.send((handler, limits))
        return ours, behind_wall


class _Inbox:
    """Takes messages out of a pipe and never waits for the rest of one: it may never come.

    Messages are as `multiprocessing.connection.Connection` writes them: their length, four bytes, or -1 and
    eight bytes, the most significant first; then what they say.

    Args:
        connection: Our end of the pipe.
        most_bytes: Longest message.
    """

    def __init__(self, connection: Connection, most_bytes: int) -> None:
        self._connection, self._most_bytes = connection, most_bytes
        self._begun = bytearray()

    def take(self) -> bytes | None:
        """Return the next message that is there as a whole; None while there is none.

        Raises:
            EOFError, ConnectionError: If the process ended.
            WorkerDied: If a message is too long.
        """
        if sys.platform == "win32":
            # There a pipe hands over whole messages only.
            return self._whole_on_windows() if self._connection.poll(0) else None
        while (message := self._whole()) is None and self._connection.poll(0):
            # Returns what there is; only an empty pipe would make it wait.
            piece = os.read(self._connection.fileno(), _PIECE_BYTES)
            if not piece:
                raise EOFError
            self._begun += piece
        return message

    def _whole(self) -> bytes | None:
        begun, start = self._begun, 4
        length = int.from_bytes(begun[:4], signed=True)
        if length < 0:
            start = 12
            length = int.from_bytes(begun[4:12])
        if len(begun) < start:
            return None
        if length > self._most_bytes:
            raise _too_long()
        if len(begun) < start + length:
            return None
        message = bytes(memoryview(begun)[start : start + length])
        del begun[: start + length]
        return message

    def _whole_on_windows(self) -> bytes:
        try:
            return self._connection.recv_bytes(self._most_bytes)
        except ConnectionError:
            raise
        except OSError as error:
            raise _too_long() from error


def _too_long() -> WorkerDied:
    return WorkerDied(Death.MEMORY, "its answer is too long")


def _unpacked(pickled: bytes) -> Event | Ready:
    """Return what a message says; a document may have had a hand in it.

    Raises:
        WorkerDied: If it is not what a worker says.
    """
    try:
        event = load_values(pickled)
    except MemoryError:
        raise WorkerDied(Death.MEMORY) from None
    except Exception as error:
        raise WorkerDied(Death.CRASH, f"its answer cannot be read: {error!r}") from error
    if not isinstance(event, Event | Ready):
        raise WorkerDied(Death.CRASH, "its answer is none")
    return event


def _resident_bytes(process: _Process | None) -> int:
    import psutil

    if process is None or process.pid is None:
        return 0
    try:
        return int(psutil.Process(process.pid).memory_info().rss)
    except psutil.Error:
        return 0


def _package(handler: Handler) -> Path:
    """Return the folder of the outermost package that a handler is from, which its process has to see."""
    name: str = getattr(handler, "func", handler).__module__
    package = sys.modules[name.partition(".")[0]]
    return Path(package.__file__ or ".").parent.absolute()
