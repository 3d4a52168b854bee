"""Direct speech by speaker."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.model.fact import FactType
from tests.index.study.stating import Stating, Text

ANNA, BORIS = "Анна Котова", "Борис Лосев"


def quoted(*pairs: tuple[str, str]) -> Text:
    text = Text()
    for speaker, quote in pairs:
        if speaker:
            text.name(speaker)
        text.state(
            FactType.QUOTE, f"«{quote}», — сказано.", ("quote", quote, None), ("speaker", "сказано", speaker)
        )
    return text


@pytest.fixture
def archive(tmp_path: Path) -> Stating:
    made = Stating(tmp_path)
    made.add("позже", quoted((BORIS, "Раз"), (ANNA, "Три"), ("", "Эхо"), ("", "Ау")), "2021")
    made.add("раньше", quoted((ANNA, "Один"), (ANNA, "Два")), "2020")
    return made


def test_who_is_quoted_most_comes_first_and_who_has_no_name_last(archive: Stating) -> None:
    found = archive.overview.quotes()
    names = [(one.who.name if one.who else "", one.quotes, one.documents) for one in found.speakers]
    assert names == [(ANNA, 3, 2), (BORIS, 1, 1), ("", 2, 1)]
    assert found.quotes == 6


def test_quotes_of_one_stand_in_the_order_of_documents(archive: Stating) -> None:
    lines = archive.overview.quotes().speakers[0].lines
    assert [slot.text for line in lines if (slot := line.fact.slot("quote"))] == ["Один", "Два", "Три"]


def test_counts_are_exact_whatever_the_limits(archive: Stating) -> None:
    found = archive.overview.quotes(limit=3, per_speaker=2)
    assert [(one.quotes, len(one.lines)) for one in found.speakers] == [(3, 2), (1, 1)]
    assert (found.quotes, found.people) == (6, 2)


def test_a_query_chooses_the_documents(archive: Stating) -> None:
    assert archive.overview.quotes("название:раньше").quotes == 2
