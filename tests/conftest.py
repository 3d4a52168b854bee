"""What holds for every test: no network, none of the user's own files, nothing left behind.

Knows no Qt: the tests of the core run in environments that do not have it.
"""

from __future__ import annotations

import contextlib
import importlib.util
import multiprocessing
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

HAS_QT = importlib.util.find_spec("PySide6") is not None

_INTERNET_EVENTS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"})
_LEFT_BEHIND_WAIT_S = 5.0
_home = Path(tempfile.mkdtemp(prefix="chitalnya-tests-"))


def _isolate() -> None:
    """Point every folder of the user into a temporary one; child processes inherit this."""
    folders = {
        "HOME": "home",
        "USERPROFILE": "home",
        "APPDATA": "config",
        "LOCALAPPDATA": "share",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "share",
        "XDG_STATE_HOME": "state",
        "XDG_CACHE_HOME": "cache",
        "XDG_RUNTIME_DIR": "runtime",
        "CHITALNYA_ARCHIVE": "archive",
    }
    for variable, name in folders.items():
        folder = _home / name
        if name != "archive":
            folder.mkdir(exist_ok=True, mode=0o700)
        os.environ[variable] = str(folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


class NetworkUsed(BaseException):
    """A test reached for the internet. Not an Exception, so that no handler of ours swallows it."""


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _INTERNET_EVENTS:
        return
    address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
    if isinstance(address, tuple) or event == "socket.getaddrinfo":
        raise NetworkUsed(f"{event}: {address}")


_isolate()
sys.addaudithook(_refuse_network)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where pytest-qt is not installed, its settings in pyproject.toml are still known words."""
    if importlib.util.find_spec("pytestqt") is None:
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "of pytest-qt, which is not installed here", default="")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Without Qt there is no desktop to test."""
    if not HAS_QT and collection_path in {Path(__file__).parent / "desktop", Path(__file__).parent / "e2e"}:
        return True
    return None


def pytest_unconfigure() -> None:
    """Remove the temporary folders of this run."""
    shutil.rmtree(_home, ignore_errors=True)


@pytest.fixture(autouse=True, scope="module")
def _nothing_left_behind() -> Iterator[None]:
    """Fail the module whose tests leave a process, a thread or a window."""
    before = _running()
    yield
    end = time.monotonic() + _LEFT_BEHIND_WAIT_S
    while (left := _running() - before) and time.monotonic() < end:
        time.sleep(0.02)
    assert not left, f"left behind by the tests of this module: {', '.join(sorted(left))}"


def _walled_processes() -> Iterator[int]:
    """Yield the processes that bubblewrap started for us; `multiprocessing` does not know them."""
    for child in psutil.Process().children():
        with contextlib.suppress(psutil.Error):
            if child.name() == "bwrap":
                yield child.pid


def _running() -> set[str]:
    processes = {f"process {child.name} {child.pid}" for child in multiprocessing.active_children()}
    processes |= {f"process {pid}" for pid in _walled_processes()}
    threads = {
        f"thread {thread.name} {thread.ident}"
        for thread in threading.enumerate()
        if not thread.daemon and thread is not threading.main_thread()
    }
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets is not None else None
    windows = {
        f"window {widget.objectName() or type(widget).__name__} {id(widget)}"
        for widget in (application.topLevelWidgets() if application is not None else ())
        if widget.isVisible()
    }
    return processes | threads | windows
