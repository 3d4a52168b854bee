"""Copies of the files, named by the SHA-256 of their content; never changed once they have that name."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.config import ArchivePaths
from index.errors import UnreadableFile
from index.model.document import DocumentId
from index.model.media import MediaType
from index.model.said import said
from index.store.database import explained
from index.store.durable import move_in

_CHUNK: Final = 1 << 20
_TEMPORARY: Final = ".incoming-"


@dataclass(frozen=True, slots=True)
class Taken:
    """A copy of a file that is not yet an original of the archive.

    Attributes:
        document_id: SHA-256 of the content.
        path: The copy; ours alone, so it cannot change while it is read.
        size: In bytes.
    """

    document_id: DocumentId
    path: Path
    size: int


class Originals:
    """The folder of originals.

    Args:
        paths: The archive's folders.
    """

    def __init__(self, paths: ArchivePaths) -> None:
        self._paths = paths

    def take(self, source: Path, alive: Callable[[], None]) -> Taken:
        """Copy a file into the archive's folder under a temporary name, and hash it on the way.

        Args:
            source: The file.
            alive: Called after every mebibyte; may raise to stop.

        Raises:
            UnreadableFile: If the source cannot be read.
            StoreError: If the disk is full or refuses.
        """
        digest, size = hashlib.sha256(), 0
        with explained():
            self._paths.originals.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(prefix=_TEMPORARY, suffix=".pdf", dir=self._paths.originals)
        temporary = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as target, opened(source) as stream:
                while chunk := _read(stream, source):
                    digest.update(chunk)
                    size += len(chunk)
                    with explained():
                        target.write(chunk)
                    alive()
                with explained():
                    target.flush()
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        return Taken(DocumentId(digest.hexdigest()), temporary, size)

    def keep(self, copies: Iterable[tuple[Taken, MediaType]]) -> None:
        """Make copies originals: on the disk, under their own names, when this returns.

        Args:
            copies: Each with what it is; its name ends accordingly.

        Raises:
            StoreError: If the disk is full or refuses.
        """
        with explained():
            move_in(
                {taken.path: self._paths.original(taken.document_id, media.suffix) for taken, media in copies}
            )

    def drop(self, taken: Taken) -> None:
        """Remove a copy that did not become an original."""
        with contextlib.suppress(OSError):
            taken.path.unlink(missing_ok=True)

    def sweep(self) -> int:
        """Remove temporary copies that a killed import left; return how many.

        Only for the holder of the archive's lock: a running import has such copies too.
        """
        count = 0
        with explained():
            for path in self._paths.originals.glob(f"{_TEMPORARY}*"):
                path.unlink(missing_ok=True)
                count += 1
        return count

    def problem(
        self, document_id: DocumentId, size: int, media: MediaType = MediaType.PDF, *, is_deep: bool
    ) -> str:
        """Say in Russian what is wrong with an original; empty when nothing is.

        Args:
            document_id: The document.
            size: Its size in bytes as recorded.
            media: What it is.
            is_deep: Whether to read it all and compare its hash.
        """
        path = self._paths.original(document_id, media.suffix)
        try:
            if path.stat().st_size != size:
                return "исходный файл изменён: другая длина"
            if is_deep:
                with path.open("rb") as stream:
                    if hashlib.file_digest(stream, "sha256").hexdigest() != document_id:
                        return "исходный файл изменён: другое содержимое"
        except FileNotFoundError:
            return "исходного файла нет"
        except OSError as error:
            return f"исходный файл не читается: {error.strerror or error}"
        return ""


@contextlib.contextmanager
def opened(source: Path) -> Iterator[int]:
    """Open a regular file of somebody else's for reading; yields a descriptor.

    Never blocks on a pipe or device.

    Raises:
        UnreadableFile: If it cannot be opened.
    """
    flags = (
        os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    )
    try:
        descriptor = os.open(source, flags)
    except OSError as error:
        raise unreadable(source, error) from error
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def unreadable(source: Path, error: OSError) -> UnreadableFile:
    """Return the error for a file that the operating system does not let us read."""
    name = os.fspath(source)
    if isinstance(error, FileNotFoundError):
        return UnreadableFile(
            said("file.gone", "Файла нет на прежнем месте."),
            said("advice.check_path", "Проверьте путь и подключён ли диск."),
            name,
        )
    if isinstance(error, PermissionError):
        return UnreadableFile(
            said("file.forbidden", "Нет прав на чтение файла."),
            said("advice.open_access", "Откройте доступ к файлу или скопируйте его в свою папку."),
            name,
        )
    return UnreadableFile(
        said("file.unreadable", "Файл не читается: {detail}.", detail=error.strerror or str(error)),
        said("advice.check_disk", "Проверьте диск, скопируйте файл и повторите."),
        name,
    )


def _read(descriptor: int, source: Path) -> bytes:
    try:
        return os.read(descriptor, _CHUNK)
    except OSError as error:
        raise unreadable(source, error) from error
