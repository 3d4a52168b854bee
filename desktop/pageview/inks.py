"""The palette as the page view needs it: colours ready to paint with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPainter

from desktop.pageview.lights import SELECTION, line_role
from desktop.pageview.marks import Layer
from desktop.theme import Palette
from index.pdf.tone import Tone


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours of desk, pages and marks in one theme.

    Attributes:
        desk: What lies around the pages.
        paper: A page before its picture has come.
        line: The edge of a page.
        text: Headline of a message on a page.
        muted: The rest of the message.
        frame: Frame of the current match.
        lit: Colour by role, see `Lights.on_page`.
        bar: Colour of a mark in the scroll bar, by role.
        blend: How marks and page are put together.
        tone: How pages are toned; None for pages as they are.
    """

    desk: QColor
    paper: QColor
    line: QColor
    text: QColor
    muted: QColor
    frame: QColor
    lit: dict[str, QColor]
    bar: dict[str, QColor]
    blend: QPainter.CompositionMode
    tone: Tone | None

    @property
    def is_dark(self) -> bool:
        """Whether ink is lighter than paper."""
        return self.tone is not None and self.tone.inverts


def inks(palette: Palette) -> Inks:
    """Return the colours of a palette."""
    paper, text = QColor(palette.paper), QColor(palette.text)
    is_dark = text.lightness() > paper.lightness()
    lit = {
        Layer.HITS.value: QColor(palette.hit),
        Layer.FACT.value: QColor(palette.fact),
        SELECTION: QColor(palette.page_selection),
    }
    lit |= {name: QColor(color) for name, color in palette.markers.items()}
    lit |= {line_role(name): _strong(QColor(color), is_dark) for name, color in palette.markers.items()}
    bar = {role: _strong(color, is_dark) for role, color in lit.items()}
    bar[Layer.HITS.value] = _faded(QColor(palette.hit_current))
    modes = QPainter.CompositionMode
    return Inks(
        desk=QColor(palette.desk),
        paper=paper,
        line=QColor(palette.line),
        text=text,
        muted=QColor(palette.muted),
        frame=QColor(palette.hit_current),
        lit=lit,
        bar=bar,
        # Multiplying keeps dark letters as they are on light paper, screening keeps light ones on dark paper.
        blend=modes.CompositionMode_Screen if is_dark else modes.CompositionMode_Multiply,
        tone=_tone(paper, text, is_dark),
    )


def _tone(paper: QColor, text: QColor, is_dark: bool) -> Tone | None:
    if paper == QColor("white") and not is_dark:
        return None
    return Tone(paper.rgb() & 0xFFFFFF, text.rgb() & 0xFFFFFF, is_dark)


def _strong(color: QColor, is_dark: bool) -> QColor:
    """Return the colour strong enough for a hairline in the scroll bar: marker colours are pale."""
    return QColor.fromHslF(
        color.hslHueF() if color.hslHueF() >= 0 else 0.0,
        min(max(color.hslSaturationF(), 0.5), 0.62),
        0.62 if is_dark else 0.54,
    )


def _faded(color: QColor) -> QColor:
    faded = QColor(color)
    faded.setAlphaF(0.65)
    return faded
