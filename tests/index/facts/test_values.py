"""Money, percentages, addresses: facts from numbers."""

import pytest

from index.facts.currencies import CountryAt
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
    ("[100 (сто) тысяч рублей]", 100_000, "RUB", None),
    ("[1 тыс. 250 долларов 50 центов]", 1250.5, "USD", None),
    ("[50 центов]", 0.5, "USD", None),
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
    ("[1 000 000.00 руб.]", 1_000_000, "RUB", None),
    ("[10 руб. 5 коп.]", 10.05, "RUB", None),
    ("[полтора-два миллиона долларов]", {"from": 1_500_000, "to": 2_000_000}, "USD", "range"),
    ("[1 234 567,89 руб.]", 1_234_567.89, "RUB", None),
    ("[1.234.567 тенге]", 1_234_567, "KZT", None),
    ("[1,234,567.89 USD]", 1_234_567.89, "USD", None),
    ("[12\u2009500\u202f000 сомони]", 12_500_000, "TJS", None),
    ("[USD 5 млн]", 5_000_000, "USD", None),
    ("[US$ 5 млн]", 5_000_000, "USD", None),
    ("[£20]", 20, "GBP", None),
    ("[150 т. р.] за штуку", 150_000, "RUB", None),
    ("[300 тыс.руб.]", 300_000, "RUB", None),
    ("[тремя триллионами манатов] Туркменистана", 3_000_000_000_000, "TMT", None),
    ("[две трети миллиарда юаней]", 2_000_000_000 / 3, "CNY", None),
    ("[5–7 млн долл.]", {"from": 5_000_000, "to": 7_000_000}, "USD", "range"),
    ("[от полутора до двух миллиардов сомов]", {"from": 1_500_000_000, "to": 2_000_000_000}, "KGS", "range"),
    ("[от 5 млн рублей до 7 млн рублей]", {"from": 5_000_000, "to": 7_000_000}, "RUB", "range"),
    ("[от 50 до 90 копеек]", {"from": 0.5, "to": 0.9}, "RUB", "range"),
    ("[сто с лишним рублей]", 100, "RUB", "over"),
    ("[5 млн рублей] и более.", 5_000_000, "RUB", "at_least"),
    ("[5 млн рублей] и более половины", 5_000_000, "RUB", None),
    ("чуть более [3 млн евро]", 3_000_000, "EUR", "over"),
    ("как минимум [99 тыс. долларов]", 99_000, "USD", "at_least"),
    ("не может быть ниже [20 000 рублей]", 20_000, "RUB", "at_least"),
    ("не должен превышать [500 рублей]", 500, "RUB", "up_to"),
    ("превышает [500 рублей]", 500, "RUB", "over"),
    (
        "увеличить [с нынешних 7 млрд. долларов до 35 миллиардов]",
        {"from": 7_000_000_000, "to": 35_000_000_000},
        "USD",
        "range",
    ),
    ("не менее чем на [2 млн рублей]", 2_000_000, "RUB", "at_least"),
    ("едва не [миллион франков]", 1_000_000, "CHF", "about"),
    ("превысит сумму в [12 млн тенге]", 12_000_000, "KZT", "over"),
    ("до уровня [десяти миллиардов долларов]", 10_000_000_000, "USD", "up_to"),
    ("на [5 млрд рублей] больше", 5_000_000_000, "RUB", None),
    ("больше на [5 млрд рублей]", 5_000_000_000, "RUB", None),
    ("[10 тысяч кипрских фунтов]", 10_000, "CYP", None),
    ("Итого [45 000-00 руб.]", 45_000, "RUB", None),
    ("Итого [1200=50 руб.] за всё", 1200.5, "RUB", None),
    ("дотация: 2022 – [3,2 млн руб.]", 3_200_000, "RUB", None),
    ("[1500 – 2 тыс. руб.]", {"from": 1500, "to": 2000}, "RUB", "range"),
]


def _slot(fact: Fact, name: str) -> Value:
    slot = fact.slot(name)
    return None if slot is None else slot.value


@pytest.mark.parametrize(("marked", "amount", "currency", "modifier"), MONEY)
def test_money_is_normalised(marked: str, amount: Value, currency: str, modifier: str | None) -> None:
    text = marked.replace("[", "").replace("]", "")
    countries = [CountryAt(0, "TM")] if "Туркменистан" in text else []
    (fact,) = find_money(text, tuple(find_numbers(text)), countries)
    assert (_slot(fact, "amount"), _slot(fact, "currency"), _slot(fact, "modifier")) == (
        amount,
        currency,
        modifier,
    )
    said = fact.slot("amount")
    assert said is not None
    assert said.text == marked[marked.index("[") + 1 : marked.index("]")]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("на 5 млрд рублей больше", "up"),
        ("дешевле на 300 тенге", "down"),
        ("на 300 тенге ниже", "down"),
        ("проезд подорожал на 3 рубля", "up"),
        ("рост привёл к тому, что потрачено на 3 рубля", None),
        ("5 млрд рублей больше не дадут", None),
    ],
)
def test_a_difference_of_sums_says_which_way(text: str, direction: str | None) -> None:
    (fact,) = find_money(text, tuple(find_numbers(text)))
    assert _slot(fact, "direction") == direction


@pytest.mark.parametrize("text", ["несколько миллионов рублей", "десятки тысяч долларов", "миллиарды юаней"])
def test_a_vague_sum_is_no_amount(text: str) -> None:
    assert list(find_money(text, tuple(find_numbers(text)))) == []


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
        ("прибавил 0,3 п.п.", 0.3, "up"),
        ("на 10 процентов сократились выплаты", 10, "down"),
        ("на 4 % дороже", 4, "up"),
        ("женщины в возрасте 30 лет составили 33 %", 33, "share"),
        ("индекс минус 5 %", -5, "share"),
        ("изменение (-3,1 %)", -3.1, "share"),
        ("изменение \u22123,1 %", -3.1, "share"),
        ("доля -13 %", 13, "share"),
        ("от полутора до двух процентов", {"from": 1.5, "to": 2}, "share"),
        ("ноль целых пять десятых процента", 0.5, "share"),
        ("каждый третий житель", 33.33, "share"),
        ("каждая десятая семья", 10, "share"),
        ("половина населения", 50, "share"),
        ("две трети мест", 66.67, "share"),
        ("треть акций банка", 33.33, "share"),
        ("одну пятую часть долга", 20, "share"),
        ("2,5-процентный сбор", 2.5, "share"),
        ("долг погашен на две трети.", 66.67, "share"),
        ("выпуск сократился на треть", 33.33, "down"),
        ("от 5% до 10% цены", {"from": 5, "to": 10}, "share"),
        ("5 %–10 %", {"from": 5, "to": 10}, "share"),
        ("снизилась с 10% до 5%", {"from": 10, "to": 5}, "down"),
        ("ускорилась с 7,4 до 8,1 %", {"from": 7.4, "to": 8.1}, "up"),
        ("всего (+7,7 %)", 7.7, "up"),
        ("но все-таки плюс 20 %", 20, "up"),
        ("темпы роста составили 131 %", 131, "share"),
        ("темпы роста составили 5 %", 5, "up"),
        ("превысил 60 % дохода", 60, "share"),
        ("увеличить заём под 2,4 процента годовых", 2.4, "share"),
        ("сократившим расход воды, до 50 процентов затрат", 50, "share"),
        ("план превысили на 5 %", 5, "up"),
        ("полпроцента", 0.5, "share"),
    ],
)
def test_percentages_have_a_value_and_a_direction(text: str, value: Value, direction: str) -> None:
    (fact,) = find_percents(text, tuple(find_numbers(text)))
    assert (_slot(fact, "value"), _slot(fact, "direction")) == (value, direction)


@pytest.mark.parametrize(
    "text",
    [
        "каждый третий год",
        "каждое второе воскресенье",
        "половина девятого",
        "в первой половине века",
        "вторую половину дня",
        "четверть финала",
        "треть миллиона рублей",
        "треть часа",
        "прибыль 3 / 4 · 100%",
        "половину успеха",
    ],
)
def test_times_and_parts_of_numbers_are_no_shares(text: str) -> None:
    assert list(find_percents(text, tuple(find_numbers(text)))) == []


def test_an_address_ends_before_the_point_of_the_sentence() -> None:
    text = "Источник: https://president.uz/uz/lists/view/4808. Почта a@b.ru, сайт www.pravo.gov.ru."
    assert [fact.slots[0].value for fact in find_sources(text)] == [
        "https://president.uz/uz/lists/view/4808",
        "www.pravo.gov.ru",
    ]


def test_the_name_of_a_library_is_no_address() -> None:
    assert [fact.slots[0].value for fact in find_sources("В java.net есть класс, на habr.ru статья.")] == [
        "habr.ru"
    ]


def test_what_a_share_is_held_against_does_not_move() -> None:
    text = "Доля снизилась до 4,1 % против 4,7 % годом ранее."
    found = find_percents(text, tuple(find_numbers(text)))
    assert [_slot(fact, "direction") for fact in found] == ["down", "share"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Дано 5 млн рублей, из них 3 млн – из казны, 2 млн – из фонда.", [5_000_000, 3_000_000, 2_000_000]),
        (
            "Дано 5 млн рублей, в том числе 3 млн на ремонт и 2 млн на технику.",
            [5_000_000, 3_000_000, 2_000_000],
        ),
        ("Собрали 5 тыс. рублей, из которых 3 тыс. учеников не сдали.", [5_000]),
        ("Дано 5 млн рублей. Из них 3 млн – детям.", [5_000_000]),
    ],
)
def test_the_parts_of_a_sum_have_its_currency(text: str, parts: list[int]) -> None:
    found = list(find_money(text, tuple(find_numbers(text))))
    assert [_slot(fact, "amount") for fact in found] == parts
    assert {_slot(fact, "currency") for fact in found} == {"RUB"}
