from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import QueryError
from index.study.asking import Asking
from index.study.wordlists import MOST_LINES, as_query, entries, word_table
from index.tasks import Cancelled, Task
from tests.index.study.samples import Studied, studied

TEXTS = {
    "2019-06 а": "Токаев прибыл. Токаева ждали в Алматы.",
    "2021 б": "О встрече с Токаевым. Касым-Жомарта Токаева встретили.",
    "в": "Ждали в Алматы: дождь и снег.",
}


@pytest.fixture
def archive(tmp_path: Path) -> Studied:
    return studied(tmp_path, TEXTS)


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("Токаев\nАлматы\r\n\n  дождь  ", ("Токаев", "Алматы", "дождь")),
        ("1. Токаев\n2) Алматы\n(3) дождь\n4.снег", ("Токаев", "Алматы", "дождь", "снег")),
        ("• Токаев\n- Алматы\n— дождь", ("Токаев", "Алматы", "дождь")),
        ("Токаев; Алматы;дождь, снег", ("Токаев", "Алматы", "дождь", "снег")),
        ("1\tТокаев\tАлматы\n2\tдождь", ("Токаев", "Алматы", "дождь")),
        ("1991\n2,5 процента", ("1991", "2,5 процента")),
        ("«снег, дождь»; (снег, дождь) и град", ("«снег, дождь»", "(снег, дождь) и град")),
        ('"снег, дождь", град', ('"снег, дождь"', "град")),
        ("«снег\tград", ("«снег", "град")),
        ("\ufeffТокаев", ("Токаев",)),
        ("-дождь", ("-дождь",)),
        ("12.05.2021", ("12.05.2021",)),
    ],
)
def test_pasted_lists_are_understood(pasted: str, expected: tuple[str, ...]) -> None:
    assert entries([pasted]) == expected


@given(st.lists(st.from_regex(r"[абв]+( [абв12]+)*", fullmatch=True), min_size=1))
def test_plain_lines_stay_as_they_are(lines: list[str]) -> None:
    assert entries(["\n".join(lines)]) == tuple(lines)


@given(st.text(max_size=60))
def test_nothing_that_is_pasted_breaks_the_reading(pasted: str) -> None:
    for entry in entries([pasted]):
        assert entry == entry.strip() != ""
        assert as_query(entry)


@pytest.mark.parametrize(
    ("entry", "query"),
    [
        ("Токаев", "Токаев"),
        ("Касым-Жомарт Токаев", "«Касым-Жомарт Токаев»"),
        ("К. Токаев", "«К. Токаев»"),
        ("снег ИЛИ дождь", "снег ИЛИ дождь"),
        ("снег -дождь", "снег -дождь"),
        ("снег дожд*", "снег дожд*"),
        ('ТОО "Дала"', 'ТОО "Дала"'),
        ("файл:отчёт снег", "файл:отчёт снег"),
        ("мир: война", "«мир: война»"),
    ],
)
def test_several_words_are_a_phrase_unless_operators_are_used(entry: str, query: str) -> None:
    assert as_query(entry) == query


def test_each_line_has_its_own_exact_counts(archive: Studied) -> None:
    table = word_table(archive.asking, ["Токаев", "Касым-Жомарт Токаев", "снег", "град"], "", archive.dates)
    assert [(row.text, row.documents, row.matches, row.first, row.last) for row in table.rows] == [
        ("Токаев", 2, 4, "2019-06", "2021"),
        ("Касым-Жомарт Токаев", 1, 1, "2021", "2021"),
        ("снег", 1, 1, "", ""),
        ("град", 0, 0, "", ""),
    ]


def test_a_list_is_asked_within_a_query(archive: Studied) -> None:
    table = word_table(archive.asking, ["Токаев", "ждать"], " Алматы ", archive.dates)
    assert [(row.documents, row.matches) for row in table.rows] == [(1, 2), (2, 2)]
    assert table.within == "Алматы"


def test_repeated_lines_are_told_and_not_counted_twice(archive: Studied) -> None:
    first, second = word_table(archive.asking, ["Токаёв", "токаев"], "", archive.dates).rows
    assert not first.problem
    assert second.problem == "Повтор строки 1: сосчитана там."
    assert second.matches == 0


def test_a_line_that_cannot_be_asked_does_not_stop_the_others(archive: Studied) -> None:
    lines = ["***", "снег", "(" * 50 + "снег"]
    bad, good, deep = word_table(archive.asking, lines, "", archive.dates).rows
    assert "нет ни слова" in bad.problem
    assert "вложенных скобок" in deep.problem
    assert good.matches == 1


def test_progress_is_told_by_lines(archive: Studied) -> None:
    told: list[tuple[int, int]] = []
    word_table(archive.asking, ["а", "б"], "", archive.dates, Task(lambda *counts: told.append(counts)))
    assert told == [(0, 2), (1, 2)]


def test_it_stops_between_lines(archive: Studied) -> None:
    task = Task()
    asked: list[int] = []

    def stop(done: int, _total: int) -> None:
        asked.append(done)
        task.cancel()

    task.report = stop
    with pytest.raises(Cancelled):
        word_table(archive.asking, ["снег", "дождь", "град"], "", archive.dates, task)
    assert asked == [0]


def test_endless_lists_are_refused(archive: Studied) -> None:
    with pytest.raises(QueryError, match="больше 5000 строк"):
        word_table(archive.asking, ["а"] * (MOST_LINES + 1), "", archive.dates)


def test_the_archive_is_asked_once_for_the_frame(archive: Studied, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    matching = Asking.matching
    monkeypatch.setattr(Asking, "matching", lambda *args: (asked.append(args[1]), matching(*args))[1])
    word_table(archive.asking, ["снег", "дождь"], "Алматы", archive.dates)
    assert len(asked) == 1
