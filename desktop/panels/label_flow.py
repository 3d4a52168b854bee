"""The labels of documents in the library column: chips, set like words in a paragraph."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.panels.chips import Chip, ChipText
from desktop.panels.flow import FlowLayout
from desktop.panels.labels import PlainLabel
from desktop.state.counts import Noun, counted
from desktop.state.library import Library
from desktop.state.parts import LabelPart, Section
from desktop.theme import Palette
from index.notes import arranging


class LabelFlow(QWidget):
    """A chip for each label; hidden while there are none.

    Args:
        library: Which part is shown; the marks.
        palette: Colours.
        parent: Owner.

    Signals:
        rename_requested(str): The reader wants a label to be called otherwise.
    """

    rename_requested = Signal(str)

    def __init__(self, library: Library, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._roles = library, palette
        self._shown: dict[str, int] = {}
        self._chips: dict[str, Chip] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(4)
        heading = PlainLabel(self.tr("МЕТКИ"), "heading")
        heading.setContentsMargins(10, 0, 0, 0)
        column.addWidget(heading)
        flow = QWidget()
        self._flow = FlowLayout(flow, gap_px=5)
        inset = QVBoxLayout()
        inset.setContentsMargins(10, 0, 4, 0)
        inset.addWidget(flow)
        column.addLayout(inset)
        library.changed.connect(self._show)
        library.section_changed.connect(self._show_chosen)
        self._show()

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips, in order."""
        return tuple(self._chips.values())

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._roles = palette
        for chip in self._chips.values():
            chip.set_palette_roles(palette)

    def _show(self) -> None:
        labels = self._library.labels()
        if labels != self._shown:
            self._fill(labels)
        self.setVisible(bool(labels))
        self._show_chosen()

    def _show_chosen(self) -> None:
        part = self._library.section
        for label, chip in self._chips.items():
            chip.set_current(part == LabelPart(label))

    def _fill(self, labels: dict[str, int]) -> None:
        self._shown = labels
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {label: self._made(label, count) for label, count in labels.items()}

    def _made(self, label: str, count: int) -> Chip:
        spoken = f"{label}: {counted(count, Noun.DOCUMENT)}"
        chip = Chip(ChipText(label, count=count, spoken=spoken, tip=spoken), self._roles, self)
        chip.clicked.connect(partial(self._choose, label))
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.customContextMenuRequested.connect(lambda where: self.menu(label).popup(chip.mapToGlobal(where)))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def menu(self, label: str) -> QMenu:
        """Return what can be done with a label."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Переименовать метку…")).triggered.connect(
            lambda: self.rename_requested.emit(label)
        )
        menu.addAction(self.tr("Убрать метку")).triggered.connect(
            lambda: self._library.filing.do(arranging.relabelled(label, ""))
        )
        return menu

    def _choose(self, label: str) -> None:
        """Show the documents with a label; all of them when it was chosen already."""
        part = LabelPart(label)
        self._library.choose(Section.ALL if self._library.section == part else part)
