"""What stands above the documents of a collection or of a label: its name, and the note to it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.panels.labels import ElidedLabel, PlainLabel
from desktop.state.library import Library
from desktop.state.parts import CollectionPart, LabelPart
from desktop.theme import Palette, icon

_LONGEST_NOTE: Final = 400


class PartHead(QWidget):
    """Name and note; hidden where the library column says enough.

    Args:
        library: Which part is shown.
        palette: Colours.
        parent: Owner.

    Signals:
        note_requested(str): The reader wants to write about the collection.
    """

    note_requested = Signal(str)

    def __init__(self, library: Library, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.setObjectName("partHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = ElidedLabel("", "part")
        self.note = PlainLabel("", "muted", wraps=True)
        self.write = QToolButton()
        self.write.setProperty("role", "small")
        self.write.setIconSize(QSize(15, 15))
        self.write.setToolTip(self.tr("Заметка к коллекции"))
        self.write.setAccessibleName(self.write.toolTip())
        self.write.setCursor(Qt.CursorShape.PointingHandCursor)
        self.write.clicked.connect(self._ask)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.name, 1)
        line.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 2, 12, 8)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.note)
        self.set_palette_roles(palette)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw the icon in other colours."""
        self.write.setIcon(icon("pencil", palette.muted, 15))

    def show_part(self, *, is_wanted: bool) -> None:
        """Say which part is shown, if the list shows one that has a name of its own."""
        part, catalogue = self._library.section, self._library.filing.catalogue
        one = catalogue.collections.get(part.id) if isinstance(part, CollectionPart) else None
        if one is not None:
            self.name.setText(one.name)
            self.note.setText(one.note[:_LONGEST_NOTE])
        elif isinstance(part, LabelPart):
            self.name.setText(part.label)
            self.note.setText("")
        self.note.setVisible(bool(self.note.text()))
        self.write.setVisible(one is not None)
        self.setVisible(is_wanted and (one is not None or isinstance(part, LabelPart)))

    def _ask(self) -> None:
        if isinstance(part := self._library.section, CollectionPart):
            self.note_requested.emit(part.id)
