"""The palette as the page view needs it: colours ready to paint with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QPainter

from desktop.pageview.lights import SELECTION, line_role
from desktop.pageview.marks import Layer
from desktop.theme import Palette
from index.pdf.tone import Tone

_SHADOW_PERCENT: Final = (17, 12, 7, 4, 2)


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours of desk, pages and marks in one theme.

    Attributes:
        desk: What lies around the pages.
        paper: A page before its picture has come.
        line: The edge of a page.
        shades: Its shadow on the desk, by the distance from the edge in pixels.
        text: Headline of a message on a page.
        muted: The rest of the message.
        frame: Frame of the current match.
        lit: Colour by role, see `Lights.on_page`.
        bar: Colour of a mark in the scroll bar, by role.
        bar_fact: Colour there of a passage that states something and is not lit.
        blend: How marks and page are put together.
        tone: How pages are toned; None for pages as they are.
    """

    desk: QColor
    paper: QColor
    line: QColor
    shades: tuple[QColor, ...]
    text: QColor
    muted: QColor
    frame: QColor
    lit: dict[str, QColor]
    bar: dict[str, QColor]
    bar_fact: QColor
    blend: QPainter.CompositionMode
    tone: Tone | None

    @property
    def is_dark(self) -> bool:
        """Whether ink is lighter than paper."""
        return self.tone is not None and self.tone.inverts

    def blend_of(self, role: str) -> QPainter.CompositionMode:
        """Return how the marks of a role and what is below them are put together.

        On dark paper a selection over a match would add up to a ground as light as the letters.
        """
        lighten = QPainter.CompositionMode.CompositionMode_Lighten
        return lighten if role == SELECTION and self.is_dark else self.blend


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
        # Plain colours: blending takes longer than painting a page.
        shades=tuple(
            QColor(palette.desk).darker(100 + round(percent * (2.5 if is_dark else 1)))
            for percent in _SHADOW_PERCENT
        ),
        text=text,
        muted=QColor(palette.muted),
        frame=QColor(palette.hit_current),
        lit=lit,
        bar=bar,
        bar_fact=_faded(bar[Layer.FACT.value]),
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
