from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.panels.table import fitted


@given(st.lists(st.integers(56, 360), min_size=1, max_size=12), st.integers(100, 2000))
def test_columns_fit_where_they_can_and_are_never_wider_than_wanted(widths: list[int], room: int) -> None:
    made = fitted(widths, room)
    assert all(one <= wanted for one, wanted in zip(made, widths, strict=True))
    can_fit = sum(min(width, 130) for width in widths) <= room
    assert (sum(made) <= room) == can_fit
    if not can_fit:
        assert made == [min(width, 220) for width in widths]


def test_the_widest_columns_give_way_first() -> None:
    assert fitted([100, 200, 300], 500) == [100, 200, 200]
