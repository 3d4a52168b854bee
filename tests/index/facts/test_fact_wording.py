from __future__ import annotations

import pytest

from index.facts.wording import describe
from index.model.fact import Fact, FactType, Slot
from index.model.span import Span
from index.text.wording import Language


def described(kind: FactType, *slots: Slot) -> tuple[str, str]:
    found = describe(Fact("f1", kind, slots, Span(0, 9)), Language.RU)
    assert found is not None
    return found.title.replace("\u00a0", " "), found.subtitle


@pytest.mark.parametrize(
    ("words", "value", "title"),
    [
        ("ближайшие пять лет", "P5Y", "ближайшие пять лет"),
        ("не долее чем на 45 дней", "P45D", "не долее чем на 45 дней"),
        ("В течение недели", "P1W", "в течение недели"),
        ("двухчасовой", "PT2H", "2 часа"),
        ("пяти лет", "P5Y", "5 лет"),
        ("пяти раб. дней", "P5D", "5 рабочих дней"),
        ("десяти календарных дней", "P10D", "10 календарных дней"),
        ("одного рабочего дня", "P1D", "1 рабочий день"),
        ("сто лет одиночества", "", "сто лет одиночества"),
    ],
)
def test_a_length_of_time_stands_in_the_nominative(words: str, value: str, title: str) -> None:
    assert described(FactType.DURATION, Slot("duration", words, None, value)) == (title, "")


@pytest.mark.parametrize(
    ("words", "value", "modifier", "title"),
    [
        ("одного часа", "PT1H", "up_to", "до 1 часа"),
        ("2 дня", "P2D", "at_least", "не менее 2 дней"),
        ("одного рабочего дня", "P1D", "up_to", "до 1 рабочего дня"),
        ("21 календарного дня", "P21D", "over", "свыше 21 календарного дня"),
        ("14 календарных дней", "P14D", "up_to", "до 14 календарных дней"),
        ("2-3 рабочих дня", "P2D/P3D", "range", "2–3 рабочих дня"),
        ("с 8 до 6 часов", "PT8H/PT6H", "range", "8 часов → 6 часов"),
    ],
)
def test_what_bends_a_length_of_time_is_said(words: str, value: str, modifier: str, title: str) -> None:
    slots = (Slot("duration", words, None, value), Slot("modifier", "", None, modifier))
    assert described(FactType.DURATION, *slots) == (title, "")


def test_what_bends_a_length_of_time_is_said_in_english_too() -> None:
    slots = (Slot("duration", "не более двух часов", None, "PT2H"), Slot("modifier", "", None, "up_to"))
    found = describe(Fact("f1", FactType.DURATION, slots, Span(0, 9)), Language.EN)
    assert found is not None
    assert found.title.replace("\u00a0", " ") == "up to 2 hours"


def test_a_deal_says_what_kind_of_deal_it_is() -> None:
    parties = (Slot("participants", "Россия"), Slot("participants", "Белоруссия"))
    kind = Slot("kind", "дала", None, "займ")
    assert described(FactType.DEAL, *parties, kind) == ("Россия, Белоруссия", "займ")
