"""Our own engine, through the process that writes the index and through what the window asks."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.engines.serving import TOP, Node, interview, serve, size_of
from benchmarks.generated import read_kept
from benchmarks.questions import to_tree
from index.errors import DocumentUnknown
from index.model.document import DocumentId, DocumentSummary, Page
from index.search.beyond import NOWHERE
from index.search.engine import Asked, Told
from index.search.requests import AddDocuments, Compact, IndexDocument
from index.search.searcher import SearchIndex
from index.search.tree import InDates, Outside
from index.search.writer import make_indexer
from index.tasks import Task
from index.text.morphology import form_terms, query_terms

_BATCH: Final = 2_000
_DATES: Final = "dates.txt"


class Ours:
    """The index of the program. It analyses texts itself, and is told no words."""

    def __init__(self) -> None:
        # Libraries and dictionary are there, as those of every peer: they are not counted with the opening.
        for module in ("opening", "evaluate", "ranking", "writer"):
            import_module(f"index.search.{module}")
        query_terms("слово")
        self._index: Any = None

    def build(self, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Index the texts; what reading their file costs is not counted, what handing them over costs is."""
        folder = Path(request["folder"])
        worker = make_indexer(folder)
        # The process is there and has its libraries, as that of every peer.
        worker.call(Compact())
        seconds, count, dates = 0.0, 0, list[str]()
        for batch in _batches(read_kept(Path(request["texts"])), _BATCH):
            began = time.perf_counter()
            worker.call(AddDocuments(batch))
            seconds += time.perf_counter() - began
            count += len(batch)
            dates += [document.date for document in batch]
        began = time.perf_counter()
        worker.call(Compact())
        seconds += time.perf_counter() - began
        peak_bytes, byte_count = worker.peak_memory_bytes, size_of(folder)
        worker.close()
        (folder / _DATES).write_text("\n".join(dates))
        yield {"seconds": seconds, "peak_bytes": peak_bytes, "bytes": byte_count, "documents": count}

    def open(self, folder: Path) -> None:
        """See `Asking.open`."""
        dates = (folder / _DATES).read_text().split("\n")
        self._index = SearchIndex(folder, _NoLibrary(), _Dates(dates))

    def ask(self, node: Node) -> tuple[int, list[str]]:
        """See `Asking.ask`."""
        outcome = self._index.answer(Asked(to_tree(node), TOP, has_spans=False), Task())
        return outcome.documents, [str(ranked.document_id) for ranked in outcome.ranked]


class _Dates:
    """Answers dates as the program does (`index.search.beyond`): from a column that is in memory."""

    def __init__(self, dates: Sequence[str]) -> None:
        self._days = np.array([int(date.replace("-", "")) for date in dates], np.int64)

    def find(self, leaf: Outside, _task: Task) -> Told:
        """Return the documents between two days."""
        assert isinstance(leaf, InDates)
        first, last = (int(bound.replace("-", "")) for bound in (leaf.first, leaf.last))
        numbers = np.flatnonzero((self._days >= first) & (self._days <= last)) + 1
        nowhere = np.full(len(numbers), NOWHERE, np.int64)
        return Told(numbers, nowhere, nowhere)


class _NoLibrary:
    """There are no texts: no places are asked for."""

    def summary(self, document_id: DocumentId, /) -> DocumentSummary:
        """Know nothing."""
        raise DocumentUnknown("", "", document_id)

    def text(self, document_id: DocumentId, /) -> str:
        """Know nothing."""
        raise DocumentUnknown("", "", document_id)

    def pages(self, document_id: DocumentId, /) -> tuple[Page, ...]:
        """Know nothing."""
        raise DocumentUnknown("", "", document_id)


def analyse(request: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Tell what it costs to find the words of all texts and the terms of each, and nothing else."""
    from index.search.batch import Batch

    query_terms("слово")
    seconds = 0.0
    for batch in _batches(read_kept(Path(request["texts"])), _BATCH):
        began = time.perf_counter()
        taken = Batch()
        for document in batch:
            taken.add(document)
        for form in taken.forms:
            form_terms(form)
        seconds += time.perf_counter() - began
    yield {"seconds": seconds}


def _batches(documents: Iterable[IndexDocument], size: int) -> Iterator[tuple[IndexDocument, ...]]:
    remaining = iter(documents)
    while batch := tuple(islice(remaining, size)):
        yield batch


if __name__ == "__main__":
    ours = Ours()
    serve({"build": ours.build, "analyse": analyse, "ask": partial(interview, ours)}, "this program")
