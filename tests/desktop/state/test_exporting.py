from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.exporting import Exporting, ExportWish, Scope
from desktop.state.fact_background import FactsBackground
from index.exchange.exporting import Exported, Format
from index.exchange.kinds import ALL_GROUPS
from index.facts.wording import GroupKey
from index.model.document import DocumentId
from index.model.fact import DocumentFacts
from index.tasks import Task
from tests.index.exchange.samples import Shelf, everything

EVERYTHING = ExportWish(Format.JSON, Scope(), ALL_GROUPS)


class Archive(Shelf):
    """An archive whose facts wait at a gate, open unless a test closes it."""

    def __init__(self) -> None:
        super().__init__(everything(), everything(), everything())
        self.gate = threading.Event()
        self.gate.set()
        self.desk = SimpleNamespace(answering=self._answering)

    def facts(self, document_id: DocumentId, task: Task | None = None) -> DocumentFacts:
        while not self.gate.wait(0.01):
            assert task is not None
            task.checkpoint()
        return super().facts(document_id)

    def _answering(self, query: str, _task: Task) -> frozenset[DocumentId]:
        assert query == "мост"
        return frozenset((self.documents()[1].id,))


@pytest.fixture
def archive() -> Archive:
    return Archive()


@pytest.fixture
def background(archive: Archive, jobs: Jobs) -> FactsBackground:
    return FactsBackground(archive, jobs)  # type: ignore[arg-type]  # a stand-in


@pytest.fixture
def exporting(archive: Archive, jobs: Jobs, background: FactsBackground) -> Iterator[Exporting]:
    yield Exporting(archive, jobs, background)  # type: ignore[arg-type]  # a stand-in
    archive.gate.set()


def exported(qtbot: QtBot, exporting: Exporting, wish: ExportWish, path: Path) -> Exported:
    with qtbot.waitSignal(exporting.ended) as ended:
        exporting.start(wish, path)
    (made,) = ended.args or ()
    assert isinstance(made, Exported)
    return made


def titles(path: Path) -> list[str]:
    return [one["title"] for one in json.loads(path.read_text("utf-8"))["documents"]]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(), ["Текст 0", "Текст 1", "Текст 2"]),
        (Scope((DocumentId(f"{2:064}"), DocumentId("gone"))), ["Текст 2"]),
        (Scope(query="мост"), ["Текст 1"]),
    ],
)
def test_documents_are_all_those_named_or_those_that_answer(
    qtbot: QtBot, exporting: Exporting, tmp_path: Path, scope: Scope, expected: list[str]
) -> None:
    made = exported(qtbot, exporting, ExportWish(Format.JSON, scope, ALL_GROUPS), tmp_path / "a.json")
    assert made.documents == len(expected)
    assert titles(made.path) == expected


def test_only_the_kinds_that_were_chosen_are_written(
    qtbot: QtBot, exporting: Exporting, tmp_path: Path
) -> None:
    wish = ExportWish(Format.CSV, Scope(), frozenset({GroupKey.MONEY}))
    assert exported(qtbot, exporting, wish, tmp_path / "a.csv").facts == 3


def test_progress_ends_with_all_documents(qtbot: QtBot, exporting: Exporting, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    exporting.progressed.connect(lambda done, total: seen.append((done, total)))
    exported(qtbot, exporting, EVERYTHING, tmp_path / "a.json")
    assert (seen[0], seen[-1]) == ((0, 3), (3, 3))


def test_a_file_of_that_name_is_replaced_as_the_file_dialog_has_asked(
    qtbot: QtBot, exporting: Exporting, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text("прежнее")
    exported(qtbot, exporting, EVERYTHING, tmp_path / "a.json")
    assert len(titles(tmp_path / "a.json")) == 3


def test_extraction_in_the_background_stands_back_meanwhile(
    qtbot: QtBot, exporting: Exporting, background: FactsBackground, archive: Archive, tmp_path: Path
) -> None:
    archive.gate.clear()
    exporting.start(EVERYTHING, tmp_path / "a.json")
    assert background.is_held
    with qtbot.waitSignal(exporting.ended):
        archive.gate.set()
    assert not background.is_held


def test_a_stopped_export_leaves_no_file_and_may_be_begun_again(
    qtbot: QtBot, exporting: Exporting, background: FactsBackground, archive: Archive, tmp_path: Path
) -> None:
    archive.gate.clear()
    exporting.start(EVERYTHING, tmp_path / "a.json")
    with qtbot.waitSignal(exporting.cancelled):
        exporting.cancel()
    assert not exporting.is_running
    assert not background.is_held
    archive.gate.set()
    qtbot.waitUntil(lambda: list(tmp_path.iterdir()) == [])
    exported(qtbot, exporting, EVERYTHING, tmp_path / "a.json")


def test_a_second_export_waits_for_nobody_and_is_not_begun(
    qtbot: QtBot, exporting: Exporting, archive: Archive, tmp_path: Path
) -> None:
    archive.gate.clear()
    exporting.start(EVERYTHING, tmp_path / "a.json")
    exporting.start(EVERYTHING, tmp_path / "b.json")
    with qtbot.waitSignal(exporting.ended):
        archive.gate.set()
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


def test_why_it_failed_is_told(
    qtbot: QtBot, exporting: Exporting, background: FactsBackground, tmp_path: Path
) -> None:
    with qtbot.waitSignal(exporting.failed) as failed:
        exporting.start(EVERYTHING, tmp_path / "нет" / "a.json")
    (words,) = failed.args or ()
    assert "не записан" in words
    assert "Укажите другое место" in words
    assert not background.is_held
