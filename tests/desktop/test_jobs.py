import threading

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from index.tasks import Cancelled, Task


class Call:
    """A call that waits until it is told to go on, and remembers its thread."""

    def __init__(self, result: object = None, error: Exception | None = None) -> None:
        self.go, self.started = threading.Event(), threading.Event()
        self.result, self.error = result, error
        self.thread: threading.Thread | None = None
        self.task: Task | None = None

    def __call__(self, task: Task) -> object:
        self.task, self.thread = task, threading.current_thread()
        self.started.set()
        assert self.go.wait(5)
        if self.error is not None:
            raise self.error
        return self.result


def gone(call: Call) -> Call:
    call.go.set()
    return call


def test_the_result_comes_back_in_the_thread_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[tuple[object, threading.Thread]] = []
    call = gone(Call("результат"))
    jobs.run("search", call, lambda result: heard.append((result, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("результат", threading.main_thread())]
    assert call.thread is not threading.main_thread()


def test_of_two_jobs_with_one_key_only_the_newer_is_heard(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[object] = []
    older, newer = Call("older"), gone(Call("newer"))
    task = jobs.run("search", older, heard.append)
    assert older.started.wait(5)
    jobs.run("search", newer, heard.append)
    assert task.is_cancelled
    qtbot.waitUntil(lambda: heard == ["newer"])
    older.go.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert heard == ["newer"]


def test_jobs_with_other_keys_do_not_disturb_each_other(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[object] = []
    jobs.run("search", gone(Call(1)), heard.append)
    jobs.run("open", gone(Call(2)), heard.append)
    qtbot.waitUntil(lambda: sorted(heard) == [1, 2])


def test_an_error_goes_to_the_one_who_asked(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[Exception] = []
    error = ValueError("нет")
    with qtbot.assertNotEmitted(jobs.failed):
        jobs.run("search", gone(Call(error=error)), lambda _: pytest.fail("no result"), heard.append)
        qtbot.waitUntil(lambda: bool(heard))
    assert heard == [error]


def test_an_error_nobody_listens_for_goes_to_the_signal(qtbot: QtBot, jobs: Jobs) -> None:
    error = ValueError("нет")
    with qtbot.waitSignal(jobs.failed) as failed:
        jobs.run("search", gone(Call(error=error)), lambda _: pytest.fail("no result"))
    assert failed.args == ["search", error]


def test_the_error_of_a_replaced_job_is_not_heard(qtbot: QtBot, jobs: Jobs) -> None:
    older = Call(error=ValueError("old"))
    heard: list[object] = []
    with qtbot.assertNotEmitted(jobs.failed):
        jobs.run("search", older, heard.append)
        jobs.run("search", gone(Call("newer")), heard.append)
        older.go.set()
        qtbot.waitUntil(lambda: jobs.is_idle)
    assert heard == ["newer"]


def test_a_cancelled_job_says_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    call = Call("result")
    jobs.run("search", call, lambda _: pytest.fail("cancelled"))
    assert jobs.is_running("search")
    jobs.cancel("search")
    assert not jobs.is_running("search")
    call.go.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert call.task is None or call.task.is_cancelled


def test_a_call_that_stops_at_its_checkpoint_is_not_an_error(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.assertNotEmitted(jobs.failed):
        jobs.run("import", gone(Call(error=Cancelled())), lambda _: pytest.fail("cancelled"))
        qtbot.waitUntil(lambda: jobs.is_idle)


def test_a_job_may_start_the_next_one_with_its_own_key(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[object] = []
    jobs.run("facts", gone(Call(1)), lambda _: jobs.run("facts", gone(Call(2)), heard.append))
    qtbot.waitUntil(lambda: heard == [2])


def test_shutdown_cancels_what_runs_and_drops_what_it_says(qtbot: QtBot, qapp: QApplication) -> None:
    jobs, call = Jobs(), Call("late")
    heard: list[object] = []
    task = jobs.run("import", call, heard.append)
    assert call.started.wait(5)
    call.go.set()
    assert jobs.shutdown(5000)
    assert task.is_cancelled
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert heard == []


def test_shutdown_says_when_something_does_not_end(qapp: QApplication) -> None:
    jobs, call = Jobs(), Call()
    jobs.run("import", call, lambda _: None)
    assert call.started.wait(5)
    assert not jobs.shutdown(10)
    call.go.set()
    assert jobs.shutdown(5000)
