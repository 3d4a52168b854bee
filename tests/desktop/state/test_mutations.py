from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs
from desktop.state.mutations import MutationLine


def test_mutations_are_carried_out_in_order_one_at_a_time(jobs: Jobs, qtbot: QtBot) -> None:
    line = MutationLine(jobs, "test")
    order: list[int] = []
    inside = threading.Lock()

    def mutation(n: int) -> int:
        assert inside.acquire(blocking=False), "two at once"
        order.append(n)
        inside.release()
        return n

    told: list[int] = []
    for n in range(300):
        line.add(lambda n=n: mutation(n), told.append, lambda _error: told.append(-1))  # type: ignore[misc]  # a default that binds n now
    qtbot.waitUntil(lambda: line.pending == 0)
    assert order == list(range(300))
    assert told == order
    assert line.finished == 300


def test_failed_mutation_tells_its_own_caller_and_the_next_goes_on(jobs: Jobs, qtbot: QtBot) -> None:
    line = MutationLine(jobs, "test")
    errors: list[Exception] = []
    results: list[int] = []

    def fail() -> int:
        raise ValueError("nein")

    line.add(fail, results.append, errors.append)
    line.add(lambda: 1, results.append, errors.append)
    qtbot.waitUntil(lambda: line.pending == 0)
    assert [str(error) for error in errors] == ["nein"]
    assert results == [1]


def test_closing_the_program_waits_for_what_stands_in_line(qtbot: QtBot) -> None:
    jobs = Jobs()
    line = MutationLine(jobs, "test")
    carried_out: list[int] = []
    gate = threading.Event()

    def mutation(n: int) -> None:
        gate.wait(5)
        carried_out.append(n)

    for n in range(20):
        line.add(lambda n=n: mutation(n), lambda _: None, lambda _: None)  # type: ignore[misc]  # a default that binds n now
    gate.set()
    assert jobs.shutdown()
    assert carried_out == list(range(20))
