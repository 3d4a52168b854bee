"""Python's garbage collector, run in the thread of the window alone.

Cycles of Python objects may hold objects of Qt. Whichever thread happens to collect them destroys these, and
Qt does not bear that: timers cannot be stopped from another thread, and the process dies. So collecting by
itself is turned off, and a timer of the window's thread does it instead.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 1000


class GarbageCollector(QObject):
    """Collects garbage in its own thread for as long as it lives.

    Args:
        parent: Owner.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect)
        timer.start(_EVERY_MS)


def collect() -> None:
    """Collect the oldest generation that is due, as Python would have done by itself."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
