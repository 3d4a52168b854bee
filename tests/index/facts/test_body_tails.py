"""What depends on a body: fields, those it is at, whose part it is; each by the repair that it is of."""

from __future__ import annotations

import pytest

from index.facts import body_tails
from index.model.span import Span
from tests.index.facts.marked import passage, repaired

pytestmark = pytest.mark.usefixtures("loaded")

ENDS = [
    ("Комитет по делам ветеранов собрался.", False, "Комитет по делам ветеранов"),
    ("Комиссия по борьбе с лесными пожарами уехала.", False, "Комиссия по борьбе с лесными пожарами"),
    ("Служба по надзору в сфере связи уехала.", False, "Служба по надзору в сфере связи"),
    ("Служба по надзору в среду уехала.", False, "Служба по надзору"),
    ("Комиссия по делам с утра молчит.", False, "Комиссия по делам"),
    ("Совет при президенте страны поспорил.", False, "Совет при президенте страны"),
    ("Совет при закрытых дверях поспорил.", False, "Совет"),
    ("Комиссия по итогам года поспорила.", False, "Комиссия"),
    ("Форум молодых учёных открыт.", True, "Форум молодых учёных"),
    ("Форум молодых учёных открыт.", False, "Форум"),
    ("Комитет, по правде говоря, молчит.", False, "Комитет"),
    ("Выставка туризма и гостеприимства открыта.", True, "Выставка туризма и гостеприимства"),
    ("Выставка туризма и школа открыты.", True, "Выставка туризма"),
    ("Центр патологии имени Белова открыт.", True, "Центр патологии"),
]


@pytest.mark.parametrize(("text", "takes_genitive", "expected"), ENDS)
def test_a_body_ends_where_what_depends_on_it_ends(text: str, expected: str, *, takes_genitive: bool) -> None:
    first = passage(text)
    reached = first.tokens[0].stop
    stop = body_tails.stop(first, 1, [], reached, takes_genitive=takes_genitive)
    assert text[:stop] == expected


def test_what_another_name_has_is_not_gone_into() -> None:
    text = "Комитет по делам Казахстана собрался."
    first = passage(text)
    place = body_tails.Name(Span(17, 27), body_tails.EntityType.COUNTRY, "test")
    assert text[: body_tails.stop(first, 1, [place], 7, takes_genitive=False)] == "Комитет по делам"


PARTS = [
    ("Об этом сказал заведующий кафедрой социальных наук МГУ.", {"кафедрой социальных наук МГУ"}),
    ("Он работает на факультете журналистики МГУ с весны.", {"факультете журналистики МГУ"}),
    ("Кафедры социальных наук МГУ закрыты.", set()),
    ("Он говорил о кафедре, а МГУ молчал.", set()),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts_of_bodies_are_named_with_their_owner(text: str, expected: set[str]) -> None:
    assert {said for said, rule in repaired(text).items() if rule == "parts_of_bodies"} == expected


FIELDS = [
    (
        "Об этом сообщило ГУ МЧС России по Московской области.",
        {"ГУ МЧС России по Московской области"},
    ),
    (
        "Пишет управление Росреестра по Москве и Московской области.",
        {"управление Росреестра по Москве и Московской области"},
    ),
    ("Правительство России по привычке молчит.", set()),
]


@pytest.mark.parametrize(("text", "expected"), FIELDS)
def test_a_body_takes_in_where_it_works(text: str, expected: set[str]) -> None:
    assert {said for said, rule in repaired(text).items() if rule == "bodies_of_fields"} == expected


SECOND = [
    (
        "Факультет Вычислительной Математики и Кибернетики",
        {"Факультет Вычислительной Математики и Кибернетики"},
    ),
    ("Факультет Вычислительной Математики и Иванов Пётр", set()),
]


@pytest.mark.parametrize(("text", "expected"), SECOND)
def test_a_title_page_gives_a_faculty_two_fields(text: str, expected: set[str]) -> None:
    assert {said for said, rule in repaired(text).items() if rule == "second_fields"} == expected
