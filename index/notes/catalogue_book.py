"""The reader's order among the documents, kept: in the database, then in a file beside the notes."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from index.errors import StoreError
from index.model.catalogue import Catalogue, Change
from index.model.condition import Problem
from index.notes.arranging import Plan
from index.notes.catalogue_file import catalogue_from_json, catalogue_json
from index.store.catalogue import CatalogueStore, KnownIds
from index.store.database import explained
from index.store.durable import write_durably
from index.store.locks import locked

log = logging.getLogger(__name__)

FILE_NAME: Final = "catalogue.json"
_PATIENCE_S: Final = 10.0


class CatalogueBook:
    """Collections and marks of one archive. Methods block on the disk; any thread may call them.

    The file beside the database has all of them once more, and gives back what the database has never heard
    of, as after it was lost or restored from an older copy. Nothing of it depends on a text: documents that
    are imported again find their places and marks.

    Args:
        store: The database.
        folder: Where notes are; created with the file.
    """

    def __init__(self, store: CatalogueStore, folder: Path) -> None:
        self._store, self._path = store, folder / FILE_NAME
        # Of the file as it was written here: it then has nothing that the database lacks.
        self._own_stamp = (0, 0)

    def state(self) -> Catalogue:
        """Return all collections and marks."""
        return self._store.read()

    def change(self, plan: Plan) -> tuple[Change, Catalogue]:
        """Carry out a plan (`index.notes.arranging`); return what changed, and how it is now.

        Raises:
            StoreError: If there is no such collection, or it cannot be written; nothing has then changed.
        """
        change, catalogue = self._store.change(plan)
        if change:
            self.copy_out()
        return change, catalogue

    def copy_out(self) -> None:
        """Write the file anew, as after documents took over the marks of others; `align` catches up."""
        try:
            self.align()
        except StoreError as error:
            # It is safe in the database; the next start sets the file right.
            log.warning("%s not written: %s", FILE_NAME, error.user_message)

    def align(self) -> None:
        """Take in what only the file has, then write the file anew if it differs.

        Raises:
            StoreError: If the file cannot be written.
        """
        with explained():
            self._path.parent.mkdir(parents=True, exist_ok=True)
        lock = self._path.with_name(".lock-catalogue")
        with locked(lock, _PATIENCE_S, "Коллекции сейчас записывает другая программа ({pid})."):
            if self._stamp() != self._own_stamp:
                self._take_in(self._written())
            content = catalogue_json(self._store.read()).encode("utf-8")
            with explained():
                if not self._path.exists() or self._path.read_bytes() != content:
                    write_durably(self._path, content, self._path.with_name(f".{FILE_NAME}"))
            self._own_stamp = self._stamp()

    def _take_in(self, written: Catalogue) -> None:
        """Bring what only the file has into the database."""
        known = self._store.known()
        if _lacking(written, known):
            self._store.change(lambda catalogue: _taken_in(written, known, catalogue))

    def _stamp(self) -> tuple[int, int]:
        """Return what changes whenever somebody writes the file."""
        with explained():
            try:
                found = self._path.stat()
            except FileNotFoundError:
                return 0, 0
        return found.st_mtime_ns, found.st_ino

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong: a file that is damaged, or differs from the database."""
        try:
            written = catalogue_from_json(self._text() or catalogue_json(Catalogue()))
        except ValueError:
            is_same = False
        else:
            is_same = catalogue_json(written) == catalogue_json(self._store.read())
        if not is_same:
            yield Problem(
                "catalogue_differs",
                f"Копия коллекций и меток рядом с базой (notes/{FILE_NAME}) отстала от неё или повреждена. "
                "Коллекции и метки в базе данных целы.",
                "Копия обновится при следующем запуске программы или по команде rebuild.",
            )

    def _text(self) -> str:
        """Return what stands in the file; nothing when there is none."""
        with explained():
            try:
                return self._path.read_bytes().decode("utf-8", "replace")
            except FileNotFoundError:
                return ""

    def _written(self) -> Catalogue:
        """Return what the file has; a damaged one is kept under another name, for a person to look at."""
        text = self._text()
        if not text:
            return Catalogue()
        try:
            return catalogue_from_json(text)
        except ValueError:
            with explained():
                self._path.rename(self._path.with_suffix(f".damaged-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"))
            return Catalogue()


def _lacking(written: Catalogue, known: KnownIds) -> bool:
    """Whether the file has what the database has never heard of."""
    return not (written.collections.keys() <= known.collections and written.marks.keys() <= known.documents)


def _taken_in(written: Catalogue, known: KnownIds, catalogue: Catalogue) -> Change:
    """Return what brings that into the database."""
    new = [one for one in written.collections.values() if one.id not in known.collections]
    return Change(
        collections=tuple((None, one) for one in new),
        marks=tuple(
            (document_id, catalogue.marks_of(document_id), marks)
            for document_id, marks in written.marks.items()
            if document_id not in known.documents
        ),
        put=frozenset((one.id, document) for one in new for document in written.members.get(one.id, ())),
    )
