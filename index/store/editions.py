"""PDFs made of originals in other formats: derived, but kept, for what is lit on them was read from them."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import IO, Final

from index.config import ArchivePaths
from index.model.document import DocumentId
from index.store.database import explained
from index.store.durable import move_in

_TEMPORARY: Final = ".incoming-"


class Draft:
    """An edition that is being written, under a temporary name. Used by one thread.

    Args:
        folder: Where; it exists.
    """

    def __init__(self, folder: Path) -> None:
        with explained():
            descriptor, name = tempfile.mkstemp(prefix=_TEMPORARY, suffix=".pdf", dir=folder)
        self.path = Path(name)
        self._file: IO[bytes] = os.fdopen(descriptor, "wb")

    def write(self, piece: bytes) -> None:
        """Append to it.

        Raises:
            StoreError: If the disk is full or refuses.
        """
        with explained():
            self._file.write(piece)

    def close(self) -> None:
        """Have it ready to be read."""
        with explained():
            self._file.close()

    def drop(self) -> None:
        """Remove it."""
        with contextlib.suppress(OSError):
            self._file.close()
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


class Editions:
    """The folder of editions.

    Args:
        paths: The archive's folders.
    """

    def __init__(self, paths: ArchivePaths) -> None:
        self._paths = paths

    def draft(self) -> Draft:
        """Begin an edition.

        Raises:
            StoreError: If the disk is full or refuses.
        """
        with explained():
            self._paths.editions.mkdir(parents=True, exist_ok=True)
        return Draft(self._paths.editions)

    def keep(self, document_id: DocumentId, draft: Draft) -> None:
        """Make a draft the edition of a document: on the disk, under its own name, when this returns.

        Raises:
            StoreError: If the disk is full or refuses.
        """
        target = self._path(document_id)
        with explained():
            move_in({draft.path: target})

    def has(self, document_id: DocumentId) -> bool:
        """Whether a document's edition is there."""
        try:
            return self._path(document_id).stat().st_size > 0
        except OSError:
            return False

    def sweep(self) -> int:
        """Remove drafts that a killed import left; return how many. For the holder of the lock alone."""
        count = 0
        with explained():
            for path in self._paths.editions.glob(f"{_TEMPORARY}*"):
                path.unlink(missing_ok=True)
                count += 1
        return count

    def _path(self, document_id: DocumentId) -> Path:
        return self._paths.editions / document_id[:2] / f"{document_id}.pdf"
