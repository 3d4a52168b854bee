from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.pageview import pixels
from desktop.pageview import renderer as renderer_module
from desktop.pageview.renderer import PageRenderer
from index.pdf.render import RenderRequest
from index.workers import Death, WorkerDied
from tests.desktop.pageview.handlers import DEADLY, ENDLESS, WRONG, make_patient_worker, make_worker


def page(index: int, path: str = "a.pdf", side: int = 8) -> RenderRequest:
    return RenderRequest(path, index, side, side)


class Heard:
    """Everything a renderer said."""

    def __init__(self, renderer: PageRenderer) -> None:
        self.ready: list[tuple[int, int]] = []
        self.failed: list[tuple[int, Exception]] = []
        self.images = []
        renderer.page_ready.connect(self._on_ready)
        renderer.failed.connect(lambda request, error: self.failed.append((request.page_index, error)))

    def _on_ready(self, request: RenderRequest, image: QImage) -> None:
        self.ready.append((request.page_index, image.width()))
        self.images.append(image)

    @property
    def pages(self) -> list[int]:
        return [page_index for page_index, _ in self.ready]


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[PageRenderer]:
    renderer = PageRenderer(make_worker=make_worker)
    renderer.open("a.pdf")
    yield renderer
    renderer.shutdown()


def test_pages_come_in_the_order_they_are_wanted(qtbot: QtBot, made: PageRenderer) -> None:
    heard = Heard(made)
    made.request([page(7), page(5), page(6)])
    qtbot.waitUntil(lambda: len(heard.ready) == 3)
    assert heard.pages == [7, 5, 6]
    assert made.is_idle


def test_the_pixels_arrive(qtbot: QtBot, made: PageRenderer) -> None:
    heard = Heard(made)
    made.request([page(9, side=16)])
    qtbot.waitUntil(lambda: bool(heard.images))
    image = heard.images[0]
    assert (image.width(), image.height(), image.devicePixelRatio()) == (16, 16, 1.0)
    assert image.pixelColor(15, 15) == QColor(9, 9, 9)


def test_the_newest_list_wins(qtbot: QtBot, made: PageRenderer) -> None:
    heard = Heard(made)
    made.request([page(4), page(5), page(6)])
    made.request([page(8)])
    qtbot.waitUntil(lambda: made.is_idle)
    # The first one was already in the making.
    assert heard.pages == [4, 8]


def test_what_is_in_the_making_is_not_made_twice(qtbot: QtBot, made: PageRenderer) -> None:
    heard = Heard(made)
    made.request([page(4)])
    made.request([page(4), page(5)])
    qtbot.waitUntil(lambda: made.is_idle)
    assert heard.pages == [4, 5]


def test_pictures_of_a_closed_file_are_dropped(qtbot: QtBot, made: PageRenderer) -> None:
    heard = Heard(made)
    made.request([page(4), page(5)])
    made.open("b.pdf")
    made.request([page(6, "a.pdf"), page(7, "b.pdf")])
    qtbot.waitUntil(lambda: made.is_idle)
    assert heard.pages == [7]


def test_a_page_that_kills_the_process_fails_alone(qtbot: QtBot, made: PageRenderer) -> None:
    heard = Heard(made)
    made.request([page(DEADLY), page(DEADLY, side=9), page(5), page(6)])
    qtbot.waitUntil(lambda: made.is_idle, timeout=10_000)
    assert heard.pages == [5, 6]
    assert [page_index for page_index, _ in heard.failed] == [DEADLY]
    assert heard.failed[0][1].why is Death.CRASH


def test_a_page_that_never_ends_fails_alone(qtbot: QtBot, made: PageRenderer) -> None:
    heard = Heard(made)
    made.request([page(ENDLESS), page(5)])
    qtbot.waitUntil(lambda: made.is_idle, timeout=10_000)
    assert heard.pages == [5]
    assert [(page_index, error.why) for page_index, error in heard.failed] == [(ENDLESS, Death.TIME)]


def test_an_error_of_a_page_does_not_cost_the_process(qtbot: QtBot, made: PageRenderer) -> None:
    heard = Heard(made)
    made.request([page(5), page(WRONG), page(6)])
    qtbot.waitUntil(lambda: made.is_idle)
    assert heard.pages == [5, 6]
    assert isinstance(heard.failed[0][1], ValueError)


def test_a_file_that_kills_the_process_again_and_again_is_left_alone(
    qtbot: QtBot, made: PageRenderer
) -> None:
    heard = Heard(made)
    made.open("deadly.pdf")
    made.request([page(index, "deadly.pdf") for index in range(10, 20)])
    qtbot.waitUntil(lambda: made.is_idle, timeout=20_000)
    assert [page_index for page_index, _ in heard.failed] == list(range(10, 20))
    assert not made._worker.is_busy
    made.request([page(30, "deadly.pdf")])
    assert heard.failed[-1][0] == 30
    assert isinstance(heard.failed[-1][1], WorkerDied)
    made.open("a.pdf")
    made.request([page(5)])
    qtbot.waitUntil(lambda: heard.pages == [5], timeout=10_000)


def test_nobody_waits_for_a_slow_page_that_is_out_of_sight(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderer_module, "_PATIENCE_S", 0.3)
    renderer = PageRenderer(make_worker=make_patient_worker)
    try:
        heard = Heard(renderer)
        renderer.open("a.pdf")
        renderer.request([page(ENDLESS)])
        renderer.request([page(5)])
        qtbot.waitUntil(lambda: heard.pages == [5], timeout=10_000)
        assert heard.failed == []
    finally:
        renderer.shutdown()


def test_a_process_killed_while_idle_is_replaced(qtbot: QtBot, made: PageRenderer) -> None:
    heard = Heard(made)
    made.request([page(5)])
    qtbot.waitUntil(lambda: heard.pages == [5])
    made._worker._process.kill()
    made._worker._process.join(5)
    made.request([page(6)])
    qtbot.waitUntil(lambda: made.is_idle, timeout=10_000)
    assert heard.pages == [5, 6] or [page_index for page_index, _ in heard.failed] == [6]


def test_warming_up_does_not_delay_or_lose_a_page(qtbot: QtBot, made: PageRenderer) -> None:
    heard = Heard(made)
    made.prewarm()
    made.request([page(5)])
    qtbot.waitUntil(lambda: heard.pages == [5], timeout=10_000)
    assert heard.failed == []


def test_without_shared_memory_pictures_come_through_the_pipe(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("none here")

    monkeypatch.setattr(pixels, "SharedMemory", refuse)
    renderer = PageRenderer(make_worker=make_worker)
    try:
        heard = Heard(renderer)
        renderer.open("a.pdf")
        renderer.request([page(5), page(6)])
        qtbot.waitUntil(lambda: heard.pages == [5, 6])
    finally:
        renderer.shutdown()


def test_shutdown_ends_a_busy_process(qtbot: QtBot) -> None:
    renderer = PageRenderer(make_worker=make_patient_worker)
    renderer.open("a.pdf")
    renderer.request([page(ENDLESS)])
    renderer.shutdown()
    assert renderer.is_idle


def test_after_shutdown_no_process_is_started_again(qtbot: QtBot) -> None:
    renderer = PageRenderer(make_worker=make_worker)
    renderer.shutdown()
    renderer.open("a.pdf")
    renderer.request([page(5)])
    renderer.prewarm()
    assert renderer._worker.fileno() is None
