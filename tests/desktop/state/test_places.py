from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.places import MOST_STOPS, Places, Stop
from desktop.state.reader import Reader
from index.model.hit import Match
from index.model.span import Span
from tests.helpers.fakes import FakeArchive, document

FIRST = document("a", "Первый документ о воде.", pages=9)
SECOND = document("b", "Второй документ о воде.", pages=9)


class Pages:
    """Pages that are where the last jump led to."""

    def __init__(self, reader: Reader) -> None:
        self.places = Places(reader)
        self.stop: Stop | None = None
        self.places.follow(lambda: self.stop)
        self.places.arrived.connect(self.come)
        reader.document_changed.connect(lambda made, _path: self.come(made and Stop(made.id, 0, 0.0, 0.0)))
        reader.revealed.connect(lambda span: self.turn(span.start))

    def come(self, stop: Stop | None) -> None:
        self.stop = stop

    def turn(self, page_index: int) -> None:
        assert self.stop is not None
        self.stop = replace(self.stop, page_index=page_index)

    def jump(self, page_index: int) -> None:
        self.places.leave()
        self.turn(page_index)
        QCoreApplication.processEvents()

    @property
    def at(self) -> tuple[str, int] | None:
        return None if self.stop is None else (self.stop.document_id[0], self.stop.page_index)


@pytest.fixture
def reader(jobs: Jobs) -> Reader:
    return Reader(FakeArchive(FIRST, SECOND), jobs)  # type: ignore[arg-type]  # a stand-in


@pytest.fixture
def pages(qtbot: QtBot, reader: Reader) -> Pages:
    made = Pages(reader)
    reader.open_document(FIRST.id)
    qtbot.waitUntil(lambda: made.at == ("a", 0))
    QCoreApplication.processEvents()
    return made


def test_nothing_lies_behind_the_first_document(pages: Pages) -> None:
    assert not pages.places.can_go_back
    pages.places.go_back()
    assert pages.at == ("a", 0)


def test_one_goes_back_and_forward_again(pages: Pages) -> None:
    pages.jump(4)
    pages.jump(7)
    pages.places.go_back()
    assert pages.at == ("a", 4)
    pages.places.go_back()
    assert pages.at == ("a", 0)
    assert not pages.places.can_go_back
    pages.places.go_forward()
    pages.places.go_forward()
    assert pages.at == ("a", 7)
    assert not pages.places.can_go_forward


def test_scrolling_is_kept_for_the_way_forward(pages: Pages) -> None:
    pages.jump(4)
    pages.turn(5)
    pages.places.go_back()
    pages.places.go_forward()
    assert pages.at == ("a", 5)


def test_a_new_jump_forgets_the_way_forward(pages: Pages) -> None:
    pages.jump(4)
    pages.places.go_back()
    pages.jump(2)
    assert not pages.places.can_go_forward


def test_a_passage_that_is_revealed_and_lit_is_one_jump(pages: Pages, reader: Reader) -> None:
    reader.light_fact(Span(3, 9))
    reader.reveal(Span(6, 9))
    pages.places.go_back()
    assert pages.at == ("a", 0)
    assert not pages.places.can_go_back


def test_a_jump_that_moves_nothing_is_no_place(pages: Pages) -> None:
    pages.jump(0)
    pages.jump(0)
    pages.jump(5)
    pages.places.go_back()
    assert not pages.places.can_go_back


def test_one_goes_back_to_another_document(qtbot: QtBot, pages: Pages, reader: Reader) -> None:
    pages.jump(4)
    reader.open_document(SECOND.id, [Match(Span(3, 6), 0)], 0)
    qtbot.waitUntil(lambda: pages.at is not None and pages.at[0] == "b")
    QCoreApplication.processEvents()
    pages.places.go_back()
    qtbot.waitUntil(lambda: pages.at == ("a", 4))
    pages.places.go_forward()
    qtbot.waitUntil(lambda: pages.at is not None and pages.at[0] == "b")


def test_one_goes_back_to_a_document_that_was_closed(qtbot: QtBot, pages: Pages, reader: Reader) -> None:
    pages.jump(4)
    reader.close_document()
    QCoreApplication.processEvents()
    pages.places.go_back()
    qtbot.waitUntil(lambda: pages.at == ("a", 4))


def test_what_the_reader_opens_on_the_way_back_wins(qtbot: QtBot, pages: Pages, reader: Reader) -> None:
    pages.jump(4)
    reader.open_document(SECOND.id)
    qtbot.waitUntil(lambda: pages.at == ("b", 0))
    QCoreApplication.processEvents()
    pages.places.go_back()
    reader.reveal(Span(5, 6))
    qtbot.waitUntil(lambda: reader.document is not None and reader.document.id == FIRST.id)
    QCoreApplication.processEvents()
    assert pages.at == ("a", 0)


def test_the_oldest_places_are_forgotten(pages: Pages) -> None:
    for number in range(MOST_STOPS + 20):
        pages.jump(1 + number % 2)
    steps = 0
    while pages.places.can_go_back:
        pages.places.go_back()
        steps += 1
    assert steps == MOST_STOPS


def test_one_goes_back_twice_without_waiting(qtbot: QtBot, pages: Pages, reader: Reader) -> None:
    pages.jump(4)
    reader.open_document(SECOND.id)
    qtbot.waitUntil(lambda: pages.at == ("b", 0))
    QCoreApplication.processEvents()
    pages.jump(7)
    reader.open_document(FIRST.id)
    qtbot.waitUntil(lambda: pages.at == ("a", 0))
    QCoreApplication.processEvents()
    # The second document is there, its place is not shown yet: its beginning is where the reader is.
    again = [pages.places.go_back]
    reader.document_changed.connect(lambda _made, _path: again and again.pop()())
    pages.places.go_back()
    qtbot.waitUntil(lambda: not again and reader.document == FIRST)
    qtbot.waitUntil(lambda: pages.at == ("a", 4))
