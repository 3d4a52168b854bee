"""What a fact shows stands on the page under its quads: in the sample, on turned and cropped pages."""

from pathlib import Path

import pytest

from benchmarks.passages import SAMPLE, passages, spans_with_other_words
from tests.helpers.shared import shared

SAMPLES = sorted(SAMPLE.glob("*.pdf"))
GOLD = ("seed", "dev1", "dev2", "dev3", "dev4")
TURNED = ("geo_rot90", "geo_rot180", "geo_croprot270", "geo_mediaoff", "lo_2col", "lo_hyph")


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_pages_of_the_sample_say_what_facts_say(path: Path) -> None:
    assert [one for one in passages(path) if not one.is_right] == []
    assert spans_with_other_words(path) == []


@pytest.mark.parametrize("name", [f"gold/{stem}" for stem in GOLD] + [f"typeset/{stem}" for stem in TURNED])
def test_typeset_pages_say_what_facts_say(name: str) -> None:
    path = shared(f"{name}.pdf")
    assert [one for one in passages(path) if not one.is_right] == []
    assert spans_with_other_words(path) == []
