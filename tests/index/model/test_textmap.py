import pickle
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.span import Span
from index.model.textmap import Line, Piece, TextMap

coordinates = st.floats(0, 1000, width=32)


@st.composite
def maps(draw: st.DrawFn) -> TextMap:
    """Maps as readers make them: pages ascend, pieces of a line stand together, blanks lie between."""
    lines, pieces = [], []
    offset = 0
    for page in range(draw(st.integers(0, 3))):
        for _ in range(draw(st.integers(0, 4))):
            low = draw(coordinates)
            lines.append(Line(page, draw(st.integers(0, 3)), low, low + draw(st.floats(1, 40, width=32))))
            for _ in range(draw(st.integers(0, 5))):
                offset += draw(st.integers(0, 3))
                length = draw(st.integers(1, 12))
                begin, end = draw(coordinates), draw(coordinates)
                sure = draw(st.sampled_from([100, 100, 37]))
                pieces.append(Piece(Span(offset, offset + length), len(lines) - 1, begin, end, sure))
                offset += length
    return TextMap(lines, pieces)


def small_map() -> TextMap:
    """«ука-» on one line, «зать» and «путь» on the next, «дом» on the next page."""
    lines = [Line(0, 0, 100, 112), Line(0, 0, 120, 132), Line(1, 0, 50, 62)]
    pieces = [
        Piece(Span(0, 3), 0, 500, 530),
        Piece(Span(3, 7), 1, 72, 112),
        Piece(Span(8, 12), 1, 120, 160),
        Piece(Span(13, 16), 2, 72, 102),
    ]
    return TextMap(lines, pieces)


@given(maps())
def test_unpacking_gives_back_what_was_packed(made: TextMap) -> None:
    again = TextMap.from_bytes(made.to_bytes())
    assert len(again) == len(made)
    for before, after in zip(made.pieces(), again.pieces(), strict=True):
        assert (after.span, after.line) == (before.span, before.line)
        assert after.confidence == before.confidence
        assert after.from_pt == pytest.approx(before.from_pt, abs=0.04)
        assert after.to_pt == pytest.approx(before.to_pt, abs=0.04)
        old, new = made.line(before.line), again.line(after.line)
        assert (new.page_index, new.direction) == (old.page_index, old.direction)
        assert new.low_pt == pytest.approx(old.low_pt, abs=0.04)
        assert new.high_pt == pytest.approx(old.high_pt, abs=0.04)


@given(maps())
def test_columns_and_pieces_make_the_same_map(made: TextMap) -> None:
    pieces = list(made.pieces())
    count = max((piece.line for piece in pieces), default=-1) + 1
    again = TextMap.from_columns(
        [made.line(i) for i in range(count)],
        (array("I", (p.span.start for p in pieces)), array("I", (p.span.stop for p in pieces))),
        array("I", (p.line for p in pieces)),
        (array("f", (p.from_pt for p in pieces)), array("f", (p.to_pt for p in pieces))),
        bytes(p.confidence for p in pieces),
    )
    assert list(again.pieces()) == pieces


@given(maps(), st.data())
def test_the_quads_of_two_parts_cover_what_the_whole_covers(made: TextMap, data: st.DataObject) -> None:
    end = max((piece.span.stop for piece in made.pieces()), default=0)
    start = data.draw(st.integers(0, end))
    stop = data.draw(st.integers(start, end))
    middle = data.draw(st.integers(start, stop))
    whole = {quad.page_index for quad in made.quads(Span(start, stop))}
    parts = (*made.quads(Span(start, middle)), *made.quads(Span(middle, stop)))
    assert {quad.page_index for quad in parts} == whole
    assert set(made.pages(Span(start, stop))) == whole


@given(maps())
def test_the_middle_of_a_quad_leads_back_to_its_page(made: TextMap) -> None:
    for piece in made.pieces():
        (quad,) = made.quads(piece.span)
        assert quad.page_index == made.page_at(piece.span.start)
        middle = (quad.bounds.left + quad.bounds.right) / 2, (quad.bounds.top + quad.bounds.bottom) / 2
        assert made.at(quad.page_index, *middle) is not None
        assert made.nearest(quad.page_index, *middle) is not None


@given(maps())
def test_pieces_of_a_page_are_those_on_its_lines(made: TextMap) -> None:
    for page in range(4):
        expected = [piece for piece in made.pieces() if made.line(piece.line).page_index == page]
        assert list(made.pieces(page)) == expected


def test_a_divided_word_has_a_quad_on_each_line() -> None:
    first, second = small_map().quads(Span(0, 7))
    assert (first.bounds.left, first.bounds.right, first.bounds.top) == (500, 530, 100)
    assert (second.bounds.left, second.bounds.right, second.bounds.top) == (72, 112, 120)


def test_words_of_one_line_share_one_quad() -> None:
    (quad,) = small_map().quads(Span(3, 12))
    assert (quad.bounds.left, quad.bounds.right) == (72, 160)


def test_a_phrase_over_a_page_break_lies_on_both_pages() -> None:
    assert small_map().pages(Span(8, 16)) == (0, 1)


def test_part_of_a_word_is_cut_in_proportion() -> None:
    (quad,) = small_map().quads(Span(4, 6))
    assert (quad.bounds.left, quad.bounds.right) == (82, 102)


def test_blanks_and_empty_spans_have_no_quads() -> None:
    assert small_map().quads(Span(7, 8)) == ()
    assert small_map().quads(Span(5, 5)) == ()


@pytest.mark.parametrize(
    ("direction", "corners"),
    [
        (0, (10, 5, 30, 5, 10, 8, 30, 8)),
        (1, (8, 10, 8, 30, 5, 10, 5, 30)),
        (2, (10, 8, 30, 8, 10, 5, 30, 5)),
        (3, (5, 10, 5, 30, 8, 10, 8, 30)),
    ],
)
def test_corners_follow_the_reading_direction(direction: int, corners: tuple[float, ...]) -> None:
    made = TextMap([Line(0, direction, 5, 8)], [Piece(Span(0, 4), 0, 10, 30)])
    assert made.quads(Span(0, 4))[0].points == corners


def test_the_nearest_word_is_on_the_same_line_first() -> None:
    assert small_map().nearest(0, 170, 126) == Span(8, 12)
    assert small_map().nearest(2, 0, 0) is None


def test_overlapping_pieces_are_refused() -> None:
    line = Line(0, 0, 0, 10)
    with pytest.raises(ValueError, match="out of order"):
        TextMap([line], [Piece(Span(0, 5), 0, 0, 1), Piece(Span(4, 6), 0, 1, 2)])
    with pytest.raises(ValueError, match="out of order"):
        TextMap.from_columns(
            [line],
            (array("I", [0, 4]), array("I", [5, 6])),
            array("I", [0, 0]),
            (array("f", [0, 1]), array("f", [1, 2])),
        )


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="different lengths"):
        TextMap.from_columns([], (array("I", [0]), array("I")), array("I"), (array("f"), array("f")))


@pytest.mark.parametrize("packed", [b"", b"TM1\0", b"XXXX" + bytes(20), small_map().to_bytes()[:-4]])
def test_what_is_not_a_map_is_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match="text map"):
        TextMap.from_bytes(packed)


def test_a_span_is_as_sure_as_its_worst_piece() -> None:
    lines = [Line(0, 0, 100, 112)]
    pieces = [Piece(Span(0, 3), 0, 0, 30), Piece(Span(4, 7), 0, 40, 70, 61), Piece(Span(8, 9), 0, 80, 90, 93)]
    recognised = TextMap(lines, pieces)
    assert recognised.confidence(Span(0, 3)) == 1
    assert recognised.confidence(Span(0, 9)) == 0.61
    assert recognised.confidence(Span(8, 9)) == 0.93
    assert small_map().confidence(Span(0, 16)) == 1


@given(maps())
def test_a_map_travels_as_it_is_kept(text_map: TextMap) -> None:
    travelled = pickle.loads(pickle.dumps(text_map))  # noqa: S301 - our own
    assert travelled.to_bytes() == text_map.to_bytes()
    assert list(travelled.pieces()) == list(TextMap.from_bytes(text_map.to_bytes()).pieces())


def test_a_map_that_came_packed_has_nothing_but_its_columns() -> None:
    travelled = pickle.loads(pickle.dumps(TextMap((), ())))  # noqa: S301 - our own
    assert not hasattr(travelled, "colour")
    assert len(travelled) == 0
