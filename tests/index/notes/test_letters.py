"""Texts as their letters, and where a new version of a text has what an old one had."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.notes.letters import Letters, course, folded, only_letters

OLD = "Совет утвердил план работ на год. Смета составит девять миллионов рублей. Срок - до первого мая."


def test_letters_are_small_and_without_marks() -> None:
    assert Letters("Ёлка, «Берёз-\nка»!").letters == "елкаберезка"


def test_a_run_of_letters_is_where_it_stands_in_the_text() -> None:
    text = Letters("Река «Чу-\nлышман»")
    at = text.letters.index("чулышман")
    assert text.span(at, at + 8).of(text.text) == "Чу-\nлышман"


@given(st.text())
def test_every_letter_has_its_place(text: str) -> None:
    letters = Letters(text)
    assert len(letters) == len(only_letters(text))
    for number in range(len(letters)):
        span = letters.span(number, number + 1)
        assert folded(span.of(text)) == letters.letters[number]
        assert letters.number_at(span.start) == number


def test_what_is_put_in_shifts_what_stands_behind_it() -> None:
    put_in = "Глава вторая. О воде. "
    place = OLD.index("Смета")
    new = OLD[:place] + put_in + OLD[place:]
    expected = course(OLD, new)
    assert expected(3) == 3
    assert expected(place + 6) == place + 6 + len(put_in)


def test_nothing_in_common_is_expected_where_it_was() -> None:
    assert course(OLD, "Совсем другое.")(5) == 5
    assert course(OLD, "")(5) == 0
