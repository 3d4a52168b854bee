from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.models.sheets import DOTS_ROLE, SheetsModel
from desktop.state.page_names import PageNames
from index.model.document import Page
from index.model.span import Span


def made(*labels: str) -> SheetsModel:
    model = SheetsModel()
    model.show_pages(PageNames([Page(i, 1, 1, Span(0, 0), label=label) for i, label in enumerate(labels)]))
    return model


def test_a_page_is_called_by_its_label_and_its_number(qapp: object, qtmodeltester: ModelTester) -> None:
    model = made("i", "")
    assert [model.index(row).data() for row in range(2)] == ["i (1)", "2"]
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("i")
    qtmodeltester.check(model)


def test_other_lights_are_told_once(qtbot: QtBot) -> None:
    model = made("", "")
    with qtbot.waitSignal(model.dataChanged):
        model.show_dots({1: ("hits", "green")})
    assert [model.index(row).data(DOTS_ROLE) for row in range(2)] == [(), ("hits", "green")]
    with qtbot.assertNotEmitted(model.dataChanged):
        model.show_dots({1: ("hits", "green")})


def test_another_document_has_no_lights_yet(qapp: object) -> None:
    model = made("", "")
    model.show_dots({0: ("hits",)})
    model.show_pages(PageNames())
    assert model.rowCount() == 0
    model.show_dots({0: ("hits",)})
    assert model.rowCount() == 0
