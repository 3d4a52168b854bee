"""Where notes lead: addresses written in them, other notes, passages."""

from __future__ import annotations

import re
from typing import Final

from index.model.annotation import Annotation, Link
from index.model.document import DocumentId
from index.model.span import Span

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"«»„“”]+", re.IGNORECASE)
_BEHIND: Final = ".,;:!?…)]}'’"
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}
_LABEL: Final = 80
"""Characters of a passage, or of a note, that name a link."""


def addresses(text: str) -> tuple[Span, ...]:
    """Return where addresses of the web stand in a text, without the punctuation behind them."""
    found = []
    for match in _ADDRESS.finditer(text):
        written = match.group()
        while written[-1:] and written[-1] in _BEHIND:
            opening = _PAIRS.get(written[-1], "")
            if opening and written.count(opening) >= written.count(written[-1]):
                break
            written = written[:-1]
        # «www.» alone, or a scheme alone, leads nowhere.
        if re.search(r"\w\.\w|//\w", written):
            found.append(Span(match.start(), match.start() + len(written)))
    return tuple(found)


def full_address(written: str) -> str:
    """Return an address with its scheme."""
    return written if "://" in written else f"https://{written}"


def link_to_note(note: Annotation) -> Link:
    """Return a link to a note, called by the beginning of what is written there, else by its passage."""
    return Link(note.document_id, _label(note.note.strip() or note.anchor.quote), note.id)


def link_to_passage(document_id: DocumentId, span: Span, text: str) -> Link:
    """Return a link to a passage of a text, called by its words."""
    return Link(document_id, " ".join(span.of(text).split()), span=span)


def with_link(links: tuple[Link, ...], link: Link) -> tuple[Link, ...]:
    """Return links with one more, unless there is one that leads there."""
    if any(_target(one) == _target(link) for one in links):
        return links
    return (*links, link)


def _target(link: Link) -> tuple[object, ...]:
    return link.document_id, link.annotation_id, link.span


def _label(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= _LABEL else f"{joined[:_LABEL].rsplit(' ', 1)[0]}…"
