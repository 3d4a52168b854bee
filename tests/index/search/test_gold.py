"""Real documents: the queries of the gold set, and those that the seed document must answer."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.shared import shared
from tests.index.search.fakes import Searchable

KINDS = {
    "inflected",
    "surname",
    "phrase",
    "page break",
    "hyphen",
    "ё",
    "exact",
    "boolean",
    "prefix",
    "wildcard",
    "fuzzy",
    "proximity",
    "empty",
}
"""The kinds that words alone decide; the others need facts or the keyboard layout."""


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searchable]:
    folder = shared("gold")
    texts = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}
    searchable = Searchable(tmp_path_factory.mktemp("gold"), texts)
    yield searchable
    searchable.index.close()


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searchable]:
    text = shared("seed/seed_normalised.txt").read_text(encoding="utf-8").replace("\n\n", "\n")
    searchable = Searchable(tmp_path_factory.mktemp("seed"), {"seed": text})
    yield searchable
    searchable.index.close()


def test_every_gold_query_of_words_finds_its_documents(gold: Searchable) -> None:
    path: Path = shared("gold/queries.tsv")
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    asked = [row for row in rows if row["kind"] in KINDS or row["query"].startswith(("файл:", "название:"))]
    wrong = {
        row["query"]: found
        for row in asked
        if (found := gold.names(row["query"])) != sorted(row["docs"].replace("-", "").split())
    }
    assert len(asked) >= 34
    assert wrong == {}


@pytest.mark.parametrize(
    ("query", "lit"),
    [
        ("Токаеву", ["Токаев"]),
        ("Мирзиеевым", ["Мирзиёев", "Мирзиёев"]),
        ("«совместную рабочую группу»", ["Совместной рабочей группы"]),
        ('"стабильности в Центральной Азии"', ["стабильности в Центральной Азии"]),
        ("водосберегающие технологии", ["водосберегающих", "технологий"]),
        ("Касым-Жомартом", ["Касым-Жомарт"]),
        ("жомарта", ["Жомарт"]),
        ("=сотрудничество", ["сотрудничество"] * 3),
        ("торгово-экономическое", ["торгово-экономического"]),
        ("экономического -сотрудничество", []),
        ("президент -Казахстан", []),
    ],
)
def test_the_seed_is_lit_where_it_should_be(seed: Searchable, query: str, lit: list[str]) -> None:
    assert seed.lit(query) == lit


def test_every_form_of_a_word_is_lit_and_nothing_else(seed: Searchable) -> None:
    words = seed.lit("сотрудничеством")
    assert set(words) == {"сотрудничество", "сотрудничества"}
    text = next(iter(seed.library.documents.values())).text
    assert len(words) == sum(text.lower().count(form) for form in ("сотрудничеств",))
    assert set(seed.lit("сотруднич*")) - set(words) == {"сотрудничать"}
