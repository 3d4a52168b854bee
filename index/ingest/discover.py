"""From what the reader named (files, folders) to the files that may be documents."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.errors import ArchiveError, ImportFailed, UnknownFormat, UnreadableFile
from index.formats import kinds
from index.model.said import said
from index.store.originals import opened, unreadable
from index.tasks import Task


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be a document.

    Attributes:
        path: The file, as it was named or below the folder that was named.
        size: In bytes.
        modified_ns: Time of its last change.
        is_named: Whether the reader named this very file, not only a folder above it.
    """

    path: Path
    size: int
    modified_ns: int
    is_named: bool


@dataclass(frozen=True, slots=True)
class Rejected:
    """A path that was named and cannot be imported."""

    path: Path
    error: ArchiveError


def discover(paths: Iterable[Path], task: Task) -> Iterator[Candidate | Rejected]:
    """Yield the documents among `paths` and in the folders among them, each path once.

    Folders are walked in sorted order; hidden files and folders are left out, links are followed but no
    folder is entered twice. In a folder a file counts when its name is that of a document, also of one that
    cannot be read, or its first bytes are (`index.formats.kinds`); others are passed over in silence. A path
    that was named is always answered for.

    Raises:
        Cancelled: If `task` was cancelled.
    """
    walk = _Walk(task)
    for path in paths:
        task.checkpoint()
        yield from walk.named(path)


def looks_like_document(path: Path) -> bool:
    """Whether the signature of a document stands where readers accept it, whatever the name says.

    Raises:
        UnreadableFile: If the file cannot be read.
    """
    with opened(path) as descriptor:
        try:
            return kinds.has_signature(os.read(descriptor, kinds.HEAD_BYTES))
        except OSError as error:
            raise unreadable(path, error) from error


class _Walk:
    """One walk over everything that was named; remembers where it has been."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._files: set[str] = set()
        self._folders: set[tuple[int, int]] = set()
        self._met = 0

    def named(self, path: Path) -> Iterator[Candidate | Rejected]:
        """Answer for a path that was named."""
        try:
            status = path.stat()
        except OSError as error:
            yield Rejected(path, unreadable(path, error))
            return
        if stat.S_ISDIR(status.st_mode):
            yield from self._folder(path)
            return
        refusal = _refusal(path, status)
        if refusal is not None:
            yield Rejected(path, refusal)
        elif self._is_new(path):
            yield Candidate(path, status.st_size, status.st_mtime_ns, is_named=True)

    def _folder(self, top: Path) -> Iterator[Candidate | Rejected]:
        self._met = 0
        # A list instead of recursion: folders can lie deeper than Python likes to recurse.
        waiting = [top]
        while waiting:
            self._task.checkpoint()
            folder = waiting.pop()
            try:
                entries = self._entries(folder)
            except OSError as error:
                self._met += 1
                yield Rejected(folder, unreadable(folder, error))
                continue
            for entry in entries:
                if not _is_folder(entry):
                    yield from self._entry(entry)
            waiting.extend(Path(entry.path) for entry in reversed(entries) if _is_folder(entry))
        if not self._met:
            hint = said("advice.check_folder", "Проверьте, та ли это папка. Скрытые файлы не читаются.")
            nothing = said("folder.nothing", "В папке нет документов, которые читаются.")
            yield Rejected(top, UnknownFormat(nothing, hint, os.fspath(top)))

    def _entries(self, folder: Path) -> list[os.DirEntry[str]]:
        """Return what is in a folder, sorted; nothing when it was entered before, by whatever name."""
        status = folder.stat()
        key = (status.st_dev, status.st_ino)
        if key in self._folders:
            return []
        self._folders.add(key)
        with os.scandir(folder) as entries:
            return sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name)

    def _entry(self, entry: os.DirEntry[str]) -> Iterator[Candidate | Rejected]:
        """Answer for a file in a folder, if it may be a document."""
        path, has_name = Path(entry.path), kinds.is_worth_a_look(entry.name)
        try:
            status = entry.stat()
            if not stat.S_ISREG(status.st_mode) or not (has_name or looks_like_document(path)):
                return
        except (OSError, UnreadableFile) as error:
            if has_name:
                self._met += 1
                yield Rejected(path, unreadable(path, error) if isinstance(error, OSError) else error)
            return
        self._met += 1
        if not self._is_new(path):
            return
        if status.st_size:
            yield Candidate(path, status.st_size, status.st_mtime_ns, is_named=False)
        else:
            yield Rejected(path, _empty(path))

    def _is_new(self, path: Path) -> bool:
        key = os.path.abspath(path)  # noqa: PTH100 - Path has no way to make a path absolute and keep its links
        if key in self._files:
            return False
        self._files.add(key)
        return True


def _refusal(path: Path, status: os.stat_result) -> ArchiveError | None:
    """Return why a file that was named cannot be imported; None when it may be a document."""
    name = os.fspath(path)
    if not stat.S_ISREG(status.st_mode):
        return UnknownFormat(
            said("file.device", "Это не файл, а устройство или канал."),
            said("advice.choose_document", "Выберите файл с документом."),
            name,
        )
    if not status.st_size:
        return _empty(path)
    try:
        with opened(path):
            pass
        kinds.recognised(path, path.name)
    except ImportFailed as error:
        return error
    except OSError as error:
        return unreadable(path, error)
    return None


def _empty(path: Path) -> UnreadableFile:
    return UnreadableFile(
        said("file.empty", "Файл пуст."),
        said("advice.copy_again", "Скачайте или скопируйте его заново."),
        os.fspath(path),
    )


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
