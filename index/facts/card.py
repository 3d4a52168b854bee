"""The card of a document, made of its text; what the file says of itself only where the text is silent.

    date      index.facts.card_dates      place   index.facts.card_places
    source    index.facts.card_sources    kind    index.facts.card_kinds

The title was chosen when the document was read (`index.pdf.titles`, which sees how large letters are); here
its passage is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from index.facts.card_dates import own_date
from index.facts.card_kinds import find_kind
from index.facts.card_places import find_place
from index.facts.card_sources import find_source
from index.model.card import Card, CardEntry, CardField, Origin
from index.model.document import Document
from index.model.span import Span
from index.text.languages import language_of

_HEAD_CHARS: Final = 6000
"""The title stands within them."""
_WORD: Final = re.compile(r"\w+")
_CREATED: Final = re.compile(r"\d{4}-\d\d-\d\d")


def card_of(document: Document) -> Card:
    """Return the card of a document. Pure; a few milliseconds for a long one."""
    return make_card(document.text, document.title, document.metadata)


def make_card(text: str, title: str, metadata: Mapping[str, str]) -> Card:
    """Return the card of a text.

    Args:
        text: The document's text.
        title: As the document was called when it was read.
        metadata: What the file says of itself.
    """
    source = find_source(text)
    language = language_of(text)
    return Card(
        (
            _title(text, title, metadata),
            _date(text, metadata),
            find_place(text),
            find_kind(text, source.value),
            source,
            CardEntry(CardField.LANGUAGE, language, None, Origin.TEXT, "small_words")
            if language
            else CardEntry(CardField.LANGUAGE),
        )
    )


def title_place(text: str, title: str) -> Span | None:
    """Return where a title stands in the head of a text: its words in their order, whatever parts them.

    A title in two parts, «ПРИКАЗ № 5» and «О мерах…», spans what stands between them.
    """
    wanted = _WORD.findall(title)
    # Lines to write on are no letters: «№ ____519____».
    head = text[:_HEAD_CHARS].replace("_", " ")
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(head)]
    written = [word for word, _, _ in words]
    for i in range(len(written)) if wanted else ():
        count = _common(written[i:], wanted)
        if count == len(wanted):
            return Span(words[i][1], words[i + count - 1][2])
        if count and (last := _later(written, i + count, wanted[count:])) is not None:
            return Span(words[i][1], words[last][2])
    return None


def _later(written: list[str], start: int, rest: list[str]) -> int | None:
    """Return the last word of what remains of a title, which stands whole further on."""
    for i in range(start, len(written) - len(rest) + 1):
        if written[i : i + len(rest)] == rest:
            return i + len(rest) - 1
    return None


def _common(written: list[str], wanted: list[str]) -> int:
    """Return with how many words of the title a text begins."""
    pairs = zip(written, wanted, strict=False)
    return next((i for i, (one, other) in enumerate(pairs) if one != other), min(len(written), len(wanted)))


def _title(text: str, title: str, metadata: Mapping[str, str]) -> CardEntry:
    if (span := title_place(text, title)) is not None:
        return CardEntry(CardField.TITLE, title, span, Origin.TEXT, "heading")
    rule = "declared" if title == metadata.get("title", "") else "file_name"
    return CardEntry(CardField.TITLE, title, None, Origin.FILE, rule)


def _date(text: str, metadata: Mapping[str, str]) -> CardEntry:
    found = own_date(text)
    if not found.value and (created := _CREATED.match(metadata.get("created", ""))):
        return CardEntry(CardField.DATE, created.group(), None, Origin.FILE, "created")
    return found
