import multiprocessing
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from index.errors import DamagedPdf
from index.tasks import Cancelled, Task
from index.values_only import load_values
from index.workers import Death, Failed, Finished, Told, Worker, WorkerDied, WorkerLimits, _Inbox, wait_any
from tests.helpers.handlers import answer

GENEROUS = WorkerLimits(silence_s=30, request_s=60)


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker(answer, GENEROUS, "test")
    yield made
    made.close()


def limited(limits: WorkerLimits) -> Worker:
    return Worker(answer, limits, "test")


def died(worker: Worker, request: object) -> Death:
    with pytest.raises(WorkerDied) as caught:
        worker.call(request)
    assert not worker.is_busy
    return caught.value.why


def test_requests_are_answered_by_one_process_outside(worker: Worker) -> None:
    first = worker.call("pid")
    assert first != os.getpid()
    assert worker.call("pid") == first


def test_messages_arrive_before_the_result_and_in_order(worker: Worker) -> None:
    heard: list[object] = []
    worker.call(("tell", "раз", "два"), on_told=heard.append)
    assert heard == ["раз", "два"]


def test_no_process_runs_before_the_first_request(worker: Worker) -> None:
    assert worker.fileno() is None
    worker.prewarm()
    assert worker.fileno() is not None
    assert not worker.is_busy


def test_errors_of_the_handler_arrive_whole(worker: Worker) -> None:
    with pytest.raises(DamagedPdf) as caught:
        worker.call("fail")
    assert (caught.value.user_message, caught.value.hint, caught.value.document) == (
        "сломан",
        "почините",
        "файл.pdf",
    )
    assert worker.call("pid") > 0


def test_errors_that_cannot_travel_are_told_in_words(worker: Worker) -> None:
    with pytest.raises(RuntimeError, match="Stubborn: not portable"):
        worker.call("stubborn")


@pytest.mark.parametrize("request_", ["crash", "abort"])
def test_a_crash_is_reported_and_the_next_request_is_served(worker: Worker, request_: str) -> None:
    first = worker.call("pid")
    assert died(worker, request_) is Death.CRASH
    assert worker.call("pid") != first


def test_a_process_that_died_while_idle_is_replaced(worker: Worker) -> None:
    first = worker.call("pid")
    psutil.Process(first).kill()
    assert worker._process is not None
    worker._process.join(10)
    assert worker.call("pid") != first


def test_silence_is_death() -> None:
    worker = limited(WorkerLimits(silence_s=0.5, request_s=60))
    assert died(worker, "silence") is Death.TIME


def test_talking_does_not_prolong_a_request_forever() -> None:
    worker = limited(WorkerLimits(silence_s=30, request_s=0.8))
    assert died(worker, "chatter") is Death.TIME


@pytest.mark.skipif(sys.platform == "win32", reason="pipes hand over whole messages there")
def test_an_answer_that_begins_and_never_ends_blocks_nobody_and_is_death() -> None:
    assert died(limited(WorkerLimits(silence_s=0.5, request_s=60)), "begin") is Death.TIME


@pytest.mark.skipif(sys.platform == "win32", reason="pipes hand over whole messages there")
def test_messages_are_taken_when_they_are_whole() -> None:
    ours, theirs = multiprocessing.Pipe()
    inbox = _Inbox(ours, 100)
    assert inbox.take() is None
    for piece in (b"\0\0", b"\0\3a", b"bc\0\0\0\0\0\0\0\1"):
        os.write(theirs.fileno(), piece)
        taken = inbox.take()
    assert taken == b"abc"
    assert inbox.take() == b""
    assert inbox.take() is None
    os.write(theirs.fileno(), b"d\xff\xff\xff\xff" + (2).to_bytes(8) + b"ef")
    assert (inbox.take(), inbox.take()) == (b"d", b"ef")
    theirs.send("сто")
    message = inbox.take()
    assert message is not None
    assert load_values(message) == "сто"
    theirs.send_bytes(b"x" * 101)
    with pytest.raises(WorkerDied, match="too long"):
        inbox.take()
    theirs.close()
    with pytest.raises(EOFError):
        _Inbox(ours, 100).take(), _Inbox(ours, 100).take()
    ours.close()


def test_hunger_for_memory_is_death() -> None:
    worker = limited(WorkerLimits(silence_s=30, memory_bytes=1 << 30))
    assert worker.call(("memory", 1 << 20)) == 1 << 20
    assert died(worker, ("memory", 2 << 30)) is Death.MEMORY
    worker.close()


def test_a_cancelled_task_ends_the_process(worker: Worker) -> None:
    task = Task()
    with pytest.raises(Cancelled):
        worker.call("chatter", task, on_told=lambda _: task.cancel())
    assert not worker.is_busy
    assert worker.fileno() is None


def test_a_process_is_replaced_after_its_share_of_requests() -> None:
    worker = limited(WorkerLimits(recycle_after=2))
    pids = [worker.call("pid") for _ in range(4)]
    worker.close()
    assert pids[0] == pids[1] != pids[2] == pids[3]


def test_a_busy_worker_takes_no_second_request(worker: Worker) -> None:
    worker.send("chatter")
    with pytest.raises(RuntimeError, match="busy"):
        worker.send("pid")
    worker.kill()


def test_one_thread_watches_many_workers(worker: Worker) -> None:
    other = limited(GENEROUS)
    worker.send(("tell", "раз"))
    other.send(("tell", "два"))
    events: dict[Worker, list[object]] = {worker: [], other: []}
    while worker.is_busy or other.is_busy:
        wait_any([worker, other], 5)
        for each in events:
            events[each] += each.events()
    other.close()
    for heard, word in zip(events.values(), ("раз", "два"), strict=True):
        told, finished = heard
        assert told == Told(word)
        assert isinstance(finished, Finished)


def test_events_of_a_dead_worker_say_so(worker: Worker) -> None:
    worker.send("crash")
    events: list[object] = []
    while worker.is_busy:
        wait_any([worker], 5)
        events += worker.events()
    (failed,) = events
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, WorkerDied)


def test_closing_ends_the_process(worker: Worker) -> None:
    pid = worker.call("pid")
    worker.close()
    assert not psutil.pid_exists(pid)
    worker.close()


def test_noise_does_not_reach_the_terminal(worker: Worker, capfd: pytest.CaptureFixture[str]) -> None:
    worker.call("print")
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size are a matter of POSIX")
def test_a_worker_may_not_write_files(tmp_path: Path) -> None:
    worker = limited(GENEROUS)
    path = tmp_path / "file"
    with pytest.raises((OSError, WorkerDied)):
        worker.call(("write", str(path)))
    worker.close()
    assert path.stat().st_size == 0


def test_memory_of_the_process_is_known(worker: Worker) -> None:
    task = Task()

    def stop_when_measured(_: object) -> None:
        if worker.peak_memory_bytes > 1 << 20:
            task.cancel()

    with pytest.raises(Cancelled):
        worker.call("chatter", task, on_told=stop_when_measured)
    assert worker.peak_memory_bytes > 1 << 20
