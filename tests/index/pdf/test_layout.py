"""Lines from strips that a test writes down."""

from index.pdf.layout import PrintedLine
from index.pdf.layout import printed_lines as lines_of_words
from index.pdf.words import Atom, Strip, words_of


def printed_lines(page_index: int, strips: list[Strip]) -> list[PrintedLine]:
    return lines_of_words(page_index, words_of(strips))


def strip(words: list[tuple[str, float, float]], *, height: float = 9.0, size: float = 14.0) -> Strip:
    made = Strip(0, 100.0, size)
    made.atoms = [
        Atom(text, number > 0, left, 100.0 - height, right, 100.0)
        for number, (text, left, right) in enumerate(words)
    ]
    return made


def test_letters_without_outlines_keep_the_size_of_their_font() -> None:
    words = [("Первичная", 70.0, 150.0), ("помощь", 154.0, 210.0)]
    [line] = printed_lines(0, [strip(words, height=1e-6)])
    assert line.size == 14.0
    assert line.bottom - line.top > 10


def test_a_font_many_times_its_letters_is_not_believed() -> None:
    [line] = printed_lines(0, [strip([("Слово", 70.0, 110.0)], size=140.0)])
    assert line.size == 9.0


def test_words_at_unlike_distances_are_cells() -> None:
    cells = [("Заозёрный", 70.0, 140.0), ("2800", 190.0, 220.0), ("2560", 260.0, 290.0), ("86", 350.0, 365.0)]
    assert printed_lines(0, [strip(cells)])[0].has_cells


def test_the_gap_after_a_bullet_is_not_stretched_with_the_others() -> None:
    words = [("•", 70.0, 75.0), ("Первый", 95.0, 150.0), ("второй", 190.0, 240.0), ("третий", 280.0, 330.0)]
    assert not printed_lines(0, [strip(words)])[0].has_cells


def test_words_set_letter_by_letter_are_words() -> None:
    letters = [(letter, 70.0 + 10 * i, 77.0 + 10 * i) for i, letter in enumerate("ПРИКАЗ")]
    more = [(letter, 150.0 + 10 * i, 157.0 + 10 * i) for i, letter in enumerate("МИНИСТРА")]
    [line] = printed_lines(0, [strip([*letters, *more, ("№", 240.0, 250.0)])])
    assert line.text == "ПРИКАЗ МИНИСТРА №"
    assert line.last - line.first == 15


def test_letters_that_make_no_word_stay_apart() -> None:
    letters = [(letter, 70.0 + 10 * i, 77.0 + 10 * i) for i, letter in enumerate("абвгде")]
    assert printed_lines(0, [strip(letters)])[0].text == "а б в г д е"
