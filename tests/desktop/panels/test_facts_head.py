from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from desktop.panels.facts_head import FactsHead
from desktop.state.fact_groups import filtered, gather, total
from desktop.theme import PALETTES, ThemeName
from index.facts.wording import GroupKey
from tests.helpers.fakes_panels import TEXT, some_facts

GROUPS = gather(some_facts(), TEXT)


@pytest.fixture
def head(qtbot: QtBot) -> FactsHead:
    made = FactsHead(PALETTES[ThemeName.LIGHT])
    qtbot.addWidget(made)
    made.offer(GROUPS)
    return made


def action(head: FactsHead, words: str) -> QAction:
    menu = head.button.menu()
    return next(one for one in menu.actions() if one.text().split("\t")[0] == words)


def test_kinds_are_offered_with_their_counts(head: FactsHead) -> None:
    offered = [one.text() for one in head.button.menu().actions() if one.text()]
    assert offered[:3] == ["Все виды", "Персоны\t1", "Места\t3"]
    assert head.kinds == frozenset()
    assert action(head, "Все виды").isChecked()


def test_chosen_kinds_are_told_and_put_away(head: FactsHead, qtbot: QtBot) -> None:
    with qtbot.waitSignal(head.changed):
        action(head, "Суммы").trigger()
    action(head, "Места").trigger()
    assert head.kinds == {GroupKey.MONEY, GroupKey.PLACES}
    assert head.button.accessibleName() == "Показаны: Места, Суммы"
    assert not action(head, "Все виды").isChecked()
    action(head, "Все виды").trigger()
    assert head.kinds == frozenset()


def test_a_kind_that_is_not_there_hides_nothing(head: FactsHead) -> None:
    action(head, "Суммы").trigger()
    head.offer(group for group in GROUPS if group.key is not GroupKey.MONEY)
    assert head.kinds == frozenset()


def test_only_chosen_kinds_are_left(head: FactsHead) -> None:
    kept = filtered(GROUPS, "", {GroupKey.MONEY})
    assert [group.key for group in kept] == [GroupKey.MONEY]
    assert total(filtered(GROUPS, "")) == total(GROUPS)


@pytest.mark.parametrize("words", ["торговлей", "объёмы", "доллары", "млрд"])
def test_a_fact_is_found_by_any_form_of_its_words(words: str) -> None:
    kept = filtered(GROUPS, words)
    assert [entry.kind for group in kept for entry in group.entries] == ["MONEY"]


def test_clearing_says_whether_anything_was_wanted(head: FactsHead) -> None:
    assert not head.clear()
    action(head, "Суммы").trigger()
    head.field.setText("слово")
    assert head.clear()
    assert (head.words, head.kinds) == ("", frozenset())
