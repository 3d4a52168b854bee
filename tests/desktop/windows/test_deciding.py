from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.panels.chips import Chip
from index.model.document import DocumentId
from index.model.fact import DocumentFacts, Fact, FactType, Slot
from index.model.span import Span
from index.notes.applying import applied
from index.tasks import Task
from tests.desktop.qt import press_key
from tests.desktop.windows.conftest import TALKS
from tests.helpers.fakes import FakeArchive
from tests.helpers.fakes_panels import FakeArchive as ArchiveOfFacts

WORDS = Span(0, 14)
SOURCE = Fact("f1", FactType.DATE, (Slot("date", WORDS.of(TALKS.text), WORDS),), WORDS)


@pytest.fixture
def archive(monkeypatch: pytest.MonkeyPatch) -> FakeArchive:
    """An archive with one fact, that keeps decisions about it."""
    made, decisions = FakeArchive(TALKS), ArchiveOfFacts(TALKS).decisions

    def facts(document_id: DocumentId, _task: Task | None = None, **_options: bool) -> DocumentFacts:
        text = made.document(document_id).text
        return applied(text, DocumentFacts((), (SOURCE,), "1"), decisions.made).facts

    monkeypatch.setattr(made, "facts", facts)
    monkeypatch.setattr(made, "decisions", decisions, raising=False)
    return made


def test_a_fact_is_rejected_by_a_key_and_comes_back_by_undo(qtbot: QtBot, desktop: Desktop) -> None:
    facts, undo = desktop.presenters.facts, desktop.window.actions_table["undo"]
    desktop.presenters.reader.open_document(TALKS.id)
    qtbot.waitUntil(lambda: facts.entry_count == 1)
    (chip,) = desktop.window.columns.facts.findChildren(Chip)
    chip.setFocus()
    press_key(chip, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: facts.entry_count == 0 and len(facts.rejected) == 1)
    qtbot.waitUntil(undo.isEnabled)
    undo.trigger()
    qtbot.waitUntil(lambda: facts.entry_count == 1 and not facts.rejected)
    qtbot.waitUntil(lambda: not undo.isEnabled())
