"""The calm word after an error of ours, and the last word when the program cannot start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from index.errors import ArchiveError


def crash_box(kind: str, log_path: Path, parent: QWidget | None = None) -> QMessageBox:
    """Return the box that tells of an unexpected error; the caller shows it.

    Args:
        kind: Type of the error; no text of any document.
        log_path: Where the details are.
        parent: The window it belongs to.
    """
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QCoreApplication.translate("Crash", "Ошибка программы"))
    box.setText(
        QCoreApplication.translate(
            "Crash", "В программе произошла ошибка. Документы и заметки целы, работать можно дальше."
        )
    )
    box.setInformativeText(
        QCoreApplication.translate(
            "Crash",
            "Если она повторяется, перезапустите программу. Подробности записаны в файл {path} ({kind}).",
        ).format(path=log_path, kind=kind)
    )
    box.addButton(QCoreApplication.translate("Crash", "Продолжить"), QMessageBox.ButtonRole.AcceptRole)
    return box


def refusal_box(error: ArchiveError) -> QMessageBox:
    """Return the box that says why the archive cannot be opened; the caller shows it."""
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Critical)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QCoreApplication.translate("Crash", "Архив не открывается"))
    box.setText(error.user_message)
    box.setInformativeText(error.hint)
    box.addButton(QCoreApplication.translate("Crash", "Закрыть"), QMessageBox.ButtonRole.RejectRole)
    return box
