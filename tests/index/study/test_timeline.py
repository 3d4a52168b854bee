"""Dates of documents and in documents, in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.overview import Grain
from index.study.timeline import iso_day
from index.text.days import days_of
from tests.index.study.stating import Stating, Text, dated


@pytest.fixture
def archive(tmp_path: Path) -> Stating:
    made = Stating(tmp_path)
    made.add("снег", dated(("в мае 2021 года", "2021-05"), ("вчера", "2021-05-11")), "2021-05-12")
    made.add("дождь", dated(("в 1990-х годах", "1990s"), ("1 мая", "--05-01"), ("2021", "2021")))
    return made


def test_dates_stand_in_order_those_of_documents_too(archive: Stating) -> None:
    lines = archive.overview.timeline().lines
    assert [(line.value, line.is_own) for line in lines] == [
        ("1990s", False),
        ("2021", False),
        ("2021-05", False),
        ("2021-05-11", False),
        ("2021-05-12", True),
    ]


def test_a_line_leads_to_its_words(archive: Stating) -> None:
    line = next(line for line in archive.overview.timeline().lines if line.value == "2021-05-11")
    text = archive.archive.library.text(line.evidence.document_id)
    assert line.evidence.span.of(text) == "Это было вчера."
    assert "Это было вчера." in line.evidence.passage
    assert (line.evidence.title, line.evidence.page_index) == ("снег", 0)


@pytest.mark.parametrize(
    ("grain", "counts"),
    [
        (Grain.YEAR, [("2021", 4, 2)]),
        (Grain.MONTH, [("2021-05", 3, 1)]),
        (Grain.DAY, [("2021-05-11", 1, 1), ("2021-05-12", 1, 1)]),
    ],
)
def test_times_longer_than_the_grain_are_counted_nowhere(
    archive: Stating, grain: Grain, counts: list[tuple[str, int, int]]
) -> None:
    moments = archive.overview.timeline(grain=grain).moments
    assert [(one.name, one.dates, one.documents) for one in moments] == counts


def test_a_query_chooses_the_documents(archive: Stating) -> None:
    found = archive.overview.timeline("название:дождь")
    assert [line.value for line in found.lines] == ["1990s", "2021"]


def test_a_part_of_time_has_what_falls_into_it_in_part(archive: Stating) -> None:
    found = archive.overview.timeline(between=(20210512, 20210512))
    assert [line.value for line in found.lines] == ["2021", "2021-05", "2021-05-12"]


def test_counts_are_exact_whatever_the_limit(archive: Stating) -> None:
    found = archive.overview.timeline(limit=2)
    assert (found.dates, len(found.lines)) == (5, 2)


def test_an_empty_archive_has_no_time(tmp_path: Path) -> None:
    found = Stating(tmp_path).overview.timeline()
    assert (found.moments, found.dates, found.lines) == ((), 0, ())


def test_facts_that_are_made_anew_replace_the_old_ones(archive: Stating) -> None:
    archive.overview.timeline()
    archive.add("туман", dated(("в 2001 году", "2001")))
    assert archive.overview.timeline().lines[1].value == "2001"


def test_a_document_with_nothing_but_words_is_passed_over(archive: Stating) -> None:
    text = Text()
    text.say("Ничего не случилось.")
    archive.add("тишина", text)
    assert archive.overview.timeline("название:тишина").dates == 0


@given(st.dates())
def test_a_day_is_written_as_it_is_read(day: object) -> None:
    days = days_of(str(day))
    assert days is not None
    assert iso_day(days[0]) == str(day)
