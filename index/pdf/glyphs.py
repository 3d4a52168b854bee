"""What pdfium knows of the characters of a page, asked for many at once.

pdfium answers for one character a call, and a call from Python costs ten times as much as the answer.
Here `map` makes the calls in C, over addresses prepared once for the whole process: .4 µs for a box
instead of 1.8.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import deque
from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Sides = tuple[float, float, float, float]
"""Left, bottom, right, top in file space, in points."""

_BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(rb"bold|black|heavy|\A(?:[A-Z]{6}\+)?(?:CM|SF)BX", re.IGNORECASE)
_FONT_NAME_BYTES = 128
_DOUBLE = 8
_SAMPLE = 15


class Fonts(NamedTuple):
    """How some characters are set, one entry each.

    Attributes:
        origins: Where they stand in file space, shape (n, 2).
        sizes: Heights of their fonts in points, as printed.
    """

    origins: NDArray[np.float64]
    sizes: list[float]


class Glyphs:
    """The characters of one text page.

    Args:
        handle: `FPDF_TEXTPAGE`; stays the caller's to close.
    """

    def __init__(self, handle: Any) -> None:  # noqa: ANN401 - a ctypes pointer
        self._typed, self._handle = handle, ctypes.cast(handle, ctypes.c_void_p)
        self._calls = _calls()

    def boxes(self, numbers: Sequence[int]) -> NDArray[np.float64]:
        """Return the boxes of the ink of some characters in file space, zeros where there is none.

        Shape (n, 4): left, bottom, right, top.
        """
        # The out-parameters are left, right, bottom, top.
        return _room("box", "d", 4, (0, 2, 1, 3)).filled(self._calls.box, self._handle, numbers)

    def fonts(self, numbers: Sequence[int]) -> Fonts:
        """Return how some characters are set."""
        origins = _room("origin", "d", 2, (0, 1)).filled(self._calls.origin, self._handle, numbers)
        matrices = _room("matrix", "f", 6, (0,)).filled(self._calls.matrix, self._handle, numbers)
        heights = map(self._calls.size, repeat(self._handle), numbers)
        turns = matrices[:, 2:4].tolist()
        sizes = [height * math.hypot(c, d) for height, (c, d) in zip(heights, turns, strict=True)]
        return Fonts(origins, sizes)

    def angles(self, numbers: Sequence[int]) -> list[float]:
        """Return the angles of some characters, clockwise in radians; negative where there is none."""
        return list(map(self._calls.angle, repeat(self._handle), numbers))

    def sample(self) -> list[int]:
        """Return the numbers of a few characters spread over the page."""
        count = int(self._calls.count(self._handle))
        step = max(1, count // _SAMPLE)
        return list(range(step // 2, max(0, count), step))

    def numbers_at(self, offsets: Sequence[int]) -> list[int]:
        """Return the numbers of the characters at some offsets into pdfium's text, where the two differ."""
        found = map(self._calls.number, repeat(self._handle), offsets)
        return [max(0, number) for number in found]

    def objects(self, numbers: Sequence[int]) -> list[int | None]:
        """Return the addresses of the objects of the page that some characters belong to."""
        return list(map(self._calls.drawn, repeat(self._handle), numbers))

    def hull(self, number: int, count: int) -> Sides | None:
        """Return the box around the ink of characters that follow one another; None where there is none."""
        import pypdfium2.raw as pdfium

        sides = (ctypes.c_double * 4)()
        at = [
            ctypes.cast(ctypes.byref(sides, _DOUBLE * i), ctypes.POINTER(ctypes.c_double)) for i in range(4)
        ]
        parts = []
        for k in range(pdfium.FPDFText_CountRects(self._typed, number, count)):
            pdfium.FPDFText_GetRect(self._typed, k, *at)
            parts.append(tuple(sides))
        if not parts:
            return None
        left, top, right, bottom = zip(*parts, strict=True)
        return min(left), min(bottom), max(right), max(top)

    def font_box(self, number: int) -> Sides:
        """Return the room that a character's font gives it, also where it leaves no ink."""
        import pypdfium2.raw as pdfium

        rect = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._typed, number, rect)
        return rect.left, rect.bottom, rect.right, rect.top

    def are_bold(self, numbers: Sequence[int]) -> list[bool]:
        """Return which characters are in bold type."""
        weights = list(map(self._calls.weight, repeat(self._handle), numbers))
        # Many producers declare no weight; the name of the font tells.
        are_named = [_is_bold_name(name) for name in self._font_names(numbers)]
        return [weight >= _BOLD_WEIGHT or named for weight, named in zip(weights, are_named, strict=True)]

    def font_names(self, numbers: Sequence[int]) -> list[str]:
        """Return the names of the fonts of some characters."""
        return [name.split(b"\0", 1)[0].decode("latin-1") for name in self._font_names(numbers)]

    def _font_names(self, numbers: Sequence[int]) -> list[bytes]:
        """Return names padded with zeros."""
        names = _room("name", "B", _FONT_NAME_BYTES, (0,)).filled(
            self._calls.font, self._handle, numbers, ctypes.c_ulong(_FONT_NAME_BYTES), None
        )
        return [name.tobytes() for name in names]


class _Calls(NamedTuple):
    """Functions of pdfium without the checks of arguments that cost more than the calls."""

    count: Callable[..., int]
    box: Callable[..., int]
    origin: Callable[..., int]
    matrix: Callable[..., int]
    size: Callable[..., float]
    weight: Callable[..., int]
    font: Callable[..., int]
    angle: Callable[..., float]
    number: Callable[..., int]
    drawn: Callable[..., int | None]


@cache
def bare_call(name: str, result: Any = ctypes.c_int) -> Any:  # noqa: ANN401 - ctypes has no types for these
    """Return a function of pdfium without the checks of arguments that cost more than most calls.

    Args:
        name: Its name.
        result: Type of its result; a pointer comes as its address, 0 as None.
    """
    import pypdfium2.raw as pdfium

    return ctypes.PYFUNCTYPE(result)(ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0)


@cache
def _calls() -> _Calls:
    return _Calls(
        bare_call("FPDFText_CountChars"),
        bare_call("FPDFText_GetCharBox"),
        bare_call("FPDFText_GetCharOrigin"),
        bare_call("FPDFText_GetMatrix"),
        bare_call("FPDFText_GetFontSize", ctypes.c_double),
        bare_call("FPDFText_GetFontWeight"),
        bare_call("FPDFText_GetFontInfo", ctypes.c_ulong),
        bare_call("FPDFText_GetCharAngle", ctypes.c_float),
        bare_call("FPDFText_GetCharIndexFromTextIndex"),
        bare_call("FPDFText_GetTextObject", ctypes.c_void_p),
    )


class _Room:
    """Memory that pdfium writes answers into, a row for each character, and the addresses in it.

    Args:
        typecode: Of the numbers in a row.
        width: Numbers in a row.
        places: Where in a row each out-parameter of the call is written, in the order of the parameters.
    """

    def __init__(self, typecode: str, width: int, places: Sequence[int]) -> None:
        self._typecode, self._width, self._places = typecode, width, places
        self._grow(256)

    def filled(
        self,
        call: Callable[..., int],
        handle: ctypes.c_void_p,
        numbers: Sequence[int],
        *rest: ctypes.c_ulong | None,
    ) -> NDArray[Any]:
        """Make a call for each character; returns a row for each, zeros where a call does not answer."""
        count = len(numbers)
        if count > len(self._rows):
            self._grow(max(count, 2 * len(self._rows)))
        self._rows[:count] = 0
        deque(map(call, repeat(handle), numbers, *self._addresses, *map(repeat, rest)), maxlen=0)
        return self._rows[:count].copy()

    def _grow(self, capacity: int) -> None:
        import numpy as np

        self._rows: NDArray[Any] = np.zeros((capacity, self._width), self._typecode)
        begin, (row, number) = self._rows.ctypes.data, self._rows.strides
        self._addresses = [
            [ctypes.c_void_p(begin + row * i + number * place) for i in range(capacity)]
            for place in self._places
        ]


@cache
def _room(name: str, typecode: str, width: int, places: Sequence[int]) -> _Room:  # noqa: ARG001 - one for each name
    return _Room(typecode, width, places)


@cache
def _is_bold_name(padded: bytes) -> bool:
    return _BOLD_NAME.search(padded.split(b"\0", 1)[0]) is not None
