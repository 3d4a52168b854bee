from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex
from pytestqt.modeltest import ModelTester

from desktop.models.outline import NAME_ROLE, PAGE_ROLE, FoundSections, OutlineModel
from desktop.state.page_names import PageNames
from index.model.document import OutlineEntry, Page
from index.model.span import Span

OUTLINE = (
    OutlineEntry("Предисловие", 0, 0),
    OutlineEntry("Вода", 2, 0),
    OutlineEntry("Каналы", 2, 1),
    OutlineEntry("Учёт воды", 5, 1),
    OutlineEntry("Приложение", 7, 0),
    OutlineEntry("Слишком далеко", 99, 2),
)
LABELS = ("i", "ii", "1", "2", "3", "4", "5", "6", "7")
NAMES = PageNames([Page(i, 595, 842, Span(0, 0), label=label) for i, label in enumerate(LABELS)])


def titles(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[object]:
    """What stands in the tree: parts in lists after their wholes."""
    above = parent or QModelIndex()
    found: list[object] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found.append(index.data())
        if below := titles(model, index):
            found.append(below)
    return found


@pytest.fixture
def model(qapp: object) -> OutlineModel:
    made = OutlineModel()
    made.show_outline(OUTLINE, NAMES)
    return made


def test_sections_stand_below_the_ones_they_are_parts_of(
    model: OutlineModel, qtmodeltester: ModelTester
) -> None:
    assert titles(model) == [
        *("Предисловие", "Вода", ["Каналы", "Учёт воды"]),
        *("Приложение", ["Слишком далеко"]),
    ]
    qtmodeltester.check(model)


def test_a_section_says_how_its_page_is_called(model: OutlineModel) -> None:
    water = model.index(1, 0)
    assert (water.data(PAGE_ROLE), water.data(NAME_ROLE)) == (2, "1")


def test_a_section_beyond_the_last_page_begins_there(model: OutlineModel) -> None:
    assert model.index(0, 0, model.index(2, 0)).data(PAGE_ROLE) == 8


@pytest.mark.parametrize(
    ("page_index", "title"),
    [(0, "Предисловие"), (1, "Предисловие"), (2, "Вода"), (6, "Учёт воды"), (8, "Слишком далеко")],
)
def test_a_page_belongs_to_the_section_that_began_last(
    model: OutlineModel, page_index: int, title: str
) -> None:
    assert model.section_at(page_index).data() == title


def test_pages_before_the_first_section_belong_to_none(model: OutlineModel) -> None:
    model.show_outline(OUTLINE[1:], NAMES)
    assert not model.section_at(1).isValid()


def test_sections_are_found_by_folded_words_and_keep_what_they_are_parts_of(model: OutlineModel) -> None:
    found = FoundSections(model)
    found.seek("УЧЕТ вод")
    assert titles(found) == ["Вода", ["Учёт воды"]]
    found.seek("")
    assert len(titles(found)) == 5
