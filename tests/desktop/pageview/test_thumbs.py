from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from desktop.pageview.thumbs import MOST_THUMBS, Thumbs, thumb_size


def test_the_nearest_page_without_a_thumb_comes_first(qapp: QApplication) -> None:
    thumbs = Thumbs()
    order = []
    while (page_index := thumbs.next_missing(2, 5, {3})) is not None:
        order.append(page_index)
        thumbs.put(page_index, QPixmap(1, 1), 0.001, 2)
    assert order == [2, 1, 4, 0]


def test_of_slow_files_only_the_neighbours_are_drawn_in_advance(qapp: QApplication) -> None:
    thumbs = Thumbs()
    drawn = 0
    while (page_index := thumbs.next_missing(50, 100, ())) is not None:
        thumbs.put(page_index, QPixmap(1, 1), 1.0, 50)
        drawn += 1
    assert 1 < drawn < 10


def test_the_furthest_thumb_makes_room(qapp: QApplication) -> None:
    thumbs = Thumbs()
    for page_index in range(MOST_THUMBS + 5):
        thumbs.put(page_index, QPixmap(1, 1), 0.001, MOST_THUMBS)
    assert len(thumbs) == MOST_THUMBS
    assert thumbs.page(0) is None
    assert thumbs.page(MOST_THUMBS + 4) is not None


def test_a_thumb_has_the_proportions_of_its_page() -> None:
    width, height = thumb_size(595, 842)
    assert abs(width / height - 595 / 842) < 0.02
    assert min(thumb_size(14_400, 0.01)) == 1
