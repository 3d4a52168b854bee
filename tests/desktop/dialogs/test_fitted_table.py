from __future__ import annotations

from PySide6.QtCore import QStringListModel
from pytestqt.qtbot import QtBot

from desktop.dialogs.fitted_table import FittedTable

LONG = "слова " * 60


def test_rows_in_sight_are_as_high_as_their_words_and_no_others_are_measured(qtbot: QtBot) -> None:
    table = FittedTable("Таблица")
    qtbot.addWidget(table)
    table.setModel(QStringListModel([LONG] * 500, table))
    table.resize(300, 200)
    table.show()
    usual = table.verticalHeader().defaultSectionSize()
    qtbot.waitUntil(lambda: table.rowHeight(0) > 2 * usual)
    assert table.rowHeight(499) == usual
    table.scrollToBottom()
    qtbot.waitUntil(lambda: table.rowHeight(499) > 2 * usual)


def test_narrower_columns_make_higher_rows(qtbot: QtBot) -> None:
    table = FittedTable("Таблица")
    qtbot.addWidget(table)
    table.setModel(QStringListModel([LONG], table))
    table.resize(700, 200)
    table.show()
    qtbot.waitUntil(lambda: table.rowHeight(0) != table.verticalHeader().defaultSectionSize())
    wide = table.rowHeight(0)
    table.resize(350, 200)
    qtbot.waitUntil(lambda: table.rowHeight(0) > wide)
