import pytest

from index.model.annotation import HighlightColor
from index.notes.colors import PRINTED, nearest_pen, rgb_of


@pytest.mark.parametrize("pen", HighlightColor)
def test_each_pen_is_nearest_to_its_own_colour(pen: HighlightColor) -> None:
    assert nearest_pen(PRINTED[pen]) is pen


@pytest.mark.parametrize(
    ("written", "pen"),
    [
        ("#ffd400", "yellow"),
        ("#f19837", "yellow"),
        ("#ff6666", "pink"),
        ("#e56eee", "pink"),
        ("#5fb236", "green"),
        ("#2ea8e5", "blue"),
        ("#a28ae5", "violet"),
        ("#aaaaaa", "yellow"),
        ("0000ff", "blue"),
    ],
)
def test_colours_of_zotero_become_pens(written: str, pen: str) -> None:
    color = rgb_of(written)
    assert color is not None
    assert nearest_pen(color).value == pen


def test_what_is_no_colour_is_none() -> None:
    assert rgb_of("red") is None
    assert nearest_pen(None) is HighlightColor.YELLOW
