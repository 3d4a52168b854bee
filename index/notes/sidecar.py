"""Sidecar files: the reader's work on each document once more, in a format others can read.

Readers of Zotero, ZotFile and Skim lost notes that were kept in one copy only. A sidecar is written whole,
to the disk, under a temporary name, and renamed: it is always the old one or the new one. It never forgets
anything that the database has not heard of, as after the database was restored from an older copy.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Generic, Protocol, TypeVar

from index.model.annotation import Annotation
from index.model.decision import Decision
from index.model.document import DocumentId
from index.notes.decision_files import decisions_from_json, decisions_json
from index.notes.jsonld import from_jsonld, to_jsonld
from index.store.database import explained
from index.store.durable import write_durably
from index.store.locks import locked

_TEMPORARY: Final = ".writing-"
_PATIENCE_S: Final = 10.0


class Work(Protocol):
    """A piece of the reader's own work."""

    @property
    def id(self) -> str:
        """UUID, stable for ever."""

    @property
    def document_id(self) -> DocumentId:
        """The document it belongs to."""


W = TypeVar("W", bound=Work)


@dataclass(frozen=True, slots=True)
class Form(Generic[W]):
    """How sidecars of one kind of work are written.

    Attributes:
        suffix: What their names end with; no other kind's does.
        write: Returns the text of a file, given the work and the title of its document.
        read: Returns the work of such a text, or raises ValueError.
    """

    suffix: str
    write: Callable[[Iterable[W], str], str]
    read: Callable[[str], tuple[W, ...]]


ANNOTATIONS: Final[Form[Annotation]] = Form(".jsonld", to_jsonld, from_jsonld)
DECISIONS: Final[Form[Decision]] = Form(".decisions.json", decisions_json, decisions_from_json)


class Sidecars(Generic[W]):
    """The folder of sidecar files. Methods block on the disk; any thread may call them.

    Args:
        folder: The folder; created with the first file.
        form: What is in its files of this kind.
    """

    def __init__(self, folder: Path, form: Form[W]) -> None:
        self._folder, self._form = folder, form

    def path(self, document_id: DocumentId) -> Path:
        """Return where the sidecar of a document is, or would be."""
        return self._folder / f"{document_id}{self._form.suffix}"

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until no other thread or program writes sidecars; others wait until the block ends.

        Raises:
            StoreLocked: If another one did not end within 10 seconds.
        """
        with explained():
            self._folder.mkdir(parents=True, exist_ok=True)
        with locked(
            self._folder / ".lock", _PATIENCE_S, "Заметки сейчас записывает другая программа ({pid})."
        ):
            yield

    def read(self, document_id: DocumentId) -> tuple[W, ...]:
        """Return the work of a document's sidecar; none when there is no file.

        Raises:
            ValueError: If the file is not one of ours, or damaged.
            StoreError: If it cannot be read.
        """
        with explained():
            try:
                content = self.path(document_id).read_bytes()
            except FileNotFoundError:
                return ()
        return self._form.read(content.decode("utf-8"))

    def write(self, document_id: DocumentId, works: Iterable[W], known: frozenset[str], title: str) -> None:
        """Write the sidecar of a document; it is on the disk when this returns. Call it within `turn`.

        Args:
            document_id: The document.
            works: What the database holds of it, what was deleted apart. Without any the file is removed.
            known: Ids of all the database ever held of it; others in the old file are kept.
            title: The document's title.

        Raises:
            StoreError: If it cannot be written; the old file is then still there.
        """
        path = self.path(document_id)
        try:
            strangers = [work for work in self.read(document_id) if work.id not in known]
        except ValueError:
            self._put_aside(path)
            strangers = []
        kept = [*works, *strangers]
        with explained():
            if not kept:
                path.unlink(missing_ok=True)
                return
            _replace(path, self._form.write(kept, title).encode("utf-8"))

    def documents(self) -> tuple[DocumentId, ...]:
        """Return the documents that have a sidecar, sorted."""
        with explained():
            names = [path.name for path in self._folder.glob(f"*{self._form.suffix}")]
        return tuple(sorted(DocumentId(name.removesuffix(self._form.suffix)) for name in names))

    def sweep(self) -> None:
        """Remove the temporary files of killed writers. Call it within `turn`."""
        with explained():
            for path in self._folder.glob(f"{_TEMPORARY}*"):
                path.unlink(missing_ok=True)

    def _put_aside(self, path: Path) -> None:
        """Keep a damaged sidecar under another name: something of it may still be of use to a person."""
        with explained():
            path.rename(path.with_suffix(f".damaged-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"))


def _replace(path: Path, content: bytes) -> None:
    # A name of its own: another program may be writing the same sidecar.
    descriptor, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=path.parent)
    os.close(descriptor)
    write_durably(path, content, Path(name))
