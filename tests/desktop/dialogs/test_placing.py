from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from desktop.dialogs.placing import GAP_PX, beside

WITHIN, SIZE = QRect(100, 50, 800, 600), QSize(300, 40)


@pytest.mark.parametrize(
    ("areas", "expected"),
    [
        pytest.param([QRect(400, 300, 100, 20)], QPoint(299, 328), id="under a word"),
        pytest.param([QRect(400, 600, 100, 20)], QPoint(299, 552), id="above a word at the lower edge"),
        pytest.param([QRect(110, 300, 20, 20)], QPoint(104, 328), id="not beyond the left edge"),
        pytest.param(
            [QRect(120, 500, 300, 140), QRect(500, 60, 300, 200)],
            QPoint(499, 268),
            id="under the end of a selection over two columns",
        ),
        pytest.param([QRect(110, 60, 400, 580)], QPoint(518, 329), id="to the right of a column"),
        pytest.param([QRect(480, 60, 400, 580)], QPoint(172, 329), id="to the left of a column"),
    ],
)
def test_what_floats_is_where_it_covers_nothing(areas: list[QRect], expected: QPoint) -> None:
    assert beside(areas, SIZE, WITHIN) == expected


@given(
    st.lists(
        st.builds(
            QRect, st.integers(100, 800), st.integers(50, 600), st.integers(1, 600), st.integers(5, 200)
        ),
        max_size=5,
    )
)
def test_it_never_leaves_its_frame(areas: list[QRect]) -> None:
    assert WITHIN.contains(QRect(beside(areas, SIZE, WITHIN), SIZE))


@given(st.integers(110, 880), st.integers(55, 620))
def test_it_never_covers_a_word(x: int, y: int) -> None:
    word = QRect(x, y, 15, 20)
    assert (
        not QRect(beside([word], SIZE, WITHIN), SIZE).adjusted(0, 1 - GAP_PX, 0, GAP_PX - 1).intersects(word)
    )
