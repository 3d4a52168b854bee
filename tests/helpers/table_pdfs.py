"""Makes PDF files with tables for tests: ruled in several ways, with merged cells, turned, cropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from index.model.document import Document, DocumentId
from index.model.table import Table
from index.pdf.reader import read_pdf
from index.pdf.request import ReadRequest
from index.pdf.table_page import ink_of
from index.pdf.table_worker import page_of_words
from index.pdf.tables import tables_of
from tests.helpers.pdfs import A4, font

Stroke = Callable[[Canvas, float, float, float, float], None]
"""Draws a line between two points, in file space."""


def thin(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """A stroke."""
    canvas.line(x0, y0, x1, y1)


def filled(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """A rectangle half a point thin, as word processors draw borders."""
    canvas.rect(min(x0, x1), min(y0, y1), abs(x1 - x0) or 0.5, abs(y1 - y0) or 0.5, stroke=0, fill=1)


def dashed(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """Many short strokes."""
    length = max(abs(x1 - x0), abs(y1 - y0))
    steps = int(length // 5)
    for i in range(steps + 1):
        a, b = 5 * i / length, min(1.0, (5 * i + 3) / length)
        canvas.line(x0 + (x1 - x0) * a, y0 + (y1 - y0) * a, x0 + (x1 - x0) * b, y0 + (y1 - y0) * b)


def double(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """Two strokes side by side."""
    canvas.line(x0, y0, x1, y1)
    aside = (1.8, 0.0) if x0 == x1 else (0.0, 1.8)
    canvas.line(x0 + aside[0], y0 + aside[1], x1 + aside[0], y1 + aside[1])


@dataclass(frozen=True)
class Drawn:
    """A table to be drawn.

    Attributes:
        rows: Texts by row; a line feed begins another line; None goes on with the cell to the left.
        widths: Widths of the columns.
        x: Left edge, from the left of the sheet.
        y: Upper edge, from the top of the sheet.
        row_height: Height of each row.
        stroke: How lines are drawn; None for none.
        has_sides: Whether the outer upright lines are drawn.
        ruled_rows: Rows around which lines are drawn; None for all.
    """

    rows: Sequence[Sequence[str | None]]
    widths: Sequence[float]
    x: float = 80.0
    y: float = 120.0
    row_height: float = 32.0
    stroke: Stroke | None = thin
    has_sides: bool = True
    ruled_rows: int | None = None
    size: float = 10.0


def draw(canvas: Canvas, table: Drawn, height: float) -> None:
    """Draw a table."""
    xs = [table.x + sum(table.widths[:i]) for i in range(len(table.widths) + 1)]
    ys = [height - table.y - table.row_height * i for i in range(len(table.rows) + 1)]
    canvas.setFont(font(), table.size)
    ruled = len(table.rows) if table.ruled_rows is None else table.ruled_rows
    for r, row in enumerate(table.rows):
        for c, text in enumerate(row):
            for k, line in enumerate((text or "").split("\n")):
                canvas.drawString(xs[c] + 4, ys[r] - 11 - k * (table.size + 2), line)
            is_inner = text is not None and (c > 0 or table.has_sides)
            if table.stroke is not None and is_inner and r < ruled:
                table.stroke(canvas, xs[c], ys[r], xs[c], ys[r + 1])
        if table.stroke is not None and r < ruled:
            table.stroke(canvas, xs[0], ys[r], xs[-1], ys[r])
            if table.has_sides:
                table.stroke(canvas, xs[-1], ys[r], xs[-1], ys[r + 1])
    if table.stroke is not None:
        table.stroke(canvas, xs[0], ys[ruled], xs[-1], ys[ruled])


def write_tables(
    path: Path,
    pages: Sequence[Sequence[Drawn]],
    *,
    rotation: int = 0,
    crop: tuple[float, float, float, float] | None = None,
    password: str | bytes = "",
) -> Path:
    """Write a file with tables on its pages, locked if there is a password; returns its path."""
    encryption = StandardEncryption(password, ownerPassword="owner", strength=128) if password else None
    # reportlab exchanges width and height of a page on its side.
    canvas = Canvas(str(path), pagesize=A4[::-1] if rotation % 180 else A4, encrypt=encryption)
    for page in pages:
        canvas.setPageRotation(rotation)
        if crop is not None:
            canvas.setCropBox(crop)
        for table in page:
            draw(canvas, table, A4[1])
        canvas.showPage()
    canvas.save()
    return path


def scanned(drawn: Path, path: Path) -> Path:
    """Make a scan with a layer of invisible words from the first page of a file; returns its path."""
    import pypdfium2
    from reportlab.lib.utils import ImageReader

    document = read(drawn)
    with pypdfium2.PdfDocument(drawn) as pdf:
        picture = pdf[0].render(scale=2).to_pil()
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    for piece in document.text_map.pieces(0):
        line = document.text_map.line(piece.line)
        words = canvas.beginText(piece.from_pt, A4[1] - line.high_pt + 2)
        words.setFont(font(), 10)
        words.setTextRenderMode(3)
        words.textOut(piece.span.of(document.text))
        canvas.drawText(words)
    canvas.save()
    return path


def read(path: Path) -> Document:
    """Read a file in this process."""
    return read_pdf(ReadRequest(str(path), DocumentId("0" * 64), path.name, str(path)), lambda _page: None)


def tables_in(path: Path, page_index: int = 0) -> tuple[Document, tuple[Table, ...]]:
    """Find the tables of a page in this process; returns the document too."""
    import pdfplumber

    document = read(path)
    page = page_of_words(document, page_index)
    with pdfplumber.open(path) as pdf:
        ink = ink_of(pdf.pages[page_index], (page.width_pt, page.height_pt))
        return document, tables_of(page, ink, lambda _word: True)
