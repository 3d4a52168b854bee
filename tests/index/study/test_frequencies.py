from __future__ import annotations

from pathlib import Path

import pytest

from index.model.study import Period
from index.study.frequencies import frequencies
from index.tasks import Cancelled, Task
from tests.index.study.samples import Studied, studied


@pytest.fixture
def archive(tmp_path: Path) -> Studied:
    return studied(
        tmp_path,
        {
            "2020-11-30 а": "Снег, снег.",
            "2020-11-02 б": "Дождь.",
            "2021-02 в": "Снег.",
            "2021 г": "Снег и снег.",
            "2018 е": "Дождь.",
            "д": "Снега нет.",
        },
    )


def test_every_month_between_the_first_and_the_last_is_there(archive: Studied) -> None:
    assert frequencies(archive.asking, "снег", archive.dates).months == (
        Period("2020-11", 1, 2, 2),
        Period("2020-12", 0, 0, 0),
        Period("2021-01", 0, 0, 0),
        Period("2021-02", 1, 1, 1),
    )


def test_years_hold_documents_without_a_month_too(archive: Studied) -> None:
    assert frequencies(archive.asking, "снег", archive.dates).years == (
        Period("2020", 1, 2, 2),
        Period("2021", 2, 3, 2),
    )


def test_documents_without_a_date_are_told(archive: Studied) -> None:
    found = frequencies(archive.asking, "снег", archive.dates)
    assert (found.undated_documents, found.undated_matches) == (1, 1)


def test_nothing_found_is_no_time_at_all(archive: Studied) -> None:
    found = frequencies(archive.asking, "град", archive.dates)
    assert (found.months, found.years, found.undated_documents) == ((), (), 0)


def test_it_can_be_cancelled(archive: Studied) -> None:
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        frequencies(archive.asking, "снег", archive.dates, task)
