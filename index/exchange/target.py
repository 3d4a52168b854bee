"""The file or folder that an export makes: it has its name when it is complete, or there is nothing."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from index.errors import StoreError
from index.model.said import said
from index.store.durable import move_in


@contextlib.contextmanager
def target(path: Path, *, overwrites: bool = False) -> Iterator[Path]:
    """Give the block a path to write to; what it made there is `path` afterwards, if the block ends well.

    Args:
        path: What the file or folder is to be called; its folder must be there.
        overwrites: Whether a file of that name may be replaced; a folder never is.

    Raises:
        StoreError: If it is there already, or the disk refuses; whatever was there is as it was.
    """
    if path.exists() and not (overwrites and path.is_file()):
        raise StoreError(
            said("export.exists", "Файл {path} уже есть; он не тронут.", path=str(path)),
            said("export.other_name", "Укажите другое имя."),
        )
    try:
        with tempfile.TemporaryDirectory(prefix=".export-", dir=path.parent) as folder:
            made = Path(folder) / path.name
            yield made
            if made.is_dir():
                made.rename(path)
            else:
                move_in({made: path})
    except OSError as error:
        detail = error.strerror or str(error)
        raise StoreError(
            said("export.not_written", "Файл {path} не записан: {detail}.", path=str(path), detail=detail),
            said("export.other_place", "Укажите другое место или освободите место на диске."),
        ) from error
