from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.models.table import TableModel
from index.tables.joining import joined
from tests.index.tables.samples import table

HEAD = ("Код", "Цена")
FIRST = table([HEAD, ("1.8.3", "5 000,00")])
REST = table([("1.9", "30")], page_index=1, header_rows=0)


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = TableModel()
    model.show(joined([FIRST])[0])
    qtmodeltester.check(model)
    model.show(joined([FIRST, REST])[0])
    qtmodeltester.check(model)
    model.show(None)
    qtmodeltester.check(model)


def test_cells_show_their_texts_and_heads_are_bold(qapp: object) -> None:
    model = TableModel()
    model.show(joined([FIRST])[0])
    assert [[model.index(r, c).data() for c in range(2)] for r in range(2)] == [
        list(HEAD),
        ["1.8.3", "5 000,00"],
    ]
    assert model.index(0, 0).data(Qt.ItemDataRole.FontRole).bold()
    assert model.index(1, 0).data(Qt.ItemDataRole.FontRole) is None


@pytest.mark.parametrize(
    ("column", "side"), [(0, Qt.AlignmentFlag.AlignLeft), (1, Qt.AlignmentFlag.AlignRight)]
)
def test_numbers_stand_at_the_right_and_codes_at_the_left(
    qapp: object, column: int, side: Qt.AlignmentFlag
) -> None:
    model = TableModel()
    model.show(joined([FIRST])[0])
    assert model.index(1, column).data(Qt.ItemDataRole.TextAlignmentRole) & int(side)


def test_a_continuation_adds_rows_and_resets_nothing(qapp: object) -> None:
    model = TableModel()
    model.show(joined([FIRST])[0])
    resets: list[object] = []
    added: list[tuple[int, int]] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.rowsInserted.connect(lambda _parent, first, last: added.append((first, last)))
    model.show(joined([FIRST, REST])[0])
    assert (resets, added) == ([], [(2, 2)])
    assert model.rowCount() == 3


def test_merged_cells_are_known(qapp: object) -> None:
    wide = replace(FIRST.cells[0], column_span=2)
    model = TableModel()
    model.show(joined([replace(FIRST, cells=(wide, *FIRST.cells[2:]))])[0])
    assert model.merged() == [wide]
