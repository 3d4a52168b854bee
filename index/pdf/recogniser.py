"""Recognising one page in a process of its own: picture, words, and which way they lie.

request ──► Worker(recognise_handler) ──► RecognisedPage | TesseractFailed
                 └── tesseract, a process of its own again, ended with the worker
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from index.model.recognition import RecognisedPage, RecognisedWord, Recogniser
from index.pdf.opening import opened
from index.pdf.scan import Scan, pgm, take_picture
from index.pdf.tesseract import PATIENCE, TesseractFailed, quarter_turns, seen
from index.sandbox import Sandbox
from index.workers import Tell, Worker, WorkerLimits

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RUN_S: Final = 90.0
"""Longest run of the program on one picture, in time on a processor; forty times what a full page takes."""

# A page on which letters are this sure lies as it should; below it is worth a look whether it does.
_SURE: Final = 70.0
# Real words come with any confidence («Выпуск» with 3 %); one or two letters, or a mark, below these are dirt
# and ornaments (decision 12).
_LEAST_SHORT: Final = 30
_SHORT_LETTERS: Final = 2
_LEAST_LINE: Final = 20.0
_FEW_LETTERS: Final = 20
_SIDEWAYS_LETTERS: Final = 4


@dataclass(frozen=True, slots=True)
class RecogniseRequest:
    """One page to recognise.

    Attributes:
        path: The file.
        page_index: The page, counted from 0.
        recogniser: The program.
        languages: Codes of its languages.
        passwords: Tried on a file that needs one.
    """

    path: str
    page_index: int
    recogniser: Recogniser
    languages: tuple[str, ...]
    passwords: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class _Look:
    """What was seen on a page that was turned upright by a number of quarter turns."""

    direction: int
    words: tuple[RecognisedWord, ...] = ()
    """Boxes in pixels of the turned picture."""

    @property
    def letters(self) -> int:
        return sum(map(_letters, self.words))

    @property
    def sureness(self) -> float:
        """Mean confidence of a letter; 0 without letters, and for lines that stand on their side."""
        standing = sum(_stands(word) for word in self.words)
        long = sum(_letters(word) >= _SIDEWAYS_LETTERS for word in self.words)
        if not self.letters or standing * 2 > long:
            return 0.0
        return sum(_letters(word) * word.confidence for word in self.words) / self.letters


def make_recogniser(sandbox: Sandbox | None = None) -> Worker:
    """Return a worker that answers `RecogniseRequest`s; its process starts with the first one.

    Args:
        sandbox: Which files it can see; None for all that the user can. It has to run programs.
    """
    limits = WorkerLimits(
        silence_s=PATIENCE * RUN_S + 30.0,
        request_s=3600.0,
        memory_bytes=3 << 30,
        recycle_after=500,
        sandbox=sandbox,
        stands_back=True,
    )
    return Worker(recognise_handler, limits, "chitalnya-recogniser")


def recognise_handler(request: RecogniseRequest, tell: Tell) -> RecognisedPage:
    """Recognise one page; told before each run of the program. Runs in the worker, at low priority.

    Raises:
        TesseractFailed: If the program does not answer, or the page cannot be drawn.
    """
    import pypdfium2

    try:
        with (
            contextlib.closing(opened(request.path, request.passwords)) as pdf,
            contextlib.closing(pdf[request.page_index]) as page,
        ):
            scan = take_picture(page)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise TesseractFailed(f"page not drawn: {error}") from error
    best = _best_look(request, scan, tell)
    words = tuple(_placed(best, scan))
    return RecognisedPage(
        request.page_index, best.direction, words, request.recogniser.engine(request.languages)
    )


def words_in(table: str) -> tuple[RecognisedWord, ...]:
    """Return the words of a table that Tesseract wrote, boxes in pixels; what is no word is left out.

    A mark that may be dirt needs more confidence than a word; a line of which nothing is sure is none.
    """
    lines: dict[tuple[str, str, str], list[RecognisedWord]] = {}
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        left, top, width, height = map(int, cells[6:10])
        confidence = min(99, max(0, int(float(cells[10]))))
        word = RecognisedWord(cells[11].strip(), 0, left, top, left + width, top + height, confidence)
        if _is_word(word):
            lines.setdefault((cells[2], cells[3], cells[4]), []).append(word)
    kept = [words for words in lines.values() if _is_line(words)]
    return tuple(_numbered(word, number) for number, words in enumerate(kept) for word in words)


def _best_look(request: RecogniseRequest, scan: Scan, tell: Tell) -> _Look:
    """Look at a page as it lies, and turned if that makes better words."""

    def look(direction: int) -> _Look:
        tell(request.page_index)
        table = seen(
            request.recogniser,
            pgm(_turned(scan.grey, direction)),
            request.languages,
            scan.dots_per_inch,
            RUN_S,
        )
        return _Look(direction, words_in(table))

    best = look(0)
    if best.sureness >= _SURE:
        return best
    tell(request.page_index)
    for direction in _other_directions(request.recogniser, scan, best):
        other = look(direction)
        # Some pages are only bad: without a clear gain they stay as they are displayed.
        if other.sureness * other.letters > 1.2 * best.sureness * best.letters:
            best = other
        if best.sureness >= _SURE:
            break
    return best


def _other_directions(recogniser: Recogniser, scan: Scan, first: _Look) -> Sequence[int]:
    """Return in which directions the text may lie, other than upright."""
    if recogniser.knows_direction:
        half = scan.grey[::2, ::2]
        # Too little text to tell is a failure of the program.
        with contextlib.suppress(TesseractFailed):
            told = quarter_turns(recogniser, pgm(half.copy()), scan.dots_per_inch // 2, RUN_S)
            return (told,) if told else ()
    return (2, 1, 3) if first.letters >= _FEW_LETTERS else ()


def _turned(grey: NDArray[np.uint8], direction: int) -> NDArray[np.uint8]:
    """Turn a picture back by so many quarter turns: text of that direction is then upright."""
    import numpy as np

    return np.ascontiguousarray(np.rot90(grey, direction))


def _placed(look: _Look, scan: Scan) -> Iterator[RecognisedWord]:
    """Yield the words with their boxes in points of reading space (`index.pdf.frames`)."""
    height_px, width_px = scan.grey.shape
    across, down = scan.width_pt / width_px, scan.height_pt / height_px
    per_column, per_row = (across, down) if look.direction % 2 == 0 else (down, across)
    # Of the top left corner of the turned page: reading space has its origin where page space has it.
    left = (0.0, 0.0, -scan.width_pt, -scan.height_pt)[look.direction]
    top = (0.0, -scan.width_pt, -scan.height_pt, 0.0)[look.direction]
    for word in look.words:
        yield RecognisedWord(
            word.text,
            word.line,
            left + word.left_pt * per_column,
            top + word.top_pt * per_row,
            left + word.right_pt * per_column,
            top + word.bottom_pt * per_row,
            word.confidence,
        )


def _letters(word: RecognisedWord) -> int:
    return sum(map(str.isalnum, word.text))


def _stands(word: RecognisedWord) -> bool:
    """Whether a word of several letters is taller than wide: it was read on its side."""
    is_long = _letters(word) >= _SIDEWAYS_LETTERS
    return is_long and word.bottom_pt - word.top_pt > word.right_pt - word.left_pt


def _is_word(word: RecognisedWord) -> bool:
    """Whether it is no dirt, and no dash taller than wide: those are wide blanks of justified lines."""
    if word.text.strip("—–-_") == "" and word.bottom_pt - word.top_pt > word.right_pt - word.left_pt:
        return False
    return word.confidence >= _LEAST_SHORT or _letters(word) > _SHORT_LETTERS


def _is_line(words: Sequence[RecognisedWord]) -> bool:
    letters = sum(map(_letters, words))
    weighed = sum(max(1, _letters(word)) * word.confidence for word in words)
    return weighed / max(1, letters, len(words)) >= _LEAST_LINE


def _numbered(word: RecognisedWord, line: int) -> RecognisedWord:
    return RecognisedWord(
        word.text, line, word.left_pt, word.top_pt, word.right_pt, word.bottom_pt, word.confidence
    )
