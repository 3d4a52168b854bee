import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.span import Span
from index.search.batch import MARK_EVERY
from index.search.marks import Marks
from index.text.tokens import tokens

_TEXT = st.lists(
    st.sampled_from(["слово", "12.05.2021", "А4", "Касым-Жомарт", "2019,5", "5", "O‘zbekiston", "—", "\n"]),
    max_size=80,
).map(" ".join)


@given(_TEXT, st.data())
def test_every_interval_of_tokens_has_its_span(text: str, data: st.DataObject) -> None:
    found = list(tokens(text))
    marks = [token.start for token in found[::MARK_EVERY]]
    ends = data.draw(st.lists(st.integers(0, len(found)), unique=True).map(sorted))
    intervals = list(zip(ends[0::2], ends[1::2], strict=False))
    expected = [Span(found[first].start, found[last - 1].stop) for first, last in intervals]
    assert Marks(text, np.array(marks, np.uint32)).spans(intervals) == expected


@pytest.mark.parametrize("interval", [(2, 3), (1, 5), (40, 41)])
def test_a_place_beyond_a_text_that_became_shorter_is_left_out(interval: tuple[int, int]) -> None:
    assert Marks("снег дождь", np.array([0, 900], np.uint32)).spans([(0, 1), interval]) == [Span(0, 4)]
