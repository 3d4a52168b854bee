"""The files of one segment: `.documents`, `.text` and `.title`, all of `index.search.arrayfile`."""

from __future__ import annotations

from copy import copy
from pathlib import Path
from typing import Any, Final

import numpy as np  # noqa: TID253 - this module is arrays

from index.search import columns
from index.search.arrayfile import ArrayFile
from index.search.fields import FieldFile
from index.search.keys import Bools

DOCUMENTS: Final = ".documents"
EXTENSIONS: Final = {"text": ".text", "title": ".title"}


class SegmentFiles:
    """The files of one segment, opened. Any thread may read them.

    Args:
        folder: Where they are.
        segment: Whoosh's description of it.

    Attributes:
        count: Documents, deleted ones included.
        columns: What is known of each document.
        alive: For each document, whether it is not deleted; None when all are there.

    Raises:
        IndexDamaged: If they are not what was written.
    """

    def __init__(self, folder: Path, segment: Any) -> None:  # noqa: ANN401 - Whoosh has no types
        self.count = int(segment.doc_count_all())
        self.columns = columns.from_file(ArrayFile(folder / segment.make_filename(DOCUMENTS)))
        self._fields = {
            name: FieldFile(ArrayFile(folder / segment.make_filename(extension)), self.count)
            for name, extension in EXTENSIONS.items()
        }
        self.alive = _alive(segment)

    def at(self, segment: Any) -> SegmentFiles:  # noqa: ANN401 - Whoosh has no types
        """Return the same files at another commit, which differs in its deletions at most."""
        other = copy(self)
        other.alive = _alive(segment)
        return other

    def field(self, name: str) -> FieldFile:
        """Return the postings of "text" or "title"."""
        return self._fields[name]

    def kept(self) -> Bools:
        """Return for each document whether it is not deleted."""
        return np.ones(self.count, np.bool_) if self.alive is None else self.alive


def _alive(segment: Any) -> Bools | None:  # noqa: ANN401 - Whoosh has no types
    if not segment.has_deletions():
        return None
    alive = np.ones(int(segment.doc_count_all()), np.bool_)
    alive[list(segment.deleted_docs())] = False
    return alive
