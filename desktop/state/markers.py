"""The marker pens and what is done with them: how they are called, how they look in little room."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from desktop.theme import Palette
from index.model.annotation import AnnotationKind, HighlightColor

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


def kind_name(kind: AnnotationKind) -> str:
    """Return how a place is marked."""
    translate = QCoreApplication.translate
    return {
        AnnotationKind.HIGHLIGHT: translate("Markers", "маркер"),
        AnnotationKind.UNDERLINE: translate("Markers", "подчёркнуто"),
        AnnotationKind.STRIKE: translate("Markers", "зачёркнуто"),
        AnnotationKind.NOTE: translate("Markers", "на странице"),
        AnnotationKind.BOOKMARK: translate("Markers", "закладка"),
    }[kind]


def marker_tone(palette: Palette, color: HighlightColor) -> QColor:
    """Return the colour of a marker, strong enough for a thin stripe or a small swatch."""
    ground = QColor(palette.markers[color.value])
    saturation = max(ground.hslSaturationF(), _LEAST_SATURATION)
    lightness = _LIGHTNESS_ON_LIGHT if ground.lightnessF() > 0.5 else _LIGHTNESS_ON_DARK
    return QColor.fromHslF(max(0.0, ground.hslHueF()), saturation, lightness)
