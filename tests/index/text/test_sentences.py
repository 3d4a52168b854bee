"""Sentences: expected boundaries are written inside the text as |."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.span import Span
from index.text.sentences import JOINS, SPLITS, sentence_at, sentences

CASES = [
    "Стороны договорились. | Подписан ряд соглашений.",
    "Назначить с 15 апреля с. г. Бейсенова начальником.",
    "Проект рефлектора утверждён Госпланом СССР 28 июля с. г. | Смета составляет 2 млн. 340 тыс. руб.",
    "Взыскать 8,4 тыс. долл. США с ответчика.",
    "В прениях выступили тт. Чубарь Н., И.-Б. Ю. Штейн и Зинаида Лань.",
    "Подписано 14 окт. 1966 г. в Москве.",
    "На заседании присутствует Ольшанский Д. И. | Секретарь – З. Каримова.",
    "Доклад сделал министр И. И. Иванов в Ташкенте.",
    "В 2017 г. Министерство финансов утвердило план.",
    "Объезд идёт через с. Теректы; расход растёт.",
    "Население г. Курган растёт. | Это хорошо.",
    "1. Утвердить план. | 2. Назначить срок.",
    "Первый абзац\n| Второй абзац без точки\n| Третий",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences_end_where_marked(marked: str) -> None:
    text = marked.replace(" | ", " ").replace("\n| ", "\n")
    expected = [part.strip() for part in marked.replace("\n| ", " | ").split(" | ")]
    assert [span.of(text) for span in sentences(text)] == expected


@given(st.text(alphabet="аБ.!? \n1г«»", max_size=60))
def test_sentences_are_ordered_and_hold_every_letter_once(text: str) -> None:
    spans = sentences(text)
    assert all(a.stop <= b.start for a, b in itertools.pairwise(spans))
    assert all("\n" not in span.of(text) for span in spans)
    assert sum(len(span.of(text).replace(" ", "")) for span in spans) == len("".join(text.split()))


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in (*JOINS, *SPLITS)]
    assert len(set(names)) == len(names)


# The place is before | and its sentence is in [].
@pytest.mark.parametrize(
    "marked",
    [
        "[Раз дв|а.] Три г. Ташкента.\nЧетыре.",
        "Раз два. [Три г.| Ташкента.]\nЧетыре.",
        "Раз два. Три г. Ташкента.\n[|Четыре.]",
        "[Раз два.]| Три.",
        "Раз.\n[Два.|]",
    ],
)
def test_the_sentence_at_a_place(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "").replace("|", "")
    offset = marked.replace("[", "").replace("]", "").index("|")
    expected = marked.replace("|", "")
    span = sentence_at(text, offset)
    assert f"{text[: span.start]}[{span.of(text)}]{text[span.stop :]}" == expected


def test_an_empty_paragraph_has_no_sentence() -> None:
    assert sentence_at("Раз.\n\nДва.", 5) == Span(5, 5)


def test_an_endless_paragraph_does_not_take_for_ever() -> None:
    assert len(sentence_at("а б, " * 100_000, 250_000)) <= 8000
