"""The scrolled list of the facts panel: groups of chips, made anew without losing where the reader is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.panels.chips import Chip
from desktop.panels.fact_group import FactGroupSection
from desktop.state.counts import figure
from desktop.state.fact_groups import FactEntry, FactGroup, total
from desktop.theme import Palette
from index.facts.wording import GroupKey

_MARGIN: Final = 16


class FactList(QScrollArea):
    """Groups of chips, and behind a line those that the reader rejected.

    Args:
        palette: Colours.
        parent: Owner.

    Signals:
        activated(FactEntry): A chip was clicked.
        pointed(FactEntry | None): The pointer rests on a chip, or has left it.
        chips_changed(): There are other chips now.
        menu_requested(FactGroupSection, FactEntry, QPoint): The menu of an entry is asked for.
        opened(FactEntry): A chip was clicked twice.
    """

    activated = Signal(object)
    pointed = Signal(object)
    chips_changed = Signal()
    menu_requested = Signal(object, object, QPoint)
    opened = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles = palette
        self._sections: list[FactGroupSection] = []
        self._groups: tuple[FactGroup, ...] = ()
        self._rejected: tuple[FactGroup, ...] = ()
        self._lit: Chip | None = None
        self._shows_rejected = False
        self._scroll_to = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def show_groups(self, groups: tuple[FactGroup, ...], rejected: tuple[FactGroup, ...]) -> None:
        """Show these: at the same place, as far unfolded, with the focus where it was."""
        self._groups, self._rejected = groups, rejected
        self.setUpdatesEnabled(False)
        focused = self._focused_place()
        self._scroll_to = self.verticalScrollBar().value() if self._sections else 0
        self._lit = None
        self.setWidget(self._made())
        self.chips_changed.emit()
        self._focus_again(focused)
        self.setUpdatesEnabled(True)

    def light(self, entry_id: str, place: str = "") -> None:
        """Show the chip of an entry as the lit one, none for an empty id; `place` is for screen readers."""
        if self._lit is not None:
            self._lit.set_current(False)
        self._lit = self._chip(entry_id)
        if self._lit is not None:
            self._lit.set_current(True, place)

    def focused(self) -> tuple[FactGroupSection, FactEntry] | None:
        """Return the entry whose chip has the focus, with its group."""
        found = ((section, section.focused_entry()) for section in self._sections)
        return next(((section, entry) for section, entry in found if entry is not None), None)

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._roles = palette
        for section in self._sections:
            section.set_palette_roles(palette)

    def _made(self) -> QWidget:
        unfolded = {section.place: len(section.chips) for section in self._sections}
        self._sections = []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, _MARGIN)
        column.setSpacing(18)
        self._add(column, self._groups, unfolded)
        if self._rejected:
            column.addWidget(self._rejected_line(), 0, Qt.AlignmentFlag.AlignLeft)
            if self._shows_rejected:
                self._add(column, self._rejected, unfolded, are_rejected=True)
        column.addStretch()
        return content

    def _add(
        self,
        column: QVBoxLayout,
        groups: Iterable[FactGroup],
        unfolded: Mapping[tuple[GroupKey, bool], int],
        *,
        are_rejected: bool = False,
    ) -> None:
        for group in groups:
            shown = unfolded.get((group.key, are_rejected), 0)
            section = FactGroupSection(group, self._roles, shown, is_rejected=are_rejected)
            section.activated.connect(self.activated)
            section.pointed.connect(self.pointed)
            section.arrow_pressed.connect(self._move_focus)
            section.unfolded.connect(self.chips_changed)
            section.opened.connect(self.opened)
            section.menu_requested.connect(partial(self.menu_requested.emit, section))
            column.addWidget(section)
            self._sections.append(section)

    def _rejected_line(self) -> QPushButton:
        line = QPushButton(self.tr("скрыто: {count}").format(count=figure(total(self._rejected))))
        line.setProperty("role", "link")
        line.setCursor(Qt.CursorShape.PointingHandCursor)
        line.setToolTip(self.tr("Что вы отклонили: показать или убрать"))
        line.clicked.connect(self._turn_rejected)
        return line

    def _turn_rejected(self) -> None:
        self._shows_rejected = not self._shows_rejected
        self.show_groups(self._groups, self._rejected)

    def _chip(self, entry_id: str) -> Chip | None:
        return next(filter(None, (section.chip(entry_id) for section in self._sections)), None)

    def _chips(self) -> list[Chip]:
        return [chip for section in self._sections for chip in section.chips]

    def _focused_place(self) -> tuple[str, int] | None:
        """Return the entry that has the focus, and the number of its chip."""
        focused = self.focused()
        numbers = [number for number, chip in enumerate(self._chips()) if chip.hasFocus()]
        return (focused[1].id, numbers[0]) if focused is not None and numbers else None

    def _focus_again(self, focused: tuple[str, int] | None) -> None:
        """Give the focus to the same entry, or to the one that stands where it stood."""
        chips = self._chips()
        if focused is not None and chips:
            entry_id, number = focused
            chip = self._chip(entry_id) or chips[min(number, len(chips) - 1)]
            chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_range_changed(self, _least: int, most: int) -> None:
        """Go back to where the list stood before it was made anew, as soon as it is long enough."""
        if self._scroll_to and most:
            self.verticalScrollBar().setValue(min(self._scroll_to, most))
            if most >= self._scroll_to:
                self._scroll_to = 0

    def _move_focus(self, chip: Chip, key: Qt.Key) -> None:
        chips = self._chips()
        target = _neighbour(chips, chips.index(chip), key)
        for section in self._sections:
            if target in section.chips:
                section.take_tab_stop(target)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(target, 0, 24)


def _neighbour(chips: list[Chip], index: int, key: Qt.Key) -> Chip:
    """Return the chip an arrow leads to; the same one at the edge."""
    last = len(chips) - 1
    steps = {
        Qt.Key.Key_Left: index - 1,
        Qt.Key.Key_Right: index + 1,
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: last,
    }
    if key in steps:
        return chips[min(max(steps[key], 0), last)]
    centre = _centre(chips[index])
    row = chips[index].height() // 2
    beyond = (
        [chip for chip in chips[:index] if _centre(chip).y() < centre.y() - row // 2]
        if key == Qt.Key.Key_Up
        else [chip for chip in chips[index + 1 :] if _centre(chip).y() > centre.y() + row // 2]
    )
    if not beyond:
        return chips[index]
    nearest_row = min(abs(_centre(chip).y() - centre.y()) for chip in beyond)
    in_row = [chip for chip in beyond if abs(_centre(chip).y() - centre.y()) == nearest_row]
    return min(in_row, key=lambda chip: abs(_centre(chip).x() - centre.x()))


def _centre(chip: Chip) -> QPoint:
    return chip.mapTo(chip.window(), chip.rect().center())
