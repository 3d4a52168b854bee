import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.pageview.layout import (
    GAP_PX,
    GUTTER_PX,
    LARGEST_ZOOM,
    PX_PER_PT,
    SMALLEST_ZOOM,
    PageLayout,
    Place,
    Spread,
    Zoom,
    fitting_factor,
    next_step,
)
from desktop.pageview.sizes import PageSizes
from index.model.document import Page
from index.model.span import Span


def pages(*sizes: tuple[float, float], turns: int = 0) -> PageSizes:
    return PageSizes([Page(i, width, height, Span(0, 0)) for i, (width, height) in enumerate(sizes)], turns)


SIDES = st.floats(1, 3000)
LISTS = st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=20)
SIZES = LISTS.map(lambda sizes: pages(*sizes))
TURNED = st.builds(lambda sizes, turns: pages(*sizes, turns=turns), LISTS, st.integers(0, 3))
FACTORS = st.floats(SMALLEST_ZOOM, LARGEST_ZOOM)
SPREADS = st.sampled_from(Spread)


@given(TURNED, FACTORS, SPREADS, st.data())
def test_a_place_is_found_again_on_the_desk(
    sizes: PageSizes, factor: float, spread: Spread, data: st.DataObject
) -> None:
    layout = PageLayout(sizes, factor, 800, 600, spread)
    x = data.draw(st.floats(0, layout.width))
    y = data.draw(st.floats(0, layout.height))
    assert layout.position(layout.place(x, y)) == pytest.approx((x, y), abs=1e-4)


@given(TURNED, FACTORS, SPREADS, st.data())
def test_a_point_on_a_page_is_found_on_that_page(
    sizes: PageSizes, factor: float, spread: Spread, data: st.DataObject
) -> None:
    layout = PageLayout(sizes, factor, 800, 600, spread)
    page_index = data.draw(st.integers(0, len(sizes) - 1))
    right, down = data.draw(st.floats(0.01, 0.99)), data.draw(st.floats(0.01, 0.99))
    x = layout.left(page_index) + layout.page_width(page_index) * right
    y = layout.top(page_index) + layout.page_height(page_index) * down
    assert layout.page_at(y, x) == layout.place(x, y).page_index == page_index


@given(TURNED, FACTORS, SPREADS)
def test_pages_never_lie_over_one_another(sizes: PageSizes, factor: float, spread: Spread) -> None:
    layout = PageLayout(sizes, factor, 800, 600, spread)
    for i in range(1, len(sizes)):
        is_below = layout.top(i) >= layout.top(i - 1) + layout.page_height(i - 1)
        is_beside = layout.left(i) >= layout.left(i - 1) + layout.page_width(i - 1)
        assert is_below or (is_beside and layout.is_beside(i - 1, i))
        assert layout.left(i) >= GAP_PX - 0.01
        assert layout.left(i) + layout.page_width(i) <= layout.width - GAP_PX + 0.01
        assert layout.top(i) + layout.page_height(i) <= layout.height - GAP_PX + 0.01


@given(TURNED, FACTORS, st.floats(0, 1))
def test_of_single_pages_no_two_are_in_the_window(sizes: PageSizes, factor: float, part: float) -> None:
    layout = PageLayout(sizes, factor, 800, 600, Spread.SINGLE)
    y = layout.settled((layout.height - 600) * part)
    assert len(layout.visible(y, y + 600)) <= 1
    assert layout.settled(y) == y


@given(TURNED, FACTORS)
def test_steps_lead_through_all_single_pages_and_back(sizes: PageSizes, factor: float) -> None:
    layout = PageLayout(sizes, factor, 800, 600, Spread.SINGLE)
    for by, last in ((500.0, len(sizes) - 1), (-500.0, 0)):
        y, seen = layout.settled(0 if by > 0 else layout.height - 600), set[int]()
        while (after := layout.stepped(y, by)) != y:
            seen.add(layout.page_at(y + 300))
            assert abs(layout.page_at(after + 300) - layout.page_at(y + 300)) <= 1
            y = after
        assert layout.page_at(y + 300) == last
        assert seen | {last} == set(range(len(sizes)))


def test_a_step_within_a_tall_single_page_ends_at_its_edge() -> None:
    layout = PageLayout(pages((600, 800), (600, 800)), 0.75, 800, 600, Spread.SINGLE)
    slot = 800 + 2 * GAP_PX
    assert layout.stepped(0, 100) == 100
    assert layout.stepped(100, 500) == slot - 600
    assert layout.stepped(slot - 600, 100) == slot
    assert layout.stepped(slot, -100) == slot - 600


def test_facing_pages_meet_at_the_spine_and_the_cover_lies_alone() -> None:
    layout = PageLayout(pages(*[(300, 400)] * 4), 0.75, 1000, 600, Spread.FACING)
    assert [layout.top(i) for i in range(4)] == [GAP_PX, 2 * GAP_PX + 400, 2 * GAP_PX + 400, 3 * GAP_PX + 800]
    right, left = 500 + GUTTER_PX / 2, 500 - GUTTER_PX / 2 - 300
    assert [layout.left(i) for i in range(4)] == [right, left, right, left]
    assert list(layout.visible(GAP_PX + 410, GAP_PX + 800)) == [1, 2]
    assert layout.height == 1200 + 4 * GAP_PX


def test_two_pages_face_each_other() -> None:
    layout = PageLayout(pages((300, 400), (300, 500)), 0.75, 1000, 600, Spread.FACING)
    assert layout.top(0) == layout.top(1) == GAP_PX
    assert layout.left(0) < 500 < layout.left(1)
    assert layout.height == 500 + 2 * GAP_PX


def test_a_single_page_has_no_other_to_face() -> None:
    layout = PageLayout(pages((300, 400)), 0.75, 1000, 600, Spread.FACING)
    assert layout.left(0) == (1000 - 300) / 2


def test_facing_pages_fit_the_width_together() -> None:
    sizes = pages(*[(595, 842)] * 3)
    factor = fitting_factor(sizes, Zoom.FIT_WIDTH, 1000, 600, Spread.FACING)
    assert 2 * factor * PX_PER_PT * 595 == pytest.approx(1000 - 2 * GAP_PX - GUTTER_PX)


@pytest.mark.parametrize(("turns", "corner"), [(0, (0, 0)), (1, (400, 0)), (2, (300, 400)), (3, (0, 300))])
def test_the_first_corner_of_a_page_goes_round_as_it_is_turned(
    turns: int, corner: tuple[float, float]
) -> None:
    layout = PageLayout(pages((300, 400), turns=turns), 0.75, 1000)
    x, y = layout.position(Place(0, 0, 0))
    assert (x - layout.left(0), y - layout.top(0)) == pytest.approx(corner)


def test_a_page_that_lies_on_its_side_fits_by_its_height() -> None:
    sizes = pages((595, 842), turns=1)
    assert fitting_factor(sizes, Zoom.FIT_WIDTH, 828, 600) * PX_PER_PT * 842 == pytest.approx(800)
    assert fitting_factor(sizes, Zoom.FIT_HEIGHT, 828, 628) * PX_PER_PT * 595 == pytest.approx(600)


@given(SIZES, FACTORS, st.floats(0, 5000), st.floats(1, 3000))
def test_visible_pages_are_those_that_reach_into_the_window(
    sizes: PageSizes, factor: float, top: float, height: float
) -> None:
    layout = PageLayout(sizes, factor, 800)
    reaching = [
        i
        for i in range(len(sizes))
        if layout.top(i) < top + height and layout.top(i) + layout.page_height(i) > top
    ]
    assert list(layout.visible(top, top + height)) == reaching


def test_pages_lie_under_one_another_with_gaps() -> None:
    layout = PageLayout(pages((300, 400), (600, 200)), 0.75, 1000)
    assert [layout.top(i) for i in range(2)] == [GAP_PX, 2 * GAP_PX + 400]
    assert layout.left(0) == (1000 - 300) / 2
    assert layout.left(1) == (1000 - 600) / 2
    assert layout.height == 600 + 3 * GAP_PX


def test_the_usual_page_fits_the_width_and_a_drawing_does_not_matter() -> None:
    sizes = pages((595, 842), (595, 842), (2384, 3370))
    factor = fitting_factor(sizes, Zoom.FIT_WIDTH, 828, 600)
    assert factor * PX_PER_PT * 595 == pytest.approx(800)


def test_a_few_pages_in_landscape_fit_as_well() -> None:
    sizes = pages((595, 842), (595, 842), (842, 595))
    assert fitting_factor(sizes, Zoom.FIT_WIDTH, 828, 600) * PX_PER_PT * 842 == pytest.approx(800)


def test_a_fitting_page_is_seen_whole() -> None:
    sizes = pages((595, 842))
    factor = fitting_factor(sizes, Zoom.FIT_PAGE, 2000, 628)
    assert factor * PX_PER_PT * 842 == pytest.approx(600)


@pytest.mark.parametrize("size", [(0, 0), (-5, 100), (math.nan, 100), (100, math.inf)])
def test_a_page_without_a_size_is_shown_as_a_sheet_of_paper(size: tuple[float, float]) -> None:
    sizes = pages(size)
    assert (sizes.widths[0], sizes.heights[0]) == (612, 792)


def test_a_monstrous_page_is_shown_smaller_and_its_text_with_it() -> None:
    sizes = pages((1e6, 5e5))
    layout = PageLayout(sizes, 1.0, 800)
    assert layout.page_width(0) == pytest.approx(14_400 * PX_PER_PT)
    assert layout.page_height(0) == pytest.approx(7_200 * PX_PER_PT)
    right, bottom = layout.position(Place(0, 1e6, 5e5))
    assert right - layout.left(0) == pytest.approx(layout.page_width(0))
    assert bottom - layout.top(0) == pytest.approx(layout.page_height(0))


def test_the_desk_never_outgrows_a_scroll_bar() -> None:
    sizes = pages(*[(14_400, 14_400)] * 20_000)
    assert PageLayout(sizes, LARGEST_ZOOM, 800).height <= 1 << 30


def test_an_empty_desk_has_no_pages() -> None:
    layout = PageLayout(pages(), 1.0, 800)
    assert list(layout.visible(0, 600)) == []
    assert fitting_factor(pages(), Zoom.FIT_PAGE, 800, 600) == 1.0


def test_zoom_steps_lead_to_the_usual_factors() -> None:
    assert next_step(1.0, up=True) == 1.1
    assert next_step(1.0, up=False) == 0.9
    assert next_step(0.97, up=True) == 1.0
    assert next_step(8.0, up=True) == 8.0
    assert next_step(0.1, up=False) == 0.1
