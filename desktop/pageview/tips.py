"""Tips that show text as it was written."""

from __future__ import annotations

import html
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget

_LONGEST: Final = 600


def show_tip(text: str, where: QPoint, owner: QWidget) -> None:
    """Show a text as a tip at a global position; an empty text hides the tip.

    Qt guesses whether a tip is HTML. Escaped inside of HTML the text is shown as it was written.
    """
    if not text:
        QToolTip.hideText()
        return
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rstrip() + "…"
    QToolTip.showText(where, plain_tip(text), owner)


def plain_tip(text: str) -> str:
    """Return HTML that shows a text as it was written, with its line breaks."""
    return f'<p style="white-space:pre-wrap">{html.escape(text)}</p>'
