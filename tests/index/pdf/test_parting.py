import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.pdf.parting import Letters, parted
from index.pdf.pieces import Pieces

ROWS = st.lists(st.integers(0, 2), min_size=1, max_size=6)
"""The row of each letter of a word."""


def _pieces(words: list[list[int]]) -> Pieces:
    """Words as they are before it is known where their letters stand."""
    n = len(words)
    nowhere = np.full((n, 4), -1.0)
    texts = ["?" * len(rows) for rows in words]
    ones = np.ones(n, bool)
    return Pieces(texts, np.arange(n) * 100, nowhere, nowhere.copy(), np.zeros(n, int), ones, ones.copy())


def _letters(words: list[list[int]], which: list[int]) -> Letters:
    """The letters of some of them: 10 pt wide, one after another; rows are 20 pt apart and 10 pt high."""
    of = [(word, k, row) for word in which for k, row in enumerate(words[word])]
    boxes = np.array([(10.0 * k, 20.0 * row, 10.0 * k + 10, 20.0 * row + 10) for _, k, row in of])
    numbers = np.array([100 * word + k for word, k, _ in of])
    return Letters(np.array([word for word, _, _ in of]), [str(k) for _, k, _ in of], numbers, boxes, boxes)


def test_each_part_stands_on_its_row_and_only_the_first_one_has_a_blank() -> None:
    made = parted(_pieces([[0], [0, 0, 1], [0]]), _letters([[0], [0, 0, 1], [0]], [1]))
    assert made.texts == ["?", "01", "2", "?"]
    assert made.numbers.tolist() == [0, 100, 102, 200]
    assert made.boxes[1:3].tolist() == [[0, 0, 20, 10], [20, 20, 30, 30]]
    assert made.blanks.tolist() == made.begin_lines.tolist() == [True, True, False, True]


@given(st.lists(ROWS, min_size=1, max_size=6), st.data())
def test_no_letter_is_lost_and_no_part_leaves_its_row(words: list[list[int]], data: st.DataObject) -> None:
    which = sorted(data.draw(st.sets(st.integers(0, len(words) - 1), min_size=1)))
    made = parted(_pieces(words), _letters(words, which))
    texts = iter(zip(made.texts, made.boxes.tolist(), made.blanks.tolist(), strict=True))
    for word, rows in enumerate(words):
        text, box, _ = next(texts)
        if word not in which:
            assert text == "?" * len(rows)
            continue
        while len(text) < len(rows):
            assert box[3] - box[1] == 10
            more, box, has_blank = next(texts)
            assert not has_blank
            text += more
        assert text == "".join(map(str, range(len(rows))))
    assert next(texts, None) is None


@given(st.lists(ROWS, min_size=2, max_size=6))
def test_words_parted_together_are_those_parted_one_by_one(words: list[list[int]]) -> None:
    together = parted(_pieces(words), _letters(words, list(range(len(words)))))
    alone = [parted(_pieces([rows]), _letters([rows], [0])) for rows in words]
    assert together.texts == [text for made in alone for text in made.texts]
    assert together.boxes.tolist() == [box for made in alone for box in made.boxes.tolist()]
    assert together.blanks.tolist() == [blank for made in alone for blank in made.blanks.tolist()]
