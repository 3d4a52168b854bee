"""Carries out what the reader does to the archive, one thing after another: nothing is lost or overtaken."""

from __future__ import annotations

import itertools
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from index.tasks import Task

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class _Mutation:
    call: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class _Outcome:
    mutation: _Mutation
    result: Any = None
    error: Exception | None = None


class MutationLine:
    """A line of mutations in front of the archive.

    Each one is handed to the pool at once, under a key of its own: no newer one cancels it, and closing the
    program waits for it. Whichever thread comes first takes the first of the line, and whichever comes back
    first brings the oldest outcome, hence the order stays, both in the archive and in the window.

    Args:
        jobs: Runs the calls.
        name: What the keys begin with.
    """

    def __init__(self, jobs: Jobs, name: str) -> None:
        self._jobs, self._name = jobs, name
        self._line: deque[_Mutation] = deque()
        self._outcomes: deque[_Outcome] = deque()
        self._turn = threading.Lock()
        self._numbers = itertools.count(1)
        self._pending = 0
        self._finished = 0

    @property
    def pending(self) -> int:
        """How many are not carried out yet."""
        return self._pending

    @property
    def finished(self) -> int:
        """How many have been carried out; whoever reads the archive meanwhile can see that it has changed."""
        return self._finished

    def add(
        self, call: Callable[[], R], done: Callable[[R], None], failed: Callable[[Exception], None]
    ) -> None:
        """Put a mutation at the end of the line.

        Args:
            call: The mutation; runs in a thread of the pool.
            done: Receives its result in the window's thread.
            failed: Receives its error in the window's thread.
        """
        self._line.append(_Mutation(call, done, failed))
        self._pending += 1
        self._jobs.run(f"{self._name}-{next(self._numbers)}", self._carry_out, self._ended)

    def _carry_out(self, _task: Task) -> None:
        with self._turn:
            mutation = self._line.popleft()
            try:
                outcome = _Outcome(mutation, result=mutation.call())
            except Exception as error:  # noqa: BLE001 - told to the reader in the window's thread
                outcome = _Outcome(mutation, error=error)
            self._outcomes.append(outcome)

    def _ended(self, _result: None) -> None:
        outcome = self._outcomes.popleft()
        self._pending -= 1
        self._finished += 1
        if outcome.error is not None:
            outcome.mutation.failed(outcome.error)
        else:
            outcome.mutation.done(outcome.result)
