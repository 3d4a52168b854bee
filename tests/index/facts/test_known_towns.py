"""Towns of the lexicon that the tagger left out."""

from __future__ import annotations

import pytest

from index.facts.names import Name
from index.facts.passage import Passage
from index.facts.place_spans import add_known_towns
from index.facts.reading import of_span
from index.model.fact import EntityType
from index.model.span import Span

TOWNS = [
    ("Поезд идёт из Барнаула в Бийск.", ["Барнаула", "Бийск"]),
    ("Банк (Барнаул) закрыт.", ["Барнаул"]),
    ("барнаул в нижнем регистре", []),
    ("Хлеб «Барнаул» и трест-Барнаул", []),
    ("Орёл улетел, Владимир ушёл.", []),
]


def _passage(text: str) -> Passage:
    sentence = of_span(text, Span(0, len(text)))
    return Passage(text, sentence.span, sentence.tokens)


@pytest.mark.parametrize(("text", "expected"), TOWNS)
def test_towns_that_mean_nothing_else_are_added(text: str, expected: list[str]) -> None:
    found = add_known_towns(_passage(text), [])
    assert [name.span.of(text) for name in found] == expected
    assert {(name.type, name.rule) for name in found} <= {(EntityType.CITY, "known_towns")}


def test_a_town_within_another_name_is_not_added() -> None:
    text = "Об этом пишет Вечерний Барнаул."
    paper = Name(Span(14, 30), EntityType.ORG, "tagger")
    assert add_known_towns(_passage(text), [paper]) == [paper]
