"""What happens when the program itself is wrong: a log for us, a calm word for the reader.

Never a word of a document is logged: tracebacks carry code and messages of ours, and records above DEBUG
speak of ids and counts.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from index.config import APP_NAME

log = logging.getLogger(__name__)

_LOG_BYTES = 1 << 20
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashHook(QObject):
    """Catches what nobody caught, in any thread.

    Signals:
        crashed(str): An error was logged; carries its type, for the dialog. Delivered in the window's thread.
    """

    crashed = Signal(str)

    def install(self) -> None:
        """Become the last listener for errors of Python and for messages of Qt."""
        sys.excepthook = self.on_error
        threading.excepthook = self._on_thread_error
        qInstallMessageHandler(_log_qt_message)

    def uninstall(self) -> None:
        """Give way to the listeners that were there at the start of the interpreter."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def on_error(
        self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        """Log an error and tell whoever shows it; Ctrl+C keeps its ordinary meaning."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        log.critical("unexpected %s", kind.__name__, exc_info=(kind, error, traceback))
        self.crashed.emit(kind.__name__)

    def _on_thread_error(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.on_error(caught.exc_type, caught.exc_value, caught.exc_traceback)


def default_log_path() -> Path:
    """Return the log file of the user."""
    import platformdirs

    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False)) / "window.log"


def start_log(path: Path) -> Callable[[], None]:
    """Write warnings and errors of the whole program to `path`; a file that grew too long is put aside.

    A folder that cannot be written to is no reason not to start: then the log goes to stderr.

    Returns:
        A function that ends the logging and closes the file.
    """
    handler: logging.Handler
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LOG_BYTES:
            path.replace(path.with_suffix(".1.log"))
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)

    def stop() -> None:
        root.removeHandler(handler)
        handler.close()

    return stop


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger(f"qt.{context.category or 'default'}").log(_LEVELS.get(kind, logging.WARNING), message)
