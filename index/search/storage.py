"""The folder of an index: fsync before every commit, hashes of every file, generations beside each other.

    index/
      current.json                  which generation is current, and by which analyzer it was built
      g000001/                      one Whoosh index
        _MAIN_7.toc  MAIN_*.seg     Whoosh's own files
        manifest-7.json             size and SHA-256 of every file of commit 7
      g000002/                      a rebuild under way; it becomes current by one rename

Whoosh pickles its table of contents: opening a stranger's index would run a stranger's code. An index is
only opened when `current.json` and the manifest of this very commit vouch for it, and an index that came
with an archive from elsewhere is never opened but built again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from whoosh.filedb.filestore import FileStorage  # noqa: TID253 - this module is Whoosh's storage

from index.search.arrayfile import damaged
from index.store.durable import flush_file, flush_folder, write_durably

CURRENT: Final = "current.json"
_TOC: Final = re.compile(r"_MAIN_(\d+)\.toc\Z")
_GENERATION: Final = re.compile(r"g(\d{6,})\Z")

Manifest = dict[str, tuple[int, str]]
"""File name -> size in bytes and SHA-256."""


@dataclass(frozen=True, slots=True)
class Current:
    """Which generation of the index is current.

    Attributes:
        folder: Its folder.
        version: `INDEX_VERSION` of the program that built it.
    """

    folder: Path
    version: str


def read_current(root: Path) -> Current | None:
    """Return which generation is current; None if there is no index yet.

    Raises:
        IndexDamaged: If the file that says so cannot be read.
    """
    try:
        described = json.loads((root / CURRENT).read_text(encoding="utf-8"))
        folder, version = described["folder"], described["version"]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise damaged(CURRENT) from error
    if not (isinstance(folder, str) and isinstance(version, str) and _GENERATION.match(folder)):
        raise damaged(CURRENT)
    return Current(root / folder, version)


def write_current(root: Path, current: Current) -> None:
    """Make a generation the current one, by one rename."""
    described = {"folder": current.folder.name, "version": current.version}
    _replace(root / CURRENT, json.dumps(described, indent=1).encode())


def new_generation(root: Path) -> Path:
    """Create and return the folder of a generation with a number never used before."""
    root.mkdir(parents=True, exist_ok=True)
    numbers = [int(match[1]) for path in root.iterdir() if (match := _GENERATION.match(path.name))]
    folder = root / f"g{max(numbers, default=0) + 1:06d}"
    folder.mkdir()
    return folder


def drop_generations(root: Path, keep: Path) -> None:
    """Delete every generation but one; what another process holds open is left for the next time."""
    for path in root.iterdir():
        if _GENERATION.match(path.name) and path != keep:
            shutil.rmtree(path, ignore_errors=True)


class DurableStorage(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """A folder whose commits survive a power cut, and that notices damage.

    Whoosh commits by renaming a new table of contents into place, without any fsync. Here every new file
    of the commit, its manifest and the folder reach the disk first.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), supports_mmap=True)
        self._path = folder
        self.segments: frozenset[str] = frozenset()
        """Ids of the segments of the commit under way; set by the writer just before it commits."""

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Rename a file; for a table of contents, make the commit durable."""
        match = _TOC.match(newname)
        if match is None:
            super().rename_file(oldname, newname, safe=safe)
            return
        if safe and (self._path / newname).exists():
            raise NameError(f"{newname} exists")
        manifest = self._manifest_of_commit(oldname, newname)
        for name in [*manifest.keys() - self._known().keys() - {newname}, oldname]:
            flush_file(self._path / name)
        _replace(self._path / f"manifest-{match[1]}.json", json.dumps(manifest).encode())
        (self._path / oldname).replace(self._path / newname)
        flush_folder(self._path)
        for path in self._path.glob("manifest-*.json"):
            if path.name != f"manifest-{match[1]}.json":
                path.unlink()

    def verify(self, *, thoroughly: bool) -> None:
        """Compare the files of the newest commit with its manifest.

        Args:
            thoroughly: Hash every file; else only its size, and the table of contents by its hash, because
                it is unpickled.

        Raises:
            IndexDamaged: If a file is missing, cut or changed.
        """
        manifest = self._known()
        if not manifest:
            raise damaged("нет описи файлов")
        for name, (size, digest) in manifest.items():
            path = self._path / name
            try:
                is_same = path.stat().st_size == size
                if is_same and (thoroughly or _TOC.match(name)):
                    is_same = _sha256(path) == digest
            except OSError:
                is_same = False
            if not is_same:
                raise damaged(name)

    def commit_number(self) -> int:
        """Return the number of the newest commit; -1 if there is none."""
        return max((int(match[1]) for name in self.list() if (match := _TOC.match(name))), default=-1)

    def drop_debris(self) -> None:
        """Delete what writers left that died, and manifests of old commits. Only with the write lock held."""
        manifest, newest = self._known(), self.commit_number()
        keep = {*manifest, f"manifest-{newest}.json", "MAIN_WRITELOCK"}
        for path in self._path.iterdir():
            if path.name in keep:
                continue
            with contextlib.suppress(OSError):
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink()

    def _known(self) -> Manifest:
        path = self._path / f"manifest-{self.commit_number()}.json"
        try:
            return {str(name): (int(size), str(digest)) for name, (size, digest) in _load(path).items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise damaged(path.name) from error

    def _manifest_of_commit(self, toc_temporary: str, toc: str) -> Manifest:
        """List the files of the commit's segments and the new table of contents; files never change."""
        known, manifest = self._known(), Manifest()
        for name in sorted(self.list()):
            path = self._path / name
            if name.partition(".")[0] in self.segments:
                size = path.stat().st_size
                same = known.get(name)
                manifest[name] = same if same and same[0] == size else (size, _sha256(path))
        path = self._path / toc_temporary
        manifest[toc] = (path.stat().st_size, _sha256(path))
        return manifest


def open_whoosh(storage: DurableStorage) -> Any:  # noqa: ANN401 - Whoosh has no types
    """Open the newest commit.

    Raises:
        IndexDamaged: If its table of contents cannot be read.
    """
    try:
        return storage.open_index()
    except MemoryError:
        raise
    except Exception as error:  # damaged pickles raise anything (docs/decisions/0005)
        raise damaged(type(error).__name__) from error


def _replace(path: Path, content: bytes) -> None:
    write_durably(path, content, path.with_name(f"{path.name}.new"))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _load(path: Path) -> dict[str, Any]:
    loaded = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(loaded, dict):
        raise TypeError("not a manifest")
    return loaded
