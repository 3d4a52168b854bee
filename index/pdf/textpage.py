"""The words of one page as pdfium has them.

The text of the page comes in one call; then each word and each run of punctuation is asked for the boxes of
its first and last letter (`index.pdf.glyphs`), and everything else is arithmetic on columns.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from index.pdf.cutting import Cut, cut
from index.pdf.frames import PageFrame
from index.pdf.glyphs import Glyphs
from index.pdf.letters import clean, demojibake, needs_cleaning
from index.pdf.parting import Letters, parted
from index.pdf.pictures import Cover
from index.pdf.pieces import Pieces
from index.pdf.strips import stripped
from index.pdf.symbols import IS_SIGN, unicode_signs
from index.pdf.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_JOINT = "\u2060"
_DECLARED = re.compile(f"\u2029|{_JOINT}(?=[\r\n])")
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")
# A word this many times as high as its letters, and as its font, stands on two lines.
_TWO_LINES, _TWO_LINES_EM = 1.6, 1.2
_NO_INK_PT = 1e-3
_ABSURD_PT = 100_000.0  # no word is as long, but numbers in damaged files are


class TextPage:
    """The text layer of one loaded page.

    Args:
        handle: `FPDF_TEXTPAGE`; stays the caller's to close.
        frame: How the page is displayed.
    """

    def __init__(self, handle: Any, frame: PageFrame) -> None:  # noqa: ANN401 - a ctypes pointer
        self._handle, self._frame = handle, frame
        self._glyphs = Glyphs(handle)
        self._has_gaps = False
        self._wide: list[int] = []

    def main_direction(self) -> int:
        """Return the quarter turns in which most of the text runs on the displayed page, by a sample."""
        angles = self._glyphs.angles(self._glyphs.sample())
        directions = [self._frame.direction(angle) for angle in angles if angle >= 0]
        return max(set(directions), key=directions.count) if directions else 0

    def text(self) -> str:
        """Return the raw text of the page, with pdfium's marks for ends of lines."""
        import pypdfium2.raw as pdfium

        count = pdfium.FPDFText_CountChars(self._handle)
        if count <= 0:
            return ""
        units = (ctypes.c_ushort * (2 * count + 2))()
        written = pdfium.FPDFText_GetText(self._handle, 0, count, units)
        raw = bytes(memoryview(units).cast("B")[: 2 * max(0, written - 1)]).decode("utf-16-le", "replace")
        # pdfium's text leaves out characters without a Unicode value, its boxes do not; and letters beyond
        # U+FFFF, like those of formulas, count twice for it.
        self._has_gaps = written - 1 != count
        self._wide = [match.start() for match in _BEYOND_BMP.finditer(raw)]
        return demojibake(raw)

    def words(self, raw: str, covers: Sequence[Cover] = ()) -> Words:
        """Cut the raw text into words and find the place of each.

        Args:
            raw: What `text` returned.
            covers: Pictures that hide what was drawn before them.
        """
        import numpy as np

        pieces = self._pieces(raw)
        is_there = self._are_visible(pieces) & np.array([bool(text) for text in pieces.texts], bool)
        for cover in covers:
            are_under = self._are_under(pieces, cover)
            if are_under.any() and cover.is_opaque():
                is_there &= ~are_under
        kept = pieces.only(is_there)
        words = stripped(kept, self._glyphs, self._frame)
        self._note_declared(words, kept.numbers, raw)
        return words

    def _note_declared(self, words: Words, numbers: NDArray[np.int64], raw: str) -> None:
        """Note on the strips what editions (`index.formats`) say: where paragraphs end and words run on."""
        import numpy as np

        if not words.strips or not _DECLARED.search(raw):
            return
        firsts = np.array(words.firsts)
        for match in _DECLARED.finditer(raw):
            number = self._numbers(np.array([match.start()]))
            after = np.searchsorted(numbers, number, "right").item()
            before = np.searchsorted(numbers, number).item() - 1
            if match.group() == _JOINT:
                if after < len(numbers):
                    words.strips[np.searchsorted(firsts, after, "right").item() - 1].is_torn = True
            elif before >= 0:
                words.strips[np.searchsorted(firsts, before, "right").item() - 1].ends_paragraph = True

    def _pieces(self, raw: str) -> Pieces:
        import numpy as np

        starts, stops, are_hyphens, blanks, begin_lines = where = cut(raw)
        texts = [raw[a:b] for a, b in zip(starts.tolist(), stops.tolist(), strict=True)]
        for i in np.flatnonzero(are_hyphens).tolist():
            texts[i] = "-"
        if needs_cleaning(raw):
            texts = [clean(text) for text in texts]
        if IS_SIGN.search(raw):
            self._show_signs(texts, starts)
        n, are_long = len(texts), np.flatnonzero(stops - starts > 1)
        numbers = self._numbers(np.concatenate((starts, stops[are_long] - 1)))
        sides = self._glyphs.boxes(numbers.tolist())
        first, firsts, lasts = numbers[:n], sides[:n], sides[:n].copy()
        last = first.copy()
        last[are_long], lasts[are_long] = numbers[n:], sides[n:]
        hulls = np.hstack((np.minimum(firsts[:, :2], lasts[:, :2]), np.maximum(firsts[:, 2:], lasts[:, 2:])))
        extents = np.minimum(firsts[:, 2:] - firsts[:, :2], lasts[:, 2:] - lasts[:, :2])
        for i in np.flatnonzero(extents.min(axis=1, initial=1.0) <= _NO_INK_PT).tolist():
            number = int(first[i])
            hulls[i] = self._glyphs.hull(number, int(last[i]) + 1 - number) or self._glyphs.font_box(number)
        begins = np.flatnonzero(begin_lines)
        angles = self._glyphs.angles(first[begins].tolist())
        of_lines = np.array([self._frame.direction(max(0.0, angle)) for angle in angles], int)
        directions = np.repeat(of_lines, np.diff(np.append(begins, n)))
        pieces = Pieces(
            texts, first, hulls, self._frame.turned(hulls, directions), directions, blanks, begin_lines
        )
        letters = np.maximum(firsts[:, 2:] - firsts[:, :2], lasts[:, 2:] - lasts[:, :2])
        across = (directions + self._frame.rotation) % 2
        torn = self._torn(pieces, letters[np.arange(n), 1 - across])
        return parted(pieces, self._letters(pieces, torn, raw, where)) if len(torn) else pieces

    def _show_signs(self, texts: list[str], starts: NDArray[np.intp]) -> None:
        """Put characters in the place of the codes of symbol fonts."""
        coded = [i for i, text in enumerate(texts) if IS_SIGN.search(text)]
        fonts = self._glyphs.font_names(self._numbers(starts[coded]).tolist())
        for i, font in zip(coded, fonts, strict=True):
            texts[i] = unicode_signs(texts[i], font)

    def _torn(self, pieces: Pieces, letters: Floats) -> NDArray[np.intp]:
        """Return which words run over the end of a line without a hyphen.

        Args:
            pieces: The words.
            letters: Height of the higher one of the first and the last letter of each.
        """
        import numpy as np

        heights = pieces.boxes[:, 3] - pieces.boxes[:, 1]
        tall = np.flatnonzero(heights > _TWO_LINES * letters + _NO_INK_PT)
        if not len(tall):
            return tall
        sizes = np.array(self._glyphs.fonts(pieces.numbers[tall].tolist()).sizes)
        torn: NDArray[np.intp] = tall[heights[tall] > _TWO_LINES_EM * sizes]
        return torn

    def _letters(self, pieces: Pieces, words: NDArray[np.intp], raw: str, where: Cut) -> Letters:
        """Return the letters of some words, in the room that their fonts give them.

        Args:
            pieces: All words.
            words: Which of them.
            raw: The raw text.
            where: Where they stand in it.
        """
        import numpy as np

        lengths = where.stops[words] - where.starts[words]
        offsets = np.arange(lengths.sum()) + np.repeat(where.stops[words] - np.cumsum(lengths), lengths)
        numbers = self._numbers(offsets)
        sides = np.array([self._glyphs.font_box(number) for number in numbers.tolist()])
        boxes = self._frame.turned(sides, np.repeat(pieces.directions[words], lengths))
        return Letters(np.repeat(words, lengths), [raw[k] for k in offsets.tolist()], numbers, sides, boxes)

    def _numbers(self, offsets: NDArray[np.intp]) -> NDArray[np.int64]:
        """Return pdfium's numbers of the characters at some offsets into the text."""
        import numpy as np

        numbers = offsets.astype(np.int64)
        if self._wide:
            numbers += np.searchsorted(self._wide, numbers)
        if self._has_gaps:
            numbers = np.array(self._glyphs.numbers_at(numbers.tolist()), np.int64)
        return numbers

    def _are_under(self, pieces: Pieces, cover: Cover) -> NDArray[np.bool_]:
        """Return which lie within a picture and were drawn before it."""
        import numpy as np

        x, y = pieces.sides[:, [0, 2]].mean(axis=1), pieces.sides[:, [1, 3]].mean(axis=1)
        found: NDArray[np.bool_] = np.array(
            (x > cover.left) & (x < cover.right) & (y > cover.bottom) & (y < cover.top)
        )
        within = np.flatnonzero(found)
        objects = self._glyphs.objects(pieces.numbers[within].tolist())
        found[within] = [drawn in cover.under for drawn in objects]
        return found

    def _are_visible(self, pieces: Pieces) -> NDArray[np.bool_]:
        """Return which lie on the displayed page, in part at least; what is not a number does not."""
        left, bottom, right, top = pieces.sides.T
        page = self._frame
        is_near = (left < page.right) & (right > page.left) & (bottom < page.top) & (top > page.bottom)
        is_sane = (right - left < _ABSURD_PT) & (top - bottom < _ABSURD_PT)
        are_visible: NDArray[np.bool_] = is_near & is_sane
        return are_visible
