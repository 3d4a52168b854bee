from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.inquiry import Inquiry, words_of
from index.errors import QueryError
from index.tasks import Task


@pytest.fixture
def inquiry(jobs: Jobs) -> Inquiry:
    return Inquiry(jobs, "test", jobs)


def settled(inquiry: Inquiry, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not inquiry.is_running)


def test_an_answer_is_kept(inquiry: Inquiry, qtbot: QtBot) -> None:
    inquiry.ask(lambda _task: 5)
    assert inquiry.is_running
    settled(inquiry, qtbot)
    assert inquiry.result == 5


def test_the_former_answer_stays_until_the_next_one_is_there(inquiry: Inquiry, qtbot: QtBot) -> None:
    inquiry.ask(lambda _task: "first")
    settled(inquiry, qtbot)
    gate = threading.Event()
    inquiry.ask(lambda _task: gate.wait(10) and "second")
    assert inquiry.result == "first"
    gate.set()
    settled(inquiry, qtbot)
    assert inquiry.result == "second"


def test_progress_is_told_while_it_lasts(inquiry: Inquiry, qtbot: QtBot) -> None:
    gate = threading.Event()

    def work(task: Task) -> str:
        task.checkpoint(3, 10)
        gate.wait(10)
        return "done"

    inquiry.ask(work)
    qtbot.waitUntil(lambda: inquiry.progress == (3, 10))
    gate.set()
    settled(inquiry, qtbot)
    assert inquiry.progress is None


def test_progress_of_an_older_question_is_not_that_of_the_newer_one(inquiry: Inquiry, qtbot: QtBot) -> None:
    gate = threading.Event()
    inquiry.ask(lambda _task: gate.wait(10))
    inquiry._progressed.emit(0, 1, 2)
    assert inquiry.progress is None
    gate.set()
    settled(inquiry, qtbot)


def test_what_is_stopped_ends_and_leaves_no_answer_to_another_question(
    inquiry: Inquiry, qtbot: QtBot
) -> None:
    inquiry.ask(lambda _task: "kept")
    settled(inquiry, qtbot)
    stopped = threading.Event()

    def endless(task: Task) -> None:
        try:
            while True:
                task.checkpoint()
        finally:
            stopped.set()

    inquiry.ask(endless)
    inquiry.stop()
    assert stopped.wait(10)
    assert not inquiry.is_running
    assert inquiry.result is None
    assert inquiry.was_stopped
    inquiry.ask(lambda _task: "again")
    assert not inquiry.was_stopped
    settled(inquiry, qtbot)


def test_a_problem_takes_the_place_of_the_answer_and_says_what_to_do(inquiry: Inquiry, qtbot: QtBot) -> None:
    inquiry.ask(lambda _task: "old")
    settled(inquiry, qtbot)

    def refuse(_task: Task) -> None:
        raise QueryError("Скобка не закрыта.", "Закройте скобку.")

    inquiry.ask(refuse)
    settled(inquiry, qtbot)
    assert inquiry.result is None
    assert inquiry.problem == ("Скобка не закрыта.", "Закройте скобку.")


def test_an_answer_heals_a_problem(inquiry: Inquiry, qtbot: QtBot) -> None:
    def refuse(_task: Task) -> None:
        raise QueryError("Нет слов.", "Напишите слово.")

    inquiry.ask(refuse)
    settled(inquiry, qtbot)
    inquiry.ask(lambda _task: "well")
    settled(inquiry, qtbot)
    assert inquiry.problem == ("", "")


def test_what_was_cleared_is_gone(inquiry: Inquiry, qtbot: QtBot) -> None:
    inquiry.ask(lambda _task: 5)
    settled(inquiry, qtbot)
    inquiry.clear()
    assert inquiry.result is None


def test_a_full_disk_is_told_with_its_reason(qapp: object) -> None:
    assert words_of(OSError(28, "No space left on device"))[0] == "Файл не записан: No space left on device."


def test_what_nobody_foresaw_is_told_calmly_and_logged(
    qapp: object, caplog: pytest.LogCaptureFixture
) -> None:
    assert words_of(ZeroDivisionError("boom"))[0] == "Не получилось."
    assert "a study failed" in caplog.text
