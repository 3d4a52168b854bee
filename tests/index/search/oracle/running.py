"""Random questions put to an engine, to the oracle, and to Whoosh's own searcher."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from whoosh.searching import Searcher

from index.model.document import DocumentId
from index.search.requests import IndexDocument
from index.search.tree import Node
from index.tasks import Task
from tests.index.search.oracle import stock
from tests.index.search.oracle.cases import Cases, KnownBeyond
from tests.index.search.oracle.compare import difference
from tests.index.search.oracle.engine import Oracle
from tests.index.search.oracle.subject import Made


@dataclass(slots=True)
class Tally:
    """What was compared.

    Attributes:
        corpora: Histories of an archive.
        commits: Commits of all of them; questions are asked after each.
        questions: Trees.
        selective: Of these, how many some documents answer and some do not.
        by_whoosh: Of these, how many Whoosh's own queries can ask too.
        differences: One for each question that was answered otherwise.
    """

    corpora: int = 0
    commits: int = 0
    questions: int = 0
    selective: int = 0
    by_whoosh: int = 0
    differences: list[str] = field(default_factory=list)


def run(random: Random, questions: int, make: type[Made], folder: Path, tally: Tally) -> None:
    """Compare an engine with the oracle on one random history of an archive.

    Args:
        random: Chooses everything.
        questions: How many are asked after each commit.
        make: Makes the engine.
        folder: An empty folder for it.
        tally: Counts.
    """
    cases, beyond, living = Cases(random), KnownBeyond(), dict[DocumentId, IndexDocument]()
    oracle = Oracle(beyond)
    tally.corpora += 1
    with closing(make(folder, beyond)) as subject:
        for commit in cases.commits():
            subject.forget(commit.forgotten)
            subject.add(commit.added)
            oracle.commit(commit.added, commit.forgotten, commit.merge)
            for document_id in commit.forgotten:
                living.pop(document_id, None)
            living.update((one.id, one) for one in commit.added)
            tally.commits += 1
            for _ in range(questions):
                root = cases.tree()
                beyond.answers = cases.beyond(root, living)
                told = difference(root, subject.engine, oracle) or _by_whoosh(root, oracle, tally)
                tally.questions += 1
                tally.selective += 0 < len(oracle.matching(root, Task())) < len(living)
                if told:
                    tally.differences.append(told)


def _by_whoosh(root: Node, oracle: Oracle, tally: Tally) -> str:
    """Return how the oracle's documents differ from those that Whoosh finds by itself, nothing if not."""
    with closing(Searcher(oracle.index.reader())) as searcher:
        try:
            expected = stock.documents(root, searcher)
        except stock.BeyondWhooshError:
            return ""
    tally.by_whoosh += 1
    found = {one.document_id for one in oracle.occurrences(root, Task())}
    return "" if found == expected else f"{root}: oracle {len(found)} documents, Whoosh {len(expected)}"
