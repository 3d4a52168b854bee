"""Where the letters of a page stand, from pdfium alone: not from our reader, which is measured against it.

Coordinates are those of the displayed page, as `index.model.geometry` has them: points, origin top left.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpus import password

_FINE = 100  # pdfium answers in whole pixels: of a page drawn this many times larger
_LEVEL_EM, _BACKWARDS_EM, _WIDE_EM = 0.4, 0.6, 1.8


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle on the displayed page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Layer:
    """The text layer of one page, letter by letter.

    Attributes:
        page_index: Counted from 0.
        page: The page of pypdfium2; open only while `layers` stands at it.
        size: Width and height of the displayed page.
        text: One character for each of pdfium's.
    """

    def __init__(self, page_index: int, page: Any, textpage: Any) -> None:  # noqa: ANN401 - pypdfium2 has no types
        import pypdfium2.raw as pdfium

        self.page_index = page_index
        self.page = page
        self.size: tuple[float, float] = page.get_size()
        self._raw = textpage.raw
        self._pdfium = pdfium
        count = max(0, pdfium.FPDFText_CountChars(self._raw))
        units = (pdfium.FPDFText_GetUnicode(self._raw, i) for i in range(count))
        self.text = "".join(chr(unit) if unit else "\ufffd" for unit in units)

    def centre(self, i: int) -> tuple[float, float] | None:
        """Return the middle of a letter; None when it has no place."""
        box = self.box(i)
        return None if box is None else box.centre

    def box(self, i: int) -> Box | None:
        """Return the box of a letter, as high as its font; None when it has no place."""
        rect = self._pdfium.FS_RECTF()
        if not self._pdfium.FPDFText_GetLooseCharBox(self._raw, i, rect):
            return None
        return self._displayed(rect.left, rect.top, rect.right, rect.bottom)

    def ink_box(self, i: int) -> Box | None:
        """Return the box around the outline of a letter; None when it has none."""
        sides = [ctypes.c_double() for _ in range(4)]
        if not self._pdfium.FPDFText_GetCharBox(self._raw, i, *sides):
            return None
        left, right, bottom, top = (side.value for side in sides)
        return self._displayed(left, top, right, bottom) if right > left and top > bottom else None

    def is_real(self, i: int) -> bool:
        """Whether a letter is in the file, not a blank or line end that pdfium added."""
        return int(self._pdfium.FPDFText_IsGenerated(self._raw, i)) == 0

    def _displayed(self, left: float, top: float, right: float, bottom: float) -> Box:
        (x1, y1), (x2, y2) = self._point(left, top), self._point(right, bottom)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        width, height = (round(_FINE * side) for side in self.size)
        across, down = ctypes.c_int(), ctypes.c_int()
        self._pdfium.FPDF_PageToDevice(self.page.raw, 0, 0, width, height, 0, x, y, across, down)
        return across.value / _FINE, down.value / _FINE


def layers(path: Path) -> Iterator[Layer]:
    """Yield the text layers of a file, page by page; pages that cannot be loaded are left out."""
    import pypdfium2

    with pypdfium2.PdfDocument(path, password=password(path)) as pdf:
        for page_index in range(len(pdf)):
            try:
                page = pdf[page_index]
            except pypdfium2.PdfiumError:
                continue
            with closing(page), closing(page.get_textpage()) as textpage:
                yield Layer(page_index, page, textpage)


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A printed line, or the part of one up to a wide gap.

    Attributes:
        text: What it says.
        baseline: Where its first letter stands, from the top of the displayed page.
        box: Around all of it.
        letters: Its letters and digits, with the middle of each.
    """

    text: str
    baseline: float
    box: Box
    letters: tuple[tuple[str, tuple[float, float]], ...]


def placed_lines(layer: Layer) -> Iterator[PlacedLine]:
    """Yield the lines of a page that have a letter or digit on it, in the order of the file."""
    run: list[tuple[str, Box, tuple[float, float]]] = []
    for i, letter in enumerate(layer.text):
        box = layer.box(i) if not letter.isspace() and layer.is_real(i) else None
        if box is None:
            continue
        if run and not _goes_on(run[-1][1], box):
            yield from _placed(layer, run)
            run = []
        # Large signs of formulas stand far from where their font says.
        run.append((letter, box, (layer.ink_box(i) or box).centre))
    yield from _placed(layer, run)


def _goes_on(last: Box, box: Box) -> bool:
    """Whether a letter stands in the line of the last one, without a wide gap."""
    em = max(last.bottom - last.top, box.bottom - box.top)
    is_level = abs(last.centre[1] - box.centre[1]) < _LEVEL_EM * em
    return is_level and -_BACKWARDS_EM * em < box.left - last.right < _WIDE_EM * em


def _placed(layer: Layer, run: list[tuple[str, Box, tuple[float, float]]]) -> Iterator[PlacedLine]:
    boxes = [box for _, box, _ in run]
    letters = tuple((letter, middle) for letter, _, middle in run if letter.isalnum())
    if not letters:
        return
    box = Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
    is_on_page = box.right > 0 and box.bottom > 0 and box.left < layer.size[0] and box.top < layer.size[1]
    if is_on_page:
        yield PlacedLine("".join(letter for letter, *_ in run), boxes[0].bottom, box, letters)
