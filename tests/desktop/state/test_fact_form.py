from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.state.fact_fields import (
    FACT_KINDS,
    NAME_KINDS,
    FieldKind,
    choices,
    fields,
    kind_name,
    label,
    status_name,
)
from desktop.state.fact_form import Filled, Form, Ground, changed_kind, form_of, form_of_name, new_form
from desktop.state.fact_reading import FormProblem, lines, statement
from index.model.decision import Part, Statement
from index.model.fact import STATUSES, EntityType, Fact, FactType
from index.notes.applying import statement_of
from tests.helpers.fakes_panels import TEXT, some_facts, span_of

FACTS = some_facts()
GROUND = Ground(TEXT, FACTS.entities, "2024-05-20")
OFFICE, MONEY, TERM, ACCORD = FACTS.facts


def typed(fact: Fact, name: str, text: str) -> Statement:
    """What a form says after the reader typed into one field."""
    form = form_of(fact)
    return statement(replace(form, filled={**form.filled, name: Filled(text)}), GROUND)


def part(said: Statement, name: str) -> Part:
    (found,) = (one for one in said.parts if one.name == name)
    return found


@pytest.mark.parametrize("fact", FACTS.facts, ids=lambda fact: fact.type.value)
def test_a_form_that_is_not_touched_says_what_the_fact_said(fact: Fact) -> None:
    said = statement(form_of(fact), GROUND)
    assert sorted(said.parts, key=str) == sorted(statement_of(fact).parts, key=str)
    assert (said.kind, said.status) == (fact.type.value, fact.status)


def test_a_sum_is_shown_and_typed_as_people_write_it() -> None:
    assert form_of(MONEY).filled["amount"].text.replace("\u00a0", " ") == "4 млрд долл."
    said = typed(MONEY, "amount", "4,5 млрд долларов")
    assert part(said, "amount").value == 4_500_000_000
    assert part(said, "currency") == part(statement_of(MONEY), "currency")


def test_a_corrected_value_keeps_the_words_of_the_page() -> None:
    assert part(typed(MONEY, "amount", "5 млрд"), "amount").text == "четырёх миллиардов долларов"


def test_another_currency_takes_the_place_of_the_former() -> None:
    said = typed(MONEY, "amount", "4 млрд евро")
    assert part(said, "currency") == Part("currency", "", None, "EUR")


def test_words_that_stand_in_the_passage_are_found_there() -> None:
    said = typed(OFFICE, "position", "Президент Республики")
    start = OFFICE.span.start
    assert part(said, "position") == Part(
        "position", "Президент Республики", span_of("Президент").start - start
    )


def test_the_readers_own_words_keep_those_of_the_page_as_evidence() -> None:
    said = part(typed(OFFICE, "position", "глава государства"), "position")
    assert (said.text, said.value) == ("Президент", "глава государства")


def test_words_taken_from_the_page_stand_where_they_were_taken() -> None:
    form = form_of(OFFICE)
    taken = span_of("Ташкенте")
    said = statement(replace(form, filled={**form.filled, "org": Filled("Ташкенте", (taken,))}), GROUND)
    assert part(said, "org") == Part("org", "Ташкенте", taken.start - OFFICE.span.start)


def test_a_name_that_the_document_knows_stands_where_it_is_named() -> None:
    said = part(typed(OFFICE, "org", "Казахстан"), "org")
    assert (said.text, said.value) == ("Казахстана", "Казахстан")
    assert said.offset == span_of("Казахстана").start - OFFICE.span.start
    said = part(typed(ACCORD, "parties", "Казахстан"), "parties")
    assert (said.text, said.value) == ("Казахстан", "Казахстан")
    assert said.offset == span_of("Казахстан", 2).start - ACCORD.span.start


def test_names_stand_one_a_line() -> None:
    assert form_of(ACCORD).filled["parties"].text == "Узбекистан\nКазахстан"
    said = typed(ACCORD, "parties", "Узбекистан; Ташкент")
    assert [one.value for one in said.parts if one.name == "parties"] == ["Узбекистан", "Ташкент"]
    assert lines(" А ;Б\n\nА") == ("А", "Б")


def test_an_emptied_field_has_no_part_unless_it_must_have_one() -> None:
    assert not [one for one in typed(MONEY, "what_for", " ").parts if one.name == "what_for"]
    with pytest.raises(FormProblem) as told:
        typed(MONEY, "amount", "")
    assert (told.value.field, told.value.words) == ("amount", "Заполните это поле.")


@pytest.mark.parametrize(
    ("fact", "name", "text"), [(MONEY, "amount", "много"), (TERM, "date", "когда-нибудь")]
)
def test_what_cannot_be_understood_is_told_with_an_example(fact: Fact, name: str, text: str) -> None:
    with pytest.raises(FormProblem) as told:
        typed(fact, name, text)
    assert told.value.field == name
    assert "например" in told.value.words


def test_a_day_is_told_by_the_documents_own_date() -> None:
    assert part(typed(TERM, "date", "завтра"), "date").value == "2024-05-21"


def test_the_kind_can_be_another_one_with_what_both_have() -> None:
    form = changed_kind(form_of(ACCORD), FactType.INTENTION.value)
    said = statement(form, GROUND)
    assert said.kind == "INTENTION"
    assert part(said, "what") == part(statement_of(ACCORD), "what")


def test_a_kind_with_other_fields_takes_over_the_first() -> None:
    form = changed_kind(form_of(MONEY), FactType.PERCENT.value)
    assert form.filled["value"].text == form_of(MONEY).filled["amount"].text


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("четырёх миллиардов долларов", "MONEY"),
        ("до конца квартала", "DATE"),
        ("Шавкат Мирзиёев", "PERSON"),
        ("Президент Республики Узбекистан Шавкат Мирзиёев принял в Ташкенте делегацию", "STATEMENT"),
    ],
)
def test_a_new_form_is_of_the_kind_that_the_words_look_like(words: str, kind: str) -> None:
    assert new_form(GROUND, span_of(words)).kind == kind


def test_a_new_fact_stands_at_the_words_it_was_made_of() -> None:
    said = statement(new_form(GROUND, span_of("четырёх миллиардов долларов")), GROUND)
    assert said.parts[:1] == (Part("amount", "четырёх миллиардов долларов", 0, 4_000_000_000),)
    assert part(said, "currency").value == "USD"


def test_a_name_is_a_statement_of_its_name_alone() -> None:
    mention = span_of("Ташкенте")
    form = form_of_name(EntityType.CITY, "Ташкент", mention)
    assert statement(form, GROUND) == Statement("CITY", (Part("name", "Ташкент"),))
    assert statement(Form("CITY", mention, {"name": Filled("Ташкенте", (mention,))}), GROUND) == Statement(
        "CITY", (Part("name", "Ташкенте"),)
    )


def test_every_kind_field_and_status_has_a_name() -> None:
    assert {kind.value for kind in FactType} == set(FACT_KINDS)
    for kind in (*FACT_KINDS, *NAME_KINDS):
        assert kind_name(kind)
        assert fields(kind)[0].is_required
        for one in fields(kind):
            assert label(one.name)
            assert one.kind is not FieldKind.CHOICE or choices(one.name)
    assert all(map(status_name, STATUSES))
