"""Views over the archive as files: every head and name is known to the window's language."""

from __future__ import annotations

import pytest

from desktop.state.overview_files import Overviewed, _words, overview_listings
from index.model.overview import Disagreements, Grain, Meetings, Promises, Quotes, Timeline
from tests.helpers.studies import EDGES, NODES, entity_page

EMPTY: tuple[Overviewed, ...] = (
    Timeline("", Grain.YEAR, (), 0, ()),
    Promises("", "2021-01-01", 0, 0, 0, ()),
    Disagreements("", 0, 0, ()),
    Quotes("", 0, 0, ()),
)


@pytest.mark.parametrize(
    "found",
    [entity_page(NODES[0].who), Meetings("", 4, 3, NODES, EDGES), *EMPTY],
    ids=lambda one: type(one).__name__,
)
def test_every_list_and_column_has_its_name_in_both_languages(qapp: object, found: Overviewed) -> None:
    for listing in overview_listings(found):
        named = set(_words().values())
        assert {listing.name, *listing.head} <= named
        assert all(len(row) == len(listing.head) for row in listing.rows)
