from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.export_notes import ExportNotesDialog
from desktop.dialogs.exporting import Offer
from desktop.jobs import Jobs
from desktop.state.exporting import Exporting, NotesWish, Scope
from desktop.state.fact_background import FactsBackground
from index.exchange.note_export import NoteFormat
from index.model.annotation import HighlightColor, Pen
from index.model.span import Span
from tests.helpers.fakes import FakeArchive, document

TALKS = document("a", "Вода нужна всем.")


@pytest.fixture
def archive() -> FakeArchive:
    made = FakeArchive(TALKS)
    made.notebook.annotate(TALKS.id, Span(0, 4), Pen(HighlightColor.BLUE, "Проверить"))
    return made


@pytest.fixture
def dialog(qtbot: QtBot, jobs: Jobs, archive: FakeArchive) -> ExportNotesDialog:
    exporting = Exporting(archive, jobs, FactsBackground(archive, jobs))  # type: ignore[arg-type]  # stand-ins
    made = ExportNotesDialog(exporting, [Offer("Весь архив", Scope())])
    made.made_by = exporting
    qtbot.addWidget(made)
    made.show()
    return made


def test_only_a_bundle_tells_facts(dialog: ExportNotesDialog) -> None:
    assert dialog.facts.isEnabled()
    dialog.formats[NoteFormat.CSV].setChecked(True)
    assert not dialog.facts.isEnabled()
    assert "Та же таблица" in dialog.hint.text()


def test_what_is_chosen_is_wished(qtbot: QtBot, dialog: ExportNotesDialog) -> None:
    dialog.formats[NoteFormat.ZIP].setChecked(True)
    dialog.facts.setChecked(False)
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.go.click()
    assert wished.args == [NotesWish(NoteFormat.ZIP, Scope(), with_facts=False)]


def test_a_file_that_is_there_is_told_with_its_counts(
    qtbot: QtBot, dialog: ExportNotesDialog, tmp_path: Path
) -> None:
    exporting = dialog.made_by
    with qtbot.waitSignal(exporting.ended):
        exporting.start(NotesWish(NoteFormat.MARKDOWN, Scope()), tmp_path / "a.md")
    assert "Записано: a.md. 1 документ, 1 заметка." in dialog.progress.text().replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "Проверить" in (tmp_path / "a.md").read_text("utf-8")


def test_without_notes_it_says_so(
    qtbot: QtBot, dialog: ExportNotesDialog, archive: FakeArchive, tmp_path: Path
) -> None:
    archive.notebook.kept.clear()
    exporting = dialog.made_by
    with qtbot.waitSignal(exporting.failed):
        exporting.start(NotesWish(NoteFormat.MARKDOWN, Scope()), tmp_path / "a.md")
    assert "Заметок нет" in dialog.progress.text()
