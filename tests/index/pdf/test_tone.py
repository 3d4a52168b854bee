import colorsys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.pdf.tone import Tone, apply_tone, dimmed

DARK = Tone(paper=0x24262B, ink=0xE8E6E1, inverts=True)
SEPIA = Tone(paper=0xF6ECD6, ink=0x3B2F22, inverts=False)
NEGATIVE = Tone(paper=0x000000, ink=0xFFFFFF, inverts=True)
COLORS = st.integers(0, 0xFFFFFF)


def toned(color: int, tone: Tone) -> int:
    pixels = np.array([0xFF000000 | color], np.uint32)
    apply_tone(pixels, tone)
    assert pixels[0] >> 24 == 0xFF
    return int(pixels[0]) & 0xFFFFFF


@pytest.mark.parametrize("tone", [DARK, SEPIA, NEGATIVE])
def test_white_becomes_paper_and_black_becomes_ink(tone: Tone) -> None:
    assert toned(0xFFFFFF, tone) == tone.paper
    assert toned(0x000000, tone) == tone.ink


@given(COLORS)
def test_turning_lightness_over_twice_changes_nothing(color: int) -> None:
    assert toned(toned(color, NEGATIVE), NEGATIVE) == color


@given(COLORS)
def test_turned_over_a_colour_keeps_its_hue(color: int) -> None:
    def hls(value: int) -> tuple[float, float, float]:
        return colorsys.rgb_to_hls(*(((value >> shift) & 0xFF) / 255 for shift in (16, 8, 0)))

    hue, lightness, _ = hls(color)
    turned_hue, turned_lightness, _ = hls(toned(color, NEGATIVE))
    assert turned_lightness == pytest.approx(1 - lightness, abs=1e-6)
    assert turned_hue == pytest.approx(hue, abs=1e-6)


def test_red_stays_red_on_dark_paper() -> None:
    red, green, blue = toned(0xCC0000, DARK).to_bytes(3, "big")
    assert red > 1.5 * max(green, blue)


@given(st.lists(st.one_of(st.just(0xFFFFFF), COLORS), max_size=50))
def test_many_pixels_are_toned_like_single_ones(colors: list[int]) -> None:
    pixels = np.array([0xFF000000 | color for color in colors], np.uint32)
    apply_tone(pixels, DARK)
    assert [int(p) & 0xFFFFFF for p in pixels] == [toned(color, DARK) for color in colors]


def test_pictures_larger_than_a_chunk_are_toned_to_the_end() -> None:
    pixels = np.full((1 << 18) + 7, 0xFF000000, np.uint32)
    apply_tone(pixels, SEPIA)
    assert set(pixels.tolist()) == {0xFF000000 | SEPIA.ink}


@given(COLORS)
def test_a_dimmed_photograph_is_a_little_darker_in_every_channel(color: int) -> None:
    dim = int(dimmed(np.array([0xFF000000 | color], np.uint32))[0])
    assert dim >> 24 == 0xFF
    for shift in (16, 8, 0):
        before, after = (color >> shift) & 0xFF, (dim >> shift) & 0xFF
        assert before * 0.8 - 1 <= after <= before
