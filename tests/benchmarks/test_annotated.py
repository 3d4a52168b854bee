"""What the scorer of the gold annotation prints becomes mistakes."""

from benchmarks.annotated import mistakes
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
        ("mention overlap", "PERSON", "missed"),
        ("canonical name", "ORG", "extra"),
        ("fact span+value", "MONEY", "missed"),
        ("fact span+value", "DATE", "extra"),
    ]


def test_they_stand_where_their_words_stand_first() -> None:
    spans = [m.span for _, m in mistakes(PRINTED, "dev", {"dev": TEXT})]
    assert spans[0].of(TEXT) == "Белова"
    assert spans[2].of(TEXT) == "5 млн"
    assert spans[3] == Span(0, 5)


def test_what_was_missed_was_expected_and_what_is_extra_was_found() -> None:
    found = [m for _, m in mistakes(PRINTED, "dev", {"dev": TEXT})]
    assert (found[0].expected, found[0].found) == ("'Белова'", "")
    assert (found[1].expected, found[1].found) == ("", "Сом")
