"""Collections and marks as a file that others can read: one JSON object, an entry a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from index.model.catalogue import Catalogue, Collection, CollectionId, Marks, ReadState
from index.model.document import DocumentId

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False)


def catalogue_json(catalogue: Catalogue) -> str:
    """Return the text of the file: collections with their documents, then the marks of documents."""
    members = catalogue.members
    collections = (
        {
            "id": one.id,
            "name": one.name,
            "parent": one.parent,
            "position": one.position,
            "note": one.note,
            "documents": sorted(members.get(one.id, ())),
        }
        for one in sorted(catalogue.collections.values(), key=lambda one: one.id)
    )
    marks = (
        {
            "document": document_id,
            "star": one.is_starred,
            "state": one.state.value,
            "reached": one.reached,
            "labels": list(one.labels),
            "note": one.note,
        }
        for document_id, one in sorted(catalogue.marks.items())
    )
    return f'{{"collections": [{_lines(collections)}], "documents": [{_lines(marks)}]}}\n'


def catalogue_from_json(text: str) -> Catalogue:
    """Return what `catalogue_json` has written.

    A collection whose parent is not there, or is one of those in it, stands at the top.

    Raises:
        ValueError: If it is no such text.
    """
    try:
        value = json.loads(text)
        collections = {one.id: one for one in map(_collection, value["collections"])}
        members = {
            CollectionId(one["id"]): frozenset(map(DocumentId, one["documents"]))
            for one in value["collections"]
            if one["documents"]
        }
        marks = {DocumentId(one["document"]): _marks(one) for one in value["documents"]}
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a catalogue: {error}") from error
    return Catalogue(without_loops(collections), members, marks)


def without_loops(collections: dict[CollectionId, Collection]) -> dict[CollectionId, Collection]:
    """Return collections of which none stands in itself, over others or not."""
    kept: dict[CollectionId, Collection] = {}
    for one in collections.values():
        seen, at = {one.id}, one.parent
        while at in collections and at not in seen:
            seen.add(at)
            at = collections[at].parent
        is_sound = one.parent in collections and at not in seen
        kept[one.id] = one if is_sound or one.parent is None else _at_top(one)
    return kept


def _lines(entries: Iterable[dict[str, Any]]) -> str:
    return "".join(f"{',' if number else ''}\n{_ENCODER.encode(one)}" for number, one in enumerate(entries))


def _collection(value: dict[str, Any]) -> Collection:
    parent = value["parent"]
    return Collection(
        id=CollectionId(str(value["id"])),
        name=str(value["name"]),
        parent=None if parent is None else CollectionId(str(parent)),
        position=int(value["position"]),
        note=str(value["note"]),
    )


def _at_top(one: Collection) -> Collection:
    return Collection(one.id, one.name, None, one.position, one.note)


def _marks(value: dict[str, Any]) -> Marks:
    return Marks(
        is_starred=bool(value["star"]),
        state=ReadState(value["state"]),
        reached=int(value["reached"]),
        labels=tuple(map(str, value["labels"])),
        note=str(value["note"]),
    )
