from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.crash import CrashHook, start_log


@pytest.fixture
def log_path(tmp_path: Path) -> Path:
    return tmp_path / "logs" / "window.log"


def test_an_error_nobody_caught_is_logged_and_told(qtbot: QtBot, log_path: Path) -> None:
    stop, hook = start_log(log_path), CrashHook()
    try:
        1 / 0  # noqa: B018 - the error is the point
    except ZeroDivisionError:
        with qtbot.waitSignal(hook.crashed) as blocker:
            hook.on_error(*sys.exc_info())  # type: ignore[arg-type]  # there is one
    stop()
    assert blocker.args == ["ZeroDivisionError"]
    written = log_path.read_text("utf-8")
    assert "ZeroDivisionError" in written
    assert "test_crash.py" in written


def test_an_error_in_a_thread_is_told_too(qtbot: QtBot, log_path: Path) -> None:
    stop, hook = start_log(log_path), CrashHook()
    hook.install()

    def fail() -> None:
        raise OSError

    try:
        with qtbot.waitSignal(hook.crashed):
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
    finally:
        hook.uninstall()
        stop()
    assert sys.excepthook is sys.__excepthook__


def test_debug_records_stay_out_of_the_log(log_path: Path) -> None:
    stop = start_log(log_path)
    logging.getLogger("desktop.test").debug("words of a document")
    logging.getLogger("desktop.test").error("something of ours")
    stop()
    written = log_path.read_text("utf-8")
    assert "something of ours" in written
    assert "words of a document" not in written


def test_a_folder_that_cannot_be_written_is_no_reason_not_to_start(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    start_log(blocked / "window.log")()
