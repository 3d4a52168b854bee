"""All tracks over an annotated folder, with the answers of our own extraction."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from benchmarks.factrueval import entities, facts, names
from benchmarks.factrueval.answers import Answers, answers
from benchmarks.factrueval.gold import Document
from benchmarks.factrueval.mistakes import Outcome
from benchmarks.factrueval.reading import read_folder
from index.facts.extract import extract

NAMES, ENTITIES, EASY, HARD, WHOLE = (
    "names",
    "entities",
    "facts, easy",
    "facts, hard",
    "facts, easy, every slot",
)


def answered(documents: Iterable[Document]) -> list[tuple[Document, Answers]]:
    """Return the documents with our answers; blocks, some seconds for a hundred news."""
    return [(document, answers(document, extract(document.text))) for document in documents]


def outcomes(pairs: Iterable[tuple[Document, Answers]]) -> dict[str, Outcome]:
    """Return the outcome of every track, pooled over all documents."""
    found = {track: Outcome() for track in (NAMES, ENTITIES, EASY, HARD, WHOLE)}
    for document, given in pairs:
        found[NAMES].join(names.score(document, given))
        found[ENTITIES].join(entities.score(document, given))
        found[EASY].join(facts.score(document, given, is_easy=True))
        found[HARD].join(facts.score(document, given, is_easy=False))
        found[WHOLE].join(facts.score(document, given, is_easy=True, is_whole=True))
    return found


def evaluated(folder: Path) -> tuple[dict[str, Outcome], dict[str, str]]:
    """Return the outcome of every track over a folder, and the texts by the names of their documents."""
    documents = read_folder(folder)
    return outcomes(answered(documents)), {document.name: document.text for document in documents}
