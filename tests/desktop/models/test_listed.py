from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from desktop.models.listed import ROW_ROLE, Column, ListedModel
from desktop.models.studied import collocate_columns, similar_columns, word_columns
from index.model.study import WordRow
from tests.helpers.studies import FakeStudyDesk

COLUMNS = (
    Column("Слово", lambda row: row[0], lambda row: row[0]),
    Column("Число", lambda row: str(row[1] or ""), lambda row: row[1], is_number=True, tip="Сколько"),
)
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def listed(*rows: tuple[str, int | None]) -> ListedModel:
    model = ListedModel(COLUMNS)
    model.show_rows(rows)
    return model


def test_the_model_keeps_the_rules_of_qt(qapp: object, qtmodeltester: ModelTester) -> None:
    model = listed(("б", 2), ("а", 3), ("в", None))
    qtmodeltester.check(model)
    model.sort(1, DOWN)
    qtmodeltester.check(model)


def test_rows_are_sorted_both_ways_and_unknown_values_stay_last(qapp: object) -> None:
    model = listed(("б", 2), ("в", None), ("а", 3))
    model.sort(1, UP)
    assert [row[0] for row in model.rows] == ["б", "а", "в"]
    model.sort(1, DOWN)
    assert [row[0] for row in model.rows] == ["а", "б", "в"]


@given(st.lists(st.tuples(st.text(max_size=3), st.none() | st.integers(0, 3))), st.sampled_from((UP, DOWN)))
def test_sorting_loses_nothing_and_leaves_equals_as_they_were(
    rows: list[tuple[str, int | None]], order: Qt.SortOrder
) -> None:
    model = listed(*rows)
    model.sort(1, order)
    assert sorted(model.rows, key=str) == sorted(rows, key=str)
    for value in {row[1] for row in rows}:
        assert [row for row in model.rows if row[1] == value] == [row for row in rows if row[1] == value]


def test_a_chosen_row_stays_chosen_when_rows_are_sorted(qapp: object) -> None:
    model = listed(("б", 2), ("а", 3))
    held = QPersistentModelIndex(model.index(0, 1))
    model.sort(0, UP)
    assert held.data(ROW_ROLE) == ("б", 2)
    assert (held.row(), held.column()) == (1, 1)


def test_other_rows_are_sorted_as_the_ones_before(qapp: object) -> None:
    model = listed(("б", 2))
    model.sort(0, UP)
    model.show_rows([("в", 1), ("а", 1)])
    assert [row[0] for row in model.rows] == ["а", "в"]


def test_numbers_stand_right_under_their_heads(qapp: object) -> None:
    model = listed(("б", 2))
    role = Qt.ItemDataRole.TextAlignmentRole
    head = model.headerData(1, Qt.Orientation.Horizontal, role)
    assert (
        head
        == model.index(0, 1).data(role)
        == int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    )


def test_tooltips_never_turn_into_markup(qapp: object) -> None:
    assert listed(("<b>x", 1)).index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "&lt;b&gt;x"


def shown(model: ListedModel, row: int = 0) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_a_word_is_told_with_counts_and_dates(qapp: object) -> None:
    model = ListedModel(word_columns())
    model.show_rows([WordRow("Каримов", "Каримов", 2, 15000, "2021", "2022-05-03")])
    assert [text.replace("\u202f", " ") for text in shown(model)] == [
        "Каримов",
        "2",
        "15 000",
        "2021",
        "03.05.2022",
        "",
    ]


def test_what_could_not_be_asked_shows_why_and_no_counts(qapp: object) -> None:
    model = ListedModel(word_columns())
    model.show_rows([WordRow("(", "(", 0, 0, problem="Скобка не закрыта.")])
    assert shown(model) == ["(", "", "", "", "", "Скобка не закрыта."]


def test_neighbours_and_likenesses_are_told(qapp: object) -> None:
    desk = FakeStudyDesk()
    around, alike = ListedModel(collocate_columns()), ListedModel(similar_columns())
    around.show_rows(desk.collocations("мир").words)
    alike.show_rows(desk.similar(desk.made[0].document_id))
    assert shown(around) == ["страна", "5", "1", "4", "9", "12"]
    assert shown(alike) == ["Договор", "2021", "42\N{NO-BREAK SPACE}%", "страна, мир"]
