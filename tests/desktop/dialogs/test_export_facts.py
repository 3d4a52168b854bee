from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from desktop.dialogs.export_facts import ExportFactsDialog
from desktop.dialogs.exporting import Offer
from desktop.state.exporting import ExportWish, Scope
from index.exchange.exporting import Exported, Format, LeftOut
from index.facts.wording import GroupKey
from index.model.document import DocumentId

ONE = Offer("Один документ: Речь & ответ", Scope((DocumentId("a"),)))
ALL = Offer("Весь архив: 3 документа", Scope())
GROUPS = {GroupKey.PERSONS: "Персоны", GroupKey.MONEY: "Суммы", GroupKey.DATES: "Даты"}
PATH = Path("/папка/факты.xlsx")


class Exporting(QObject):
    """What writes files, for a dialog: it runs as long as a test lets it."""

    started = Signal()
    progressed = Signal(int, int)
    ended = Signal(object)
    cancelled = Signal()
    failed = Signal(str)
    is_running = False

    def run(self) -> None:
        self.is_running = True
        self.started.emit()

    def end(self, made: Exported) -> None:
        self.is_running = False
        self.ended.emit(made)

    def cancel(self) -> None:
        if self.is_running:
            self.is_running = False
            self.cancelled.emit()


@pytest.fixture
def exporting(qapp: object) -> Exporting:
    return Exporting()


@pytest.fixture
def dialog(exporting: Exporting) -> Iterator[ExportFactsDialog]:
    made = ExportFactsDialog(exporting, [ONE, ALL], GROUPS)  # type: ignore[arg-type]  # a stand-in
    yield made
    made.deleteLater()


def wish(dialog: ExportFactsDialog, qtbot: QtBot) -> ExportWish:
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.go.click()
    (found,) = wished.args or ()
    assert isinstance(found, ExportWish)
    return found


def said(dialog: ExportFactsDialog) -> str:
    return dialog.progress.text().replace("\N{NO-BREAK SPACE}", " ")


def test_everything_of_the_nearest_documents_as_a_workbook_is_offered_first(
    dialog: ExportFactsDialog, qtbot: QtBot
) -> None:
    assert wish(dialog, qtbot) == ExportWish(Format.XLSX, ONE.scope, frozenset(GROUPS))


def test_the_wish_has_all_that_was_chosen(dialog: ExportFactsDialog, qtbot: QtBot) -> None:
    dialog.formats[Format.FTM].click()
    dialog.scopes[1].click()
    dialog.kinds.boxes[GroupKey.DATES].click()
    expected = frozenset({GroupKey.PERSONS, GroupKey.MONEY})
    assert wish(dialog, qtbot) == ExportWish(Format.FTM, ALL.scope, expected)


def test_each_format_says_what_it_is_for(dialog: ExportFactsDialog) -> None:
    hints = []
    for radio in dialog.formats.values():
        radio.click()
        hints.append(dialog.hint.text())
    assert len(set(hints)) == len(Format)
    assert "Aleph" in hints[-1]


def test_all_kinds_are_chosen_and_left_at_once(dialog: ExportFactsDialog) -> None:
    dialog.kinds.everything.click()
    assert not any(box.isChecked() for box in dialog.kinds.boxes.values())
    assert not dialog.go.isEnabled()
    dialog.kinds.everything.click()
    assert all(box.isChecked() for box in dialog.kinds.boxes.values())
    assert dialog.go.isEnabled()


def test_some_kinds_are_neither_all_nor_none(dialog: ExportFactsDialog) -> None:
    dialog.kinds.boxes[GroupKey.MONEY].click()
    assert dialog.kinds.everything.checkState() is Qt.CheckState.PartiallyChecked
    dialog.kinds.everything.click()
    assert all(box.isChecked() for box in dialog.kinds.boxes.values())


def test_a_title_longer_than_the_dialog_is_shown_whole_by_its_tip(exporting: Exporting) -> None:
    words = "Один документ: " + "очень " * 40
    dialog = ExportFactsDialog(exporting, [Offer(words, Scope())], GROUPS)  # type: ignore[arg-type]  # a stand-in
    (radio,) = dialog.scopes
    assert radio.text().endswith("…")
    assert radio.toolTip() == radio.accessibleName() == words
    dialog.deleteLater()


def test_an_ampersand_is_no_key(dialog: ExportFactsDialog) -> None:
    assert dialog.scopes[0].text() == "Один документ: Речь && ответ"


def test_progress_is_shown_and_can_be_stopped(dialog: ExportFactsDialog, exporting: Exporting) -> None:
    exporting.run()
    exporting.progressed.emit(2, 3)
    assert said(dialog) == "Читаю документы: 2 из 3"
    assert (dialog.bar.value(), dialog.bar.maximum()) == (2, 3)
    assert dialog.go.isHidden()
    dialog.stop.click()
    assert said(dialog) == "Остановлено. Файл не записан."
    assert not dialog.go.isHidden()
    assert dialog.bar.isHidden()


def test_the_result_leads_to_the_folder(
    dialog: ExportFactsDialog, exporting: Exporting, qtbot: QtBot
) -> None:
    assert dialog.folder.isHidden()
    exporting.run()
    exporting.end(Exported(PATH, 3, 1200))
    assert said(dialog) == "Записано: факты.xlsx. 3 документа, фактов и имён: 1200."
    with qtbot.waitSignal(dialog.folder_requested) as requested:
        dialog.folder.click()
    assert requested.args == [PATH]


def test_documents_that_were_left_out_are_named(dialog: ExportFactsDialog, exporting: Exporting) -> None:
    exporting.run()
    exporting.end(Exported(PATH, 3, 1, tuple(LeftOut(f"Текст {n}", "") for n in range(4))))
    assert "удалось: «Текст 0», «Текст 1», «Текст 2»…" in said(dialog)


def test_closing_stops_what_runs(dialog: ExportFactsDialog, exporting: Exporting, qtbot: QtBot) -> None:
    exporting.run()
    with qtbot.waitSignal(exporting.cancelled):
        dialog.reject()


def test_why_it_failed_is_said(dialog: ExportFactsDialog, exporting: Exporting) -> None:
    exporting.run()
    exporting.is_running = False
    exporting.failed.emit("Диск полон.")
    assert said(dialog) == "Диск полон."
    assert not dialog.go.isHidden()
