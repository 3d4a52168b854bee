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
