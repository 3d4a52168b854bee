import pytest

from desktop.state.counts import Noun, counted, figure
from index.text.wording import NBSP, THIN_SPACE


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 место"), (3, "3 места"), (11, "11 мест"), (21, "21 место"), (131, "131 место"), (0, "0 мест")],
)
def test_nouns_agree_with_their_numbers(count: int, words: str) -> None:
    assert counted(count, Noun.PLACE) == words.replace(" ", NBSP)


def test_long_numbers_are_grouped() -> None:
    assert figure(15200) == f"15{THIN_SPACE}200"
