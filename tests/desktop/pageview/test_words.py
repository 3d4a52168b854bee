import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.pageview.words import (
    Unit,
    next_letter,
    next_paragraph,
    next_word,
    paragraph_at,
    previous_letter,
    previous_paragraph,
    previous_word,
    unit_at,
    word_at,
)


# The pointer is on the letter after | and the word it means is in [].
@pytest.mark.parametrize(
    "sentence",
    [
        "и [|стран] мира",
        "и [стра|н] мира",
        "и [стран]| мира",
        "«[стра|ны]», мира",
        "[стран|ы], мира",
        "[страны]|, мира",
        "узбекско-казахстанского [сот|рудничества].",
        "([узбекско-ка|захстанского])",
        "рост на [3,|5] процента",
        "[слово]|, другое",
        "до [|–] после",
        "[од|но]",
        "конец [абзаца]|\nначало",
    ],
)
def test_the_word_under_the_pointer(sentence: str) -> None:
    marked = sentence.replace("|", "")
    offset = sentence.replace("[", "").replace("]", "").index("|")
    text = marked.replace("[", "").replace("]", "")
    span = word_at(text, offset)
    assert f"{text[: span.start]}[{text[span.start : span.stop]}]{text[span.stop :]}" == marked


@given(st.text(alphabet="аб-.,« \n1", min_size=1), st.data())
def test_a_word_is_never_empty_unless_there_is_none(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))
    span = word_at(text, offset)
    assert span.stop <= len(text)
    assert len(span) or not text[: offset + 1].strip()


def test_an_endless_word_does_not_take_for_ever() -> None:
    assert len(word_at("а" * 100_000, 50_000)) <= 400


@pytest.mark.parametrize(("offset", "expected"), [(0, "раз два"), (6, "раз два"), (8, "три"), (11, "три")])
def test_the_paragraph_under_the_pointer(offset: int, expected: str) -> None:
    text = "раз два\nтри\nчетыре"
    span = paragraph_at(text, offset)
    assert text[span.start : span.stop] == expected


# From | keys go to the next marks: ¦ forwards, ‹ backwards.
@pytest.mark.parametrize(
    "sentence",
    [
        "‹ра|з¦ два",
        "‹раз| два¦",
        "раз ‹два|, три¦",
        "раз, ‹водных-ре|сурсах¦.",
        "‹в 3,5|\nраза¦",
        "‹|раз¦",
        "раз ‹два|¦",
    ],
)
def test_the_next_word_ends_and_the_one_before_begins(sentence: str) -> None:
    text = re.sub("[|¦‹]", "", sentence)
    caret = re.sub("[¦‹]", "", sentence).index("|")
    assert next_word(text, caret) == re.sub("[|‹]", "", sentence).index("¦")
    before = re.sub("[|¦]", "", sentence).index("‹")
    assert previous_word(text, caret) == (2 if "3,5" in text else before)


@given(st.text(alphabet="аб-.,« \n1\u0301"), st.data())
def test_keys_forwards_and_backwards_always_arrive_at_the_ends(text: str, data: st.DataObject) -> None:
    forwards, backwards = data.draw(
        st.sampled_from(
            [
                (next_letter, previous_letter),
                (next_word, previous_word),
                (next_paragraph, previous_paragraph),
            ]
        )
    )
    caret = data.draw(st.integers(0, len(text)))
    for step, end in ((forwards, len(text)), (backwards, 0)):
        at, steps = caret, 0
        while at != end:
            following = step(text, at)
            assert (following > at) if end else (following < at)
            at, steps = following, steps + 1


def test_a_letter_goes_with_the_stress_above_it() -> None:
    text = "за\u0301мок"
    assert next_letter(text, 1) == 3
    assert previous_letter(text, 3) == 1


def test_a_triple_click_means_the_sentence() -> None:
    text = "Первая фраза г. Ташкента. Вторая.\nТретья."
    assert unit_at(text, 3, Unit.SENTENCE).of(text) == "Первая фраза г. Ташкента."
    assert unit_at(text, 28, Unit.SENTENCE).of(text) == "Вторая."
    assert unit_at(text, 36, Unit.SENTENCE).of(text) == "Третья."
