from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.pageview.customer import Customer
from desktop.panels.contents import ContentsPanel
from desktop.theme import PALETTES, ThemeName
from index.model.document import Document, OutlineEntry
from tests.desktop.pageview.papers import PaperRenderer, paper
from tests.desktop.qt import click, press_key, type_text

PALETTE = PALETTES[ThemeName.LIGHT]


class PaperCustomer(Customer):
    """Gets white pages at once, and remembers which ones it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.paper, self.pages = PaperRenderer(), list[int]()
        self.paper.page_ready.connect(self.page_ready)

    def request(self, wanted: Sequence[object]) -> None:
        self.pages = [one.page_index for one in wanted]  # type: ignore[attr-defined]  # a stand-in
        self.paper.request(wanted)  # type: ignore[arg-type]  # a stand-in


@pytest.fixture
def book() -> Document:
    sections = [OutlineEntry(f"Глава {number}", number * 3, 0) for number in range(20)]
    parts = [OutlineEntry(f"Часть {number}", number * 3 + 1, 1) for number in range(20)]
    outline = [entry for pair in zip(sections, parts, strict=True) for entry in pair]
    return replace(paper(*[["слово о воде"]] * 60), outline=tuple(outline))


@pytest.fixture
def customer(qapp: object) -> PaperCustomer:
    return PaperCustomer()


@pytest.fixture
def panel(qtbot: QtBot, book: Document, customer: PaperCustomer) -> ContentsPanel:
    made = ContentsPanel(customer, PALETTE)
    qtbot.addWidget(made)
    made.resize(190, 600)
    made.show_document(book, Path("book.pdf"))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_section_of_the_page_is_the_lit_one(panel: ContentsPanel) -> None:
    tree = panel.outline.tree
    panel.show_page(10)
    # Its parts are not unfolded in a long table of contents: the whole stands for them.
    assert tree.currentIndex().data() == "Глава 3"
    tree.expandAll()
    panel.show_page(10)
    assert tree.currentIndex().data() == "Часть 3"


def test_a_click_on_a_section_asks_for_its_page(qtbot: QtBot, panel: ContentsPanel) -> None:
    tree = panel.outline.tree
    index = tree.model().index(2, 0)
    with qtbot.waitSignal(panel.page_requested) as asked:
        click(tree, tree.visualRect(index).center())
    assert asked.args == [6]


def test_a_long_table_of_contents_is_searched(qtbot: QtBot, panel: ContentsPanel) -> None:
    type_text(panel.outline.field, "часть 17")
    tree = panel.outline.tree
    qtbot.waitUntil(lambda: tree.model().rowCount() == 1)
    assert tree.isExpanded(tree.model().index(0, 0))
    panel.outline.field.setText("ничего такого")
    qtbot.waitUntil(lambda: not tree.isVisible())


def test_a_short_table_of_contents_has_no_field(panel: ContentsPanel, book: Document) -> None:
    panel.show_document(replace(book, outline=book.outline[:4]), Path("book.pdf"))
    assert not panel.outline.field.isVisible()
    assert panel.outline.tree.isExpanded(panel.outline.tree.model().index(0, 0))


def test_a_document_without_one_says_so(panel: ContentsPanel, book: Document) -> None:
    panel.show_document(replace(book, outline=()), Path("book.pdf"))
    assert panel.outline.is_empty
    assert not panel.outline.tree.isVisible()


def test_only_pages_in_sight_are_drawn(qtbot: QtBot, panel: ContentsPanel, customer: PaperCustomer) -> None:
    assert customer.pages == []
    panel.setCurrentWidget(panel.thumbnails)
    qtbot.waitUntil(lambda: len(customer.pages) > 0)
    assert customer.pages[0] == 0
    assert len(customer.pages) < 8
    panel.show_page(50)
    qtbot.waitUntil(lambda: 50 in customer.pages)
    assert min(customer.pages) > 40


def test_pages_stand_side_by_side_where_there_is_room(panel: ContentsPanel) -> None:
    small = panel.thumbnails
    panel.setCurrentWidget(small)
    for width, columns in ((190, 1), (320, 2), (460, 3)):
        panel.resize(width, 600)
        tops = [small.visualRect(small.model().index(row, 0)).top() for row in range(6)]
        assert tops.count(tops[0]) == columns


def test_what_is_lit_on_a_page_is_a_dot_on_it(qtbot: QtBot, panel: ContentsPanel) -> None:
    small = panel.thumbnails
    panel.setCurrentWidget(small)
    bare = small.viewport().grab().toImage()
    small.show_dots({0: ("hits", "green")})
    lit = small.viewport().grab().toImage()
    cell = small.visualRect(small.model().index(0, 0))
    seen = {
        lit.pixelColor(x, y).name()
        for x in range(cell.left(), cell.right())
        for y in range(cell.top(), cell.bottom())
        if lit.pixelColor(x, y) != bare.pixelColor(x, y)
    }
    assert QColor(PALETTE.hit_current).name() in seen


def test_a_small_page_is_chosen_by_mouse_and_by_key(qtbot: QtBot, panel: ContentsPanel) -> None:
    small = panel.thumbnails
    panel.setCurrentWidget(small)
    with qtbot.waitSignal(panel.page_requested) as asked:
        click(small, small.visualRect(small.model().index(1, 0)).center())
    assert asked.args == [1]
    press_key(small, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.page_requested) as asked:
        press_key(small, Qt.Key.Key_Return)
    assert asked.args == [2]
