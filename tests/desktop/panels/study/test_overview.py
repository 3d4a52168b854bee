"""Pages over the archive: dates, promises, disagreements, quotes, and the picture of meetings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.panels.message import PanelMessage
from desktop.panels.study.meetings import MeetingsPage
from desktop.panels.study.overview import OverviewPage, overview_pages
from desktop.panels.study.page import StudyPage
from desktop.settings import Settings
from desktop.state.reader import Reader
from desktop.state.study import Study, Topic
from desktop.theme import PALETTES, ThemeName
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
        self.tables = overview_pages(self.study)
        self.meetings = MeetingsPage(self.study, PALETTES[ThemeName.LIGHT])

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
    for page in (*made.tables.values(), made.meetings):
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
        (Topic.DISAGREEMENTS, [["1", "доля лесов, 2021", "5"], ["1", "доля лесов, 2021", "7"]]),
        (Topic.QUOTES, [["Анна Котова", "Да"], ["она", "Да"]]),
    ],
)
def test_every_row_tells_what_is_stated_and_where(room: Room, topic: Topic, rows: list[list[str]]) -> None:
    assert cells(room.table(topic)) == [[*row, *WHERE] for row in rows]


@pytest.mark.parametrize("topic", [Topic.DATES, Topic.PROMISES, Topic.DISAGREEMENTS, Topic.QUOTES])
def test_a_row_leads_to_its_place(room: Room, topic: Topic, qtbot: QtBot) -> None:
    page = room.table(topic)
    with qtbot.waitSignal(page.place_requested) as wanted:
        press_key(page.table, Qt.Key.Key_Return)
    assert wanted.args == [EVIDENCE.document_id, EVIDENCE.span]


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        (Topic.DATES, "Всего: 7, показано: 1"),
        (Topic.PROMISES, "Всего: 2; срок прошёл: 1"),
        (Topic.DISAGREEMENTS, "Расхождений: 1; сопоставлено чисел: 4"),
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


def test_a_line_says_who_met_and_leads_to_the_latest_meeting(meetings: MeetingsPage, qtbot: QtBot) -> None:
    move(meetings, between(meetings))
    assert meetings.told.words.text() == "Анна Котова и Борис Лосев: встреч 3"
    with qtbot.waitSignal(meetings.place_requested) as wanted:
        click(meetings.graph, between(meetings).toPoint())
    assert wanted.args == [EVIDENCE.document_id, EDGES[0].stated.evidence.span]


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
