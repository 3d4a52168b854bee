"""The form about a fact by itself; what it does to the archive is tested with the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs.fact_editor import FactDialog
from desktop.dialogs.passage_box import PassageBox
from desktop.state.fact_fields import FACT_KINDS, NAME_KINDS
from desktop.state.fact_form import Form, Ground, form_of
from desktop.state.fact_reading import FormProblem, statement
from desktop.theme import PALETTES, ThemeName
from index.model.span import Span
from index.notes.applying import statement_of
from tests.desktop.qt import press_key
from tests.helpers.fakes_panels import TEXT, some_facts, span_of

FACTS = some_facts()
GROUND = Ground(TEXT, FACTS.entities)
MONEY, ACCORD = FACTS.facts[1], FACTS.facts[3]
LIGHT = PALETTES[ThemeName.LIGHT]


def shown(qtbot: QtBot, form: Form) -> FactDialog:
    dialog = FactDialog("Исправить", form, (*NAME_KINDS, *FACT_KINDS), GROUND, LIGHT)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize("fact", FACTS.facts, ids=lambda fact: fact.type.value)
def test_a_form_gives_back_what_it_was_filled_in_with(qtbot: QtBot, fact: object) -> None:
    made = form_of(fact)  # type: ignore[arg-type]  # a fact
    assert statement(shown(qtbot, made).form(), GROUND) == statement(made, GROUND)


def test_every_part_has_a_name_for_screen_readers(qtbot: QtBot) -> None:
    dialog = shown(qtbot, form_of(MONEY))
    parts = [dialog.passage, dialog.kind, dialog.status]
    parts += [part for one in dialog.shown_fields for part in (one.editor, one.take)]  # type: ignore[misc]  # widgets
    assert all(part.accessibleName() for part in parts)


def test_words_can_be_taken_only_while_some_are_selected(qtbot: QtBot) -> None:
    dialog = shown(qtbot, form_of(MONEY))
    amount = dialog.shown_fields[0]
    assert not amount.take.isEnabled()
    dialog.offer(span_of("Ташкенте"))
    with qtbot.waitSignal(dialog.words_requested) as asked:
        amount.take.click()
    assert asked.args == [amount, span_of("Ташкенте")]


def test_names_that_are_taken_come_to_those_that_are_there(qtbot: QtBot) -> None:
    parties = shown(qtbot, form_of(ACCORD)).shown_fields[1]
    parties.put("Ташкент", span_of("Ташкенте"))
    assert parties.filled().text.split("\n") == ["Узбекистан", "Казахстан", "Ташкент"]


def test_a_name_has_no_status(qtbot: QtBot) -> None:
    dialog = shown(qtbot, form_of(ACCORD))
    assert dialog.status.isVisible()
    dialog.kind.setCurrentIndex(dialog.kind.findData("PERSON"))
    assert not dialog.status.isVisible()
    assert [one.field.name for one in dialog.shown_fields] == ["name"]


def test_a_problem_is_shown_at_its_field_in_full(qtbot: QtBot) -> None:
    dialog = shown(qtbot, form_of(MONEY))
    before = dialog.height()
    dialog.complain(FormProblem("amount", "Назовите валюту. " * 6))
    assert dialog.shown_fields[0].editor.accessibleDescription().startswith("Назовите")
    assert dialog.height() > before


def test_a_form_is_kept_once_for_one_press(qtbot: QtBot) -> None:
    dialog = shown(qtbot, form_of(MONEY))
    asked: list[Form] = []
    dialog.submitted.connect(asked.append)
    dialog.submit()
    dialog.submit()
    assert len(asked) == 1


def test_tab_leaves_a_field_of_several_lines(qtbot: QtBot) -> None:
    dialog = shown(qtbot, form_of(ACCORD))
    dialog.activateWindow()
    what, parties = (one.editor for one in dialog.shown_fields[:2])
    assert isinstance(what, QPlainTextEdit)
    what.setFocus()
    qtbot.waitUntil(what.hasFocus)
    press_key(what, Qt.Key.Key_Tab, text="\t")
    assert not what.hasFocus()
    assert not isinstance(parties, QComboBox)


def test_words_of_the_passage_are_places_in_the_document(qtbot: QtBot) -> None:
    text = "Начало. 𝄞 Слова конец."
    box = PassageBox(text, Span(8, len(text)), span_of("Слова", text=text), LIGHT)
    qtbot.addWidget(box)
    assert box.selected() is None
    with qtbot.waitSignal(box.words_selected) as told:
        assert box.find("Слова")
    assert told.args == [span_of("Слова", text=text)]


def test_unchanged_parts_are_those_of_the_fact(qtbot: QtBot) -> None:
    said = statement(shown(qtbot, form_of(ACCORD)).form(), GROUND)
    assert sorted(said.parts, key=str) == sorted(statement_of(ACCORD).parts, key=str)
