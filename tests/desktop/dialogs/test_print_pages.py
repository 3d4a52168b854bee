from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.print_pages import PrintPagesDialog
from desktop.state.page_names import PageNames
from index.model.document import Page
from index.model.span import Span
from tests.desktop.qt import type_text

NAMES = PageNames([Page(i, 1, 1, Span(0, 0)) for i in range(9)])


@pytest.fixture
def dialog(qtbot: QtBot) -> PrintPagesDialog:
    made = PrintPagesDialog(NAMES, 4, has_marks=True)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_whole_document_is_printed_with_marks_unless_something_else_is_chosen(
    qtbot: QtBot, dialog: PrintPagesDialog
) -> None:
    with qtbot.waitSignal(dialog.pages_chosen) as chosen:
        dialog._print.click()
    assert chosen.args == [tuple(range(9)), True]


def test_typing_pages_chooses_them(qtbot: QtBot, dialog: PrintPagesDialog) -> None:
    dialog.marks.setChecked(False)
    type_text(dialog.field, "2, 8-")
    assert dialog.some.isChecked()
    with qtbot.waitSignal(dialog.pages_chosen) as chosen:
        dialog._print.click()
    assert chosen.args == [(1, 7, 8), False]


def test_what_is_no_page_cannot_be_printed(dialog: PrintPagesDialog) -> None:
    type_text(dialog.field, "2, а")
    assert not dialog._print.isEnabled()
    dialog.current.setChecked(True)
    assert dialog._print.isEnabled()


def test_a_document_without_marks_does_not_offer_them(qtbot: QtBot) -> None:
    made = PrintPagesDialog(NAMES, 0, has_marks=False)
    qtbot.addWidget(made)
    assert not made.marks.isEnabled()
    assert not made.marks.isChecked()
