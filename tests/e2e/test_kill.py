"""A small kill storm; the large one is `python -m benchmarks.kill`."""

import sys
from pathlib import Path

import pytest

from benchmarks.kill import storm

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"


@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 of POSIX")
def test_nothing_acknowledged_is_lost_when_the_import_is_killed(tmp_path: Path) -> None:
    assert storm(tmp_path, SAMPLE, kills=3, copies=20, seed=7, longest_s=3.0) == 0
