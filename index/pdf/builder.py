"""One text and one map from the printed lines of all pages."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from index.model.document import Page, PageKind
from index.model.span import Span
from index.model.textmap import SURE, Line, TextMap
from index.pdf.columns import Block, blocks
from index.pdf.frames import line_extent
from index.pdf.furniture import Furniture, find_furniture
from index.pdf.layout import PrintedLine
from index.pdf.manner import manner_of
from index.pdf.meetings import Meeting
from index.pdf.order import in_reading_order
from index.pdf.paragraphs import broken_address, decide
from index.text.hyphens import Vocabulary, keeps_hyphen

if TYPE_CHECKING:
    from numpy.typing import NDArray

_RULE = re.compile(r"(?P<sign>[~_=*.·…—–-])(?P=sign){4,}")
_OPENERS, _CLOSERS = "«(", "»)"
_OPEN_RANGE = re.compile(r"\d[–—−]\Z")


@dataclass(slots=True)
class PageText:
    """One page as it was read.

    Attributes:
        page_index: Counted from 0.
        width_pt: As displayed.
        height_pt: As displayed.
        kind: What the page offers.
        label: Its declared number; empty when the file declares none.
        lines: Its printed lines in the order of the file.
        marks: How many marks of readers stand on it (`index.pdf.markup_reading`).
    """

    page_index: int
    width_pt: float
    height_pt: float
    kind: PageKind
    label: str = ""
    lines: list[PrintedLine] = field(default_factory=list)
    marks: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A paragraph near the beginning.

    Attributes:
        text: Its words.
        size: Size of its letters relative to those of the document's body.
    """

    text: str
    size: float


@dataclass(frozen=True, slots=True)
class BuiltText:
    """The one text of a document.

    Attributes:
        text: Paragraphs parted by line feeds.
        text_map: Where each word of it is printed.
        pages: All pages with their parts of the text.
        opening: The paragraphs that begin on the first page with text.
    """

    text: str
    text_map: TextMap
    pages: tuple[Page, ...]
    opening: tuple[Heading, ...]


def build_text(pages: Sequence[PageText], is_known: Callable[[str], bool]) -> BuiltText:
    """Leave out the furniture, join lines into paragraphs and pages into one text.

    Args:
        pages: All pages, in order.
        is_known: Whether a word is in the dictionary; asked about divided words alone.
    """
    furniture = find_furniture([(page.width_pt, page.height_pt, page.lines) for page in pages])
    columns = [column for page in pages for column in blocks(_body(page, furniture))]
    manner = manner_of(columns)
    scribe = _Scribe(_vocabulary(columns), is_known)
    above: tuple[PrintedLine, Block] | None = None
    for column in columns:
        for line, after in zip(column.lines, [*column.lines[1:], None], strict=True):
            if _RULE.fullmatch(line.text) and not manner.declares_paragraphs:
                # Drawn with dashes or dots: no text, but it parts what stands above it from what follows.
                scribe.part()
                continue
            if above is None:
                scribe.begin(line)
            else:
                opened = scribe.opening_line, scribe.open_lines
                scribe.follow(Meeting(above[0], line, after, above[1], column, manner, *opened))
            above = (line, column)
    text = scribe.finish()
    return BuiltText(
        text,
        scribe.text_map(),
        tuple(_pages(pages, scribe.extents, furniture, len(text))),
        tuple(Heading(words, size / (manner.body_size or size)) for words, size in scribe.opening),
    )


def _body(page: PageText, furniture: Furniture) -> list[PrintedLine]:
    lines = [line for i, line in enumerate(page.lines) if (page.page_index, i) not in furniture.lines]
    return in_reading_order(lines)


def _vocabulary(columns: Sequence[Block]) -> Vocabulary:
    """Count the words that stand undivided; nothing when no word is divided."""
    vocabulary = Vocabulary()
    lines = [line for column in columns for line in column.lines]
    if not any(line.has_hyphen for line in lines):
        return vocabulary
    whole: list[str] = []
    is_rest = False
    for line in lines:
        text = line.text
        if is_rest:
            text = text.partition(" ")[2]
        whole.append(text.rpartition(" ")[0] if line.has_hyphen else text)
        is_rest = line.has_hyphen
    vocabulary.add("\n".join(whole))
    return vocabulary


class _Scribe:
    """Writes the text line by line and remembers where each word came from.

    A line is held back until it is known what follows, because its hyphen may have to go.
    """

    def __init__(self, vocabulary: Vocabulary, is_known: Callable[[str], bool]) -> None:
        self.extents: dict[int, tuple[int, int]] = {}
        self.opening: list[tuple[str, float]] = []
        self.opening_line: PrintedLine
        self.open_lines = 0
        self._depth = 0
        self._is_parted = False
        self._vocabulary = vocabulary
        self._is_known = is_known
        self._held: PrintedLine | None = None
        self._parts: list[str] = []
        self._length = 0
        self._lines: list[Line] = []
        self._placed: list[tuple[PrintedLine, int, int]] = []
        """Lines with the number of their words that are in the text, and where they begin there."""
        self._confidence = bytearray()
        self._has_doubts = False
        self._paragraph: list[str] = []

    def begin(self, line: PrintedLine) -> None:
        """Take the first line."""
        self._held = self.opening_line = line
        self._count_marks(line.text)

    def part(self) -> None:
        """Let the next line begin a paragraph."""
        self._is_parted = True

    def follow(self, meeting: Meeting) -> None:
        """Take a line that follows another one."""
        held, self._held = meeting.above, meeting.below
        is_parted, self._is_parted = self._is_parted, False
        if is_parted or not decide(meeting)[0]:
            self._write(held, "\n")
            self.opening_line = meeting.below
            self.open_lines = self._depth = 0
        elif meeting.manner.declares_paragraphs:
            # Such a file says where words run on, and a hyphen is one.
            self._write(held, "" if meeting.below.is_torn else " ")
        elif held.has_hyphen:
            keeps = keeps_hyphen(held.text[:-1], meeting.below.text, self._vocabulary, self._is_known)
            self._write(held, "", keeps_hyphen=keeps)
        elif meeting.below.is_torn or broken_address(meeting) or _OPEN_RANGE.search(held.text):
            self._write(held, "")
        else:
            self._write(held, "" if self._is_torn_word(held.text, meeting.below.text) else " ")
        self._count_marks(meeting.below.text)

    def _count_marks(self, text: str) -> None:
        """Count brackets and quotation marks that are open at the end of a line."""
        opened = sum(map(text.count, _OPENERS))
        self._depth = max(0, self._depth + opened - sum(map(text.count, _CLOSERS)))
        self.open_lines = self.open_lines + 1 if self._depth else 0

    def _is_torn_word(self, above: str, below: str) -> bool:
        """Whether a word had no room in a narrow cell and was torn: «Количес» / «тво»."""
        if " " in above or not below[0].islower() or not above.isalpha():
            return False
        rest = below.split(" ", 1)[0]
        return rest.isalpha() and self._is_known(above + rest) and not self._is_known(above)

    def finish(self) -> str:
        """Write the last line and return the text."""
        if self._held is not None:
            self._write(self._held, "\n")
            self._held = None
        return "".join(self._parts[:-1])

    def text_map(self) -> TextMap:
        """Return the map of everything written."""
        import numpy as np

        columns: list[list[NDArray[Any]]] = [[], [], [], []]
        # The lines of a page share their columns: a page at a time.
        for _, placed in groupby(self._placed, lambda place: id(place[0].words)):
            for column, values in zip(columns, _page_columns(list(placed)), strict=True):
                column.append(values)
        starts, stops, begins, ends = columns
        line_of = np.repeat(np.arange(len(self._lines)), [count for _, count, _ in self._placed])
        return TextMap.from_columns(
            self._lines,
            (_column("I", starts), _column("I", stops)),
            _column("I", [line_of]),
            (_column("f", begins), _column("f", ends)),
            bytes(self._confidence) if self._has_doubts else None,
        )

    def _write(self, line: PrintedLine, glue: str, *, keeps_hyphen: bool | None = None) -> None:
        """Write a line; a hyphen at its end that was decided about is one sign, or none."""
        text, count = line.text, line.last - line.first
        if keeps_hyphen is not None:
            text = f"{text[:-1]}-" if keeps_hyphen else text[:-1]
            count -= not keeps_hyphen
        self._place(line, count)
        first, _ = self.extents.get(line.page_index, (self._length, 0))
        self.extents[line.page_index] = (first, self._length + len(text))
        self._parts += (text, glue)
        self._length += len(text) + len(glue)
        if len(self.extents) == 1:
            self._remember(text, glue, line.size)

    def _place(self, line: PrintedLine, count: int) -> None:
        """Enter the first `count` words of a line into the map."""
        low, high = line_extent(line.direction, line.top, line.bottom)
        self._placed.append((line, count, self._length))
        self._has_doubts = self._has_doubts or line.confidence is not None
        self._confidence += bytes((SURE,)) * count if line.confidence is None else line.confidence[:count]
        self._lines.append(Line(line.page_index, line.direction, low, high))

    def _remember(self, text: str, glue: str, size: float) -> None:
        self._paragraph.append(text + glue)
        if glue == "\n":
            self.opening.append(("".join(self._paragraph).strip(), size))
            self._paragraph.clear()


def _page_columns(placed: Sequence[tuple[PrintedLine, int, int]]) -> Iterator[NDArray[Any]]:
    """Yield starts and stops in the text, begins and ends along the lines, of all words of a page's lines."""
    import numpy as np

    words = placed[0][0].words
    counts = np.array([count for _, count, _ in placed])
    firsts = np.array([line.first for line, _, _ in placed])
    own = np.arange(counts.sum()) + np.repeat(firsts - (np.cumsum(counts) - counts), counts)
    offsets = np.repeat([offset for _, _, offset in placed], counts)
    ahead = np.repeat([1.0 if line.direction in (0, 1) else -1.0 for line, _, _ in placed], counts)
    yield words.starts[own] + offsets
    yield words.stops[own] + offsets
    yield words.lefts[own] * ahead
    yield words.rights[own] * ahead


def _column(typecode: str, parts: Sequence[NDArray[Any]]) -> array[Any]:
    """Join columns into one array of the model, which knows no numpy."""
    import numpy as np

    column: array[Any] = array(typecode)
    if parts:
        column.frombytes(np.concatenate(parts).astype(column.typecode).tobytes())
    return column


def _pages(
    pages: Sequence[PageText], extents: dict[int, tuple[int, int]], furniture: Furniture, length: int
) -> Iterator[Page]:
    begin = 0
    for page in pages:
        start, stop = extents.get(page.page_index, (begin, begin))
        begin = min(stop, length)
        yield Page(
            page.page_index,
            page.width_pt,
            page.height_pt,
            Span(start, min(stop, length)),
            page.kind,
            page.label or furniture.numbers.get(page.page_index, ""),
        )
