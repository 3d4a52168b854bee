from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.mark_hits import Here, MarkHitsDialog
from desktop.dialogs.swatch import Swatch
from desktop.state.marking import MarkWish
from desktop.theme import PALETTES, ThemeName
from index.model.annotation import HighlightColor, Pen

HERE = Here("Речь", 7, 3)


def made(here: Here | None = HERE) -> MarkHitsDialog:
    return MarkHitsDialog("мир", (4, 31), here, HighlightColor.GREEN, PALETTES[ThemeName.LIGHT])


@pytest.fixture
def dialog(qapp: object) -> Iterator[MarkHitsDialog]:
    one = made()
    yield one
    one.deleteLater()


def amount(dialog: MarkHitsDialog) -> str:
    return dialog.amount.text().replace("\N{NO-BREAK SPACE}", " ")


def test_how_many_passages_there_will_be_is_said_before(dialog: MarkHitsDialog) -> None:
    assert amount(dialog).startswith("Будет выделено: 31 место в 4 документах;")
    dialog.only_here.setChecked(True)
    assert amount(dialog).startswith("Будет выделено: 3 места в 1 документе;")


def test_the_wish_has_all_that_was_chosen(dialog: MarkHitsDialog, qtbot: QtBot) -> None:
    dialog.only_here.setChecked(True)
    dialog.note.setPlainText(" сверить ")
    dialog.tags.setText("важно, #Важно, архив")
    pens = [one for one in dialog.findChildren(Swatch) if one.color is HighlightColor.PINK]
    pens[0].setChecked(True)
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.go.click()
    assert wished.args == [MarkWish("мир", Pen(HighlightColor.PINK, "сверить", ("важно", "архив")), (7,))]


def test_everywhere_and_the_marker_used_last_are_offered_first(dialog: MarkHitsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.go.click()
    assert wished.args == [MarkWish("мир", Pen(HighlightColor.GREEN))]


def test_the_open_document_is_not_offered_where_nothing_is_in_it(qapp: object) -> None:
    dialog = made(None)
    assert not dialog.only_here.isEnabled()
    dialog.deleteLater()
