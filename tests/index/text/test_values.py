from __future__ import annotations

import pytest

from index.model.fact import Value
from index.text.values import day, duration, money, numbers, percent
from index.text.wording import NBSP, THIN_SPACE, Language


def plain(text: str) -> str:
    return text.replace(NBSP, " ").replace(THIN_SPACE, " ")


@pytest.mark.parametrize(
    ("amount", "currency", "russian", "english"),
    [
        (4_000_000_000, "USD", "4 млрд долл.", "US$4 bn"),
        (1_500_000, "RUB", "1,5 млн ₽", "₽1.5 mn"),
        (110_000_000_000, "UZS", "110 млрд сумов", "110 bn UZS"),
        (1, "UZS", "1 сум", "1 UZS"),
        (3, "CNY", "3 юаня", "3 CNY"),
        (0.9, "AZN", "0,90 маната", "0.90 AZN"),
        (341.5, "EUR", "341,50 евро", "€341.50"),
        (9_275_000, "RUB", "9,275 млн ₽", "₽9.275 mn"),
        ({"from": 1.15, "to": 1.2}, "GEL", "1,15–1,20 лари", "1.15–1.20 GEL"),
        (7, "XAU", "7 XAU", "7 XAU"),
        (5, "", "5", "5"),
        ({"from": 168_000, "to": 172_000}, "KZT", "168–172 тыс. тенге", "168–172 k KZT"),
        ({"from": 1_800_000, "to": 2_200_000}, "USD", "1,8–2,2 млн долл.", "US$1.8–2.2 mn"),
        ({"from": 15_200, "to": 15_600}, "RUB", "15 200–15 600 ₽", "₽15,200–15,600"),
        ({"from": 900_000, "to": 2_000_000}, "USD", "900 тыс. – 2 млн долл.", "US$900 k – 2 mn"),
        ({"from": 0, "to": 2_000_000}, "USD", "0–2 млн долл.", "US$0–2 mn"),
    ],
)
def test_sum_reads_as_people_write_it(amount: Value, currency: str, russian: str, english: str) -> None:
    assert plain(money(amount, currency)) == russian
    assert plain(money(amount, currency, Language.EN)) == english


def test_range_that_falls_is_a_change() -> None:
    assert plain(percent({"from": 14, "to": 9})) == "14 → 9 %"
    assert plain(percent({"from": 8, "to": 11})) == "8–11 %"


@pytest.mark.parametrize("value", ["много", None, True, {"from": 1}, [1, 2]])
def test_what_is_no_number_is_not_written_as_one(value: Value) -> None:
    assert numbers(value) == money(value, "USD") == percent(value) == ""


@pytest.mark.parametrize(
    ("value", "russian", "english"),
    [
        ("2021-11-15", "15 ноября 2021", "15 November 2021"),
        ("2021-11", "ноябрь 2021", "November 2021"),
        ("2021", "2021", "2021"),
        ("2019-Q2", "II квартал 2019", "Q2 2019"),
        ("Q4", "IV квартал", "Q4"),
        ("1966-H1", "I полугодие 1966", "H1 1966"),
        ("2021/2025", "2021–2025", "2021–2025"),
        ("2022-01/2022-09", "январь–сентябрь 2022", "January–September 2022"),
        ("1967-01-10/1967-04-10", "10 января – 10 апреля 1967", "10 January – 10 April 1967"),
        ("1966-06-22/1966-06-26", "22–26 июня 1966", "22–26 June 1966"),
        ("2021-12-30/2022-01-02", "30 декабря 2021 – 2 января 2022", "30 December 2021 – 2 January 2022"),
        ("--11-08", "8 ноября", "8 November"),
        ("--03", "март", "March"),
        ("end_of_quarter", "до конца квартала", "by the end of the quarter"),
        ("past:P3Y", "3 года назад", "3 years ago"),
        ("past:P1W", "1 неделю назад", "1 week ago"),
        ("future:P2M", "через 2 месяца", "in 2 months"),
        ("weekday:tuesday", "во вторник", "on Tuesday"),
        ("start_of_year", "с начала года", "since the start of the year"),
        ("1941-autumn", "осень 1941", "autumn 1941"),
        ("0988", "988", "988"),
        ("-0043", "44 до н. э.", "44 BC"),
        ("1801/1900", "XIX век", "19th century"),
        ("1701/1900", "XVIII–XIX века", "18th–19th centuries"),
        ("-0299/-0200", "III век до н. э.", "3rd century BC"),
        ("1801/1899", "1801–1899", "1801–1899"),
        ("1940s", "1940-е годы", "1940s"),
        ("season:spring", "весна", "spring"),
        ("2021-13", "", ""),
        ("скоро", "", ""),
    ],
)
def test_day_reads_as_people_say_it(value: str, russian: str, english: str) -> None:
    assert plain(day(value)) == russian
    assert plain(day(value, Language.EN)) == english


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("P7M", "7 месяцев"),
        ("P5Y", "5 лет"),
        ("P1Y6M", "1 год 6 месяцев"),
        ("P21D", "21 день"),
        ("PT2H", "2 часа"),
        ("P1.5Y", "1,5 года"),
        ("PT5H/PT2H", "5 часов → 2 часа"),
        ("P", ""),
        ("долго", ""),
    ],
)
def test_length_of_time_reads_as_people_say_it(value: str, written: str) -> None:
    assert plain(duration(value)) == written
