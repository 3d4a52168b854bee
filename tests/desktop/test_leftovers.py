import subprocess
import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop import leftovers as module
from tests.desktop.leftovers import leftovers, look_around


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE_S", 0.1)


def test_a_forgotten_thread_is_found() -> None:
    before, end = look_around(), threading.Event()
    thread = threading.Thread(target=end.wait, name="forgotten")
    thread.start()
    try:
        assert leftovers(before) == ["thread forgotten"]
    finally:
        end.set()
        thread.join()
    assert leftovers(before) == []


def test_a_forgotten_process_is_found() -> None:
    before = look_around()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        found = leftovers(before)
        process.kill()
    assert len(found) == 1
    assert "input()" in found[0]


def test_a_forgotten_window_is_found(qapp: QApplication) -> None:
    before = look_around()
    window = QWidget()
    window.show()
    found = leftovers(before)
    window.close()
    assert len(found) == 1
    assert found[0].startswith("window")
    assert leftovers(before) == []
