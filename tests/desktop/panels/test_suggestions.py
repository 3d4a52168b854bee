from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.panels.nothing import NothingFound
from desktop.panels.suggestions import SuggestionLine, literal
from index.model.hit import Answer, Chip, Suggestion


def answer(query: str, *suggestions: Suggestion, chips: tuple[Chip, ...] = ()) -> Answer:
    return Answer(query, query, 0, 0, (), 1.0, chips=chips, suggestions=suggestions)


@pytest.fixture
def line(qtbot: QtBot) -> SuggestionLine:
    made = SuggestionLine()
    qtbot.addWidget(made)
    return made


def links(widget: SuggestionLine | NothingFound) -> dict[str, QPushButton]:
    found = [button for button in widget.findChildren(QPushButton) if not button.isHidden()]
    return {button.accessibleName(): button for button in found}


def test_nothing_is_said_where_nothing_else_was_meant(line: SuggestionLine) -> None:
    line.show_answer(answer("полив"), "полив")
    assert (line.words, line.isHidden()) == ("", True)


def test_what_may_have_been_meant_is_a_link(qtbot: QtBot, line: SuggestionLine) -> None:
    line.show_answer(answer("палив", Suggestion("полив", "typo", 46)), "палив")
    assert line.words == "Возможно, вы искали: полив"
    with qtbot.waitSignal(line.query_requested) as blocker:
        QTest.mouseClick(links(line)["полив: 46\u00a0документов"], Qt.MouseButton.LeftButton)
    assert blocker.args == ["полив"]


def test_an_answer_for_another_layout_says_so_and_leads_back(qtbot: QtBot, line: SuggestionLine) -> None:
    line.show_answer(answer("полив"), "gjkbd")
    assert line.words == "Показано для «полив» Искать «gjkbd»"
    with qtbot.waitSignal(line.query_requested) as blocker:
        QTest.keyClick(links(line)["Искать «gjkbd»"], Qt.Key.Key_Space)
    assert blocker.args == ["=gjkbd"]


def test_the_next_answer_takes_the_line_away(line: SuggestionLine) -> None:
    line.show_answer(answer("полив"), "gjkbd")
    line.show_answer(None, "")
    assert line.isHidden()


@pytest.mark.parametrize(
    ("query", "wanted"), [("gjkbd", "=gjkbd"), ("rfg gjkbd", '="rfg gjkbd"'), ('="a b"', '="a b"')]
)
def test_these_very_words_can_be_asked_for(query: str, wanted: str) -> None:
    assert literal(query) == wanted


def test_the_page_of_an_empty_answer_offers_what_was_meant_first(qtbot: QtBot) -> None:
    page = NothingFound()
    qtbot.addWidget(page)
    chips = (Chip("палив", "word", False, "дата:2021"), Chip("дата:2021", "date", False, "палив"))
    page.set_answer(
        answer("палив дата:2021", Suggestion("полив дата:2021", "typo", 2), chips=chips), has_documents=True
    )
    names = list(links(page))
    assert names[:2] == ["полив дата:2021 · 2\u00a0документа", "Искать без: дата:2021"]
    with qtbot.waitSignal(page.query_suggested) as blocker:
        links(page)[names[1]].click()
    assert blocker.args == ["палив"]
