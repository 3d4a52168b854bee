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
    ("received", "Президент [Иван Петров] принял в Москве посла [Олега Белова]."),
    ("meeting_of", "На встрече министра [Ивана Петрова] с послом [Олегом Беловым] молчали."),
    ("meeting_of", "Начались переговоры между министром [Иваном Петровым] и послом [Олегом Беловым]."),
    ("meeting_of", "Начались переговоры [Ивана Петрова] и [Олега Белова]."),
    ("meeting_with", "Министр [Иван Петров] провёл встречу с [Олегом Беловым]."),
    ("talks_of_both", "Президент [Иван Петров] и президент [Олег Белов] продолжили переговоры."),
]
NOTHING = [
    "Министр Иван Петров не встретился с Олегом Беловым.",
    "Министр Иван Петров встретился с трудностями, о которых говорил Олег Белов.",
    "Иван Петров и Олег Белов уехали.",
    "Иван Петров принял Олега Белова на работу.",
    "Иван Петров попросил Олега Белова принять участие в ярмарке.",
    "Иван Петров не провёл встречу с Олегом Беловым.",
    "Встреча журналистов с Олегом Беловым прошла без ссор.",
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
    assert {rule.name for rule in RULES} == {rule for rule, _ in SENTENCES}


def test_a_meeting_has_its_place_and_its_date() -> None:
    (fact,) = _meetings("20 мая 2024 года Иван Петров встретился в Каире с Олегом Беловым.")
    values = {slot.name: slot.value for slot in fact.slots}
    assert (values["place"], values["date"]) == ("Каир", "2024-05-20")


def test_where_a_guest_serves_is_no_place_of_the_meeting() -> None:
    (fact,) = _meetings("Иван Петров встретился с послом Италии в Грузии Олегом Беловым.")
    assert fact.slot("place") is None


def test_a_meeting_that_was_held_is_not_planned() -> None:
    (fact,) = _meetings("Министр Иван Петров провёл встречу с Олегом Беловым.")
    assert fact.status == "actual"


def test_a_meeting_to_come_is_planned() -> None:
    (fact,) = _meetings("Завтра министр Иван Петров встретится с Олегом Беловым.")
    assert fact.status == "planned"
