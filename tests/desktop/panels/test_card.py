from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.panels.card import CardPanel
from desktop.panels.card_row import CardRow
from desktop.state.card import CardLine
from desktop.theme import PALETTES, ThemeName
from index.model.card import CardEntry, CardField, Origin
from index.model.span import Span
from tests.desktop.qt import press_key

PLACE = CardEntry(CardField.PLACE, "Ош", Span(14, 16), Origin.TEXT, "town_line")


class FakeCard(QObject):
    """A presenter that writes down what it is told."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.entries = {field: CardEntry(field) for field in CardField} | {CardField.PLACE: PLACE}
        self.told: list[tuple[str, ...]] = []

    @property
    def lines(self) -> tuple[CardLine, ...]:
        return tuple(
            CardLine(one, one.field.value, one.value or "не указано") for one in self.entries.values()
        )

    def put(self, entry: CardEntry) -> None:
        self.entries[entry.field] = entry
        self.changed.emit()

    def show(self, field: CardField) -> None:
        self.told.append(("show", field))

    def correct(self, field: CardField, typed: str) -> None:
        self.told.append(("correct", field, typed))

    def take_back(self, field: CardField) -> None:
        self.told.append(("take_back", field))


@pytest.fixture
def card(qapp: object) -> FakeCard:
    return FakeCard()


@pytest.fixture
def panel(qtbot: QtBot, card: FakeCard) -> CardPanel:
    made = CardPanel(card, PALETTES[ThemeName.LIGHT])  # type: ignore[arg-type]  # a stand-in
    qtbot.addWidget(made)
    made.resize(300, 240)
    with qtbot.waitExposed(made):
        made.show()
    return made


def typed(row: CardRow, words: str) -> None:
    editor = row._editor
    line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    assert line is not None
    line.setText(words)


def test_a_value_is_a_click_from_its_passage(panel: CardPanel, card: FakeCard) -> None:
    panel.row(CardField.PLACE).value.click()
    assert card.told == [("show", CardField.PLACE)]


def test_an_empty_field_is_filled_by_a_click(panel: CardPanel, card: FakeCard) -> None:
    row = panel.row(CardField.DATE)
    assert row.value.property("muted")
    row.value.click()
    assert row._editor.isVisible()
    typed(row, "12 марта 2019")
    press_key(row._editor, Qt.Key.Key_Return)
    assert card.told == [("correct", CardField.DATE, "12 марта 2019")]


def test_the_editor_stays_until_the_correction_is_kept(panel: CardPanel, card: FakeCard) -> None:
    row = panel.row(CardField.PLACE)
    row.edit()
    typed(row, "Нарын")
    press_key(row._editor, Qt.Key.Key_Return)
    assert row._editor.isVisible()
    card.put(CardEntry(CardField.PLACE, "Нарын", None, Origin.READER))
    assert not row._editor.isVisible()
    assert "Нарын · ваше" in row.value._words


def test_what_was_refused_can_be_typed_again(panel: CardPanel, card: FakeCard) -> None:
    row = panel.row(CardField.PLACE)
    row.edit()
    typed(row, "Нарын")
    press_key(row._editor, Qt.Key.Key_Return)
    card.failed.emit("Диск полон.")
    card.changed.emit()
    assert row._editor.isVisible()
    press_key(row._editor, Qt.Key.Key_Return)
    assert len(card.told) == 2


def test_escape_drops_what_was_typed(panel: CardPanel, card: FakeCard) -> None:
    row = panel.row(CardField.PLACE)
    row.edit()
    typed(row, "Нарын")
    press_key(row._editor, Qt.Key.Key_Escape)
    assert not row._editor.isVisible()
    assert card.told == []


def test_what_did_not_change_is_not_kept(panel: CardPanel, card: FakeCard) -> None:
    row = panel.row(CardField.PLACE)
    row.edit()
    press_key(row._editor, Qt.Key.Key_Return)
    assert not row._editor.isVisible()
    assert card.told == []


def test_the_kind_is_chosen_from_a_list(panel: CardPanel) -> None:
    editor = panel.row(CardField.KIND)._editor
    assert isinstance(editor, QComboBox)
    assert editor.findText("приказ") >= 0


def test_what_the_file_says_is_marked_so(panel: CardPanel, card: FakeCard) -> None:
    card.put(CardEntry(CardField.DATE, "2018", None, Origin.FILE, "created"))
    value = panel.row(CardField.DATE).value
    assert "файл: 2018" in value._words
    assert value.property("muted")


def test_keys_edit_and_copy(panel: CardPanel) -> None:
    row = panel.row(CardField.PLACE)
    press_key(row, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Ош"
    press_key(row, Qt.Key.Key_F2)
    assert row._editor.isVisible()


def test_only_what_the_reader_corrected_can_be_restored(panel: CardPanel, card: FakeCard) -> None:
    row = panel.row(CardField.PLACE)
    assert "Вернуть найденное" not in [action.text() for action in row.menu().actions()]
    card.put(CardEntry(CardField.PLACE, "Нарын", None, Origin.READER))
    actions = {action.text(): action for action in row.menu().actions()}
    actions["Вернуть найденное"].trigger()
    assert card.told == [("take_back", CardField.PLACE)]


def test_a_folded_card_says_what_matters_in_one_line(panel: CardPanel, card: FakeCard) -> None:
    card.put(CardEntry(CardField.KIND, "приказ", None, Origin.TEXT, "order"))
    height = panel.sizeHint().height()
    panel._fold.click()
    assert not panel.is_unfolded
    assert panel._summary.text() == "приказ · Ош"
    assert panel.sizeHint().height() < height
    panel._fold.click()
    assert panel.is_unfolded


def test_there_is_no_card_without_a_document(panel: CardPanel, card: FakeCard) -> None:
    card.entries = {}
    card.changed.emit()
    assert not panel.isVisible()


def test_a_long_title_takes_several_lines_and_is_cut(panel: CardPanel, card: FakeCard) -> None:
    value = panel.row(CardField.TITLE).value
    height = value.height()
    card.put(
        CardEntry(CardField.TITLE, "Переговоры о сотрудничестве " * 20, Span(0, 1), Origin.TEXT, "heading")
    )
    assert value.height() > height
    assert value._lines[-1].endswith("…")
    assert "Переговоры" in value.toolTip()
