"""Where a note leads, as the editor shows it: each link can be taken out, others put in."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.state.note_links import with_link
from desktop.theme import Palette, icon
from index.model.annotation import Link

_ICON_PX: Final = 14
_MOST_PX: Final = 236
"""Width of the words of a link; longer ones are cut, the tooltip has them whole."""


class NoteLinks(QWidget):
    """The links of a note.

    Args:
        palette: Colours.
        parent: Owner.

    Signals:
        changed(tuple[Link, ...]): The note leads elsewhere now.
        followed(Link): The reader wants to go there.
        wanted(): The reader wants to choose a note to lead to.
    """

    changed = Signal(object)
    followed = Signal(object)
    wanted = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles = palette
        self._links: tuple[Link, ...] = ()
        self._copied: Link | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._add = _link_button(self.tr("Связать…"))
        self._add.clicked.connect(self.wanted)
        self._paste = _link_button(self.tr("Вставить ссылку"))
        self._paste.clicked.connect(self._put)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._add)
        foot.addWidget(self._paste)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._rows)
        column.addLayout(foot)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours from the next note on."""
        self._roles = palette

    def show_links(self, links: tuple[Link, ...], copied: Link | None) -> None:
        """Show links, and offer the copied one."""
        self._links, self._copied = links, copied
        while (old := self._rows.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for link in links:
            self._rows.addWidget(self._row(link))
        self._paste.setVisible(copied is not None and with_link(links, copied) != links)
        if copied is not None:
            self._paste.setToolTip(f"«{copied.label}»")

    def _row(self, link: Link) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        there = _link_button("")
        cut = QFontMetrics(there.font()).elidedText(f"→ {link.label}", Qt.TextElideMode.ElideRight, _MOST_PX)
        there.setText(cut.replace("&", "&&"))
        there.setAccessibleName(link.label)
        there.clicked.connect(lambda: self.followed.emit(link))
        out = QToolButton()
        out.setIcon(icon("x", self._roles.muted, _ICON_PX))
        out.setIconSize(QSize(_ICON_PX, _ICON_PX))
        out.setProperty("role", "small")
        out.setToolTip(self.tr("Убрать ссылку"))
        out.setAccessibleName(self.tr("Убрать ссылку: {label}").format(label=link.label))
        out.clicked.connect(lambda: self._change(tuple(one for one in self._links if one != link)))
        line.addWidget(there)
        line.addStretch()
        line.addWidget(out)
        return row

    def _put(self) -> None:
        if self._copied is not None:
            self._change(with_link(self._links, self._copied))

    def _change(self, links: tuple[Link, ...]) -> None:
        self.show_links(links, self._copied)
        self.changed.emit(links)


def _link_button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAutoDefault(False)
    return button
