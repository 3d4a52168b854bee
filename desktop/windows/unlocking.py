"""How locked files are opened: in the report of an import, and on the desk."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from desktop.dialogs.import_report import ImportReportDialog
from desktop.dialogs.password import PasswordDialog
from desktop.state.counts import Noun, counted
from desktop.windows.main import MainWindow
from index.errors import ArchiveError, EncryptedPdf
from index.model.report import ImportReport
from index.pdf.render import RenderRequest


def show_report(window: MainWindow) -> None:
    """Show the report of the last import; locked files in it can be opened and are then tried again."""
    imports = window.presenters.imports
    if imports.last_report is None:
        return
    report = ImportReportDialog(imports.last_report, window.looks.palette, window)
    report.password_requested.connect(lambda: _ImportUnlocking(window, report))
    report.open()


class _ImportUnlocking(QObject):
    """One conversation about the locked files of a report; ends with its dialog."""

    def __init__(self, window: MainWindow, report: ImportReportDialog) -> None:
        imports = window.presenters.imports
        dialog = PasswordDialog(_import_lead(imports.last_report), report)
        super().__init__(dialog)
        self._imports, self._report, self._dialog = imports, report, dialog
        self._locked = 0 if imports.last_report is None else len(imports.last_report.locked)
        self._dialog.password_entered.connect(self._try)
        self._imports.ended.connect(self._on_ended)
        self._imports.failed.connect(self._on_failed)
        self._dialog.open()

    def _try(self, password: str) -> None:
        if not self._imports.unlock(password):
            self._dialog.refuse(
                QCoreApplication.translate(
                    "Unlocking", "Сейчас идёт другой импорт. Попробуйте, когда он закончится."
                )
            )

    def _on_ended(self, report: ImportReport) -> None:
        self._report.show_report(report)
        before, self._locked = self._locked, len(report.locked)
        if not self._locked:
            self._dialog.accept()
        elif self._locked == before:
            self._dialog.refuse(_wrong())
        else:
            words = QCoreApplication.translate(
                "Unlocking", "Подошёл не ко всем: остаётся {files}. Если знаете другой пароль, введите его."
            )
            self._dialog.refuse(words.format(files=counted(self._locked, Noun.FILE)))

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
        window.presenters.reader.document_changed.connect(self._bar.hide)
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
        self._bar.show()
        if self._dialog is not None:
            self._dialog.refuse(_wrong())

    def _on_ready(self) -> None:
        self._bar.hide()
        if self._dialog is not None:
            self._dialog.accept()

    def _forget(self) -> None:
        self._dialog = None


def _wrong() -> str:
    return QCoreApplication.translate(
        "Unlocking", "Пароль не подошёл. Проверьте раскладку и регистр букв и попробуйте ещё раз."
    )


def _import_lead(report: ImportReport | None) -> str:
    locked = () if report is None else report.locked
    words = QCoreApplication.translate(
        "Unlocking", "По паролю открывается: {files}. Пароль будет испробован на каждом из них."
    )
    if len(locked) == 1:
        words = QCoreApplication.translate("Unlocking", "Файл «{name}» открывается только по паролю.")
        return words.format(name=locked[0].path.replace("\\", "/").rsplit("/", 1)[-1])
    return words.format(files=counted(len(locked), Noun.FILE))
