"""Anchors: where an annotation belongs, said in ways that survive a new version of the text.

Position, exact quote with what stands around it, and page: the selectors of the W3C Web Annotation Data Model
(https://www.w3.org/TR/annotation-model/#selectors).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from index.errors import AnnotationError
from index.model.annotation import Anchor
from index.model.document import Page
from index.model.span import Span

CONTEXT: Final = 32
"""Characters kept before and after the quote."""


WHOLE_DOCUMENT: Final = Anchor(Span(0, 0), "", "", "", 0)
"""The anchor of what no passage says."""


def make_anchor(text: str, pages: Sequence[Page], span: Span) -> Anchor:
    """Return the anchor of a passage.

    Args:
        text: The document's text.
        pages: Its pages, in order.
        span: The passage; blanks at its ends are left out.

    Raises:
        AnnotationError: If the passage holds no words, or lies outside the text.
    """
    if span.stop > len(text):
        raise AnnotationError(
            "Отмеченное место лежит за концом текста; заметка не создана.",
            "Откройте документ снова и отметьте его ещё раз.",
        )
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    stop = start + len(words.strip())
    if start >= stop:
        raise AnnotationError(
            "В отмеченном месте нет текста.", "Выделите на странице слова, а не пустое место."
        )
    return Anchor(
        span=Span(start, stop),
        quote=text[start:stop],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[stop : stop + CONTEXT],
        page_index=page_at(pages, start),
    )


def bare_anchor(page: Page) -> Anchor:
    """Return the anchor of a point of a page that has no words."""
    return Anchor(Span(page.span.start, page.span.start), "", "", "", page.page_index)


def page_at(pages: Sequence[Page], offset: int) -> int:
    """Return the index of the page on which the character at `offset` stands; 0 without pages."""
    found = 0
    for page in pages:
        if page.span.start > offset:
            break
        if page.span:
            found = page.page_index
    return found


def find_quote(text: str, quote: str) -> Span:
    """Return the first place of a quotation in the text.

    Blanks and line feeds count alike.

    Raises:
        AnnotationError: If it is empty or does not stand there.
    """
    words = quote.split()
    if not words:
        raise AnnotationError("Цитата пуста; заметка не создана.", "Укажите слова, которые надо отметить.")
    joined = " ".join(words)
    # A line feed of the text stands for one character, like a blank: positions stay.
    start = text.replace("\n", " ").find(joined)
    if start < 0:
        raise AnnotationError(
            f"Этих слов нет в документе: «{joined[:80]}»; заметка не создана.",
            "Сверьте цитату с текстом документа (команда text): она ищется буква в букву.",
        )
    return Span(start, start + len(joined))
