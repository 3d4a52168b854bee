from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs.rename import RenameDialog
from desktop.state.renaming import RenameWish
from tests.helpers.studies import EVIDENCE, NODES, entity_page

PAGE = entity_page(NODES[0].who)


@pytest.fixture
def dialog(qapp: object) -> Iterator[RenameDialog]:
    made = RenameDialog(PAGE, QLineEdit())
    yield made
    made.deleteLater()


def test_nothing_happens_until_there_is_another_name(dialog: RenameDialog) -> None:
    assert dialog.field.text() == "Анна Котова"
    assert not dialog.go.isEnabled()
    dialog.field.setText(" Анна Белая ")
    assert dialog.go.isEnabled()
    dialog.field.clear()
    assert not dialog.go.isEnabled()


def test_all_documents_are_meant_even_those_that_are_not_listed(dialog: RenameDialog, qtbot: QtBot) -> None:
    dialog.field.setText(" Анна Белая ")
    assert "в 2 документах" in dialog.amount.text().replace("\N{NO-BREAK SPACE}", " ")
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.go.click()
    assert wished.args == [RenameWish(PAGE, "Анна Белая")]


def test_namesakes_are_parted_by_the_documents_that_are_chosen(qapp: object, qtbot: QtBot) -> None:
    page = replace(PAGE, mentioned=PAGE.mentioned * 2)
    dialog = RenameDialog(page, QLineEdit())
    dialog.field.setText("Анна Белая")
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert "в 1 документе" in dialog.amount.text().replace("\N{NO-BREAK SPACE}", " ")
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.go.click()
    assert wished.args == [RenameWish(page, "Анна Белая", (EVIDENCE.document_id,))]
    dialog.deleteLater()


def test_without_a_document_nothing_can_be_renamed(dialog: RenameDialog) -> None:
    dialog.field.setText("Анна Белая")
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.go.isEnabled()
