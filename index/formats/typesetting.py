"""Sets the content of a document in type: pages that are a pleasure to read, and read back exactly.

Lines never run on by guess: each paragraph says where it ends (`index.formats.fonts.PARAGRAPH_END`), and page
numbers are all that is printed besides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from index.formats.breaking import SetLine, break_lines
from index.formats.content import Block, Content, Heading, Paragraph, Picture, Table
from index.formats.embedded import opened_picture
from index.formats.fonts import Face, face
from index.formats.sheet import LARGE, SMALL, Press
from index.formats.tables import SetTable, set_table
from index.model.said import said

_MANY_COLUMNS: Final = 4
_DEPTH_STEP_PT, _DEEPEST = 14.0, 5
_PICTURE_DPI: Final = 120.0
_PICTURE_SHARE: Final = 0.7
"""The most of a page's height that a picture takes."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of block is set, in points."""

    size: float
    leading: float
    before: float
    after: float
    is_bold: bool = False


_BODY: Final = Style(10.5, 15.0, 5.0, 5.0)
_ITEM: Final = Style(10.5, 15.0, 3.0, 3.0)
_HEADINGS: Final = (
    Style(17.0, 21.5, 22.0, 10.0, is_bold=True),
    Style(14.0, 18.0, 18.0, 8.0, is_bold=True),
    Style(12.2, 16.5, 14.0, 6.0, is_bold=True),
    Style(10.5, 15.0, 11.0, 4.0, is_bold=True),
)
_TABLE_SPACE: Final = 9.0


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A block in lines, ready for the page.

    Attributes:
        lines: Its lines.
        style: How they are set.
        weight: Of its letters.
        left: Where its first line begins, from the margin.
        hang: How much further in the others begin.
        heading: The heading it is; None for others.
    """

    lines: Sequence[SetLine]
    style: Style
    weight: Face
    left: float
    hang: float
    heading: Heading | None = None


def typeset(content: Content, alive: Callable[[], None]) -> tuple[bytes, tuple[str, ...]]:
    """Return a PDF of the content, and what could not be shown of it. Blocks.

    Args:
        content: What is set.
        alive: Called with every page; may raise to stop.
    """
    columns = max(
        (len(row) for block in content.blocks if isinstance(block, Table) for row in block.rows), default=0
    )
    press = Press(LARGE if columns > _MANY_COLUMNS else SMALL, content.title, content.author, content.created)
    setter = _Setter(press, alive)
    for block in content.blocks:
        setter.add(block)
    setter.finish()
    lost = setter.lost_pictures
    what = said("file.lost_pictures", "Картинок, которые не удалось показать: {count}.", count=lost)
    return press.finish(), (what,) if lost else ()


def _fitting(lines: Sequence[SetLine], room: int, *, may_wait: bool) -> int:
    """Return how many lines of a paragraph go on this page; 0 if it had better begin on the next one.

    Args:
        lines: All that are left.
        room: How many find room.
        may_wait: Whether there is something on the page already.
    """
    if room >= len(lines) or room <= 0:
        return min(room, len(lines))
    # No line alone on the next page, none on this one.
    count = room - 1 if len(lines) - room == 1 and room > 2 else room
    if count < 2 and may_wait:
        return 0
    # Words that run on from page to page would get a blank there.
    whole = next((n for n in range(count, 0, -1) if not lines[n - 1].is_torn), 0)
    return whole or (0 if may_wait else count)


class _Setter:
    """Fills pages from top to bottom."""

    def __init__(self, press: Press, alive: Callable[[], None]) -> None:
        self._press, self._sheet, self._alive = press, press.sheet, alive
        self._depth = 0.0
        self._space = 0.0
        """Room that the block above wants below it."""
        self._headings: list[SetBlock] = []
        """Headings that wait for what follows, so that none stands last on a page."""
        self.lost_pictures = 0

    def add(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._headings.append(self._set_heading(block))
        elif isinstance(block, Paragraph):
            self._paragraph(self._set_paragraph(block))
        elif isinstance(block, Table):
            self._table(block)
        else:
            self._picture(block)

    def finish(self) -> None:
        self._put_headings(0.0)
        if self._depth or not self._press.page_count:
            self._press.end_page()

    def _set_heading(self, block: Heading) -> SetBlock:
        style = _HEADINGS[min(block.level, len(_HEADINGS)) - 1]
        return self._set(block.text, style, 0.0, 0.0, block)

    def _set_paragraph(self, block: Paragraph) -> SetBlock:
        left = _DEPTH_STEP_PT * min(block.depth, _DEEPEST)
        if not block.mark:
            return self._set(block.text, _BODY, left, 0.0)
        hang = face().width(block.mark + " ", _ITEM.size)
        return self._set(block.text, _ITEM, left, hang)

    def _set(
        self, text: str, style: Style, left: float, hang: float, heading: Heading | None = None
    ) -> SetBlock:
        weight, room = face(is_bold=style.is_bold), self._sheet.room
        lines = break_lines(
            text, lambda part: weight.width(part, style.size), room - left, room - left - hang
        )
        return SetBlock(lines, style, weight, left, hang, heading)

    def _paragraph(self, block: SetBlock) -> None:
        first = block.style.leading * min(2, len(block.lines))
        self._put_headings(max(block.style.before, self._after_headings()) + first)
        self._put(block)

    def _after_headings(self) -> float:
        return self._headings[-1].style.after if self._headings else 0.0

    def _put_headings(self, following: float) -> None:
        """Print the headings that wait, on a page where what follows finds room too."""
        headings, self._headings = self._headings, []
        if not headings:
            return
        height = sum(max(h.style.before, h.style.after) + h.style.leading * len(h.lines) for h in headings)
        if height + following > self._left():
            self._turn()
        for heading in headings:
            assert heading.heading is not None
            top = self._sheet.top + self._depth
            self._put(heading)
            self._press.bookmark(heading.heading.text, heading.heading.level - 1, top)

    def _put(self, block: SetBlock) -> None:
        """Print the lines of a block, on as many pages as it takes; none of them alone, if it can be."""
        style, lines = block.style, list(block.lines)
        self._depth += max(self._space, style.before) if self._depth else 0.0
        while lines:
            count = _fitting(lines, int((self._left() + 0.01) / style.leading), may_wait=self._depth > 0)
            if count == 0 and self._depth:
                self._turn()
                continue
            for line in lines[: max(1, count)]:
                self._print(line, block, is_first=line is block.lines[0])
            del lines[: max(1, count)]
            if lines:
                self._turn()
        self._space = style.after

    def _print(self, line: SetLine, block: SetBlock, *, is_first: bool) -> None:
        style = block.style
        self._depth += style.leading
        left = block.left + (0.0 if is_first else block.hang)
        # Letters stand where the lower fifth of their line begins.
        baseline = self._sheet.top + self._depth - 0.28 * style.leading
        at = (self._sheet.side + left, baseline)
        self._press.line(line, at, (block.weight, style.size), ends=line.is_last)

    def _table(self, block: Table) -> None:
        made = set_table(block, self._sheet.room)
        if made is None:
            return
        self._put_headings(_TABLE_SPACE + made.rows[0].height)
        self._depth += max(self._space, _TABLE_SPACE) if self._depth else 0.0
        top: float | None = None
        for row in made.rows:
            if row.height > self._sheet.depth:
                self._close(made, top)
                top = None
                self._paragraph(self._set(row.text, _BODY, 0.0, 0.0))
                continue
            if row.height > self._left():
                self._close(made, top)
                top = None
                self._turn()
            if top is None:
                top = self._depth
                self._rule(made)
            for line, x, y, ends in row.lines:
                at = (self._sheet.side + x, self._sheet.top + self._depth + y)
                self._press.line(line, at, (made.weight, made.size), ends=ends)
            self._depth += row.height
            self._rule(made)
        self._close(made, top)
        self._space = _TABLE_SPACE

    def _rule(self, made: SetTable) -> None:
        y = self._sheet.top + self._depth
        self._press.rule((self._sheet.side, y), (self._sheet.side + made.edges[-1], y))

    def _close(self, made: SetTable, top: float | None) -> None:
        """Draw the upright rules of the part of a table that stands on this page."""
        if top is None:
            return
        for edge in made.edges:
            x = self._sheet.side + edge
            self._press.rule((x, self._sheet.top + top), (x, self._sheet.top + self._depth))

    def _picture(self, block: Picture) -> None:
        image = opened_picture(block.file)
        if image is None:
            self.lost_pictures += 1
            return
        width, height = (side * 72.0 / _PICTURE_DPI for side in image.size)
        scale = min(1.0, self._sheet.room / width, _PICTURE_SHARE * self._sheet.depth / height)
        width, height = width * scale, height * scale
        self._put_headings(_TABLE_SPACE + height)
        space = max(self._space, _TABLE_SPACE) if self._depth else 0.0
        if space + height > self._left():
            self._turn()
            space = 0.0
        self._depth += space
        left = self._sheet.side + (self._sheet.room - width) / 2
        self._press.picture(image, (left, self._sheet.top + self._depth, width, height))
        self._depth += height
        self._space = _TABLE_SPACE

    def _left(self) -> float:
        """Return how much room is left on this page."""
        return self._sheet.depth - self._depth

    def _turn(self) -> None:
        if self._depth:
            self._press.end_page()
            self._alive()
        self._depth = self._space = 0.0
