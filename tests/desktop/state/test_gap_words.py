from __future__ import annotations

import csv

import pytest

from desktop.state.gap_words import about_document, pages_of, reason, searched, table, unsearched
from index.model.gap import Gap, GapKind, Gaps
from index.text.wording import NBSP
from tests.helpers.gaps import file_gap, pages_gap, some_gaps


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_every_reason_has_a_name_of_its_own() -> None:
    assert len({reason(kind) for kind in GapKind}) == len(GapKind)


@pytest.mark.parametrize(
    ("gap", "written"),
    [
        (pages_gap("a", range(2, 5), range(7, 8)), "3–5, 8"),
        (pages_gap("a", range(12), of=12), "все 12"),
        (pages_gap("a", range(1), of=1), "1"),
        (file_gap(), ""),
    ],
)
def test_pages_are_written_as_people_write_them(gap: Gap, written: str) -> None:
    assert pages_of(gap) == written


@pytest.mark.parametrize(
    ("gaps", "words"),
    [
        (Gaps(), ""),
        (some_gaps(), "Не искали: 24 стр. в 2 документах и 1 файл"),
        (Gaps((pages_gap("a", range(1)),), 1, 1, 30, 29), "Не искали: 1 стр. в 1 документе"),
        (Gaps((file_gap(), file_gap("/б"))), "Не искали: 2 файла"),
        (Gaps((pages_gap("a", range(1), kind=GapKind.RECOGNISED),), 1, 1, 30, 30), ""),
    ],
)
def test_one_line_sums_up_what_was_not_searched(gaps: Gaps, words: str) -> None:
    assert plain(unsearched(gaps)) == words


def test_how_much_is_searched_is_said() -> None:
    assert plain(searched(some_gaps())) == "Поиск видит 36 из 60 страниц"


@pytest.mark.parametrize(
    ("gaps", "words"),
    [
        ([], ""),
        ([pages_gap("a", range(1), kind=GapKind.RECOGNISED)], ""),
        ([pages_gap("a", range(12))], "Не ищется 12 из 30 страниц: нет текста."),
        ([pages_gap("a", range(1), of=21)], "Не ищется 1 из 21 страницы: нет текста."),
        ([pages_gap("a", range(30))], "Документ не ищется: в нём нет текста."),
        ([pages_gap("a", range(2), kind=GapKind.FAILED)], "Не ищется 2 из 30 страниц: ошибка чтения."),
        (
            [pages_gap("a", range(2)), pages_gap("a", range(20, 30), kind=GapKind.UNREAD)],
            "Не ищется 12 из 30 страниц.",
        ),
        ([pages_gap("a", kind=GapKind.UNINDEXED)], "Документ ещё не внесён в поиск."),
    ],
)
def test_one_sentence_tells_about_a_document(gaps: list[Gap], words: str) -> None:
    assert plain(about_document(gaps)) == words


def test_the_table_has_a_head_and_a_line_for_each_gap() -> None:
    head, first, *_, last = csv.reader(table(some_gaps()).splitlines(), delimiter=";")
    assert head == ["Причина", "Документ или файл", "Страницы", "Почему", "Что делать", "Путь"]
    assert first[:3] == ["Страницы без текста", "Документ a", "3–5, 8"]
    assert last[0:2] + last[-1:] == ["Файлы под паролем", "тайна.pdf", "/нет/тайна.pdf"]


def test_a_title_that_is_a_formula_stays_a_text() -> None:
    _, row = csv.reader(table([file_gap("/=1+1;.pdf")]).splitlines(), delimiter=";")
    assert row[1] == "'=1+1;.pdf"
