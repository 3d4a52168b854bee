import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.normalise import fold, mend_script


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ёлка", "елка"),
        ("Й", "й"),
        ("и\u0306", "й"),
        ("е\u0308ж", "еж"),
        ("со\u00adтруд\u00adничество", "сотрудничество"),
        ("за́мок", "замок"),
        ("Oʻzbekiston", "o'zbekiston"),
        ("O’zbekiston", "o'zbekiston"),
        ("O‘zbekiston", "o'zbekiston"),
        ("ҚАЗАҚСТАН", "қазақстан"),
        ("Ўзбекистон", "ўзбекистон"),
        ("и\u00ad\u0306", "й"),
    ],
)
def test_spellings_that_mean_the_same_fold_together(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_short_i_is_not_i() -> None:
    assert fold("мой") != fold("мои")


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("абвёйЁЙ-'", max_size=30))
def test_decomposed_letters_fold_like_composed_ones(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@pytest.mark.parametrize(
    ("mixed", "mended"),
    [
        ("tокаев", "токаев"),  # Latin t
        ("ххi", "xxi"),  # Cyrillic х, Latin i
        ("pdfка", "pdfка"),
        ("covid", "covid"),
        ("мир", "мир"),
    ],
)
def test_look_alike_letters_are_mended_only_when_all_have_a_twin(mixed: str, mended: str) -> None:
    assert mend_script(mixed) == mended
