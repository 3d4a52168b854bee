"""A passage with what stands around it, and with the letters lit in which it differs from another."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.theme import Palette
from index.model.span import Span

_INSET_PX: Final = 10


class ComparedBox(QTextEdit):
    """Shows a passage; nothing can be written into it, but words can be copied.

    Args:
        spoken: What it shows, for a screen reader.
        palette: Colours.
        parent: Owner.
    """

    def __init__(self, spoken: str, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roles = palette
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(spoken)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_INSET_PX)

    def show_passage(
        self, words: str, differing: tuple[Span, ...], before: str = "", after: str = ""
    ) -> None:
        """Show words between what stands around them, with the parts lit that differ."""
        lit, at = [], 0
        for span in differing:
            lit.append(escape(words[at : span.start]))
            ground = f"background:{self._roles.hit}; color:{self._roles.text}"
            lit.append(f'<span style="{ground}">{escape(span.of(words))}</span>')
            at = span.stop
        lit.append(escape(words[at:]))
        muted = f"color:{self._roles.muted}"
        self.setHtml(
            f'<p><span style="{muted}">{_dots(before)}{escape(before)}</span>{"".join(lit)}'
            f'<span style="{muted}">{escape(after)}{_dots(after)}</span></p>'
        )

    def say(self, words: str) -> None:
        """Show words of the program in place of a passage."""
        self.setHtml(f'<p style="color:{self._roles.muted}">{escape(words)}</p>')


def _dots(around: str) -> str:
    return "…" if around else ""
