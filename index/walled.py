"""A process behind the wall, as its parent handles it: started, watched, killed with all it started."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import weakref

from index.sandbox import environment

_ENTER = "import sys; sys.path[:] = {path!a}; from index.serving import enter; enter({descriptor})"
_KILLED = 128
"""Shells and bubblewrap report a child killed by signal n as exit code 128 + n."""


class WalledProcess:
    """A Python process in bubblewrap that serves a connection; handled like those of `multiprocessing`.

    Three processes stand for it: bubblewrap, the first process of the new namespace, and Python.

    Args:
        command: What puts up the wall, see `index.sandbox.walled`.
        descriptor: The child's end of the connection; the caller closes its own copy.
    """

    def __init__(self, command: list[str], descriptor: int) -> None:
        told, telling = os.pipe()
        path = [entry and os.path.abspath(entry) for entry in sys.path]  # noqa: PTH100 - text, as Python has it
        self._told: int | None = told
        self._init: int | None = None
        self._python: int | None = None
        try:
            self._outer = subprocess.Popen(
                [
                    *command,
                    "--info-fd",
                    str(telling),
                    sys.executable,
                    *("-I", "-S", "-c", _ENTER.format(path=path, descriptor=descriptor)),
                ],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment(),
                pass_fds=(descriptor, telling),
            )
        finally:
            os.close(telling)
        # Python ends: so do its children. One whose parent is killed ends when the connection does.
        self._at_exit = weakref.finalize(self, _end, self._outer)

    @property
    def pid(self) -> int | None:
        """Process number of Python as seen from here; None while it is not known yet."""
        import psutil

        if self._python is None and (init := self._first_process()) is not None:
            with contextlib.suppress(psutil.Error):
                inner = psutil.Process(init).children()
                self._python = inner[0].pid if inner else None
        return self._python

    @property
    def exitcode(self) -> int | None:
        """Exit code of Python: -n when signal n ended it; None while it runs."""
        code = self._outer.poll()
        return _KILLED - code if code is not None and code > _KILLED else code

    def is_alive(self) -> bool:
        """Whether it runs."""
        return self._outer.poll() is None

    def kill(self) -> None:
        """End it at once, and everything in its namespace: that dies with its first process."""
        if self.is_alive() and (init := self._first_process()) is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(init, signal.SIGKILL)
        self._outer.kill()

    def join(self, timeout: float | None = None) -> None:
        """Wait until it has ended, or the time is over."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._outer.wait(timeout)

    def close(self) -> None:
        """Give back what the parent holds of it."""
        if self._told is not None:
            os.close(self._told)
            self._told = None
        self._at_exit.detach()

    def _first_process(self) -> int | None:
        """Return the first process of the namespace; blocks for the few milliseconds until there is one."""
        if self._told is not None:
            descriptor, self._told = self._told, None
            with os.fdopen(descriptor, encoding="ascii") as stream, contextlib.suppress(ValueError, KeyError):
                self._init = int(json.load(stream)["child-pid"])
        return self._init


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
