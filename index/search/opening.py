"""Opens the newest commit of an index."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Final

from index.errors import IndexDamaged
from index.search import schema, storage
from index.search.arrayfile import damaged
from index.search.segments import SegmentFiles
from index.search.snapshot import Snapshot

_ATTEMPTS: Final = 5
_COARSENESS_NS: Final = 2_000_000_000

State = tuple[Path, int]
"""Folder of a generation, number of its commit."""


class Newest:
    """The newest commit of an index, opened when it is asked for. Any thread may ask.

    Args:
        root: Folder of the index; it need not exist.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._state: State | None = None
        self._stamp: tuple[int, int] | None = None
        self._snapshot: Snapshot | None = None
        self._files: dict[tuple[Path, str], SegmentFiles] = {}
        """The files of the segments of the snapshot, by generation and Whoosh's name of the segment."""

    def snapshot(self) -> Snapshot | None:
        """Return it; None if there is no index. Opening blocks for some milliseconds.

        Raises:
            IndexOutdated: If the index was built by another version of the program.
            IndexDamaged: If its files are not what was written.
        """
        with self._lock:
            stamp = self._read_stamp()
            if stamp is None or stamp != self._stamp:
                self._open_newest()
                self._stamp = stamp
            return self._snapshot

    def folder(self) -> Path | None:
        """Return the folder of the generation that is open; None if none is."""
        return None if self._state is None else self._state[0]

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._state = self._stamp = self._snapshot = None
            self._files = {}

    def _open_newest(self) -> None:
        # A commit may take files away meanwhile: then there is a newer one.
        for attempt in range(_ATTEMPTS):
            state = self._read_state()
            if state == self._state:
                return
            self._state = self._snapshot = None
            if state is None:
                return
            try:
                self._snapshot = self._opened(state[0])
                self._state = state
            except IndexDamaged:
                if self._read_state() == state or attempt == _ATTEMPTS - 1:
                    raise
            else:
                return

    def _opened(self, generation: Path) -> Snapshot:
        """Open a commit; the files that it has in common with the one before are open already."""
        files = storage.DurableStorage(generation)
        files.verify(thoroughly=False)
        whoosh = storage.open_whoosh(files)
        segments = {(generation, segment.segment_id()): segment for segment in whoosh._segments()}  # noqa: SLF001 - Whoosh has no other way to ask
        whoosh.close()
        known = self._files
        try:
            self._files = {
                key: known[key].at(segment) if key in known else SegmentFiles(generation, segment)
                for key, segment in segments.items()
            }
        except OSError as error:
            raise damaged(str(error)) from error
        return Snapshot(list(self._files.values()))

    def _read_state(self) -> State | None:
        from index.search.writer import outdated

        current = storage.read_current(self._root)
        if current is None:
            return None
        if current.version != schema.INDEX_VERSION:
            self._state = self._snapshot = None
            raise outdated()
        return current.folder, storage.DurableStorage(current.folder).commit_number()

    def _read_stamp(self) -> tuple[int, int] | None:
        """Return what changes with the next commit and costs two looks at the disk; None if it is too young.

        The clock of a file system is coarse: what changed a moment ago may change again without a new time.
        """
        if self._state is None:
            return None
        try:
            stamp = (self._root / storage.CURRENT).stat().st_mtime_ns, self._state[0].stat().st_mtime_ns
        except OSError:
            return None
        return stamp if max(stamp) < time.time_ns() - _COARSENESS_NS else None


def check(generation: Path) -> None:
    """Compare every file of the newest commit with its hash.

    Raises:
        IndexDamaged: If one is not what was written.
    """
    storage.DurableStorage(generation).verify(thoroughly=True)
