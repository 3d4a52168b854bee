"""Who met whom; both stand in brackets in the sentence."""

from __future__ import annotations

import re

import pytest

from index.facts.extract import extract
from index.facts.meetings import RULES
from index.model.fact import Fact, FactType

pytestmark = pytest.mark.usefixtures("loaded")

_BRACKETS = re.compile(r"[\[\]]")
SENTENCES = [
    ("met_with", "Министр [Иван Петров] встретился с послом Италии [Олегом Беловым]."),
    ("met_with", "Во вторник [Олег Белов] встречался в Москве с [Иваном Петровым]."),
    ("both_met", "Министр [Иван Петров] и посол [Олег Белов], которые сегодня встречаются, друзья."),
    ("both_met", "Министр [Иван Петров] и посол [Олег Белов] обсудили цены."),
    ("both_met", "[Иван Петров], [Олег Белов] и [Анна Ким] встретились в Москве."),
    ("met_with", "[Иван Петров] посетил Минск, где встретился с [Олегом Беловым]."),
    ("both_met_behind", "В Кремле встретились [Иван Петров] и министр [Олег Белов]."),
    ("discussed_with", "Министр [Иван Петров] обсудил с послом [Олегом Беловым] цены."),
    ("received", "Президент [Иван Петров] принял в Москве посла [Олега Белова]."),
    ("meeting_of", "На встрече министра [Ивана Петрова] с послом [Олегом Беловым] молчали."),
    ("meeting_of", "Начались переговоры между министром [Иваном Петровым] и послом [Олегом Беловым]."),
    ("meeting_of", "Начались переговоры [Ивана Петрова] и [Олега Белова]."),
    ("meeting_with", "Министр [Иван Петров] провёл встречу с [Олегом Беловым]."),
    ("talks_of_both", "Президент [Иван Петров] и президент [Олег Белов] продолжили переговоры."),
    ("met_with", "[Иван Петров] встретился с послом [Олегом Беловым] и министром культуры [Анной Ким]."),
    ("session_recorded", "Протокол № 5 заседания [Учёного совета Талгарской обсерватории]"),
    ("body_gathers", "В мае [Совет Европы] соберётся в Москве."),
]
NOTHING = [
    "Министр Иван Петров не встретился с Олегом Беловым.",
    "Министр Иван Петров встретился с трудностями, о которых говорил Олег Белов.",
    "Иван Петров и Олег Белов уехали.",
    "Иван Петров принял Олега Белова на работу.",
    "Иван Петров попросил Олега Белова принять участие в ярмарке.",
    "Иван Петров не провёл встречу с Олегом Беловым.",
    "Встреча журналистов с Олегом Беловым прошла без ссор.",
    "В совещании приняли участие министр Иван Петров, посол Олег Белов.",
    "Министры встретятся в Москве.",
    "Министр Иван Петров обсудил с коллегами книгу Олега Белова.",
    "Иван Петров сказал, что министр встретился с Олегом Беловым.",
]


def _meetings(text: str) -> list[Fact]:
    return [fact for fact in extract(text).facts if fact.type == FactType.MEETING]


@pytest.mark.parametrize(("rule", "sentence"), SENTENCES)
def test_who_met_stands_where_the_sentence_marks_them(rule: str, sentence: str) -> None:
    (fact,) = _meetings(_BRACKETS.sub("", sentence))
    people = {slot.text for slot in fact.slots if slot.name == "participants"}
    assert (fact.rule, people) == (rule, set(re.findall(r"\[([^\]]+)\]", sentence)))


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_meeting_is_none(sentence: str) -> None:
    assert not _meetings(sentence)


def test_every_rule_of_meetings_has_its_sentence() -> None:
    rules = {rule for rule, _ in SENTENCES} | {rule for rule, *_ in COLLECTIVES}
    assert {rule.name for rule in RULES} == rules


COLLECTIVES = [
    (
        "collective_met",
        "Президент Иван Петров встретился с Олегом Беловым. [Лидеры] двух стран встретятся в Москве.",
        ["Иван Петров", "Олег Белов"],
    ),
    (
        "meeting_of_collective",
        "Президент Иван Петров встретился с Олегом Беловым. В Москве начались переговоры [глав] государств.",
        ["Иван Петров", "Олег Белов"],
    ),
    (
        "collective_met",
        "Министр Иван Петров встретился с министром Олегом Беловым. [Министры] встретятся в Москве.",
        ["Иван Петров", "Олег Белов"],
    ),
]


@pytest.mark.parametrize(("rule", "text", "names"), COLLECTIVES)
def test_a_collective_means_those_who_met_as_told_before(rule: str, text: str, names: list[str]) -> None:
    _, fact = _meetings(_BRACKETS.sub("", text))
    (slot,) = [slot for slot in fact.slots if slot.name == "participants"]
    assert (fact.rule, slot.text, slot.value) == (rule, *re.findall(r"\[([^\]]+)\]", text), names)


def test_those_who_hold_another_office_are_no_ministers() -> None:
    text = "Министр Иван Петров встретился с послом Олегом Беловым. Министры встретятся в Москве."
    assert len(_meetings(text)) == 1


def test_a_council_named_before_gathers() -> None:
    _, fact = _meetings("Протокол заседания Учёного совета МГУ. Совет вновь соберётся в Туле 24 ноября.")
    (slot,) = [slot for slot in fact.slots if slot.name == "participants"]
    assert (slot.text, slot.value, fact.status) == ("Совет", "Учёный совет МГУ", "planned")


def test_a_meeting_has_its_place_and_its_date() -> None:
    (fact,) = _meetings("20 мая 2024 года Иван Петров встретился в Каире с Олегом Беловым.")
    values = {slot.name: slot.value for slot in fact.slots}
    assert (values["place"], values["date"]) == ("Каир", "2024-05-20")


def test_the_date_that_a_sentence_begins_with_is_that_of_its_meeting() -> None:
    (fact,) = _meetings("20 мая 2024 года Иван Петров, прибывший вчера, встретился с Олегом Беловым.")
    date = fact.slot("date")
    assert date is not None
    assert date.value == "2024-05-20"


def test_where_a_guest_serves_is_no_place_of_the_meeting() -> None:
    (fact,) = _meetings("Иван Петров встретился с послом Италии в Грузии Олегом Беловым.")
    assert fact.slot("place") is None


def test_a_meeting_that_was_held_is_not_planned() -> None:
    (fact,) = _meetings("Министр Иван Петров провёл встречу с Олегом Беловым.")
    assert fact.status == "actual"


def test_a_meeting_in_which_somebody_will_take_part_is_planned() -> None:
    (fact,) = _meetings("Иван Петров примет участие во встрече с Олегом Беловым.")
    assert fact.status == "planned"


def test_a_meeting_to_come_is_planned() -> None:
    (fact,) = _meetings("Завтра министр Иван Петров встретится с Олегом Беловым.")
    assert fact.status == "planned"
