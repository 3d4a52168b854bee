from __future__ import annotations

from pathlib import Path

import pytest

from index.model.reading import LeftOff
from index.store.documents import DocumentStore
from index.store.left_off import LeftOffStore
from tests.index.store.samples import document_id, make_arrival, make_document, open_database

PLACE = LeftOff(1, 12.5, -3.25, 3)


@pytest.fixture
def store(tmp_path: Path) -> LeftOffStore:
    database = open_database(tmp_path)
    DocumentStore(database).add(make_document("a"), make_arrival("a"))
    return LeftOffStore(database)


def test_a_document_is_found_as_it_was_left_last(store: LeftOffStore) -> None:
    assert store.of(document_id("a")) is None
    store.note(document_id("a"), LeftOff(0, 0, 0))
    store.note(document_id("a"), PLACE)
    assert store.of(document_id("a")) == PLACE


def test_a_document_that_is_gone_is_not_remembered(store: LeftOffStore) -> None:
    store.note(document_id("нет"), PLACE)
    assert store.of(document_id("нет")) is None
