import pytest

from index.text.abbreviations import TYPED, WORDS
from index.text.morphology import form_terms, is_known, lemmas, query_terms, surface


def finds(query: str, word: str) -> bool:
    """Whether a query word finds a word of a text."""
    return not set(query_terms(query)).isdisjoint(form_terms(surface(word)))


@pytest.mark.parametrize(
    ("word", "short"),
    [
        ("миллиард", "млрд"),
        ("миллиардов", "млрд"),
        ("статью", "ст"),
        ("год", "г"),
        ("годы", "гг"),
        ("рублей", "руб"),
        ("номер", "№"),
        ("параграфа", "§"),
    ],
)
def test_a_word_and_what_is_short_for_it_find_each_other(word: str, short: str) -> None:
    assert finds(word, short)
    assert finds(short, word)


def test_a_latin_n_is_found_by_the_sign_alone() -> None:
    assert finds("№", "N")
    assert finds("N", "№")
    assert not finds("номер", "N")


@pytest.mark.parametrize("short", ["ч", "т", "с", "рис", "тел", "им", "в"])
def test_what_means_several_things_is_no_abbreviation(short: str) -> None:
    assert short not in WORDS


def test_they_stand_for_lemmas_of_the_dictionary() -> None:
    assert [word for word in WORDS.values() if not is_known(word) or lemmas(word)[0] != word] == []


def test_they_are_surface_forms_and_lose_no_term_of_theirs() -> None:
    for short in {**WORDS, **TYPED}:
        assert surface(short) == short
        assert set(lemmas(short)) <= set(form_terms(short))
