from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.settings import Settings
from desktop.state.filing import Filing
from desktop.state.library import Library
from desktop.state.notes import NotesPresenter
from desktop.state.parts import Section
from desktop.state.reader import Reader
from index.model.annotation import HighlightColor, Pen
from index.model.span import Span
from tests.helpers.fakes import FakeArchive, document

FIRST, SECOND = document("a", "Один."), document("b", "Два.")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


def library(archive: FakeArchive, jobs: Jobs, settings: Settings) -> Library:
    reader = Reader(archive, jobs)  # type: ignore[arg-type]  # a stand-in
    notes = NotesPresenter(archive, jobs, reader)  # type: ignore[arg-type]  # a stand-in
    filing = Filing(archive, notes)  # type: ignore[arg-type]  # a stand-in
    made = Library(archive, jobs, settings, filing)  # type: ignore[arg-type]  # a stand-in
    # Each goes with the library.
    for part in (filing, notes, reader):
        part.setParent(made)
    return made


def load(qtbot: QtBot, made: Library) -> None:
    with qtbot.waitSignal(made.changed):
        made.refresh()


def test_nothing_is_known_before_the_archive_was_read(qtbot: QtBot, jobs: Jobs, settings: Settings) -> None:
    made = library(FakeArchive(), jobs, settings)
    assert not made.is_loaded
    assert not made.is_empty
    load(qtbot, made)
    assert made.is_empty


def test_documents_read_lately_come_first_and_are_remembered(
    qtbot: QtBot, jobs: Jobs, settings: Settings
) -> None:
    archive = FakeArchive(FIRST, SECOND)
    made = library(archive, jobs, settings)
    load(qtbot, made)
    made.remember_opened(FIRST.id)
    made.remember_opened(SECOND.id)
    made.remember_opened(FIRST.id)
    assert [one.id for one in made.documents(Section.RECENT)] == [FIRST.id, SECOND.id]
    again = library(archive, jobs, settings)
    load(qtbot, again)
    assert [one.id for one in again.documents(Section.RECENT)] == [FIRST.id, SECOND.id]


def test_documents_with_notes_are_a_part_of_their_own(qtbot: QtBot, jobs: Jobs, settings: Settings) -> None:
    archive = FakeArchive(FIRST, SECOND)
    archive.notebook.annotate(SECOND.id, Span(0, 3), Pen(HighlightColor.BLUE, "важно"))
    made = library(archive, jobs, settings)
    load(qtbot, made)
    assert made.count(Section.ALL) == 2
    with qtbot.waitSignal(made.section_changed):
        made.choose(Section.NOTED)
    assert [one.id for one in made.documents()] == [SECOND.id]


def test_many_changes_make_one_reading(qtbot: QtBot, jobs: Jobs, settings: Settings) -> None:
    made = library(FakeArchive(FIRST), jobs, settings)
    with qtbot.waitSignal(made.changed):
        for _ in range(5):
            made.refresh_soon()
    assert made.summary(FIRST.id) is not None


def test_an_unchanged_archive_disturbs_nobody(qtbot: QtBot, jobs: Jobs, settings: Settings) -> None:
    made = library(FakeArchive(FIRST), jobs, settings)
    load(qtbot, made)
    with qtbot.assertNotEmitted(made.changed):
        made.refresh()
        qtbot.waitUntil(lambda: jobs.is_idle)
