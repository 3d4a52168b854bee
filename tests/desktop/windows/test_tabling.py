from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.pageview.table_frames import TableBar, TableFrames
from tests.desktop.windows.conftest import TALKS
from tests.helpers.fakes import FakeArchive
from tests.index.tables.samples import table

FIRST = table([("Код", "Цена"), ("1", "=5")])
SECOND = table([("Имя", "Год"), ("Дом", "1990")])
REST = table([("Сад", "1991")], page_index=1, header_rows=0)


@pytest.fixture
def opened(desktop: Desktop, archive: FakeArchive, qtbot: QtBot) -> Desktop:
    """A window with a document of two pages open, and the tables of its first page found."""
    archive.page_tables = {0: (FIRST, SECOND), 1: (REST,)}
    desktop.presenters.reader.open_document(TALKS.id)
    qtbot.waitUntil(lambda: desktop.presenters.reader.document is not None)
    with qtbot.waitSignal(desktop.presenters.tables.found):
        desktop.window.actions_table["tables"].trigger()
    return desktop


def frames(desktop: Desktop) -> TableFrames:
    (found,) = desktop.window.columns.pages.viewport().findChildren(TableFrames)
    return found


def bars(desktop: Desktop) -> list[TableBar]:
    viewport = desktop.window.columns.pages.viewport()
    return [bar for bar in viewport.findChildren(TableBar) if bar.isVisible()]


def press(bar: TableBar, text: str) -> None:
    (button,) = [one for one in bar.findChildren(QToolButton) if text in (one.text(), one.accessibleName())]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def open_first(desktop: Desktop, qtbot: QtBot) -> None:
    with qtbot.waitSignals([desktop.presenters.tables.opened, desktop.presenters.tables.opened]):
        press(bars(desktop)[0], "Открыть")


def test_found_tables_are_framed_and_one_bar_is_open(opened: Desktop) -> None:
    assert frames(opened).isVisible()
    assert len(bars(opened)) == 2
    widths = [bar.width() for bar in bars(opened)]
    assert widths[0] > 3 * widths[1]


def test_frames_follow_the_pages(opened: Desktop) -> None:
    pages = opened.window.columns.pages
    before = frames(opened).area_of(0, FIRST.box)
    pages.zoom_in()
    assert frames(opened).area_of(0, FIRST.box).width() > before.width()
    pages.go_to_page(0)
    bar = bars(opened)[0]
    assert QRectF(pages.viewport().rect()).contains(QRectF(bar.geometry()))


def test_frames_go_when_the_reader_says_so(opened: Desktop) -> None:
    press(bars(opened)[0], "Убрать рамки")
    assert bars(opened) == []
    assert not frames(opened).isVisible()


def test_a_page_without_tables_says_so_calmly(opened: Desktop, archive: FakeArchive, qtbot: QtBot) -> None:
    archive.page_tables = {}
    with qtbot.waitSignal(opened.presenters.tables.found):
        opened.window.actions_table["tables"].trigger()
    assert opened.window.status._message.text() == "На странице 1 таблиц не найдено."
    assert bars(opened) == []


def test_a_copied_table_is_cells_for_spreadsheets_and_runs_nothing(opened: Desktop) -> None:
    press(bars(opened)[0], "Копировать таблицу")
    content = QApplication.clipboard().mimeData()
    assert content.text() == "Код\tЦена\r\n1\t'=5"
    assert "<th>Код</th>" in content.html()


def test_an_opened_table_shows_its_cells_and_lights_them_on_the_page(opened: Desktop, qtbot: QtBot) -> None:
    open_first(opened, qtbot)
    panel = opened.window.columns.table
    assert panel.isVisible()
    assert panel._title.text() == "Таблица, с. 1: 2\u00a0строки, 2\u00a0столбца"
    panel.grid.setCurrentIndex(panel.grid.model().index(1, 1))
    assert frames(opened)._cell == (0, FIRST.cells[3].box)
    QTest.keyClick(panel.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "=5"
    QTest.keyClick(panel.grid, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert frames(opened)._cell is None


def test_a_table_is_saved_where_the_reader_says(
    opened: Desktop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(tmp_path / "цены"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(opened.presenters.tables.saved):
        press(bars(opened)[0], "CSV")
    assert offered == [f"{TALKS.title}, с. 1.csv"]
    assert (tmp_path / "цены.csv").read_text("utf-8-sig") == "Код;Цена\n1;'=5\n"


def test_the_menu_of_the_page_finds_tables(opened: Desktop, qtbot: QtBot) -> None:
    viewport = opened.window.columns.pages.viewport()
    where = QPoint(120, 120)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, viewport.mapToGlobal(where))
    QApplication.sendEvent(viewport, event)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = [one for one in menu.actions() if "аблицы" in one.text()]
    with qtbot.waitSignal(opened.presenters.tables.found):
        action.trigger()
    menu.close()
