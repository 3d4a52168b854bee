from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.models.gaps import GAP_ROLE, GapModel
from tests.helpers.gaps import file_gap, some_gaps


def test_the_model_keeps_the_rules_of_qt(qapp: object, qtmodeltester: ModelTester) -> None:
    model = GapModel()
    model.show_gaps(some_gaps().all)
    qtmodeltester.check(model)


def test_a_row_names_document_pages_reason_and_advice(qapp: object) -> None:
    model = GapModel()
    model.show_gaps(some_gaps().all)
    assert [model.index(0, column).data() for column in range(model.columnCount())] == [
        "Документ a",
        "3–5, 8",
        "Здесь изображение без текстового слоя. Совет.",
    ]
    assert model.index(2, 0).data(GAP_ROLE) == some_gaps().all[2]


def test_tooltips_never_turn_into_markup(qapp: object) -> None:
    model = GapModel()
    model.show_gaps([file_gap("/<b>x")])
    assert "<b>" not in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_the_same_gaps_do_not_reset_the_view(qapp: object, qtbot: QtBot) -> None:
    model = GapModel()
    model.show_gaps(some_gaps().all)
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_gaps(some_gaps().all)
