from __future__ import annotations

import pytest

from index.tables.numbers import Number, holds_codes, number_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", Number(12)),
        ("1 234,56", Number(1234.56, 2, is_grouped=True)),
        ("1\u00a0234\u202f567", Number(1234567, is_grouped=True)),
        ("0.68", Number(0.68, 2)),
        ("-3,5", Number(-3.5, 1)),
        ("\u22123", Number(-3)),
        ("45 %", Number(0.45, is_percent=True)),
        ("0", Number(0)),
    ],
)
def test_a_printed_number_is_a_number(text: str, number: Number) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "нет", "007", "01", "1.8.3", "36.", "12.10.2017", "5-14", "+7", "– 5"),
        *("1 23", "12 3456", "40702810500000001234", "1,234,567", "12 руб.", "1/2", "=1", "1e5"),
    ],
)
def test_what_merely_has_digits_stays_text(text: str) -> None:
    assert number_of(text) is None


def test_formats_show_numbers_as_printed() -> None:
    shown = [Number(1234.5, 2, is_grouped=True), Number(7), Number(0.125, 1, is_percent=True)]
    assert [number.format for number in shown] == ["#,##0.00", "0", "0.0%"]
    assert [number.written(",") for number in shown] == ["1234,50", "7", "12,5%"]


def test_a_column_with_sections_holds_codes() -> None:
    assert holds_codes(["1", "1.8", "1.8.3"])
    assert not holds_codes(["1", "1.8", "2.25"])
