"""What every command works with: the arguments, the output, the archive, the task that Ctrl+C cancels."""

from __future__ import annotations

import contextlib
import signal
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TypeVar

from index.archive import Archive
from index.cli.output import Output
from index.config import ArchivePaths, default_archive_root
from index.errors import IndexDamaged, IndexOutdated, StoreError
from index.tasks import Task

T = TypeVar("T")

DONE = 0
FAILED = 1
SOME_REFUSED = 3
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command line.

    Attributes:
        arguments: What `index.cli.arguments` made of the command line.
        output: Where answers go.
        task: Cancelled by Ctrl+C; its progress is drawn.
    """

    arguments: Namespace
    output: Output
    task: Task = field(default_factory=Task)

    @contextlib.contextmanager
    def archive(self, *, is_made: bool = False) -> Iterator[Archive]:
        """Open the archive that the command line names, and close it afterwards.

        Args:
            is_made: Whether to make it if there is none.

        Raises:
            StoreError: If there is none and none is to be made.
        """
        root: Path = self.arguments.archive or default_archive_root()
        if not is_made and not ArchivePaths(root).database.exists():
            raise StoreError(
                f"В папке {root} нет архива.", "Укажите его папку ключом --archive или начните с import."
            )
        with Archive.open(root) as archive:
            yield archive


def searched(archive: Archive, task: Task, search: Callable[[], T], *, needs_facts: bool = False) -> T:
    """Search; first finish what a killed import left, and mend the index if it cannot be used.

    Args:
        archive: What is searched.
        task: Progress, cancellation.
        search: The search.
        needs_facts: Whether names, sums and dates are asked for: then the facts of all documents come first,
            which the window extracts while nobody waits.
    """
    if archive.is_behind():
        archive.recover(task)
    missing = archive.documents_without_facts() if needs_facts else ()
    for done, document_id in enumerate(missing):
        task.checkpoint(done, len(missing))
        archive.facts(document_id, task)
    try:
        return search()
    except (IndexDamaged, IndexOutdated):
        archive.recover(task)
        return search()


@contextlib.contextmanager
def interruptible(task: Task) -> Iterator[None]:
    """Let the first Ctrl+C, or a polite request to end, cancel the task; the second one ends the program."""

    def cancel(number: int, frame: FrameType | None) -> None:
        if task.is_cancelled:
            signal.default_int_handler(number, frame)
        task.cancel()

    previous = {number: signal.signal(number, cancel) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
