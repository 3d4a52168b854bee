"""What the reader can do to collections and marks: each act as a plan, made a change of the state there is.

A plan is carried out by `index.notes.catalogue_book`. Whatever it makes can be taken back (`undone`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from index.errors import StoreError
from index.model.catalogue import (
    Catalogue,
    Change,
    Collection,
    CollectionId,
    Marks,
    ReadState,
)
from index.model.document import DocumentId
from index.model.said import said
from index.store.records import encodable
from index.text.normalise import fold

_MARKS: Final = " /«»‹›\"“”„‟'‘’‚`"
LONGEST_NAME: Final = 120
"""Characters of a collection's name or of a label: a query can still name several."""

Plan = Callable[[Catalogue], Change]
T = TypeVar("T", Marks, Collection)


def starred(documents: Iterable[DocumentId], *, wanted: bool) -> Plan:
    """Give documents a star, or take it away."""
    return _marked(documents, lambda marks: dataclasses.replace(marks, is_starred=wanted))


def in_state(documents: Iterable[DocumentId], state: ReadState) -> Plan:
    """Say how far the reader got; what is unread was never looked at."""

    def put(marks: Marks) -> Marks:
        return dataclasses.replace(
            marks, state=state, reached=0 if state is ReadState.UNREAD else marks.reached
        )

    return _marked(documents, put)


def opened(document_id: DocumentId) -> Plan:
    """Note that a document was opened: an unread one is being read now."""

    def put(marks: Marks) -> Marks:
        is_new = marks.state is ReadState.UNREAD
        return dataclasses.replace(marks, state=ReadState.READING) if is_new else marks

    return _marked((document_id,), put)


def reached(document_id: DocumentId, page_number: int, page_count: int) -> Plan:
    """Note the furthest page that was looked at, from 1; whoever reaches the last one has read it."""

    def put(marks: Marks) -> Marks:
        if page_number <= marks.reached:
            return marks
        is_last = page_number >= page_count
        state = ReadState.READ if is_last and marks.state is ReadState.READING else marks.state
        return dataclasses.replace(marks, reached=page_number, state=state)

    return _marked((document_id,), put)


def labelled(documents: Iterable[DocumentId], add: Iterable[str] = (), remove: Iterable[str] = ()) -> Plan:
    """Give documents labels and take others away; case and ё aside a label is the same one."""
    added = [name for name in map(tidy, add) if name]
    gone = {fold(name) for name in map(tidy, remove)}

    def plan(catalogue: Catalogue) -> Change:
        known = {fold(label): label for label in catalogue.labels()}
        # A label is written as it was written first.
        new = {fold(name): known.get(fold(name), name) for name in added}

        def put(marks: Marks) -> Marks:
            kept = {fold(label): label for label in marks.labels if fold(label) not in gone} | new
            return dataclasses.replace(marks, labels=tuple(sorted(kept.values())))

        return _marked(documents, put)(catalogue)

    return plan


def relabelled(label: str, name: str) -> Plan:
    """Call a label otherwise on every document that has it; a blank name takes it away."""
    new = tidy(name)

    def put(marks: Marks) -> Marks:
        kept = {fold(one): one for one in marks.labels if one != label}
        if new:
            kept.setdefault(fold(new), new)
        return dataclasses.replace(marks, labels=tuple(sorted(kept.values())))

    def plan(catalogue: Catalogue) -> Change:
        having = (document for document, marks in catalogue.marks.items() if label in marks.labels)
        return _marked(having, put)(catalogue)

    return plan


def noted(document_id: DocumentId, note: str) -> Plan:
    """Write about a document as a whole."""
    return _marked((document_id,), lambda marks: dataclasses.replace(marks, note=encodable(note.strip())))


def added(collection_id: CollectionId, name: str, parent: CollectionId | None = None) -> Plan:
    """Make a collection, the last one in its parent."""

    def plan(catalogue: Catalogue) -> Change:
        if not tidy(name):
            raise StoreError(
                said("collections.nameless", "У коллекции должно быть название."),
                said("collections.name_it", "Назовите её хотя бы одним словом."),
            )
        if parent is not None:
            known(catalogue, parent)
        siblings = catalogue.children().get(parent, [])
        position = siblings[-1].position + 1 if siblings else 0
        made = Collection(collection_id, _own_name(name, siblings), parent, position)
        return Change(collections=((None, made),))

    return plan


def renamed(collection_id: CollectionId, name: str) -> Plan:
    """Give a collection another name; a blank one leaves it as it is."""

    def plan(catalogue: Catalogue) -> Change:
        was = known(catalogue, collection_id)
        if not tidy(name):
            return Change()
        siblings = [one for one in catalogue.children().get(was.parent, []) if one.id != was.id]
        return _replaced(was, dataclasses.replace(was, name=_own_name(name, siblings)))

    return plan


def described(collection_id: CollectionId, note: str) -> Plan:
    """Write about a collection."""

    def plan(catalogue: Catalogue) -> Change:
        was = known(catalogue, collection_id)
        return _replaced(was, dataclasses.replace(was, note=encodable(note.strip())))

    return plan


def moved(collection_id: CollectionId, parent: CollectionId | None, place: int = -1) -> Plan:
    """Let a collection stand in another one, or at the top, before the one at `place`; -1 for the end."""

    def plan(catalogue: Catalogue) -> Change:
        was = known(catalogue, collection_id)
        if parent is not None:
            known(catalogue, parent)
        if parent in {one.id for one in catalogue.below(collection_id)}:
            raise StoreError(
                said("collections.within_itself", "Коллекцию нельзя вложить в неё саму."),
                said("collections.other_place", "Выберите для неё другое место."),
            )
        row = catalogue.children().get(parent, [])
        place_in = len(row) if place < 0 else min(place, len(row))
        before = [one for one in row[:place_in] if one.id != was.id]
        behind = [one for one in row[place_in:] if one.id != was.id]
        name = _own_name(was.name, [*before, *behind])
        order = [*before, dataclasses.replace(was, parent=parent, name=name), *behind]
        placed = (dataclasses.replace(one, position=position) for position, one in enumerate(order))
        pairs = ((catalogue.collections[one.id], one) for one in placed)
        return Change(collections=tuple(pair for pair in pairs if pair[0] != pair[1]))

    return plan


def removed(collection_id: CollectionId) -> Plan:
    """Take a collection away with all that stand in it; the documents stay in the archive."""

    def plan(catalogue: Catalogue) -> Change:
        known(catalogue, collection_id)
        return Change(collections=tuple((one, None) for one in catalogue.below(collection_id)))

    return plan


def put(collection_id: CollectionId, documents: Iterable[DocumentId]) -> Plan:
    """Put documents into a collection."""

    def plan(catalogue: Catalogue) -> Change:
        known(catalogue, collection_id)
        there = catalogue.members.get(collection_id, frozenset())
        return Change(put=frozenset((collection_id, one) for one in documents if one not in there))

    return plan


def taken(collection_id: CollectionId, documents: Iterable[DocumentId]) -> Plan:
    """Take documents out of a collection and of those in it."""
    gone = frozenset(documents)

    def plan(catalogue: Catalogue) -> Change:
        known(catalogue, collection_id)
        parts = (
            (one.id, catalogue.members.get(one.id, frozenset())) for one in catalogue.below(collection_id)
        )
        return Change(taken=frozenset((id_, one) for id_, there in parts for one in there & gone))

    return plan


def undone(change: Change) -> Plan:
    """Take a change back; what was changed since in other respects stays so."""

    def plan(catalogue: Catalogue) -> Change:
        marks = (
            (document_id, now, _back(before, after, now))
            for document_id, before, after in change.marks
            for now in (catalogue.marks_of(document_id),)
        )
        return Change(
            tuple(_collections_back(change, catalogue)),
            tuple(one for one in marks if one[1] != one[2]),
            change.taken,
            change.put,
        )

    return plan


def known(catalogue: Catalogue, collection_id: CollectionId) -> Collection:
    """Return a collection.

    Raises:
        StoreError: If there is none of that id.
    """
    if (found := catalogue.collections.get(collection_id)) is None:
        raise StoreError(
            said("collections.unknown", "Такой коллекции нет."),
            said("collections.refresh", "Обновите список: возможно, её удалили в другом окне."),
        )
    return found


def tidy(name: str) -> str:
    """Return a name without superfluous blanks, not too long; nothing if it is made of marks alone."""
    name = encodable(" ".join(name.split()))[:LONGEST_NAME].strip()
    return name if name.strip(_MARKS) else ""


def _marked(documents: Iterable[DocumentId], marked: Callable[[Marks], Marks]) -> Plan:
    wanted = tuple(dict.fromkeys(documents))

    def plan(catalogue: Catalogue) -> Change:
        pairs = ((one, catalogue.marks_of(one)) for one in wanted)
        changes = ((one, before, marked(before)) for one, before in pairs)
        return Change(marks=tuple(one for one in changes if one[1] != one[2]))

    return plan


def _replaced(was: Collection, now: Collection) -> Change:
    return Change(collections=((was, now),) if was != now else ())


def _own_name(name: str, others: Sequence[Collection]) -> str:
    """Return a name that none of the others has: «Переговоры 2» beside «Переговоры»."""
    name, taken_names = tidy(name), {fold(one.name) for one in others}
    if fold(name) not in taken_names:
        return name
    return next(
        numbered
        for number in range(2, len(taken_names) + 3)
        if fold(numbered := f"{name} {number}") not in taken_names
    )


def _collections_back(
    change: Change, catalogue: Catalogue
) -> Iterator[tuple[Collection | None, Collection | None]]:
    for before, after in change.collections:
        if after is None:
            yield None, before
        elif (now := catalogue.collections.get(after.id)) is not None:
            yield now, None if before is None else _back(before, after, now)


def _back(before: T, after: T, now: T) -> T:
    """Return what is now, with what was changed as it was before."""
    names = (one.name for one in dataclasses.fields(before))
    changed = [name for name in names if getattr(before, name) != getattr(after, name)]
    return dataclasses.replace(now, **{name: getattr(before, name) for name in changed})
