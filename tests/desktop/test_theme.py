from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from desktop.actions.table import TABLE
from desktop.theme import PALETTES, Palette, ThemeName, choose_theme, icon, qt_palette, stylesheet


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast of two colours."""

    def luminance(colour: str) -> float:
        parts = [
            c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in QColor(colour).getRgbF()[:3]
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ThemeName)
def test_words_can_be_read_on_every_ground(theme: ThemeName) -> None:
    palette = PALETTES[theme]
    for ground in (palette.panel, palette.side, palette.window, palette.hover, palette.selection):
        assert contrast(palette.text, ground) >= 7
        assert contrast(palette.muted, ground) >= 3.9
    assert contrast(palette.accent, palette.panel) >= 4.5
    assert contrast(palette.error, palette.panel) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values())
def test_the_style_sheet_leaves_no_role_open(palette: Palette) -> None:
    made = stylesheet(palette)
    assert "$" not in re.sub(r"/\*.*?\*/", "", made, flags=re.DOTALL)
    assert palette.accent in made


@pytest.mark.parametrize(
    ("chosen", "is_dark", "expected"),
    [
        ("system", False, ThemeName.LIGHT),
        ("system", True, ThemeName.DARK),
        ("sepia", True, ThemeName.SEPIA),
        ("nonsense", False, ThemeName.LIGHT),
    ],
)
def test_the_system_decides_unless_the_reader_has(chosen: str, is_dark: bool, expected: ThemeName) -> None:
    assert choose_theme(chosen, is_system_dark=is_dark) is expected


def test_every_icon_of_the_commands_is_drawn_in_its_colour(qapp: object) -> None:
    for name in {command.icon for command in TABLE if command.icon}:
        image = icon(name, "#ff0000", 24).pixmap(QSize(24, 24), 1.0).toImage()
        inked = [
            image.pixelColor(x, y)
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() > 200
        ]
        assert inked, name
        assert all(colour.red() > 200 and colour.green() < 60 for colour in inked), name


def test_an_icon_has_other_colours_while_disabled_and_checked(qapp: object) -> None:
    made = icon("plus", "#0000ff", 16, faded="#00ff00", on="#ff0000")

    def colour(mode: QIcon.Mode, state: QIcon.State) -> str:
        return made.pixmap(QSize(16, 16), 1.0, mode, state).toImage().pixelColor(8, 8).name()

    assert colour(QIcon.Mode.Normal, QIcon.State.Off) == "#0000ff"
    assert colour(QIcon.Mode.Disabled, QIcon.State.Off) == "#00ff00"
    assert colour(QIcon.Mode.Normal, QIcon.State.On) == "#ff0000"


def test_qt_gets_the_same_colours() -> None:
    palette = PALETTES[ThemeName.DARK]
    assert qt_palette(palette).window().color() == QColor(palette.window)
