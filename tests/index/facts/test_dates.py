"""Dates: the expected value is written behind the bracketed words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.facts.dates import PATTERNS, document_date, find_dates

CASES = [
    ("[20 мая 2024 года=2024-05-20] министр прибыл", ""),
    ("принято [29.03.2019=2019-03-29] (протокол № 5)", ""),
    ("к [25 апреля=--04-25] подготовить", ""),
    ("с [15 апреля с. г.=2019-04-15]", "2019-04-08"),
    ("с [15 апреля с. г.=--04-15]", ""),
    ("в [апреле прошлого года=1965-04]", "1966-10-12"),
    ("[3.VI.65 г.=1965-06-03]", ""),
    ("до [15/XII с. г.=1966-12-15]", "1966-10-12"),
    ("[не позднее 1 августа=--08-01]", ""),
    ("встретятся [9–11 октября=--10-09/--10-11]", ""),
    ("[16, 17 и 18 апреля=--04-16/--04-18]", ""),
    ("[с 22 по 26 июня с. г.=1966-06-22/1966-06-26]", "1966-10-12"),
    ("[с 10 января по 10 апреля 1967 года=1967-01-10/1967-04-10]", ""),
    ("[с января по сентябрь=--01/--09] вывезено", ""),
    ("в [марте=--03] предупреждали", ""),
    ("в [октябре 1957-го=1957-10]", ""),
    ("в [III квартале 2023 года=2023-Q3]", ""),
    ("[не позднее II квартала=2019-Q2]", "2019-04-08"),
    ("план [I полугодия=H1]", ""),
    ("на [2024–2028 годы=2024/2028]", ""),
    ("в [1958–63 гг.=1958/1963]", ""),
    ("[в конце 40-х гг.=1940s]", ""),
    ("в [1960-м=1960] и позже", ""),
    ("[до конца апреля=--04-30]", ""),
    ("[До конца года=end_of_year]", ""),
    ("[до конца 2024 года=2024-12-31]", ""),
    ("[в текущем году=this_year]", ""),
    ("[за минувший год=last_year]", ""),
    ("[Сегодня=today] мы принимаем", ""),
    ("[До середины лета=season:summer]", ""),
    ("[осенью 1941 года=1941-autumn]", ""),
    ("«Март» и пункт 3.1.2021.5 датами не являются", ""),
]


def _marked(text: str) -> tuple[str, list[tuple[str, str]]]:
    expected = re.findall(r"\[([^\]=]+)=([^\]]+)\]", text)
    return re.sub(r"\[([^\]=]+)=[^\]]+\]", r"\1", text), expected


@pytest.mark.parametrize(("marked", "document"), CASES)
def test_dates_have_the_marked_values(marked: str, document: str) -> None:
    text, expected = _marked(marked)
    assert [(date.span.of(text), date.value) for date in find_dates(text, document)] == expected


def test_a_day_that_the_calendar_lacks_is_no_date() -> None:
    assert all(date.rule != "day_month_year" for date in find_dates("31 февраля не бывает"))


def test_an_amount_after_a_day_is_no_year() -> None:
    assert [date.value for date in find_dates("1 мая 2500 рублей")] == ["--05-01"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "ПРИКАЗ № 73\nг. Усть-Каменогорск\n8 апреля 2019 г.\nНа основании решения от 29.03.2019",
            "2019-04-08",
        ),
        ("от 12.05.2021 № 7\nО мерах", "2021-05-12"),
        ("Мука дешевеет\nКостанай, 17 октября 2022 года. Казахстанская мука", "2022-10-17"),
        ("На основании решения совета от 29.03.2019 приказываю:\n1. Назначить", ""),
        ("«5» декабря 2022 года\nпротокол", "2022-12-05"),
        ("Переговоры подтвердили готовность", ""),
        ("Текст без даты.\n" * 200 + "14 окт. 1966 г.", "1966-10-14"),
        (
            "Доклад о проверке\nУтверждён коллегией 31 июля 2025 года\nПроверка начата 2 апреля 2025 года",
            "2025-07-31",
        ),
        (
            "Указ\nО водах\n1. Запретить сброс с 1 июня 2025 года.\nСветлояр, 21 апреля 2025 года, № 118",
            "2025-04-21",
        ),
        (
            "Договор\nСтороны, соседи с 9 июня 1992 года,\nСтатья 1\nСовершено в Светлояре 28 ноября 2025 г.",
            "2025-11-28",
        ),
        ("Речь\n" + "О том, как 3 мая 1911 года начали строить дорогу через перевал. " * 4, ""),
        ("Постановление от 24 декабря 2013 г. N 1604\n(в ред. от 5 мая 2014 г.)", "2013-12-24"),
        ("Положение\nУтверждено приказом от 5 мая 2020 года", ""),
    ],
)
def test_the_documents_own_date_is_found(text: str, date: str) -> None:
    assert document_date(text) == date


_PIECES = [_marked(marked)[0] for marked, _ in CASES] + ["8 апреля 2019 г.", "5", "мая", "2020", "с", "по"]


@given(st.lists(st.sampled_from(_PIECES), max_size=6).map(" ".join), st.integers(0, len(PATTERNS)))
def test_later_patterns_have_no_say_in_what_earlier_ones_find(text: str, count: int) -> None:
    earlier = {pattern.name for pattern in PATTERNS[:count]}
    expected = [date for date in find_dates(text) if date.rule in earlier]
    assert list(find_dates(text, patterns=PATTERNS[:count])) == expected


def test_every_pattern_has_a_name_of_its_own() -> None:
    names = [pattern.name for pattern in PATTERNS]
    assert len(set(names)) == len(names)
