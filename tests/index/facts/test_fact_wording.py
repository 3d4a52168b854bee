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


def test_a_deal_says_what_kind_of_deal_it_is() -> None:
    parties = (Slot("participants", "Россия"), Slot("participants", "Белоруссия"))
    kind = Slot("kind", "дала", None, "займ")
    assert described(FactType.DEAL, *parties, kind) == ("Россия, Белоруссия", "займ")
