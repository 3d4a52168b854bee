"""The second reader: pdfplumber, for files that pdfium cannot open at all.

It is 4 to 16 times slower and mixes up columns, but it opens some files that nothing else does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from index.errors import ImportFailed
from index.model.document import Document, PageKind
from index.pdf.assembly import assemble
from index.pdf.builder import PageText
from index.pdf.declared import plain
from index.pdf.layout import printed_lines
from index.pdf.letters import clean
from index.pdf.request import PageRead, ReadRequest
from index.pdf.words import Atom, Strip, words_of

_NOTICE = (
    "Файл повреждён; текст восстановлен запасным способом. "
    "Порядок слов может отличаться от печатного, показать страницы не удастся."
)
# Measured: finds more dictionary words than the default of 3 pt between letters.
_X_TOLERANCE_RATIO = 0.15
_PART = re.compile(r"\w+|[^\w\s]+")
_SAME_LINE = 0.5


def read_with_pdfplumber(
    request: ReadRequest, tell: Callable[[PageRead], None], failure: ImportFailed
) -> Document:
    """Read a file that pdfium refused; blocks.

    Args:
        request: What to read.
        tell: Called before each page.
        failure: Why pdfium refused.

    Raises:
        ImportFailed: `failure`, if this reader finds no text either.
    """
    try:
        pages, metadata = _read(request, tell)
    except MemoryError:
        raise
    except Exception as error:  # pdfminer raises anything on damaged files
        raise failure from error
    if not any(page.lines for page in pages):
        raise failure
    return assemble(request, pages, metadata, unread=(_NOTICE,))


def _read(request: ReadRequest, tell: Callable[[PageRead], None]) -> tuple[list[PageText], dict[str, str]]:
    import pdfplumber

    with pdfplumber.open(request.path, password=next(iter(request.passwords), "")) as pdf:
        pages = []
        for i, page in enumerate(pdf.pages[: request.limits.pages]):
            width, height = float(page.width), float(page.height)
            lines = []
            if i not in request.skip_pages:
                tell(PageRead(i, len(pdf.pages)))
                words = page.extract_words(
                    x_tolerance_ratio=_X_TOLERANCE_RATIO, use_text_flow=False, keep_blank_chars=False
                )
                lines = printed_lines(i, words_of(_strips(words)))
                page.close()
            kind = PageKind.TEXT if lines else PageKind.FAILED if i in request.skip_pages else PageKind.EMPTY
            pages.append(PageText(i, width, height, kind, "", lines))
        declared = ((str(key).lower(), value) for key, value in (pdf.metadata or {}).items())
        metadata = {key: plain(value) for key, value in declared if isinstance(value, str) and plain(value)}
    return pages, metadata


def _strips(words: Iterable[dict[str, Any]]) -> list[Strip]:
    """Cut words into atoms in proportion to their letters, and gather them into strips."""
    strips: list[Strip] = []
    last_bottom: float | None = None
    for word in words:
        left, right, top, bottom = (float(word[side]) for side in ("x0", "x1", "top", "bottom"))
        height = bottom - top
        if last_bottom is None or abs(bottom - last_bottom) > _SAME_LINE * height:
            strips.append(Strip(0, bottom - 0.2 * height, height))
            last_bottom = bottom
        text = clean(str(word["text"]))
        per_letter = (right - left) / max(1, len(text))
        for match in _PART.finditer(text):
            place = (left + per_letter * match.start(), top, left + per_letter * match.end(), bottom)
            strips[-1].atoms.append(Atom(match.group(), match.start() == 0, *place))
    return strips
