"""Marks of other programs find the words under them, however these programs draw."""

from hypothesis import given
from hypothesis import strategies as st

from index.model.geometry import Quad
from index.model.span import Span
from index.model.textmap import Line, Piece, TextMap
from index.notes.covering import Covering

TEXT = "Стороны обсудили сотрудничество Встреча прошла в Ташкенте"
"""Two lines of one page, five points a letter."""
CUT = TEXT.index("Встреча")


def text_map() -> TextMap:
    pieces, offset = [], 0
    for word in TEXT.split():
        start = TEXT.index(word, offset)
        offset = start + len(word)
        first = CUT if start >= CUT else 0
        pieces.append(
            Piece(Span(start, offset), int(start >= CUT), (start - first) * 5.0, (offset - first) * 5.0)
        )
    return TextMap((Line(0, 0, 100.0, 112.0), Line(0, 0, 120.0, 132.0)), pieces)


MAP = text_map()
WORDS = [piece.span for piece in MAP.pieces()]


def words(quads: tuple[Quad, ...]) -> str | None:
    span = Covering(MAP).under(quads)
    return None if span is None else span.of(TEXT)


def grown(quad: Quad, by_pt: float) -> Quad:
    box = quad.bounds
    left, top, right, bottom = box.left - by_pt, box.top - by_pt, box.right + by_pt, box.bottom + by_pt
    return Quad(quad.page_index, (left, top, right, top, left, bottom, right, bottom))


@given(st.integers(0, len(WORDS) - 1), st.integers(1, len(WORDS)), st.floats(-0.8, 2))
def test_words_under_their_own_quads_are_found(first: int, count: int, by_pt: float) -> None:
    chosen = WORDS[first : first + count]
    span = Span(chosen[0].start, chosen[-1].stop)
    assert words(tuple(grown(quad, by_pt) for quad in MAP.quads(span))) == span.of(TEXT)


def test_nothing_stands_under_a_mark_beside_the_text() -> None:
    assert words((Quad(0, (0, 300, 90, 300, 0, 312, 90, 312)),)) is None
    assert words((Quad(1, (0, 100, 90, 100, 0, 112, 90, 112)),)) is None


def test_of_a_mark_that_skips_much_the_longest_stretch_is_taken() -> None:
    first, last = MAP.quads(Span(0, 7))[0], MAP.quads(Span(TEXT.index("Ташкенте"), len(TEXT)))[0]
    assert words((first, last)) == "Ташкенте"
