"""What the window shows while files are dragged over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.panels.labels import PlainLabel
from desktop.theme import Palette, icon


class DropOverlay(QWidget):
    """A veil over the window that says what happens when the files are let go."""

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropOverlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._drawing = QLabel()
        self._words = PlainLabel(self.tr("Отпустите, чтобы добавить в архив"), "title")
        self._what = PlainLabel("", "lead")
        column = QVBoxLayout(self)
        column.addStretch()
        for label in (self._drawing, self._words, self._what):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
            column.addSpacing(6)
        column.addStretch()
        self.set_palette_roles(palette)
        self.hide()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._colours = palette
        self._drawing.setPixmap(icon("import", palette.accent, 56).pixmap(56, 56))

    @staticmethod
    def paths_of(dragged: QMimeData) -> list[Path]:
        """Return the local files and folders that are being dragged; nothing else is ever taken."""
        return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]

    def show_over(self, area: QWidget, paths: list[Path]) -> None:
        """Cover `area` and say what is being dragged."""
        names = [path.name or str(path) for path in paths[:3]]
        rest = len(paths) - len(names)
        words = ", ".join(names)
        if rest:
            words = self.tr("{names} и ещё {rest}").format(names=words, rest=rest)
        self._what.setText(words)
        self.setGeometry(area.geometry())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the veil and a dashed frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._colours.window)
        veil.setAlpha(248)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(self._colours.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(18, 18, -18, -18), 16, 16)
