"""Pages over the archive: dates, promises, disagreements, quotes, and the picture of meetings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.models.overviewed import promise_rows, quote_rows
from desktop.panels.message import PanelMessage
from desktop.panels.study.dates import DatesPage
from desktop.panels.study.disagreements import DisagreementsPage
from desktop.panels.study.meetings import MeetingsPage
from desktop.panels.study.overview import OverviewPage
from desktop.panels.study.page import StudyPage
from desktop.settings import Settings
from desktop.state.reader import Reader
from desktop.state.study import Study
from desktop.state.study_questions import Sought, Topic
from desktop.state.timeline import band
from desktop.theme import PALETTES, ThemeName
from index.model.overview import NameKind
from tests.desktop.qt import click, press_key
from tests.helpers.fakes import FakeArchive, document
from tests.helpers.studies import EDGES, EVIDENCE, NODES, give_desk


class Room:
    """Pages over an archive in memory."""

    def __init__(self, jobs: Jobs, qtbot: QtBot, settings: Settings) -> None:
        self.archive, self.qtbot, self.owner = FakeArchive(document("a", "Речь.")), qtbot, QObject()
        self.desk = give_desk(self.archive)
        reader = Reader(self.archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.study = Study(self.archive, jobs, reader, settings, self.owner)  # type: ignore[arg-type]  # a stand-in
        roles = PALETTES[ThemeName.LIGHT]
        self.dates = DatesPage(self.study, roles)
        self.tables: dict[Topic, OverviewPage] = {
            Topic.DATES: self.dates,
            Topic.PROMISES: OverviewPage(self.study, Topic.PROMISES, promise_rows),
            Topic.QUOTES: OverviewPage(self.study, Topic.QUOTES, quote_rows),
        }
        self.figures = DisagreementsPage(self.study, roles)
        self.meetings = MeetingsPage(self.study, roles)

    def show(self, page: StudyPage) -> None:
        page.resize(1100, 600)
        page.show()
        page.look()
        self.qtbot.waitUntil(lambda: not page.inquiry.is_running)

    def table(self, topic: Topic) -> OverviewPage:
        page = self.tables[topic]
        self.show(page)
        return page


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    made = Room(jobs, qtbot, Settings(tmp_path / "settings.ini"))
    yield made
    for page in (*made.tables.values(), made.figures, made.meetings):
        page.close()
        page.deleteLater()


@pytest.fixture
def meetings(room: Room) -> MeetingsPage:
    room.show(room.meetings)
    return room.meetings


def cells(page: OverviewPage) -> list[list[str]]:
    model = page.table.model()
    return [
        [plain(str(model.index(row, column).data())) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def said(page: StudyPage) -> str:
    (message,) = page.findChildren(PanelMessage)
    return message.text if message.isVisible() else ""


WHERE = ["Речь", "2", "05.2021"]


@pytest.mark.parametrize(
    ("topic", "rows"),
    [
        (Topic.DATES, [["май 2021", "…в мае."]]),
        (Topic.PROMISES, [["01.01.2022 — прошёл", "Анна", "мост"], ["скоро", "", "дом"]]),
        (Topic.QUOTES, [["Анна Котова", "Да"], ["она", "Да"]]),
    ],
)
def test_every_row_tells_what_is_stated_and_where(room: Room, topic: Topic, rows: list[list[str]]) -> None:
    assert cells(room.table(topic)) == [[*row, *WHERE] for row in rows]


@pytest.mark.parametrize("topic", [Topic.DATES, Topic.PROMISES, Topic.QUOTES])
def test_a_row_leads_to_its_place(room: Room, topic: Topic, qtbot: QtBot) -> None:
    page = room.table(topic)
    with qtbot.waitSignal(page.place_requested) as wanted:
        press_key(page.table, Qt.Key.Key_Return)
    assert wanted.args == [EVIDENCE.document_id, EVIDENCE.span]


def test_one_click_leads_to_the_place_of_a_row(room: Room, qtbot: QtBot) -> None:
    table = room.table(Topic.QUOTES).table
    where = table.visualRect(table.model().index(0, 1)).center()
    with qtbot.waitSignal(room.tables[Topic.QUOTES].place_requested):
        click(table.viewport(), where)


def test_a_band_shows_every_year_between_those_that_are_told_of(room: Room) -> None:
    room.show(room.dates)
    assert [(one.name, one.documents) for one in band(room.dates.inquiry.result)] == [
        ("2019", 2),
        ("2020", 0),
        ("2021", 3),
    ]


def test_a_year_of_the_band_shows_its_months_and_its_dates_alone(room: Room, qtbot: QtBot) -> None:
    room.show(room.dates)
    room.dates.bars.chosen.emit(2)
    room.show(room.dates)
    months = band(room.dates.inquiry.result)
    assert (len(months), months[4].name, months[4].documents) == (12, "2021-05", 1)
    assert room.desk.overview.between[-1] == (20210101, 20211231)
    assert room.dates.back.isVisible()
    room.dates.back.click()
    room.show(room.dates)
    assert len(band(room.dates.inquiry.result)) == 3
    assert not room.dates.back.isVisible()


def test_a_month_that_is_chosen_again_gives_way_to_its_year(room: Room) -> None:
    room.study.part("2021-05")
    room.show(room.dates)
    room.dates.bars.chosen.emit(4)
    assert room.study.wish.period == "2021"


def test_figures_that_disagree_stand_side_by_side_with_their_passages(room: Room, qtbot: QtBot) -> None:
    room.show(room.figures)
    assert room.figures.told.words.text() == "Расхождений: 1; сопоставлено чисел: 4"
    told = room.figures.view.toPlainText().split("\n")
    assert told[0] == "доля лесов, 2021"
    assert [line for line in told if line[:1] in {"5", "7"}] == ["5", "7"]
    with qtbot.waitSignal(room.figures.place_requested) as wanted:
        room.figures.view.anchorClicked.emit(QUrl("0"))
    assert wanted.args == [EVIDENCE.document_id, EVIDENCE.span]


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        (Topic.DATES, "Всего: 7, показано: 1"),
        (Topic.PROMISES, "Всего: 2; срок прошёл: 1"),
        (Topic.QUOTES, "Всего: 2"),
    ],
)
def test_counts_are_of_all_that_there_is(room: Room, topic: Topic, words: str) -> None:
    assert room.table(topic).told.words.text() == words


def test_nothing_found_is_told(room: Room) -> None:
    room.desk.overview.is_empty = True
    assert "ничего такого не нашлось" in said(room.table(Topic.DATES))
    room.show(room.meetings)
    assert "ни о каких встречах" in said(room.meetings)


def test_rows_can_be_copied(room: Room) -> None:
    page = room.table(Topic.QUOTES)
    (button,) = [one for one in page.findChildren(QPushButton) if one.text() == "Копировать"]
    button.click()
    assert QApplication.clipboard().text().splitlines()[0].split("\t")[:2] == ["Анна Котова", "Да"]


def move(page: MeetingsPage, place: QPointF) -> None:
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page.graph, event)


def between(page: MeetingsPage) -> QPointF:
    return (page.graph.place_of(NODES[0]) + page.graph.place_of(NODES[1])) / 2


def test_meetings_are_counted(meetings: MeetingsPage) -> None:
    assert meetings.told.words.text() == "Встреч: 4, участников: 9, показано: 3"


def test_a_circle_says_who_it_is(meetings: MeetingsPage) -> None:
    move(meetings, meetings.graph.place_of(NODES[2]))
    assert meetings.told.words.text() == "АО «Мост»: встреч 1"


def test_a_line_says_who_met_and_tells_of_every_meeting(meetings: MeetingsPage, qtbot: QtBot) -> None:
    move(meetings, between(meetings))
    assert meetings.told.words.text() == "Анна Котова и Борис Лосев: встреч 3"
    click(meetings.graph, between(meetings).toPoint())
    qtbot.waitUntil(meetings.view.isVisible)
    assert meetings.view.toPlainText().startswith("Анна Котова – Борис Лосев")
    with qtbot.waitSignal(meetings.place_requested) as wanted:
        meetings.view.anchorClicked.emit(QUrl("2"))
    assert wanted.args == [EVIDENCE.document_id, EDGES[0].stated.evidence.span]


def test_a_circle_tells_whom_somebody_met(meetings: MeetingsPage) -> None:
    click(meetings.graph, meetings.graph.place_of(NODES[0]).toPoint())
    said = meetings.view.toPlainText()
    assert said.startswith("Анна Котова")
    assert [name in said for name in ("Борис Лосев 3", "АО «Мост» 1")] == [True, True]


def test_a_circle_clicked_twice_leads_to_the_page_of_whoever_it_is(
    meetings: MeetingsPage, qtbot: QtBot
) -> None:
    place = meetings.graph.place_of(NODES[2])
    with qtbot.waitSignal(meetings.who_requested) as wanted:
        QTest.mouseDClick(meetings.graph, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert wanted.args == [Sought("АО «Мост»", NameKind.ORGANISATION)]


def test_who_did_not_meet_somebody_is_faint_while_that_one_is_looked_at(meetings: MeetingsPage) -> None:
    def tone() -> int:
        picture = meetings.graph.grab().toImage()
        return picture.pixelColor(meetings.graph.place_of(NODES[2]).toPoint()).lightness()

    before = tone()
    move(meetings, meetings.graph.place_of(NODES[1]))
    assert tone() != before
    move(meetings, meetings.graph.place_of(NODES[0]))
    assert tone() == before


def test_keys_walk_from_one_to_the_next_and_tell_of_it(meetings: MeetingsPage) -> None:
    for key, node in (
        (Qt.Key.Key_Left, NODES[-1]),
        (Qt.Key.Key_Right, NODES[0]),
        (Qt.Key.Key_Down, NODES[1]),
    ):
        press_key(meetings.graph, key)
        assert meetings.graph.node == node
    press_key(meetings.graph, Qt.Key.Key_Return)
    assert meetings.view.toPlainText().startswith(NODES[1].who.name)


def test_beside_all_lines_nothing_is_looked_at(meetings: MeetingsPage, qtbot: QtBot) -> None:
    move(meetings, between(meetings))
    move(meetings, QPointF(2, 2))
    assert (meetings.graph.node, meetings.graph.edge) == (None, None)
    with qtbot.assertNotEmitted(meetings.place_requested):
        click(meetings.graph, QPointF(2, 2).toPoint())


def test_pictures_are_written_as_png_and_svg(meetings: MeetingsPage, qtbot: QtBot) -> None:
    made = {}
    for text in ("PNG…", "SVG…"):
        (button,) = [one for one in meetings.findChildren(QPushButton) if one.text() == text]
        with qtbot.waitSignal(meetings.picture_requested) as wanted:
            button.click()
        assert wanted.args is not None
        made[wanted.args[1]] = wanted.args[0]
    assert QImage.fromData(made["png"]).width() == 2 * meetings.graph.width()
    drawn = ElementTree.fromstring(made["svg"])  # noqa: S314 - our own
    texts = {plain("".join(one.itertext()).strip()) for one in drawn.iter("{http://www.w3.org/2000/svg}text")}
    assert {node.who.name for node in NODES} <= texts


@pytest.mark.parametrize("theme", list(ThemeName))
def test_both_themes_draw_lines_that_can_be_seen(meetings: MeetingsPage, theme: ThemeName) -> None:
    roles = PALETTES[theme]
    meetings.set_palette_roles(roles)
    picture = QImage.fromData(meetings.graph.picture())
    middle = picture.pixelColor((between(meetings) * 2).toPoint())
    corner = picture.pixelColor(2, 2)
    assert corner.name() == roles.panel.lower()
    assert abs(middle.lightness() - corner.lightness()) > 20
