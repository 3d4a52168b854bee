"""Opens the newest commit of an index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import ArchiveError
from index.search import schema, storage
from index.search.arrayfile import damaged
from index.search.segments import SegmentFiles
from index.search.snapshot import Snapshot

State = tuple[Path, int]
"""Folder of a generation, number of its commit."""


def newest(root: Path) -> State | None:
    """Return which commit is the newest; None if there is no index. Reads one small file and one folder.

    Raises:
        IndexOutdated: If the index was built by another version of the program.
        IndexDamaged: If it cannot be told.
    """
    from index.search.writer import outdated

    with _explained():
        current = storage.read_current(root)
        if current is None:
            return None
        if current.version != schema.INDEX_VERSION:
            raise outdated()
        return current.folder, storage.DurableStorage(current.folder).commit_number()


def opened(generation: Path) -> Snapshot:
    """Open the newest commit of a generation. Blocks for some milliseconds.

    Raises:
        IndexDamaged: If its files are not what was written, or were taken away by a newer commit.
    """
    with _explained():
        files = storage.DurableStorage(generation)
        files.verify(thoroughly=False)
        whoosh = files.open_index()
        segments = whoosh._segments()  # noqa: SLF001 - Whoosh has no other way to ask
        whoosh.close()
        return Snapshot([SegmentFiles(generation, segment) for segment in segments])


def check(generation: Path) -> None:
    """Compare every file of the newest commit with its hash.

    Raises:
        IndexDamaged: If one is not what was written.
    """
    with _explained():
        storage.DurableStorage(generation).verify(thoroughly=True)


@contextmanager
def _explained() -> Iterator[None]:
    """Turn whatever Whoosh raises on damaged files into one error."""
    try:
        yield
    except (ArchiveError, MemoryError):
        raise
    except Exception as error:  # damaged files raise five kinds of exceptions (docs/decisions/0005)
        raise damaged(type(error).__name__) from error
