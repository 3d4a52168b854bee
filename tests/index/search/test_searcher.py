import threading
from pathlib import Path

import pytest

from index.errors import IndexDamaged, IndexOutdated
from index.search import schema
from index.search.engine import Order
from index.search.requests import DeleteDocuments
from index.search.searcher import SearchIndex
from index.search.writer import index_handler
from index.tasks import Cancelled, Task
from tests.index.search.fakes import Searchable, document_id


@pytest.fixture
def searchable(tmp_path: Path) -> Searchable:
    return Searchable(
        tmp_path / "index", {"снег": "Первый снег\nВыпал снег.", "дождь": "Дождь\nШёл дождь и снег."}
    )


def test_an_archive_without_index_answers_nothing(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path / "nowhere")
    answer = searchable.index.search("снег")
    assert (answer.documents, answer.matches, answer.hits) == (0, 0, ())
    assert searchable.index.document_ids() == frozenset()
    assert searchable.index.version_matches()
    searchable.index.check()


@pytest.mark.parametrize("empty", ["", "  ", '""', "…", "*"])
def test_a_query_without_words_has_an_empty_answer(searchable: Searchable, empty: str) -> None:
    answer = searchable.index.search(empty)
    assert (answer.documents, answer.read_as, answer.hits) == (0, "", ())


@pytest.mark.parametrize(
    ("query", "lit"),
    [
        ("мир в Азии", ["мира", "в", "Азии", "Азии"]),
        ("в Азии", ["в", "Азии", "Азии"]),
        ("в", ["В", "в", "в"]),
        ('"в целях" мира', ["В целях", "мира"]),
        ("лицу и к ней", []),
        ("она к лицу", ["она", "к", "лицу"]),
    ],
)
def test_small_words_are_lit_only_beside_the_words_they_belong_to(
    tmp_path: Path, query: str, lit: list[str]
) -> None:
    text = "В целях мира в Азии. Весна в горах, Азии она к лицу."
    assert Searchable(tmp_path / "index", {"мир": text}).lit(query) == lit


def test_counts_are_exact_whatever_the_limit(searchable: Searchable) -> None:
    answer = searchable.index.search("снег", limit=1)
    assert (answer.documents, answer.matches, len(answer.hits)) == (2, 3, 1)
    assert answer.hits[0].document.title == "Первый снег"


def test_a_query_of_exclusions_alone_finds_the_others_unlit(searchable: Searchable) -> None:
    answer = searchable.index.search("-дождь")
    assert [hit.document.title for hit in answer.hits] == ["Первый снег"]
    assert (answer.matches, answer.hits[0].matches, answer.hits[0].passages) == (0, (), ())


def test_fields_find_by_file_title_and_date(tmp_path: Path) -> None:
    searchable = Searchable(tmp_path)
    library = searchable.library
    searchable.add(
        [
            library.add("отчёт_2021 (1)", "Отчёт о посевной\nТекст", date="2021-05-12"),
            library.add("Протокол", "Совсем другое\nПосевная", title="Протокол № 7", date="2022-03"),
            library.add("dev1", "Без даты"),
        ]
    )
    assert searchable.names("файл:отчет_2021") == ["отчёт_2021 (1)"]
    assert searchable.names('файл:"2021 (1)"') == ["отчёт_2021 (1)"]
    assert searchable.names("файл:*.pdf") == ["dev1", "Протокол", "отчёт_2021 (1)"]
    assert searchable.names("файл:dev?") == []
    assert searchable.names("файл:dev?.pdf") == ["dev1"]
    assert searchable.names("название:посевную") == ["отчёт_2021 (1)"]
    assert searchable.lit("название:посевную") == ["посевной"]
    assert searchable.names("название:протоколы") == ["Протокол"]
    assert searchable.lit("название:протоколы") == []
    assert searchable.names("дата:2021") == ["отчёт_2021 (1)"]
    assert searchable.names("дата:12.05.2021..") == ["Протокол", "отчёт_2021 (1)"]
    assert searchable.names("дата:2022-03-01..2022-03-20") == []
    assert searchable.names("-дата:2021") == ["dev1", "Протокол"]
    assert searchable.names("посевная -файл:прот") == ["отчёт_2021 (1)"]
    searchable.index.close()


def test_every_search_sees_the_newest_commit(searchable: Searchable) -> None:
    assert searchable.names("иней") == []
    searchable.add([searchable.library.add("иней", "Иней на ветках")])
    assert searchable.names("иней") == ["иней"]
    searchable.add([searchable.library.add("иней", "Туман над рекой")])
    assert (searchable.names("иней"), searchable.names("туман")) == ([], ["иней"])
    index_handler(str(searchable.folder), DeleteDocuments((document_id("иней"),)), lambda _: None)
    assert searchable.names("туман") == []
    assert searchable.index.document_ids() == {document_id("снег"), document_id("дождь")}


def test_a_document_that_left_the_archive_is_no_hit(searchable: Searchable) -> None:
    del searchable.library.documents[document_id("снег")]
    answer = searchable.index.search("снег")
    assert [hit.document.title for hit in answer.hits] == ["Дождь"]


def test_a_cancelled_search_stops(searchable: Searchable) -> None:
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        searchable.index.search("снег", task=task)
    assert searchable.names("дождь") == ["дождь"]


def test_many_threads_search_while_documents_come_in(searchable: Searchable) -> None:
    failures: list[Exception] = []

    def search() -> None:
        try:
            for _ in range(20):
                assert searchable.index.search("снег").documents >= 2
        except Exception as error:  # noqa: BLE001 - whatever goes wrong in a thread fails the test
            failures.append(error)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for i in range(6):
        searchable.add([searchable.library.add(f"n{i}", "Новый снег")])
    for thread in threads:
        thread.join()
    assert failures == []
    assert searchable.index.search("снег").documents == 8


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs a list of open files")
def test_no_file_stays_open(searchable: Searchable) -> None:
    def deleted_or_open() -> int:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8")
        links = [str(fd.readlink()) for fd in Path("/proc/self/fd").iterdir() if fd.is_symlink()]
        return maps.count("MAIN_") + sum("MAIN_" in link for link in links)

    searchable.names("снег")
    once = deleted_or_open()
    for i in range(5):
        searchable.add([searchable.library.add("иней", f"Иней {i}")])
        searchable.names("иней")
    assert deleted_or_open() <= 2 * once
    searchable.index.close()
    assert deleted_or_open() == 0


def test_an_index_of_another_version_asks_to_be_rebuilt(
    searchable: Searchable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "INDEX_VERSION", "another")
    assert not searchable.index.version_matches()
    with pytest.raises(IndexOutdated, match="другой версией"):
        searchable.names("снег")
    with pytest.raises(IndexOutdated):
        searchable.add([searchable.library.add("иней", "Иней")])


def test_any_damage_is_noticed_and_never_answers(searchable: Searchable) -> None:
    searchable.index.check()
    # Locks are empty, the word cache may be lost (`test_wordcache`).
    written = [path for path in searchable.folder.rglob("*") if path.is_file() and "LOCK" not in path.name]
    files = [path for path in written if path.name != "words.sqlite"]
    assert len(files) == 6
    for path in files:
        content = path.read_bytes()
        for broken in (
            content[:-1],
            b"",
            content[: len(content) // 2] + b"?" + content[len(content) // 2 + 1 :],
        ):
            path.write_bytes(broken)
            index = SearchIndex(searchable.folder, searchable.library)
            with pytest.raises((IndexDamaged, IndexOutdated)) as caught:
                index.check()
            assert "Перестройте" in caught.value.hint
            index.close()
        path.write_bytes(content)
    searchable.index.check()


def test_a_missing_file_is_damage(searchable: Searchable) -> None:
    next(searchable.folder.rglob("*.text")).unlink()
    with pytest.raises(IndexDamaged):
        searchable.names("снег")
    with pytest.raises(IndexDamaged):
        searchable.add([searchable.library.add("иней", "Иней")])


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Order.NEWEST, ["в", "б", "г", "а"]),
        (Order.OLDEST, ["г", "б", "в", "а"]),
        (Order.NAME, ["а", "б", "в", "г"]),
    ],
)
def test_an_answer_comes_in_the_order_asked_for(tmp_path: Path, order: Order, names: list[str]) -> None:
    searchable = Searchable(tmp_path / "index")
    dates = {"б": "2021-05-12", "в": "2022-03", "а": "", "г": "2019"}
    searchable.add(
        [searchable.library.add(name, "Снег", title=name, date=date) for name, date in dates.items()]
    )
    for limit in (0, 3):
        answer = searchable.index.search("снег", limit, order=order)
        assert [hit.document.title for hit in answer.hits] == names[: limit or None]
        assert answer.documents == len(dates)
