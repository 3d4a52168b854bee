import pytest
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.pageview.baking import Baking
from desktop.pageview.lights import Lit


@pytest.fixture
def picture(qapp: QApplication) -> QPixmap:
    made = QPixmap(20, 20)
    made.fill(QColor("white"))
    return made


def marks(count: int) -> tuple[Lit, ...]:
    path = QPainterPath()
    for i in range(count):
        path.addRect(i, 0, 1, 20)
    return (("hits", path),)


def red(painter: QPainter) -> None:
    painter.fillRect(0, 0, 20, 20, QColor("red"))


def test_many_marks_are_put_on_the_picture_once(picture: QPixmap) -> None:
    baking, lit, painted = Baking(), marks(10), []

    def paint(painter: QPainter) -> None:
        painted.append(True)
        red(painter)

    first = baking.baked(0, picture, lit, paint)
    assert first.toImage().pixelColor(5, 5) == QColor("red")
    assert picture.toImage().pixelColor(5, 5) == QColor("white")
    assert baking.baked(0, picture, lit, paint).cacheKey() == first.cacheKey()
    assert len(painted) == 1


def test_other_marks_and_another_picture_are_painted_anew(picture: QPixmap) -> None:
    baking, lit = Baking(), marks(10)
    first = baking.baked(0, picture, lit, red)
    assert baking.baked(0, picture, marks(10), red).cacheKey() != first.cacheKey()
    assert baking.baked(0, picture.copy(), lit, red).cacheKey() != first.cacheKey()


def test_a_mark_or_none_is_not_worth_keeping(picture: QPixmap) -> None:
    assert Baking().baked(0, picture, marks(1), red) is None
    assert Baking().baked(0, picture, (), red) is None
