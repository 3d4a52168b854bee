"""Facets: what they count is what their clauses find."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.model.fact import DocumentFacts, EntityType, FactType
from index.model.media import MediaType
from index.model.study import Facet, FacetKind, Facets
from index.search.beyond import ArchiveBeyond
from index.search.tree import InDates, InFolder, InLanguage, InNames, NameKind, OfKind, Outside
from index.store.columns import ProfileStore
from index.study.facets import MOST_VALUES, FacetCounter
from index.tasks import Task
from tests.helpers.shared import shared
from tests.index.store.naming import SmallArchive, entity, fact

RUSSIAN = "Президент провёл встречу, на которой стороны обсудили сотрудничество и план."


class Counted:
    """An archive with what counts and what answers."""

    def __init__(self, folder: Path) -> None:
        self.archive = SmallArchive(folder)
        profiles = ProfileStore(self.archive.database)
        self.beyond = ArchiveBeyond(self.archive.database, profiles)
        self.counter = FacetCounter(self.archive.database, profiles)

    def facets(self, *names: str) -> Facets:
        """Count the documents of these names."""
        return self.counter.count("запрос", [self.archive.numbers[name] for name in names])

    def facet(self, kind: FacetKind, *names: str) -> Facet:
        """Return one facet of them."""
        return next(facet for facet in self.facets(*names).facets if facet.kind is kind)

    def pairs(self, kind: FacetKind, *names: str) -> list[tuple[str, int]]:
        """Return labels and counts of one facet of them."""
        return [(value.label, value.documents) for value in self.facet(kind, *names).values]


def leaf_of(clause: str) -> Outside:
    """Return what a clause of a facet asks."""
    field, _, value = clause.partition(":")
    value = value.strip('"')
    kinds = {"лицо": NameKind.PERSON, "место": NameKind.PLACE, "организация": NameKind.ORGANISATION}
    if field in kinds:
        return InNames(kinds[field], value)
    if field == "дата":
        return InDates(value, value)
    leaves: dict[str, type[InFolder | OfKind | InLanguage]] = {
        "папка": InFolder,
        "тип": OfKind,
        "язык": InLanguage,
    }
    return leaves[field](value)


@pytest.fixture
def counted(tmp_path: Path) -> Iterator[Counted]:
    made = Counted(tmp_path)
    yield made
    made.archive.database.close()


def people(*names: str) -> tuple[str, DocumentFacts]:
    text = ". ".join(names)
    return text, DocumentFacts(tuple(entity(text, name) for name in names))


def test_only_the_documents_of_the_answer_are_counted(counted: Counted) -> None:
    counted.archive.add("a", *people("Иван Лыткин", "Анна Сыч"))
    counted.archive.add("b", *people("Иван Лыткин"))
    counted.archive.add("c", *people("Глеб Ламм"))
    assert counted.pairs(FacetKind.PERSON, "a", "b") == [("Иван Лыткин", 2), ("Анна Сыч", 1)]


def test_a_surname_counts_those_of_that_name(counted: Counted) -> None:
    counted.archive.add("a", *people("Иван Лыткин"))
    counted.archive.add("b", *people("Лыткин"))
    counted.archive.add("c", *people("Лыткин"))
    assert counted.pairs(FacetKind.PERSON, "a", "b", "c") == [("Лыткин", 3), ("Иван Лыткин", 1)]


def test_a_name_is_shown_as_it_is_written_most_often(counted: Counted) -> None:
    for i, name in enumerate(
        ("ЛЫТКИНА АЛЁНА", "ЛЫТКИНА АЛЁНА", "Лыткина Алена", "Алёна Лыткина", "Алёна Лыткина")
    ):
        counted.archive.add(f"d{i}", *people(name))
    assert counted.pairs(FacetKind.PERSON, "d0", "d4") == [("Алёна Лыткина", 2)]


def test_of_equals_the_one_comes_first_of_whom_most_is_said(counted: Counted) -> None:
    text = "Анна Сыч, Яков Лыткин, Яков Лыткин"
    counted.archive.add("a", text, DocumentFacts((entity(text, "Анна Сыч"), entity(text, "Яков Лыткин"))))
    assert counted.pairs(FacetKind.PERSON, "a") == [("Яков Лыткин", 1), ("Анна Сыч", 1)]


def test_quotation_marks_of_a_name_do_not_end_its_clause(counted: Counted) -> None:
    text = 'АО «Дала-Нан» и ТОО "Ак-Бидай".'
    bodies = [entity(text, name, type_=EntityType.ORG) for name in ("АО «Дала-Нан»", 'ТОО "Ак-Бидай"')]
    counted.archive.add("a", text, DocumentFacts(tuple(bodies)))
    clauses = {value.clause for value in counted.facet(FacetKind.ORGANISATION, "a").values}
    assert clauses == {'организация:"АО Дала-Нан"', 'организация:"ТОО Ак-Бидай"'}


def test_the_commonest_names_are_shown_and_the_others_numbered(counted: Counted) -> None:
    letters = "абвгдежзиклмно"
    for i in range(len(letters)):
        counted.archive.add(f"d{i}", *people(*(f"Иван Лытк{letter}ев" for letter in letters[i:])))
    facet = counted.facet(FacetKind.PERSON, *(f"d{i}" for i in range(len(letters))))
    assert [value.documents for value in facet.values] == list(range(14, 14 - MOST_VALUES, -1))
    assert facet.others == 2


def test_years_come_latest_first_and_all_of_them(counted: Counted) -> None:
    for year in range(1990, 2020):
        counted.archive.add(f"d{year}", RUSSIAN, date=f"{year}-05")
    counted.archive.add("undated", RUSSIAN)
    facet = counted.facet(FacetKind.YEAR, "undated", *(f"d{year}" for year in range(1990, 2020)))
    assert [value.label for value in facet.values] == [f"{year}" for year in range(2019, 1989, -1)]


def test_a_year_counts_those_that_speak_of_it_once(counted: Counted) -> None:
    text = "В 2019 году и снова в 2019 г., а также в 1917 году."
    stated = (
        fact(text, FactType.DATE, "date", "2019 году", "2019"),
        fact(text, FactType.DATE, "date", "2019 г.", "2019-05"),
        fact(text, FactType.DATE, "date", "1917 году", "1917"),
    )
    counted.archive.add("a", text, DocumentFacts((), stated), date="2021")
    counted.archive.add("b", RUSSIAN, date="2019-06-30")
    assert counted.pairs(FacetKind.YEAR, "a", "b") == [("2021", 1), ("2019", 2)]


def test_folders_count_what_is_in_folders_within_them(counted: Counted) -> None:
    counted.archive.add("a", RUSSIAN, path="/архив/папка 1/a.pdf")
    counted.archive.add("b", RUSSIAN, path="/архив/папка 1/май/b.pdf")
    counted.archive.add("c", RUSSIAN, path="/архив/папка 10/c.pdf")
    assert counted.pairs(FacetKind.FOLDER, "a", "b", "c") == [("папка 1", 2), ("май", 1), ("папка 10", 1)]


def test_documents_without_facts_are_told(counted: Counted) -> None:
    counted.archive.add("a", *people("Иван Лыткин"))
    counted.archive.add("b", RUSSIAN)
    facets = counted.facets("a", "b")
    assert (facets.documents, facets.without_facts, facets.query) == (2, 1, "запрос")


def test_formats_and_languages_are_counted(counted: Counted) -> None:
    counted.archive.add("a", RUSSIAN, media=MediaType.DOCX)
    counted.archive.add("b", "The parties discussed the plan of the year and agreed to it.")
    assert counted.pairs(FacetKind.FORMAT, "a", "b") == [("DOCX", 1), ("PDF", 1)]
    assert counted.pairs(FacetKind.LANGUAGE, "a", "b") == [("английский", 1), ("русский", 1)]


def test_an_answer_without_documents_has_no_facets(counted: Counted) -> None:
    assert counted.facets().facets == ()
    counted.archive.add("a", *people("Иван Лыткин"))
    assert counted.facets().facets == ()
    assert counted.counter.count("", [999]).documents == 0


@pytest.mark.parametrize("left_out", ["", "seed", "dev2", "dev4"])
def test_every_value_counts_the_documents_that_its_clause_finds(counted: Counted, left_out: str) -> None:
    from index.facts.card_dates import document_date
    from index.facts.extract import extract

    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(shared("gold").glob("*.txt"))}
    for name, text in texts.items():
        path = f"/архив/{name[:3]}/{name}.pdf"
        counted.archive.add(name, text, extract(text), date=document_date(text), path=path)
    asked = [name for name in texts if name != left_out]
    numbers = {counted.archive.numbers[name] for name in asked}
    values = [value for facet in counted.facets(*asked).facets for value in facet.values]
    wrong = {}
    for value in values:
        found = counted.beyond.find(leaf_of(value.clause), Task())
        if len(numbers.intersection(found.numbers)) != value.documents:
            wrong[value.clause] = value.documents
    assert len(values) > 40
    assert wrong == {}
