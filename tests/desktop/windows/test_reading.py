"""Reading in the window: on the whole screen, where a document was left, words of one document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.pageview.layout import Spread, Zoom
from desktop.settings import COLUMNS, SPREAD, Settings
from desktop.windows.full_screen import WayBack
from index.model.document import DocumentId
from index.model.reading import LeftOff
from index.model.span import Span
from tests.desktop.qt import NONE, mouse, press_key, type_text
from tests.desktop.windows.conftest import OTHER, TALKS
from tests.helpers.fakes import FakeArchive


def read(qtbot: QtBot, desktop: Desktop, document_id: DocumentId = TALKS.id) -> None:
    reader = desktop.presenters.reader
    reader.open_document(document_id)
    qtbot.waitUntil(lambda: reader.document is not None and reader.document.id == document_id)


def around(desktop: Desktop) -> list[QWidget]:
    """Everything that is not the pages."""
    window, columns = desktop.window, desktop.window.columns
    return [
        window.menuBar(),
        window.statusBar(),
        columns.library,
        columns.search,
        columns.side,
        columns.bar,
    ]


def way_back(desktop: Desktop) -> WayBack:
    found = desktop.window.findChild(WayBack)
    assert isinstance(found, WayBack)
    return found


def test_on_the_whole_screen_there_is_nothing_but_pages_and_the_way_back(
    qtbot: QtBot, desktop: Desktop
) -> None:
    read(qtbot, desktop)
    desktop.window.actions_table["full_screen"].trigger()
    assert desktop.window.isFullScreen()
    assert not any(part.isVisible() for part in around(desktop))
    assert way_back(desktop).isVisible()
    way_back(desktop).button.click()
    assert not desktop.window.isFullScreen()
    assert all(part.isVisible() for part in around(desktop))
    assert not way_back(desktop).isVisible()


def test_the_way_back_comes_with_the_pointer(qtbot: QtBot, desktop: Desktop) -> None:
    read(qtbot, desktop)
    desktop.window.actions_table["full_screen"].trigger()
    way_back(desktop).hide()
    mouse(desktop.window.columns.pages, QEvent.Type.MouseMove, QPointF(200, 200), NONE)
    assert way_back(desktop).isVisible()
    desktop.window.actions_table["full_screen"].trigger()
    mouse(desktop.window.columns.pages, QEvent.Type.MouseMove, QPointF(210, 200), NONE)
    assert not way_back(desktop).isVisible()


def test_the_way_back_comes_over_the_text_and_the_second_place(qtbot: QtBot, desktop: Desktop) -> None:
    read(qtbot, desktop)
    columns, actions = desktop.window.columns, desktop.window.actions_table
    for command in ("text_view", "beside", "full_screen"):
        actions[command].trigger()
    for view in (columns.text, columns.beside.pages):
        way_back(desktop).hide()
        mouse(view, QEvent.Type.MouseMove, QPointF(100, 100), NONE)
        assert way_back(desktop).isVisible()


def test_escape_leads_back_to_the_window(qtbot: QtBot, desktop: Desktop) -> None:
    read(qtbot, desktop)
    desktop.window.actions_table["full_screen"].trigger()
    press_key(desktop.window.columns.pages, Qt.Key.Key_Escape)
    assert not desktop.window.isFullScreen()
    assert not desktop.window.actions_table["full_screen"].isChecked()


def test_a_hidden_column_stays_hidden_when_the_whole_screen_is_left(qtbot: QtBot, desktop: Desktop) -> None:
    read(qtbot, desktop)
    desktop.window.actions_table["show_side"].trigger()
    desktop.window.actions_table["full_screen"].trigger()
    desktop.window.actions_table["full_screen"].trigger()
    assert not desktop.window.columns.side.isVisible()
    assert desktop.window.columns.library.isVisible()


@pytest.mark.parametrize("command", ["find", "show_library"])
def test_what_needs_a_column_leads_back_to_it(qtbot: QtBot, desktop: Desktop, command: str) -> None:
    read(qtbot, desktop)
    desktop.window.actions_table["full_screen"].trigger()
    desktop.window.actions_table[command].trigger()
    assert not desktop.window.isFullScreen()
    assert desktop.window.columns.search.isVisible()


def test_columns_keep_their_widths_when_the_window_is_closed_on_the_whole_screen(
    qtbot: QtBot, desktop: Desktop, settings: Settings
) -> None:
    read(qtbot, desktop)
    desktop.window.columns.is_moved = True
    desktop.window.actions_table["full_screen"].trigger()
    desktop.window.close()
    assert all(width > 0 for width in settings.get(COLUMNS))


def test_without_a_document_the_window_fills_the_screen_as_it_is(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.window.actions_table["full_screen"].trigger()
    assert desktop.window.isFullScreen()
    assert all(part.isVisible() for part in around(desktop))


def test_how_pages_lie_is_chosen_and_remembered(qtbot: QtBot, desktop: Desktop, settings: Settings) -> None:
    desktop.window.actions_table["spread_facing"].trigger()
    assert desktop.window.columns.pages.spread is Spread.FACING
    assert settings.get(SPREAD) == "facing"
    read(qtbot, desktop)
    desktop.window.actions_table["fit_height"].trigger()
    assert desktop.window.columns.pages.zoom is Zoom.FIT_HEIGHT
    desktop.window.actions_table["turn_right"].trigger()
    assert desktop.window.columns.pages.turns == 1
    desktop.window.actions_table["turn_left"].trigger()
    assert desktop.window.columns.pages.turns == 0


def test_a_document_opens_where_it_was_left(qtbot: QtBot, desktop: Desktop, archive: FakeArchive) -> None:
    pages = desktop.window.columns.pages
    read(qtbot, desktop)
    pages.set_zoom(3.0)
    pages.turn(1)
    pages.go_to_page(1)
    read(qtbot, desktop, OTHER.id)
    qtbot.waitUntil(lambda: TALKS.id in archive.left_off.noted)
    noted = archive.left_off.noted[TALKS.id]
    assert (noted.page_index, noted.turns) == (1, 1)
    assert pages.turns == 0
    read(qtbot, desktop)
    qtbot.waitUntil(lambda: pages.page_index == 1)
    assert pages.turns == 1


def test_where_a_document_is_left_is_written_down_at_the_end(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    read(qtbot, desktop)
    desktop.window.close()
    qtbot.waitUntil(lambda: TALKS.id in archive.left_off.noted)
    assert isinstance(archive.left_off.noted[TALKS.id], LeftOff)


def test_words_are_found_within_the_document(qtbot: QtBot, desktop: Desktop, archive: FakeArchive) -> None:
    read(qtbot, desktop)
    archive.desk.places = {"стран": (Span(18, 23), Span(30, 35))}
    bar, reader = desktop.window.columns.find_bar, desktop.presenters.reader
    desktop.window.actions_table["find_here"].trigger()
    assert bar.isVisible()
    type_text(bar.field, "стран")
    qtbot.waitUntil(lambda: len(reader.matches) == 2)
    assert bar.text.split() == ["1", "из", "2"]
    desktop.window.actions_table["next_hit"].trigger()
    assert reader.current_number == 2
    press_key(bar.field, Qt.Key.Key_Return)
    assert reader.current_number == 1
    press_key(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert reader.matches == ()


def test_after_finding_within_the_document_the_answer_is_lit_again(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    search, reader = desktop.presenters.search, desktop.presenters.reader
    with qtbot.waitSignal(search.answered):
        search.ask("сотрудничество")
    search.open_match(0, 1)
    qtbot.waitUntil(lambda: reader.current_number == 2)
    lit, spot = reader.matches, search.position
    archive.desk.places = {"стран": (Span(18, 23),)}
    desktop.window.actions_table["find_here"].trigger()
    type_text(desktop.window.columns.find_bar.field, "стран")
    qtbot.waitUntil(lambda: len(reader.matches) == 1)
    assert search.position == spot
    press_key(desktop.window.columns.find_bar.field, Qt.Key.Key_Escape)
    assert reader.matches == lit


def test_what_is_not_there_is_said(qtbot: QtBot, desktop: Desktop) -> None:
    read(qtbot, desktop)
    desktop.window.actions_table["find_here"].trigger()
    type_text(desktop.window.columns.find_bar.field, "ничего")
    qtbot.waitUntil(lambda: desktop.window.columns.find_bar.text == "нет таких мест")


def test_another_document_ends_finding(qtbot: QtBot, desktop: Desktop) -> None:
    read(qtbot, desktop)
    desktop.window.actions_table["find_here"].trigger()
    read(qtbot, desktop, OTHER.id)
    assert not desktop.window.columns.find_bar.isVisible()
    assert desktop.window.columns.find_bar.field.text() == ""
