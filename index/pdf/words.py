"""Words and their boxes from one page of pdfium.

The text of the page comes in one call; then each word and each run of punctuation is asked for its box
(`FPDFText_CountRects`, `FPDFText_GetRect`), which costs little over bare text, where a loop over characters
halves the speed. pdfium marks the end of a line by CR LF, or by U+FFFE where it saw a hyphen there.
"""

from __future__ import annotations

import ctypes
import math
import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, NamedTuple

from index.model.textmap import SURE
from index.pdf.frames import Box, PageFrame, Turn
from index.pdf.letters import clean, demojibake, needs_cleaning

_MARKS = "\u0300-\u036f\u0483-\u0487"  # combining: accents, breve, titlo
_TOKEN = re.compile(
    rf"(?P<word>[\w{_MARKS}](?:[\w{_MARKS}]|\xad(?=\w))*)"
    r"|(?P<hyphen>\ufffe|\xad(?!\w))"
    r"|(?P<end>[\r\n\x0b\x0c\x85\u2028\u2029]+)"
    r"|(?P<sign>[^\w\s\x00-\x1f\x7f-\x9f\xad\ufffe\uffff]+)"
)
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")
_BACKWARDS_EM = 0.5  # kerning and italics overlap by less
_RAISED_EM, _LOWERED_EM = 1.1, 0.5  # superscripts and subscripts stay closer to the line
_TWO_LINES = 1.6  # a word this many times as high as its highest part stands on two lines
_BOLD_WEIGHT = 600
_ABSURD_PT = 100_000.0  # no word is as long, but numbers in damaged files are
_BOLD_NAME = re.compile(rb"bold|black|heavy|\A(?:[A-Z]{6}\+)?(?:CM|SF)BX", re.IGNORECASE)
_FONT_NAME_BYTES = 128
_SAMPLE = 15


class Atom(NamedTuple):
    """A word or a run of punctuation on one line; coordinates in reading space."""

    text: str
    has_blank: bool
    """Whether a blank parts it from what stands before it."""
    left: float
    top: float
    right: float
    bottom: float
    confidence: int = SURE
    """In percent; less than `SURE` when it was recognised."""


@dataclass(slots=True)
class Strip:
    """What pdfium takes for one line, or a part of it; coordinates in reading space.

    Attributes:
        direction: Quarter turns clockwise in which it runs on the displayed page.
        baseline: Where its letters stand.
        size: Height of its font, in points.
        is_bold: Whether its first letter is bold.
        is_torn: Whether pdfium saw no end of line before it: no blank belongs there.
        atoms: Its words and punctuation, in the order of the file.
    """

    direction: int
    baseline: float
    size: float
    is_bold: bool = False
    is_torn: bool = False
    atoms: list[Atom] = field(default_factory=list)

    def is_left_by(self, atom: Atom) -> bool:
        """Whether an atom stands on another row than the strip, or goes back; pdfium may not see it."""
        em = max(self.size, atom.bottom - atom.top)
        if atom.left < self.atoms[-1].right - _BACKWARDS_EM * em:
            return True
        return atom.bottom < self.baseline - _RAISED_EM * em or atom.top > self.baseline + _LOWERED_EM * em


class TextPage:
    """The text layer of one loaded page.

    Args:
        handle: `FPDF_TEXTPAGE`; stays the caller's to close.
        frame: How the page is displayed.
    """

    def __init__(self, handle: Any, frame: PageFrame) -> None:  # noqa: ANN401 - a ctypes pointer
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._count_rects, self._get_rect = pdfium.FPDFText_CountRects, pdfium.FPDFText_GetRect
        self._handle = handle
        self._frame = frame
        self._turns: dict[int, Turn] = {}
        self._pages: dict[int, Box] = {}
        # Left, top, right, bottom, in the order of FPDFText_GetRect; one array is read at once.
        self._sides = (ctypes.c_double * 4)()
        begin = ctypes.addressof(self._sides)
        pointer = ctypes.POINTER(ctypes.c_double)
        self._refs = tuple(ctypes.cast(begin + 8 * i, pointer) for i in range(4))
        self._font_name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
        self._is_shifted = self._has_gaps = False
        self._wide: list[int] = []

    def main_direction(self) -> int:
        """Return the quarter turns in which most of the text runs on the displayed page, by a sample."""
        count = self._pdfium.FPDFText_CountChars(self._handle)
        step = max(1, count // _SAMPLE)
        sample = range(step // 2, max(0, count), step)
        angles = (self._pdfium.FPDFText_GetCharAngle(self._handle, i) for i in sample)
        directions = [self._frame.direction(angle) for angle in angles if angle >= 0]
        return max(set(directions), key=directions.count) if directions else 0

    def text(self) -> str:
        """Return the raw text of the page, with pdfium's marks for ends of lines."""
        count = self._pdfium.FPDFText_CountChars(self._handle)
        if count <= 0:
            return ""
        units = (ctypes.c_ushort * (2 * count + 2))()
        written = self._pdfium.FPDFText_GetText(self._handle, 0, count, units)
        raw = bytes(units)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
        # pdfium's text leaves out characters without a Unicode value, its boxes do not; and letters beyond
        # U+FFFF, like those of formulas, count twice for it.
        self._has_gaps = written - 1 != count
        self._wide = [match.start() for match in _BEYOND_BMP.finditer(raw)]
        self._is_shifted = self._has_gaps or bool(self._wide)
        return demojibake(raw)

    def strips(self, raw: str) -> list[Strip]:
        """Cut the raw text into strips and find the place of each word."""
        is_odd = needs_cleaning(raw)
        strips: list[Strip] = []
        strip: Strip | None = None
        last_stop = 0
        for match in _TOKEN.finditer(raw):
            kind = match.lastgroup
            start, stop = match.span()
            if kind == "end":
                strip = None
                continue
            if strip is None:
                strip = self._strip(start)
                strips.append(strip)
            text = "-" if kind == "hyphen" else clean(match.group()) if is_odd else match.group()
            box = self._box(start, stop, strip.direction)
            if box is None:
                strip = self._tear(strips, raw, (start, stop), has_blank=start > last_stop)
            elif text and self._is_visible(box, strip.direction):
                atom = Atom(text, start > last_stop, *box)
                if strip.atoms and strip.is_left_by(atom):
                    strip = self._strip(start)
                    strip.is_torn = not atom.has_blank
                    strips.append(strip)
                strip.atoms.append(atom)
            last_stop = stop
            if kind == "hyphen":
                strip = None
        return [strip for strip in strips if strip.atoms]

    def _strip(self, start: int) -> Strip:
        pdfium, handle, i = self._pdfium, self._handle, self._index(start)
        direction = self._frame.direction(max(0.0, pdfium.FPDFText_GetCharAngle(handle, i)))
        pdfium.FPDFText_GetCharOrigin(handle, i, self._refs[0], self._refs[1])
        x, y, _, _ = self._sides
        baseline = self._turn(direction)(x, y, x, y)[1]
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(handle, i, matrix)
        size = pdfium.FPDFText_GetFontSize(handle, i) * math.hypot(matrix.c, matrix.d)
        return Strip(direction, baseline, size, self._is_bold(i))

    def _is_bold(self, i: int) -> bool:
        pdfium, handle = self._pdfium, self._handle
        if pdfium.FPDFText_GetFontWeight(handle, i) >= _BOLD_WEIGHT:
            return True
        # Many producers declare no weight; the name of the font tells.
        pdfium.FPDFText_GetFontInfo(handle, i, self._font_name, _FONT_NAME_BYTES, None)
        return _BOLD_NAME.search(self._font_name.value) is not None

    def _font_box(self, i: int, direction: int) -> Box:
        rect = self._pdfium.FS_RECTF()
        self._pdfium.FPDFText_GetLooseCharBox(self._handle, i, rect)
        return self._turn(direction)(rect.left, rect.bottom, rect.right, rect.top)

    def _turn(self, direction: int) -> Turn:
        turn = self._turns.get(direction)
        if turn is None:
            turn = self._turns[direction] = self._frame.turn(direction)
            self._pages[direction] = turn(*self._frame.visible)
        return turn

    def _is_visible(self, box: Box, direction: int) -> bool:
        """Whether any of a box lies on the displayed page; what is not a number does not."""
        page = self._pages[direction]
        is_near = box[0] < page[2] and box[2] > page[0] and box[1] < page[3] and box[3] > page[1]
        return is_near and box[2] - box[0] < _ABSURD_PT and box[3] - box[1] < _ABSURD_PT

    def _index(self, offset: int) -> int:
        """Return pdfium's number of the character at an offset into the text."""
        offset += bisect_left(self._wide, offset)
        if self._has_gaps:
            return max(0, int(self._pdfium.FPDFText_GetCharIndexFromTextIndex(self._handle, offset)))
        return offset

    def _box(self, start: int, stop: int, direction: int) -> Box | None:
        """Return the box around some characters; None if they stand on several lines."""
        handle, sides, turn = self._handle, self._sides, self._turn(direction)
        first, length = start, stop - start
        if self._is_shifted:
            first = self._index(start)
            length = self._index(stop - 1) + 1 - first
        count = self._count_rects(handle, first, length)
        if count == 0:
            # Glyphs without extent: their font's box still says where they are.
            return self._font_box(first, direction)
        self._get_rect(handle, 0, *self._refs)
        left, top, right, bottom = sides
        box = turn(left, bottom, right, top)
        if count == 1:
            return box
        highest = box[3] - box[1]
        for k in range(1, count):
            self._get_rect(handle, k, *self._refs)
            part = turn(sides[0], sides[3], sides[2], sides[1])
            highest = max(highest, part[3] - part[1])
            box = _hull(box, part)
        return box if box[3] - box[1] <= _TWO_LINES * highest else None

    def _tear(self, strips: list[Strip], raw: str, token: tuple[int, int], *, has_blank: bool) -> Strip:
        """Add a word that runs over the end of a line without a hyphen, letter by letter."""
        strip = strips[-1]
        group: list[Box] = []
        begin = token[0]
        for i in range(*token):
            box = self._font_box(self._index(i), strip.direction)
            if group and (box[1] > group[-1][3] or box[3] < group[-1][1]):
                strip.atoms.append(Atom(clean(raw[begin:i]), has_blank, *reduce(_hull, group)))
                strip = self._strip(i)
                strip.is_torn, has_blank = True, False
                strips.append(strip)
                begin, group = i, []
            group.append(box)
        strip.atoms.append(Atom(clean(raw[begin : token[1]]), has_blank, *reduce(_hull, group)))
        return strip


def _hull(one: Box, other: Box) -> Box:
    return (
        one[0] if one[0] < other[0] else other[0],
        one[1] if one[1] < other[1] else other[1],
        one[2] if one[2] > other[2] else other[2],
        one[3] if one[3] > other[3] else other[3],
    )
