"""Tables are kept, compared, and followed by mistakes with their sentences."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.factrueval.mistakes import Mistake, Outcome, worst
from benchmarks.factrueval.scores import MISSED, Score
from benchmarks.factrueval.tables import cause_rows, load, mistake_rows, rows, save, tables, worst_rows
from index.model.span import Span

TEXTS = {"doc": "Первое предложение. Рим стоит на холмах."}
MISS = Mistake("LOC", "missed", "doc", Span(20, 23), "LOC Рим", "", MISSED)
OUTCOMES = {"names": Outcome({"ORG": Score(1, 1, 2, 1), "LOC": Score(1, 1, 2, 2)}, [MISS])}

FIGURES = st.floats(0, 1e6)
SCORES = st.builds(Score, FIGURES, FIGURES, FIGURES, FIGURES)
WORDS = st.text(max_size=8)


def test_all_kinds_are_pooled_at_the_end() -> None:
    [scores] = tables(OUTCOMES).values()
    assert list(scores) == ["LOC", "ORG", "all"]
    assert scores["all"] == Score(2, 2, 4, 3)


@given(found=st.dictionaries(WORDS, st.dictionaries(WORDS, SCORES, max_size=3), max_size=3))
def test_what_is_kept_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, found: dict[str, dict[str, Score]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "kept.json"
    save(path, found)
    assert load(path) == found


def test_a_row_has_precision_recall_and_f1() -> None:
    row = next(row for row in rows(tables(OUTCOMES)) if row.strip().startswith("ORG"))
    assert row.split() == ["ORG", "1.0000", "0.5000", "0.6667", "2", "1"]


def test_beside_each_figure_stands_how_much_it_changed(tmp_path: Path) -> None:
    save(tmp_path / "kept.json", {"names": {"ORG": Score(1, 1, 2, 2), "LOC": Score(1, 1, 2, 2)}})
    found = list(rows(tables(OUTCOMES), load(tmp_path / "kept.json")))
    org = next(row for row in found if row.strip().startswith("ORG"))
    loc = next(row for row in found if row.strip().startswith("LOC"))
    assert org.split() == ["ORG", "1.0000", "+0.5000", "0.5000", "0.6667", "+0.1667", "2", "1"]
    assert "+" not in loc
    assert not any("+" in row for row in found if row.strip().startswith("all"))


def test_a_mistake_is_shown_with_its_sentence() -> None:
    shown = "\n".join(mistake_rows([MISS], TEXTS))
    assert "expected  LOC Рим" in shown
    assert "found     -" in shown
    assert "doc: Рим стоит на холмах." in shown
    assert "Первое" not in shown


def test_causes_and_the_worst_say_what_mending_would_add() -> None:
    outcome = OUTCOMES["names"]
    gain = (outcome.total + MISSED).f1 - outcome.total.f1
    assert list(cause_rows(outcome)) == [f"  {gain:+8.4f} {1:6}  LOC: missed"]
    assert next(worst_rows(worst(outcome, 3), TEXTS)) == f"  {gain:+8.4f} {1:6}  LOC: missed"
