"""What documents state, as numbers."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.fact import DocumentFacts, Entity, EntityType, Fact, FactType, Slot, Value
from index.model.span import Span
from index.store.figures import figure_of
from index.store.statements import ROLES, STATED, STATEMENT, packed_statements, roles_of


def figure(amount: Value, modifier: str = "", what: str = "строительство моста в Бухаре") -> Fact:
    slots = (
        Slot("amount", "много", None, amount),
        Slot("currency", "", None, "USD"),
        Slot("modifier", "", None, modifier),
        Slot("what_for", what),
    )
    return Fact("f", FactType.MONEY, slots, Span(0, 5))


def range_of(fact: Fact) -> tuple[float, float]:
    found = figure_of(fact)
    assert found is not None
    return found.least, found.most


@pytest.mark.parametrize(
    ("amount", "modifier", "expected"),
    [
        (12, "", (12, 12)),
        (5_200_000_000, "", (5_150_000_000, 5_250_000_000)),
        (30_000_000_000, "", (28_500_000_000, 31_500_000_000)),
        (1_234, "", (1_234, 1_234)),
        (1_234.5, "", (1_234.5, 1_234.5)),
        (100, "about", (90, 110)),
        (100, "over", (100, math.inf)),
        (100, "at_least", (100, math.inf)),
        (100, "up_to", (-math.inf, 100)),
        ({"from": 9, "to": 5}, "", (5, 9)),
        (-2000, "", (-2100, -1900)),
    ],
)
def test_a_figure_stands_for_a_range(amount: Value, modifier: str, expected: tuple[float, float]) -> None:
    assert range_of(figure(amount, modifier)) == expected


@pytest.mark.parametrize("amount", [None, True, "много", {"from": 1}, math.inf, 10**400])
def test_what_is_no_number_is_no_figure(amount: Value) -> None:
    assert figure_of(figure(amount)) is None


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300))
def test_a_figure_stands_for_itself_at_least(amount: float) -> None:
    least, most = range_of(figure(amount))
    assert least <= amount <= most


def test_forms_of_the_same_words_have_one_key() -> None:
    keys = {
        figure_of(figure(1, what=what))
        for what in ("Строительство моста в Бухаре", "строительства мостов в Бухаре")
    }
    assert len(keys) == 1


@pytest.mark.parametrize(
    ("what", "named", "is_comparable"),
    [
        ("товарооборот между странами", (), False),
        ("строительство моста", (), False),
        ("общий объём работ по договору с нашей компанией", (), False),
        ("Экспорт хлопка", (), False),
        ("мосту", ("Бухара",), False),
        ("товарооборот между странами", ("Казахстан", "Узбекистан"), True),
        ("экспорт Узбекистана", (), True),
        ("дороги Китай – Кыргызстан", (), True),
        ("наибольшая доля посевов хлопчатника среди орошаемых земель", (), True),
    ],
)
def test_a_name_or_many_words_tell_of_what_a_figure_is(
    what: str, named: tuple[str, ...], is_comparable: bool
) -> None:
    assert (figure_of(figure(1, what=what), named) is not None) is is_comparable


def test_the_same_words_beside_other_names_are_of_something_else() -> None:
    what = "товарооборот между странами"
    pairs = [("Казахстан", "Узбекистан"), ("Узбекистан", "Казахстан"), ("Казахстан", "Китай")]
    keys = [found.key for pair in pairs if (found := figure_of(figure(1, what=what), pair))]
    assert keys[0] == keys[1] != keys[2]


def test_names_of_other_sentences_are_not_beside_a_figure() -> None:
    text = "Казахстан рад. Оборот между странами 5 долл. Китай рад."
    span = Span(15, 44)
    slots = (
        Slot("amount", "5", Span(37, 38), 5),
        Slot("currency", "", None, "USD"),
        Slot("what_for", "Оборот между странами", Span(15, 36)),
    )
    fact = Fact("f", FactType.MONEY, slots, span)

    def key(*entities: Entity) -> int:
        packed = packed_statements(text, DocumentFacts(entities, (fact,), "1"))
        return int(STATEMENT.unpack(packed)[6])

    country = Entity("e1", EntityType.COUNTRY, "Казахстан", (Span(0, 9),))
    beside = Entity("e2", EntityType.COUNTRY, "Узбекистан", (Span(22, 27),))
    assert key() == key(country) == 0
    assert key(beside) == key(country, beside) != 0


def test_kinds_that_cannot_be_asked_for_and_empty_ones_are_left_out() -> None:
    span = Span(0, 4)
    facts = (
        Fact("a", FactType.SOURCE, (), span),
        Fact("b", FactType.DATE, (Slot("date", "1 мая", span, "--05-01"),), span),
        Fact("c", FactType.PERCENT, (Slot("value", "5", span, 5),), span),
        Fact("d", FactType.MONEY, (Slot("amount", "5", span, 5),), span),
        Fact("e", FactType.DATE, (Slot("date", "2019", span, "2019"),), span),
    )
    packed = packed_statements("пять рублей", DocumentFacts((), facts))
    rows = list(STATEMENT.iter_unpack(packed))
    assert [(row[0], STATED[row[1]], row[4], row[5]) for row in rows] == [
        (3, FactType.MONEY, 0, 0),
        (4, FactType.DATE, 20190101, 20191231),
    ]


def test_a_figure_has_the_time_that_its_sentence_alone_names() -> None:
    text = "В 2019 году ушло много. В 2020 году и в 2021 году ушло больше."
    many, more = text.index("много"), text.index("больше")

    def dated(year: str) -> Fact:
        span = Span(text.index(year), text.index(year) + 4)
        return Fact(year, FactType.DATE, (Slot("date", year, span, year),), span)

    def placed(at: int) -> Fact:
        return Fact("f", FactType.MONEY, figure(5).slots, Span(at, at + 5))

    facts = (placed(many), placed(more), dated("2019"), dated("2020"), dated("2021"))
    rows = list(STATEMENT.iter_unpack(packed_statements(text, DocumentFacts((), facts))))
    assert [row[4:6] for row in rows[:2]] == [(20190101, 20191231), (0, 0)]


def test_everybody_has_a_part_once() -> None:
    anna = Entity("p1", EntityType.PERSON, "Анна Котова", (Span(0, 4),))
    road = Entity("r1", EntityType.ROUTE, "Мары-Каган", (Span(5, 9),))
    slots = (
        Slot("participants", "Анна", Span(0, 4), None, "p1"),
        Slot("participants", "она", Span(5, 8), ["Анна Котова", "Мары-Каган"]),
        Slot("place", "дорога", Span(5, 9), None, "r1"),
    )
    facts = DocumentFacts((anna, road), (Fact("f", FactType.MEETING, slots, Span(0, 9)),))
    (role,) = roles_of(facts)
    assert (role.place, ROLES[role.role], role.spelling) == (0, "participants", "Анна Котова")
