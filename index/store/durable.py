"""Writing so that it survives a power cut: contents first, then the name, then the folder's list of names."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def write_durably(path: Path, content: bytes, temporary: Path) -> None:
    """Replace a file in one step: after a power cut it has the old content or the new, never a part.

    Args:
        path: The file.
        content: All of it.
        temporary: Where it is written first, in the same folder; removed if that fails.

    Raises:
        OSError: If the disk is full or refuses; the file is as it was.
    """
    try:
        with temporary.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def flush_file(path: Path) -> None:
    """Force what was written to a file to the disk."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_folder(folder: Path) -> None:
    """Force a folder's list of names to the disk; does nothing where folders cannot be opened (Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def move_in(named: Mapping[Path, Path]) -> None:
    """Give finished files their names, for good: contents, names and folders that may be new are on the disk.

    Many at once take a fraction of the time: a folder is flushed once, and disks write what waits together.

    Args:
        named: For each file, on the same disk, its name; the folder of its folder exists. The files are gone
            from where they were when this returns.

    Raises:
        OSError: If the disk is full or refuses.
    """
    for file in named:
        flush_file(file)
    for file, target in named.items():
        target.parent.mkdir(exist_ok=True)
        file.replace(target)
    folders = dict.fromkeys(target.parent for target in named.values())
    for folder in (*folders, *dict.fromkeys(folder.parent for folder in folders)):
        flush_folder(folder)
