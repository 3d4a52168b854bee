from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.mark_hits import MarkHitsDialog
from desktop.dialogs.rename import RenameDialog
from desktop.state.study_questions import Sought, Topic
from desktop.windows.study import StudyWindow
from index.model.overview import NameKind
from tests.desktop.qt import press_key, type_text
from tests.desktop.windows.conftest import TALKS
from tests.helpers.fakes import FakeArchive
from tests.helpers.studies import LINES, FakeCalling, FakeStudyDesk, give_desk


@pytest.fixture
def desk(archive: FakeArchive) -> FakeStudyDesk:
    return give_desk(archive)


@pytest.fixture
def studied(desk: FakeStudyDesk, desktop: Desktop, qtbot: QtBot) -> StudyWindow:
    """A study window, opened over an answer."""
    search(desktop, qtbot, "сотрудничество")
    desktop.window.actions_table["study"].trigger()
    window = window_of(desktop)
    qtbot.waitUntil(lambda: desktop.presenters.study.inquiry(Topic.LINES).result is not None)
    return window


def search(desktop: Desktop, qtbot: QtBot, query: str) -> None:
    with qtbot.waitSignal(desktop.presenters.search.answered):
        desktop.window.columns.search.ask(query)


def window_of(desktop: Desktop) -> StudyWindow:
    (found,) = desktop.window.findChildren(StudyWindow)
    return found


def test_the_window_takes_the_query_of_the_main_window(studied: StudyWindow, desk: FakeStudyDesk) -> None:
    assert studied.field.text() == "сотрудничество"
    assert desk.calls[0][:2] == ("lines", "сотрудничество")


def test_only_the_page_in_front_is_asked_for(
    studied: StudyWindow, desktop: Desktop, desk: FakeStudyDesk, qtbot: QtBot
) -> None:
    assert {call[0] for call in desk.calls} == {"lines"}
    desktop.window.actions_table["study_times"].trigger()
    qtbot.waitUntil(lambda: ("times", "сотрудничество") in desk.calls)
    assert studied.tabs.currentWidget() is studied.pages[Topic.TIMES]


def test_another_query_can_be_studied_without_the_main_window(
    studied: StudyWindow, desktop: Desktop, desk: FakeStudyDesk, qtbot: QtBot
) -> None:
    studied.field.clear()
    type_text(studied.field, "мука")
    press_key(studied.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.calls[-1][1] == "мука")
    assert desktop.presenters.search.text == "сотрудничество"
    (taking,) = [one for one in studied.findChildren(QPushButton) if one.text() == "Взять из главного окна"]
    taking.click()
    assert studied.field.text() == "сотрудничество"


def test_a_line_is_opened_in_the_main_window_and_the_study_stays(
    studied: StudyWindow, desktop: Desktop, qtbot: QtBot
) -> None:
    reader = desktop.presenters.reader
    with qtbot.waitSignal(reader.revealed) as revealed:
        studied.pages[Topic.LINES].place_requested.emit(TALKS.id, LINES[0].span)
    assert revealed.args == [LINES[0].span]
    assert reader.document is not None
    assert studied.isVisible()


def test_a_neighbour_is_asked_in_the_main_window(
    studied: StudyWindow, desktop: Desktop, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desktop.presenters.search.answered):
        studied.pages[Topic.AROUND].query_requested.emit("мука")
    assert desktop.window.columns.search.field.text() == "мука"


def test_a_study_is_saved_where_the_reader_says(
    studied: StudyWindow, desktop: Desktop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(tmp_path / "строки"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    (button,) = [one for one in studied.pages[Topic.LINES].findChildren(QPushButton) if one.text() == "CSV…"]
    with qtbot.waitSignal(desktop.presenters.study.saved):
        button.click()
    assert offered == ["сотрудничество.csv"]
    assert "сотрудничестве" in (tmp_path / "строки.csv").read_text("utf-8-sig")


def test_all_places_become_notes_and_one_undo_takes_them_back(
    studied: StudyWindow, desktop: Desktop, desk: FakeStudyDesk, qtbot: QtBot
) -> None:
    (button,) = [one for one in studied.findChildren(QPushButton) if one.text().startswith("Всё найденное")]
    button.click()
    (dialog,) = studied.findChildren(MarkHitsDialog)
    with qtbot.waitSignal(desktop.presenters.marking.marked):
        dialog.go.click()
    qtbot.waitUntil(desktop.window.actions_table["undo"].isEnabled)
    studied.activateWindow()
    qtbot.waitUntil(studied.isActiveWindow)
    with qtbot.waitSignal(desktop.presenters.marking.taken_back):
        QTest.keyClick(studied.tabs, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.unmarked == list(desk.made)


def test_places_that_are_not_counted_yet_are_counted_before_they_are_offered(
    studied: StudyWindow, desktop: Desktop, desk: FakeStudyDesk, qtbot: QtBot
) -> None:
    studied.show_topic(Topic.WORDS)
    desktop.presenters.study.ask("мука")
    studied.mark_requested.emit()
    qtbot.waitUntil(lambda: bool(studied.findChildren(MarkHitsDialog)))
    assert desk.calls[-1][:2] == ("lines", "мука")


def test_what_is_being_typed_outlives_other_wishes(studied: StudyWindow, desktop: Desktop) -> None:
    type_text(studied.field, " мир")
    desktop.presenters.study.show_small_words(shown=True)
    assert studied.field.text() == "сотрудничество мир"


def test_places_of_the_open_document_can_be_marked_alone(
    desk: FakeStudyDesk, desktop: Desktop, qtbot: QtBot
) -> None:
    search(desktop, qtbot, "сотрудничество")
    with qtbot.waitSignal(desktop.presenters.reader.document_changed):
        desktop.presenters.search.open_first()
    desktop.window.actions_table["mark_hits"].trigger()
    (dialog,) = desktop.window.findChildren(MarkHitsDialog)
    assert dialog.only_here.isEnabled()
    dialog.only_here.setChecked(True)
    with qtbot.waitSignal(desktop.presenters.marking.marked):
        dialog.go.click()
    assert desk.calls[-1][0] == "mark"
    assert desk.calls[-1][-1] is not None


def test_a_study_follows_the_end_of_an_import(
    studied: StudyWindow, desktop: Desktop, desk: FakeStudyDesk, qtbot: QtBot
) -> None:
    before = len(desk.calls)
    with qtbot.waitSignal(desktop.presenters.imports.ended):
        desktop.presenters.imports.start([Path("/нет.pdf")])
    qtbot.waitUntil(lambda: len(desk.calls) > before)


def test_a_hidden_window_asks_nothing(
    studied: StudyWindow, desktop: Desktop, desk: FakeStudyDesk, qtbot: QtBot
) -> None:
    studied.close()
    before = list(desk.calls)
    desktop.presenters.study.ask("мука")
    assert desk.calls == before


def test_a_study_goes_on_in_the_window_of_another_language(
    studied: StudyWindow, desktop: Desktop, desk: FakeStudyDesk, qtbot: QtBot
) -> None:
    old = desktop.window
    with qtbot.waitSignal(old.destroyed):
        old.language_chosen.emit("en")
    desktop.window.actions_table["study"].trigger()
    window = window_of(desktop)
    assert window.windowTitle() == "Work with the results"
    assert window.field.text() == "сотрудничество"
    window.field.setText("мука")
    press_key(window.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.calls[-1][1] == "мука")
    assert [call[1] for call in desk.calls].count("мука") == 1


def test_a_name_of_the_facts_panel_opens_its_page_over_the_whole_archive(
    desk: FakeStudyDesk, desktop: Desktop, qtbot: QtBot
) -> None:
    search(desktop, qtbot, "сотрудничество")
    desktop.window.columns.facts.archive_requested.emit("Анна Котова", NameKind.PERSON)
    window = window_of(desktop)
    page = window.pages[Topic.ENTITY]
    assert window.tabs.currentWidget() is page
    qtbot.waitUntil(lambda: page.inquiry.result is not None)
    assert desk.overview.sought == [("Анна Котова", NameKind.PERSON)]
    assert desktop.presenters.study.wish.query == ""


def test_what_is_missing_is_told_on_the_pages_made_of_facts_alone(
    studied: StudyWindow, archive: FakeArchive, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "documents_without_facts", lambda: (TALKS.id,))
    studied.show_topic(Topic.DATES)
    qtbot.waitUntil(studied.strip.isVisible)
    studied.show_topic(Topic.LINES)
    assert not studied.strip.isVisible()


def test_a_name_is_changed_from_its_page_and_comes_back_by_undo(
    desk: FakeStudyDesk, desktop: Desktop, qtbot: QtBot
) -> None:
    calling = desk.calling = FakeCalling()
    desktop.window.columns.facts.archive_requested.emit("Анна Котова", NameKind.PERSON)
    page, undo = window_of(desktop).entity, desktop.window.actions_table["undo"]
    qtbot.waitUntil(lambda: page.inquiry.result is not None)
    page.rename.click()
    (dialog,) = window_of(desktop).findChildren(RenameDialog)
    dialog.field.setText("Борис Лосев")
    with qtbot.waitSignal(desktop.presenters.renaming.renamed):
        dialog.go.click()
    assert desktop.presenters.study.wish.who == Sought("Борис Лосев", NameKind.PERSON)
    assert undo.isEnabled()
    with qtbot.waitSignal(desktop.presenters.renaming.taken_back):
        undo.trigger()
    assert calling.withdrawn == list(calling.made)
    assert desktop.presenters.study.wish.who == Sought("Анна Котова", NameKind.PERSON)
    qtbot.waitUntil(lambda: not undo.isEnabled())


def test_whoever_asks_for_a_name_can_write_it_at_once(
    desktop: Desktop, desk: FakeStudyDesk, qtbot: QtBot
) -> None:
    desktop.window.actions_table["study_name"].trigger()
    qtbot.waitUntil(window_of(desktop).entity.field.hasFocus)
