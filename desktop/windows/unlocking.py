"""How locked files are opened: in the report of an import, in the list of gaps, and on the desk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.import_report import ImportReportDialog
from desktop.dialogs.password import PasswordDialog
from desktop.state.counts import Noun, counted
from desktop.state.imports import Imports
from desktop.windows.main import MainWindow
from index.errors import ArchiveError, EncryptedPdf
from index.model.gap import Gap
from index.model.report import ImportReport
from index.pdf.render import RenderRequest


def show_report(window: MainWindow) -> None:
    """Show the report of the last import; locked files in it can be opened and are then tried again."""
    imports = window.presenters.imports
    if imports.last_report is None:
        return
    dialog = ImportReportDialog(imports.last_report, window.looks.palette, window)

    def ask() -> None:
        locked = () if imports.last_report is None else imports.last_report.locked
        unlocking = Unlocking(window.presenters.imports, [file.path for file in locked], dialog)
        unlocking.tried.connect(dialog.show_report)

    dialog.password_requested.connect(ask)
    dialog.open()


def unlock_gaps(window: MainWindow, gaps: Sequence[Gap], parent: QWidget) -> None:
    """Ask for the password of files that were refused for lack of one, and import them with it."""
    paths = list(dict.fromkeys(gap.path for gap in gaps if gap.takes_password))
    if paths:
        Unlocking(window.presenters.imports, paths, parent, are_of_report=False)


class Unlocking(QObject):
    """One conversation about locked files; ends with its dialog, which owns it.

    Args:
        imports: Tries passwords.
        paths: The files; those of the last report if `are_of_report`.
        parent: Over which the dialog stands.
        are_of_report: Whether the last report is to be amended.

    Signals:
        tried(ImportReport): What became of the files.
    """

    tried = Signal(object)

    def __init__(
        self, imports: Imports, paths: Sequence[str], parent: QWidget, *, are_of_report: bool = True
    ) -> None:
        dialog = PasswordDialog(_lead(paths), parent)
        super().__init__(dialog)
        self._imports, self._dialog = imports, dialog
        self._paths, self._are_of_report = tuple(paths), are_of_report
        self._dialog.password_entered.connect(self._try)
        self._imports.ended.connect(self._on_ended)
        self._imports.failed.connect(self._on_failed)
        self._dialog.open()

    def _try(self, password: str) -> None:
        paths = () if self._are_of_report else tuple(map(Path, self._paths))
        if not self._imports.unlock(password, paths):
            self._dialog.refuse(
                QCoreApplication.translate(
                    "Unlocking", "Сейчас идёт другой импорт. Попробуйте, когда он закончится."
                )
            )

    def _on_ended(self, report: ImportReport) -> None:
        self.tried.emit(report)
        before = len(self._paths)
        self._paths = tuple(file.path for file in report.locked if file.path in self._paths)
        if not self._paths:
            self._dialog.accept()
        elif len(self._paths) == before:
            self._dialog.refuse(_wrong())
        else:
            words = QCoreApplication.translate(
                "Unlocking", "Подошёл не ко всем: остаётся {files}. Если знаете другой пароль, введите его."
            )
            self._dialog.refuse(words.format(files=counted(len(self._paths), Noun.FILE)))

    def _on_failed(self, error: ArchiveError) -> None:
        self._dialog.refuse(f"{error.user_message} {error.hint}".strip())


def connect_locked_pages(window: MainWindow) -> None:
    """Show the bar above pages that need a password, and open them with it."""
    DeskUnlocking(window)


class DeskUnlocking(QObject):
    """Watches whether the pages of the open document are locked.

    Args:
        window: The window, which owns it.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._bar = window, window.columns.locked
        self._dialog: PasswordDialog | None = None
        renderer = window.presenters.renderer
        renderer.failed.connect(self._on_failed)
        renderer.page_ready.connect(self._on_ready)
        window.presenters.reader.document_changed.connect(lambda: self._bar.want(wanted=False))
        self._bar.password_requested.connect(self._ask)

    def _ask(self) -> None:
        if self._dialog is not None:
            return
        self._dialog = PasswordDialog(
            QCoreApplication.translate("Unlocking", "Введите пароль, чтобы видеть страницы этого документа."),
            self._window,
        )
        self._dialog.password_entered.connect(self._try)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def _try(self, password: str) -> None:
        self._window.presenters.keyring.add(password)
        self._window.columns.pages.draw_again()

    def _on_failed(self, request: RenderRequest, error: Exception) -> None:
        document = self._window.presenters.reader.edition
        if not isinstance(error, EncryptedPdf) or document is None or str(document) != request.path:
            return
        self._bar.want(wanted=True)
        if self._dialog is not None:
            self._dialog.refuse(_wrong())

    def _on_ready(self) -> None:
        self._bar.want(wanted=False)
        if self._dialog is not None:
            self._dialog.accept()

    def _forget(self) -> None:
        self._dialog = None


def _wrong() -> str:
    return QCoreApplication.translate(
        "Unlocking", "Пароль не подошёл. Проверьте раскладку и регистр букв и попробуйте ещё раз."
    )


def _lead(paths: Sequence[str]) -> str:
    if len(paths) == 1:
        words = QCoreApplication.translate("Unlocking", "Файл «{name}» открывается только по паролю.")
        return words.format(name=paths[0].replace("\\", "/").rsplit("/", 1)[-1])
    words = QCoreApplication.translate(
        "Unlocking", "По паролю открывается: {files}. Пароль будет испробован на каждом из них."
    )
    return words.format(files=counted(len(paths), Noun.FILE))
