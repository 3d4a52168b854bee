"""What the reader decides about facts in the window: from menu or key to the panel, and back by undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.decisions import DecisionsDialog
from desktop.dialogs.fact_editor import FactDialog
from desktop.dialogs.same_as import SameAsDialog
from desktop.dialogs.why import WhyPopup
from desktop.panels.chips import Chip
from desktop.state.fact_groups import FactEntry
from index.model.document import DocumentId
from index.model.fact import DocumentFacts, Mark
from index.model.span import Span
from index.notes.applying import applied
from index.tasks import Task
from tests.desktop.qt import press_key
from tests.helpers.fakes import FakeArchive
from tests.helpers.fakes import document as mapped
from tests.helpers.fakes_panels import TEXT, some_facts, span_of
from tests.helpers.fakes_panels import FakeArchive as ArchiveOfFacts

D = TypeVar("D", bound=QDialog)
DOCUMENT = mapped("a", TEXT)
SUM = "4 млрд долл."
PRESIDENT = "Шавкат Мирзиёев"


@pytest.fixture
def archive(monkeypatch: pytest.MonkeyPatch) -> FakeArchive:
    """An archive with the facts of one document, that keeps decisions about them."""
    made, decisions = FakeArchive(DOCUMENT), ArchiveOfFacts(DOCUMENT).decisions

    def facts(document_id: DocumentId, _task: Task | None = None, **_options: bool) -> DocumentFacts:
        return applied(made.document(document_id).text, some_facts(), decisions.made).facts

    monkeypatch.setattr(made, "facts", facts)
    monkeypatch.setattr(made, "stored", lambda _document_id: some_facts())
    monkeypatch.setattr(made, "decisions", decisions)
    return made


class Room:
    """A window with a document whose facts are there."""

    def __init__(self, desktop: Desktop, qtbot: QtBot) -> None:
        self.desktop, self.qtbot, self.facts = desktop, qtbot, desktop.presenters.facts
        self.panel, self.pages = desktop.window.columns.facts, desktop.window.columns.pages
        self.undo = desktop.window.actions_table["undo"]
        desktop.presenters.reader.open_document(DOCUMENT.id)
        qtbot.waitUntil(lambda: self.facts.entry_count > 0)

    def shown(self) -> dict[str, FactEntry]:
        return {entry.title.replace("\u00a0", " "): entry for g in self.facts.groups for entry in g.entries}

    def menu(self, title: str) -> QMenu:
        return self.panel.menu(self.shown()[title], QRect(400, 300, 40, 20))

    def choose(self, title: str, *path: str) -> None:
        """Choose from the menu of an entry."""
        menu = self.menu(title)
        for words in path[:-1]:
            sub = named(menu, words).menu()
            assert isinstance(sub, QMenu)
            menu = sub
        named(menu, path[-1]).trigger()

    def becomes(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds)

    def undone(self, holds: Callable[[], bool]) -> None:
        """Take back what was done last; nothing is left to take back."""
        self.qtbot.waitUntil(self.undo.isEnabled)
        self.undo.trigger()
        self.qtbot.waitUntil(holds)
        self.qtbot.waitUntil(lambda: not self.undo.isEnabled())

    def dialog(self, kind: type[D]) -> D:
        self.qtbot.waitUntil(lambda: any(d.isVisible() for d in self.desktop.window.findChildren(kind)))
        return next(d for d in self.desktop.window.findChildren(kind) if d.isVisible())


def named(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == words)


@pytest.fixture
def room(desktop: Desktop, qtbot: QtBot) -> Room:
    return Room(desktop, qtbot)


def test_a_fact_is_rejected_by_a_key_and_comes_back_by_undo(room: Room, qtbot: QtBot) -> None:
    chip = next(c for c in room.panel.findChildren(Chip) if c.accessibleName().startswith("4"))
    chip.setFocus()
    press_key(chip, Qt.Key.Key_Delete)
    room.becomes(lambda: SUM not in room.shown())
    assert isinstance(room.desktop.window.focusWidget(), Chip)
    room.undone(lambda: SUM in room.shown())


def test_a_fact_is_accepted_and_that_is_undone(room: Room) -> None:
    room.choose(SUM, "Принять")
    room.becomes(lambda: room.shown()[SUM].mark is Mark.ACCEPTED)
    room.undone(lambda: room.shown()[SUM].mark is Mark.NONE)


def test_a_sum_is_corrected_as_people_write_it(room: Room, qtbot: QtBot) -> None:
    room.choose(SUM, "Исправить…")
    form = room.dialog(FactDialog)
    amount = form.shown_fields[0].editor
    assert isinstance(amount, QLineEdit)
    assert amount.text().replace("\u00a0", " ") == SUM
    amount.setText("4,5 млрд евро")
    form.submit()
    room.becomes(lambda: "4,5 млрд евро" in room.shown())
    room.undone(lambda: SUM in room.shown())


def test_a_form_that_cannot_be_understood_stays_and_says_so(room: Room) -> None:
    room.choose(SUM, "Исправить…")
    form = room.dialog(FactDialog)
    amount = form.shown_fields[0].editor
    assert isinstance(amount, QLineEdit)
    amount.setText("много")
    form.submit()
    room.becomes(lambda: "например" in amount.accessibleDescription())
    assert form.isVisible()
    form.reject()
    assert SUM in room.shown()


def test_kind_and_status_are_corrected(room: Room) -> None:
    title = "Развивать агрокластеры"
    room.choose(title, "Исправить…")
    form = room.dialog(FactDialog)
    form.kind.setCurrentIndex(form.kind.findData("INTENTION"))
    form.status.setCurrentIndex(form.status.findData("planned"))
    form.submit()
    room.becomes(lambda: room.shown()[title].kind == "INTENTION")
    assert "планируется" in room.shown()[title].subtitle
    room.undone(lambda: room.shown()[title].kind == "AGREEMENT")


def test_words_of_the_page_are_taken_into_a_field(room: Room) -> None:
    room.choose("Развивать агрокластеры", "Исправить…")
    form = room.dialog(FactDialog)
    what, parties = form.shown_fields[0], form.shown_fields[1]
    room.pages.select(span_of("Ташкенте"))
    parties.take.click()
    room.becomes(lambda: parties.filled().text == "Узбекистан\nКазахстан\nТашкент")
    room.pages.select(span_of("подготовить программу"))
    what.take.click()
    room.becomes(lambda: what.filled().text == "подготовить программу")
    form.submit()
    room.becomes(lambda: "Подготовить программу" in room.shown())
    assert room.shown()["Подготовить программу"].subtitle.startswith("Узбекистан, Казахстан, Ташкент")
    room.undone(lambda: "Развивать агрокластеры" in room.shown())


def test_an_office_of_a_person_is_corrected_by_itself(room: Room) -> None:
    room.choose(PRESIDENT, "Президент Республики Узбекистан", "Исправить…")
    form = room.dialog(FactDialog)
    position = form.shown_fields[1].editor
    assert isinstance(position, QLineEdit)
    position.setText("глава государства")
    form.submit()
    room.becomes(lambda: room.shown()[PRESIDENT].subtitle.startswith("Глава государства"))
    room.undone(lambda: room.shown()[PRESIDENT].subtitle.startswith("Президент"))


def test_an_office_of_a_person_is_rejected_by_itself(room: Room) -> None:
    room.choose(PRESIDENT, "Президент Республики Узбекистан", "Отклонить")
    room.becomes(lambda: room.shown()[PRESIDENT].subtitle == "")
    room.undone(lambda: room.shown()[PRESIDENT].subtitle.startswith("Президент"))


def test_a_name_is_changed(room: Room) -> None:
    room.choose("Ташкент", "Переименовать…")
    form = room.dialog(FactDialog)
    name = form.shown_fields[0].editor
    assert isinstance(name, QLineEdit)
    name.setText("город Ташкент")
    form.submit()
    room.becomes(lambda: "город Ташкент" in room.shown())
    room.undone(lambda: "Ташкент" in room.shown())


def test_the_kind_of_a_name_is_changed(room: Room) -> None:
    room.choose("Ташкент", "Изменить вид", "Организация")
    room.becomes(lambda: room.shown()["Ташкент"].kind == "ORG")
    room.undone(lambda: room.shown()["Ташкент"].kind == "CITY")


def test_what_is_no_name_is_hidden_and_shown_behind_a_line(room: Room) -> None:
    room.choose("Ташкент", "Это не имя")
    room.becomes(lambda: "Ташкент" not in room.shown())
    assert [entry.title for group in room.facts.rejected for entry in group.entries] == ["Ташкент"]
    room.undone(lambda: "Ташкент" in room.shown())


def test_one_name_is_merged_into_another_that_is_searched_for(room: Room) -> None:
    count = room.shown()["Узбекистан"].count + room.shown()["Казахстан"].count
    room.choose("Казахстан", "Это тот же, что…")
    dialog = room.dialog(SameAsDialog)
    dialog.field.setText("узб")
    assert dialog.list.topLevelItemCount() == 1
    press_key(dialog.field, Qt.Key.Key_Return)
    room.becomes(lambda: "Казахстан" not in room.shown())
    assert room.shown()["Узбекистан"].count == count
    room.undone(lambda: "Казахстан" in room.shown())


def test_the_lit_mention_is_split_off(room: Room) -> None:
    entry = room.shown()["Казахстан"]
    room.facts.activate(entry)
    room.facts.step(1)
    room.choose("Казахстан", "Отделить это упоминание…")
    form = room.dialog(FactDialog)
    form.kind.setCurrentIndex(form.kind.findData("ORG"))
    name = form.shown_fields[0].editor
    assert isinstance(name, QLineEdit)
    name.setText("Сборная Казахстана")
    form.submit()
    room.becomes(lambda: "Сборная Казахстана" in room.shown())
    assert room.shown()["Сборная Казахстана"].spans == entry.spans[1:]
    room.undone(lambda: room.shown()["Казахстан"].spans == entry.spans)


def test_a_fact_is_added_from_the_selection(room: Room) -> None:
    room.pages.select(span_of("делегацию Казахстана"))
    room.desktop.window.actions_table["add_fact"].trigger()
    form = room.dialog(FactDialog)
    form.kind.setCurrentIndex(form.kind.findData("AGREEMENT"))
    what = form.shown_fields[0].editor
    assert isinstance(what, QPlainTextEdit)
    assert what.toPlainText() == "делегацию Казахстана"
    what.setPlainText("принять делегацию")
    form.submit()
    room.becomes(lambda: "Принять делегацию" in room.shown())
    assert room.shown()["Принять делегацию"].mark is Mark.OWN
    assert room.shown()["Принять делегацию"].spans == (span_of("делегацию Казахстана"),)
    room.undone(lambda: "Принять делегацию" not in room.shown())


def test_a_name_is_added_from_the_selection(room: Room) -> None:
    room.pages.select(span_of("делегацию"))
    room.desktop.window.actions_table["add_fact"].trigger()
    form = room.dialog(FactDialog)
    assert isinstance(form.kind, QComboBox)
    form.kind.setCurrentIndex(form.kind.findData("ORG"))
    form.submit()
    room.becomes(lambda: "делегацию" in room.shown())
    assert room.shown()["делегацию"].kind == "ORG"
    room.undone(lambda: "делегацию" not in room.shown())


def test_decisions_are_listed_and_taken_back(room: Room, qtbot: QtBot) -> None:
    room.choose(SUM, "Отклонить")
    room.becomes(lambda: bool(room.desktop.presenters.decided.listed))
    room.panel.decisions_requested.emit()
    listed = room.dialog(DecisionsDialog)
    assert listed.table.model().rowCount() == 1
    listed.withdraw.click()
    room.becomes(lambda: SUM in room.shown())
    room.becomes(lambda: listed.table.model().rowCount() == 0)
    room.undo.trigger()
    room.becomes(lambda: SUM not in room.shown())
    listed.close()


def test_an_entry_says_why_it_is_there(room: Room) -> None:
    chip = next(c for c in room.panel.findChildren(Chip) if c.accessibleName().startswith("4"))
    chip.setFocus()
    press_key(chip, Qt.Key.Key_Question, text="?")
    popup = room.dialog(WhyPopup)
    popup.close()


def test_the_passage_is_lit_while_the_pointer_rests_on_a_chip(room: Room) -> None:
    entry = room.shown()["Узбекистан"]
    lit: list[tuple[Span, ...]] = []
    room.facts.pointed.connect(lit.append)
    room.facts.activate(room.shown()["Ташкент"])
    room.facts.point_at(entry)
    room.facts.point_at(None)
    assert lit == [entry.spans, (span_of("Ташкенте"),)]


def test_another_document_closes_the_form(room: Room) -> None:
    room.choose(SUM, "Исправить…")
    room.dialog(FactDialog)
    room.desktop.presenters.reader.close_document()
    room.becomes(lambda: not room.desktop.window.findChildren(FactDialog))


def test_a_form_that_is_closed_while_it_is_read_decides_nothing(room: Room) -> None:
    room.choose(SUM, "Исправить…")
    form = room.dialog(FactDialog)
    amount = form.shown_fields[0].editor
    assert isinstance(amount, QLineEdit)
    amount.setText("5 млрд долларов")
    form.submit()
    form.reject()
    room.becomes(lambda: not room.desktop.presenters.jobs.is_running("form-read"))
    assert SUM in room.shown()
    assert not room.undo.isEnabled()


def test_a_form_gives_way_to_the_next_one(room: Room) -> None:
    room.choose(SUM, "Исправить…")
    room.choose("Ташкент", "Переименовать…")
    room.becomes(lambda: len(room.desktop.window.findChildren(FactDialog)) == 1)
    form = room.dialog(FactDialog)
    room.pages.select(span_of("Ташкенте"))
    assert form.shown_fields[0].take.isEnabled()
    form.reject()
