"""Money, percentages, durations, addresses: facts from numbers."""

import pytest

from index.facts.currencies import CountryAt
from index.facts.durations import find_durations
from index.facts.money import find_money
from index.facts.numbers import find_numbers
from index.facts.percents import find_percents
from index.facts.sources import find_sources
from index.model.fact import Fact, Value

MONEY = [
    ("на сумму свыше [двух миллиардов долларов]", 2_000_000_000, "USD", "over"),
    ("достигнут рекордной отметки в [четыре миллиарда долларов]", 4_000_000_000, "USD", "reaches"),
    ("до [десяти миллиардов долларов]", 10_000_000_000, "USD", "up_to"),
    ("не более [61,5 млн тенге]", 61_500_000, "KZT", "up_to"),
    ("не менее [100 рублей]", 100, "RUB", "at_least"),
    ("[1 500 000 рублей 50 копеек]", 1_500_000.5, "RUB", None),
    ("[1000 (одна тысяча) рублей 00 копеек]", 1000, "RUB", None),
    ("[пять миллионов сумов]", 5_000_000, "UZS", None),
    ("[300 тысяч сомов]", 300_000, "KGS", None),
    ("[2 млн. 340 тыс. руб.], из них", 2_340_000, "RUB", None),
    ("[8,4 тыс. долл. США].", 8400, "USD", None),
    ("[$2,5 млрд]", 2_500_000_000, "USD", None),
    ("[€300 млн]", 300_000_000, "EUR", None),
    ("около [полутора миллиардов белорусских рублей]", 1_500_000_000, "BYN", "about"),
    ("[от 1,8 до 2,2 млн долларов]", {"from": 1_800_000, "to": 2_200_000}, "USD", "range"),
    ("[полмиллиарда афгани]; первую", 500_000_000, "AFN", None),
    ("[1,15–1,2 лари], Азербайджан", {"from": 1.15, "to": 1.2}, "GEL", "range"),
]


def _slot(fact: Fact, name: str) -> Value:
    slot = fact.slot(name)
    return None if slot is None else slot.value


@pytest.mark.parametrize(("marked", "amount", "currency", "modifier"), MONEY)
def test_money_is_normalised(marked: str, amount: Value, currency: str, modifier: str | None) -> None:
    text = marked.replace("[", "").replace("]", "")
    (fact,) = find_money(text, tuple(find_numbers(text)))
    assert (_slot(fact, "amount"), _slot(fact, "currency"), _slot(fact, "modifier")) == (
        amount,
        currency,
        modifier,
    )
    said = fact.slot("amount")
    assert said is not None
    assert said.text == marked[marked.index("[") + 1 : marked.index("]")]


@pytest.mark.parametrize(("country", "currency"), [("AZ", "AZN"), ("TM", "TMT")])
def test_a_country_tells_one_manat_from_the_other(country: str, currency: str) -> None:
    text = "сто манатов"
    (fact,) = find_money(text, tuple(find_numbers(text)), [CountryAt(0, country)])
    assert _slot(fact, "currency") == currency


@pytest.mark.parametrize("text", ["сто крон", "сто манатов", "тыс. руб.", "пять книг", "в 2021 году"])
def test_an_unsure_currency_or_amount_is_no_money(text: str) -> None:
    assert list(find_money(text, tuple(find_numbers(text)))) == []


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        ("поток увеличился на 26 процентов", 26, "up"),
        ("подешевела на 7,5 %", 7.5, "down"),
        ("пришлось 52 процента поставок", 52, "share"),
        ("снизится с 14 до 9 процентов", {"from": 14, "to": 9}, "down"),
        ("вырос на два процентных пункта", 2, "up"),
    ],
)
def test_percentages_have_a_value_and_a_direction(text: str, value: Value, direction: str) -> None:
    (fact,) = find_percents(text, tuple(find_numbers(text)))
    assert (_slot(fact, "value"), _slot(fact, "direction")) == (value, direction)


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("в ближайшие пять лет", "ближайшие пять лет", "P5Y"),
        ("не долее чем на 45 дней", "не долее чем на 45 дней", "P45D"),
        ("в течение пяти раб. дней", "пяти раб. дней", "P5D"),
        ("в двухмесячный срок", "двухмесячный", "P2M"),
        ("в 10-дневный срок", "10-дневный", "P10D"),
        ("после двухчасовой беседы", "двухчасовой", "PT2H"),
        ("в течение недели", "в течение недели", "P1W"),
        ("полтора года работы", "полтора года", "P18M"),
        ("полгода спорили", "полгода", "P6M"),
        ("от 3 до 6 месяцев", "от 3 до 6 месяцев", "P3M/P6M"),
    ],
)
def test_durations_are_iso(text: str, said: str, value: str) -> None:
    (fact,) = find_durations(text, tuple(find_numbers(text)))
    assert (fact.span.of(text), _slot(fact, "duration")) == (said, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("три года назад", "past:P3Y"),
        ("полгода назад", "past:P6M"),
        ("через два месяца", "future:P2M"),
        ("тысяча девятьсот девяносто первого года", "1991"),
    ],
)
def test_dates_told_by_counting(text: str, value: str) -> None:
    (fact,) = find_durations(text, tuple(find_numbers(text)))
    assert _slot(fact, "date") == value


@pytest.mark.parametrize(
    "text", ["в 2021 году", "в возрасте 45 лет", "в 10 часов", "35-летний мастер", "24-29 лет", "в 16 веке"]
)
def test_years_ages_and_hours_of_the_day_are_no_durations(text: str) -> None:
    assert list(find_durations(text, tuple(find_numbers(text)))) == []


def test_an_address_ends_before_the_point_of_the_sentence() -> None:
    text = "Источник: https://president.uz/uz/lists/view/4808. Почта a@b.ru, сайт www.pravo.gov.ru."
    assert [fact.slots[0].value for fact in find_sources(text)] == [
        "https://president.uz/uz/lists/view/4808",
        "www.pravo.gov.ru",
    ]
