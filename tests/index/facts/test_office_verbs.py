"""Offices told by verbs; person, office and body stand in brackets in the sentence."""

from __future__ import annotations

import re

import pytest

from index.facts.extract import extract
from index.facts.verbs_of_office import VERBS
from index.model.fact import Fact, FactType

pytestmark = pytest.mark.usefixtures("loaded")

_BRACKETS = re.compile(r"[\[\]]")
_OFFICES = (FactType.OCCUPATION, FactType.APPOINTMENT)
SENTENCES = [
    ("is_by_verb", "", "actual", "[Сергей Петров] стал [директором] [завода «Урал»]."),
    ("is_by_verb", "", "past", "[Иван Петров] был [директором] [школы № 5]."),
    ("is_by_verb", "", "planned", "[Иван Белов] хочет стать [президентом] [России]."),
    ("takes_post", "", "actual", "[Ольга Смирнова] занимает пост [ректора] [Омского университета]."),
    ("takes_post", "", "past", "[Иван Белов], занимавший должность [прокурора] [Тулы], уехал."),
    ("enters_post", "", "actual", "[Иван Белов] вступил в должность [губернатора] [Омской области]."),
    ("appointed", "appointed", "actual", "[Министром культуры] [Казахстана] назначена [Анна Серова]."),
    (
        "appointed",
        "appointed",
        "actual",
        "Его преемник [Иван Белов] избран [депутатом] [Государственной думы].",
    ),
    ("appointed", "appointed", "actual", "Приказываю утвердить [директором] [Аскара-Султана Ибраева]."),
    ("appointed", "appointed", "actual", "[Виктор Белов] утверждён на пост [министра обороны] [России]."),
    ("dismissed", "dismissed", "actual", "[Ивана Петрова] сняли с должности [начальника полиции]."),
    ("dismissed", "dismissed", "actual", "Уволить по собственному желанию [инженера] [Ивана Петрова]."),
    ("leaves_post", "dismissed", "actual", "[Пётр Сидоров] ушёл с поста [главы] [МИД Италии]."),
    ("leaves_post", "dismissed", "actual", "[Глава] [МИД Италии] [Пётр Сидоров] подал в отставку."),
    ("headed_by_verb", "", "actual", "Победила [партия «Весна»], [возглавляемая] [Иваном Петровым]."),
    ("headed_by_verb", "", "past", "[Олег Белов] окончил МГУ, затем [возглавлял] [банк «Север»]."),
    ("headed_by_verb", "", "past", "[Олег Белов] учился в 1994 году, в 2003 г. [возглавлял] [банк «Юг»]."),
    ("headed_by_verb", "", "actual", "Сегодня [председательствует] [Олег Белов]."),
    ("headed_by_verb", "", "past", "[Олег Белов], который [возглавлял] [партию «Весна»], ушёл."),
    ("appointed", "appointed", "actual", "[Врио губернатора] [Омской области] назначен [Олег Белов]."),
    ("dismissed", "dismissed", "actual", "[Олег Белов] отправлен в отставку с поста [мэра] [Тулы]."),
    ("is_by_verb", "", "actual", "[Елена Сомова] работает в [компании «Свет»] [главным инженером]."),
    ("takes_post", "", "actual", "[Олег Белов] исполняет [обязанности губернатора] [Омской области]."),
    ("enters_post", "", "actual", "[Олег Белов] приступил к обязанностям [прокурора] [Тулы]."),
    ("hired", "appointed", "actual", "Принять [Анну Серову] на должность [бухгалтера]."),
    ("acting", "appointed", "actual", "[Исполнение обязанностей директора] возложить на [Анну Серову]."),
    ("acting", "appointed", "actual", "[Обязанности прокурора] [Тулы] возложены на [Олега Белова]."),
    ("dismissed", "dismissed", "actual", "Освободить [Белова] от [заведования] [мастерской № 2]."),
    ("dismissed", "dismissed", "actual", "Уволить [зав. складом] [Белова П. П.]"),
    ("appointed", "appointed", "actual", "Постановили избрать [председателем] [Смирнову О. В.]"),
    (
        "appointed_by_order",
        "appointed",
        "actual",
        "Подписан указ о назначении [Олега Белова] [мэром] [Тулы].",
    ),
    (
        "dismissed_by_order",
        "dismissed",
        "actual",
        "Подписан указ об освобождении [Олега Белова] от должности [мэра] [Тулы].",
    ),
    ("replaced", "appointed", "actual", "[Олег Белов] сменил коллегу на посту [мэра] [Тулы]."),
]
NOTHING = [
    "Олег Петров не станет министром.",
    "Иван Петров встречался с директором школы.",
    "Он назначен директором, сообщил Иван Петров.",
    "Олег Петров освободил место министра.",
    "Олег Петров подал в суд на директора.",
    "Мать Ивана Петрова была директором школы.",
    "Контроль за исполнением приказа возложить на Олега Белова.",
    "Олег Белов принял участие в совещании директоров.",
    "Олег Белов сменил тему на посту ГАИ.",
    "Его назначили директором, а Анну Ким наградили.",
    "Олег Белов сказал, что директором назначен другой.",
    "В случае назначения Олега Белова мэром Тулы всё изменится.",
    "Указом главы государства Ержан Оралов награждён.",
]


def _told(text: str) -> list[Fact]:
    return [fact for fact in extract(text).facts if fact.type in _OFFICES]


@pytest.mark.parametrize(("rule", "action", "status", "sentence"), SENTENCES)
def test_a_verb_tells_who_has_which_office(rule: str, action: str, status: str, sentence: str) -> None:
    (fact,) = _told(_BRACKETS.sub("", sentence))
    slots = {slot.text for slot in fact.slots if slot.name in ("person", "position", "org")}
    assert slots == set(re.findall(r"\[([^\]]+)\]", sentence))
    said = fact.slot("action")
    assert (fact.rule, said.value if said else "", fact.status) == (rule, action, status)


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_verb_that_gives_nobody_an_office_tells_none(sentence: str) -> None:
    assert not _told(sentence)


def test_every_kind_of_verb_has_its_sentence() -> None:
    assert {verb.name for verb in VERBS} <= {rule for rule, _, _, _ in SENTENCES}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Председателем избран Олег Ли, секретарём — Анна Ким.",
            [("Олег Ли", "председатель", "appointed"), ("Анна Ким", "секретарь", "appointed")],
        ),
        (
            "Заместителями министра назначены Олег Ли и Анна Ким.",
            [
                ("Олег Ли", "заместитель министра", "appointed"),
                ("Анна Ким", "заместитель министра", "appointed"),
            ],
        ),
        (
            "Олег Ли сменил Анну Ким на посту мэра Тулы.",
            [("Олег Ли", "мэр", "appointed"), ("Анна Ким", "мэр", "dismissed")],
        ),
    ],
)
def test_what_goes_without_saying_of_others_is_told_too(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    told = [{slot.name: slot.value for slot in fact.slots} for fact in _told(text)]
    assert [(one["person"], one["position"], one["action"]) for one in told] == expected


def test_offices_that_one_verb_tells_are_all_told() -> None:
    facts = _told("Иван Петров является членом партии «Весна» и депутатом Госдумы.")
    assert [slot.value for fact in facts if (slot := fact.slot("position"))] == ["член", "депутат"]


def test_a_woman_who_is_elected_is_no_man() -> None:
    (fact,) = _told("Постановили избрать председателем Смирнову О. В.")
    person = fact.slot("person")
    assert person is not None
    assert person.value == "О. В. Смирнова"


def test_who_has_duties_for_another_is_acting() -> None:
    (fact,) = _told("Обязанности прокурора Тулы возложены на Олега Белова.")
    position = fact.slot("position")
    assert position is not None
    assert position.value == "исполняющий обязанности прокурора"


def test_the_day_when_it_ends_is_not_the_day_of_an_appointment() -> None:
    (fact,) = _told("Обязанности прокурора Тулы возложены на Олега Белова до 5 мая 2020 года.")
    assert fact.slot("date") is None


def test_an_appointment_says_since_when_and_by_whom() -> None:
    (fact,) = _told("В 2004 году Академия наук избрала Ивана Петрова директором института.")
    values = {slot.name: slot.value for slot in fact.slots}
    assert (values["date"], values["by"]) == ("2004", "Академия наук")


def test_a_date_behind_a_comma_is_of_another_matter() -> None:
    (fact,) = _told("Утвердить инженером Ивана Петрова, 1924 года рождения.")
    assert fact.slot("date") is None


def test_a_pronoun_stands_for_the_person_named_before_it() -> None:
    facts = _told("Назначить Ивана Петрова директором, освободив его от должности инженера.")
    people = [(slot.text, slot.value) for fact in facts if (slot := fact.slot("person"))]
    assert people == [("Ивана Петрова", "Иван Петров"), ("его", "Иван Петров")]
