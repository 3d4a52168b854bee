"""Where a place ends: a case for each cut, and what stays whole."""

from __future__ import annotations

import pytest

from index.facts.place_cuts import CUTS, shortened

CASES = [
    ("quote", "Нижний Тагил «Городская больница»", "Нижний Тагил"),
    ("legal_form", "Нижний Тагил ГБУЗ", "Нижний Тагил"),
    ("other_at_end", "города Мегиона Дума", "города Мегиона"),
    ("other_behind", "Дагестане Агентство по дорогам", "Дагестане"),
    ("person", "Лузе Никита Белых", "Лузе"),
    ("dash", "Ханты-Мансийского автономного округа – Югры", "Ханты-Мансийского автономного округа"),
]


@pytest.mark.parametrize(("name", "said", "expected"), CASES)
def test_each_cut_has_its_case(name: str, said: str, expected: str) -> None:
    assert shortened(said) == expected
    holding = [cut.name for cut in CUTS if any(map(cut.holds, cut.pattern.finditer(said)))]
    assert name in holding


def test_no_cut_is_without_a_case() -> None:
    assert [name for name, _, _ in CASES] == [cut.name for cut in CUTS]


@pytest.mark.parametrize(
    "said",
    ["Нижний Тагил", "Новая Гвинея", "города Нижнего Новгорода", "крепости «Аяз-Кала»", "Рио-де-Жанейро"],
)
def test_a_place_stays_whole(said: str) -> None:
    assert shortened(said) == said
