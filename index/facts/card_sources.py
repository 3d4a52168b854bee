"""Where a document was published: the address that it gives as its source."""

from __future__ import annotations

import re
from typing import Final

from index.facts.sources import find_sources
from index.model.card import CardEntry, CardField, Origin
from index.model.span import Span

_LABEL: Final = re.compile(
    r"\W*(?:источник|адрес\s+(?:страницы|публикации|материала)|ссылка(?:\s+на\s+\w+)?|url|оригинал\w*|"
    r"опубликовано(?:\s+на(?:\s+сайте)?)?|размещено(?:\s+на(?:\s+сайте)?)?|постоянная\s+ссылка|source)\W*",
    re.IGNORECASE,
)
_FEW: Final = 2
"""Addresses in a text whose last line is one; a list of literature has more."""


def find_source(text: str) -> CardEntry:
    """Return the address at which a document was published; an empty entry when it does not say."""
    found = [fact.span for fact in find_sources(text)]
    for span in reversed(found):
        if _LABEL.fullmatch(_before(text, span)):
            return _entry(text, span, "labelled")
    if (
        0 < len(found) <= _FEW
        and not text[found[-1].stop :].strip(" \n.")
        and not _line_before(text, found[-1])
    ):
        return _entry(text, found[-1], "last_line")
    return CardEntry(CardField.SOURCE)


def _entry(text: str, span: Span, rule: str) -> CardEntry:
    return CardEntry(CardField.SOURCE, span.of(text), span, Origin.TEXT, rule)


def _before(text: str, span: Span) -> str:
    """Return what stands before an address in its line, or in the line above if nothing does."""
    said = _line_before(text, span)
    if said:
        return said
    end = text.rfind("\n", 0, span.start)
    return text[text.rfind("\n", 0, max(end, 0)) + 1 : max(end, 0)]


def _line_before(text: str, span: Span) -> str:
    return text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
