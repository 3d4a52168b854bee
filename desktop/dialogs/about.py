"""What the program is, whose it is, and where it keeps things."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.dialogs.labels import plain_label
from desktop.theme import Palette, icon


def program_version() -> str:
    """Return the version of the installed program; "0" when it runs from a folder of sources."""
    try:
        return metadata.version("chitalnya")
    except metadata.PackageNotFoundError:
        return "0"


class AboutDialog(QDialog):
    """What the program is."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("О программе"))
        drawing = QLabel()
        drawing.setPixmap(icon("book-open", palette.accent, 44).pixmap(44, 44))
        version = program_version()
        lines = (
            plain_label(self.tr("Читальня"), "title"),
            plain_label(
                self.tr("Версия {version}").format(version=version) if version != "0" else "", "muted"
            ),
            plain_label(
                self.tr(
                    "Читальный зал для архивов документов на русском языке. Работает без сети: документы, "
                    "заметки и запросы не покидают этот компьютер. Оригиналы файлов не изменяются."
                ),
                wraps=True,
            ),
            plain_label(
                self.tr(
                    "Лицензия MIT. Значки в стиле Lucide (ISC), шрифты PT Serif и DejaVu Sans. "
                    "Сделано на Qt, pdfium, Whoosh и ReportLab."
                ),
                "muted",
                wraps=True,
            ),
        )
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Закрыть"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 26, 28, 20)
        column.setSpacing(8)
        column.addWidget(drawing)
        for line in lines:
            line.setVisible(bool(line.text()))
            line.setMinimumWidth(400)
            column.addWidget(line)
        column.addSpacing(10)
        column.addWidget(buttons)
