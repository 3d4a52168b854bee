"""Who says what: the speaker stands in brackets in the sentence, what is said between braces."""

from __future__ import annotations

import re

import pytest

from index.facts.extract import extract
from index.facts.quotes import RULES as WAYS_OF_QUOTING
from index.facts.statements import RULES as WAYS_OF_REPORTING
from index.model.fact import Fact, FactType

pytestmark = pytest.mark.usefixtures("loaded")

QUOTED = [
    ("speech_before_clause", "«{Мост построят. Он будет красив}», — заявил министр [Иван Петров]."),
    ("speech_before_clause", "«{Кто же его построит?}» – спросил [Иван Петров]."),
    ("interrupted_speech", "– {Мост построят. Он будет красив}, – сказала директор завода [Анна Белова]."),
    ("interrupted_speech", "«{Мост построят}, – продолжал [Иван Петров], – {но дорога к нему плоха}»."),
    ("speech_behind_colon", "В ответ [Иван Петров] заметил: «{Деньги найдём. Людей найти труднее}»."),
    ("words_of_somebody", "Она напомнила слова покойного [Ивана Петрова]: «{Небо не ждёт дороги}»."),
    ("speech_to_the_end", "– {Мост мы построим. Это наша цель}, сказал [Иван Петров]."),
]
NOT_QUOTED = [
    "В газете «Вечерний город» Иван Петров не заявил ничего.",
    "«Мост построят этим летом», — не сказал Иван Петров.",
    "Он читал рассказ «Мост через реку» — Иван Петров его написал.",
    "«Мост построят этим летом», — сказала Иван Петров.",
]
REPORTED = [
    ("said_that", "Министр финансов [Иван Петров] вчера отметил, что {мост построят этим летом}."),
    (
        "said_that",
        "[Анна Белова], директор завода, сообщила, что {мост построят этим летом}, сообщает «Заря».",
    ),
    ("as_somebody_said", "Как сообщил министр [Иван Петров], {мост построят этим летом}."),
    ("by_words_of", "По словам министра [Ивана Петрова], {мост построят этим летом}."),
]
NOT_REPORTED = [
    "Иван Петров не сказал, что мост построят этим летом.",
    "По мнению Ивана Петрова, которого знают все, мост построят этим летом.",
    "Иван Петров сказал, что знает: «Мост построят этим летом».",
]
_MARKS = re.compile(r"[\[\]{}]")


def _said(text: str, kind: FactType) -> list[Fact]:
    return [fact for fact in extract(text).facts if fact.type == kind]


@pytest.mark.parametrize(("rule", "sentence"), QUOTED)
def test_direct_speech_and_its_speaker_stand_where_the_sentence_marks_them(rule: str, sentence: str) -> None:
    found = _said(_MARKS.sub("", sentence), FactType.QUOTE)
    assert [fact.slots[1].text for fact in found] == re.findall(r"\{([^}]+)\}", sentence)
    assert {fact.slots[0].text for fact in found} == set(re.findall(r"\[([^\]]+)\]", sentence))
    assert {fact.rule for fact in found} == {rule}


@pytest.mark.parametrize("sentence", NOT_QUOTED)
def test_what_nobody_is_told_to_have_said_is_no_quote(sentence: str) -> None:
    assert not _said(sentence, FactType.QUOTE)


@pytest.mark.parametrize(("rule", "sentence"), REPORTED)
def test_reported_speech_and_its_speaker_stand_where_the_sentence_marks_them(
    rule: str, sentence: str
) -> None:
    (fact,) = _said(_MARKS.sub("", sentence), FactType.STATEMENT)
    assert [fact.slots[1].text] == re.findall(r"\{([^}]+)\}", sentence)
    assert [fact.slots[0].text] == re.findall(r"\[([^\]]+)\]", sentence)
    assert fact.rule == rule


@pytest.mark.parametrize("sentence", NOT_REPORTED)
def test_what_is_denied_or_quoted_is_no_reported_speech(sentence: str) -> None:
    assert not _said(sentence, FactType.STATEMENT)


def test_a_pronoun_means_the_only_person_of_the_paragraph_before() -> None:
    text = "Иван Петров открыл мост.\n– Мост построили быстро, – заметил он. – Пусть стоит долго!"
    first, second = _said(text, FactType.QUOTE)
    assert [first.slots[0].value, second.slots[0].value] == ["Иван Петров", "Иван Петров"]


def test_a_pronoun_that_may_mean_two_persons_means_none() -> None:
    text = "Иван Петров открыл мост. Олег Белов молчал.\n– Мост построили быстро, – заметил он."
    assert not _said(text, FactType.QUOTE)


def test_every_way_of_saying_has_a_sentence_above() -> None:
    assert {rule for rule, _ in QUOTED} == {name for name, _ in WAYS_OF_QUOTING}
    assert {rule for rule, _ in REPORTED} == {name for name, _ in WAYS_OF_REPORTING}
