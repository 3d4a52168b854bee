"""Marker pens and the colours of other programs, which have thousands."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from index.model.annotation import HighlightColor
from index.model.markup import Rgb

PRINTED: Final[Mapping[HighlightColor, Rgb]] = MappingProxyType(
    {
        HighlightColor.YELLOW: (1.0, 0.953, 0.639),
        HighlightColor.GREEN: (0.804, 0.933, 0.761),
        HighlightColor.BLUE: (0.812, 0.890, 1.0),
        HighlightColor.PINK: (1.0, 0.827, 0.878),
        HighlightColor.VIOLET: (0.886, 0.839, 0.984),
    }
)
"""Colours of the pens on white paper: those of the light theme."""

_HUES: Final = (
    (HighlightColor.PINK, 0.0),
    (HighlightColor.YELLOW, 1 / 9),
    (HighlightColor.YELLOW, 1 / 6),
    (HighlightColor.GREEN, 1 / 3),
    (HighlightColor.BLUE, 5 / 9),
    (HighlightColor.BLUE, 2 / 3 - 1 / 18),
    (HighlightColor.VIOLET, 3 / 4),
    (HighlightColor.PINK, 8 / 9),
    (HighlightColor.PINK, 1.0),
)
"""Where red, orange and yellow, green, cyan and blue, violet, and rose lie on the colour wheel."""
_GREY: Final = 0.06
"""Saturation under which a colour has no hue to speak of."""


def nearest_pen(color: Rgb | None) -> HighlightColor:
    """Return the pen whose colour is nearest in hue; yellow for greys, and if there is none."""
    if color is None:
        return HighlightColor.YELLOW
    hue, _lightness, saturation = colorsys.rgb_to_hls(*(min(max(part, 0.0), 1.0) for part in color))
    if saturation < _GREY:
        return HighlightColor.YELLOW
    return min(_HUES, key=lambda known: abs(known[1] - hue))[0]


def rgb_of(written: str) -> Rgb | None:
    """Return a colour of the Web, `#rrggbb`; None if it is none."""
    digits = written.strip().removeprefix("#")
    try:
        red, green, blue = bytes.fromhex(digits[:6])
    except ValueError:
        return None
    return red / 255, green / 255, blue / 255
