"""The second reader: pdfplumber, for files that pdfium cannot open at all.

It is 4 to 16 times slower and mixes up columns, but it opens some files that nothing else does.
"""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Callable, Iterable
from math import isfinite
from typing import Any, Final

from index.errors import ImportFailed
from index.model.document import Document, PageKind
from index.pdf import notices
from index.pdf.assembly import assemble
from index.pdf.builder import PageText
from index.pdf.declared import plain
from index.pdf.layout import printed_lines
from index.pdf.letters import clean
from index.pdf.patience import patience
from index.pdf.request import PageRead, ReadRequest
from index.pdf.words import Atom, Strip, words_of

# Measured: finds more dictionary words than the default of 3 pt between letters.
_X_TOLERANCE_RATIO = 0.15
_PAGE_S: Final = 15.0
"""Processor time for one page, or for finding all of them."""
_FILE_S: Final = 120.0
"""What is not read after so long stays unread."""
_SIDES: Final = ("x0", "x1", "top", "bottom")
_LONGEST_PT: Final = 1e7
_A4_PT: Final = 842.0
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
        pages, metadata, page_count = _read(request, tell)
    except MemoryError:
        raise
    except Exception as error:  # pdfminer raises anything on damaged files
        raise failure from error
    if not any(page.lines for page in pages):
        raise failure
    told = [notices.restored()]
    if len(pages) < page_count:
        is_full = len(pages) >= request.limits.pages
        limit = notices.too_many_pages(request.limits.pages) if is_full else notices.too_slow_again(_FILE_S)
        told.append(notices.unread_notice(len(pages), page_count, limit))
    return assemble(request, pages, metadata, unread=tuple(told))


def _read(
    request: ReadRequest, tell: Callable[[PageRead], None]
) -> tuple[list[PageText], dict[str, str], int]:
    """Return what was read in the time there is: pages, metadata, and how many pages there are."""
    import pdfplumber

    began = time.monotonic()
    with contextlib.ExitStack() as stack:
        with patience(_PAGE_S):
            password = next(iter(request.passwords), "")
            pdf = stack.enter_context(pdfplumber.open(request.path, password=password))
            page_count = len(pdf.pages)
            wanted = pdf.pages[: request.limits.pages]
        pages: list[PageText] = []
        for i, page in enumerate(wanted):
            if time.monotonic() - began > _FILE_S:
                break
            pages.append(PageText(i, _size(page.width), _size(page.height), PageKind.FAILED))
            if i in request.skip_pages:
                continue
            tell(PageRead(i, len(wanted)))
            # pdfminer raises anything on damaged pages, and one bad page must not cost the others.
            with contextlib.suppress(Exception), patience(_PAGE_S):
                pages[-1] = _read_page(page, i)
            page.close()
        declared = ((str(key).lower(), value) for key, value in (pdf.metadata or {}).items())
        metadata = {key: plain(value) for key, value in declared if isinstance(value, str) and plain(value)}
    return pages, metadata, page_count


def _read_page(page: Any, page_index: int) -> PageText:  # noqa: ANN401 - pdfplumber's types are not ours
    words = page.extract_words(
        x_tolerance_ratio=_X_TOLERANCE_RATIO, use_text_flow=False, keep_blank_chars=False
    )
    there = [word for word in words if all(isfinite(float(word[side])) for side in _SIDES)]
    lines = printed_lines(page_index, words_of(_strips(there)))
    without_text = PageKind.SCAN if page.images else PageKind.EMPTY
    kind = PageKind.TEXT if lines else without_text
    return PageText(page_index, _size(page.width), _size(page.height), kind, "", lines)


def _size(declared: object) -> float:
    """Return a width or height in points that a page can have."""
    try:
        size = abs(float(declared))  # type: ignore[arg-type]  # whatever a damaged file says
    except (TypeError, ValueError):
        return _A4_PT
    return size if 0 < size < _LONGEST_PT else _A4_PT


def _strips(words: Iterable[dict[str, Any]]) -> list[Strip]:
    """Cut words into atoms in proportion to their letters, and gather them into strips."""
    strips: list[Strip] = []
    last_bottom: float | None = None
    for word in words:
        left, right, top, bottom = (float(word[side]) for side in _SIDES)
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
