import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.days import FIRST_DAY, LAST_DAY, days_of


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2021-05-12", (20210512, 20210512)),
        ("2021-05", (20210501, 20210531)),
        ("2021", (20210101, 20211231)),
        ("2019-Q2", (20190401, 20190631)),
        ("2019-Q4", (20191001, 20191231)),
        ("1966-H1", (19660101, 19660631)),
        ("1941-autumn", (19410901, 19411131)),
        ("1941-winter", (19410101, 19411231)),
        ("1801/1900", (18010101, 19001231)),
        ("1940s", (19400101, 19491231)),
        ("2024/2028", (20240101, 20281231)),
        ("2022-01/2022-09", (20220101, 20220931)),
    ],
)
def test_a_date_is_all_the_days_that_it_names(value: str, days: tuple[int, int]) -> None:
    assert days_of(value) == days


@pytest.mark.parametrize(
    "value",
    [
        "",
        "today",
        "--11-08",
        "--04-16/--04-18",
        "season:winter",
        "past:P3Y",
        "-0043",
        "1966-H3",
        "2024/",
        "2028/2024",
    ],
)
def test_what_names_no_days_by_itself_is_none(value: str) -> None:
    assert days_of(value) is None


@given(st.dates(), st.dates())
def test_days_compare_as_dates_do(one: object, other: object) -> None:
    first, second = days_of(str(one)), days_of(str(other))
    assert first is not None
    assert second is not None
    assert (first < second) == (str(one) < str(other))
    assert FIRST_DAY < first[0] <= first[1] <= LAST_DAY
