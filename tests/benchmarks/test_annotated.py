"""What the scorer of the gold annotation prints becomes mistakes."""

from benchmarks.annotated import mistakes, pooled
from benchmarks.factrueval.scores import Score
from index.model.span import Span

TEXT = "Анна Белова получила 5 млн сомов. Белова ждёт."
PRINTED = """\
documents 1, truth text found in the prediction: 1.0000
  - mention PERSON 'Белова'
  + name ORG Сом
  - fact MONEY {'amount': ['5 млн = 5000000'], 'currency': ['сомов = KGS']}
  + fact DATE {'date': ['вчера = today']}
"""


def test_missing_and_extra_things_come_with_their_section_and_type() -> None:
    found = [(title, m.kind, m.cause) for title, m in mistakes(PRINTED, "dev", {"dev": TEXT})]
    assert found == [
        ("gold: mention overlap", "PERSON", "missed"),
        ("gold: canonical name", "ORG", "extra"),
        ("gold: fact span+value", "MONEY", "missed"),
        ("gold: fact span+value", "DATE", "extra"),
    ]


def test_they_stand_where_their_words_stand_first_if_they_do() -> None:
    spans = [m.span for _, m in mistakes(PRINTED, "dev", {"dev": TEXT})]
    assert spans[0].of(TEXT) == "Белова"
    assert spans[2].of(TEXT) == "5 млн"
    assert spans[3] == Span(0, 0)


def test_what_was_missed_was_expected_and_what_is_extra_was_found() -> None:
    found = [m for _, m in mistakes(PRINTED, "dev", {"dev": TEXT})]
    assert (found[0].expected, found[0].found) == ("'Белова'", "")
    assert (found[1].expected, found[1].found) == ("", "Сом")


def test_scores_come_by_table_and_type_without_what_is_pooled_already() -> None:
    found = pooled(
        {
            "scores": {
                "mention exact / ORG": {"tp": 2, "pred": 3, "gold": 4},
                "mention exact / ALL": {"tp": 2, "pred": 3, "gold": 4},
                "fact span / MONEY": {"tp": 0, "pred": 0, "gold": 0},
            },
            "status": {"MONEY": [3, 4]},
            "extra": {"MONEY.modifier": [1, 2]},
        }
    )
    assert {title: outcome.scores for title, outcome in found.items() if outcome.scores} == {
        "gold: mention exact": {"ORG": Score(2, 2, 4, 3)},
        "gold: status": {"MONEY": Score(3, 3, 4, 4)},
        "gold: other slots": {"MONEY.modifier": Score(1, 1, 2, 2)},
    }
