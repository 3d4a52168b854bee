"""From keys of a snapshot to documents and spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np  # noqa: TID253 - this module is arrays

from index.errors import DocumentUnknown
from index.model.span import Span
from index.search.engine import Ranked
from index.search.found import Found
from index.search.hits import Library
from index.search.keys import POSITION_BITS, Ints
from index.search.marks import Marks
from index.search.snapshot import Snapshot
from index.tasks import Task


def ranked(
    snapshot: Snapshot, found: Found, chosen: tuple[Ints, Sequence[float]], library: Library, task: Task
) -> Iterator[Ranked]:
    """Yield documents with their spans.

    Args:
        snapshot: The state of the index.
        found: What answers.
        chosen: Documents of it, in the order wanted, and their scores.
        library: Where texts come from; a document that it does not know any more is left out.
        task: Asked between documents whether to stop.
    """
    documents, scores = chosen
    starts, stops = found.places(np.sort(documents))
    first_of = np.searchsorted(starts, documents << POSITION_BITS).tolist()
    last_of = np.searchsorted(starts, (documents + 1) << POSITION_BITS).tolist()
    for at, document in enumerate(documents.tolist()):
        task.checkpoint()
        document_id, spans = snapshot.document_id(document), tuple[Span, ...]()
        if last_of[at] > first_of[at]:
            base = document << POSITION_BITS
            firsts = (starts[first_of[at] : last_of[at]] - base).tolist()
            lasts = (stops[first_of[at] : last_of[at]] - base).tolist()
            try:
                marks = Marks(library.text(document_id), snapshot.marks(document))
            except DocumentUnknown:
                continue
            spans = tuple(marks.spans(zip(firsts, lasts, strict=True)))
        yield Ranked(document_id, int(snapshot.numbers[document]), scores[at], spans)
