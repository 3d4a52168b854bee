"""Pronouns that stand for somebody; the pronoun stands in brackets, whom it means is told beside it."""

from __future__ import annotations

import re

import pytest

from index.facts.extract import extract
from index.model.fact import FactType

pytestmark = pytest.mark.usefixtures("loaded")

_BRACKETS = re.compile(r"[\[\]]")
_KINDS = (FactType.OCCUPATION, FactType.APPOINTMENT, FactType.MEETING)
MEANT = [
    ("Сергей Петров родился в Москве. [Он] был директором завода «Прогресс».", "Сергей Петров"),
    ("Анна Ким окончила МГУ. В 2005 году [её] назначили ректором Омского университета.", "Анна Ким"),
    ("Анна Ким спорила с Олегом Беловым. [Он] занимает пост министра обороны России.", "Олег Белов"),
    ("Олег Белов прибыл в Париж. [Он] встретился с Пьером Дюраном.", "Олег Белов"),
]
NOBODY = [
    "Иван Петров и Олег Ли учились в МГУ. Он был директором завода «Прогресс».",
    "Анна Ким училась в МГУ. Он был директором завода «Прогресс».",
    "Сергей Петров родился в Москве.\nОн был директором завода «Прогресс».",
    "Сергей Петров родился в Москве. Его завод «Прогресс» стал директором.",
]


@pytest.mark.parametrize(("text", "person"), MEANT)
def test_a_pronoun_means_the_only_person_it_can(text: str, person: str) -> None:
    (said,) = re.findall(r"\[([^\]]+)\]", text)
    facts = [fact for fact in extract(_BRACKETS.sub("", text)).facts if fact.type in _KINDS]
    meant = [slot.value for fact in facts for slot in fact.slots if slot.text == said]
    assert meant == [person]


@pytest.mark.parametrize("text", NOBODY)
def test_a_pronoun_that_may_mean_others_means_nobody(text: str) -> None:
    assert not [fact for fact in extract(text).facts if fact.type in _KINDS]
