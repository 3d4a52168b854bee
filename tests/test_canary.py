"""Known faults of libraries that we avoid by version: these tests tell when a version has one again."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytest.importorskip("PySide6", reason="no Qt in this environment")

EMITS = """
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    sent = Signal()

sender = Sender()
for _ in range(2000):
    sender.sent.emit()
print("alive")
"""


def test_emitting_signals_does_not_use_up_none_and_true() -> None:
    # PySide6 6.12.0 on CPython 3.10 and 3.11 drops a reference to a singleton at every emit and aborts
    # after about 560 of them, long after the line that caused it.
    run = subprocess.run(
        [sys.executable, "-c", EMITS], env=os.environ, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout.strip()) == (0, "alive"), run.stderr
