from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.pageview.offsets import TextOffsets


@given(st.text("аб\n𝄞😀", max_size=30))
def test_a_position_is_where_qt_has_the_character(text: str) -> None:
    offsets = TextOffsets(text)
    for offset in range(len(text) + 1):
        position = offsets.position(offset)
        assert position == len(text[:offset].encode("utf-16-le")) // 2
        assert offsets.offset(position) == offset


def test_inside_of_a_rare_letter_it_is_that_letter() -> None:
    assert TextOffsets("а😀б").offset(2) == 1
