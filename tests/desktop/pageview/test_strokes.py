import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from desktop.pageview.strokes import strokes
from index.model.geometry import Quad
from index.model.span import Span
from index.model.textmap import Line, Piece, TextMap


def quad(direction: int, low: float = 50, high: float = 62, begin: float = 100, end: float = 200) -> Quad:
    if direction >= 2:
        begin, end = end, begin
    return TextMap([Line(0, direction, low, high)], [Piece(Span(0, 5), 0, begin, end)]).quads(Span(0, 5))[0]


@pytest.mark.parametrize("direction", range(4))
def test_a_stroke_covers_its_quad_in_every_direction(direction: int) -> None:
    path, box = strokes([quad(direction)]), quad(direction).bounds
    assert path.contains(QPointF((box.left + box.right) / 2, (box.top + box.bottom) / 2))
    bounds = path.boundingRect()
    assert bounds.left() <= box.left
    assert bounds.right() >= box.right
    assert bounds.top() <= box.top
    assert bounds.bottom() >= box.bottom


@given(st.lists(st.integers(0, 3), min_size=2, max_size=4))
def test_where_strokes_overlap_there_is_no_hole(directions: list[int]) -> None:
    # The bounds of the four directions differ; all of them cover this point.
    quads = [quad(d, 100, 200, 90, 210) for d in directions]
    assert strokes(quads).contains(QPointF(150, 150))


def test_corners_are_round() -> None:
    bounds = strokes([quad(0)]).boundingRect()
    assert not strokes([quad(0)]).contains(bounds.topLeft() + QPointF(0.1, 0.1))
    assert strokes([quad(0)], rounding_pt=0).contains(bounds.topLeft() + QPointF(0.1, 0.1))


def test_a_quad_without_extent_leaves_no_stroke() -> None:
    assert strokes([Quad(0, (5, 5, 5, 5, 5, 9, 5, 9))]).isEmpty()
    assert strokes([Quad(0, (5, 5, 9, 5, 5, 5, 9, 5))]).isEmpty()
    assert strokes([]).isEmpty()
