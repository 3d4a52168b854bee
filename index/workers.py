"""Long-lived child processes for work that may crash, hang or eat memory.

A `Worker` runs one function of the core in a spawned process and answers requests one at a time. The
parent never blocks on it unless asked: `wait_any` watches many workers from one thread. A worker that is
silent for too long, grows too large or dies is killed and reported as `WorkerDied`; the next request
starts a new one.

Requests, messages and results are pickled by `multiprocessing`, between processes of ours only.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection, wait
from typing import Any

from index.tasks import Cancelled, Task

Tell = Callable[[Any], None]
"""Sends one message to the parent; each is a sign of life that restarts the clock of the time limit."""

Handler = Callable[[Any, Tell], Any]
"""A module-level function: takes a request, may tell messages, returns the result. Runs in the child."""

_KILL_WAIT_S = 5.0
_POLL_S = 0.25
_EXIT_MEMORY = 9


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What a worker may cost.

    Attributes:
        silence_s: Longest time without a message or a result while a request runs.
        request_s: Longest time for one request in all.
        memory_bytes: Address space on Linux, resident memory elsewhere; 0 for no limit.
        recycle_after: Requests after which the process is replaced, against slow leaks; 0 for never.
        may_write: Whether the process may write files. Enforced on POSIX.
    """

    silence_s: float = 60.0
    request_s: float = 3600.0
    memory_bytes: int = 0
    recycle_after: int = 0
    may_write: bool = False


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


@dataclass(frozen=True, slots=True)
class Told:
    """A message of the running request."""

    payload: Any


@dataclass(frozen=True, slots=True)
class Finished:
    """The result of the request."""

    result: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """The request ended with an error: of the handler, or `WorkerDied`."""

    error: Exception


Event = Told | Finished | Failed


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
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None
        self._busy_since = 0.0
        self._heard_at = 0.0
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
        self._served += 1
        self._busy_since = self._heard_at = time.monotonic()

    def events(self) -> list[Event]:
        """Return what has arrived, without blocking; enforces the limits."""
        events: list[Event] = []
        while self.is_busy and self._connection is not None:
            try:
                if not self._connection.poll(0):
                    break
                event = self._connection.recv()
            except (EOFError, OSError, pickle.UnpicklingError):
                events.append(self._buried())
                break
            self._heard_at = time.monotonic()
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
                self._connection.send(_QUIT)
                self._process.join(1.0)
        self.kill()

    def _start(self) -> None:
        self.kill()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, self._handler, self._limits), name=self._name, daemon=True
        )
        self._process.start()
        theirs.close()
        self._connection = ours

    def _buried(self) -> Failed:
        assert self._process is not None
        self._process.join(_KILL_WAIT_S)
        code = self._process.exitcode
        self.kill()
        if code == _EXIT_MEMORY:
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
        resident = self._resident_bytes()
        self._peak_bytes = max(self._peak_bytes, resident)
        if self._limits.memory_bytes and resident > self._limits.memory_bytes:
            return Death.MEMORY
        return None

    def _resident_bytes(self) -> int:
        import psutil

        if self._process is None or self._process.pid is None:
            return 0
        try:
            return int(psutil.Process(self._process.pid).memory_info().rss)
        except psutil.Error:
            return 0


def wait_any(workers: Iterable[Worker], timeout_s: float) -> None:
    """Block until one of the busy workers has something to say, or until the time is over."""
    connections = [w._connection for w in workers if w.is_busy and w._connection is not None]  # noqa: SLF001 - a friend of the class
    if connections:
        wait(connections, timeout_s)


_QUIT = "quit"


def _serve(connection: Connection, handler: Handler, limits: WorkerLimits) -> None:
    """Run in the child: answer requests until the parent is gone."""
    _restrain(limits)

    def tell(payload: object) -> None:
        _alarm(limits.silence_s)
        connection.send(Told(payload))

    while True:
        try:
            request = connection.recv()
        except (EOFError, OSError):
            return
        if isinstance(request, str) and request == _QUIT:
            return
        _alarm(limits.silence_s)
        try:
            answer: Event = Finished(handler(request, tell))
        except MemoryError:
            os._exit(_EXIT_MEMORY)
        except Exception as error:  # noqa: BLE001 - handed to the parent, whatever it is
            answer = Failed(_portable(error))
        _alarm(0)
        try:
            connection.send(answer)
        except OSError:
            return


def _alarm(silence_s: float) -> None:
    """Let the kernel end this process if it stays silent far beyond its limit.

    The parent enforces the limit itself; this is for a parent that was killed and cannot.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, silence_s * 1.5)


def _restrain(limits: WorkerLimits) -> None:
    # One thread in numpy: two are 5-10 times slower here (docs/decisions/0004).
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _silence_output()
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if limits.memory_bytes and sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    if not limits.may_write:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _silence_output() -> None:
    """PDF libraries complain about files on standard output; nobody is to read it there."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        with contextlib.suppress(OSError):
            os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _portable(error: Exception) -> Exception:
    """Return the error if it can cross to the parent, else a plain one that says the same."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own object, to see whether it survives
    except Exception:  # noqa: BLE001 - whatever pickle dislikes
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
