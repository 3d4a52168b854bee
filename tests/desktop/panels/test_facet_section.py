from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.panels.facet_group import FOLDED, FacetGroup, facet_name
from desktop.panels.facets import FacetsSection
from desktop.settings import SHOW_FACETS, Settings
from desktop.state.facets import FacetsPresenter
from desktop.state.reader import Reader
from desktop.state.search import Search
from desktop.theme import PALETTES, ThemeName
from index.model.study import Facet, FacetKind, Facets, FacetValue
from tests.helpers.fakes import FakeArchive, document

PALETTE = PALETTES[ThemeName.LIGHT]


def facet(kind: FacetKind, others: int = 0, **counts: int) -> Facet:
    values = tuple(FacetValue(name, f"{kind}:{name}", count) for name, count in counts.items())
    return Facet(kind, values, others)


PERSONS = facet(FacetKind.PERSON, 30, а=9, б=8, в=7, г=6, д=5, е=4, ж=3)


@pytest.fixture
def archive() -> Iterator[FakeArchive]:
    made = FakeArchive(*(document(f"{i:02}", "Мука дешевеет.") for i in range(9)))
    yield made
    made.desk.gate.set()


@pytest.fixture
def search(archive: FakeArchive, jobs: Jobs) -> Search:
    return Search(archive, jobs, Reader(archive, jobs))  # type: ignore[arg-type]  # stand-ins


@pytest.fixture
def section(qtbot: QtBot, archive: FakeArchive, jobs: Jobs, search: Search, tmp_path: Path) -> FacetsSection:
    settings = Settings(tmp_path / "settings.ini")
    settings.set(SHOW_FACETS, True)
    presenter = FacetsPresenter(archive, jobs, search, settings)  # type: ignore[arg-type]  # a stand-in
    made = FacetsSection(presenter, PALETTE)
    qtbot.addWidget(made)
    made.resize(280, 300)
    return made


def count(qtbot: QtBot, archive: FakeArchive, search: Search, *facets: Facet, without: int = 0) -> None:
    archive.desk.counted = Facets("", 9, facets, without)
    archive.desk.queries.clear()
    search.ask("мука")
    qtbot.waitUntil(lambda: bool(archive.desk.queries))


def test_years_are_bars_and_everything_else_chips(
    qtbot: QtBot, archive: FakeArchive, search: Search, section: FacetsSection
) -> None:
    years = Facet(FacetKind.YEAR, (FacetValue("2022", "дата:2022", 4), FacetValue("2020", "дата:2020", 3)))
    count(qtbot, archive, search, years, PERSONS)
    qtbot.waitUntil(section.isVisible)
    assert len(section.years.bars) == 3
    assert [group.accessibleName() for group in section.groups] == ["Персоны"]


def test_a_value_that_all_documents_have_narrows_nothing(
    qtbot: QtBot, archive: FakeArchive, search: Search, section: FacetsSection
) -> None:
    count(qtbot, archive, search, facet(FacetKind.FORMAT, pdf=9), facet(FacetKind.LANGUAGE, русский=9))
    qtbot.waitUntil(section.isVisible)
    assert section.groups == ()
    assert section.words == "Уточнять нечем: документы похожи."


def test_documents_whose_names_are_not_known_yet_are_told(
    qtbot: QtBot, archive: FakeArchive, search: Search, section: FacetsSection
) -> None:
    count(qtbot, archive, search, PERSONS, without=2)
    qtbot.waitUntil(section.isVisible)
    assert section.words.startswith("Имена и места ещё не извлечены: 2\u00a0документа.")


def test_a_value_is_asked_for_with_the_query(
    qtbot: QtBot, archive: FakeArchive, search: Search, section: FacetsSection
) -> None:
    count(qtbot, archive, search, facet(FacetKind.FORMAT, pdf=4))
    qtbot.waitUntil(section.isVisible)
    with qtbot.waitSignal(search.text_set) as blocker:
        QTest.mouseClick(section.groups[0].chips[0], Qt.MouseButton.LeftButton)
    assert blocker.args[0].endswith("format:pdf")


def test_the_section_is_never_higher_than_it_may_be(
    qtbot: QtBot, archive: FakeArchive, search: Search, section: FacetsSection
) -> None:
    section.limit_to(120)
    count(qtbot, archive, search, PERSONS, facet(FacetKind.PLACE, а=3, б=2, в=1))
    qtbot.waitUntil(section.isVisible)
    assert section.height() == 120
    section.limit_to(2_000)
    assert 120 < section.height() < 600


@pytest.fixture
def group(qtbot: QtBot) -> FacetGroup:
    made = FacetGroup(PERSONS, PALETTE)
    qtbot.addWidget(made)
    made.resize(260, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_rare_values_wait_until_they_are_asked_for(group: FacetGroup) -> None:
    assert len(group.chips) == FOLDED
    assert group._more.text() == "ещё 32"
    group._more.click()
    assert len(group.chips) == 7
    assert not group._more.isVisible()
    assert group._rarer.text() == "и ещё 30, которые встречаются реже"
    assert group.chips[FOLDED].hasFocus()


def test_arrows_go_through_the_values_and_enter_takes_one(qtbot: QtBot, group: FacetGroup) -> None:
    group.chips[0].setFocus()
    QTest.keyClick(group.chips[0], Qt.Key.Key_Right)
    assert group.chips[1].hasFocus()
    QTest.keyClick(group.chips[1], Qt.Key.Key_End)
    assert group.chips[FOLDED - 1].hasFocus()
    with qtbot.waitSignal(group.value_chosen) as blocker:
        QTest.keyClick(group.chips[FOLDED - 1], Qt.Key.Key_Return)
    assert blocker.args == [FacetKind.PERSON, "person:д"]


def test_a_screen_reader_is_told_the_counts(group: FacetGroup) -> None:
    assert group.chips[0].accessibleName() == "а: 9\u00a0документов"


@pytest.mark.parametrize("kind", FacetKind)
def test_every_facet_has_a_name(kind: FacetKind) -> None:
    assert facet_name(kind)
