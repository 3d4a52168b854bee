from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.choose import Choice, ChooseDialog
from desktop.dialogs.note_history import NoteHistoryDialog, differences
from desktop.theme import PALETTES, ThemeName
from index.model.annotation import Anchor, Annotation, AnnotationKind, Change, HighlightColor, PastState
from index.model.document import DocumentId
from index.model.span import Span

NOW = Annotation(
    "n",
    DocumentId("a" * 64),
    Anchor(Span(0, 4), "вода", "", "", 0),
    HighlightColor.GREEN,
    "Новые слова",
    ("лес",),
    "2024-05-01T10:00:00+00:00",
    "2024-05-01T12:00:00+00:00",
)
THEN = replace(NOW, note="Старые слова", color=HighlightColor.PINK, tags=(), kind=AnnotationKind.STRIKE)
PAST = (
    PastState(THEN, Change.EDITED, "2024-05-01T11:00:00+00:00"),
    PastState(replace(THEN, note=""), Change.DELETED, "2024-05-01T10:30:00+00:00"),
)


def button(dialog: NoteHistoryDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def test_states_are_listed_and_the_chosen_one_is_wanted(qtbot: QtBot) -> None:
    dialog = NoteHistoryDialog(NOW, PAST, PALETTES[ThemeName.LIGHT])
    qtbot.addWidget(dialog)
    assert [dialog.list.item(row).text().split(" · ")[1] for row in (0, 1)] == ["до правки", "до удаления"]
    dialog.list.setCurrentRow(1)
    with qtbot.waitSignal(dialog.wanted) as wanted:
        button(dialog, "Вернуть это состояние").click()
    assert wanted.args == [PAST[1].annotation]


def test_note_that_was_never_changed_says_so(qtbot: QtBot) -> None:
    dialog = NoteHistoryDialog(NOW, (), PALETTES[ThemeName.LIGHT])
    qtbot.addWidget(dialog)
    assert not button(dialog, "Вернуть это состояние").isEnabled()


def test_differences_are_told_in_words() -> None:
    assert differences(THEN, NOW) == [
        "Цвет: розовый, сейчас зелёный",
        "Вид: зачёркнуто, сейчас маркер",
        "Метки: нет, сейчас #лес",
    ]
    assert differences(NOW, NOW) == []


def test_one_of_many_is_chosen(qtbot: QtBot) -> None:
    dialog = ChooseDialog("Заголовок", "Что?", "Взять")
    qtbot.addWidget(dialog)
    dialog.offer([Choice(1, "одно"), Choice(2, "другое", "подробность")])
    dialog.list.setCurrentItem(dialog.list.topLevelItem(1))
    with qtbot.waitSignal(dialog.chosen) as chosen:
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "Взять").click()
    assert chosen.args == [2]


def test_words_in_the_field_are_asked_for(qtbot: QtBot) -> None:
    dialog = ChooseDialog("Заголовок", "Что?", "Взять")
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.asked) as asked:
        dialog.field.setText("вода")
    assert asked.args == ["вода"]
