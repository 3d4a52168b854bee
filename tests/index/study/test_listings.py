from __future__ import annotations

from pathlib import Path

from index.model.study import KwicOrder
from index.study.collocations import collocations
from index.study.concordance import concordance
from index.study.frequencies import frequencies
from index.study.listings import (
    collocations_listing,
    concordance_listing,
    frequencies_listings,
    word_table_listing,
)
from index.study.wordlists import word_table
from tests.index.study.samples import studied


def test_studies_become_lists_with_document_page_and_date(tmp_path: Path) -> None:
    archive = studied(tmp_path, {"2021 а": f"Чистая вода.\nЧистая вода. {'Другое слово. ' * 9}"})
    lines = concordance_listing(concordance(archive.asking, "вода", KwicOrder.DOCUMENT, 0))
    assert lines.rows[1][1:2] + lines.rows[1][3:] == ("вода", "2021 а", 2, "2021")
    words = word_table_listing(word_table(archive.asking, ["вода", "вода"], "", archive.dates))
    assert words.rows[0] == ("вода", 1, 2, "2021", "2021", "")
    assert words.rows[1][-1] == "Повтор строки 1: сосчитана там."
    near = collocations_listing(collocations(archive.asking, "вода"))
    assert near.rows[0][:5] == ("чистый", 2, 2, 0, 2)
    months, years = frequencies_listings(frequencies(archive.asking, "вода", archive.dates))
    assert (months.rows, years.rows) == ([], [("2021", 1, 2, 1)])
    for listing in (lines, words, near, months, years):
        assert all(len(row) == len(listing.head) for row in listing.rows)
