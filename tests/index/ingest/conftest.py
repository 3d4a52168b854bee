"""An archive whose workers work in this process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive
from tests.index.ingest.fakes import FakeIndex, open_archive


@pytest.fixture
def index() -> FakeIndex:
    return FakeIndex()


@pytest.fixture
def archive(tmp_path: Path, index: FakeIndex) -> Iterator[Archive]:
    with open_archive(tmp_path, index) as opened:
        yield opened
