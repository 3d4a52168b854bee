"""The search column in a whole window: chips, facets, orders, past and saved searches."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.search_name import SearchNameDialog
from desktop.panels.search import SearchPanel
from desktop.settings import SHOW_FACETS
from index.model.hit import Chip, Suggestion
from index.model.study import Facet, FacetKind, Facets, FacetValue
from index.search.engine import Order
from tests.helpers.fakes import FakeArchive

PERSON = Facet(FacetKind.PERSON, (FacetValue("К.-Ж. Токаев", "лицо:Токаев", 1),))


@pytest.fixture
def panel(desktop: Desktop) -> Iterator[SearchPanel]:
    made = desktop.window.columns.search
    made.field.setFocus()
    yield made
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def ask(qtbot: QtBot, desktop: Desktop, text: str) -> None:
    with qtbot.waitSignal(desktop.presenters.search.answered):
        desktop.presenters.search.ask(text)


def menu() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def test_a_chip_taken_out_changes_the_query_in_the_field(
    qtbot: QtBot, desktop: Desktop, panel: SearchPanel, archive: FakeArchive
) -> None:
    archive.chips = (
        Chip("договор", "word", False, "дата:2021"),
        Chip("дата:2021", "date", False, "договор"),
    )
    ask(qtbot, desktop, "договор дата:2021")
    with qtbot.waitSignal(desktop.presenters.search.answered):
        QTest.keyClick(panel.head.chips.buttons[1], Qt.Key.Key_Delete)
    assert panel.field.text() == "договор"


def test_the_last_chip_taken_out_brings_the_library_back(
    qtbot: QtBot, desktop: Desktop, panel: SearchPanel, archive: FakeArchive
) -> None:
    archive.chips = (Chip("«договор»", "phrase", False, ""),)
    ask(qtbot, desktop, "«договор»")
    panel.head.chips.buttons[0].setFocus()
    QTest.keyClick(panel.head.chips.buttons[0], Qt.Key.Key_Delete)
    assert panel.documents.isVisible()
    assert panel.field.text() == ""
    assert panel.field.hasFocus()


def test_facets_open_with_the_button_and_are_remembered(
    qtbot: QtBot, desktop: Desktop, panel: SearchPanel, archive: FakeArchive
) -> None:
    archive.desk.counted = Facets("", 2, (PERSON,))
    assert not panel.head.refine.isVisible()
    ask(qtbot, desktop, "сотрудничество")
    assert archive.desk.queries == []
    QTest.mouseClick(panel.head.refine, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.head.section.isVisible)
    assert desktop.presenters.settings.get(SHOW_FACETS)
    assert desktop.window.actions_table["refine"].isChecked()
    with qtbot.waitSignal(desktop.presenters.search.answered):
        panel.head.section.groups[0].chips[0].click()
    assert panel.field.text() == "сотрудничество лицо:Токаев"
    desktop.window.actions_table["refine"].trigger()
    assert not panel.head.refine.isChecked()
    assert not panel.head.section.isVisible()


def test_an_order_is_chosen_from_the_menu_and_shown_in_words(
    qtbot: QtBot, desktop: Desktop, panel: SearchPanel, archive: FakeArchive
) -> None:
    ask(qtbot, desktop, "сотрудничество")
    assert panel.head.order.accessibleName() == "Порядок: по соответствию"
    entries = panel.head.order.menu().actions()
    assert [entry.text() for entry in entries] == [
        "По соответствию",
        "Сначала новые",
        "Сначала старые",
        "По названию",
    ]
    with qtbot.waitSignal(desktop.presenters.search.answered):
        entries[1].trigger()
    assert archive.orders[-1] is Order.NEWEST
    assert panel.head.order.text() == "Сначала новые"
    assert "мс" not in panel.head.counts.text()


def test_down_in_an_empty_field_shows_past_searches_and_asks_the_chosen_one(
    qtbot: QtBot, desktop: Desktop, panel: SearchPanel
) -> None:
    searches = desktop.presenters.searches
    ask(qtbot, desktop, "договор")
    with qtbot.waitSignal(searches.changed):
        desktop.presenters.search.open_match(0, 0)
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert menu().actions()[0].text() == "договор\t1"
    with qtbot.waitSignal(desktop.presenters.search.answered):
        QTest.keyClick(menu(), Qt.Key.Key_Return)
    assert panel.field.text() == "договор"


def test_down_in_an_empty_field_goes_to_the_list_where_there_is_no_history(
    desktop: Desktop, panel: SearchPanel
) -> None:
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.documents.hasFocus()


def test_past_searches_can_be_forgotten_from_the_menu(
    qtbot: QtBot, desktop: Desktop, panel: SearchPanel
) -> None:
    searches = desktop.presenters.searches
    ask(qtbot, desktop, "договор")
    with qtbot.waitSignal(searches.changed):
        desktop.presenters.search.open_match(0, 0)
    panel.field.history_requested.emit()
    with qtbot.waitSignal(searches.changed):
        next(one for one in menu().actions() if one.text() == "Забыть прежние запросы").trigger()
    assert searches.past == ()


def save(qtbot: QtBot, desktop: Desktop, query: str, name: str) -> None:
    ask(qtbot, desktop, query)
    desktop.window.actions_table["save_search"].trigger()
    dialog = desktop.window.findChild(SearchNameDialog)
    assert isinstance(dialog, SearchNameDialog)
    assert dialog.field.text() == query
    dialog.field.setText(name)
    with qtbot.waitSignal(desktop.presenters.searches.changed):
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)


def test_the_star_keeps_a_search_which_then_stands_in_the_library(
    qtbot: QtBot, desktop: Desktop, panel: SearchPanel
) -> None:
    saved = desktop.window.columns.library.saved
    assert not saved.isVisible()
    save(qtbot, desktop, "договор", "Все договоры")
    assert [button.accessibleName() for button in saved.buttons] == ["Сохранённый запрос: Все договоры"]
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(desktop.presenters.search.answered):
        QTest.mouseClick(saved.buttons[0], Qt.MouseButton.LeftButton)
    assert panel.field.text() == "договор"


def test_a_saved_search_is_renamed_with_f2(qtbot: QtBot, desktop: Desktop) -> None:
    save(qtbot, desktop, "договор", "Все договоры")
    QTest.keyClick(desktop.window.columns.library.saved.buttons[0], Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in desktop.window.findChildren(SearchNameDialog)))
    dialog = next(one for one in desktop.window.findChildren(SearchNameDialog) if one.isVisible())
    assert dialog.field.text() == "Все договоры"
    dialog.field.setText("Договоры")
    with qtbot.waitSignal(desktop.presenters.searches.changed):
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert desktop.presenters.searches.saved[0].name == "Договоры"


def test_a_saved_search_that_was_deleted_can_be_brought_back_where_it_stood(
    qtbot: QtBot, desktop: Desktop
) -> None:
    save(qtbot, desktop, "договор", "Все договоры")
    saved, searches = desktop.window.columns.library.saved, desktop.presenters.searches
    with qtbot.waitSignal(searches.changed):
        QTest.keyClick(saved.buttons[0], Qt.Key.Key_Delete)
    assert saved.buttons == ()
    assert saved._undo.accessibleName() == "Вернуть «Все договоры»"
    with qtbot.waitSignal(searches.changed):
        QTest.mouseClick(saved._undo, Qt.MouseButton.LeftButton)
    assert [one.name for one in searches.saved] == ["Все договоры"]
    assert not saved._undo.isVisible()


def test_what_may_have_been_meant_is_asked_with_one_click(
    qtbot: QtBot, desktop: Desktop, panel: SearchPanel, archive: FakeArchive
) -> None:
    archive.suggestions = (Suggestion("договор", "typo", 1),)
    ask(qtbot, desktop, "дагавор")
    assert panel.nothing.isVisible()
    assert not panel.head.suggestions.isVisible()
    with qtbot.waitSignal(desktop.presenters.search.answered):
        panel.nothing.query_suggested.emit("договор")
    assert panel.hits.isVisible()


def test_a_saved_search_is_written_before_the_program_ends(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    ask(qtbot, desktop, "договор")
    desktop.presenters.searches.save("Договоры")
    desktop.window.close()
    assert desktop.shut_down()
    assert [one.name for one in archive.desk.saved()] == ["Договоры"]
