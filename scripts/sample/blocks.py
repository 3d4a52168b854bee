"""Blocks of a composition as things that can be laid on a page (flowables, in ReportLab's word)."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Table

from scripts.sample.breaking import Line, Setting, lines
from scripts.sample.composition import Block, Kind
from scripts.sample.drawings import draw_emblem, draw_landscape
from scripts.sample.looks import Look, Type

_FEWEST_LINES_APART = 2  # of a paragraph on either side of a page break


class Text(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A paragraph in lines. Splits between lines: never one line alone, never after a hyphen."""

    def __init__(self, text: str, look: Type, outline: str = "") -> None:
        super().__init__()
        self.text, self.look, self.outline = text, look, outline
        self._lines: Sequence[Line] = ()

    def getSpaceBefore(self) -> float:
        """Space above, in points."""
        return self.look.before

    def getSpaceAfter(self) -> float:
        """Space below, in points."""
        return self.look.after

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break the lines to the width of the column; return width and height."""
        self.width = width
        if self.text:
            self._lines = set_lines(self.text, self.look, width)
        return width, len(self._lines) * self.look.leading

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return what fits into the height and the rest; nothing where neither part would be good."""
        count = int((height + 0.01) / self.look.leading)
        if self._ends_in_a_hyphen(count) and self.text:
            # A word must not go on over the page: the paragraph is set anew without broken words.
            self._lines = set_lines(self.text, self.look, width, is_hyphenated=False)
        count = min(count, len(self._lines) - _FEWEST_LINES_APART)
        if count < _FEWEST_LINES_APART or self._ends_in_a_hyphen(count):
            return []
        return [self._part(self._lines[:count]), self._part(self._lines[count:])]

    def _ends_in_a_hyphen(self, count: int) -> bool:
        count = min(count, len(self._lines) - _FEWEST_LINES_APART)
        return count >= _FEWEST_LINES_APART and self._lines[count - 1].is_hyphenated

    def draw(self) -> None:
        """Draw the lines, the first at the top."""
        canvas: Canvas = self.canv
        canvas.setFillColor(HexColor(self.look.color))
        y = self.height_of_lines() - self.look.size * 0.98
        for line in self._lines:
            text = canvas.beginText(self._x(line), y)
            text.setFont(self.look.font, self.look.size)
            text.setWordSpace(line.blank_pt)
            text.textOut(line.text)
            canvas.drawText(text)
            y -= self.look.leading

    def height_of_lines(self) -> float:
        """Height, in points."""
        return len(self._lines) * self.look.leading

    def _part(self, part: Sequence[Line]) -> Text:
        other = Text("", self.look, self.outline)
        other._lines, self.outline = part, ""
        return other

    def _x(self, line: Line) -> float:
        spare = self.width - line.indent_pt - width_of(line.text, self.look)
        return line.indent_pt + (spare / 2 if self.look.align == "center" else 0.0)


def width_of(text: str, look: Type) -> float:
    """Return the width of a piece of text, in points."""
    return float(stringWidth(text, look.font, look.size))


def set_lines(text: str, look: Type, width: float, is_hyphenated: bool = True) -> list[Line]:
    """Break text into lines: a paragraph into full ones, a title into ones of like length."""

    def broken(measure: float) -> list[Line]:
        is_justified = look.align == "justify"
        setting = Setting(measure, look.indent, is_justified, is_hyphenated and is_justified)
        return lines(text, setting, lambda piece: width_of(piece, look))

    best = broken(width)
    narrower = width
    while look.align != "justify" and len(best) > 1 and narrower > width / 2:
        narrower -= look.size
        tried = broken(narrower)
        if len(tried) > len(best) or any(width_of(line.text, look) > narrower for line in tried):
            break
        best = tried
    return best


class Sides(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Two words on one line, at the edges of the column: office and name of who signs."""

    def __init__(self, left: str, right: str, look: Type) -> None:
        super().__init__()
        self.left, self.right, self.look = left, right, look

    def getSpaceBefore(self) -> float:
        """Space above, in points."""
        return self.look.leading * 1.2

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the width of the column and one line."""
        self.width = width
        return width, self.look.leading

    def draw(self) -> None:
        """Draw both ends of the line."""
        self.canv.setFillColor(HexColor(self.look.color))
        self.canv.setFont(self.look.font, self.look.size)
        self.canv.drawString(0, self.look.leading * 0.3, self.left)
        self.canv.drawRightString(self.width, self.look.leading * 0.3, self.right)


class Drawing(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A drawn picture as wide as the column, or an emblem, or a rule: nothing that has text."""

    def __init__(self, what: str, height: float, color: str) -> None:
        super().__init__()
        self.what, self.height, self.color = what, height, color

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the width of the column and the height asked for."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """Draw it."""
        if self.what == "landscape":
            draw_landscape(self.canv, self.width, self.height)
        elif self.what == "rule":
            self.canv.setStrokeColor(HexColor(self.color))
            self.canv.setLineWidth(0.8)
            self.canv.line(0, self.height, self.width, self.height)
        else:
            draw_emblem(self.canv, self.what, self.width, self.height, self.color)


def flowables(blocks: Sequence[Block], look: Look) -> list[Flowable]:
    """Return what is laid on the pages for these blocks."""
    types = {
        Kind.TITLE: look.title,
        Kind.HEADING: look.heading,
        Kind.LETTERHEAD: look.letterhead,
        Kind.LINE: look.line,
        Kind.TABLE_CAPTION: look.small,
        Kind.PARAGRAPH: look.body,
    }
    laid: list[Flowable] = [Drawing(look.emblem, 44, look.accent)] if look.emblem else []
    for index, block in enumerate(blocks):
        if block.kind is Kind.PICTURE:
            picture = Drawing("landscape", look.picture_height, look.accent)
            laid.append(KeepTogether([picture, _Space(6), Text(block.text, look.small), _Space(10)]))
        elif block.kind is Kind.TABLE:
            caption = laid.pop()
            laid.append(KeepTogether([_Space(10), caption, _Space(4), _table(block.rows, look), _Space(14)]))
        elif block.kind is Kind.SIGNATURE:
            office, name = block.rows[0]
            laid.append(Sides(office, name, look.body))
        else:
            is_head = block.kind in {Kind.TITLE, Kind.HEADING}
            kind = types[block.kind]
            if is_head:
                # A heading stands over three lines at least.
                laid.append(CondPageBreak(kind.before + kind.leading + kind.after + 3 * look.body.leading))
            laid.append(Text(block.text, kind, block.text if is_head else ""))
        ends_letterhead = block.kind is Kind.LETTERHEAD and blocks[index + 1].kind is not Kind.LETTERHEAD
        if ends_letterhead and look.rule_under_letterhead:
            laid += [_Space(4), Drawing("rule", 16, look.accent)]
    return laid


class _Space(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Blank height."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, self.height

    def draw(self) -> None:
        pass


def _table(rows: Sequence[Sequence[str]], look: Look) -> Table:
    """Return a ruled table: head and sum in bold, words to the left, numbers to the right."""
    kind, rule = look.table, HexColor("#9aa0aa")
    bold = f"{kind.font} Bold"
    widths = [max(stringWidth(row[at], bold, kind.size) for row in rows) for at in range(len(rows[0]))]
    spare = A4[0] - look.margins[0] - look.margins[2] - sum(widths)
    return Table(
        [list(row) for row in rows],
        colWidths=[width + spare / len(widths) for width in widths],
        rowHeights=kind.leading + 6,
        hAlign="LEFT",
        style=[
            ("FONT", (0, 0), (-1, -1), kind.font, kind.size, kind.leading),
            ("FONT", (0, 0), (-1, 0), bold, kind.size, kind.leading),
            ("FONT", (0, -1), (-1, -1), bold, kind.size, kind.leading),
            ("TEXTCOLOR", (0, 0), (-1, -1), HexColor(kind.color)),
            ("BACKGROUND", (0, 0), (-1, 0), HexColor("#eef0f3")),
            ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("GRID", (0, 0), (-1, -1), 0.5, rule),
            ("LINEABOVE", (0, -1), (-1, -1), 1.0, HexColor(kind.color)),
        ],
    )
