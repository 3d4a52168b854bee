"""Locks between programs that use one archive. The operating system frees them when their holder dies."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from index.errors import StoreLocked
from index.store.database import explained

_PAUSE_S: Final = 0.05
# Windows locks bytes, not files, and locked bytes cannot be read by others: lock one far behind the pid.
_LOCKED_BYTE: Final = 1 << 20


@contextlib.contextmanager
def locked(path: Path, patience_s: float, refusal: str) -> Iterator[None]:
    """Hold a lock that at most one holder has, in this process or another; does not nest.

    Args:
        path: File that stands for the lock; holds the process id of the last holder, and stays.
        patience_s: How long to wait for another holder.
        refusal: What to tell when the patience is over; `{pid}` is the other's process id.

    Raises:
        StoreLocked: If another holder keeps it.
    """
    deadline = time.monotonic() + patience_s
    with explained():
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        while not _try(descriptor):
            if time.monotonic() >= deadline:
                raise StoreLocked(
                    refusal.format(pid=_holder(descriptor)),
                    "Дождитесь, пока та работа закончится, и повторите. Искать и читать можно и сейчас.",
                )
            time.sleep(_PAUSE_S)
        with explained():
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, str(os.getpid()).encode())
        yield
    finally:
        os.close(descriptor)


def _holder(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, 20).decode("ascii", "replace").strip() or "?"


if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
