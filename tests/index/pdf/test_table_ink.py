from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.pdf.table_ink import Rule, tidy


def test_dashes_are_one_line_and_what_is_far_apart_is_not() -> None:
    dashes = [Rule(50, 10 + 5 * i, 13 + 5 * i) for i in range(10)]
    far = [Rule(50.2, 200, 240)]
    assert tidy([*far, *dashes], ()).across[0][1:] == (10, 58)
    assert tidy([*far, *dashes], ()).across[1][1:] == (200, 240)


def test_dots_far_apart_are_no_line_wherever_they_come_in_order() -> None:
    # Word processors draw a dot where borders meet.
    dots = [Rule(475.1 + 0.01 * (i % 3), y, y + 0.5) for i, y in enumerate((762, 91, 233, 558))]
    assert tidy((), dots).down == ()


def test_double_lines_are_one() -> None:
    assert len(tidy([Rule(100, 0, 50), Rule(102, 0, 50)], ()).across) == 1


@given(st.lists(st.builds(Rule, st.floats(0, 500), st.floats(0, 200), st.floats(200, 500))))
def test_lines_stay_where_lines_were(rules: list[Rule]) -> None:
    for made in tidy(rules, ()).across:
        near = [rule for rule in rules if abs(rule.at - made.at) <= 3.5]
        assert min(rule.begin for rule in near) <= made.begin
        assert made.end <= max(rule.end for rule in near)
