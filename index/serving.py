"""The child's side of a worker: what crosses the pipe, and the loop that answers.

    parent ──► (handler, limits), request, request, ... "quit"
    child  ──► Ready, Told*, Finished | Failed, Told*, ...

What the parent sends is pickled by `multiprocessing` and trusted. What comes back may have been made by a
document that took the child over: the parent reads it with `index.values_only`.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Final

from index.sandbox import Sandbox, filter_calls
from index.values_only import load_values

Tell = Callable[[Any], None]
"""Sends one message to the parent; each is a sign of life that restarts the clock of the time limit."""

Handler = Callable[[Any, Tell], Any]
"""A module-level function: takes a request, may tell messages, returns the result. Runs in the child."""

_NICENESS: Final = 10
EXIT_MEMORY: Final = 9
QUIT: Final = "quit"


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What a worker may cost, and reach.

    Attributes:
        silence_s: Longest time without a message or a result while a request runs.
        request_s: Longest time for one request in all.
        memory_bytes: Address space on Linux, resident memory elsewhere; 0 for no limit.
        answer_bytes: Longest message or result, so that a document cannot fill the parent's memory.
        recycle_after: Requests after which the process is replaced, against slow leaks; 0 for never.
        may_write: Whether the process may write files. Enforced on POSIX.
        sandbox: What a process may reach that touches documents; None for one that is not kept apart.
        stands_back: Whether others come first on a busy machine: reading and the window stay smooth.
    """

    silence_s: float = 60.0
    request_s: float = 3600.0
    memory_bytes: int = 0
    answer_bytes: int = 512 << 20
    recycle_after: int = 0
    may_write: bool = False
    sandbox: Sandbox | None = None
    stands_back: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """The process behind the wall is alive and waits for requests; said once."""


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
    """The request ended with an error: of the handler, or `index.workers.WorkerDied`."""

    error: Exception


Event = Told | Finished | Failed


def enter(descriptor: int) -> None:
    """Serve behind the wall; the first thing said is what to do. Called by the command of the process."""
    from multiprocessing import resource_tracker

    def leave_to_the_parent(_name: str, _kind: str) -> None:
        """Do nothing."""

    # The parent made the shared memory and removes it. Python before 3.13 would start a process here to do so
    # as well (https://github.com/python/cpython/issues/82300; `track=False` from 3.13 on).
    resource_tracker.register = resource_tracker.unregister = leave_to_the_parent  # type: ignore[assignment]  # on purpose
    connection = Connection(descriptor)
    handler, limits = connection.recv()
    connection.send(Ready())
    serve(connection, handler, limits)


def serve(connection: Connection, handler: Handler, limits: WorkerLimits) -> None:
    """Answer requests until the parent is gone. Runs in the child."""
    _restrain(limits)

    def tell(payload: object) -> None:
        _alarm(limits.silence_s)
        connection.send(Told(payload))

    while True:
        try:
            request = connection.recv()
        except (EOFError, OSError):
            return
        if isinstance(request, str) and request == QUIT:
            return
        _alarm(limits.silence_s)
        try:
            answer: Event = Finished(handler(request, tell))
        except MemoryError:
            os._exit(EXIT_MEMORY)
        except RecursionError as error:
            answer = Failed(RuntimeError(f"RecursionError: {error}"))
        except Exception as error:  # noqa: BLE001 - handed to the parent, whatever it is
            answer = Failed(_portable(error))
        _alarm(0)
        try:
            connection.send(answer)
        except MemoryError:
            os._exit(EXIT_MEMORY)
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
    if limits.stands_back:
        _stand_back()
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if limits.memory_bytes and sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    if not limits.may_write:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if limits.sandbox is not None:
        filter_calls(runs_programs=limits.sandbox.runs_programs)


def _stand_back() -> None:
    if sys.platform == "win32":
        import psutil

        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(_NICENESS)


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
        load_values(pickle.dumps(error))
    except Exception:  # noqa: BLE001 - whatever pickle dislikes
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
