"""The sheets of an edition and what is printed on them: lines, rules, pictures, page numbers, bookmarks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from index.formats.breaking import SetLine
from index.formats.fonts import JOINT, PARAGRAPH_END, Face, face

_NUMBER_SIZE, _NUMBER_DEPTH = 8.5, 30.0
_INK, _PALE_INK = (0.11, 0.11, 0.13), (0.45, 0.45, 0.48)
_RULE_WIDTH = 0.4
_FROM_THE_RIGHT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]+")
_CREATOR: Final = "Chitalnya"


@dataclass(frozen=True, slots=True)
class Format:
    """The size of a sheet and its margins, in points."""

    width: float
    height: float
    side: float
    top: float
    bottom: float

    @property
    def room(self) -> float:
        """Width of the column."""
        return self.width - 2 * self.side

    @property
    def depth(self) -> float:
        """Height of the column."""
        return self.height - self.top - self.bottom


SMALL: Final = Format(419.53, 595.28, 52.0, 50.0, 56.0)
"""A5: some sixty letters a line, as books have them."""
LARGE: Final = Format(595.28, 841.89, 62.0, 62.0, 66.0)
"""A4: for tables of many columns."""


class Press:
    """Prints page after page into memory.

    Positions are points from the top left of the sheet.

    Args:
        sheet: The size of all pages.
        title: Of the document; may be empty.
        author: Of the document; may be empty.
        created: When the original was made, ISO 8601; empty when unknown.
    """

    def __init__(self, sheet: Format, title: str = "", author: str = "", created: str = "") -> None:
        self.sheet = sheet
        self.page_count = 0
        self._file = BytesIO()
        self._canvas: Any = new_canvas(self._file, (sheet.width, sheet.height))
        describe(self._canvas, title, author, created)
        self._canvas.addPageLabel(0, "ARABIC", 1)
        self._level = -1

    def line(self, line: SetLine, at: tuple[float, float], kind: tuple[Face, float], *, ends: bool) -> None:
        """Print one line.

        Args:
            line: What is printed.
            at: Where it begins and where its letters stand.
            kind: Weight and size.
            ends: Whether a paragraph ends with it.
        """
        weight, size = kind
        written = self._canvas.beginText(at[0], self.sheet.height - at[1])
        written.setFillColorRGB(*_INK)
        mark = JOINT if line.is_torn else PARAGRAPH_END if ends else ""
        *runs, (last_font, last_text) = weight.runs(in_order_of_ink(line.text))
        # With the last word in one piece: pdfium passes over a mark that is printed alone.
        for font, text in [*runs, (last_font, last_text + mark)]:
            written.setFont(font, size)
            written.textOut(text)
        self._canvas.drawText(written)

    def rule(self, start: tuple[float, float], stop: tuple[float, float]) -> None:
        """Draw a thin line."""
        self._canvas.setStrokeColorRGB(*_PALE_INK)
        self._canvas.setLineWidth(_RULE_WIDTH)
        self._canvas.line(start[0], self.sheet.height - start[1], stop[0], self.sheet.height - stop[1])

    def picture(self, image: Any, box: tuple[float, float, float, float]) -> None:  # noqa: ANN401 - a Pillow image
        """Draw a picture: left, top, width and height of its box."""
        from reportlab.lib.utils import ImageReader

        left, top, width, height = box
        self._canvas.drawImage(
            ImageReader(image), left, self.sheet.height - top - height, width, height, mask="auto"
        )

    def bookmark(self, text: str, level: int, top: float) -> None:
        """Enter a heading into the table of contents of the file.

        Args:
            text: The heading.
            level: 0 for the highest; one that skips levels is raised.
            top: Where it stands on this page.
        """
        self._level = min(level, self._level + 1)
        key = f"h{self._canvas.getPageNumber()}-{top:.1f}"
        self._canvas.bookmarkHorizontal(key, 0, self.sheet.height - top)
        self._canvas.addOutlineEntry(text, key, self._level)

    def end_page(self) -> None:
        """Print the number of the page and take the next sheet."""
        self.page_count += 1
        number = str(self.page_count)
        weight = face()
        self._canvas.setFillColorRGB(*_PALE_INK)
        self._canvas.setFont(weight.name, _NUMBER_SIZE)
        left = (self.sheet.width - weight.width(number, _NUMBER_SIZE)) / 2
        self._canvas.drawString(left, _NUMBER_DEPTH, number)
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the file."""
        self._canvas.save()
        return self._file.getvalue()


def new_canvas(file: BytesIO, size: tuple[float, float]) -> Any:  # noqa: ANN401 - ReportLab has no types
    """Return a canvas for an edition: bytes as they are, and the same ones whenever it is made."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    # Else all streams, JPEG too, would be spelled out in printable letters.
    rl_config.useA85 = 0
    return Canvas(file, pagesize=size, invariant=1, pageCompression=1)


def in_order_of_ink(text: str) -> str:
    """Return a text as a pen that moves to the right writes it: Hebrew and Arabic from the last letter.

    Word by word: pdfium turns words round again, but not their order.
    """
    return _FROM_THE_RIGHT.sub(lambda run: run.group()[::-1], text)


def describe(canvas: Any, title: str, author: str, created: str) -> None:  # noqa: ANN401 - ReportLab has no types
    """Say in the file what it is; ReportLab's own placeholders are left out."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString

    said = {"Title": title, "Author": author, "Creator": _CREATOR, "CreationDate": _pdf_date(created)}

    def declared(document: object) -> object:
        entries = {key: PDFString(value) for key, value in said.items() if value}
        return PDFDictionary({**entries, "Trapped": PDFName("False")}).format(document)

    canvas.setTitle(title)
    canvas._doc.info.format = declared  # noqa: SLF001 - there is no other way to leave entries out


def _pdf_date(iso: str) -> str:
    digits = "".join(filter(str.isdigit, iso[:19]))
    return f"D:{digits}" if len(digits) in (4, 6, 8, 12, 14) else ""
