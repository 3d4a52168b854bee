from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.pageview import renderer as module
from desktop.pageview.customer import Customer
from desktop.pageview.renderer import PageRenderer
from tests.desktop.pageview.handlers import DEADLY, ENDLESS, make_patient_worker, make_worker
from tests.desktop.pageview.test_renderer import Heard, page


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[PageRenderer]:
    renderer = PageRenderer(make_worker=make_worker)
    renderer.open("a.pdf")
    yield renderer
    renderer.shutdown()


def test_customers_open_files_of_their_own(qtbot: QtBot, made: PageRenderer) -> None:
    other = made.customer(made)
    first, second = Heard(made), Heard(other)
    other.open("b.pdf")
    other.request([page(5, "b.pdf"), page(6, "b.pdf")])
    made.request([page(7)])
    qtbot.waitUntil(lambda: made.is_idle)
    assert (first.pages, second.pages) == ([7], [5, 6])


def test_the_pages_that_are_read_come_first(qtbot: QtBot, made: PageRenderer) -> None:
    other = made.customer(made)
    order: list[str] = []
    for name, customer in (("read", made), ("small", other)):
        customer.page_ready.connect(lambda _request, _image, name=name: order.append(name))
    other.open("a.pdf")
    other.request([page(index) for index in (4, 5, 6)])
    made.request([page(7), page(8)])
    qtbot.waitUntil(lambda: made.is_idle)
    # The first small one was already in the making.
    assert order == ["small", "read", "read", "small", "small"]


def test_a_slow_page_of_another_customer_makes_room_and_is_made_later(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE_S", 0.3)
    renderer = PageRenderer(make_worker=make_patient_worker)
    try:
        renderer.open("a.pdf")
        other, heard = renderer.customer(renderer), Heard(renderer)
        other.open("a.pdf")
        other.request([page(ENDLESS)])
        renderer.request([page(5)])
        qtbot.waitUntil(lambda: heard.pages == [5], timeout=10_000)
        assert other._in_the_making == page(ENDLESS)
    finally:
        renderer.shutdown()


def test_a_page_that_kills_the_process_fails_for_who_wanted_it(qtbot: QtBot, made: PageRenderer) -> None:
    other = made.customer(made)
    first, second = Heard(made), Heard(other)
    other.open("a.pdf")
    other.request([page(DEADLY), page(5)])
    made.request([page(6)])
    qtbot.waitUntil(lambda: made.is_idle, timeout=10_000)
    assert (first.pages, first.failed, second.pages) == ([6], [], [5])
    assert [page_index for page_index, _ in second.failed] == [DEADLY]


def test_a_customer_who_is_gone_gets_nothing(qtbot: QtBot, made: PageRenderer) -> None:
    owner, heard = QObject(), Heard(made)
    other = made.customer(owner)
    other.open("b.pdf")
    other.request([page(5, "b.pdf"), page(6, "b.pdf")])
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    made.request([page(7)])
    qtbot.waitUntil(lambda: heard.pages == [7] and made.is_idle)


def test_a_picture_may_be_taken_while_the_next_one_is_made(qapp: object) -> None:
    customer, heard = Customer(), list[int]()
    customer.page_ready.connect(lambda request, _image: heard.append(request.page_index))
    customer.open("a.pdf")
    customer.request([page(5), page(6)])
    first, second = customer.next_wish(), customer.next_wish()
    customer.take(first, QImage())
    customer.request([page(6), page(7)])
    assert heard == [5]
    assert customer.next_wish() == page(7)
    assert second == page(6)


def test_what_is_wanted_patiently_waits_for_everybody(qtbot: QtBot, made: PageRenderer) -> None:
    other, order = made.customer(made), list[tuple[str, int]]()
    for name, customer in (("read", made), ("small", other)):
        customer.page_ready.connect(lambda one, _image, name=name: order.append((name, one.page_index)))
    other.open("a.pdf")
    made.request([page(4)])
    made.request_patiently([page(5), page(6)])
    other.request([page(7), page(8)])
    qtbot.waitUntil(lambda: made.is_idle)
    assert order == [("read", 4), ("small", 7), ("small", 8), ("read", 5), ("read", 6)]


def test_what_was_wanted_patiently_is_forgotten_for_what_is_wanted_now(qapp: object) -> None:
    customer = Customer()
    customer.open("a.pdf")
    customer.request_patiently([page(5)])
    assert customer.is_patient
    customer.request([page(6)])
    assert not customer.is_patient
    assert customer.next_wish() == page(6)
    assert not customer.has_wishes
