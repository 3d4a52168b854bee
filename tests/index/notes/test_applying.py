from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from index.model.decision import Act, Choice
from index.model.fact import DocumentFacts, EntityType, FactType, Mark
from index.model.span import Span
from index.notes.applying import applied, statement_of
from index.notes.naming import entity_statement
from tests.index.notes.decided import (
    FACTS,
    MONEY,
    NIYAZOV,
    OFFICE,
    PERCENT,
    TEXT,
    TOKAEV,
    about,
    at,
    choices,
    corrected,
    decided,
    decision,
    named,
    said_of,
)

HEAD = "глава государства"


def without(*ids: str) -> DocumentFacts:
    """What other rules find: nothing of these."""
    return replace(FACTS, facts=tuple(fact for fact in FACTS.facts if fact.id not in ids), version="another")


def test_without_decisions_facts_are_those_of_the_rules() -> None:
    assert decided() == FACTS


def test_an_accepted_fact_is_sure_and_marked() -> None:
    [fact] = (fact for fact in decided(about(MONEY, Act.ACCEPT)).facts if fact.id == "f1")
    assert fact == replace(MONEY, confidence=1.0, mark=Mark.ACCEPTED)


def test_a_rejected_fact_is_kept_apart() -> None:
    facts = decided(about(MONEY, Act.REJECT))
    assert facts.facts == (OFFICE, PERCENT)
    assert facts.rejected == (MONEY,)


def test_an_accepted_fact_comes_back_from_the_rejected_ones() -> None:
    facts = decided(about(MONEY, Act.REJECT), about(MONEY, Act.ACCEPT))
    assert [fact.id for fact in facts.facts] == ["f2", "f1", "f3"]
    assert facts.rejected == ()


def test_a_corrected_slot_has_the_place_of_its_words() -> None:
    becomes = corrected(OFFICE, "position", "Министр", at("Министр").start - OFFICE.span.start)
    [fact] = (fact for fact in decided(about(OFFICE, Act.CORRECT, becomes)).facts if fact.id == "f2")
    position = fact.slot("position")
    assert position is not None
    assert position.span == at("Министр")
    assert fact.slot("person") == OFFICE.slot("person")
    assert (fact.mark, fact.rule) == (Mark.CORRECTED, "office")


def test_a_slot_of_words_that_are_not_in_the_text_has_no_place() -> None:
    facts = decided(about(OFFICE, Act.CORRECT, corrected(OFFICE, "position", HEAD)))
    position = facts.facts[0].slot("position")
    assert position is not None
    assert (position.text, position.span) == (HEAD, None)


def test_kind_and_status_can_be_corrected() -> None:
    becomes = replace(statement_of(MONEY), kind="QUANTITY", status="planned")
    [fact] = (fact for fact in decided(about(MONEY, Act.CORRECT, becomes)).facts if fact.id == "f1")
    assert (fact.type, fact.status) == (FactType.QUANTITY, "planned")


def test_a_corrected_fact_can_be_corrected_again() -> None:
    becomes = corrected(OFFICE, "position", HEAD)
    once = decided(about(OFFICE, Act.CORRECT, becomes))
    again = corrected(once.facts[0], "position", "Президент", 0)
    twice = decided(about(once.facts[0], Act.CORRECT, again), facts=once)
    assert statement_of(twice.facts[0]) == statement_of(OFFICE)


def test_facts_that_are_corrected_to_say_the_same_are_one() -> None:
    becomes = replace(statement_of(MONEY), kind="QUANTITY")
    twice = [about(MONEY, Act.CORRECT, becomes), about(MONEY, Act.ACCEPT), about(MONEY, Act.CORRECT, becomes)]
    facts = decided(*twice).facts
    assert [fact.type for fact in facts if fact.span == MONEY.span] == [FactType.QUANTITY]


def test_an_added_fact_is_the_readers_own() -> None:
    own = replace(PERCENT, span=at("роста"))
    facts = decided(Choice(Act.ADD, own.span, "роста", becomes=statement_of(own)))
    assert [fact.mark for fact in facts.facts] == [Mark.NONE, Mark.NONE, Mark.NONE, Mark.OWN]


def test_what_the_reader_confirmed_stays_when_newer_rules_do_not_find_it() -> None:
    for choice in (
        about(MONEY, Act.ACCEPT),
        about(MONEY, Act.CORRECT, replace(statement_of(MONEY), status="planned")),
    ):
        facts = decided(choice, facts=without("f1"))
        [fact] = (fact for fact in facts.facts if fact.type is FactType.MONEY)
        assert fact.slots == MONEY.slots
        assert fact.span == MONEY.span


def test_a_rejected_fact_that_newer_rules_do_not_find_is_no_trouble() -> None:
    assert decided(about(MONEY, Act.REJECT), facts=without("f1")) == without("f1")


def test_newer_rules_with_another_value_do_not_stand_beside_the_readers() -> None:
    other = replace(PERCENT, slots=(replace(PERCENT.slots[0], value=77),))
    facts = decided(about(PERCENT, Act.ACCEPT), facts=replace(FACTS, facts=(OFFICE, MONEY, other)))
    [fact] = (fact for fact in facts.facts if fact.type is FactType.PERCENT)
    assert fact.slots[0].value == 7


def test_a_rejected_value_does_not_hide_the_right_one_of_newer_rules() -> None:
    other = replace(PERCENT, slots=(replace(PERCENT.slots[0], value=77),))
    facts = decided(about(PERCENT, Act.REJECT), facts=replace(FACTS, facts=(OFFICE, MONEY, other)))
    assert other in facts.facts


def test_facts_are_found_by_what_they_say_not_by_their_number() -> None:
    renumbered = replace(FACTS, facts=tuple(replace(fact, id=f"x{fact.id}") for fact in FACTS.facts))
    assert [fact.id for fact in decided(about(MONEY, Act.REJECT), facts=renumbered).rejected] == ["xf1"]


def test_an_entity_is_renamed_and_its_kind_changed() -> None:
    becomes = entity_statement(EntityType.ORG, "Фонд Токаева")
    [entity, other] = decided(named(TOKAEV, Act.NAME, becomes=becomes)).entities
    assert (entity.type, entity.name, entity.mark) == (EntityType.ORG, "Фонд Токаева", Mark.CORRECTED)
    assert entity.mentions == TOKAEV.mentions
    assert other == NIYAZOV


def test_words_without_a_name_become_an_entity_of_the_readers() -> None:
    becomes = entity_statement(EntityType.PERSON, "Министр")
    entities = decided(Choice(Act.NAME, at("Министр"), "Министр", becomes=becomes)).entities
    assert (entities[-1].name, entities[-1].mentions, entities[-1].mark) == (
        "Министр",
        (at("Министр"),),
        Mark.OWN,
    )


def test_a_name_around_another_one_is_a_name_of_its_own() -> None:
    around = Span(at("Министр").start, at("Токаев", 1).stop)
    becomes = entity_statement(EntityType.PERSON, "Министр Токаев")
    entities = decided(Choice(Act.NAME, around, around.of(TEXT), becomes=becomes)).entities
    assert entities[:2] == FACTS.entities
    assert entities[2].mentions == (around,)


def test_a_merged_entity_has_all_mentions_and_all_facts() -> None:
    becomes = entity_statement(EntityType.PERSON, "Ниязов")
    facts = decided(named(TOKAEV, Act.MERGE, becomes=becomes, other=NIYAZOV.mentions[0]))
    [entity] = facts.entities
    assert entity.name == "Ниязов"
    assert entity.mentions == (*TOKAEV.mentions, *NIYAZOV.mentions)
    person = facts.facts[0].slot("person")
    assert person is not None
    assert person.entity_id == "p2"


def test_a_mention_split_off_is_an_entity_of_its_own() -> None:
    becomes = entity_statement(EntityType.PERSON, "Другой Токаев")
    facts = decided(named(TOKAEV, Act.SPLIT, becomes=becomes))
    assert [entity.mentions for entity in facts.entities] == [
        TOKAEV.mentions[1:],
        NIYAZOV.mentions,
        TOKAEV.mentions[:1],
    ]
    person = facts.facts[0].slot("person")
    assert person is not None
    assert person.entity_id == facts.entities[-1].id


def test_what_facts_call_an_entity_follows_its_name() -> None:
    filled = replace(OFFICE, slots=(replace(OFFICE.slots[0], value="Токаев"), *OFFICE.slots[1:]))
    becomes = entity_statement(EntityType.PERSON, "Касым-Жомарт Токаев")
    facts = decided(named(TOKAEV, Act.NAME, becomes=becomes), facts=replace(FACTS, facts=(filled,)))
    person = facts.facts[0].slot("person")
    assert person is not None
    assert (person.value, person.text) == ("Касым-Жомарт Токаев", "Токаев")


def test_what_is_no_name_is_kept_apart_and_named_by_no_fact() -> None:
    facts = decided(said_of(TOKAEV, Act.REJECT))
    assert facts.entities == (NIYAZOV,)
    assert facts.rejected_entities == (TOKAEV,)
    person = facts.facts[0].slot("person")
    assert person is not None
    assert (person.entity_id, person.text) == ("", "Токаев")


def test_a_name_that_was_rejected_comes_back_with_its_facts() -> None:
    facts = decided(said_of(TOKAEV, Act.REJECT), said_of(TOKAEV, Act.ACCEPT))
    assert facts.entities == (NIYAZOV, replace(TOKAEV, mark=Mark.ACCEPTED))
    assert (facts.rejected_entities, facts.facts) == ((), FACTS.facts)


def test_a_confirmed_name_stays_when_newer_rules_do_not_find_it() -> None:
    facts = decided(said_of(NIYAZOV, Act.ACCEPT), facts=replace(FACTS, entities=(TOKAEV,)))
    assert [(entity.name, entity.mentions) for entity in facts.entities[1:]] == [("Ниязов", NIYAZOV.mentions)]


def test_a_rejected_name_does_not_hide_another_one_of_newer_rules() -> None:
    other = replace(TOKAEV, name="Касым-Жомарт Токаев")
    facts = decided(said_of(TOKAEV, Act.REJECT), facts=replace(FACTS, entities=(other, NIYAZOV)))
    assert facts.entities == (other, NIYAZOV)


def test_a_merge_without_one_of_the_two_is_handed_back() -> None:
    becomes = entity_statement(EntityType.PERSON, "Токаев")
    merge = decision(named(NIYAZOV, Act.MERGE, becomes=becomes, other=TOKAEV.mentions[0]))
    result = applied(TEXT, replace(FACTS, entities=(TOKAEV,)), (merge,))
    assert result.unapplied == (merge,)
    assert result.facts.entities == (TOKAEV,)


def test_a_decision_whose_words_are_gone_is_handed_back() -> None:
    made = decision(about(MONEY, Act.ACCEPT))
    lost = replace(made, anchor=replace(made.anchor, span=Span(3, 3)))
    assert applied(TEXT, FACTS, (lost,)) == replace(applied(TEXT, FACTS, ()), unapplied=(lost,))


@given(choices)
def test_every_slot_has_its_words_under_its_place(made: list[Choice]) -> None:
    facts = applied(TEXT, FACTS, map(decision, made)).facts
    for fact in (*facts.facts, *facts.rejected):
        assert all(slot.span is None or slot.span.of(TEXT) == slot.text for slot in fact.slots)


@given(choices)
def test_no_mention_is_ever_lost_or_named_twice(made: list[Choice]) -> None:
    facts = applied(TEXT, FACTS, map(decision, made)).facts
    entities = (*facts.entities, *facts.rejected_entities)
    mentions = [span for entity in entities for span in entity.mentions]
    assert sorted(mentions) == sorted({*TOKAEV.mentions, *NIYAZOV.mentions})


@given(choices)
def test_slots_name_entities_that_there_are(made: list[Choice]) -> None:
    facts = applied(TEXT, FACTS, map(decision, made)).facts
    known = {"", *(entity.id for entity in facts.entities)}
    assert all(slot.entity_id in known for fact in facts.facts for slot in fact.slots)


@given(choices, st.integers(0, 20))
def test_a_shown_fact_that_is_rejected_and_accepted_says_what_it_said(
    made: list[Choice], number: int
) -> None:
    before = applied(TEXT, FACTS, map(decision, made)).facts
    if before.facts:
        fact = before.facts[number % len(before.facts)]
        pair = [about(fact, Act.REJECT), about(fact, Act.ACCEPT)]
        after = applied(TEXT, before, map(decision, pair)).facts
        assert list(map(statement_of, after.facts)) == list(map(statement_of, before.facts))
        assert after.rejected == before.rejected


@given(choices)
def test_deciding_twice_in_the_same_words_changes_nothing_more(made: list[Choice]) -> None:
    for choice in made:
        one = decision(choice)
        once = applied(TEXT, FACTS, (one,)).facts
        if choice.act in {Act.ACCEPT, Act.REJECT, Act.NAME, Act.ADD}:
            assert applied(TEXT, once, (one,)).facts == once
