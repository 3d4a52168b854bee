"""How a printed page is shown on paper of another colour: sepia, or light ink on dark paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WHITE = 0xFFFFFFFF
_OPAQUE = 0xFF000000
# Pixels toned at a time: the copies made on the way stay within a few megabytes, and within the caches.
_CHUNK = 1 << 18
_DIM_256THS = 222


@dataclass(frozen=True, slots=True)
class Tone:
    """What white and black of a page become.

    Attributes:
        paper: Colour of what is white on the page, 0xRRGGBB.
        ink: Colour of what is black on the page, 0xRRGGBB.
        inverts: Whether ink is lighter than paper. Lightness is then turned over while hue and chroma stay: a
            red stamp is still red, blue links are still blue.
    """

    paper: int
    ink: int
    inverts: bool


def apply_tone(pixels: NDArray[np.uint32], tone: Tone) -> None:
    """Tone pixels in place.

    Args:
        pixels: One-dimensional, each 0xAARRGGBB in the machine's byte order.
        tone: What to make of them.

    Most of a page is bare paper: only the other pixels are computed.
    """
    import numpy as np

    tables = _tables(tone)
    paper = np.uint32(_OPAQUE | tone.paper)
    for start in range(0, pixels.size, _CHUNK):
        chunk = pixels[start : start + _CHUNK]
        inked = np.flatnonzero(chunk != _WHITE)
        toned = _toned(chunk[inked], tables, tone.inverts)
        chunk[:] = paper
        chunk[inked] = toned


def dimmed(pixels: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return a copy of a photograph, a little darker: on a dark page its whites would glare."""
    # Two channels at a time: each has eight bits of room above it.
    red_blue = ((pixels & 0xFF00FF) * _DIM_256THS >> 8) & 0xFF00FF
    green = ((pixels & 0x00FF00) * _DIM_256THS >> 8) & 0x00FF00
    return (red_blue | green | _OPAQUE).astype(pixels.dtype)


def _toned(pixels: NDArray[np.uint32], tables: NDArray[np.uint32], inverts: bool) -> NDArray[np.uint32]:
    red, green, blue = ((pixels >> shift).astype("u1") for shift in (16, 8, 0))
    if inverts:
        import numpy as np

        # HSL lightness is (max + min) / 2. Adding 255 - max - min to each channel turns it over and keeps the
        # differences between the channels, hence hue and chroma. No channel leaves 0..255, so that eight bits
        # are enough even though the sum itself may be negative.
        lift = 255 - np.maximum(np.maximum(red, green), blue) - np.minimum(np.minimum(red, green), blue)
        red, green, blue = red + lift, green + lift, blue + lift
    toned: NDArray[np.uint32] = tables[0][red] | tables[1][green] | tables[2][blue]
    return toned


def _tables(tone: Tone) -> NDArray[np.uint32]:
    """Return what the 256 levels of red, green and blue become, shifted into place, alpha in the first."""
    import numpy as np

    dark, light = (tone.paper, tone.ink) if tone.inverts else (tone.ink, tone.paper)
    levels = np.arange(256, dtype=np.float64) / 255
    rows = []
    for shift in (16, 8, 0):
        low, high = (dark >> shift) & 0xFF, (light >> shift) & 0xFF
        rows.append(np.rint(low + (high - low) * levels).astype(np.uint32) << np.uint32(shift))
    rows[0] |= np.uint32(_OPAQUE)
    return np.stack(rows)
