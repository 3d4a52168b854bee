from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.panels.chips import Chip
from desktop.panels.fact_menu import Ask, Asked
from desktop.panels.facts import FactsPanel
from desktop.panels.message import PanelMessage
from desktop.state.deciding import Deciding
from desktop.state.fact_groups import FactEntry
from desktop.state.facts import FactsPresenter, FactsState
from desktop.state.notes import NotesPresenter
from desktop.state.reader import Reader
from desktop.theme import PALETTES, ThemeName
from index.errors import ArchiveError
from index.model.document import DocumentId
from index.model.fact import DocumentFacts, Entity, EntityType
from index.model.span import Span
from tests.desktop.qt import press_key
from tests.helpers.fakes_panels import FakeArchive


def many(count: int) -> DocumentFacts:
    return DocumentFacts(
        tuple(
            Entity(f"l{n}", EntityType.CITY, f"Город {n:04}", (Span(n % 100, n % 100 + 2),))
            for n in range(count)
        )
    )


class Room:
    """A panel over a fake archive, on the screen."""

    def __init__(self, archive: FakeArchive, jobs: Jobs, qtbot: QtBot) -> None:
        self.archive, self.qtbot, self.owner = archive, qtbot, QObject()
        self.reader = Reader(archive, jobs, self.owner)  # type: ignore[arg-type]  # a stand-in
        self.facts = FactsPresenter(archive, jobs, self.reader, parent=self.owner)  # type: ignore[arg-type]  # a stand-in
        self.notes = NotesPresenter(archive, jobs, self.reader, parent=self.owner)  # type: ignore[arg-type]  # a stand-in
        self.panel = FactsPanel(self.facts, PALETTES[ThemeName.LIGHT])
        qtbot.addWidget(self.panel)
        self.panel.resize(320, 700)
        self.panel.show()
        qtbot.waitExposed(self.panel)

    def open(self, until: FactsState = FactsState.READY) -> None:
        self.reader.open_document(DocumentId("a" * 64))
        self.qtbot.waitUntil(lambda: self.facts.state is until)

    def chips(self) -> list[Chip]:
        return [chip for chip in self.panel.findChildren(Chip) if chip.isVisible()]

    def chip(self, name: str) -> Chip:
        return next(chip for chip in self.chips() if chip.accessibleName().startswith(name))

    def message(self) -> str:
        (message,) = self.panel.findChildren(PanelMessage)
        return message.text if message.isVisible() else ""

    def filter(self) -> QLineEdit:
        (field,) = self.panel.findChildren(QLineEdit)
        return field


@pytest.fixture
def room(jobs: Jobs, qtbot: QtBot) -> Room:
    return Room(FakeArchive(), jobs, qtbot)


def test_panel_says_that_no_document_is_open(room: Room) -> None:
    assert room.message() == "Документ не открыт"


def test_panel_is_calm_while_it_waits(room: Room) -> None:
    room.archive.gate.clear()
    room.open(until=FactsState.LOADING)
    assert room.message() == "Читаю документ…"
    room.archive.gate.set()
    room.qtbot.waitUntil(lambda: room.message() == "")


def test_every_entry_has_a_chip(room: Room) -> None:
    room.open()
    assert len(room.chips()) == room.facts.entry_count
    assert not room.filter().isVisible()


def test_clicks_light_one_place_after_the_other(room: Room) -> None:
    room.open()
    lit: list[Span | None] = []
    room.reader.fact_changed.connect(lit.append)
    chip = room.chip("Узбекистан")
    chip.click()
    assert chip.is_current
    chip.click()
    assert chip.accessibleDescription() == "2 из 2"
    assert len(set(lit)) == 2


def test_only_one_chip_is_current_and_escape_puts_it_out(room: Room) -> None:
    room.open()
    room.chip("Узбекистан").click()
    room.chip("Казахстан").click()
    assert [chip.accessibleName()[:9] for chip in room.chips() if chip.is_current] == ["Казахстан"]
    press_key(room.panel, Qt.Key.Key_Escape)
    assert not any(chip.is_current for chip in room.chips())


def test_failure_can_be_retried(room: Room) -> None:
    room.archive.failure = ArchiveError("Модели не установлены.", "Установите их.")
    room.open(until=FactsState.FAILED)
    assert room.message() == "Модели не установлены."
    room.archive.failure = None
    retry = next(b for b in room.panel.findChildren(QPushButton) if b.isVisible())
    retry.click()
    room.qtbot.waitUntil(lambda: bool(room.chips()))


def test_document_without_facts_says_so(jobs: Jobs, qtbot: QtBot) -> None:
    room = Room(FakeArchive(facts=DocumentFacts()), jobs, qtbot)
    room.open()
    assert room.message() == "Фактов не найдено"


def test_long_group_folds_and_unfolds(jobs: Jobs, qtbot: QtBot) -> None:
    room = Room(FakeArchive(facts=many(35)), jobs, qtbot)
    room.open()
    assert len(room.chips()) == 12
    more = next(b for b in room.panel.findChildren(QPushButton) if b.isVisible())
    assert more.text() == "ещё 23"
    more.click()
    qtbot.waitUntil(lambda: len(room.chips()) == 35)
    assert not more.isVisible()


def test_group_that_is_hardly_longer_is_shown_whole(jobs: Jobs, qtbot: QtBot) -> None:
    room = Room(FakeArchive(facts=many(14)), jobs, qtbot)
    room.open()
    assert len(room.chips()) == 14


def test_filter_comes_with_many_entries_and_finds_folded_ones(jobs: Jobs, qtbot: QtBot) -> None:
    room = Room(FakeArchive(facts=many(35)), jobs, qtbot)
    room.open()
    assert room.filter().isVisible()
    room.filter().setText("город 0033")
    qtbot.waitUntil(lambda: len(room.chips()) == 1)
    room.filter().setText("жираф")
    qtbot.waitUntil(lambda: room.message() == "Ничего не подошло")
    press_key(room.panel, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(room.chips()) == 12)


def test_lit_entry_stays_lit_while_the_filter_changes(jobs: Jobs, qtbot: QtBot) -> None:
    room = Room(FakeArchive(facts=many(35)), jobs, qtbot)
    room.open()
    room.chip("Город 0003").click()
    room.filter().setText("000")
    qtbot.waitUntil(lambda: len(room.chips()) == 10)
    assert room.chip("Город 0003").is_current


def test_arrows_walk_over_the_chips_and_tab_stops_once_a_group(room: Room) -> None:
    room.open()
    chips = room.chips()
    room.panel.activateWindow()
    chips[0].setFocus()
    room.qtbot.waitUntil(chips[0].hasFocus)
    press_key(chips[0], Qt.Key.Key_Right)
    assert chips[1].hasFocus()
    press_key(chips[1], Qt.Key.Key_End)
    assert chips[-1].hasFocus()
    press_key(chips[-1], Qt.Key.Key_Up)
    assert chips[-2].hasFocus()
    press_key(chips[-2], Qt.Key.Key_Home)
    assert chips[0].hasFocus()
    press_key(chips[0], Qt.Key.Key_Left)
    assert chips[0].hasFocus()
    stops = [chip for chip in chips if chip.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert len(stops) == len(room.facts.groups)


def test_two_thousand_entries_are_shown_at_once(jobs: Jobs, qtbot: QtBot) -> None:
    room = Room(FakeArchive(facts=many(2000)), jobs, qtbot)
    start = time.perf_counter()
    room.open()
    assert time.perf_counter() - start < 1.0
    assert len(room.chips()) == 12
    more = next(b for b in room.panel.findChildren(QPushButton) if b.isVisible())
    more.click()
    qtbot.waitUntil(lambda: len(room.chips()) == 72)


def test_theme_changes_with_the_chips(room: Room) -> None:
    room.open()
    before = room.chip("Узбекистан").grab().toImage()
    room.panel.set_palette_roles(PALETTES[ThemeName.DARK])
    assert room.chip("Узбекистан").grab().toImage() != before


def rejecting(room: Room) -> FactsPresenter:
    """A room whose archive keeps what the panel asks for."""
    deciding = Deciding(room.archive, room.notes, room.facts, room.reader, room.owner)  # type: ignore[arg-type]  # a stand-in

    def answer(asked: Asked) -> None:
        {Ask.ACCEPT: deciding.accept, Ask.REJECT: deciding.reject}[asked.ask](asked.entry)

    room.panel.asked.connect(answer)
    return room.facts


def test_delete_rejects_the_chip_and_a_line_shows_what_is_hidden(room: Room, qtbot: QtBot) -> None:
    room.open()
    facts = rejecting(room)
    chip = room.chip("4")
    chip.setFocus()
    with qtbot.waitSignal(facts.changed):
        press_key(chip, Qt.Key.Key_Delete)
    assert not [chip for chip in room.chips() if chip.accessibleName().startswith("4")]
    (line,) = [button for button in room.panel.findChildren(QPushButton) if button.text() == "скрыто: 1"]
    line.click()
    assert room.chip("4").isVisible()


def test_a_menu_offers_what_can_be_done(room: Room) -> None:
    room.open()
    entries = {entry.kind: entry for group in room.facts.groups for entry in group.entries}
    money, city = entries["MONEY"], entries["CITY"]

    def offered(entry: FactEntry, *, is_rejected: bool = False) -> list[str]:
        return [
            action.text()
            for action in room.panel.menu(entry, QRect(), is_rejected=is_rejected).actions()
            if action.isEnabled() and action.text()
        ]

    more = ["Ссылка на это место для заметки", "Почему?", "Экспорт фактов…"]
    assert offered(money) == ["Принять", "Исправить…", "Отклонить", *more]
    assert offered(money, is_rejected=True) == ["Вернуть", *more]
    assert offered(city, is_rejected=True) == ["Вернуть", *more]
    assert offered(city) == [
        *(
            "Принять",
            "Переименовать…",
            "Изменить вид",
            "Это тот же, что…",
            "Это не имя",
            "Ссылка на это место для заметки",
            "Почему?",
            "Всё в архиве…",
            "Экспорт фактов…",
        ),
    ]
    assert "Отделить это упоминание…" in offered(entries["COUNTRY"])
    assert "Президент Республики Узбекистан" in offered(entries["PERSON"])


def test_the_menu_asks_for_an_export(room: Room, qtbot: QtBot) -> None:
    room.open()
    *_, export = room.panel.menu(room.facts.groups[0].entries[0], QRect()).actions()
    with qtbot.waitSignal(room.panel.export_requested):
        export.trigger()


def test_a_name_clicked_twice_or_chosen_from_its_menu_is_wanted_from_the_whole_archive(
    room: Room, qtbot: QtBot
) -> None:
    room.open()
    entry = next(one for group in room.facts.groups for one in group.entries if one.name_kind is not None)
    with qtbot.waitSignal(room.panel.archive_requested) as twice:
        QTest.mouseDClick(room.chip(entry.title), Qt.MouseButton.LeftButton)
    (action,) = [one for one in room.panel.menu(entry, QRect()).actions() if one.text().startswith("Всё")]
    with qtbot.waitSignal(room.panel.archive_requested) as chosen:
        action.trigger()
    assert twice.args == chosen.args == [entry.title, entry.name_kind]


def test_a_sum_clicked_twice_leads_nowhere_else(room: Room, qtbot: QtBot) -> None:
    room.open()
    entry = next(one for group in room.facts.groups for one in group.entries if one.kind == "MONEY")
    with qtbot.assertNotEmitted(room.panel.archive_requested):
        QTest.mouseDClick(room.chip(entry.title), Qt.MouseButton.LeftButton)
