from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from index.exchange.ftm import FtmWriter
from index.exchange.ftm_names import country_code, identifier_of, schema_of
from index.exchange.portion import Portion
from index.exchange.writing import PLAIN
from index.model.fact import Entity, EntityType, FactType, Mark
from index.model.media import MediaType
from index.model.span import Span
from tests.index.exchange.ftm_schema import complaints
from tests.index.exchange.samples import ANNA, FIRM, OTHER, everything, marked, nasty, told
from tests.index.study.stating import Text

Made = dict[str, Any]


def entities_of(*portions: Portion) -> list[Made]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.json"
        writer = FtmWriter(path, PLAIN)
        for one in portions:
            writer.add(one)
        writer.close()
        return [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]


def of(made: list[Made], schema: str) -> list[Made]:
    return [one["properties"] for one in made if one["schema"] == schema]


def called(made: list[Made], name: str) -> Made:
    (found,) = (one for one in made if one["properties"].get("name") == [name])
    return found


def thing(type_: EntityType, name: str) -> Entity:
    return Entity("e", type_, name, (Span(0, 1),))


def test_everything_keeps_the_rules_of_the_schemata() -> None:
    assert complaints(entities_of(told(everything()), told(everything(), name="b"))) == []


@settings(deadline=None)
@given(nasty, nasty)
def test_whatever_the_names_the_rules_are_kept(name: str, title: str) -> None:
    text = everything()
    one = told(text, title=title or "?")
    people = tuple(replace(entity, name=name or "?") for entity in one.facts.entities)
    assert complaints(entities_of(replace(one, facts=replace(one.facts, entities=people)))) == []


def test_the_rules_notice_what_breaks_them() -> None:
    made = entities_of(told(everything()))
    del called(made, ANNA)["properties"]["name"]
    next(one for one in made if one["schema"] == "Occupancy")["properties"]["post"] = ["nowhere"]
    assert {wrong.split(": ")[1] for wrong in complaints(made)} == {"lacks name", "post leads nowhere"}


def test_an_office_is_a_position_in_a_body_and_that_it_is_held() -> None:
    made = entities_of(told(everything()))
    held, left = of(made, "Occupancy")
    assert held["holder"] == [called(made, ANNA)["id"]]
    post = called(made, f"Директор {FIRM}")
    assert (held["post"], held["startDate"]) == ([post["id"]], ["2021-05"])
    assert post["properties"]["organization"] == [called(made, FIRM)["id"]]
    assert (left["endDate"], left["status"]) == (["2021-05-12"], ["ended"])


def test_a_meeting_is_an_event_with_people_and_countries() -> None:
    made = entities_of(told(everything()))
    (meeting,) = of(made, "Event")
    assert meeting["involved"] == [called(made, ANNA)["id"]]
    assert (meeting["country"], meeting["location"]) == (["kz"], ["Алматы"])


def test_what_is_owned_is_a_company() -> None:
    made = entities_of(told(everything()))
    (owned,) = of(made, "Ownership")
    assert (owned["owner"], owned["asset"]) == ([called(made, FIRM)["id"]], [called(made, OTHER)["id"]])
    assert called(made, OTHER)["schema"] == "Company"


def test_a_quote_is_a_note_on_its_speaker_and_a_sum_one_on_its_document() -> None:
    made = entities_of(told(everything()))
    notes = {note["name"][0]: note for note in of(made, "Note")}
    assert notes[f"«Да» — {ANNA}"]["entity"] == [called(made, ANNA)["id"]]
    money = notes["1,5–2 млн долл. — мост · достигнуто"]
    assert money["entity"] == money["proof"] == ["a" * 64]
    assert not of(made, "Payment")


def test_every_statement_has_its_document_quote_page_and_rule() -> None:
    made = entities_of(told(marked(everything(), Mark.ACCEPTED)))
    (owned,) = of(made, "Ownership")
    assert owned["proof"] == ["a" * 64]
    assert owned["summary"] == [f"с. 1: {FIRM} владеет {OTHER}."]
    assert owned["description"] == ["rule: by_hand; confidence: 1.00; status: actual; reader: accepted"]


def test_a_document_has_its_file_its_date_its_source_and_what_it_names() -> None:
    (document,) = of(entities_of(told(everything())), "Pages")
    assert (document["fileName"], document["date"]) == (["a.pdf"], ["2021-06-01"])
    assert document["sourceUrl"] == ["https://example.org/a"]
    assert document["locationMentioned"] == ["Казахстан"]
    assert ANNA in document["namesMentioned"]


@pytest.mark.parametrize(
    ("media", "schema"),
    [(MediaType.PNG, "Image"), (MediaType.HTML, "HyperText"), (MediaType.DOCX, "Pages")],
)
def test_the_schema_of_a_document_is_that_of_its_format(media: MediaType, schema: str) -> None:
    one = told(Text())
    assert of(entities_of(replace(one, summary=replace(one.summary, media=media))), schema)


def test_who_is_named_in_two_documents_is_one_entity_and_written_once() -> None:
    first, second = Text(), Text()
    first.name("Тамара Гринёва")
    second.name("ГРИНЕВА Тамара")
    made = entities_of(told(first), told(second, name="b"))
    (person,) = of(made, "Person")
    assert (person["name"], person["alias"]) == (["Тамара Гринёва"], ["ГРИНЕВА Тамара"])
    assert len(of(made, "Documentation")) == 2


def test_a_bare_surname_means_somebody_only_within_its_document() -> None:
    surname, full = thing(EntityType.PERSON, "Гринёва"), thing(EntityType.PERSON, "Тамара Гринёва")
    assert identifier_of(surname, "a") != identifier_of(surname, "b")
    assert identifier_of(full, "a") == identifier_of(full, "b")


def test_a_second_export_has_the_same_identifiers() -> None:
    first, second = (entities_of(told(everything())) for _ in range(2))
    assert [one["id"] for one in first] == [one["id"] for one in second]


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("ООО «Чирчикмелькомбинат»", "Company"),
        ("филиал АО «Центр»", "Company"),
        ("компания Google", "Company"),
        ("ТОО «Парламент»", "Company"),
        ("Правительство Российской Федерации", "PublicBody"),
        ("Государственная Дума", "PublicBody"),
        ("Федеральное казначейство", "PublicBody"),
        ("Банк России", "Organization"),
        ("АН Казахской ССР", "Organization"),
        ("газета «Голос парламента»", "Organization"),
    ],
)
def test_a_body_is_a_company_a_public_body_or_just_a_body(name: str, schema: str) -> None:
    assert schema_of(thing(EntityType.ORG, name)) == schema


def test_places_and_papers_are_no_entities() -> None:
    others = set(EntityType) - {EntityType.PERSON, EntityType.ORG, EntityType.EVENT_NAME}
    assert {schema_of(thing(type_, "Что-то")) for type_ in others} == {""}


@pytest.mark.parametrize(
    ("name", "code"),
    [("Республика Казахстан", "kz"), ("РФ", "ru"), ("Чёрная Гора", ""), ("СССР", ""), ("Югославия", "")],
)
def test_countries_have_two_letters_or_none(name: str, code: str) -> None:
    assert country_code(name) == code


def test_percentages_and_dates_have_no_place() -> None:
    text = Text()
    text.state(FactType.PERCENT, "Доля — 7 %.", ("value", "7", 7))
    text.state(FactType.DATE, "12 мая.", ("date", "12 мая", "--05-12"))
    assert [one["schema"] for one in entities_of(told(text))] == ["Pages"]
