import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.pdf.frames import PageFrame, along, line_extent

edges = st.floats(-500, 500)
sizes = st.floats(1, 2000)


@st.composite
def frames(draw: st.DrawFn) -> PageFrame:
    left, bottom = draw(edges), draw(edges)
    return PageFrame(left, bottom, left + draw(sizes), bottom + draw(sizes), draw(st.integers(0, 3)))


@given(frames())
def test_the_visible_page_begins_at_the_origin(frame: PageFrame) -> None:
    width, height = frame.size
    assert frame.turn(0)(*frame.visible) == pytest.approx((0, 0, width, height), abs=1e-6)


@given(frames(), st.integers(0, 3))
def test_reading_space_leads_back_to_page_space(frame: PageFrame, direction: int) -> None:
    """A box, turned until its text is upright and told as a line, is the box on the displayed page."""
    left, bottom, right, top = frame.visible
    third = (right - left) / 3
    inner = (left + third, bottom + third / 2, right - third / 3, top - third / 5)
    box = inner[0], min(inner[1], inner[3]), inner[2], max(inner[1], inner[3])
    on_page = frame.turn(0)(*box)
    u1, v1, u2, v2 = frame.turn(direction)(*box)
    low, high = line_extent(direction, v1, v2)
    begin, end = sorted((along(direction, u1), along(direction, u2)))
    made = (begin, low, end, high) if direction % 2 == 0 else (low, begin, high, end)
    assert made == pytest.approx(on_page, abs=1e-6)


def test_rotation_turns_the_page_clockwise() -> None:
    frame = PageFrame(0, 0, 600, 800, 1)
    assert frame.size == (800, 600)
    assert frame.turn(0)(0, 0, 10, 20) == (0, 0, 20, 10)


def test_crop_moves_the_origin() -> None:
    assert PageFrame(40, 30, 540, 800, 0).turn(0)(50, 780, 60, 790) == (10, 10, 20, 20)


@pytest.mark.parametrize(
    ("rotation", "angle", "direction"), [(0, 0, 0), (1, 0, 1), (1, 270, 0), (3, 90, 0), (2, 180, 0)]
)
def test_text_turned_against_the_page_is_upright(rotation: int, angle: float, direction: int) -> None:
    assert PageFrame(0, 0, 1, 1, rotation).direction(math.radians(angle)) == direction
