"""Annotated files become values."""

import re
from pathlib import Path

import pytest

from benchmarks.factrueval.gold import Document, Kind
from benchmarks.factrueval.reading import read_document, read_folder
from tests.helpers.shared import shared

TEXT = "Тверской мэр Анна Белова возглавила движение «Солнце» в Твери. Белова ждёт банк."

PARTS = """\
1 geo_adj Тверской
2 job мэр
3 name Анна
4 surname Белова
5 org_descr движение
6 org_name Солнце
7 loc_name Твери
8 org_descr банк
9 surname Белова@1
10 prj_name ждёт
"""

OBJECTS = """\
21 LocOrg 1 # Тверской
22 Person 3 4 # Анна Белова
23 Org 6 5 # Солнце движение
24 LocOrg 7 # Твери
25 Org 8 # банк
26 Person 9 # Белова
27 Project 10 # ждёт
"""

COREF = """\
41 21 24
name Тверь

42 22 26
firstname Анна
lastname Белова
lastname Bielova
wikidata

43 23
descriptor движение
name Солнце
name партия Солнце
descriptor партия

44 25
descriptor банк
"""

FACTS = """\
7-0 Occupation
Who obj42 Белова Анна
Position span2 мэра | span5 глава
Where obj41 Тверь | Тверская область

7-1 Occupation
Who obj42 Белова Анна
Position span2 мэр
Where obj41 Тверь
Сложность повышенная

7-2 isPartOf
Whole obj43 Солнце
Part obj44 банк

7-3 Deal
Participant obj43 Солнце
Participant obj44 банк
Type займ/возвращение займа
Сложность повышенная
Фаза начало
"""


def place(part: str) -> tuple[int, int]:
    """Return start and length of words; «@1» asks for their second place."""
    words, _, which = part.partition("@")
    return [match.start() for match in re.finditer(words, TEXT)][int(which or 0)], len(words)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "book_7.txt"
    path.write_text(TEXT, encoding="utf-8")
    tokens = [
        f"{n} {match.start()} {len(match[0])} {match[0]}"
        for n, match in enumerate(re.finditer(r"\w+|[^\w\s]", TEXT))
    ]
    spans = []
    for line in PARTS.splitlines():
        number, type_, words = line.split(" ", 2)
        start, length = place(words)
        spans.append(f"{number} {type_} {start} {length} 1 1  # {words}")
    files = {"tokens": "\n".join(tokens), "spans": "\n".join(spans), "objects": OBJECTS}
    for name, content in (files | {"coref": COREF, "facts": FACTS}).items():
        path.with_suffix(f".{name}").write_text(content + "\n", encoding="utf-8")
    return read_document(path)


def said(document: Document, words: frozenset[int]) -> list[str]:
    return [document.words[number].of(TEXT) for number in sorted(words)]


def test_words_are_the_tokens_without_punctuation(document: Document) -> None:
    assert [word.of(TEXT) for word in document.words] == re.findall(r"\w+", TEXT)


def test_a_mention_has_words_that_name_and_words_that_describe(document: Document) -> None:
    body = document.mentions[2]
    assert body.kind == Kind.BODY
    assert said(document, body.naming) == ["Солнце"]
    assert said(document, body.describing) == ["движение"]
    assert body.span.of(TEXT) == "движение «Солнце"


def test_adjectives_descriptions_and_unknown_kinds_do_not_count(document: Document) -> None:
    counted = [mention.span.of(TEXT) for mention in document.mentions if mention.is_counted]
    assert counted == ["Анна Белова", "движение «Солнце", "Твери", "Белова"]


def test_a_place_that_acts_as_a_body_is_a_place(document: Document) -> None:
    assert document.mentions[3].kind == Kind.PLACE


def test_a_persons_name_has_parts_with_spellings(document: Document) -> None:
    person = document.entities[1]
    assert person.parts == (("Анна",), ("Белова", "Bielova"))
    assert person.names == ("Анна Белова", "Анна Bielova")


def test_names_of_a_body_are_accepted_with_each_description(document: Document) -> None:
    names = ("Солнце", "партия Солнце", "движение Солнце", "движение партия Солнце")
    assert document.entities[2].names == names


def test_an_entity_without_a_name_does_not_count(document: Document) -> None:
    assert [entity.is_counted for entity in document.entities] == [True, True, True, False]


def test_facts_are_of_four_types_and_each_is_there_once(document: Document) -> None:
    assert [fact.type for fact in document.facts] == ["Occupation", "Deal"]


def test_a_fact_stated_twice_is_easy_if_it_is_easy_once(document: Document) -> None:
    assert [fact.is_hard for fact in document.facts] == [False, True]


def test_a_slot_accepts_what_the_record_says_and_what_it_refers_to(document: Document) -> None:
    occupation, deal = document.facts
    accepted = {argument.slot: set(argument.options) for argument in occupation.arguments}
    assert accepted["Who"] == {"Белова Анна", "Анна Белова", "Анна Bielova", "Белова"}
    assert accepted["Position"] == {"мэра", "мэр", "глава", "движение"}
    assert accepted["Where"] == {"Тверь", "Тверская область", "Тверской", "Твери"}
    assert [argument.slot for argument in deal.arguments] == ["Participant", "Participant", "Type"]
    assert deal.arguments[2].options == ("займ/возвращение займа",)


def test_a_fact_stands_where_its_first_two_slots_are_nearest(document: Document) -> None:
    assert document.facts[0].span.of(TEXT) == "мэр Анна Белова"


def test_the_devset_is_read_whole() -> None:
    documents = read_folder(shared("factrueval-devset"))
    assert len(documents) == 122
    for one in documents:
        assert all(mention.naming or not mention.is_counted for mention in one.mentions)
        assert all(argument.options for fact in one.facts for argument in fact.arguments)
        assert all(word.of(one.text).strip() for word in one.words)
