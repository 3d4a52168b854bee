import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.pageview.layout import (
    GAP_PX,
    LARGEST_ZOOM,
    PX_PER_PT,
    SMALLEST_ZOOM,
    PageLayout,
    Place,
    Zoom,
    fitting_factor,
    next_step,
)
from desktop.pageview.sizes import PageSizes
from index.model.document import Page
from index.model.span import Span


def pages(*sizes: tuple[float, float]) -> PageSizes:
    return PageSizes([Page(i, width, height, Span(0, 0)) for i, (width, height) in enumerate(sizes)])


SIDES = st.floats(1, 3000)
SIZES = st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=20).map(lambda sizes: pages(*sizes))
FACTORS = st.floats(SMALLEST_ZOOM, LARGEST_ZOOM)


@given(SIZES, FACTORS, st.data())
def test_a_place_is_found_again_on_the_desk(sizes: PageSizes, factor: float, data: st.DataObject) -> None:
    layout = PageLayout(sizes, factor, 800)
    x = data.draw(st.floats(0, layout.width))
    y = data.draw(st.floats(0, layout.height))
    assert layout.position(layout.place(x, y)) == pytest.approx((x, y), abs=1e-4)


@given(SIZES, FACTORS, st.data())
def test_a_point_on_a_page_is_found_on_that_page(
    sizes: PageSizes, factor: float, data: st.DataObject
) -> None:
    layout = PageLayout(sizes, factor, 800)
    page_index = data.draw(st.integers(0, len(sizes) - 1))
    part = data.draw(st.floats(0.01, 0.99))
    _, y = layout.position(Place(page_index, 0, sizes.heights[page_index] * part))
    assert layout.page_at(y) == page_index


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
