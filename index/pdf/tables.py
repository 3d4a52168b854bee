"""Tables of a page: ruled ones by their lines, the others by the white between their columns.

Runs in a worker of its own (`index.pdf.table_worker`): pdfplumber hangs on some files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from index.model.geometry import Rect
from index.model.table import Cell, Table
from index.pdf.frames import Box
from index.pdf.table_bands import drafted, with_body
from index.pdf.table_grid import Grid, Region, frames_of, grids_of
from index.pdf.table_gutters import blocks_of
from index.pdf.table_ink import Rule, Rules, TableWord, tidy
from index.pdf.table_page import PageInk
from index.pdf.table_shape import Draft, cleaned, header_rows, is_ruled_table, rows_by_lines, split_rows
from index.pdf.table_text import spans_of, text_of
from index.pdf.table_words import merged_words
from index.text.hyphens import Vocabulary

_ALIKE_PT = 4.0


@dataclass(frozen=True, slots=True)
class PageOfWords:
    """What is known of a page before its lines are looked at. Plain: it crosses processes.

    Attributes:
        page_index: Counted from 0.
        width_pt: As displayed.
        height_pt: As displayed.
        direction: Quarter turns clockwise in which most of its text runs.
        words: Its words, in page space.
        text_start: Where the page's part of the document's text begins.
        text: The page's part of the document's text.
    """

    page_index: int
    width_pt: float
    height_pt: float
    direction: int = 0
    words: tuple[TableWord, ...] = ()
    text_start: int = 0
    text: str = ""


@dataclass(slots=True)
class _Sheet:
    """A page in reading space."""

    page: PageOfWords
    words: list[TableWord]
    rules: Rules
    is_known: Callable[[str], bool]
    vocabulary: Vocabulary = field(default_factory=Vocabulary)


def tables_of(page: PageOfWords, ink: PageInk, is_known: Callable[[str], bool]) -> tuple[Table, ...]:
    """Find the tables of a page, from top to bottom.

    Args:
        page: Its words.
        ink: Its lines, and all words that pdfplumber sees: those that are not among the words of `page`
            (furniture is no part of a document's text) fill cells without a place in the text.
        is_known: Whether a word is in the dictionary; asked about divided words alone.
    """
    words = merged_words(page.words, ink.words, is_upright=page.direction % 2 == 0)
    turn = _Turn(page.direction)
    across, down = (ink.across, ink.down) if page.direction % 2 == 0 else (ink.down, ink.across)
    sheet = _Sheet(
        page,
        [turn.word(word) for word in words],
        tidy(
            (turn.rule(rule, is_across=True) for rule in across),
            (turn.rule(rule, is_across=False) for rule in down),
        ),
        is_known,
        Vocabulary([page.text]),
    )
    drafts = list(_ruled(sheet))
    drafts += _unruled(sheet, [draft.box for draft in drafts])
    drafts.sort(key=lambda draft: (draft.box[1], draft.box[0]))
    return tuple(_finished(draft, sheet, turn) for draft in drafts)


class _Turn:
    """The way from page space to the reading space of a direction, and back."""

    def __init__(self, direction: int) -> None:
        self._direction = direction

    def box(self, box: Box) -> Box:
        left, top, right, bottom = box
        return (
            (left, top, right, bottom),
            (top, -right, bottom, -left),
            (-right, -bottom, -left, -top),
            (-bottom, left, -top, right),
        )[self._direction]

    def rect(self, box: Box) -> Rect:
        """The way back."""
        left, top, right, bottom = box
        return Rect(
            *(
                (left, top, right, bottom),
                (-bottom, left, -top, right),
                (-right, -bottom, -left, -top),
                (top, -right, bottom, -left),
            )[self._direction]
        )

    def word(self, word: TableWord) -> TableWord:
        return TableWord(word.text, *self.box(word[1:5]), word.start, word.stop)

    def rule(self, rule: Rule, *, is_across: bool) -> Rule:
        """Turn a rule that is horizontal in reading space, or vertical."""
        direction = self._direction
        flips_at = direction in ((1, 2) if is_across else (2, 3))
        flips_run = direction in ((2, 3) if is_across else (1, 2))
        at = -rule.at if flips_at else rule.at
        return Rule(at, -rule.end, -rule.begin) if flips_run else Rule(at, rule.begin, rule.end)


def _ruled(sheet: _Sheet) -> Iterator[Draft]:
    """Yield the tables with lines between their cells, or at least between those of their head."""
    heads: list[Draft] = []
    taken: list[Box] = []
    for frame in frames_of(sheet.rules):
        for grid in grids_of(frame):
            draft = _drafted(grid, sheet.words)
            if draft is None:
                continue
            if is_ruled_table(draft, sheet.rules):
                draft = split_rows(draft)
                taken.append(draft.box)
                yield draft
            else:
                heads.append(draft)
    free = [word for word in sheet.words if not any(_holds(box, word) for box in taken)]
    for head in heads:
        draft = with_body(head, free)
        if draft is not None and not any(_overlap(draft.box, box) for box in taken):
            taken.append(draft.box)
            yield draft


def _drafted(grid: Grid, words: Sequence[TableWord]) -> Draft | None:
    """Put words into the cells of a grid."""
    left, top, right, bottom = grid.box
    inside = [word for word in words if left <= word.middle[0] <= right and top <= word.middle[1] <= bottom]
    cells: dict[Region, list[TableWord]] = {region: [] for region in grid.regions}
    boxes = {region: grid.box_of(region) for region in grid.regions}
    for word in inside:
        x, y = word.middle
        for region, box in boxes.items():
            if box[0] <= x < box[2] and box[1] <= y < box[3]:
                cells[region].append(word)
                break
    kept = {region: held for region, held in cells.items() if held or region not in grid.open_regions}
    return cleaned(Draft(list(grid.xs), list(grid.ys), kept, is_ruled=True)) if kept else None


def _unruled(sheet: _Sheet, taken: Sequence[Box]) -> Iterator[Draft]:
    free = [word for word in sheet.words if not any(_holds(box, word) for box in taken)]
    found: list[Draft] = []
    for box in _open_frames(sheet.rules):
        if any(_overlap(box, other) for other in (*taken, *(draft.box for draft in found))):
            continue
        inside = [word for word in free if _holds(box, word)]
        blocks = list(blocks_of(inside, is_framed=True))
        if len(blocks) == 1 and blocks[0].word_count >= 0.8 * len(inside):
            found.append(rows_by_lines(drafted(blocks[0]), sheet.rules))
    yield from found
    free = [word for word in free if not any(_holds(draft.box, word) for draft in found)]
    for block in blocks_of(free):
        yield drafted(block)


def _open_frames(rules: Rules) -> Iterator[Box]:
    """Yield the areas between lines of one length above one another, as of tables without upright lines."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules.across, key=lambda rule: rule.at):
        for group in groups:
            if abs(group[0].begin - rule.begin) < _ALIKE_PT and abs(group[0].end - rule.end) < _ALIKE_PT:
                group.append(rule)
                break
        else:
            groups.append([rule])
    for group in groups:
        if len(group) >= 2:
            yield group[0].begin, group[0].at, group[0].end, group[-1].at


def _finished(draft: Draft, sheet: _Sheet, turn: _Turn) -> Table:
    page = sheet.page
    cells = tuple(
        Cell(
            region.row,
            region.column,
            text_of(words, sheet.vocabulary, sheet.is_known),
            turn.rect(
                (
                    draft.xs[region.column],
                    draft.ys[region.row],
                    draft.xs[region.column_stop],
                    draft.ys[region.row_stop],
                )
            ),
            region.row_stop - region.row,
            region.column_stop - region.column,
            spans_of(words, page.text, page.text_start),
        )
        for region, words in sorted(draft.cells.items())
    )
    rows, columns = draft.size
    return Table(
        page.page_index, turn.rect(draft.box), rows, columns, cells, draft.is_ruled, header_rows(draft)
    )


def _holds(box: Box, word: TableWord) -> bool:
    x, y = word.middle
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
