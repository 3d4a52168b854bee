"""Appointments in words: who is in office no more must not read like who was appointed."""

from __future__ import annotations

import pytest

from index.facts.extract import extract
from index.facts.wording import Language, describe
from index.model.fact import FactType


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("text", "language", "below"),
    [
        ("Иван Белов назначен прокурором Тулы.", Language.RU, "прокурор · Тула"),
        ("Иван Белов ушёл с поста прокурора Тулы.", Language.RU, "прокурор · Тула · больше не в должности"),
        ("Иван Белов ушёл с поста прокурора Тулы.", Language.EN, "прокурор · Тула · no longer in office"),
        ("Ивана Белова назначат прокурором Тулы.", Language.RU, "прокурор · Тула · планируется"),
    ],
)
def test_an_appointment_says_whether_it_is_one(text: str, language: Language, below: str) -> None:
    (fact,) = [fact for fact in extract(text).facts if fact.type == FactType.APPOINTMENT]
    described = describe(fact, language)
    assert described is not None
    assert (described.title, described.subtitle) == ("Иван Белов", below)
