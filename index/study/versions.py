"""Versions, copies, reprints: documents whose texts are nearly the same, in groups."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from index.errors import DocumentUnknown, StoreDamaged
from index.model.document import DocumentId
from index.model.study import VersionGroup
from index.store.documents import DocumentStore
from index.store.sketches import SketchStore
from index.study.nearness import alike, least_likeness
from index.study.sketching import SKETCH_VERSION, sketch, unpacked
from index.tasks import Task

if TYPE_CHECKING:
    from index.search.hits import Library

_SKETCHES_AT_ONCE: Final = 64

_Groups = tuple[tuple[frozenset[DocumentId], float], ...]


class Versions:
    """Finds documents that are nearly the same. Any thread may call it; methods block.

    Sketches are made once for each text and kept in the database.

    Args:
        documents: The documents.
        sketches: Their sketches.
        library: Their texts.
    """

    def __init__(self, documents: DocumentStore, sketches: SketchStore, library: Library) -> None:
        self._documents, self._sketches, self._library = documents, sketches, library
        # One assignment, and so always whole, whichever thread was the last.
        self._last: tuple[tuple[int, int], _Groups] = ((0, 0), ())

    def groups(self, task: Task | None = None) -> tuple[VersionGroup, ...]:
        """Return all groups, that with the newest arrival first.

        Two documents are in one group if their likeness is at least `nearness.LIKE`, if one was read from the
        path of the other after it, or if both are in a group with a third. Fast while no document comes or
        goes.

        Args:
            task: Cancels, and is told of the progress while sketches are made; those made stay.

        Raises:
            Cancelled: If `task` was.
        """
        found = [self._shown(members, likeness) for members, likeness in self._joined(task or Task())]
        groups = [group for group in found if len(group.documents) > 1]
        return tuple(sorted(groups, key=lambda group: -max(one.number for one in group.documents)))

    def of(self, document_id: DocumentId, task: Task | None = None) -> VersionGroup | None:
        """Return the group in which a document is; None if it stands alone. Raises as `groups` does."""
        for members, likeness in self._joined(task or Task()):
            if document_id in members:
                group = self._shown(members, likeness)
                return group if len(group.documents) > 1 else None
        return None

    def _joined(self, task: Task) -> _Groups:
        """Return the members of each group, and how like they are."""
        self._make_sketches(task)
        state = self._sketches.state()
        last_state, last = self._last
        if state == last_state:
            return last
        kept = {one: packed for one, packed in self._sketches.all(SKETCH_VERSION).items() if packed}
        ids, rows = tuple(kept), unpacked(tuple(kept.values()))
        forest = _Forest()
        for one, other in alike(rows, task):
            forest.join(ids[one], ids[other])
        for newer, older in self._documents.predecessors().items():
            forest.join(newer, older)
        places = {document_id: place for place, document_id in enumerate(ids)}
        found = []
        for members in forest.groups():
            task.checkpoint()
            known = [places[one] for one in members if one in places]
            found.append((frozenset(members), least_likeness(rows, known, len(members))))
        self._last = state, tuple(found)
        return self._last[1]

    def _make_sketches(self, task: Task) -> None:
        missing = self._sketches.missing(SKETCH_VERSION)
        for start in range(0, len(missing), _SKETCHES_AT_ONCE):
            batch = []
            for done, document_id in enumerate(missing[start : start + _SKETCHES_AT_ONCE], start):
                task.checkpoint(done, len(missing))
                try:
                    batch.append((document_id, sketch(self._library.text(document_id))))
                except (DocumentUnknown, StoreDamaged):
                    continue
            self._sketches.put(batch, SKETCH_VERSION)

    def _shown(self, members: Iterable[DocumentId], likeness: float) -> VersionGroup:
        found = []
        for document_id in members:
            try:
                found.append(self._library.summary(document_id))
            except DocumentUnknown:
                continue
        return VersionGroup(
            tuple(sorted(found, key=lambda one: (not one.date, one.date, one.number))), likeness
        )


class _Forest:
    """Sets that are joined (union-find)."""

    def __init__(self) -> None:
        self._parents: dict[DocumentId, DocumentId] = {}

    def join(self, one: DocumentId, other: DocumentId) -> None:
        """Make the sets of both one set."""
        self._parents[self._root(one)] = self._root(other)

    def groups(self) -> list[list[DocumentId]]:
        """Return the sets of what was ever joined."""
        found: dict[DocumentId, list[DocumentId]] = {}
        for one in list(self._parents):
            found.setdefault(self._root(one), []).append(one)
        return list(found.values())

    def _root(self, one: DocumentId) -> DocumentId:
        root = one
        while (parent := self._parents.setdefault(root, root)) != root:
            root = parent
        while one != root:
            self._parents[one], one = root, self._parents[one]
        return root
