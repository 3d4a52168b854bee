"""Prints a composition: pages, columns, running headers, page numbers, outline."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, FrameBreak, NextPageTemplate, PageTemplate

from scripts.sample.blocks import Text, flowables, set_lines
from scripts.sample.composition import Block, Composition, Kind
from scripts.sample.looks import FONTS, Look

_WIDTH, _HEIGHT = A4
_GUTTER = 18.0
_FURNITURE_COLOR = "#5a6068"


def missing_fonts() -> list[Path]:
    """Return the font files that are not on this machine."""
    return sorted(path for path in FONTS.values() if not path.exists())


def print_document(composition: Composition, look: Look, target: Path) -> None:
    """Write one document as PDF. The same composition and look give the same bytes."""
    for name, path in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, path))
    _Press(target, composition, look, _balanced_height(composition, look)).build(
        _story(composition.blocks, look)
    )


def _balanced_height(composition: Composition, look: Look) -> float:
    """Return the height of the columns of the last page at which they end level."""
    full = _HEIGHT - look.margins[1] - look.margins[3]
    if look.columns == 1:
        return float(full)

    def pages(height: float) -> int:
        press = _Press(io.BytesIO(), composition, look, height)
        press.build(_story(composition.blocks, look))
        return int(press.page)

    height, wanted = full, pages(full)
    while pages(height - look.body.leading) == wanted:
        height -= look.body.leading
    return float(height)


class _Press(BaseDocTemplate):  # type: ignore[misc]  # ReportLab has no types
    """One document in print."""

    def __init__(
        self, target: Path | io.BytesIO, composition: Composition, look: Look, height: float
    ) -> None:
        super().__init__(
            target if isinstance(target, io.BytesIO) else str(target),
            pagesize=A4,
            title=composition.title,
            author="Читальня",
            subject="Учебный документ: лица, страны и события вымышлены",
            creator="scripts.sample",
            lang="ru-RU",
            invariant=1,
            pageCompression=1,
        )
        self.look = look
        heads = _heads(composition.blocks) if look.columns > 1 else []
        head_height = sum(_height(block, look) for block in heads)
        full = _HEIGHT - look.margins[1] - look.margins[3]
        bottom = look.margins[3]
        first = _frames(look, bottom, full - head_height)
        if heads:
            first.insert(0, _frames(replace(look, columns=1), bottom + full - head_height, head_height)[0])
        later = _frames(look, bottom + full - height, height)
        furniture = {"onPage": self._header, "onPageEnd": self._footer}
        self.addPageTemplates(
            [PageTemplate("first", first, **furniture), PageTemplate("later", later, **furniture)]
        )

    def afterFlowable(self, flowable: Flowable) -> None:
        """Enter titles and headings into the outline."""
        if isinstance(flowable, Text) and flowable.outline:
            foot = float(self.frame._y)  # noqa: SLF001 - ReportLab tells it nowhere else
            key = f"heading-{self.page}-{foot:.0f}"
            self.canv.bookmarkPage(key, fit="XYZ", left=0, top=foot + flowable.height_of_lines() + 8)
            self.canv.addOutlineEntry(flowable.outline, key, level=0)

    def _header(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        furniture = self.look.furniture
        if not furniture.header or (canvas.getPageNumber() == 1 and not furniture.header_on_first):
            return
        left, top, right, _ = self.look.margins
        _begin(canvas, self.look)
        y = _HEIGHT - top + 20
        canvas.drawString(left, y, furniture.header)
        canvas.setStrokeColor(HexColor("#b9bec6"))
        canvas.setLineWidth(0.5)
        canvas.line(left, y - 5, _WIDTH - right, y - 5)
        canvas.restoreState()

    def _footer(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        furniture, page = self.look.furniture, canvas.getPageNumber()
        left, _, right, bottom = self.look.margins
        number = furniture.number_format.format(furniture.first_page_number + page - 1)
        _begin(canvas, self.look)
        y = bottom - 26
        if furniture.footer:
            canvas.drawString(left, y, furniture.footer)
        if page > 1 or furniture.number_on_first:
            if furniture.footer:
                canvas.drawRightString(_WIDTH - right, y, number)
            else:
                canvas.drawCentredString((_WIDTH + left - right) / 2, y, number)
        canvas.restoreState()


def _begin(canvas: Canvas, look: Look) -> None:
    canvas.saveState()
    canvas.setFont(look.body.font, look.body.size * 0.84)
    canvas.setFillColor(HexColor(_FURNITURE_COLOR))


def _heads(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks that stand above the columns: all up to the first paragraph."""
    for count, block in enumerate(blocks):
        if block.kind is Kind.PARAGRAPH:
            return list(blocks[:count])
    return list(blocks)


def _height(block: Block, look: Look) -> float:
    kind = look.title if block.kind is Kind.TITLE else look.line
    width = _WIDTH - look.margins[0] - look.margins[2]
    return len(set_lines(block.text, kind, width)) * kind.leading + kind.after


def _frames(look: Look, y: float, height: float) -> list[Frame]:
    """Return the columns of a page, from `y` upwards."""
    left, _, right, _ = look.margins
    width = _WIDTH - left - right
    bare = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    column = (width - _GUTTER * (look.columns - 1)) / look.columns
    return [Frame(left + (column + _GUTTER) * at, y, column, height, **bare) for at in range(look.columns)]


def _story(blocks: Sequence[Block], look: Look) -> list[Flowable]:
    heads = _heads(blocks) if look.columns > 1 else []
    story: list[Flowable] = [NextPageTemplate("later")]
    if heads:
        story += [*flowables(heads, look), FrameBreak()]
    return story + flowables(blocks[len(heads) :], look)
