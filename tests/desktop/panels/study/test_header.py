from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from desktop.models.listed import Column, ListedModel
from desktop.panels.study.table import StudyTable

COLUMNS = (
    Column("Слово", str, str),
    Column("Сколько", str, str, is_number=True),
)
WIDTH = 200


@pytest.fixture
def table(qapp: object) -> Iterator[StudyTable]:
    made = StudyTable(ListedModel(COLUMNS), "Слова", ())
    made.resize(2 * WIDTH + 20, 200)
    made.share_out((WIDTH, WIDTH))
    made.show()
    yield made
    made.close()
    made.deleteLater()


def changed(before: QImage, after: QImage) -> QRect:
    """Return the smallest rectangle outside of which two pictures are the same."""
    points = [
        (x, y)
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    columns, rows = [x for x, _ in points], [y for _, y in points]
    return QRect(min(columns), min(rows), max(columns) - min(columns) + 1, max(rows) - min(rows) + 1)


@pytest.mark.parametrize(("column", "is_left_of_words"), [(0, False), (1, True)])
def test_the_mark_of_order_stands_beside_the_words_and_never_on_them(
    table: StudyTable, column: int, is_left_of_words: bool
) -> None:
    header = table.horizontalHeader()
    plain = header.grab().toImage()
    header.setSortIndicatorShown(True)
    header.setSortIndicator(column, Qt.SortOrder.AscendingOrder)
    mark = changed(plain, header.grab().toImage())
    words = header.fontMetrics().horizontalAdvance(COLUMNS[column].head)
    left = column * WIDTH
    assert mark.width() <= 9
    if is_left_of_words:
        assert left <= mark.left()
        assert mark.right() < left + WIDTH - words
    else:
        assert left + words < mark.left()
        assert mark.right() < left + WIDTH
