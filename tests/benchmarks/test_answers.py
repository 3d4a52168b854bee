"""Our facts in the terms of the tracks."""

import pytest

from benchmarks.factrueval.answers import answers
from benchmarks.factrueval.gold import Kind
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, FactType, Slot
from index.model.span import Span
from tests.benchmarks.marked import document

TEXT = document("Мэр Твери Анна Белова")
MAYOR = (
    Slot("person", "Белова", Span(15, 21), "Белова", "p1"),
    Slot("position", "Мэр", Span(0, 3), "мэр"),
    Slot("org", "Твери", Span(4, 9)),
)
ANNA = Entity("p1", EntityType.PERSON, "Анна Белова", (Span(10, 21),))


def fact(type_: FactType, *slots: Slot) -> Fact:
    return Fact("f1", type_, slots, Span(0, 21))


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        (EntityType.PERSON, Kind.PERSON),
        (EntityType.ORG, Kind.BODY),
        (EntityType.COUNTRY, Kind.PLACE),
        (EntityType.CITY, Kind.PLACE),
        (EntityType.REGION, Kind.PLACE),
        (EntityType.PLACE, Kind.PLACE),
    ],
)
def test_our_types_are_their_kinds(type_: EntityType, kind: Kind) -> None:
    given = answers(TEXT, DocumentFacts((Entity("x1", type_, "Тверь", (Span(4, 9),)),)))
    [mention] = given.mentions
    assert (mention.kind, mention.words) == (kind, frozenset({1}))
    assert given.entities[0].name == "Тверь"


@pytest.mark.parametrize("type_", [EntityType.ROUTE, EntityType.DOCUMENT, EntityType.EVENT_NAME])
def test_what_the_tracks_do_not_ask_for_is_no_answer(type_: EntityType) -> None:
    given = answers(TEXT, DocumentFacts((Entity("x1", type_, "Тверь", (Span(4, 9),)),)))
    assert not given.entities


def test_a_slot_says_the_entitys_name_else_the_value_else_the_words() -> None:
    given = answers(TEXT, DocumentFacts((ANNA,), (fact(FactType.OCCUPATION, *MAYOR),)))
    assert given.facts[0].arguments == (("Who", "Анна Белова"), ("Position", "мэр"), ("Where", "Твери"))


def test_an_appointment_states_an_occupation_and_is_there_once() -> None:
    action = Slot("action", "назначена", Span(0, 3), "appointed")
    stated = (fact(FactType.OCCUPATION, *MAYOR), fact(FactType.APPOINTMENT, *MAYOR, action))
    given = answers(TEXT, DocumentFacts((ANNA,), stated))
    assert [one.type for one in given.facts] == ["Occupation"]


def test_other_facts_are_no_answers() -> None:
    date = fact(FactType.DATE, Slot("date", "Мэр", Span(0, 3), "2024"))
    assert not answers(TEXT, DocumentFacts((), (date,))).facts
