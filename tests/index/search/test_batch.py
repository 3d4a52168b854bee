import numpy as np
import pytest

from index.model.document import DocumentId
from index.search.batch import FORM_BITS, JOINED, Batch, terms_of, title_position
from index.search.keys import POSITION_BITS
from index.search.requests import IndexDocument


def analysed(text: str, title: str = "") -> dict[str, list[int]]:
    """Return the positions of each form of a text."""
    batch = Batch()
    batch.add(IndexDocument(DocumentId("ab" * 32), title, "a.pdf", "", text))
    found: dict[str, list[int]] = {}
    for key in np.sort(batch.text.keys()).tolist():
        found.setdefault(batch.forms[key >> FORM_BITS], []).append(key & ((1 << POSITION_BITS) - 1))
    return found


def test_a_compound_is_also_the_word_it_would_be_without_its_hyphen() -> None:
    forms = analysed("новые водо-сберегающие технологии, 10-15 лет, слово - дело")
    assert forms[JOINED + "водосберегающие"] == [1]
    assert forms["водо"] == [1]
    assert forms["сберегающие"] == [2]
    assert [form for form in forms if form.startswith(JOINED)] == [JOINED + "водосберегающие"]


def test_a_joined_form_is_found_by_its_lemma_and_by_itself() -> None:
    form = JOINED + "водосберегающие"
    assert terms_of([form], lambda forms: [("водосберегающий",) for _ in forms]) == [
        ("водосберегающий", "водосберегающие")
    ]


def test_a_hyphen_at_the_end_of_a_text_joins_nothing_at_its_beginning() -> None:
    assert analysed("слово и дело-") == {"слово": [0], "и": [1], "дело": [2]}


@pytest.mark.parametrize(
    ("text", "title", "place"),
    [
        ("абвгд", "вг", 2),
        ("абв", "бг", -1),
        ("абв", "", -1),
        ("ббв", "бв", 1),
        ("", "а", -1),
        ("аб", "абв", -1),
    ],
)
def test_a_title_stands_where_all_its_words_follow_each_other(text: str, title: str, place: int) -> None:
    assert title_position(list(text), list(title)) == place
