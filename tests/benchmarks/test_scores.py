"""Precision, recall, F1, and what mending adds to them."""

import pytest

from benchmarks.factrueval.mistakes import Mistake, Outcome, causes, of_kind, worst
from benchmarks.factrueval.scores import EXTRA, MISSED, Score, improved, total
from index.model.span import Span


def mistake(kind: str, cause: str, expected: str = "", mended: Score = MISSED, start: int = 0) -> Mistake:
    return Mistake(kind, cause, "doc", Span(start, start + 1), expected, "", mended)


def test_precision_asks_the_answers_and_recall_the_annotation() -> None:
    score = Score(found=3, right=2, expected=4, answered=8)
    assert (score.precision, score.recall) == (0.25, 0.75)
    assert score.f1 == pytest.approx(0.375)


def test_nothing_expected_and_nothing_answered_is_no_error() -> None:
    assert Score().f1 == 0


def test_a_miss_that_is_mended_is_found_and_answered() -> None:
    assert Score(1, 1, 2, 1) + MISSED == Score(2, 2, 2, 2)


def test_an_extra_answer_that_is_mended_is_gone() -> None:
    assert Score(1, 1, 1, 2) + EXTRA == Score(1, 1, 1, 1)


def test_a_pair_that_is_mended_is_whole() -> None:
    assert Score(0.25, 0.25, 1, 1) + improved(0.25) == Score(1, 1, 1, 1)


def test_mending_everything_gives_one() -> None:
    outcome = Outcome({"ORG": Score(0.5, 0.5, 2, 2)})
    outcome.mistakes = [mistake("ORG", "missed"), mistake("ORG", "extra", mended=EXTRA)]
    outcome.mistakes.append(mistake("ORG", "borders", mended=improved(0.5)))
    assert (outcome.total + total(m.mended for m in outcome.mistakes)).f1 == 1


def test_forms_of_one_name_are_one_of_the_worst_mistakes() -> None:
    outcome = Outcome({"LOC": Score(1, 1, 4, 1)})
    outcome.mistakes = [
        mistake("LOC", "missed", "Рим"),
        mistake("LOC", "missed", "Луны"),
        mistake("LOC", "missed", "Луне"),
    ]
    first, second = worst(outcome, 5)
    assert [len(first.mistakes), len(second.mistakes)] == [2, 1]
    assert first.gain > second.gain


def test_causes_are_ordered_by_what_mending_gives() -> None:
    outcome = Outcome({"LOC": Score(8, 8, 10, 9)})
    outcome.mistakes = [
        mistake("LOC", "extra", mended=EXTRA),
        mistake("LOC", "missed"),
        mistake("LOC", "missed"),
    ]
    assert [(group.mistakes[0].cause, len(group.mistakes)) for group in causes(outcome)] == [
        ("missed", 2),
        ("extra", 1),
    ]


def test_mistakes_of_a_kind_are_found_in_any_letters_and_stand_by_cause() -> None:
    mistakes = [
        mistake("Deal", "missed"),
        mistake("ORG", "missed", start=3),
        mistake("ORG", "extra", start=9),
    ]
    assert [m.cause for m in of_kind(mistakes, "org")] == ["extra", "missed"]


def test_outcomes_of_documents_are_pooled() -> None:
    outcome = Outcome({"LOC": Score(1, 1, 1, 1)})
    outcome.join(Outcome({"LOC": Score(0, 0, 1, 1), "ORG": Score(1, 1, 1, 1)}))
    assert outcome.scores == {"LOC": Score(1, 1, 2, 2), "ORG": Score(1, 1, 1, 1)}
    assert outcome.total == Score(2, 2, 3, 3)
