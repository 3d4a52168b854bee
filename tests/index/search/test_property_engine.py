"""Random questions on random archives, and those once answered wrongly: the engine answers as the oracle.

`python -m tests.index.search.oracle` puts any number of them.
"""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search.requests import IndexDocument
from index.search.tree import And, Fuzzy, Near, Node, Or, Phrase, Word
from tests.index.search.oracle.cases import KnownBeyond, document_id
from tests.index.search.oracle.compare import difference
from tests.index.search.oracle.engine import Oracle
from tests.index.search.oracle.running import Tally, run
from tests.index.search.subjects import IndexSubject

_A, _B, _C = Word("снег"), Word("дождь"), Word("иней")


@pytest.mark.parametrize(
    ("root", "texts"),
    [
        (Fuzzy("мира"), ("мир", "миру")),
        (Or((Phrase((_A, _B), 1), _C)), ("снег иней дождь",)),
        (Or((Near((_A, _B), 1), _C)), ("дождь иней снег",)),
        (
            And((_A, _A)),
            (
                "снег снег",
                "снег вода",
                "вода",
            ),
        ),
        (
            And((_A, _B)),
            (
                "снег и дождь",
                "вода",
                "вода",
            ),
        ),
    ],
    ids=repr,
)
def test_what_was_once_answered_otherwise_is_not(root: Node, texts: tuple[str, ...], tmp_path: Path) -> None:
    beyond = KnownBeyond()
    oracle = Oracle(beyond)
    documents = [IndexDocument(document_id(text), "", "", "", text, i) for i, text in enumerate(texts, 1)]
    oracle.commit(documents)
    with closing(IndexSubject(tmp_path, beyond)) as subject:
        subject.add(documents)
        assert difference(root, subject.engine, oracle) == ""


@pytest.mark.parametrize("seed", [1, 2, 3, 5, 6])
def test_the_engine_answers_as_the_oracle_does(seed: int, tmp_path: Path) -> None:
    tally = Tally()
    run(Random(seed), 8, IndexSubject, tmp_path, tally)  # noqa: S311 - repeatable
    assert tally.differences == []
    assert tally.questions >= 8


@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.randoms(use_true_random=False))
def test_no_smaller_archive_is_answered_otherwise(random: Random) -> None:
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        run(random, 2, IndexSubject, Path(folder), tally)
    assert tally.differences == []
