"""What the archive answers for, by documents and places."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from index.model.fact import DocumentFacts, EntityType, FactType
from index.model.media import MediaType
from index.model.span import Span
from index.search.beyond import ArchiveBeyond
from index.search.engine import Told
from index.search.tree import (
    InAmounts,
    InDates,
    InFolder,
    InLanguage,
    InNames,
    InNotes,
    InTags,
    NameKind,
    OfKind,
    Outside,
)
from index.store.annotations import AnnotationStore
from index.store.columns import ProfileStore
from index.store.names import with_words
from index.tasks import Cancelled, Task
from index.text.tokens import tokens
from tests.helpers.shared import shared
from tests.index.store.naming import SmallArchive, entity, fact
from tests.index.store.samples import make_annotation

TALKS = "Токаев прибыл в Ташкент. Там Касым-Жомарта Токаева встретили, 30 июня 2019 года дали 2 млн долларов."
LETTER = "Мукомолам «Дала-Нан» должны от 1 до 3 млн тенге с 2019 года."


class Asked:
    """An archive with what answers for it."""

    def __init__(self, folder: Path) -> None:
        self.archive = SmallArchive(folder)
        self.texts: dict[str, str] = {}
        self.beyond = ArchiveBeyond(self.archive.database, ProfileStore(self.archive.database))

    def note(self, name: str, span: Span, note: str = "", tags: tuple[str, ...] = ()) -> None:
        """Mark a passage."""
        made = make_annotation(f"{name}{span}{note}", name, note)
        anchor = replace(made.anchor, span=span)
        AnnotationStore(self.archive.database).put(replace(made, anchor=anchor, tags=tags))

    def told(self, leaf: Outside) -> Told:
        """Return the answer as it comes."""
        return self.beyond.find(leaf, Task())

    def lit(self, leaf: Outside) -> list[tuple[str, str]]:
        """Return the name of each document with the words of each place; no words for no place."""
        told, found = self.told(leaf), []
        for number, first, last in zip(told.numbers, told.firsts, told.lasts, strict=True):
            (name,) = self.archive.names([number])
            words = list(tokens(self.texts[name]))
            lit = "" if first < 0 else self.texts[name][words[first].start : words[last - 1].stop]
            found.append((name, lit))
        return found


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    from index.facts.extract import extract

    made = Asked(tmp_path_factory.mktemp("gold"))
    for path in sorted(shared("gold").glob("*.txt")):
        made.texts[path.stem] = path.read_text(encoding="utf-8")
        made.archive.add(path.stem, made.texts[path.stem], extract(made.texts[path.stem]))
    yield made
    made.archive.database.close()


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Asked]:
    made = Asked(tmp_path)
    made.texts = {"talks": TALKS, "letter": LETTER}
    person, place = entity(TALKS, "Касым-Жомарт Токаев", "Токаев"), EntityType.CITY
    dated = fact(TALKS, FactType.DATE, "date", "30 июня 2019 года", "2019-06-30")
    paid = fact(TALKS, FactType.MONEY, "amount", "2 млн долларов", 2_000_000, "USD")
    facts = DocumentFacts((person, entity(TALKS, "Ташкент", type_=place)), (dated, paid))
    made.archive.add("talks", TALKS, facts, date="2019-07-02", path="/архив/Встречи 2019/talks.pdf")
    since = fact(LETTER, FactType.DATE, "date", "2019 года", "2019")
    owed = fact(LETTER, FactType.MONEY, "amount", "1 до 3 млн", {"from": 1_000_000, "to": 3_000_000}, "KZT")
    mill = entity(LETTER, "АО «Дала-Нан»", "«Дала-Нан»", EntityType.ORG)
    path = "C:\\Почта\\Ёлкин\\letter.docx"
    made.archive.add("letter", LETTER, DocumentFacts((mill,), (since, owed)), path=path, media=MediaType.DOCX)
    yield made
    made.archive.database.close()


def test_mentions_are_the_places_of_a_person(asked: Asked) -> None:
    assert asked.lit(InNames(NameKind.PERSON, "Токаевым")) == [("talks", "Токаев"), ("talks", "Токаева")]


def test_a_body_is_found_by_a_part_of_its_name(asked: Asked) -> None:
    assert asked.lit(InNames(NameKind.ORGANISATION, "дала-нан")) == [("letter", "Дала-Нан")]


@pytest.mark.parametrize(
    "leaf",
    [
        InNames(NameKind.PLACE, "Токаев"),
        InNames(NameKind.PERSON, "Токаев Ташкент"),
        InNames(NameKind.PERSON, "—"),
        InAmounts(Decimal(4_000_000), None),
        InDates("2018", "2018"),
        InLanguage("kk"),
        InFolder("Нигде"),
        OfKind("exe"),
        InTags("вода"),
        InNotes("вода"),
    ],
)
def test_nothing_is_found_where_nothing_is(asked: Asked, leaf: Outside) -> None:
    assert asked.lit(leaf) == []


def test_a_date_within_the_time_is_a_place(asked: Asked) -> None:
    assert asked.lit(InDates("2019-06-30", "2019-06-30")) == [("talks", "30 июня 2019 года")]


def test_a_document_dated_within_the_time_answers_without_a_place(asked: Asked) -> None:
    assert asked.lit(InDates("2019-07", "2019-07")) == [("talks", "")]


def test_a_document_with_places_does_not_come_once_more_without(asked: Asked) -> None:
    assert asked.lit(InDates("2019", "2019")) == [("talks", "30 июня 2019 года"), ("letter", "2019 года")]


def test_a_year_does_not_lie_within_its_month(asked: Asked) -> None:
    assert [name for name, _ in asked.lit(InDates("2019-06", "2019-07"))] == ["talks"]


@pytest.mark.parametrize(("first", "last"), [("", "2019"), ("2019", ""), ("2018", "2020")])
def test_times_may_be_open(asked: Asked, first: str, last: str) -> None:
    assert asked.archive.names(asked.told(InDates(first, last)).numbers) == ["letter", "talks"]


@pytest.mark.parametrize(
    ("leaf", "found"),
    [
        (InAmounts(Decimal(2_000_000), Decimal(2_000_000)), ["letter", "talks"]),
        (InAmounts(Decimal(2_000_000), Decimal(2_000_000), "USD"), ["talks"]),
        (InAmounts(Decimal("2000000.01"), None), ["letter"]),
        (InAmounts(None, Decimal("999999.99")), []),
        (InAmounts(None, Decimal(1_000_000)), ["letter"]),
        (InAmounts(None, None, "KZT"), ["letter"]),
    ],
)
def test_sums_that_touch_the_range_answer(asked: Asked, leaf: InAmounts, found: list[str]) -> None:
    assert asked.archive.names(asked.told(leaf).numbers) == found


def test_notes_are_found_in_any_form_of_each_word(asked: Asked) -> None:
    asked.note("talks", Span(0, 6), "Проверить встречу с министрами")
    asked.note("talks", Span(16, 23), "Министр был один")
    assert asked.lit(InNotes("министр встреча")) == [("talks", "Токаев")]
    assert asked.lit(InNotes("министра")) == [("talks", "Токаев"), ("talks", "Ташкент")]


def test_a_note_on_no_words_answers_without_a_place(asked: Asked) -> None:
    asked.note("letter", Span(len(LETTER), len(LETTER)), "печать")
    assert asked.lit(InNotes("печать")) == [("letter", "")]


def test_a_note_on_a_new_reading_is_found_at_its_place_there(asked: Asked) -> None:
    for text, first in (("одно два", 1), ("о н  два", 2)):
        asked.archive.add("new", text)
        asked.note("new", Span(5, 8), "число")
        assert [list(asked.told(InNotes("число")).firsts) for _ in range(2)] == [[first], [first]]


def test_tags_are_found_whole(asked: Asked) -> None:
    asked.note("letter", Span(0, 9), tags=("Ёлка", "важное дело"))
    assert asked.lit(InTags("елка")) == [("letter", "Мукомолам")]
    assert asked.lit(InTags("важное")) == []


def test_a_deleted_note_is_not_found(asked: Asked) -> None:
    made = make_annotation("n", "talks", "вода")
    AnnotationStore(asked.archive.database).put(made, deleted="2024-06-01")
    assert asked.lit(InNotes("вода")) == asked.lit(InTags("вода")) == []


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("встречи", ["talks"]),
        ("2019", ["talks"]),
        ("/Встречи/", []),
        ("/архив/Встречи 2019/", ["talks"]),
        ("/встречи 2019/", ["talks"]),
        ("Елкин", ["letter"]),
        ("Почта\\Ёл", ["letter"]),
        ("letter", []),
    ],
)
def test_folders_are_found_by_name_or_by_path(asked: Asked, pattern: str, found: list[str]) -> None:
    assert asked.archive.names(asked.told(InFolder(pattern)).numbers) == found


def test_documents_answer_by_format_and_language(asked: Asked) -> None:
    assert asked.lit(OfKind("DOCX")) == [("letter", "")]
    assert asked.lit(OfKind("pdf")) == [("talks", "")]
    assert asked.lit(InLanguage("ru")) == [("talks", ""), ("letter", "")]


def test_what_is_written_is_found_at_once(asked: Asked) -> None:
    assert asked.lit(InNames(NameKind.PERSON, "Новиков")) == []
    asked.texts["new"] = "Новиков пришёл."
    asked.archive.add("new", asked.texts["new"], DocumentFacts((entity("Новиков пришёл.", "Новиков"),)))
    assert asked.lit(InNames(NameKind.PERSON, "Новикова")) == [("new", "Новиков")]


def test_a_cancelled_question_is_not_answered(asked: Asked) -> None:
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        asked.beyond.find(InLanguage("ru"), task)


def test_an_empty_archive_answers_with_nothing(tmp_path: Path) -> None:
    archive = SmallArchive(tmp_path)
    beyond = ArchiveBeyond(archive.database, ProfileStore(archive.database))
    for leaf in (InNames(NameKind.PLACE, "Ташкент"), InDates("", "2020"), OfKind("pdf"), InFolder("а")):
        assert list(beyond.find(leaf, Task()).numbers) == []
    archive.database.close()


@pytest.mark.parametrize(
    ("leaf", "found", "lit"),
    [
        (InNames(NameKind.PERSON, "Вертоградов"), "dev4", "Вертоградов"),
        (InNames(NameKind.PLACE, "Сарыагаш"), "dev3", "Сарыагаш"),
        (InNames(NameKind.ORGANISATION, "Дала-Нан"), "dev3", "Дала-Нан"),
        (InDates("2019-06-30", "2019-06-30"), "dev2", "30 июня 2019 года"),
        (InAmounts(Decimal(4_000_000_000), Decimal(4_000_000_000), "USD"), "seed", "четыре миллиарда"),
    ],
)
def test_the_gold_documents_answer(gold: Asked, leaf: Outside, found: str, lit: str) -> None:
    places = gold.lit(leaf)
    assert {name for name, _ in places} == {found}
    assert all(lit in words for _, words in places)


def test_a_name_is_found_from_each_of_its_cases(tmp_path: Path) -> None:
    with shared("names.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    archive = SmallArchive(tmp_path)
    lemmas = sorted({row["lemma"] for row in rows})
    text = ". ".join(lemmas)
    named = DocumentFacts(tuple(entity(text, lemma) for lemma in lemmas))
    archive.add("a", text, named)
    with archive.database.reading() as connection:
        names = dict(connection.execute("SELECT spelling, entity FROM names"))
        missed = [
            row["form"]
            for row in rows
            if names[row["lemma"]] not in with_words(connection, "person", row["form"])
        ]
    archive.database.close()
    assert len(rows) > 500
    assert missed == []
