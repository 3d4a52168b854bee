"""Notes of other programs in the main window: which files, what became of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog

from desktop.settings import LAST_FOLDER
from desktop.state.counts import Noun, counted, figure
from desktop.state.taking import TakingReport
from desktop.windows.main import MainWindow
from index.model.foreign import Taken


class TakingNotes(QObject):
    """Asks for files with notes, and tells what was in them.

    Args:
        window: The furnished main window; owns this.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._taking = window, window.presenters.taking
        self._taking.started.connect(self._say_started)
        self._taking.ended.connect(self._show)
        self._taking.own_taken.connect(self._tell_own)
        self._taking.failed.connect(window.status.say)

    def ask(self) -> None:
        """Ask for files and take their notes."""
        settings, translate = self._window.presenters.settings, QCoreApplication.translate
        names, _kind = QFileDialog.getOpenFileNames(
            self._window,
            translate("TakingNotes", "Взять заметки из файлов"),
            settings.get(LAST_FOLDER),
            f"{translate('TakingNotes', 'Файлы с заметками')} (*.pdf *.json *.jsonld);;"
            f"{translate('TakingNotes', 'Все файлы')} (*)",
        )
        if names:
            settings.set(LAST_FOLDER, str(Path(names[0]).parent))
            self._taking.take(Path(name) for name in names)

    def take_own(self) -> None:
        """Take the notes that stand in the file of the open document."""
        document = self._window.presenters.reader.document
        if document is not None:
            self._taking.take_own(document.id)

    def _say_started(self) -> None:
        self._window.status.say(QCoreApplication.translate("TakingNotes", "Читаю заметки…"))

    def _show(self, report: TakingReport) -> None:
        from desktop.dialogs.notes_taken import NotesTakenDialog

        self._window.status.say("")
        document = self._window.presenters.reader.document
        title = "" if document is None else " ".join(document.title.split())
        dialog = NotesTakenDialog(report, title, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if document is not None:
            document_id = document.id
            dialog.wanted_here.connect(lambda paths: self._taking.take(paths, document_id))
        dialog.open()

    def _tell_own(self, taken: Taken) -> None:
        translate = QCoreApplication.translate
        if taken.all:
            words = translate("TakingNotes", "Взято из файла: {notes}.").format(
                notes=counted(len(taken.all), Noun.NOTE)
            )
        elif taken.known:
            words = translate("TakingNotes", "Новых заметок в файле нет; взяты раньше: {count}.").format(
                count=figure(taken.known)
            )
        else:
            words = translate("TakingNotes", "В файле документа заметок нет.")
        self._window.status.say(words)
