"""The door to both evaluations of facts."""

import sys
from pathlib import Path

import pytest

from benchmarks import facts
from benchmarks.factrueval import devset
from benchmarks.factrueval.mistakes import Mistake, Outcome
from benchmarks.factrueval.scores import EXTRA, MISSED, Score
from index.model.span import Span

TEXTS = {"doc": "Мэр Анна Белова уехала в Рим."}
MAYOR = Mistake("Occupation", "missed", "doc", Span(0, 15), "Who: Анна Белова, Position: мэр", "", MISSED)
ROME = Mistake("LOC", "extra", "doc", Span(25, 28), "", "LOC Рим", EXTRA)
OUTCOMES = {
    devset.NAMES: Outcome({"LOC": Score(1, 1, 1, 2)}, [ROME]),
    devset.EASY: Outcome({"Occupation": Score(1, 1, 2, 1)}, [MAYOR]),
    devset.HARD: Outcome({"Occupation": Score(1, 1, 2, 1)}, [MAYOR]),
}


def test_mistakes_of_one_type_are_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    facts.print_mistakes(OUTCOMES, TEXTS, "occupation")
    printed = capsys.readouterr().out
    assert printed.count("Who: Анна Белова") == 1
    assert "Рим" not in printed.replace(TEXTS["doc"], "")


def test_a_type_without_mistakes_says_which_have_some(capsys: pytest.CaptureFixture[str]) -> None:
    facts.print_mistakes(OUTCOMES, TEXTS, "MONEY")
    assert "LOC, Occupation" in capsys.readouterr().out


def test_each_table_says_what_its_mistakes_cost(capsys: pytest.CaptureFixture[str]) -> None:
    facts.print_worst(OUTCOMES, TEXTS, 10)
    titles = [line for line in capsys.readouterr().out.splitlines() if line and line[0] != " "]
    assert titles == [
        "names: what mending would add to F1, mistakes, type and cause",
        "names: the worst",
        "facts, easy: what mending would add to F1, mistakes, type and cause",
        "facts, easy: the worst",
    ]


def test_what_is_not_there_is_said_and_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcomes, texts = facts.evaluated(["devset"], tmp_path / "nowhere")
    assert not outcomes
    assert not texts
    assert "nowhere" in capsys.readouterr().out


def test_an_unknown_part_is_a_wrong_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["facts", "testset"])
    with pytest.raises(SystemExit) as stopped:
        facts.main()
    assert stopped.value.code == 2


def test_scores_are_kept_and_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "kept.json"
    monkeypatch.setattr(facts, "evaluated", lambda *_: (OUTCOMES, TEXTS))
    monkeypatch.setattr(sys, "argv", ["facts", "devset", "--save", str(kept)])
    facts.main()
    monkeypatch.setattr(sys, "argv", ["facts", "devset", "--against", str(kept)])
    better = {**OUTCOMES, devset.NAMES: Outcome({"LOC": Score(1, 1, 1, 1)})}
    monkeypatch.setattr(facts, "evaluated", lambda *_: (better, TEXTS))
    capsys.readouterr()
    facts.main()
    changed = [line for line in capsys.readouterr().out.splitlines() if "LOC" in line]
    assert changed[0].split() == ["LOC", "1.0000", "+0.5000", "1.0000", "1.0000", "+0.3333", "1", "1"]
