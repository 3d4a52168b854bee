import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.span import Span
from index.search.places import pack, unpack


@given(st.lists(st.tuples(st.integers(0, 1 << 33), st.integers(1, 1 << 20))))
def test_packed_places_are_unpacked(steps: list[tuple[int, int]]) -> None:
    starts, stops, behind = [], [], 0
    for gap, length in steps:
        starts.append(behind + gap % (1 << 31))
        behind = starts[-1] + length
        stops.append(behind)
    places = unpack(pack(starts, stops))
    assert (list(places.starts), list(places.stops)) == (starts, stops)


def test_a_range_of_tokens_is_one_span() -> None:
    assert unpack(pack([0, 5, 9], [4, 8, 12])).span(1, 3) == Span(5, 12)


def test_other_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="not packed places"):
        unpack(b"?")
