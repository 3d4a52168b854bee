from desktop.pageview.selecting import Selecting
from desktop.pageview.words import Unit
from index.model.span import Span

TEXT = "раз два три\nчетыре пять"


def cut(span: Span) -> str:
    return TEXT[span.start : span.stop]


def test_a_selection_grows_word_by_word() -> None:
    selecting = Selecting(TEXT)
    assert cut(selecting.begin(5, Unit.WORD)) == "два"
    assert cut(selecting.extend(9)) == "два три"
    assert cut(selecting.extend(13)) == "два три\nчетыре"


def test_a_selection_turned_round_keeps_the_word_where_it_began() -> None:
    selecting = Selecting(TEXT)
    selecting.begin(5, Unit.WORD)
    selecting.extend(13)
    assert cut(selecting.extend(1)) == "раз два"


def test_after_a_triple_click_it_grows_by_paragraphs() -> None:
    selecting = Selecting(TEXT)
    assert cut(selecting.begin(14, Unit.PARAGRAPH)) == "четыре пять"
    assert selecting.extend(1) == Span(0, len(TEXT))


def test_a_passage_can_be_extended_in_both_directions() -> None:
    selecting = Selecting(TEXT)
    selecting.begin_with(Span(4, 7))
    assert cut(selecting.extend(0)) == "раз два"
    assert cut(selecting.extend(9)) == "два три"


def test_by_characters_a_selection_ends_between_any_two() -> None:
    selecting = Selecting(TEXT)
    assert not selecting.begin(5, Unit.CHARACTER)
    assert cut(selecting.extend(9)) == "ва т"
    assert selecting.caret == 9
    assert cut(selecting.extend(2)) == "з д"
    assert selecting.caret == 2


def test_keys_move_the_end_that_the_mouse_moved_last() -> None:
    selecting = Selecting(TEXT)
    selecting.begin(9, Unit.CHARACTER)
    selecting.extend(4)
    assert cut(selecting.move(5)) == "ва т"
    assert cut(selecting.move(11)) == "ри"


def test_a_passage_turned_round_is_extended_at_its_beginning() -> None:
    selecting = Selecting(TEXT)
    selecting.begin_with(Span(4, 7))
    selecting.turn()
    assert cut(selecting.move(0)) == "раз два"
