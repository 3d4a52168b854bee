"""Countries told by adjectives before offices of state."""

from __future__ import annotations

import pytest

from index.facts import morph
from index.facts.country_adjectives import country_of
from index.facts.extract import extract
from index.facts.lexicon import table
from index.model.fact import Slot

ROWS = [(row[0], row[1]) for row in table("country_adjectives.tsv")]


def _slots(text: str) -> list[tuple[str, str, Slot]]:
    return [(slot.name, str(slot.value), slot) for fact in extract(text).facts for slot in fact.slots]


@pytest.mark.parametrize(
    ("text", "office", "country"),
    [
        ("Об этом сказал российский президент Иван Петров.", "президент", "Россия"),
        ("Это отметила бывшая британская министр обороны Анна Смит.", "министр обороны", "Великобритания"),
        ("Он встретил французского посла Пьера Дюрана.", "посол", "Франция"),
    ],
)
@pytest.mark.usefixtures("loaded")
def test_an_adjective_before_an_office_of_state_is_its_country(text: str, office: str, country: str) -> None:
    said = [(name, value) for name, value, _ in _slots(text)]
    assert ("position", office) in said
    assert ("org", country) in said


@pytest.mark.usefixtures("loaded")
def test_the_country_of_an_adjective_is_the_entity_of_its_name() -> None:
    text = "Россия рада. Об этом сказал российский президент Иван Петров."
    (entity,) = [one for one in extract(text).entities if one.name == "Россия"]
    (org,) = [slot for name, _, slot in _slots(text) if name == "org"]
    assert (org.text, org.entity_id) == ("российский", entity.id)


@pytest.mark.usefixtures("loaded")
def test_an_adjective_before_a_trade_is_no_country() -> None:
    assert "org" not in {name for name, _, _ in _slots("Так думает немецкий инженер Карл Шульц.")}


def test_every_country_of_an_adjective_is_listed() -> None:
    assert {country for _, country in ROWS} <= {row[1] for row in table("countries.tsv")}


@pytest.mark.parametrize(("adjective", "country"), ROWS)
def test_an_adjective_tells_its_country_in_any_form(adjective: str, country: str) -> None:
    adjectives = [parse for parse in morph.parses(adjective) if parse.tag.POS == "ADJF"]
    assert {country_of(str(form.word)) for form in adjectives[0].lexeme if form.tag.POS == "ADJF"} == {
        country
    }
