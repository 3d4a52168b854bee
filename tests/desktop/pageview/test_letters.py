from hypothesis import given
from hypothesis import strategies as st

from desktop.pageview.letters import fitted, letter_at, nearest_place, share
from index.model.span import Span
from index.model.textmap import Line, Piece, TextMap

WORDS = st.text(alphabet="шгтaЩ№.,жmi", min_size=1)


@given(WORDS, st.data())
def test_a_place_between_letters_is_found_again(word: str, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, len(word)))
    assert nearest_place(word, share(word, count)) == count


@given(WORDS, st.data())
def test_a_point_inside_a_letter_means_that_letter(word: str, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(word) - 1))
    middle = (share(word, number) + share(word, number + 1)) / 2
    assert letter_at(word, middle) == number


def test_wide_letters_take_more_room() -> None:
    assert share("шг", 1) > 0.6
    assert share("нн", 1) == 0.5


def test_a_selection_is_cut_between_letters_on_each_of_its_pages() -> None:
    text = "шгшг шгшг"
    lines = [Line(0, 0, 10, 20), Line(1, 0, 10, 20)]
    text_map = TextMap(lines, [Piece(Span(0, 4), 0, 0, 46), Piece(Span(5, 9), 1, 0, 46)])
    span = Span(1, 8)
    first, second = text_map.quads(span)
    (left,) = fitted([first], text_map, text, span)
    (right,) = fitted([second], text_map, text, span)
    assert (left.bounds.left, left.bounds.right) == (15, 46)
    assert (right.bounds.left, right.bounds.right) == (0, 38)
