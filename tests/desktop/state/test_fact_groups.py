from __future__ import annotations

import pytest

from desktop.state.fact_groups import FactEntry, context, filtered, gather, total
from index.facts.wording import GroupKey
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, FactType, Slot
from index.model.span import Span
from index.text.wording import NBSP, Language
from tests.helpers.fakes_panels import TEXT, slot, some_facts, span_of

GROUPS = {group.key: group.entries for group in gather(some_facts(), TEXT)}


def entry(key: GroupKey, row: int = 0) -> FactEntry:
    return GROUPS[key][row]


def only(*facts: Fact, text: str = TEXT) -> FactEntry:
    (group,) = gather(DocumentFacts((), facts), text)
    (made,) = group.entries
    return made


def test_person_has_the_office_below() -> None:
    person = entry(GroupKey.PERSONS)
    assert person.title == "Шавкат Мирзиёев"
    assert person.subtitle == "Президент Республики Узбекистан"
    assert person.spans == (span_of("Шавкат Мирзиёев", 1), span_of("Шавкат Мирзиёев", 2))


def test_office_of_a_body_named_elsewhere_is_parted_by_a_dot() -> None:
    fact = Fact(
        "f1",
        FactType.OCCUPATION,
        (
            Slot("person", "Каримова", None, "З. Каримова", "p1"),
            Slot("position", "Секретарь", Span(40, 49), "секретарь"),
            Slot("org", "совета", Span(0, 6), "Учёный совет"),
        ),
        Span(0, 49),
        status="past",
    )
    person = Entity("p1", EntityType.PERSON, "З. Каримова", (Span(50, 60),))
    (group,) = gather(DocumentFacts((person,), (fact,)), TEXT)
    assert group.entries[0].subtitle == "Секретарь · Учёный совет (в прошлом)"


def test_office_without_a_known_person_is_still_shown() -> None:
    fact = Fact(
        "f1",
        FactType.OCCUPATION,
        (slot("person", "Шавкат Мирзиёев"), slot("position", "Президент", "президент")),
        span_of("Президент Республики Узбекистан Шавкат Мирзиёев"),
    )
    made = only(fact)
    assert (made.title, made.subtitle) == ("Шавкат Мирзиёев", "президент")


def test_names_stand_by_count_then_by_place() -> None:
    assert [e.title for e in GROUPS[GroupKey.PLACES]] == ["Узбекистан", "Казахстан", "Ташкент"]


def test_sum_is_normalised_and_keeps_what_it_is_for() -> None:
    made = entry(GroupKey.MONEY)
    assert made.title.replace(NBSP, " ") == "4 млрд долл."
    assert made.subtitle == "достигнет · Объём торговли"
    assert made.written == ("четырёх миллиардов долларов",)
    assert made.rules == ("money.words",)


def test_value_that_says_too_little_alone_has_its_context() -> None:
    made = only(
        Fact(
            "f1", FactType.MONEY, (slot("amount", "четырёх миллиардов долларов", 4_000_000_000),), Span(0, 5)
        )
    )
    assert made.needs_context
    assert made.context == "Объём торговли достигнет четырёх миллиардов долларов."
    assert not entry(GroupKey.MONEY).needs_context


def test_context_stays_inside_the_sentence_and_cuts_at_words() -> None:
    text = "Первое. " + "слово " * 30 + "цель " + "слово " * 30 + "\nДругое."
    found = context(text, Span(text.index("цель"), text.index("цель") + 4))
    assert found.startswith("…слово ")
    assert found.endswith(" слово…")
    assert "Первое" not in found
    assert context("Было. Стало 5 млн. Будет.", Span(12, 17)) == "Стало 5 млн."


def test_direction_of_a_share_is_an_arrow() -> None:
    share = slot("value", "четырёх", 4)
    fact = Fact("f1", FactType.PERCENT, (share, Slot("direction", "", None, "down")), Span(0, 5))
    assert only(fact).title == f"↓{NBSP}4{NBSP}%"


def test_modifier_stands_before_the_sum() -> None:
    amount = slot("amount", "четырёх миллиардов долларов", 4_000_000_000)
    upper = Slot("modifier", "до", None, "up_to")
    fact = Fact("f1", FactType.MONEY, (amount, upper), amount.span or Span(0, 1), status="target")
    made = only(fact)
    assert (made.title, made.subtitle) == (f"до 4{NBSP}млрд", "цель")


def test_a_quantity_reads_as_after_its_number() -> None:
    value, unit = Slot("value", "двух", Span(0, 4), 2), Slot("unit", "школ", Span(5, 9), "школа")
    school = Fact("f1", FactType.QUANTITY, (value, unit, Slot("counted", "", None, "школы")), Span(0, 9))
    assert only(school).title == "2 школы"


def test_a_number_that_is_its_own_unit_is_not_written_twice() -> None:
    span = Span(0, 5)
    twice = (Slot("value", "вдвое", span, 2), Slot("unit", "вдвое", span, "раз"))
    assert only(Fact("f1", FactType.QUANTITY, twice, span)).title == "вдвое"


@pytest.mark.parametrize(
    ("reason", "subtitle"),
    [("no_year", "год не назван"), ("no_document_date", "дата документа неизвестна")],
)
def test_a_date_that_names_no_days_says_why(reason: str, subtitle: str) -> None:
    date = (Slot("date", "5 мая", Span(0, 5), "--05-05"), Slot("unresolved", "", None, reason))
    assert only(Fact("f1", FactType.DATE, date, Span(0, 5))).subtitle == subtitle


def test_a_difference_of_sums_has_an_arrow() -> None:
    amount = Slot("amount", "5 рублей", Span(0, 8), 5)
    more = Fact("f1", FactType.MONEY, (amount, Slot("direction", "", None, "up")), Span(0, 8))
    assert only(more).title == f"↑{NBSP}5"


def test_equal_values_are_one_entry_with_all_their_places() -> None:
    def year(start: int) -> Fact:
        span = Span(start, start + 4)
        return Fact(f"f{start}", FactType.DATE, (Slot("date", "2021", span, "2021"),), span)

    made = only(year(30), year(10))
    assert made.title == "2021"
    assert made.spans == (Span(10, 14), Span(30, 34))


def test_relative_date_reads_as_people_say_it() -> None:
    assert entry(GroupKey.DATES).title == "до конца квартала"


def test_statement_is_a_sentence_with_its_parties() -> None:
    made = entry(GroupKey.AGREEMENTS)
    assert made.title == "Развивать агрокластеры"
    assert made.subtitle == "Узбекистан, Казахстан · согласовано"
    assert made.is_statement


def test_value_that_is_not_understood_stays_as_written() -> None:
    words = slot("amount", "четырёх миллиардов долларов")
    assert only(Fact("f1", FactType.MONEY, (words,), Span(0, 5))).title == "четырёх миллиардов долларов"


@pytest.mark.parametrize("kind", list(FactType))
def test_fact_without_its_parts_does_no_harm(kind: FactType) -> None:
    assert gather(DocumentFacts((), (Fact("f1", kind, (), Span(0, 3)),)), TEXT) == ()


def test_every_kind_of_fact_has_its_group() -> None:
    names = (
        "what",
        "person",
        "participants",
        "value",
        "amount",
        "date",
        "duration",
        "url",
        "quote",
        "property",
    )
    slots = tuple(slot(name, "Узбекистан") for name in names)
    for kind in FactType:
        made = only(Fact("f1", kind, slots, span_of("Узбекистан")))
        assert made.spans == (span_of("Узбекистан"),), kind


def test_filter_wants_every_word_in_title_subtitle_or_text() -> None:
    groups = gather(some_facts(), TEXT)
    assert {e.title for g in filtered(groups, "узбекистан ПРЕЗИДЕНТ") for e in g.entries} == {
        "Шавкат Мирзиёев"
    }
    assert {e.title for g in filtered(groups, "ташкенте") for e in g.entries} == {"Ташкент"}
    assert filtered(groups, "  ") == groups
    assert filtered(groups, "жираф") == ()
    assert total(groups) == 7


def test_english_window_words_values_in_english() -> None:
    groups = {group.key: group.entries for group in gather(some_facts(), TEXT, Language.EN)}
    assert groups[GroupKey.MONEY][0].title == f"US$4{NBSP}bn"
    assert groups[GroupKey.DATES][0].title == "by the end of the quarter"
