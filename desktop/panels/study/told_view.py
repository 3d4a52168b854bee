"""Shows what is told together with its passages; one click on a passage leads to its place."""

from __future__ import annotations

from string import Template
from typing import Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from desktop.state.study_questions import Sought
from desktop.state.telling import Told
from desktop.theme import TEXT_PX, Palette

_MARGIN_PX: Final = 14
_LOOK: Final = Template("""
p { color: $text; margin: 6px 0px 1px 0px; }
p.title { color: $text; font-size: ${title}px; font-weight: 600; margin: 0px 0px 2px 0px; }
p.heading { color: $text; font-size: ${lead}px; font-weight: 600; margin: 20px 0px 6px 0px; }
p.quiet { color: $muted; margin: 2px 0px 0px 0px; }
p.passage { margin: 2px 0px 0px 14px; }
p.where { color: $muted; margin: 1px 0px 4px 14px; }
td { padding: 6px; background-color: $chip; }
a { color: $accent; text-decoration: none; }
a.passage { color: $text; }
a.where { color: $muted; }
b { color: $accent; font-weight: 600; }
span.count { color: $muted; }
span.figure { color: $text; font-size: ${figure}px; font-weight: 600; }
""")


class ToldView(QTextBrowser):
    """Rich text with links into documents and to the pages of whoever is named.

    Args:
        palette: Colours.
        parent: Owner.
        widest_px: Width beyond which lines would be too long to be read; 0 for what is set side by side.

    Signals:
        place_requested(DocumentId, Span): The reader wants to see a place.
        who_requested(Sought): The reader wants the page of somebody.
    """

    place_requested = Signal(str, object)
    who_requested = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None, *, widest_px: int = 0) -> None:
        super().__init__(parent)
        self._told, self._widest_px = Told(), widest_px
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.anchorClicked.connect(self._follow)
        self.set_palette_roles(palette)

    def set_palette_roles(self, palette: Palette) -> None:
        """Write in other colours."""
        roles = {"text": palette.text, "muted": palette.muted, "accent": palette.accent, "chip": palette.chip}
        sizes = {"title": TEXT_PX + 7, "lead": TEXT_PX + 2, "figure": TEXT_PX + 4}
        self.document().setDefaultStyleSheet(_LOOK.substitute(roles, **sizes))
        at = self.verticalScrollBar().value()
        self.setHtml(self._told.html)
        self.verticalScrollBar().setValue(at)

    def tell(self, told: Told) -> None:
        """Show this, from its beginning."""
        self._told = told
        self.setHtml(told.html)
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep lines readable on wide screens."""
        if self._widest_px:
            self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
            self.setLineWrapColumnOrWidth(min(self._widest_px, self.viewport().width()))
        super().resizeEvent(event)

    def _follow(self, link: QUrl) -> None:
        target = self._told.targets[int(link.toString())]
        if isinstance(target, Sought):
            self.who_requested.emit(target)
        else:
            self.place_requested.emit(target.document_id, target.span)
