"""The composition root: makes everything, hands it down, and takes it apart again. Nothing here decides.

A window has to be there at once: before its first paint only Qt and the settings are loaded, everything else
comes after it. Hence the imports inside functions.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.garbage import GarbageCollector
from desktop.settings import LANGUAGE, Settings, default_settings_path
from desktop.windows.looks import Looks
from desktop.windows.main import MainWindow
from index.config import APP_NAME

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

    from desktop.jobs import Jobs
    from desktop.windows.presenters import Presenters
    from index.archive import Archive
    from index.errors import ArchiveError
    from index.tasks import Task

_SHUTDOWN_MS: Final = 2_000
_NOTES_S: Final = 5.0
_LOOK_S: Final = 0.002
_NO_DISPLAY: Final = """Читальня: нет экрана, окно показать негде (не заданы DISPLAY и WAYLAND_DISPLAY).

Без экрана работают:
    командная строка           python main.py --help
    прогулка со снимком окна   python main.py --tour ПАПКА
"""


class Chosen(NamedTuple):
    """What stands on the command line."""

    archive: Path | None = None
    tour: Path | None = None
    paths: tuple[Path, ...] = ()


class Desktop(QObject):
    """The running program: presenters over one archive, and the window that shows them.

    Args:
        application: Qt's own.
        open_archive: Opens the archive, which `shut_down` closes; called when the window is on the screen.
        settings: What is remembered.
        parent: Owner.

    Attributes:
        presenters: What is shown; there once the window is furnished.

    Signals:
        furnished(): The window is complete.
        refused(ArchiveError): The archive cannot be opened.
    """

    furnished = Signal()
    refused = Signal(object)

    presenters: Presenters
    _jobs: Jobs
    _archive: Archive

    def __init__(
        self,
        application: QApplication,
        open_archive: Callable[[], Archive],
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._application, self._open_archive, self._settings = application, open_archive, settings
        self._translators: list[QTranslator] = []
        self._is_furnished = False
        self.looks = Looks(application, settings, self)
        self.window = MainWindow(settings, self.looks)
        self.window.painted.connect(self._furnish)

    def show(self) -> None:
        """Show the window; what stands in it comes after it was painted, see `furnished`."""
        self.window.show()

    def shut_down(self) -> bool:
        """End everything: notes are written, the rest is broken off. Blocks for a second or two.

        Returns:
            Whether every job ended in time.
        """
        if not self._is_furnished:
            return True
        self.presenters.imports.cancel()
        self._finish_notes()
        self._jobs.shutdown(0)
        self.presenters.renderer.shutdown()
        # Closing breaks off an extraction of facts, which a mere cancel lets finish when it is nearly done.
        self._archive.close()
        return self._jobs.shutdown(_SHUTDOWN_MS)

    def _finish_notes(self) -> None:
        """Wait until what the reader did last is written; nothing of it may be lost."""
        import time

        from PySide6.QtCore import QEventLoop

        until = time.monotonic() + _NOTES_S
        notes, searches = self.presenters.notes, self.presenters.searches
        while (notes.is_busy or searches.is_busy) and time.monotonic() < until:
            self._application.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            time.sleep(_LOOK_S)

    def _furnish(self) -> None:
        """Open the archive and put everything into the window, which is on the screen already."""
        from desktop.jobs import Jobs
        from desktop.windows.presenters import make_presenters
        from index.errors import ArchiveError

        try:
            self._archive = self._open_archive()
        except ArchiveError as error:
            self.refused.emit(error)
            return
        self.looks.dress()
        self._speak(self._settings.get(LANGUAGE))
        self._jobs = Jobs(self)
        self._jobs.failed.connect(self._on_job_failed)
        self.presenters = make_presenters(self._archive, self._jobs, self._settings, self)
        self._is_furnished = True
        self._complete(self.window)
        self.presenters.library.changed.connect(self._open_last)
        self.presenters.library.refresh()
        self.furnished.emit()
        QTimer.singleShot(0, self._warm_up)

    def _complete(self, window: MainWindow) -> None:
        from desktop.windows.commands import connect_commands
        from desktop.windows.wiring import connect_window

        window.furnish(self.presenters)
        connect_window(window)
        connect_commands(window)
        window.language_chosen.connect(self._change_language)

    def _change_language(self, language: str) -> None:
        """Make the window anew in another language; the presenters stay, and so does what is being read."""
        if language == self._settings.get(LANGUAGE):
            return
        self._settings.set(LANGUAGE, language)
        self._speak(language)
        old, page = self.window, self.window.columns.pages.page_index
        old.remember()
        self.window = MainWindow(self._settings, self.looks)
        self._complete(self.window)
        self.window.columns.pages.go_to_page(page)
        self.presenters.facts.retry()
        self.window.show()
        old.hide()
        old.deleteLater()

    def _speak(self, language: str) -> None:
        """Install the texts of a language: ours, and Qt's own for file dialogs."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        from PySide6.QtCore import QLibraryInfo, QTranslator

        from resources import resource

        ours = str(resource("translations"))
        theirs = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._translators = []
        for folder, name in ((theirs, f"qtbase_{language}"), (ours, f"chitalnya_{language}")):
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                self._translators.append(translator)

    def _open_last(self) -> None:
        from desktop.windows.wiring import open_last_document

        self.presenters.library.changed.disconnect(self._open_last)
        open_last_document(self.window)

    def _warm_up(self) -> None:
        """Get ready, after the first paint, what the first page and the first search need."""
        from index.sandbox import wall

        # The trial of the wall takes a moment, and the window's thread has none to spare.
        self._jobs.run("wall", lambda _task: wall(), lambda _wall: self.presenters.renderer.prewarm())
        self.presenters.imports.caught_up.connect(self._on_caught_up)
        self.presenters.imports.catch_up()

    def _on_caught_up(self, count: int) -> None:
        if count:
            self.presenters.library.refresh()
            self.presenters.search.refresh()
        self.presenters.searches.load()
        self._jobs.run("warm-up", self._search_once, lambda _answer: None, lambda _error: None)
        # The models take three seconds, the facts of five pages a third of one.
        self._jobs.run(
            "warm-up-facts", self._archive.extraction.warm_up, lambda _none: None, lambda _error: None
        )
        self.presenters.facts.background.start()

    def _search_once(self, task: Task) -> object:
        """Load what searches need; what comes out does not matter."""
        return self._archive.search("читальня", 1, task)

    def _on_job_failed(self, key: str, error: Exception) -> None:
        import logging

        from PySide6.QtCore import QCoreApplication

        from desktop.state.wording import worded_error
        from index.errors import ArchiveError

        if isinstance(error, ArchiveError):
            self.window.status.say(worded_error(error))
            return
        logging.getLogger(__name__).error("job %s failed", key, exc_info=error)
        self.window.status.say(
            QCoreApplication.translate("Desktop", "Не получилось. Подробности записаны в журнал программы.")
        )


def has_screen() -> bool:
    """Whether a window can be shown; where it cannot, Qt ends the process without a clear word."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with a window; return its exit code.

    Args:
        arguments: What stands after the name of the program; of this process by default.
    """
    chosen = _parsed(arguments)
    if chosen.tour is not None and not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if not has_screen():
        sys.stderr.write(_NO_DISPLAY)
        return 1
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName(APP_NAME)
    application.setStyle("Fusion")
    GarbageCollector(application)
    if chosen.tour is not None:
        return _tour(application, chosen.tour, chosen.archive)
    return _run(application, chosen.archive, chosen.paths)


def _run(application: QApplication, root: Path | None, paths: Sequence[Path]) -> int:
    def open_archive() -> Archive:
        from index.archive import Archive
        from index.config import default_archive_root

        return Archive.open(root or default_archive_root())

    def refuse(error: ArchiveError) -> None:
        from desktop.dialogs.crash import refusal_box

        refusal_box(error).exec()
        application.exit(1)

    desktop = Desktop(application, open_archive, Settings(default_settings_path()))
    desktop.refused.connect(refuse)
    desktop.furnished.connect(lambda: desktop.presenters.imports.start(paths))
    desktop.show()
    with _watched(desktop):
        code = application.exec()
        desktop.shut_down()
    return code


@contextmanager
def _watched(desktop: Desktop, *, at_once: bool = False) -> Iterator[None]:
    """Log what goes wrong and tell the reader calmly, from the first paint on, or at once."""
    stops: list[Callable[[], None]] = []

    def watch() -> None:
        from desktop.crash import CrashHook, default_log_path, start_log
        from desktop.dialogs.crash import crash_box

        hook = CrashHook(desktop)
        hook.crashed.connect(lambda kind: crash_box(kind, default_log_path(), desktop.window).open())
        stops.extend((start_log(default_log_path()), hook.uninstall))
        hook.install()

    if at_once:
        watch()
    else:
        desktop.window.painted.connect(watch)
    try:
        yield
    finally:
        for stop in stops:
            stop()


def _tour(application: QApplication, folder: Path, root: Path | None) -> int:
    """Walk through the program without a screen, see `desktop.windows.tour`."""
    import tempfile

    from desktop.windows.tour import Tour
    from index.archive import Archive

    with tempfile.TemporaryDirectory(prefix="chitalnya-tour-") as scratch:
        archive = root or Path(scratch) / "archive"
        desktop = Desktop(
            application, lambda: Archive.open(archive), Settings(Path(scratch) / "settings.ini")
        )
        tour = Tour(desktop.window, folder)
        tour.ended.connect(application.exit)
        desktop.furnished.connect(tour.start)
        desktop.refused.connect(tour.fail)
        with _watched(desktop, at_once=True):
            desktop.show()
            code = application.exec()
            desktop.shut_down()
    return code


def _parsed(arguments: Sequence[str] | None) -> Chosen:
    given = sys.argv[1:] if arguments is None else list(arguments)
    if not given:
        return Chosen()
    import argparse

    parser = argparse.ArgumentParser(prog="main.py", description="Читальня: окно. Команды: main.py --help")
    parser.add_argument("--archive", type=Path, metavar="DIR", help="папка архива")
    parser.add_argument(
        "--tour", type=Path, metavar="DIR", help="прогулка без экрана: снимок окна в эту папку"
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="файлы и папки, которые надо добавить"
    )
    found = parser.parse_args(given)
    return Chosen(found.archive, found.tour, tuple(found.paths))
