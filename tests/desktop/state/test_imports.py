from __future__ import annotations

import threading
import time
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.imports import Imports, summary, time_left
from index.model.report import FileReport, ImportProgress, ImportReport, ImportStatus
from tests.helpers.fakes import BrokenArchive, FakeArchive, document

GOOD = document("a", "Один.")


def imports(archive: FakeArchive, jobs: Jobs) -> Imports:
    archive.outcomes["good.pdf"] = GOOD
    return Imports(archive, jobs)  # type: ignore[arg-type]  # a stand-in


def test_files_are_taken_in_and_what_became_of_them_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    archive = FakeArchive()
    made = imports(archive, jobs)
    added: list[int] = []
    made.document_added.connect(lambda: added.append(1))
    with qtbot.waitSignals([made.started, made.progressed, made.ended]):
        made.start([Path("good.pdf"), Path("photo.jpg")])
    assert made.last_report is not None
    assert made.last_report.count(ImportStatus.IMPORTED) == 1
    assert made.last_report.count(ImportStatus.REFUSED) == 1
    assert len(added) == 1
    assert not made.is_running


def test_progress_is_told_calmly_and_no_document_is_missed(qtbot: QtBot, jobs: Jobs) -> None:
    archive = FakeArchive()
    names = [f"{number}.pdf" for number in range(500)]
    archive.outcomes.update({name: document(name, "Один.") for name in names})
    made = imports(archive, jobs)
    told: list[ImportProgress] = []
    added: list[int] = []
    made.progressed.connect(told.append)
    made.document_added.connect(lambda: added.append(1))
    began = time.monotonic()
    with qtbot.waitSignal(made.ended):
        made.start(map(Path, names))
    assert made.last_report is not None
    assert made.last_report.count(ImportStatus.IMPORTED) == 500
    # The last file is always told of.
    assert told[-1].done == told[-1].total == 500
    assert len(told) <= 2 + (time.monotonic() - began) / 0.1
    assert 1 <= len(added) <= len(told)


class HaltingArchive(FakeArchive):
    """Waits at its gate after every file."""

    def _ingest_one(self, path: Path) -> FileReport:
        self.gate.clear()
        return super()._ingest_one(path)


def test_a_stopped_import_still_tells_what_it_has_done(qtbot: QtBot, jobs: Jobs) -> None:
    archive = HaltingArchive()
    made = imports(archive, jobs)
    with qtbot.waitSignal(made.document_added):
        made.start([Path("good.pdf"), *(Path(f"{i}.pdf") for i in range(50))])
    made.cancel()
    archive.gate.set()
    qtbot.waitUntil(lambda: not made.is_running)
    assert made.last_report is not None
    assert made.last_report.was_cancelled
    assert 1 <= len(made.last_report.files) < 51
    assert "остановлен" in summary(made.last_report)


def test_what_is_dropped_during_an_import_waits_its_turn(qtbot: QtBot, jobs: Jobs) -> None:
    archive = FakeArchive()
    made = imports(archive, jobs)
    reports: list[ImportReport] = []
    made.ended.connect(reports.append)
    archive.gate = threading.Event()
    with qtbot.waitSignal(made.started):
        made.start([Path("photo.jpg")])
    with qtbot.waitSignal(made.postponed):
        made.start([Path("good.pdf")])
    archive.gate.set()
    qtbot.waitUntil(lambda: len(reports) == 2)
    assert [Path(file.path).name for report in reports for file in report.files] == ["photo.jpg", "good.pdf"]


def test_nothing_is_taken_in_before_the_archive_has_caught_up(qtbot: QtBot, jobs: Jobs) -> None:
    archive = FakeArchive()
    archive.recovered = 7
    made = imports(archive, jobs)
    order: list[object] = []
    made.caught_up.connect(order.append)
    made.started.connect(lambda: order.append("started"))
    made.catch_up()
    with qtbot.waitSignals([made.postponed, made.ended]):
        made.start([Path("good.pdf")])
    assert order == [7, "started"]


def test_an_import_that_cannot_go_on_is_told_calmly(qtbot: QtBot, jobs: Jobs) -> None:
    made = Imports(BrokenArchive(), jobs)  # type: ignore[arg-type]  # a stand-in
    with qtbot.waitSignal(made.failed) as blocker:
        made.start([Path("good.pdf")])
    assert blocker.args[0].hint == "Освободите место."
    assert not made.is_running


def test_nothing_chosen_starts_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    made = imports(FakeArchive(), jobs)
    with qtbot.assertNotEmitted(made.started):
        made.start([])


def test_the_summary_says_how_many_of_what() -> None:
    def file(status: ImportStatus) -> FileReport:
        return FileReport("x.pdf", status)

    report = ImportReport(
        tuple(
            map(
                file,
                [ImportStatus.IMPORTED] * 3
                + [ImportStatus.PARTIAL, ImportStatus.REFUSED, ImportStatus.DUPLICATE],
            )
        ),
        1.0,
    )
    assert summary(report) == (
        "Добавлено документов: 4 · из них не полностью: 1 · уже были в архиве: 1 · не принято: 1"
    )
    assert summary(ImportReport((), 0.0)) == "Документов не нашлось: добавлять нечего."


def test_the_time_left_is_said_as_people_say_it() -> None:
    assert [time_left(seconds) for seconds in (5, 170, 7300)] == ["меньше минуты", "~3 мин", "~2 ч"]


def test_a_password_is_tried_on_the_locked_files_alone_and_amends_the_report(
    qtbot: QtBot, jobs: Jobs
) -> None:
    archive = FakeArchive()
    archive.locked = {"good.pdf": "ключ", "other.pdf": "замок"}
    made = imports(archive, jobs)
    with qtbot.waitSignal(made.ended):
        made.start([Path("good.pdf"), Path("photo.jpg"), Path("other.pdf")])
    assert made.last_report is not None
    assert len(made.last_report.locked) == 2
    with qtbot.waitSignal(made.ended):
        assert made.unlock("ключ")
    assert [file.status for file in made.last_report.files] == [
        ImportStatus.IMPORTED,
        ImportStatus.REFUSED,
        ImportStatus.REFUSED,
    ]
    assert [file.path for file in made.last_report.locked] == ["other.pdf"]


def test_while_files_are_read_no_password_is_tried(qtbot: QtBot, jobs: Jobs) -> None:
    archive = FakeArchive()
    archive.locked = {"good.pdf": "ключ"}
    made = imports(archive, jobs)
    assert not made.unlock("ключ")
    with qtbot.waitSignal(made.ended):
        made.start([Path("photo.jpg")])
    archive.gate.clear()
    made.start([Path("photo.jpg")])
    assert not made.unlock("ключ")
    with qtbot.waitSignal(made.ended):
        archive.gate.set()
