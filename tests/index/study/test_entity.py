"""Everything that documents say of somebody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.model.fact import FactType
from index.model.overview import EntityPage, NameKind
from tests.index.study.stating import Stating, Text

ANNA, BORIS = "Анна Котова", "Борис Лосев"
COMMITTEE = "Комитет по водам"


def office(position: str, person: str = ANNA, **times: str) -> Text:
    text = Text()
    text.name(person)
    text.name(COMMITTEE)
    text.state(
        FactType.OCCUPATION,
        f"{person} — {position} {COMMITTEE}.",
        ("person", person, person),
        ("position", position, None),
        ("org", COMMITTEE, COMMITTEE),
        *((name, "", value) for name, value in times.items()),
    )
    return text


def page(archive: Stating, name: str = "Котова", query: str = "") -> EntityPage:
    found = archive.overview.entity(name, query)
    assert found is not None
    return found


@pytest.fixture
def archive(tmp_path: Path) -> Stating:
    made = Stating(tmp_path)
    made.add("первый", office("инженер", since="2001", until="2004"), "2010")
    made.add("второй", office("директор"), "2012-05-03")
    made.add("третий", office("Директор"), "2015")
    return made


def test_a_name_is_found_in_any_form_and_by_any_of_its_words(archive: Stating) -> None:
    (who,) = archive.overview.find("Котовой")
    assert (who.name, who.kind) == (ANNA, NameKind.PERSON)


def test_nobody_has_a_name_that_is_not_there(archive: Stating) -> None:
    assert archive.overview.entity("Сидоров") is None


def test_whom_most_documents_name_is_meant_unless_a_full_name_is_said(archive: Stating) -> None:
    archive.add("четвёртый", office("врач", "Пётр Котов-Лугов"))
    archive.add("пятый", office("врач", "Пётр Котов"))
    archive.add("шестой", office("врач", "Пётр Котов-Лугов"))
    assert page(archive, "Пётр").who.name == "Пётр Котов-Лугов"
    assert page(archive, "Пётр Котов").who.name == "Пётр Котов"


def test_who_else_has_the_name_is_told(archive: Stating) -> None:
    archive.add("четвёртый", office("врач", "Анна Ивановна Белая"))
    assert [other.name for other in page(archive, "Анна").others] == ["Анна Ивановна Белая"]


def test_offices_stand_in_the_order_of_time(archive: Stating) -> None:
    told = [(one.position.casefold(), one.first, one.last) for one in page(archive).offices]
    assert told == [("инженер", "2001", "2004"), ("директор", "2012-05-03", "2015")]
    assert len(page(archive).offices[1].stated) == 2


@pytest.mark.parametrize("status", ["past", "planned", "proposed"])
def test_who_was_in_office_or_will_be_is_not_on_the_date_of_the_document(
    archive: Stating, status: str
) -> None:
    text = office("врач")
    text.facts = [replace(fact, status=status) for fact in text.facts]
    archive.add("четвёртый", text, "2020")
    found = page(archive).offices[-1]
    assert (found.position, found.first, found.last, found.is_former) == ("врач", "", "", status == "past")


def test_a_former_office_does_not_last_until_it_is_told_of(archive: Stating) -> None:
    text = office("директор")
    text.facts = [replace(fact, status="past") for fact in text.facts]
    archive.add("четвёртый", text, "2020")
    found = next(one for one in page(archive).offices if one.position == "директор")
    assert (found.last, found.is_former) == ("2015", False)


def test_documents_are_told_the_latest_first_with_every_mention(archive: Stating) -> None:
    found = page(archive)
    assert [one.evidence.title for one in found.mentioned] == ["третий", "второй", "первый"]
    assert (found.documents, found.mentions) == (3, 3)
    assert (
        found.mentioned[0].evidence.span.of(
            archive.archive.library.text(found.mentioned[0].evidence.document_id)
        )
        == ANNA
    )


def test_who_has_a_part_in_the_same_statements_is_a_companion(archive: Stating) -> None:
    (companion,) = page(archive).companions
    assert (companion.who.name, companion.statements, companion.documents) == (COMMITTEE, 3, 3)
    assert companion.stated.evidence.title == "третий"


def test_spellings_are_one_entity_called_by_the_commonest(archive: Stating) -> None:
    archive.add("четвёртый", office("врач", "КОТОВА АННА"))
    found = page(archive)
    assert (found.who.name, found.spellings, found.documents) == (ANNA, ("КОТОВА АННА",), 4)


def test_sums_of_a_sentence_that_names_it_are_its_sums(archive: Stating) -> None:
    text = Text()
    text.name(ANNA)
    text.state(FactType.MONEY, "получила 5 рублей.", ("amount", "5", 5), ("currency", "", "RUB"))
    text.state(FactType.MONEY, "Потеряно 7 рублей.", ("amount", "7", 7), ("currency", "", "RUB"))
    archive.add("деньги", text)
    sums = [one.fact.slot("amount") for one in page(archive).sums]
    assert [slot.value for slot in sums if slot] == [5]


def test_what_it_is_quoted_with_and_everything_else_is_there(archive: Stating) -> None:
    text = Text()
    text.name(ANNA)
    text.state(FactType.QUOTE, "«Да», — сказала она.", ("quote", "Да", None), ("speaker", "она", ANNA))
    text.state(FactType.DECISION, "Она решила ехать.", ("who", "Она", ANNA), ("what", "ехать", None))
    archive.add("речь", text)
    found = page(archive)
    assert [one.fact.type for one in found.quotes] == [FactType.QUOTE]
    assert [one.fact.type for one in found.stated] == [FactType.DECISION]
    assert found.statements == 5


def test_a_query_chooses_the_documents(archive: Stating) -> None:
    found = page(archive, query="название:первый")
    assert (found.documents, found.statements, len(found.offices)) == (1, 1, 1)


def test_the_documents_that_name_somebody_are_known(archive: Stating) -> None:
    (who,) = archive.overview.find(ANNA)
    archive.add("четвёртый", office("врач", "Пётр Котов"))
    assert len(archive.overview.documents_naming(who)) == 3
    assert len(archive.overview.documents_naming(who, "название:первый")) == 1


def test_a_page_can_be_asked_for_who_was_found(archive: Stating) -> None:
    (who,) = archive.overview.find(COMMITTEE)
    assert who.kind is NameKind.ORGANISATION
    assert [one.who.name for one in archive.overview.page(who).companions] == [ANNA]


def test_damaged_facts_of_a_document_do_not_keep_others_from_being_read(archive: Stating) -> None:
    with archive.archive.database.writing() as connection:
        connection.execute(
            "UPDATE facts SET packed = x'00'"
            " WHERE document_id = (SELECT id FROM documents WHERE title = 'третий')"
        )
    assert [one.evidence.title for one in page(archive).mentioned] == ["второй", "первый"]


def test_a_name_is_found_by_the_beginning_of_its_last_word(archive: Stating) -> None:
    assert [who.name for who in archive.overview.suggest("ко")] == [ANNA, COMMITTEE]
    assert [who.name for who in archive.overview.suggest("Анны Кот")] == [ANNA]
    assert archive.overview.suggest("Бориса Кот") == ()
    assert archive.overview.suggest(" ") == ()


def test_whom_no_document_of_the_query_names_is_not_offered(archive: Stating) -> None:
    archive.add("четвёртый", office("врач", "Пётр Котов"))
    assert [who.name for who in archive.overview.suggest("Кот", "название:четвёртый")] == ["Пётр Котов"]


def test_what_is_known_by_its_kind_is_meant_exactly(archive: Stating) -> None:
    archive.add("четвёртый", office("врач", "Котова"))
    loose, exact = (archive.overview.entity("Котова", kind=kind) for kind in (None, NameKind.PERSON))
    assert loose is not None
    assert exact is not None
    assert (loose.who.name, exact.who.name) == (ANNA, "Котова")


def test_a_surname_alone_and_others_who_have_it_may_be_meant(archive: Stating) -> None:
    for number, name in enumerate(("Котова", "Мария Котова")):
        archive.add(f"ещё {number}", office("врач", name))
    assert {other.name for other in page(archive, ANNA).others} == {"Котова", "Мария Котова"}


def test_the_words_of_a_place_are_lit_in_its_passage(archive: Stating) -> None:
    evidence = page(archive).mentioned[0].evidence
    assert evidence.lit.of(evidence.passage) == ANNA


def test_a_document_that_names_somebody_far_apart_has_several_passages(archive: Stating) -> None:
    text = Text()
    text.name(ANNA, ANNA, "вода " * 60 + ANNA, ANNA)
    archive.add("длинный", text, "2020")
    found = page(archive).mentioned[0]
    assert (found.times, len(found.further)) == (3, 1)
