"""Names, mentions, sums and dates in the database, and their columns in memory."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from index.model.fact import DocumentFacts, EntityType, FactType
from index.model.span import Span
from index.store import names, profiles
from index.store.columns import ProfileStore
from index.store.database import Database
from index.store.documents import DocumentStore
from index.store.facts import FactStore, Shown
from index.store.migrations import STEPS, migrate
from index.text.tokens import tokens
from tests.index.store.naming import SmallArchive, entity, fact
from tests.index.store.samples import document_id, facts, make_arrival, make_document

TALKS = "Касым-Жомарт Токаев прибыл в Ташкент. К. Токаева встретили в Ташкенте."


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[SmallArchive]:
    made = SmallArchive(tmp_path)
    yield made
    made.database.close()


def with_person(text: str, name: str, said: str = "") -> DocumentFacts:
    return DocumentFacts((entity(text, name, said),))


def found(archive: SmallArchive, kind: str, text: str) -> set[int]:
    with archive.database.reading() as connection:
        return names.with_words(connection, kind, text)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (names.PERSON, "Гринёва Тамара Игоревна", "Тамара Игоревна Гринева"),
        (names.PERSON, "Касым-Жомарт Токаев", "КАСЫМ-ЖОМАРТ ТОКАЕВ"),
        (names.ORGANISATION, "АО «Дала-Нан»", 'АО "Дала-Нан"'),
        (names.PLACE, "Шёлковый Путь", "шелковый путь"),
        (names.PLACE, "РФ", "Россия"),
        (names.PLACE, "Чеченская Республика", "Чечня"),
    ],
)
def test_spellings_of_one_name_have_one_key(kind: str, one: str, other: str) -> None:
    assert names.key_of(kind, one) == names.key_of(kind, other) != ""


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (names.PERSON, "Касым-Жомарт Токаев", "Токаев"),
        (names.PERSON, "Касым-Жомарт Токаев", "К.-Ж. Токаев"),
        (names.ORGANISATION, "Совет министров", "Министров совет"),
        (names.PLACE, "Алтай", "Алтайский край"),
    ],
)
def test_names_that_may_mean_others_are_not_joined(kind: str, one: str, other: str) -> None:
    assert names.key_of(kind, one) != names.key_of(kind, other)


def test_mentions_stand_at_the_tokens_of_their_words(archive: SmallArchive) -> None:
    archive.add("a", TALKS, with_person(TALKS, "Касым-Жомарт Токаев"))
    columns = ProfileStore(archive.database).columns()
    assert columns.mentions["first"].tolist() == [0]
    assert columns.mentions["last"].tolist() == [3]


def test_a_name_is_found_by_any_form_of_each_of_its_words(archive: SmallArchive) -> None:
    archive.add("a", TALKS, with_person(TALKS, "Касым-Жомарт Токаев"))
    assert found(archive, "person", "Токаевым") == found(archive, "person", "Токаеву Касым-Жомарту") == {1}
    assert found(archive, "person", "Токаев Ташкент") == set()
    assert found(archive, "place", "Токаев") == set()
    assert found(archive, "person", "…") == set()


def test_a_country_is_found_by_its_other_names(archive: SmallArchive) -> None:
    text = "В РФ и КНР. Российская Федерация, Россией."
    russia = DocumentFacts(
        (
            replace(entity(text, "Россия", "РФ", EntityType.COUNTRY), mentions=(Span(2, 4), Span(12, 32))),
            entity(text, "Китай", "КНР", EntityType.COUNTRY),
        )
    )
    archive.add("a", text, russia)
    (number,) = found(archive, "place", "Россия")
    assert found(archive, "place", "РФ") == found(archive, "place", "Российской Федерации") == {number}
    assert found(archive, "place", "КНР") == found(archive, "place", "Китаем") != {number}


def test_what_a_text_calls_a_person_is_no_name_of_everybody(archive: SmallArchive) -> None:
    text = "Касым-Жомарт Токаев, он же Казахстан."
    archive.add("a", text, with_person(text, "Касым-Жомарт Токаев", "Казахстан"))
    assert found(archive, "person", "Казахстан") == set()


def test_a_common_word_among_rare_ones_does_not_hide_a_name(archive: SmallArchive) -> None:
    people = [f"Иван Человек{'абвгдежзик'[i // 20]}{'абвгдежзиклмнопрстуф'[i % 20]}" for i in range(150)]
    text = ". ".join(people)
    archive.add("a", text, DocumentFacts(tuple(entity(text, name) for name in people)))
    assert len(found(archive, "person", "Иван")) == 150
    assert len(found(archive, "person", "Иван Человекбб")) == 1


def test_spellings_of_one_name_are_one_entity(archive: SmallArchive) -> None:
    for name, said in (("a", "Тамара Гринёва"), ("b", "Гринева Тамара"), ("c", "Тамара Гринько")):
        archive.add(name, said, with_person(said, said))
    columns = ProfileStore(archive.database).columns()
    assert columns.named["entity"].tolist() == [1, 1, 3]
    assert columns.mentions["name"].tolist() == [1, 2, 3]


def test_sums_and_dates_are_kept_as_ranges(archive: SmallArchive) -> None:
    text = "От 1,8 до 2,2 млн долларов в 2019 году, 30 июня, а всего 5 тенге."
    stated = (
        fact(text, FactType.MONEY, "amount", "1,8 до 2,2 млн", {"from": 1_800_000, "to": 2_200_000}, "USD"),
        fact(text, FactType.MONEY, "amount", "5 тенге", 5, "KZT"),
        fact(text, FactType.DATE, "date", "2019 году", "2019"),
        fact(text, FactType.DATE, "date", "30 июня", "--06-30"),
    )
    archive.add("a", text, DocumentFacts((), stated))
    columns = ProfileStore(archive.database).columns()
    usd, kzt = profiles.currency_number("USD"), profiles.currency_number("KZT")
    assert columns.amounts["low"].tolist() == [1_800_000, 5]
    assert columns.amounts["high"].tolist() == [2_200_000, 5]
    assert columns.amounts["currency"].tolist() == [usd, kzt]
    assert (columns.dates["low"].tolist(), columns.dates["high"].tolist()) == ([20190101], [20191231])


@pytest.mark.parametrize("value", [None, True, "много", 10**400, {"from": 1}, [1, 2]])
def test_a_sum_that_is_no_number_is_left_out(archive: SmallArchive, value: object) -> None:
    text = "Сумма велика."
    stated = fact(text, FactType.MONEY, "amount", "Сумма", value)  # type: ignore[arg-type]  # a stand-in
    archive.add("a", text, DocumentFacts((), (stated,)))
    assert len(ProfileStore(archive.database).columns().amounts["low"]) == 0


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=facts)
def test_any_facts_have_a_profile_within_the_text(archive: SmallArchive, made: DocumentFacts) -> None:
    archive.add("a", TALKS, made)
    mentions = ProfileStore(archive.database).columns().mentions
    count = len(list(tokens(TALKS)))
    places = zip(mentions["first"], mentions["last"], strict=True)
    assert all(0 <= first < last <= count for first, last in places)


def test_a_new_reading_takes_the_names_away(archive: SmallArchive) -> None:
    archive.add("a", TALKS, with_person(TALKS, "Касым-Жомарт Токаев"))
    store = ProfileStore(archive.database)
    assert len(store.columns().named["row"]) == 1
    archive.add("a", TALKS)
    assert len(store.columns().named["row"]) == 0
    assert store.columns().without_facts.tolist() == [True]


def test_columns_are_never_older_than_the_database(archive: SmallArchive) -> None:
    store, seen = ProfileStore(archive.database), []
    for i, name in enumerate("abcb"):
        archive.add(name, TALKS, with_person(TALKS, f"Токаев {i}", "Токаев"), date=f"202{i}")
        seen.append([record.date for record in store.columns().records])
    assert seen == [["2020"], ["2020", "2021"], ["2020", "2021", "2022"], ["2020", "2023", "2022"]]
    assert store.columns() is store.columns()


def test_columns_see_what_another_program_writes(archive: SmallArchive, tmp_path: Path) -> None:
    store = ProfileStore(archive.database)
    assert len(store.columns().records) == 0
    other = Database(archive.database.path, tmp_path / "backups")
    DocumentStore(other).add(make_document("a"), make_arrival("a"))
    other.close()
    assert len(store.columns().records) == 1


def test_the_language_is_known_with_the_text(archive: SmallArchive) -> None:
    archive.add("a", "Президент провёл встречу, на которой стороны обсудили сотрудничество.")
    assert ProfileStore(archive.database).columns().records[0].language == "ru"


def test_an_old_archive_gets_its_profiles_when_facts_are_looked_through(tmp_path: Path) -> None:
    before = next(
        i for i, step in enumerate(STEPS) if isinstance(step, str) and "CREATE TABLE profiles" in step
    )
    (tmp_path / "new").mkdir()
    new = SmallArchive(tmp_path / "new")
    new.add("a", TALKS, with_person(TALKS, "Касым-Жомарт Токаев"))
    (tmp_path / "old").mkdir()
    path = tmp_path / "old" / "archive.db"
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection, path, tmp_path / "old" / "backups", STEPS[:before])
    connection.execute("ATTACH ? AS new", (str(new.database.path),))
    columns = ", ".join(row[1] for row in connection.execute("PRAGMA main.table_info(documents)"))
    connection.execute(f"INSERT INTO documents SELECT {columns} FROM new.documents")  # noqa: S608 - columns are those of the table
    connection.execute("INSERT INTO texts SELECT * FROM new.texts")
    connection.execute("INSERT INTO facts SELECT * FROM new.facts")
    connection.close()
    new.database.close()

    old = SmallArchive(tmp_path / "old")
    store, stored = ProfileStore(old.database), FactStore(old.database)
    assert store.columns().without_facts.tolist() == [True]
    assert stored.missing("1") == (document_id("a"),)
    kept = stored.get(document_id("a"), "1")
    assert kept is not None
    stored.complete(document_id("a"), TALKS, Shown(kept))
    assert stored.missing("1") == ()
    assert found(old, "person", "Токаевым") == {1}
    old.database.close()


def test_another_analysis_makes_profiles_again(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.add("a", TALKS, with_person(TALKS, "Касым-Жомарт Токаев"))
    stored = FactStore(archive.database)
    assert stored.missing("1") == ()
    for module in (names, profiles):
        monkeypatch.setattr(module, "ANALYZER_VERSION", "other")
    assert stored.missing("1") == (document_id("a"),)
    assert found(archive, "person", "Токаев") == set()
    assert ProfileStore(archive.database).columns().without_facts.tolist() == [True]
    kept = stored.get(document_id("a"), "1")
    assert kept is not None
    stored.complete(document_id("a"), TALKS, Shown(kept))
    assert found(archive, "person", "Токаев") == {1}


def test_routes_documents_and_events_are_no_names(archive: SmallArchive) -> None:
    text = "Дорога Нукус-Дашогуз."
    archive.add("a", text, DocumentFacts((entity(text, "Нукус-Дашогуз", type_=EntityType.ROUTE),)))
    assert len(ProfileStore(archive.database).columns().named["row"]) == 0
