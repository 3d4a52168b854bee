"""What is agreed, decided, intended, made: the parties stand in brackets, the matter in braces."""

from __future__ import annotations

import re

import pytest

from index.facts.agreements import RULES as WAYS_OF_AGREEING
from index.facts.creations import RULES as WAYS_OF_MAKING
from index.facts.extract import extract
from index.model.fact import Fact, FactType

pytestmark = pytest.mark.usefixtures("loaded")

AGREED = [
    ("agreed_to", FactType.AGREEMENT, "agreed", "[Стороны] договорились {принять новый план}."),
    ("agreed_to", FactType.AGREEMENT, "agreed", "[Министры] условились о {взаимных поставках муки}."),
    ("agreed_to", FactType.AGREEMENT, "agreed", "[Россия] договорилась с [Китаем] о {поставках газа}."),
    ("agreed_to", FactType.AGREEMENT, "planned", "[Стороны] договорятся о {поставках газа}."),
    ("accord_on", FactType.AGREEMENT, "agreed", "Достигнуто соглашение о {создании делового совета}."),
    ("settled", FactType.AGREEMENT, "agreed", "[Стороны] согласовали {программу обмена} и ушли."),
    (
        "signed_paper",
        FactType.AGREEMENT,
        "signed",
        "Между [Министерством юстиции] и [районной библиотекой] подписано {соглашение о работе}.",
    ),
    (
        "signed_paper",
        FactType.AGREEMENT,
        "signed",
        "В мае [дирекция] заключила {договор с [колледжем искусств] о практике}.",
    ),
    ("signed_paper", FactType.AGREEMENT, "signed", "По итогам заседания подписан {протокол}."),
    (
        "signed_paper",
        FactType.AGREEMENT,
        "signed",
        "В мае заключен {договор займа}, по условиям которого он вернёт деньги.",
    ),
    ("decided_to", FactType.DECISION, "actual", "[Правление] приняло решение {продать долю в порту}."),
    ("decided_to", FactType.DECISION, "actual", "По договорённости с ООН решено {не созывать совет}."),
    ("decided_to", FactType.DECISION, "actual", "Было принято решение: {построить новый мост}."),
    (
        "intend_to",
        FactType.INTENTION,
        "planned",
        "[Министерство образования] заявило о готовности {помочь школам}.",
    ),
    (
        "intend_to",
        FactType.INTENTION,
        "planned",
        "[Министерство образования] намерено {пересмотреть ряд актов} ради того, чтобы ускорить дело.",
    ),
    ("decided_to", FactType.DECISION, "actual", "Принято решение о {переносе столицы}."),
    ("resolved_to", FactType.DECISION, "actual", "[Совет директоров] решил {отказаться от выплат}."),
    ("planned_to", FactType.INTENTION, "planned", "В городе планируется {открыть новый музей}."),
    ("planned_to", FactType.INTENTION, "planned", "{Станцию на Луне планируется строить поэтапно}."),
    ("intend_to", FactType.INTENTION, "planned", "[Узбекская сторона] выразила готовность {помочь соседям}."),
    ("intend_to", FactType.INTENTION, "planned", "[Правительство] пообещало {снизить налоги}."),
    ("accord_on", FactType.AGREEMENT, "agreed", "Достигнута договорённость о {строительстве моста}."),
    (
        "signed_paper",
        FactType.AGREEMENT,
        "signed",
        "[АО «Дала»] и [ООО «Нива»] подписали {меморандум о строительстве мельницы}.",
    ),
    ("signed_paper", FactType.AGREEMENT, "signed", "По итогам форума подписан {ряд новых соглашений}."),
    ("resolved_to", FactType.AGREEMENT, "agreed", "[Министры] решили {построить новый мост}."),
    ("resolved_to", FactType.DECISION, "actual", "[Иван Петров] решил {построить новый мост}."),
    (
        "intend_to",
        FactType.AGREEMENT,
        "planned",
        "[Лидеры двух стран] выразили намерение {тесно сотрудничать в торговле}.",
    ),
    ("intend_to", FactType.INTENTION, "planned", "[Казахстан] намерен {упростить выдачу виз}."),
]
NOT_AGREED = [
    "Стороны не договорились принять новый план.",
    "Президент подписал закон о бюджете.",
    "Почему стороны решили построить мост, никто не знает.",
    "Причины, по которым ООО «Нива» решило отступить от плана, неизвестны.",
    "Все планировали уехать домой рано.",
    "Непонятно, согласятся ли министры построить мост.",
    "Договор может быть заключён на год.",
    "Я готов построить новый мост.",
]
MADE = [
    ("made_behind_verb", "planned", "Будет создан {Центр промышленной кооперации}."),
    ("made_behind_verb", "achieved", "[АО «Дала»] создало {Торговый дом «Колос»}."),
    ("made_behind_verb", "agreed", "[Министры] решили учредить {Совет по охране памятников}."),
    ("made_behind_verb", "proposed", "[Иван Петров] предложил образовать {Комиссию по приборам}."),
    ("made_behind_verb", "planned", "В городе будет установлен {памятник Алишеру Навои}."),
    ("made_behind_verb", "actual", "Создать на базе Зайсанской партии {Центр дистанционного зондирования}."),
    ("made_behind_verb", "planned", "Было решено создать в Коканде {технопарк «Фергана Тех»}."),
    ("made_behind_verb", "planned", "В городе откроется {новый текстильный кластер}."),
    ("made_behind_verb", "achieved", "[Правительство] создало {рабочую группу по реформе пенсий}."),
    ("made_behind_verb", "achieved", "В апреле открыта {студия анимации «Карандаш»}."),
    ("made_behind_verb", "achieved", "[Казахстан] и [Узбекистан] создали {Совет по торговле}."),
    (
        "made_before_verb",
        "past",
        "{Новый музей} был основан в 2008 году предпринимателем [Виктором Лыткиным].",
    ),
    ("made_before_verb", "achieved", "{Новая школа} построена в 1941 году."),
]
NOT_MADE = [
    "Создать комиссию так и не смогли.",
    "Иначе, если международным договором Российской Федерации установлены иные правила.",
    "Центр промышленной кооперации не создан.",
    "Не удалось создать рабочую группу по тарифам.",
    "Реестр открыт для всеобщего ознакомления.",
    "Компания открыла счёт в банке.",
]
_MARKS = re.compile(r"[\[\]{}]")
_KINDS = (FactType.AGREEMENT, FactType.DECISION, FactType.INTENTION)


def _facts(text: str, *kinds: FactType) -> list[Fact]:
    return [fact for fact in extract(_MARKS.sub("", text)).facts if fact.type in kinds]


def _words(fact: Fact, name: str) -> list[str]:
    return [slot.text for slot in fact.slots if slot.name == name]


@pytest.mark.parametrize(("rule", "kind", "status", "sentence"), AGREED)
def test_what_is_agreed_and_its_parties_stand_where_the_sentence_marks_them(
    rule: str, kind: FactType, status: str, sentence: str
) -> None:
    (fact,) = _facts(sentence, *_KINDS)
    assert _words(fact, "what") == [_MARKS.sub("", said) for said in re.findall(r"\{([^}]+)\}", sentence)]
    doing = "who" if kind == FactType.DECISION else "parties"
    assert _words(fact, doing) == re.findall(r"\[([^\]]+)\]", sentence)
    assert (fact.rule, fact.type, fact.status) == (rule, kind, status)


@pytest.mark.parametrize("sentence", NOT_AGREED)
def test_what_nobody_agreed_to_is_no_agreement(sentence: str) -> None:
    assert not _facts(sentence, *_KINDS)


@pytest.mark.parametrize(("rule", "status", "sentence"), MADE)
def test_what_is_made_and_its_maker_stand_where_the_sentence_marks_them(
    rule: str, status: str, sentence: str
) -> None:
    (fact,) = _facts(sentence, FactType.CREATION)
    assert _words(fact, "what") == re.findall(r"\{([^}]+)\}", sentence)
    assert _words(fact, "by") == re.findall(r"\[([^\]]+)\]", sentence)
    assert (fact.rule, fact.status) == (rule, status)


@pytest.mark.parametrize("sentence", NOT_MADE)
def test_what_nobody_made_is_no_creation(sentence: str) -> None:
    assert not _facts(sentence, FactType.CREATION)


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Министры подписали программу действий.", "программа действий"),
        ("Достигнута договорённость о реализации проектов.", "реализация проектов"),
        ("Стороны договорились принять новый план.", None),
    ],
)
def test_what_is_agreed_on_is_a_task_or_stands_in_the_nominative(sentence: str, what: str | None) -> None:
    (fact,) = _facts(sentence, *_KINDS)
    assert fact.slots[0].value == what


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Казахстан и Узбекистан соседи. Казахстан и Узбекистан дружат. Стороны договорились о поставках.",
            ["Казахстан", "Узбекистан"],
        ),
        (
            "Приехали министр Иван Петров и министр Анна Белова. Министры договорились о поставках муки.",
            ["Иван Петров", "Анна Белова"],
        ),
        ("Стороны договорились о поставках муки.", None),
    ],
)
def test_a_word_for_several_means_the_two_that_the_document_is_about(
    sentence: str, names: list[str] | None
) -> None:
    (fact,) = _facts(sentence, FactType.AGREEMENT)
    assert [slot.value for slot in fact.slots if slot.name == "parties"] == [names]


def test_several_bodies_made_together_are_facts_each() -> None:
    text = "Лидеры решили учредить Высший Межгосударственный Совет и Совет министров иностранных дел."
    made = [_words(fact, "what") for fact in _facts(text, FactType.CREATION)]
    assert made == [["Высший Межгосударственный Совет"], ["Совет министров иностранных дел"]]


def test_every_rule_has_a_sentence_above() -> None:
    assert {rule for rule, *_ in AGREED} == {name for name, _ in WAYS_OF_AGREEING}
    assert {rule for rule, *_ in MADE} == {name for name, _ in WAYS_OF_MAKING}
