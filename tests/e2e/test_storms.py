"""Small storms over the search index; the large ones are `python -m benchmarks.storms`."""

import sys
from pathlib import Path

import pytest

from benchmarks.storms import damage_storm, kill_storm, make, queries

pytestmark = pytest.mark.timeout(300)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 of POSIX")
def test_a_killed_index_answers_as_before(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    make(root, 6, tmp_path / "older")
    storm = kill_storm(root, queries(root), kills=2, seed=3)
    assert (storm.wrongs, storm.endings.total()) == ([], 2)


def test_a_damaged_index_mends_itself_and_never_answers_otherwise(tmp_path: Path) -> None:
    root, older = tmp_path / "archive", tmp_path / "older"
    make(root, 6, older)
    storm = damage_storm(root, queries(root), damages=10, seed=3, older=older)
    assert (storm.wrongs, storm.endings.total()) == ([], 10)
    assert storm.endings["noticed, then mended"]
