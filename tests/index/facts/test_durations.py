"""Durations: lengths of time, what bends them, what is none, and dates told by counting."""

import re

import pytest

from index.facts.durations import find_durations
from index.facts.not_durations import REFUSALS, Claim, refusal
from index.facts.numbers import find_numbers
from index.facts.time_units import unit_forms
from index.model.fact import Fact, Value


def _slot(fact: Fact, name: str) -> Value:
    slot = fact.slot(name)
    return None if slot is None else slot.value


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
        ("за неделю до поездки", "за неделю", "P1W"),
        ("через 65 лет после войны", "65 лет", "P65Y"),
        ("после 20 лет работы", "20 лет", "P20Y"),
        ("7-10 рабочих дней", "7-10 рабочих дней", "P7D/P10D"),
        ("день сокращён с 8 до 6 часов", "с 8 до 6 часов", "PT8H/PT6H"),
        ("день продлён с 8 до 9 часов", "с 8 до 9 часов", "PT8H/PT9H"),
        ("2 часа 30 минут", "2 часа 30 минут", "PT2H30M"),
        ("два года и шесть месяцев", "два года и шесть месяцев", "P2Y6M"),
        ("приговорён к 5 годам тюрьмы", "5 годам", "P5Y"),
        ("в двадцатипятилетней истории", "двадцатипятилетней", "P25Y"),
        ("полтора месяца", "полтора месяца", "P45D"),
        ("окупится за 14,5 месяцев", "14,5 месяцев", "P14.5M"),
        ("в месячный срок", "месячный", "P1M"),
        ("сроком на год", "сроком на год", "P1Y"),
        ("через четверть часа", "четверть часа", "PT15M"),
        ("три четверти часа", "три четверти часа", "PT45M"),
        ("полдня спорили", "полдня", "PT12H"),
        ("к 25-летию города", "25-летию", "P25Y"),
        ("двадцатипятилетие театра", "двадцатипятилетие", "P25Y"),
        ("стосорокалетие школы", "стосорокалетие", "P140Y"),
        ("последние два десятилетия", "последние два десятилетия", "P20Y"),
        ("полуторачасовая беседа", "полуторачасовая", "PT90M"),
        ("3-х месячный срок", "3-х месячный", "P3M"),
        ("10-ти дневный срок", "10-ти дневный", "P10D"),
        ("трёхлетний бюджет", "трёхлетний", "P3Y"),
        ("длилось 2 ч 15 мин", "2 ч 15 мин", "PT2H15M"),
        ("длилось 3 ч. 40 мин.", "3 ч. 40 мин", "PT3H40M"),
        ("к 3 годам и 6 месяцам лишения свободы", "3 годам и 6 месяцам", "P3Y6M"),
        ("доклад до 10 мин.", "10 мин", "PT10M"),
        ("10 сут. ареста", "10 сут", "P10D"),
        ("пребывание до 4-х часов", "4-х часов", "PT4H"),
        ("маркеры В и С\n2-3 рабочих дня", "2-3 рабочих дня", "P2D/P3D"),
        ("прошло полвека", "полвека", "P50Y"),
        ("окупится за 0,7 года", "0,7 года", "P0.7Y"),
        ("через полгода после пуска", "полгода", "P6M"),
        ("всего через 6 лет назначен начальником", "6 лет", "P6Y"),
        ("через два года открылся театр", "два года", "P2Y"),
    ],
)
def test_durations_are_iso(text: str, said: str, value: str) -> None:
    (fact,) = find_durations(text, tuple(find_numbers(text)))
    assert (fact.span.of(text), _slot(fact, "duration")) == (said, value)


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("не должно превышать 20 минут", "up_to"),
        ("времени, не превышающего четырёх минут", "up_to"),
        ("в пределах двух месяцев", "up_to"),
        ("хранение до 1 месяца", "up_to"),
        ("срок не может быть менее трёх лет", "at_least"),
        ("на срок свыше 10 лет", "over"),
        ("менее чем через восемь месяцев после пуска", "up_to"),
        ("может быть до\n1 (одного) месяца", "up_to"),
        ("от 3 до 6 месяцев", "range"),
        ("в течение трёх лет", None),
    ],
)
def test_what_bends_a_length_of_time_is_kept(text: str, modifier: str | None) -> None:
    (fact,) = find_durations(text, tuple(find_numbers(text)))
    assert _slot(fact, "modifier") == modifier


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("три года назад", "past:P3Y"),
        ("полгода назад", "past:P6M"),
        ("через два месяца", "future:P2M"),
        ("через полгода", "future:P6M"),
        ("через два года откроется театр", "future:P2Y"),
        ("тысяча девятьсот девяносто первого года", "1991"),
    ],
)
def test_dates_told_by_counting(text: str, value: str) -> None:
    (fact,) = find_durations(text, tuple(find_numbers(text)))
    assert _slot(fact, "date") == value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("в 16 веке", "century"),
        ("24-29 лет", "span_of_ages"),
        ("в возрасте 45 лет", "age"),
        ("детей до 1 года", "age"),
        ("средний возраст пациентов составил 34,8 лет", "age_told"),
        ("ей было 25 лет", "age_told"),
        ("18 лет и старше", "age_behind"),
        ("по п. 5 ч", "part_of_law"),
        ("после 45 лет", "age_since"),
        ("Камский (США, 30 лет)", "age_aside"),
        ("с 8 до 11 часов", "opening_time"),
        ("начало туров – 13 часов", "hour"),
        ("в 12 часов 30 минут", "hour"),
        ("в 12 ч. 30 минут", "hour"),
        ("намечено на 19 часов", "hour"),
        ("к 5 годам", "age_by"),
        ("в 40 минутах", "point_in_time"),
        ("15 часов 30 минут московского времени", "hour_of_day"),
        ("до 10 часов", "hour"),
        ("не достигшие 18 лет", "age"),
        ("по достижении 65 лет", "age"),
        ("в возрасте 39, 45, 51 года", "age"),
        ("подростков 15 лет", "age"),
        ("0 лет включительно", "age_behind"),
        ("в 21 год, 24 года и 27 лет", "point_in_time"),
        ("первых 3 лет жизни", "years_of_life"),
        ("Иванов, 45 лет, слесарь", "age_aside"),
    ],
)
def test_each_reason_to_be_no_length_of_time_has_its_case(text: str, name: str) -> None:
    number = list(find_numbers(text))[-1]
    said = re.split(r"[\s),]", text[number.stop :].strip())[0]
    left, right = text[: number.span.start], text[number.stop :].removeprefix(f" {said}")
    claim = Claim(number, unit_forms()[said], said, left, right, number.span.of(text))
    assert refusal(claim) == name
    assert list(find_durations(text, tuple(find_numbers(text)))) == []


def test_no_reason_to_be_no_length_of_time_is_without_a_case() -> None:
    assert len(REFUSALS) == len({one.name for one in REFUSALS}) == 14


@pytest.mark.parametrize(
    "text",
    [
        "часы переводят на один час назад",
        "в 2021 году",
        "35-летний мастер",
        "двадцатипятилетний мастер",
        "совершеннолетие",
    ],
)
def test_years_and_ages_are_no_durations(text: str) -> None:
    assert list(find_durations(text, tuple(find_numbers(text)))) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("три года назад", "2021"),
        ("два месяца назад", "2024-03"),
        ("десять дней назад", "2024-05-10"),
        ("полгода назад", "2023-11"),
        ("через две недели", "2024-06-03"),
        ("два часа назад", "past:PT2H"),
    ],
)
def test_what_is_counted_from_the_day_of_writing_is_resolved_by_it(text: str, value: str) -> None:
    (fact,) = find_durations(text, tuple(find_numbers(text)), "2024-05-20")
    assert _slot(fact, "date") == value
