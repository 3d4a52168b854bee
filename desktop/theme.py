"""Colours of the window, as roles, and what is made of them. Widgets ask for a role, never for a colour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import ceil
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap


class ThemeName(StrEnum):
    """The three looks."""

    LIGHT = "light"
    SEPIA = "sepia"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Palette:
    """One look: a CSS colour for each role.

    Attributes:
        window: Ground of the window.
        panel: Ground of lists and panels.
        side: Ground of the library column.
        desk: What lies around the pages.
        paper: A page before its picture has come.
        line: Hairlines between panels, borders.
        text: Text.
        muted: Secondary text, icons.
        accent: The current thing, matched words.
        accent_ground: Behind matched words and the current entry.
        hover: Behind what the pointer is on.
        chip: Ground of chips.
        selection: Selected rows and selected text in fields.
        error: Text of errors.
        hit: Every match on the page.
        hit_current: Frame of the current match.
        fact: The passage of a fact.
        page_selection: Text selected on the page.
        markers: Marker pens by `HighlightColor` value.
    """

    window: str
    panel: str
    side: str
    desk: str
    paper: str
    line: str
    text: str
    muted: str
    accent: str
    accent_ground: str
    hover: str
    chip: str
    selection: str
    error: str
    hit: str
    hit_current: str
    fact: str
    page_selection: str
    markers: MappingProxyType[str, str]


PALETTES: Final[MappingProxyType[ThemeName, Palette]] = MappingProxyType(
    {
        ThemeName.LIGHT: Palette(
            window="#f6f5f2",
            panel="#ffffff",
            side="#efede8",
            desk="#e9e7e2",
            paper="#ffffff",
            line="#dedbd3",
            text="#1d1f24",
            muted="#666a73",
            accent="#b45309",
            accent_ground="#fdeccd",
            hover="#f1efe9",
            chip="#f7f5f1",
            selection="#fbe7c6",
            error="#b42318",
            hit="#ffe58a",
            hit_current="#d97706",
            fact="#c9e8d2",
            page_selection="#b3d4fc",
            markers=MappingProxyType(
                {
                    "yellow": "#fff3a3",
                    "green": "#cdeec2",
                    "blue": "#cfe3ff",
                    "pink": "#ffd3e0",
                    "violet": "#e2d6fb",
                }
            ),
        ),
        ThemeName.SEPIA: Palette(
            window="#efe6d3",
            panel="#f8f1e1",
            side="#e9dfc9",
            desk="#ddd2bb",
            paper="#f6ecd6",
            line="#d8caae",
            text="#3b2f22",
            muted="#75654f",
            accent="#9a4b10",
            accent_ground="#f3dcb6",
            hover="#efe4cd",
            chip="#eee1c8",
            selection="#f2dcb4",
            error="#9f2a1b",
            hit="#ffdf80",
            hit_current="#b45309",
            fact="#c3dcb8",
            page_selection="#b9cfe6",
            markers=MappingProxyType(
                {
                    "yellow": "#fbe58a",
                    "green": "#cfe2b0",
                    "blue": "#c3d8ec",
                    "pink": "#f5c9cd",
                    "violet": "#dacbea",
                }
            ),
        ),
        ThemeName.DARK: Palette(
            window="#17181b",
            panel="#1f2125",
            side="#1a1b1f",
            desk="#141518",
            paper="#24262b",
            line="#30333a",
            text="#e8e6e1",
            muted="#9a9ea8",
            accent="#f2b24c",
            accent_ground="#3a2e17",
            hover="#26282d",
            chip="#2a2d33",
            selection="#3b2f1a",
            error="#f97066",
            hit="#6b5200",
            hit_current="#f2b24c",
            fact="#1f4a30",
            page_selection="#1f4a7a",
            markers=MappingProxyType(
                {
                    "yellow": "#5c5212",
                    "green": "#2c4f24",
                    "blue": "#1f3a63",
                    "pink": "#5c2a3b",
                    "violet": "#43316b",
                }
            ),
        ),
    }
)


TEXT_PX: Final = 13
"""Size of ordinary text in pixels; everything else follows from it."""


def choose_theme(chosen: str, *, is_system_dark: bool) -> ThemeName:
    """Return the look for a setting: one of the three by name, else the one the system is set to."""
    if chosen in {theme.value for theme in ThemeName}:
        return ThemeName(chosen)
    return ThemeName.DARK if is_system_dark else ThemeName.LIGHT


def stylesheet(palette: Palette, text_px: int = TEXT_PX) -> str:
    """Return the style sheet of the window in these colours, with ordinary text of that size."""
    from string import Template

    from resources import resource

    roles = {name: colour for name, colour in _roles(palette).items() if isinstance(colour, str)}
    sizes = {
        "px": text_px,
        "small": text_px - 2,
        "note": text_px - 1,
        "lead": text_px + 1,
        "title": text_px + 9,
    }
    template = Template(resource("themes/window.qss").read_text("utf-8"))
    return template.substitute(roles, **{name: str(size) for name, size in sizes.items()})


def qt_palette(palette: Palette) -> QPalette:
    """Return the colours as Qt's own roles, for whatever a style sheet does not reach."""
    groups = {
        palette.window: (QPalette.ColorRole.Window,),
        palette.panel: (QPalette.ColorRole.Base, QPalette.ColorRole.ToolTipBase),
        palette.hover: (QPalette.ColorRole.AlternateBase,),
        palette.chip: (QPalette.ColorRole.Button,),
        palette.text: (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
            QPalette.ColorRole.ToolTipText,
            QPalette.ColorRole.HighlightedText,
        ),
        palette.muted: (QPalette.ColorRole.PlaceholderText,),
        palette.selection: (QPalette.ColorRole.Highlight,),
        palette.accent: (QPalette.ColorRole.Link, QPalette.ColorRole.Accent),
        palette.line: (QPalette.ColorRole.Mid,),
    }
    made = QPalette()
    for colour, roles in groups.items():
        for role in roles:
            made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.muted))
    return made


def icon(name: str, color: str, size_px: int = 18, *, faded: str = "", on: str = "") -> QIcon:
    """Return a drawing of `resources/icons` in one colour, sharp on the densest screen there is.

    Args:
        name: File name without ending.
        color: CSS colour of the strokes.
        size_px: Edge in device-independent pixels.
        faded: Colour while disabled; empty for the style's own greying.
        on: Colour while checked; empty for the same as otherwise.
    """
    made = QIcon(_drawn(name, color, size_px))
    if faded:
        made.addPixmap(_drawn(name, faded, size_px), QIcon.Mode.Disabled)
    if on:
        made.addPixmap(_drawn(name, on, size_px), QIcon.Mode.Normal, QIcon.State.On)
    return made


def _roles(palette: Palette) -> dict[str, object]:
    return {name: getattr(palette, name) for name in palette.__dataclass_fields__}


@cache
def _drawing(name: str) -> str:
    from resources import resource

    return resource(f"icons/{name}.svg").read_text("utf-8")


def _drawn(name: str, color: str, size_px: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    scale = _densest_screen()
    pixmap = QPixmap(size_px * scale, size_px * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", color).encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _densest_screen() -> int:
    """Return device pixels per pixel on the densest screen, rounded up: less dense ones scale down well."""
    return ceil(max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0))
