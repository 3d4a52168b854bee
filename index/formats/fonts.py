"""The fonts of editions: PT Serif, and DejaVu Sans for letters that it lacks.

ReportLab's registry of fonts is global; registering twice is harmless.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import as_file
from typing import Any, Final

from resources import resource

PARAGRAPH_END: Final = "\u2029"
"""Printed, without ink or width, after the last word of a paragraph: the reader trusts it (`index.pdf`)."""
JOINT: Final = "\u2060"
"""Printed, without ink or width, where a word runs on in the next line."""

_REGULAR, _BOLD, _FALLBACK = "PTF55F.ttf", "PTF75F.ttf", "DejaVuSans.ttf"
_BOX: Final = 0x25A1
# Letters of Uzbek that look like quotation marks; PT Serif has only these.
_ALIASES: Final = {0x02BB: 0x2018, 0x02BC: 0x2019, 0x2011: 0x2010}


@dataclass(slots=True)
class Face:
    """One weight of text: a font, and the one that helps it out.

    Attributes:
        name: ReportLab's name of the font.
        fallback: ReportLab's name of the other one.
        widths: Advance of each letter in thousandths of the size, filled in as letters come.
    """

    name: str
    fallback: str
    _advances: dict[int, float]
    _fallback_glyphs: dict[int, int]
    _fallback_advances: dict[int, float]
    _glyphs: frozenset[int]
    _letters: frozenset[str]
    widths: dict[str, float] = field(default_factory=dict)

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is when printed, in points."""
        widths = self.widths
        try:
            total = sum([widths[letter] for letter in text])
        except KeyError:
            for letter in text:
                if letter not in widths:
                    widths[letter] = self._advance(ord(letter))
            total = sum([widths[letter] for letter in text])
        return total * size / 1000

    def runs(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield font and text of each part of a text that is printed in one font."""
        if self._letters.issuperset(text):
            yield self.name, text
            return
        begin, is_own = 0, True
        for i, letter in enumerate(text):
            has_letter = ord(letter) in self._glyphs
            if has_letter is not is_own and letter != " ":
                if i > begin:
                    yield (self.name if is_own else self.fallback), text[begin:i]
                begin, is_own = i, has_letter
        if begin < len(text):
            yield (self.name if is_own else self.fallback), text[begin:]

    def _advance(self, code: int) -> float:
        if code in self._glyphs:
            return self._advances[code]
        if code not in self._fallback_glyphs:
            # Neither font has it: a box stands in its place, and the text keeps it.
            self._fallback_glyphs[code] = self._fallback_glyphs[_BOX]
            self._fallback_advances[code] = self._fallback_advances[_BOX]
        return self._fallback_advances[code]


@lru_cache(maxsize=2)
def face(*, is_bold: bool = False) -> Face:
    """Return a weight of text; reads the fonts when first asked."""
    _teach_letters_beyond_bmp()
    own, other = _registered(_BOLD if is_bold else _REGULAR), _registered(_FALLBACK)
    return Face(
        own.fontName,
        other.fontName,
        own.face.charWidths,
        other.face.charToGlyph,
        other.face.charWidths,
        frozenset(own.face.charToGlyph),
        frozenset(map(chr, own.face.charToGlyph)),
    )


@lru_cache(maxsize=3)
def _registered(file_name: str) -> Any:  # noqa: ANN401 - ReportLab has no types
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    with as_file(resource(f"fonts/{file_name}")) as path:
        font = TTFont(f"Edition-{path.stem}{'-Bold' if file_name == _BOLD else ''}", str(path))
    glyphs, widths = font.face.charToGlyph, font.face.charWidths
    for letter, shape in _ALIASES.items():
        if letter not in glyphs and shape in glyphs:
            glyphs[letter], widths[letter] = glyphs[shape], widths[shape]
    for mark in map(ord, (PARAGRAPH_END, JOINT)):
        glyphs[mark], widths[mark] = glyphs[ord(" ")], 0
    pdfmetrics.registerFont(font)
    return font


def _teach_letters_beyond_bmp() -> None:
    """Let ReportLab declare letters beyond U+FFFF as UTF-16, as PDF wants; 5.1 writes five digits."""
    from reportlab.pdfbase import ttfonts

    made = ttfonts.makeToUnicodeCMap
    if getattr(made, "knows_letters_beyond_bmp", False):
        return

    def declared(font_name: str, subset: list[int]) -> str:
        lines = made(font_name, [min(code, 0xFFFF) for code in subset]).split("\n")
        for i, code in enumerate(subset):
            if code > 0xFFFF:
                line = f"<{i:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>"
                lines[lines.index(f"<{i:02X}> <FFFF>")] = line
        return "\n".join(lines)

    declared.knows_letters_beyond_bmp = True  # type: ignore[attr-defined]  # the stubs lack it
    ttfonts.makeToUnicodeCMap = declared
