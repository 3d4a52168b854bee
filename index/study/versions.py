"""Versions, copies, reprints: documents whose texts are nearly the same, in groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from index.errors import DocumentUnknown, StoreDamaged
from index.model.document import DocumentId, DocumentSummary
from index.model.study import VersionGroup
from index.store.documents import DocumentStore
from index.store.sketches import SketchStore
from index.study.sketching import SKETCH_VERSION, VALUES, sketch, unpacked
from index.tasks import Task

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.search.hits import Library
    from index.study.sketching import Sketch

LIKE: Final = 0.5
"""Share of common five-word runs from which two texts are nearly the same."""

_BAND: Final = 4
"""Values that must all be equal somewhere: of pairs with half of their runs in common 98 % are found so."""
_SKETCHES_AT_ONCE: Final = 64
_LEADERS: Final = 30
_NEAREST_AMONG: Final = 1000


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

    def groups(self, task: Task | None = None) -> tuple[VersionGroup, ...]:
        """Return all groups, that with the newest arrival first.

        Two documents are in one group if their likeness is at least `LIKE`, if one was read from the path of
        the other after it, or if both are in a group with a third.

        Args:
            task: Cancels, and is told of the progress while sketches are made; those made stay.

        Raises:
            Cancelled: If `task` was.
        """
        task = task or Task()
        self._make_sketches(task)
        kept = {one: packed for one, packed in self._sketches.all(SKETCH_VERSION).items() if packed}
        ids = tuple(kept)
        rows = unpacked(tuple(kept.values()))
        forest = _Forest()
        for one, other in _alike(rows, task):
            forest.join(ids[one], ids[other])
        for newer, older in self._documents.predecessors().items():
            forest.join(newer, older)
        places = {document_id: place for place, document_id in enumerate(ids)}
        found = []
        for members in forest.groups():
            task.checkpoint()
            summaries = self._summaries(members)
            if len(summaries) > 1:
                known = [places[one.id] for one in summaries if one.id in places]
                found.append(VersionGroup(summaries, _least_likeness(rows, known, len(summaries))))
        return tuple(sorted(found, key=lambda group: -max(one.number for one in group.documents)))

    def of(self, document_id: DocumentId, task: Task | None = None) -> VersionGroup | None:
        """Return the group in which a document is; None if it stands alone. Raises as `groups` does."""
        for group in self.groups(task):
            if any(one.id == document_id for one in group.documents):
                return group
        return None

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

    def _summaries(self, members: Sequence[DocumentId]) -> tuple[DocumentSummary, ...]:
        found = []
        for document_id in members:
            try:
                found.append(self._library.summary(document_id))
            except DocumentUnknown:
                continue
        return tuple(sorted(found, key=lambda one: (not one.date, one.date, one.number)))


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


def _alike(rows: Sketch, task: Task) -> Iterator[tuple[int, int]]:
    """Yield pairs of rows whose likeness is at least `LIKE`, enough to join all that belong together."""
    import numpy as np

    if not len(rows):
        return
    _, firsts, which = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    twins = firsts[which.ravel()].tolist()
    yield from ((row, twin) for row, twin in enumerate(twins) if row != twin)
    for start in range(0, VALUES, _BAND):
        task.checkpoint()
        band = np.ascontiguousarray(rows[firsts, start : start + _BAND])
        _, buckets, counts = np.unique(band, axis=0, return_inverse=True, return_counts=True)
        order, stops = np.argsort(buckets.ravel(), kind="stable"), np.cumsum(counts)
        for bucket in np.flatnonzero(counts > 1):
            yield from _alike_in(rows, firsts[order[stops[bucket] - counts[bucket] : stops[bucket]]])


def _alike_in(rows: Sketch, members: NDArray[np.intp]) -> Iterator[tuple[int, int]]:
    """Yield pairs among rows that share a band: each with the first one that it is like.

    Thousands of copies cost no more than their number; of rows that share the band by a form letter alone,
    the first `_LEADERS` are compared with the others.
    """
    for _ in range(_LEADERS):
        if len(members) < 2:
            return
        leader, others = members[0], members[1:]
        is_like = (rows[others] == rows[leader]).mean(axis=1) >= LIKE
        yield from ((int(leader), int(other)) for other in others[is_like])
        members = others[~is_like]


def _least_likeness(rows: Sketch, members: Sequence[int], size: int) -> float:
    """Return the least likeness of a member and its nearest; 0 if one has no words.

    Of a large group the nearest is looked for among `_NEAREST_AMONG` members.
    """
    import numpy as np

    if len(members) < size:
        return 0.0
    texts, counts = np.unique(rows[list(members)], axis=0, return_counts=True)
    among = texts[:_NEAREST_AMONG]
    least = 1.0
    for place in np.flatnonzero(counts == 1):
        shares = (among == texts[place]).mean(axis=1)
        if place < len(among):
            shares[place] = 0.0
        least = min(least, float(shares.max()))
    return least
