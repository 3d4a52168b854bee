"""Who says what: the speaker stands in brackets in the sentence, what is said between braces."""

from __future__ import annotations

import re

import pytest

from index.facts.extract import extract
from index.facts.quotes import RULES as WAYS_OF_QUOTING
from index.facts.statements import RULES as WAYS_OF_REPORTING
from index.facts.transcripts import RULE as TRANSCRIPT
from index.model.fact import Fact, FactType

pytestmark = pytest.mark.usefixtures("loaded")

QUOTED = [
    ("speech_before_clause", "«{Мост построят. Он будет красив}», — заявил министр [Иван Петров]."),
    ("speech_before_clause", "«{Кто же его построит?}» – спросил [Иван Петров]."),
    ("interrupted_speech", "– {Мост построят. Он будет красив}, – сказала директор завода [Анна Белова]."),
    ("interrupted_speech", "«{Мост построят}, – продолжал [Иван Петров], – {но дорога к нему плоха}»."),
    ("speech_behind_colon", "В ответ [Иван Петров] заметил: «{Деньги найдём. Людей найти труднее}»."),
    ("words_of_somebody", "Она напомнила слова покойного [Ивана Петрова]: «{Небо не ждёт дороги}»."),
    ("speech_before_clause", "«{Мост построят этим летом}», сказал [Иван Петров]."),
    (
        "speech_before_clause",
        "«{Договор с японской стороной расторгнут}», — говорится в сообщении [компании].",
    ),
    ("speech_before_clause", "«{Никаких претензий у нас нет}», – заверили в [ведомстве]."),
    ("speech_before_clause", "«{Рынок растёт слишком быстро}», — считают [эксперты]."),
    (
        "speech_before_clause",
        "«{Мост стоит на месте}», — заявил координатор движения «Арка» [Константин Михайлов].",
    ),
    (
        "speech_behind_colon",
        "[Анна Белова] поддержала предложение завода и сказала: «{Без карт мы не начнём}».",
    ),
    (TRANSCRIPT, "[Белов Д. И.] {Товарищи! Девять лет назад у нас было три трубы и один сарай.}"),
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
    ("by_words_of", "По мнению аналитика агентства «Инфра» [Марии Беловой], {мост построят летом}."),
    ("by_words_of", "По данным [Минэкономразвития], {рост составил пять процентов}."),
    ("by_words_of", "По мнению [эксперта], {мост построят этим летом}."),
    ("by_words_of", "{Мост построят этим летом}, по словам [Ивана Петрова]."),
    ("said_that", "[Министр] подчеркнул, что {сроки будут соблюдены}."),
    ("said_that", "В [пресс-службе «Северного пути»] сообщили, что {мост построят этим летом}."),
    ("about_this", "{Мост построят этим летом}. Об этом сообщил губернатор [Иван Петров]."),
    ("said_behind", "{Мост построят этим летом}, сообщил губернатор [Иван Петров]."),
    ("said_behind", "{Завод выпустил сто машин}, сообщает [пресс-служба компании]."),
    ("said_behind_colon", "[Иван Петров] заметил: {завод работает лучше других}."),
]
NOT_REPORTED = [
    "Иван Петров не сказал, что мост построят этим летом.",
    "По мнению Ивана Петрова, которого знают все, мост построят этим летом.",
    "Пресс-служба Кадырова заявила, что мост построят этим летом.",
    "Поскольку министр Иван Петров заявил, что деньги есть, мост построят.",
    "«Вчера адвокат сообщил, что встречу разрешили», – рассказала Анна Белова.",
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


def test_an_office_means_its_only_holder_named_before() -> None:
    text = "Президент Казахстана Иван Петров провёл совещание. «Люди ждут результатов», – сказал Президент."
    (fact,) = _said(text, FactType.QUOTE)
    assert (fact.slots[0].text, fact.slots[0].value) == ("Президент", "Иван Петров")


def test_an_office_that_two_persons_hold_stays_as_it_is() -> None:
    text = "Министр Иван Петров и министр Олег Белов провели совещание. «Люди ждут дорог», – сказал министр."
    (fact,) = _said(text, FactType.QUOTE)
    assert fact.slots[0].value in (None, "министр")


def test_minutes_are_read_by_their_paragraphs() -> None:
    text = (
        "Иван Петров: Ремонт идёт медленно.\nОлег Белов: Почему мы молчим?\n"
        "СЕДОВ П. И. – Считаю, что пора спать."
    )
    said = [(fact.slots[0].text, fact.slots[1].text) for fact in _said(text, FactType.QUOTE)]
    assert said == [
        ("Иван Петров", "Ремонт идёт медленно."),
        ("Олег Белов", "Почему мы молчим?"),
        ("СЕДОВ П. И.", "Считаю, что пора спать."),
    ]


def test_a_list_of_books_is_no_minutes() -> None:
    text = "Иванов И. И. Математика учит всех. М., 2001.\nПетров П. П. Физика учит не всех. М., 2002."
    assert not _said(text, FactType.QUOTE)


def test_a_pronoun_that_may_mean_two_persons_means_none() -> None:
    text = "Иван Петров открыл мост. Олег Белов молчал.\n– Мост построили быстро, – заметил он."
    assert not _said(text, FactType.QUOTE)


def test_every_way_of_saying_has_a_sentence_above() -> None:
    assert {rule for rule, _ in QUOTED} == {TRANSCRIPT, *(name for name, _ in WAYS_OF_QUOTING)}
    assert {rule for rule, _ in REPORTED} == {name for name, _ in WAYS_OF_REPORTING}
