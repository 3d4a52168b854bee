"""Extraction in a process of its own: the models take 360 MB, and the window's process stays free."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.facts.extract import extract
from index.facts.request import FactsRequest
from index.model.fact import DocumentFacts
from index.workers import Tell, Worker, WorkerLimits

_LIMITS: Final = WorkerLimits(silence_s=120.0, request_s=1800.0, memory_bytes=3 * 1024**3, recycle_after=2000)


@dataclass(frozen=True, slots=True)
class FactsRead:
    """Told while a document is read: sentences done of all."""

    done: int
    total: int


def facts_handler(request: FactsRequest, tell: Tell) -> DocumentFacts:
    """Extract the facts of a document; runs in the worker. The first request loads the models."""
    return extract(
        request.text,
        lambda done, total: tell(FactsRead(done, total)),
        request.tables,
        request.written,
    )


def make_extractor() -> Worker:
    """Return the worker: request is a `FactsRequest`, the result the document's `DocumentFacts`."""
    return Worker(facts_handler, _LIMITS, "chitalnya-facts")
