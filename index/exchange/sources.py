"""What is said of a document where it is cited: from its card, its file and the archive's list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.exchange.authors import Author, authors_of
from index.model.card import Card, CardField, Origin
from index.model.document import Document, Page
from index.model.media import BY_SUFFIX, PICTURES, MediaType
from index.model.span import Span
from index.notes.anchors import page_at
from index.text.passages import plain

_PAGED: Final = frozenset({MediaType.PDF, MediaType.DJVU, *PICTURES})
"""Formats whose pages are those of the document itself, and not made here to show it."""
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document that is cited; empty where it is not known.

    Attributes:
        title: Its title, on one line.
        authors: Who wrote it.
        date: Its own date: year, month, day; as many of them as are known.
        place: Where it was made.
        kind: A `DocumentKind`, or the reader's own word.
        url: The address it was published at.
        language: ISO 639-1.
        is_dated: Whether the document itself says its date; else it is the year in which its file was made.
        accessed: The day on which it came into the archive: year, month, day.
    """

    title: str
    authors: tuple[Author, ...] = ()
    date: tuple[int, ...] = ()
    place: str = ""
    kind: str = ""
    url: str = ""
    language: str = ""
    is_dated: bool = True
    accessed: tuple[int, ...] = ()

    @property
    def year(self) -> str:
        """The year; in brackets when the document does not say it, as bibliographers write; maybe empty."""
        year = str(self.date[0]) if self.date else ""
        return year if self.is_dated or not year else f"[{year}]"


@dataclass(frozen=True, slots=True)
class Passage:
    """What is cited.

    Attributes:
        quote: Its words, one paragraph a line.
        first_page: What the page is called on which it begins; empty when its format has no pages.
        last_page: What the page is called on which it ends.
    """

    quote: str
    first_page: str = ""
    last_page: str = ""

    @property
    def pages(self) -> str:
        """The page, or both with a dash: «5», «5–6»; empty when there are none."""
        return self.first_page if self.first_page == self.last_page else f"{self.first_page}–{self.last_page}"


def source_of(document: Document, card: Card, accessed: str = "") -> Source:
    """Return what is known of a document.

    Args:
        document: The document.
        card: Its card, as the reader corrected it.
        accessed: When it came into the archive, ISO 8601; empty when it is in none.
    """
    kind, date = card.entry(CardField.KIND).value, card.entry(CardField.DATE)
    # A program wrote the day on which the file was made: no more than the year tells of the document.
    is_dated = date.origin is not Origin.FILE
    return Source(
        title=_title(card.entry(CardField.TITLE).value or document.title),
        authors=authors_of(document, kind),
        date=_numbers(date.value)[: 3 if is_dated else 1],
        is_dated=is_dated,
        place=card.entry(CardField.PLACE).value,
        kind=kind,
        url=card.entry(CardField.SOURCE).value,
        language=card.entry(CardField.LANGUAGE).value,
        accessed=_numbers(accessed),
    )


def passage_of(document: Document, span: Span) -> Passage:
    """Return the passage of a span, with its pages as the document calls them."""
    words = span.of(document.text)
    if not document.pages or _media(document.file_name) not in _PAGED:
        return Passage(plain(words))
    start = span.start + len(words) - len(words.lstrip())
    first, last = (page_at(document.pages, at) for at in (start, span.start + len(words.rstrip()) - 1))
    return Passage(plain(words), _label(document.pages[first]), _label(document.pages[last]))


def _title(written: str) -> str:
    """Return a title on one line, without the point of a sentence at its end."""
    title = " ".join(written.split())
    return title if title.endswith("..") else title.removesuffix(".")


def _label(page: Page) -> str:
    return page.label or str(page.page_number)


def _media(file_name: str) -> MediaType:
    suffix = re.search(r"\.\w+$", file_name.lower())
    return BY_SUFFIX.get(suffix.group(), MediaType.PDF) if suffix else MediaType.PDF


def _numbers(iso: str) -> tuple[int, ...]:
    """Return year, month and day as far as a date has them; none for what is no date."""
    found = _DATE.match(iso)
    return () if found is None else tuple(int(part) for part in found.groups() if part is not None)
