"""How marks look: their appearance streams (ISO 32000-2, 12.5.5), so that every viewer shows the same.

Viewers that draw marks by themselves disagree: on turned pages Poppler and MuPDF make ellipses of highlights
whose corners they take otherwise, and many show nothing at all of a mark without an appearance.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot
from typing import Final

from index.model.markup import Rgb

Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]
"""Upper left, upper right, lower left and lower right corner in reading direction, in file space."""

SIGN_PT: Final = 18.0
"""Edge of the sign of a note."""
_LINE: Final = 0.07
"""Thickness of a line, of the height of what it marks."""
_UNDER: Final = 0.04
_THROUGH: Final = 0.42
"""How high above the foot of a quad a line runs under words and through them, of its height."""
_SIGN_INK: Final = (0.25, 0.25, 0.28)


def filled(quads: Iterable[Corners], color: Rgb) -> bytes:
    """Return what paints quads; the graphics state `G` says how colour and paper are put together."""
    parts = ["/G gs", f"{_numbers(color)} rg"]
    for ul, ur, ll, lr in quads:
        parts.append(" ".join((_at(ul), "m", _at(ur), "l", _at(lr), "l", _at(ll), "l h")))
    return " ".join((*parts, "f")).encode("ascii")


def underlined(quads: Iterable[Corners], color: Rgb) -> bytes:
    """Return what draws a line under each quad."""
    return _lines(quads, color, _UNDER)


def struck(quads: Iterable[Corners], color: Rgb) -> bytes:
    """Return what draws a line through the words of each quad."""
    return _lines(quads, color, _THROUGH)


def sign(color: Rgb) -> bytes:
    """Return what draws the sign of a note, a sheet with lines, in a square of `SIGN_PT`."""
    sheet = "1.5 2.5 15 13 re"
    lines = "4.5 12 m 13.5 12 l 4.5 9 m 13.5 9 l 4.5 6 m 10.5 6 l"
    ink = _numbers(_SIGN_INK)
    return f"{_numbers(color)} rg {ink} RG 1 w {sheet} B 1.1 w {lines} S".encode("ascii")


def _lines(quads: Iterable[Corners], color: Rgb, height: float) -> bytes:
    parts = [f"{_numbers(color)} RG"]
    for ul, ur, ll, lr in quads:
        width = max(0.5, _LINE * hypot(ul[0] - ll[0], ul[1] - ll[1]))
        begin, end = _between(ll, ul, height), _between(lr, ur, height)
        parts.append(f"{width:.2f} w {_at(begin)} m {_at(end)} l S")
    return " ".join(parts).encode("ascii")


def _between(foot: tuple[float, float], head: tuple[float, float], share: float) -> tuple[float, float]:
    return foot[0] + (head[0] - foot[0]) * share, foot[1] + (head[1] - foot[1]) * share


def _at(point: Sequence[float]) -> str:
    return _numbers(point)


def _numbers(values: Iterable[float]) -> str:
    return " ".join(f"{value:.3f}" for value in values)
