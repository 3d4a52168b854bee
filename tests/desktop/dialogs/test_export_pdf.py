from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.export_pdf import ExportPdfDialog
from desktop.dialogs.exporting import Offer
from desktop.jobs import Jobs
from desktop.state.exporting import CopiesWish, Exporting, Scope
from desktop.state.fact_background import FactsBackground
from index.exchange.pdf_copies import CopiesMade
from tests.helpers.fakes import FakeArchive, document


def made(qtbot: QtBot, jobs: Jobs, query: str) -> ExportPdfDialog:
    archive = FakeArchive(document("a", "Вода нужна всем."))
    exporting = Exporting(archive, jobs, FactsBackground(archive, jobs))  # type: ignore[arg-type]  # stand-ins
    dialog = ExportPdfDialog(exporting, [Offer("Весь архив", Scope())], query)
    dialog.made_by = (archive, exporting)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_notes_are_marked_unless_the_reader_wants_otherwise(qtbot: QtBot, jobs: Jobs) -> None:
    dialog = made(qtbot, jobs, "вода")
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.go.click()
    assert wished.args == [CopiesWish(Scope())]
    dialog.notes.setChecked(False)
    assert not dialog.go.isEnabled()
    dialog.hits.setChecked(True)
    dialog.facts.setChecked(True)
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.go.click()
    assert wished.args == [CopiesWish(Scope(), with_notes=False, query="вода", with_facts=True)]


def test_without_a_search_nothing_found_is_offered(qtbot: QtBot, jobs: Jobs) -> None:
    assert not made(qtbot, jobs, "").hits.isVisible()
    assert made(qtbot, jobs, "вода").hits.isVisible()


def test_what_is_not_in_the_copies_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    told = made(qtbot, jobs, "").told(
        CopiesMade(Path("/а/копии"), 2, 7, unplaced=1, hits=3, left_out=(("Договор", "Подписан."),))
    )
    assert told.replace("\N{NO-BREAK SPACE}", " ") == (
        "Записано: копии. 2 документа, 7 заметок. Найденных мест: 3. "
        "Не вошли заметки, у которых в тексте нет места: 1. Скопировать не удалось: «Договор»"
    )


@pytest.mark.parametrize("query", ["", "вода & мир"])
def test_nothing_to_mark_is_told(qtbot: QtBot, jobs: Jobs, tmp_path: Path, query: str) -> None:
    dialog = made(qtbot, jobs, query)
    _archive, exporting = dialog.made_by
    with qtbot.waitSignal(exporting.failed):
        exporting.start(CopiesWish(Scope()), tmp_path / "а.pdf")
    assert "Отмечать нечего" in dialog.progress.text()
    assert not (tmp_path / "а.pdf").exists()
