"""The card of the open document: each field a click from its passage, corrected in place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.panels.card_row import CardRow
from desktop.panels.labels import ElidedLabel, PlainLabel, hairline
from desktop.state.card import CardPresenter
from desktop.theme import Palette, icon
from index.facts.wording import MIDDLE_DOT
from index.model.card import CardField

_MARGIN: Final = 16
_ICON_PX: Final = 14
_SUMMARY: Final = (CardField.KIND, CardField.PLACE, CardField.DATE)
"""What is said of a document when its card is folded."""


class CardPanel(QWidget):
    """The fields of the card, one a line; folded, what matters most in one line.

    Args:
        card: What to show and whom to tell of corrections.
        palette: Colours.
        parent: Owner.
    """

    def __init__(self, card: CardPresenter, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card, self._roles = card, palette
        self._rows: dict[CardField, CardRow] = {}
        self.setAccessibleName(self.tr("Карточка документа"))
        self._summary = ElidedLabel("", "muted")
        self._is_unfolded = True
        self._fold = QToolButton()
        self._fold.setProperty("role", "small")
        self._fold.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self._fields = QWidget()
        self._lay_out()
        self._fold.clicked.connect(lambda: self.unfold(wanted=not self._is_unfolded))
        card.changed.connect(self._on_changed)
        card.failed.connect(self._on_failed)
        self.set_palette_roles(palette)
        self._on_changed()

    @property
    def is_unfolded(self) -> bool:
        """Whether the fields are shown."""
        return self._is_unfolded

    def unfold(self, *, wanted: bool) -> None:
        """Show the fields, or the one line."""
        self._is_unfolded = wanted
        self._fields.setVisible(wanted)
        self._show_fold()

    def row(self, field: CardField) -> CardRow:
        """Return the line of a field."""
        return self._rows[field]

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._roles = palette
        self._show_fold()
        for row in self._rows.values():
            row.set_palette_roles(palette)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_MARGIN, 10, 8, 4)
        head.addWidget(PlainLabel(self.tr("КАРТОЧКА"), "heading"))
        head.addSpacing(6)
        head.addWidget(self._summary, 1)
        head.addWidget(self._fold)
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(_MARGIN, 0, 8, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for number, field in enumerate(CardField):
            row = self._rows[field] = CardRow(field, self._roles)
            grid.addWidget(row.label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row, number, 1)
            row.show_requested.connect(self._card.show)
            row.corrected.connect(self._card.correct)
            row.take_back_requested.connect(self._card.take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._fields)
        column.addWidget(hairline())

    def _on_changed(self) -> None:
        lines = self._card.lines
        self.setVisible(bool(lines))
        for line in lines:
            self._rows[line.field].show_line(line)
        told = {line.field: line.words for line in lines if not line.is_empty}
        self._summary.setText(MIDDLE_DOT.join(told[field] for field in _SUMMARY if field in told))

    def _on_failed(self, _words: str) -> None:
        for row in self._rows.values():
            row.go_on_editing()

    def _show_fold(self) -> None:
        name = self.tr("Свернуть карточку") if self.is_unfolded else self.tr("Развернуть карточку")
        self._fold.setIcon(
            icon("chevron-up" if self.is_unfolded else "chevron-down", self._roles.muted, _ICON_PX)
        )
        self._fold.setToolTip(name)
        self._fold.setAccessibleName(name)
        self._summary.setVisible(not self.is_unfolded)
