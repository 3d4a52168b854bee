"""Where the headings of a document stand in its text, as far as its own table of contents tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from index.model.document import Document
from index.model.span import Span

_MOST: Final = 2000


def headings(document: Document) -> Iterator[Span]:
    """Yield the paragraphs that are titles of sections, and the one that is the title of the document.

    A title that stands on its page otherwise than in the table of contents is not found; nothing is guessed.
    """
    text, pages = document.text, document.pages
    wanted = [(document.title, 0), *((entry.title, entry.page_index) for entry in document.outline[:_MOST])]
    for title, page_index in wanted:
        if not title or not 0 <= page_index < len(pages):
            continue
        if (found := _paragraph(text, title, pages[page_index].span)) is not None:
            yield found


def _paragraph(text: str, title: str, within: Span) -> Span | None:
    """Return the paragraph that is a title and begins in a part of a text."""
    at = text.find(title, within.start, within.stop + len(title) - 1)
    while at >= 0:
        stop = at + len(title)
        is_alone = (at == 0 or text[at - 1] == "\n") and (stop == len(text) or text[stop] == "\n")
        if is_alone:
            return Span(at, stop)
        at = text.find(title, stop, within.stop + len(title) - 1)
    return None
