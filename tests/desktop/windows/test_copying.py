from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from index.model.span import Span
from tests.desktop.windows.conftest import TALKS
from tests.helpers.fakes import FakeArchive
from tests.index.tables.samples import table

CELLS = ("Сотрудничество", "растёт")
START = TALKS.text.index(CELLS[0])


@pytest.fixture
def reading(qtbot: QtBot, desktop: Desktop, archive: FakeArchive) -> Desktop:
    """A window that has found a table of two cells in its document."""
    made, at, cells = table([CELLS], header_rows=0), START, []
    for cell in made.cells:
        at = TALKS.text.index(cell.text, at)
        cells.append(replace(cell, spans=(Span(at, at + len(cell.text)),)))
    archive.page_tables = {0: (replace(made, cells=tuple(cells)),)}
    desktop.presenters.reader.open_document(TALKS.id)
    qtbot.waitUntil(lambda: desktop.presenters.reader.document is not None)
    with qtbot.waitSignal(desktop.presenters.tables.found):
        desktop.window.actions_table["tables"].trigger()
    return desktop


def test_cells_of_a_found_table_are_copied_with_tabs_between_them(reading: Desktop) -> None:
    reading.window.columns.pages.select(Span(START, START + len("Сотрудничество растёт")))
    reading.window.actions_table["copy"].trigger()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "Сотрудничество\tрастёт"
    assert "<td>" in copied.html()


def test_what_reaches_beyond_the_table_is_copied_as_words(reading: Desktop) -> None:
    reading.window.columns.pages.select(Span(0, START + len("Сотрудничество растёт")))
    reading.window.actions_table["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "О сотрудничестве стран.\nСотрудничество растёт"
