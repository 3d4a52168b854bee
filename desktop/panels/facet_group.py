"""The values of one facet: a heading, chips with counts, and an offer of more."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.panels.chips import Chip, ChipText
from desktop.panels.flow import FlowLayout
from desktop.panels.labels import PlainLabel
from desktop.state.counts import Noun, counted, figure
from desktop.state.wording import worded
from desktop.theme import Palette
from index.model.study import Facet, FacetKind, FacetValue

FOLDED: Final = 5
"""Values shown before the reader asks for the others."""
# An offer of fewer would take the room they could have.
_WORTH_FOLDING: Final = 2

_PREVIOUS: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
_NEXT: Final = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})


class FacetGroup(QWidget):
    """One facet.

    Signals:
        value_chosen(FacetKind, str): The reader wants what has this value: its clause.
        unfolded(): It became higher.
    """

    value_chosen = Signal(object, str)
    unfolded = Signal()

    def __init__(self, facet: Facet, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facet, self._roles = facet, palette
        self._chips: list[Chip] = []
        self.setAccessibleName(facet_name(facet.kind))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(facet_name(facet.kind).upper(), "heading"))
        flow = QWidget()
        self._flow = FlowLayout(flow, gap_px=5)
        column.addWidget(flow)
        self._more = QPushButton()
        self._more.setProperty("role", "link")
        self._more.setCursor(Qt.CursorShape.PointingHandCursor)
        self._more.clicked.connect(self._unfold)
        self._rarer = PlainLabel("", "muted")
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._rarer)
        count = len(facet.values)
        self._show_up_to(count if count < FOLDED + _WORTH_FOLDING else FOLDED)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips that are shown, in order."""
        return tuple(self._chips)

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._roles = palette
        for chip in self._chips:
            chip.set_palette_roles(palette)

    def _show_up_to(self, count: int) -> None:
        for value in self._facet.values[len(self._chips) : count]:
            self._chips.append(self._made(value))
        hidden = len(self._facet.values) - len(self._chips)
        self._more.setVisible(hidden > 0)
        self._more.setText(_more(hidden + self._facet.others))
        self._rarer.setVisible(hidden == 0 and self._facet.others > 0)
        self._rarer.setText(
            self.tr("и ещё {count}, которые встречаются реже").format(count=figure(self._facet.others))
        )

    def _unfold(self) -> None:
        first_new = len(self._chips)
        self._show_up_to(len(self._facet.values))
        # The button had the focus and is gone: whoever works with keys goes on among the new chips.
        self._chips[first_new].setFocus(Qt.FocusReason.TabFocusReason)
        self.unfolded.emit()

    def _made(self, value: FacetValue) -> Chip:
        label, documents = worded(value.label), counted(value.documents, Noun.DOCUMENT)
        text = ChipText(
            label, count=value.documents, spoken=f"{label}: {documents}", tip=f"{label}\n{documents}"
        )
        chip = Chip(text, self._roles, self)
        chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self._chips else Qt.FocusPolicy.StrongFocus)
        chip.clicked.connect(lambda: self.value_chosen.emit(self._facet.kind, value.clause))
        chip.arrow_pressed.connect(lambda key: self._move(chip, key))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _move(self, chip: Chip, key: Qt.Key) -> None:
        """Go to another chip: Tab goes from facet to facet, arrows within one."""
        at = self._chips.index(chip)
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._chips) - 1}
        to = ends.get(key, at + (key in _NEXT) - (key in _PREVIOUS))
        if 0 <= to < len(self._chips):
            self._chips[to].setFocus(Qt.FocusReason.TabFocusReason)


def facet_name(kind: FacetKind) -> str:
    """Return what a facet is called."""
    translate = QCoreApplication.translate
    return {
        FacetKind.YEAR: translate("Facets", "Годы"),
        FacetKind.PERSON: translate("Facets", "Персоны"),
        FacetKind.ORGANISATION: translate("Facets", "Организации"),
        FacetKind.PLACE: translate("Facets", "Места"),
        FacetKind.FORMAT: translate("Facets", "Виды файлов"),
        FacetKind.FOLDER: translate("Facets", "Папки"),
        FacetKind.LANGUAGE: translate("Facets", "Языки"),
    }[kind]


def _more(count: int) -> str:
    return QCoreApplication.translate("Facets", "ещё {count}").format(count=figure(count))
