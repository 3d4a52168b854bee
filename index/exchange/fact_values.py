"""What a document names and states as JSON; pages count from 1. Scripts rely on this shape."""

from __future__ import annotations

from typing import Any

from index.model.document import Document
from index.model.fact import DocumentFacts, Fact, Slot
from index.model.span import Span
from index.model.textmap import TextMap

Json = dict[str, Any]


def facts_value(document: Document, found: DocumentFacts) -> Json:
    """Return a document's entities and facts (shared format: data/gold/FORMAT.md)."""
    text_map = document.text_map
    return {
        "document": document.id,
        "title": document.title,
        "version": found.version,
        "text": document.text,
        "entities": [
            {
                "id": entity.id,
                "type": entity.type.value,
                "name": entity.name,
                "mentions": [_place(mention, text_map) for mention in entity.mentions],
                "mark": entity.mark.value,
            }
            for entity in found.entities
        ],
        "facts": [_fact(fact, text_map) for fact in found.facts],
        "rejected": [_fact(fact, text_map) for fact in found.rejected],
    }


def _fact(fact: Fact, text_map: TextMap) -> Json:
    slots: Json = {}
    for slot in fact.slots:
        filler = _slot(slot)
        if slot.name not in slots:
            slots[slot.name] = filler
        elif isinstance(slots[slot.name], list):
            slots[slot.name].append(filler)
        else:
            slots[slot.name] = [slots[slot.name], filler]
    return {
        "id": fact.id,
        "type": fact.type.value,
        "slots": slots,
        "status": fact.status,
        "confidence": fact.confidence,
        "rule": fact.rule,
        "mark": fact.mark.value,
        **_place(fact.span, text_map),
    }


def _slot(slot: Slot) -> Json:
    filler: Json = {
        "text": slot.text,
        "start": None if slot.span is None else slot.span.start,
        "stop": None if slot.span is None else slot.span.stop,
        "value": slot.text if slot.value is None else slot.value,
    }
    if slot.entity_id:
        filler["entity"] = slot.entity_id
    return filler


def _place(span: Span, text_map: TextMap) -> Json:
    return {"start": span.start, "stop": span.stop, "page": text_map.page_at(span.start) + 1}
