from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.models.decided import DecidedModel
from desktop.state.decided import Decided
from index.model.annotation import Anchor
from index.model.decision import Act, Decision
from index.model.document import DocumentId
from index.model.span import Span

DECISION = Decision(
    id="1",
    document_id=DocumentId("a" * 64),
    act=Act.REJECT,
    anchor=Anchor(Span(0, 9), "5 млн\nруб.", "", "", 2),
    was=None,
    becomes=None,
    other=None,
    created="2020-05-01T10:00:00+00:00",
)
LISTED = Decided(DECISION, "Отклонено", "5 млн ₽")


def cells(model: DecidedModel, row: int) -> list[object]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_the_list_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = DecidedModel()
    model.show_decisions((LISTED, LISTED))
    qtmodeltester.check(model)


def test_a_row_says_when_what_about_what_and_where() -> None:
    model = DecidedModel()
    model.show_decisions((LISTED,))
    assert cells(model, 0) == ["1\u00a0мая\u00a02020", "Отклонено", "5 млн ₽", "3", "«5 млн руб.»"]
    horizontal = Qt.Orientation.Horizontal
    heads = [model.headerData(column, horizontal) for column in range(model.columnCount())]
    assert heads == ["Когда", "Решение", "О чём", "Стр.", "Слова в тексте"]


def test_a_decision_without_effect_says_so() -> None:
    model = DecidedModel()
    model.show_decisions((replace(LISTED, holds=False),))
    assert cells(model, 0)[1] == "Отклонено. Не действует: в тексте этого уже нет"


def test_what_stands_in_a_document_is_no_rich_text_in_a_tooltip() -> None:
    model = DecidedModel()
    model.show_decisions((replace(LISTED, what="<b>5</b>"),))
    assert "&lt;b&gt;" in model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)


def test_there_is_no_decision_behind_the_last_row() -> None:
    model = DecidedModel()
    assert model.decided(0) is None
    model.show_decisions((LISTED,))
    assert model.decided(0) == LISTED
