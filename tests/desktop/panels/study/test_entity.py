"""The page of a person, body or place, and the field by which it is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.panels.message import PanelMessage
from desktop.panels.study.entity import EntityStudyPage
from desktop.panels.study.offices import MOST_ROWS
from desktop.settings import Settings
from desktop.state.entity_told import at_least
from desktop.state.reader import Reader
from desktop.state.study import Study
from desktop.state.study_files import FileKind, listings
from desktop.state.study_questions import Sought
from desktop.theme import PALETTES, ThemeName
from index.model.overview import NameKind
from tests.desktop.qt import click, press_key, type_text
from tests.helpers.fakes import FakeArchive, document
from tests.helpers.studies import EVIDENCE, FakeStudyDesk, give_desk


class Room:
    """The page over an archive in memory."""

    def __init__(self, jobs: Jobs, qtbot: QtBot, settings: Settings) -> None:
        self.archive, self.qtbot, self.owner = FakeArchive(document("a", "Речь.")), qtbot, QObject()
        self.desk: FakeStudyDesk = give_desk(self.archive)
        reader = Reader(self.archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.study = Study(self.archive, jobs, reader, settings, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.page = EntityStudyPage(self.study, PALETTES[ThemeName.LIGHT])
        self.page.resize(1100, 700)
        self.page.show()

    def seek(self, name: str, kind: NameKind | None = None) -> EntityStudyPage:
        self.study.seek(Sought(name, kind))
        self.look()
        return self.page

    def look(self) -> None:
        self.page.look()
        self.qtbot.waitUntil(lambda: not self.page.inquiry.is_running)


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    made = Room(jobs, qtbot, Settings(tmp_path / "settings.ini"))
    yield made
    made.page.close()
    made.page.deleteLater()


def said(page: EntityStudyPage) -> str:
    (message,) = page.findChildren(PanelMessage)
    return message.text if message.isVisible() else ""


def told(page: EntityStudyPage) -> list[str]:
    return page.view.toPlainText().replace("\N{NO-BREAK SPACE}", " ").split("\n")


def test_nobody_is_shown_before_somebody_is_chosen(room: Room) -> None:
    room.look()
    assert "об одном человеке" in said(room.page)


def test_a_page_says_who_it_is_and_how_much_there_is(room: Room) -> None:
    lines = told(room.seek("Котова"))
    assert lines[0] == "Анна Котова"
    assert lines[1] == "человек · 2 документа; упоминаний: 5; утверждений: 4"


def test_nothing_of_a_document_passes_for_markup(room: Room) -> None:
    assert "Пишется также: А. <b>Котова</b>" in told(room.seek("Котова"))


def test_offices_are_told_with_their_time_and_without_the_name(room: Room) -> None:
    lines = told(room.seek("Котова"))
    start = lines.index("Должности 3")
    assert lines[start + 1 : start + 6 : 2] == [
        "Директор, АО «Мост» 2001 – 12 мая 2004",
        "Инженер 2012",
        "Врач",
    ]


@pytest.mark.parametrize("heading", ["С кем 1", "Деньги 1", "Цитаты 1", "Встречи 1", "Документы 2"])
def test_every_part_has_its_heading_and_count(room: Room, heading: str) -> None:
    assert heading in told(room.seek("Котова"))


def test_one_click_on_a_passage_leads_to_its_place(room: Room, qtbot: QtBot) -> None:
    page = room.seek("Котова")
    (last,) = (str(number) for number in [len(page.view._told.targets) - 1])
    with qtbot.waitSignal(page.place_requested) as wanted:
        page.view.anchorClicked.emit(QUrl(last))
    assert wanted.args == [EVIDENCE.document_id, EVIDENCE.span]


def test_a_name_leads_to_its_page(room: Room) -> None:
    page = room.seek("Котова")
    page.view.anchorClicked.emit(QUrl("0"))
    room.look()
    assert room.desk.overview.sought[-1] == ("Борис Лосев", NameKind.PERSON)
    assert told(page)[0] == "Борис Лосев"


def test_whom_no_document_names_is_told_with_a_way_out(room: Room) -> None:
    assert said(room.seek("Никто")) == "Имени «Никто» в этих документах нет."
    assert room.seek("Котова").inquiry.result is not None


def test_offices_are_drawn_over_time_and_lead_to_their_place(room: Room, qtbot: QtBot) -> None:
    page = room.seek("Котова")
    assert page.chart.row_count == 2
    with qtbot.waitSignal(page.place_requested) as wanted:
        click(page.chart, page.chart.area_of(1).center().toPoint())
    assert wanted.args == [EVIDENCE.document_id, EVIDENCE.span]


@pytest.mark.parametrize("theme", list(ThemeName))
def test_an_office_that_lasted_is_drawn_longer_than_one_year(room: Room, theme: ThemeName) -> None:
    page = room.seek("Котова")
    page.set_palette_roles(PALETTES[theme])
    picture = QImage.fromData(page.chart.picture())

    def length(row: int) -> int:
        y = int(page.chart.area_of(row).center().y() * 2)
        tones = (picture.pixelColor(x, y).name() for x in range(picture.width()))
        return sum(tone == PALETTES[theme].accent for tone in tones)

    assert length(0) > 2.5 * length(1) > 0


def test_the_drawing_is_written_only_when_there_is_one(room: Room, qtbot: QtBot) -> None:
    room.look()
    buttons = [one for one in room.page.findChildren(QPushButton) if one.text() in {"PNG…", "SVG…"}]
    assert [one.isVisible() for one in buttons] == [False, False]
    page = room.seek("Котова")
    for button, beginning in zip(buttons, (b"\x89PNG", b"<?xml"), strict=True):
        with qtbot.waitSignal(page.picture_requested) as wanted:
            button.click()
        assert wanted.args is not None
        assert bytes(wanted.args[0]).startswith(beginning)


def test_a_page_is_written_as_lists(room: Room, qtbot: QtBot) -> None:
    page = room.seek("Котова")
    (button,) = [one for one in page.findChildren(QPushButton) if one.text() == "Excel…"]
    with qtbot.waitSignal(page.save_requested) as wanted:
        button.click()
    assert wanted.args is not None
    found, kind = wanted.args
    assert kind is FileKind.EXCEL
    assert [one.name for one in listings(found)] == ["Документы", "Должности", "С кем", "Утверждения"]


def test_what_is_typed_is_sought_in_any_form(room: Room) -> None:
    type_text(room.page.field, "Котовой")
    press_key(room.page.field, Qt.Key.Key_Return)
    room.look()
    assert room.desk.overview.sought == [("Котовой", None)]


def test_names_are_offered_while_one_types_and_one_that_is_chosen_is_meant_exactly(
    room: Room, qtbot: QtBot
) -> None:
    field = room.page.field
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    type_text(field, "мост")
    names = field.completer().model()
    qtbot.waitUntil(lambda: names.rowCount() == 1)
    assert names.index(0, 0).data() == "АО «Мост» · организация"
    field.completer().popup().clicked.emit(field.completer().popup().model().index(0, 0))
    room.look()
    assert room.desk.overview.sought == [("АО «Мост»", NameKind.ORGANISATION)]


@pytest.mark.parametrize(("count", "said"), [(99, "99"), (100, "100+")])
def test_of_as_many_as_are_shown_at_most_there_may_be_more(count: int, said: str) -> None:
    assert at_least(count) == said


def test_of_many_offices_those_told_of_most_often_are_drawn(room: Room) -> None:
    page = room.seek("Котова")
    found = page.inquiry.result
    once, often = found.offices[1], replace(found.offices[0], stated=found.offices[0].stated * 2)
    page.chart.show_offices(replace(found, offices=(*[once] * MOST_ROWS, often)))
    last = page.chart.area_of(MOST_ROWS - 1).center()
    QTest.mouseMove(page.chart, last.toPoint())
    room.qtbot.waitUntil(lambda: page.chart.toolTip().startswith("Директор"))
    assert page.chart.row_count == MOST_ROWS


def test_what_is_being_typed_outlives_an_answer_that_comes_meanwhile(room: Room) -> None:
    page = room.seek("Котова")
    page.field.clear()
    type_text(page.field, "Лос")
    page.show_answer(page.inquiry.result)
    assert page.field.text() == "Лос"
    press_key(page.field, Qt.Key.Key_Return)
    room.look()
    assert page.field.text() == "Борис Лосев"
