"""The marker pens: what they are called and how they look where there is little room for colour."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from desktop.theme import Palette
from index.model.annotation import HighlightColor

_LEAST_SATURATION = 0.6
_LIGHTNESS_ON_LIGHT, _LIGHTNESS_ON_DARK = 0.68, 0.48


def marker_name(color: HighlightColor) -> str:
    """Return what a marker is called."""
    translate = QCoreApplication.translate
    return {
        HighlightColor.YELLOW: translate("Markers", "Жёлтый"),
        HighlightColor.GREEN: translate("Markers", "Зелёный"),
        HighlightColor.BLUE: translate("Markers", "Голубой"),
        HighlightColor.PINK: translate("Markers", "Розовый"),
        HighlightColor.VIOLET: translate("Markers", "Сиреневый"),
    }[color]


def marker_tone(palette: Palette, color: HighlightColor) -> QColor:
    """Return the colour of a marker, strong enough for a thin stripe or a small swatch."""
    ground = QColor(palette.markers[color.value])
    saturation = max(ground.hslSaturationF(), _LEAST_SATURATION)
    lightness = _LIGHTNESS_ON_LIGHT if ground.lightnessF() > 0.5 else _LIGHTNESS_ON_DARK
    return QColor.fromHslF(max(0.0, ground.hslHueF()), saturation, lightness)
