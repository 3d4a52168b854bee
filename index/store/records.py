"""Between the nouns of the program and the columns of the database: pure functions, both ways."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, Final

from index.model.document import Document, DocumentId, DocumentSummary, OutlineEntry, Page, PageKind
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, FactType, Slot
from index.model.media import MediaType
from index.model.span import Span
from index.store.sayings import texts_from_json, texts_json

_DEFLATE: Final = 4
"""A third of the time of the usual 6; texts take a quarter more room."""
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def sha256(content: bytes) -> str:
    """Return the SHA-256 as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def packed_text(text: str) -> tuple[bytes, str]:
    """Return the text deflated, and the SHA-256 of its UTF-8."""
    # Half of a surrogate pair is no character, but a broken PDF can hold one, and offsets must not move.
    raw = text.encode("utf-8", "surrogatepass")
    return zlib.compress(raw, _DEFLATE), sha256(raw)


def unpacked_text(packed: bytes) -> str:
    """Return the text.

    Raises:
        ValueError: If the bytes are not a packed text.
    """
    try:
        return zlib.decompress(packed).decode("utf-8", "surrogatepass")
    except zlib.error as error:
        raise ValueError("not a packed text") from error


def encodable(text: str) -> str:
    """Return the text with what UTF-8 cannot hold replaced; its length does not change."""
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)


def to_json(value: object) -> str:
    """Return compact JSON with sorted keys: equal values have equal text."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def outline_json(outline: Iterable[OutlineEntry]) -> str:
    """Return the outline as JSON."""
    return to_json([[entry.title, entry.page_index, entry.level] for entry in outline])


def outline_from_json(text: str) -> tuple[OutlineEntry, ...]:
    """Return the outline."""
    return tuple(OutlineEntry(title, page_index, level) for title, page_index, level in json.loads(text))


def page_row(page: Page) -> tuple[int, float, float, int, int, str, str]:
    """Return the columns of a page."""
    return (
        page.page_index,
        float(page.width_pt),
        float(page.height_pt),
        page.span.start,
        page.span.stop,
        page.kind.value,
        encodable(page.label),
    )


def page_from_row(row: Sequence[Any]) -> Page:
    """Return the page of its columns."""
    page_index, width_pt, height_pt, start, stop, kind, label = row
    return Page(page_index, width_pt, height_pt, Span(start, stop), PageKind(kind), label)


def summary_from_row(row: Sequence[Any]) -> DocumentSummary:
    """Return the summary of its columns."""
    id_, title, file_name, source_path, page_count, imported_at, date, notices, state, media, number = row
    return DocumentSummary(
        id=DocumentId(id_),
        title=title,
        file_name=file_name,
        source_path=source_path,
        page_count=page_count,
        imported_at=imported_at,
        date=date,
        notices=texts_from_json(notices),
        is_indexed=bool(state),
        media=MediaType(media),
        number=number,
    )


def record_row(document: Document, date: str) -> tuple[str, ...]:
    """Return id, title, file_name, source_path, date, metadata, outline and notices."""
    return (
        document.id,
        encodable(document.title),
        encodable(document.file_name),
        encodable(document.source_path),
        date,
        to_json(document.metadata),
        outline_json(document.outline),
        texts_json(document.notices),
    )


def record_digest(record: Sequence[str], page_rows: Iterable[Sequence[Any]]) -> str:
    """Return the SHA-256 of a document's record and pages."""
    return sha256(to_json([list(record), [list(row) for row in page_rows]]).encode())


def packed_facts(facts: DocumentFacts) -> bytes:
    """Return entities and facts as deflated JSON."""
    value = {
        "entities": [
            [e.id, e.type.value, e.name, [[m.start, m.stop] for m in e.mentions]] for e in facts.entities
        ],
        "facts": [
            [
                f.id,
                f.type.value,
                [_slot_row(s) for s in f.slots],
                *_ends(f.span),
                f.status,
                f.confidence,
                f.rule,
            ]
            for f in facts.facts
        ],
    }
    return zlib.compress(to_json(value).encode(), _DEFLATE)


def unpacked_facts(packed: bytes, version: str) -> DocumentFacts:
    """Return entities and facts.

    Raises:
        ValueError: If the bytes are not packed facts, or of kinds this program does not know.
    """
    try:
        value = json.loads(zlib.decompress(packed))
        return DocumentFacts(
            entities=tuple(
                Entity(id_, EntityType(type_), name, tuple(Span(*ends) for ends in mentions))
                for id_, type_, name, mentions in value["entities"]
            ),
            facts=tuple(map(_fact, value["facts"])),
            version=version,
        )
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError("not packed facts") from error


def facts_at(packed: bytes, places: Iterable[int]) -> dict[int, Fact]:
    """Return the statements at these places among packed facts; several times as fast as all of them.

    Raises:
        ValueError: If the bytes are not packed facts, or have fewer.
    """
    try:
        rows = json.loads(zlib.decompress(packed))["facts"]
        return {place: _fact(rows[place]) for place in places}
    except (zlib.error, KeyError, TypeError, IndexError) as error:
        raise ValueError("not packed facts") from error


def mentions_of(packed: bytes) -> list[tuple[str, str, list[Span]]]:
    """Return type, name and places of everything that packed facts name.

    Raises:
        ValueError: If the bytes are not packed facts.
    """
    try:
        rows = json.loads(zlib.decompress(packed))["entities"]
        return [(type_, name, [Span(*ends) for ends in spans]) for _, type_, name, spans in rows]
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError("not packed facts") from error


def _fact(row: Sequence[Any]) -> Fact:
    id_, type_, slots, start, stop, status, confidence, rule = row
    made = tuple(map(_slot, slots))
    return Fact(id_, FactType(type_), made, Span(start, stop), status, confidence, rule)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.stop


def _slot_row(slot: Slot) -> list[Any]:
    span = None if slot.span is None else _ends(slot.span)
    return [slot.name, slot.text, span, slot.value, slot.entity_id]


def _slot(row: Sequence[Any]) -> Slot:
    name, text, span, value, entity_id = row
    return Slot(name, text, None if span is None else Span(*span), value, entity_id)
