from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.models.kwic import KwicColumn, KwicModel
from desktop.models.listed import ROW_ROLE
from index.model.study import KwicOrder
from tests.helpers.studies import LINES, line


@pytest.fixture
def model(qapp: object) -> KwicModel:
    made = KwicModel()
    made.show_lines(LINES)
    return made


def test_the_model_keeps_the_rules_of_qt(model: KwicModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_a_line_is_told_around_its_match(model: KwicModel) -> None:
    texts = [model.index(0, column).data() for column in KwicColumn]
    assert texts == ["О", "сотрудничестве", " стран.", "Речь", "2", "05.2021"]
    assert model.index(0, 0).data(ROW_ROLE) == LINES[0]


def test_left_contexts_end_at_the_match(model: KwicModel) -> None:
    alignment = model.index(0, KwicColumn.LEFT).data(Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & int(Qt.AlignmentFlag.AlignRight)


def test_lines_with_certain_words_are_kept(model: KwicModel) -> None:
    model.narrow("растет")
    assert model.lines == (LINES[1],)
    model.narrow("ДОКЛАД сотр")
    assert model.lines == (LINES[1],)
    model.narrow("")
    assert model.lines == LINES


def test_other_lines_are_narrowed_as_the_ones_before(model: KwicModel) -> None:
    model.narrow("мир")
    model.show_lines([line("", "мир", ""), line("", "труд", "")])
    assert [one.keyword for one in model.lines] == ["мир"]


def test_the_archive_and_not_the_table_puts_lines_in_order(model: KwicModel) -> None:
    model.sort(KwicColumn.KEYWORD, Qt.SortOrder.DescendingOrder)
    assert model.lines == LINES


def test_each_head_stands_for_an_order() -> None:
    assert {column.order for column in KwicColumn} == set(KwicOrder)


def test_tooltips_never_turn_into_markup(model: KwicModel) -> None:
    model.show_lines([line("<i>", "<b>", "</b>")])
    assert (
        model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole).startswith("&lt;i&gt;<b>&lt;b&gt;</b>&lt;/b&gt;")
    )
