"""A small archive in which it is known who is named where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from index.model.document import DocumentId
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, FactType, Slot, Value
from index.model.media import MediaType
from index.model.span import Span
from index.store.database import Database
from index.store.documents import Arrival, DocumentStore
from index.store.facts import FactStore
from tests.index.store.samples import document_id, make_document, open_database


def entity(text: str, name: str, said: str = "", type_: EntityType = EntityType.PERSON) -> Entity:
    """Return an entity named wherever `said` (by default its name) stands in the text."""
    said, spans, at = said or name, [], -1
    while (at := text.find(said, at + 1)) >= 0:
        spans.append(Span(at, at + len(said)))
    return Entity(f"e{abs(hash((type_, name)))}", type_, name, tuple(spans))


def fact(text: str, type_: FactType, slot: str, said: str, value: Value, currency: str = "") -> Fact:
    """Return a fact whose only words are `said`."""
    span = Span(text.index(said), text.index(said) + len(said))
    slots = [Slot(slot, said, span, value)]
    if currency:
        slots.append(Slot("currency", "", None, currency))
    return Fact("f1", type_, tuple(slots), span)


class SmallArchive:
    """Documents with facts, without files and index.

    Attributes:
        database: Its database.
        numbers: The archive's number of each document by its name.
    """

    def __init__(self, folder: Path) -> None:
        self.database: Database = open_database(folder)
        self.numbers: dict[str, int] = {}

    def add(
        self,
        name: str,
        text: str,
        facts: DocumentFacts | None = None,
        *,
        date: str = "",
        path: str = "",
        media: MediaType = MediaType.PDF,
    ) -> DocumentId:
        """Add a document, or a new reading of it; without facts unless they are given."""
        document = replace(make_document(name, text), source_path=path or f"/архив/{name}.pdf")
        summary = DocumentStore(self.database).add(document, Arrival(date, 1, None, b"", 1, media))
        self.numbers[name] = summary.number
        if facts is not None:
            FactStore(self.database).put(document_id(name), text, replace(facts, version="1"))
        return document.id

    def names(self, numbers: object) -> list[str]:
        """Return the names of documents by their numbers, each once."""
        by_number: Mapping[int, str] = {number: name for name, number in self.numbers.items()}
        return sorted({by_number[number] for number in list(numbers)})  # type: ignore[call-overload]  # numbers
