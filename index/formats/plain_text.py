"""Plain text: where its paragraphs are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

from index.formats.content import Content, Paragraph, plain
from index.formats.encodings import decoded
from index.text.hyphens import Vocabulary, keeps_hyphen

_NARROW, _WIDE = 38, 132
"""Lines broken by hand or by a program are neither shorter nor longer, in letters."""
_ENOUGH_FULL: Final = 3
_FULL_SHARE, _LOWER_SHARE = 0.6, 0.4
_DIVIDED: Final = re.compile(r"[^\W\d_]-\Z")
_INDENT: Final = re.compile(r"[ \t\u00a0]*")
_ITEM: Final = re.compile(r"(?P<mark>[•▪●○*–—-]|\(?\d{1,3}[.)]|[а-яa-z]\))\s+\S")


def read_text(path: Path) -> Content:
    """Return the paragraphs of a text file."""
    return Content(tuple(Paragraph(text, _mark(text)) for text in paragraphs(decoded(path.read_bytes()))))


def paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text: each line is one, unless lines are broken at a width.

    Lines are broken at a width if most of those that another one follows are full: the first word of the next
    one would not have fitted. Then only empty lines, indents and lines that end early part paragraphs.
    """
    lines = re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text)
    width = _width(lines)
    held: list[str] = []
    indent = 0
    vocabulary = Vocabulary([text]) if width else Vocabulary()
    for line, before in zip(lines, ["", *lines], strict=False):
        words = plain(line)
        goes_on = (
            bool(held and words and width and _is_full(before, words, width)) and _indent(line) <= indent
        )
        if not goes_on and held:
            yield _joined(held, vocabulary)
            held = []
        if words:
            # The second line shows where a paragraph's lines begin; its first one may be indented.
            indent = _indent(line)
            held.append(words)
    if held:
        yield _joined(held, vocabulary)


def _joined(lines: list[str], vocabulary: Vocabulary) -> str:
    """Put the lines of a paragraph together, and words that were divided between them."""
    from index.text.morphology import is_known

    text = lines[0]
    for line in lines[1:]:
        if not _DIVIDED.search(text) or not line[0].isalpha():
            text += f" {line}"
        elif keeps_hyphen(text[:-1], line, vocabulary, is_known):
            text += line
        else:
            text = text[:-1] + line
    return text


def _width(lines: list[str]) -> int:
    """Return the width at which lines are broken, in letters; 0 if they are not."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if len(lengths) <= _ENOUGH_FULL:
        return 0
    width = lengths[-1 - len(lengths) // 50]
    if not _NARROW <= width <= _WIDE:
        return 0
    pairs = [(a, plain(b)) for a, b in pairwise(lines) if a.strip() and b.strip()]
    full = [below for above, below in pairs if _is_full(above, below, width)]
    # Most lines of prose begin within a sentence; lines of lists and verses that happen to be long do not.
    under_way = sum(below[0].islower() for below in full)
    is_broken = len(full) >= max(_ENOUGH_FULL, _FULL_SHARE * len(pairs)) and under_way >= _LOWER_SHARE * len(
        full
    )
    return width if is_broken else 0


def _is_full(above: str, below: str, width: int) -> bool:
    """Whether a line had no room for the first word of the next one, or ends within a word."""
    if _DIVIDED.search(above.rstrip()) and below[0].islower():
        return True
    return len(above.rstrip()) + 1 + len(below.split(" ", 1)[0]) > width and not _ITEM.match(below)


def _indent(line: str) -> int:
    match = _INDENT.match(line.expandtabs(8))
    return len(match.group()) if match else 0


def _mark(text: str) -> str:
    match = _ITEM.match(text)
    return match["mark"] if match and match["mark"] in "•▪●○*" else ""
