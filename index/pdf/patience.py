"""Ends Python code that does not end by itself, without ending its process."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType
from typing import Final

_AGAIN_S: Final = 1.0


class OutOfPatience(Exception):  # noqa: N818 - the name says what happened
    """The code used up its time."""


@contextlib.contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise `OutOfPatience` in the block when it has used so much processor time, and again while it goes on.

    Works on POSIX in the main thread, which is where workers run their handlers; elsewhere it does nothing,
    and the limits of the worker are what is left.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise OutOfPatience(f"more than {seconds:g} s")

    before = signal.signal(signal.SIGVTALRM, interrupt)
    # Again and again: somewhere in a library there may be an `except` that takes everything.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
