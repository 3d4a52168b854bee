"""The bar above the pages with which one looks for words in the open document."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from desktop.panels.labels import ElidedLabel
from desktop.panels.one_bar import DeskBar
from desktop.state.counts import figure
from desktop.state.find_here import FindHere
from desktop.state.wording import worded_error
from desktop.theme import Palette, icon
from index.text.wording import NBSP

_ICON_PX = 18


class FindBar(DeskBar):
    """A field, how many places there are, and ways to the next, to the one before and out.

    Args:
        finding: What is looked for.
        palette: Colours.
        parent: Owner.

    Signals:
        left(): The reader goes back to the page.
    """

    left = Signal()

    def __init__(self, finding: FindHere, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__("findBar", parent)
        self._finding = finding
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Найти в документе"))
        self.field.setAccessibleName(self.tr("Найти в документе"))
        self.field.setMinimumWidth(140)
        self.field.setMaximumWidth(360)
        self.field.textEdited.connect(finding.type)
        self._count = ElidedLabel("", "muted", least_px=60)
        self._drawn: list[tuple[QToolButton, str]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(2)
        row.addWidget(self.field, 2)
        row.addSpacing(6)
        row.addWidget(self._button("chevron-up", self.tr("Предыдущее место (Shift+Enter)"), self._back))
        row.addWidget(self._button("chevron-down", self.tr("Следующее место (Enter)"), self._on))
        row.addSpacing(6)
        row.addWidget(self._count, 1)
        row.addWidget(self._button("x", self.tr("Закрыть поиск в документе (Esc)"), self._leave))
        finding.changed.connect(self._show)
        finding.opened_changed.connect(self._open)
        self.set_palette_roles(palette)

    @property
    def text(self) -> str:
        """What is said of the places."""
        return self._count.text()

    def begin(self, words: str) -> None:
        """Let the reader type; words that are there already are looked for and can be typed over."""
        if words:
            self.field.setText(words)
            self._finding.type(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        for button, name in self._drawn:
            button.setIcon(icon(name, palette.muted, _ICON_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's: Enter goes on, with Shift back; Escape closes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._finding.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        finding = self._finding
        if not finding.is_answered:
            words = ""
        elif finding.error is not None:
            words = worded_error(finding.error)
        elif not finding.count:
            words = self.tr("нет таких мест")
        else:
            words = self.tr("{place} из {places}").format(
                place=figure(finding.number), places=figure(finding.count)
            )
            words = words.replace(" ", NBSP)
        self._count.setText(words)

    def _open(self) -> None:
        if not self._finding.is_open:
            self.field.clear()
        self.want(wanted=self._finding.is_open)
        self._show()

    def _on(self) -> None:
        self._finding.step(1)

    def _back(self) -> None:
        self._finding.step(-1)

    def _leave(self) -> None:
        self._finding.close()
        self.left.emit()

    def _button(self, name: str, words: str, call: object) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(call)
        self._drawn.append((button, name))
        return button
