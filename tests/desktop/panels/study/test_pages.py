from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.models.kwic import KwicColumn
from desktop.panels.message import PanelMessage
from desktop.panels.study.alike import AlikePage, VersionsPage
from desktop.panels.study.around import AroundPage
from desktop.panels.study.bars import TimeBars
from desktop.panels.study.concordance import ConcordancePage
from desktop.panels.study.page import StudyPage
from desktop.panels.study.times import TimesPage
from desktop.panels.study.words import WordsPage
from desktop.settings import Settings
from desktop.state.reader import Reader
from desktop.state.study import Study
from desktop.state.study_files import FileKind
from desktop.theme import PALETTES, ThemeName
from index.errors import QueryError
from index.model.study import Concordance, KwicOrder, WordTable
from tests.desktop.qt import click, press_key, type_text
from tests.helpers.fakes import FakeArchive, document
from tests.helpers.studies import LINES, PERIODS, A, B, give_desk

ROLES = PALETTES[ThemeName.LIGHT]


class Room:
    """Pages over an archive in memory; each is shown when asked for."""

    def __init__(self, jobs: Jobs, qtbot: QtBot, settings: Settings) -> None:
        self.archive, self.qtbot, self.owner = FakeArchive(document("a", "Речь.")), qtbot, QObject()
        self.desk = give_desk(self.archive)
        self.reader = Reader(self.archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.study = Study(self.archive, jobs, self.reader, settings, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.pages: list[StudyPage] = []

    def show(self, page: StudyPage) -> None:
        page.resize(900, 500)
        page.show()
        self.pages.append(page)
        self.study.wish_changed.connect(page.look)
        page.look()
        self.settle(page)

    def settle(self, page: StudyPage) -> None:
        self.qtbot.waitUntil(lambda: not page.inquiry.is_running)


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    made = Room(jobs, qtbot, Settings(tmp_path / "settings.ini"))
    yield made
    for page in made.pages:
        page.close()
        page.deleteLater()


@pytest.fixture
def lines(room: Room) -> ConcordancePage:
    page = ConcordancePage(room.study, ROLES)
    room.study.ask("мир")
    room.show(page)
    return page


def said(page: StudyPage) -> str:
    (message,) = page.findChildren(PanelMessage)
    return message.text if message.isVisible() else ""


def row_middle(page: ConcordancePage, row: int) -> object:
    return page.table.visualRect(page.table.model().index(row, KwicColumn.KEYWORD)).center()


@pytest.mark.parametrize("kind", [ConcordancePage, TimesPage])
def test_a_page_without_a_query_says_what_to_do(room: Room, kind: type[ConcordancePage | TimesPage]) -> None:
    page = kind(room.study, ROLES)
    room.show(page)
    assert said(page).startswith("Здесь будет" if kind is TimesPage else "Здесь будут строки")


@pytest.mark.parametrize("kind", [AroundPage, WordsPage, AlikePage, VersionsPage])
def test_a_page_without_an_answer_invites(
    room: Room, kind: type[AroundPage | WordsPage | AlikePage | VersionsPage]
) -> None:
    page = kind(room.study)
    room.show(page)
    assert said(page)


def test_counts_of_lines_are_exact(lines: ConcordancePage) -> None:
    assert lines.told.words.text().replace("\N{NO-BREAK SPACE}", " ") == "2 места в 2 документах"
    assert not lines.all_lines.isVisible()


def test_lines_that_a_limit_left_out_are_told_and_can_be_had(room: Room, lines: ConcordancePage) -> None:
    room.desk.matches = 6_000
    room.study.forget()
    room.settle(lines)
    assert "показано строк: 2" in lines.told.words.text()
    lines.all_lines.click()
    assert room.study.wish.limit == 0
    room.settle(lines)


def test_a_click_on_a_line_opens_its_passage(lines: ConcordancePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lines.place_requested) as wanted:
        click(lines.table, row_middle(lines, 1))  # type: ignore[arg-type]  # a point
    assert wanted.args == [A, LINES[1].span]


def test_enter_opens_the_current_line(lines: ConcordancePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lines.place_requested) as wanted:
        press_key(lines.table, Qt.Key.Key_Return)
    assert wanted.args == [A, LINES[0].span]


@pytest.mark.parametrize(
    ("column", "order"), [(KwicColumn.LEFT, KwicOrder.LEFT), (KwicColumn.DATE, KwicOrder.DATE)]
)
def test_a_click_on_a_head_puts_all_lines_in_order(
    room: Room, lines: ConcordancePage, column: KwicColumn, order: KwicOrder
) -> None:
    header = lines.table.horizontalHeader()
    header.sectionClicked.emit(column)
    room.settle(lines)
    assert room.desk.calls[-1][2] == order
    assert header.sortIndicatorSection() == column


def test_the_matches_stand_in_the_middle_of_the_contexts(lines: ConcordancePage) -> None:
    header = lines.table.horizontalHeader()
    left, right = header.sectionSize(KwicColumn.LEFT), header.sectionSize(KwicColumn.RIGHT)
    assert abs(left - right) <= 1


def test_lines_are_narrowed_and_what_is_seen_is_what_is_saved(lines: ConcordancePage, qtbot: QtBot) -> None:
    type_text(lines.filter, "доклад")
    with qtbot.waitSignal(lines.save_requested) as saved:
        lines._save(FileKind.CSV)
    found = saved.args[0]
    assert isinstance(found, Concordance)
    assert found.lines == LINES[1:]


def test_chosen_lines_are_copied_as_cells(lines: ConcordancePage) -> None:
    lines.table.selectRow(1)
    press_key(lines.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().split("\t") == [
        "¶",
        "Сотрудничество",
        "растёт,",
        "Доклад",
        "2",
        "",
    ]


def test_all_lines_are_copied_when_none_is_chosen_and_that_is_told(lines: ConcordancePage) -> None:
    (button,) = [one for one in lines.findChildren(QPushButton) if one.text() == "Копировать"]
    button.click()
    assert len(QApplication.clipboard().text().splitlines()) == len(LINES)
    assert lines.told.words.text() == "Скопировано строк: 2"


def test_what_was_not_found_says_so(room: Room, lines: ConcordancePage) -> None:
    room.desk.lines, room.desk.matches = (), 0
    room.study.ask("нет такого")
    room.settle(lines)
    assert said(lines) == "Ничего не нашлось."


def test_a_query_that_cannot_be_read_says_why(room: Room, lines: ConcordancePage) -> None:
    room.desk.failure = QueryError("Скобка не закрыта.", "Закройте скобку.")
    room.study.ask("(")
    room.settle(lines)
    assert said(lines) == "Скобка не закрыта."


def test_progress_can_be_seen_and_stopped(room: Room, lines: ConcordancePage) -> None:
    room.desk.on_progress = lambda task: task.checkpoint(3, 10)
    room.desk.gate.clear()
    room.study.ask("труд")
    room.qtbot.waitUntil(lambda: lines.told.words.text() == "Считаю: 3 из 10")
    (stop,) = [one for one in lines.told.findChildren(QPushButton) if one.isVisible()]
    stop.click()
    assert not lines.inquiry.is_running
    assert said(lines) == "Остановлено."
    room.desk.gate.set()
    lines.look()
    room.settle(lines)
    assert said(lines) == ""


def test_a_pasted_list_is_counted_in_its_order(room: Room) -> None:
    page = WordsPage(room.study)
    room.show(page)
    page.list.setPlainText("Петров\nИванов")
    page.within.setChecked(True)
    room.study.ask("мир")
    page.count()
    room.settle(page)
    assert room.desk.calls[-1] == ("words", ("Петров", "Иванов"), "мир")
    assert [row.text for row in page._model.rows] == ["Петров", "Иванов"]


def test_a_counted_list_is_counted_again_within_the_query_at_a_click(room: Room) -> None:
    page = WordsPage(room.study)
    room.show(page)
    room.study.ask("мир")
    page.within.click()
    assert room.desk.calls == []
    page.list.setPlainText("Иванов")
    page.count()
    room.settle(page)
    page.within.click()
    room.settle(page)
    assert room.desk.calls == [("words", ("Иванов",), "мир"), ("words", ("Иванов",), "")]


def test_a_sorted_list_is_saved_as_it_is_sorted(room: Room, qtbot: QtBot) -> None:
    page = WordsPage(room.study)
    room.show(page)
    page.list.setPlainText("Петров\nИванов")
    page.count()
    room.settle(page)
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    found = page.seen()
    assert isinstance(found, WordTable)
    assert [row.text for row in found.rows] == ["Иванов", "Петров"]


def test_a_word_of_the_list_is_asked_in_the_main_window(room: Room, qtbot: QtBot) -> None:
    page = WordsPage(room.study)
    room.show(page)
    page.list.setPlainText("Иванов")
    page.count()
    room.settle(page)
    with qtbot.waitSignal(page.query_requested) as asked:
        press_key(page.table, Qt.Key.Key_Return)
    assert asked.args == ["«Иванов»"]


def test_a_list_is_read_in_the_encoding_that_it_has(room: Room, tmp_path: Path) -> None:
    page = WordsPage(room.study)
    path = tmp_path / "список.txt"
    path.write_bytes("Иванов Иван Иванович\nПетров Пётр Петрович".encode("cp1251"))
    page.read(path)
    assert page.list.toPlainText() == "Иванов Иван Иванович\nПетров Пётр Петрович"
    page.deleteLater()


def test_a_list_that_is_not_there_is_told(room: Room, tmp_path: Path) -> None:
    page = WordsPage(room.study)
    page.read(tmp_path / "нет.txt")
    assert page.told.words.text().startswith("Файл не прочитан")
    page.deleteLater()


def test_neighbours_come_strongest_first_and_ask_for_both_words(room: Room, qtbot: QtBot) -> None:
    page = AroundPage(room.study)
    room.study.ask("мир")
    room.show(page)
    assert [row.word for row in page._model.rows] == ["страна", "мир"]
    with qtbot.waitSignal(page.query_requested) as asked:
        press_key(page.table, Qt.Key.Key_Return)
    assert asked.args == ["мир И страна"]


def test_small_words_are_shown_when_wanted(room: Room) -> None:
    page = AroundPage(room.study)
    room.study.ask("мир")
    room.show(page)
    page.small_words.click()
    room.settle(page)
    assert room.desk.calls[-1] == ("around", "мир", True)


@pytest.fixture
def times(room: Room) -> TimesPage:
    page = TimesPage(room.study, ROLES)
    room.study.ask("мир")
    room.show(page)
    return page


def test_few_months_are_shown_by_month(times: TimesPage) -> None:
    assert times.unit.value == "months"
    assert times._periods() == PERIODS


def test_the_bar_looked_at_is_told_in_words_and_to_screen_readers(times: TimesPage) -> None:
    times.bars.look_at(0)
    assert times.told.words.text().startswith("май 2021: 1")
    assert times.bars.accessibleDescription() == times.told.words.text()
    times.bars.look_at(-1)
    assert "без даты" in times.told.words.text()


def test_a_bar_asks_for_its_time(times: TimesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(times.query_requested) as asked:
        times.bars.chosen.emit(2)
    assert asked.args == ["мир дата:2021-07"]
    times.unit.choose("years")
    with qtbot.waitSignal(times.query_requested) as asked:
        times.bars.chosen.emit(0)
    assert asked.args == ["мир дата:2021"]


def test_bars_become_a_picture(times: TimesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(times.picture_requested) as picture:
        (button,) = [one for one in times.findChildren(QPushButton) if one.text() == "PNG…"]
        button.click()
    assert picture.args[0].startswith(b"\x89PNG")


def test_similar_documents_are_opened(room: Room, qtbot: QtBot) -> None:
    page = AlikePage(room.study)
    room.show(page)
    room.reader.open_document(A)
    qtbot.waitUntil(lambda: page.inquiry.result is not None)
    with qtbot.waitSignal(page.place_requested) as wanted:
        press_key(page.table, Qt.Key.Key_Return)
    assert wanted.args == [B, None]


def test_versions_stand_in_groups_and_are_opened(room: Room, qtbot: QtBot) -> None:
    page = VersionsPage(room.study)
    room.show(page)
    room.study.find_versions()
    room.settle(page)
    (group,) = [page.tree.topLevelItem(i) for i in range(page.tree.topLevelItemCount())]
    assert group is not None
    assert [group.child(i).text(0) for i in range(group.childCount())] == ["Речь", "Речь (правка)"]
    with qtbot.waitSignal(page.place_requested) as wanted:
        page.tree.itemActivated.emit(group.child(1), 0)
    assert wanted.args == [B, None]


def test_whatever_takes_keys_has_a_name_for_screen_readers(
    room: Room, lines: ConcordancePage, times: TimesPage
) -> None:
    words = WordsPage(room.study)
    room.show(words)
    kinds = (QAbstractItemView, QLineEdit, QPlainTextEdit, TimeBars)
    parts = [part for page in (lines, times, words) for part in page.findChildren(QWidget)]
    takers = [part for part in parts if isinstance(part, kinds) and not isinstance(part, QHeaderView)]
    assert len(takers) >= 5
    assert all(part.accessibleName() for part in takers)
