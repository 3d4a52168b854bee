"""Makes small PDF files for tests, with Russian text and without any font of the system.

The font is Vera, which comes with reportlab. It has no Cyrillic letters, so each of them borrows the shape of
a Latin letter that looks like it: the file *says* Russian (its ToUnicode table does), and ink stands where
letters stand, which is all that a reader of text and places can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)
_LOWER = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "abbrgeexzuykamhonpctyqxyywwbbbeou", strict=True))
_UPPER = dict(zip("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", "ABBTDEEKZNNKAMHONPCTYFXUHWWBBBEOR", strict=True))
_SIGNS = {"—": "–", "№": "N", "\xad": "-", "\u2010": "-"}


@lru_cache(maxsize=2)
def font(*, is_bold: bool = False) -> str:
    """Register the font with reportlab and return its name."""
    name = "Reading-Bold" if is_bold else "Reading"
    made = TTFont(name, "VeraBd.ttf" if is_bold else "Vera.ttf")
    glyphs, widths = made.face.charToGlyph, made.face.charWidths
    for letter, shape in {**_LOWER, **_UPPER, **_SIGNS}.items():
        glyphs[ord(letter)] = glyphs[ord(shape)]
        widths[ord(letter)] = widths[ord(shape)]
    pdfmetrics.registerFont(made)
    return name


@dataclass(frozen=True)
class Print:
    """Some words on a page.

    Attributes:
        text: Printed in one piece.
        x: Where they begin, in points from the left of the sheet.
        y: Where they stand, in points from the top of the sheet.
        size: Height of the font.
        turn: Degrees counterclockwise.
        is_bold: Whether the letters are bold.
    """

    text: str
    x: float = 72.0
    y: float = 100.0
    size: float = 12.0
    turn: float = 0.0
    is_bold: bool = False


@dataclass(frozen=True)
class Sheet:
    """How pages are made.

    Attributes:
        size: Width and height in points, before rotation.
        rotation: /Rotate.
        crop: CropBox: left, bottom, right, top.
        user_unit: /UserUnit.
    """

    size: tuple[float, float] = A4
    rotation: int = 0
    crop: tuple[float, float, float, float] | None = None


def write_pdf(
    path: Path,
    pages: Sequence[Sequence[Print]],
    sheet: Sheet = Sheet(),
    *,
    title: str = "",
    outline: Sequence[tuple[str, int]] = (),
    password: str | bytes = "",
) -> Path:
    """Write a file and return its path.

    Args:
        path: Where to.
        pages: What is printed on each page, in the order in which it is written to the file.
        sheet: How the pages are made.
        title: Title in the metadata.
        outline: Table of contents: title and page index.
        password: Needed to open the file; empty for none. Bytes are taken as they are.
    """
    encryption = StandardEncryption(password, ownerPassword="owner", strength=128) if password else None
    # reportlab exchanges width and height of a page on its side.
    size = sheet.size[::-1] if sheet.rotation % 180 else sheet.size
    canvas = Canvas(str(path), pagesize=size, encrypt=encryption)
    if title:
        canvas.setTitle(title)
    for index, page in enumerate(pages):
        canvas.setPageRotation(sheet.rotation)
        if sheet.crop is not None:
            canvas.setCropBox(sheet.crop)
        for entry, target in outline:
            if target == index:
                canvas.bookmarkPage(entry)
                canvas.addOutlineEntry(entry, entry)
        for words in page:
            canvas.saveState()
            canvas.translate(words.x, sheet.size[1] - words.y)
            canvas.rotate(words.turn)
            canvas.setFont(font(is_bold=words.is_bold), words.size)
            canvas.drawString(0, 0, words.text)
            canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return path


def width(text: str, size: float = 12.0, *, is_bold: bool = False) -> float:
    """Return how wide a text is printed, in points."""
    return float(pdfmetrics.stringWidth(text, font(is_bold=is_bold), size))


def column(
    lines: Sequence[str], *, x: float = 72.0, y: float = 100.0, size: float = 12.0, step: float = 16.0
) -> list[Print]:
    """Return lines set one below the other; an empty line leaves half a step free."""
    prints = []
    for line in lines:
        if line:
            prints.append(Print(line, x, y, size))
            y += step
        else:
            y += step / 2
    return prints


def wrapped(text: str, room: float, size: float = 12.0) -> list[str]:
    """Break a text into lines that are no wider than `room` points."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
