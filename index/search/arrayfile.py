"""A file of named arrays that are mapped into memory, each block of which is checked before it is first used.

    CHTARR01                              8 bytes
    array, array, ...                     raw, little-endian, each at a multiple of 64
    sums                                  CRC-32 of every 16 KiB of every array, little-endian
    header                                JSON: names, types, places, what the writer adds
    length of header, its CRC-32          4 and 4 bytes
    CHTARR01                              8 bytes

Nothing is unpickled, and nothing is believed: a flipped bit is found before an answer is made of it. Opening
reads the header alone; a block is summed up once, when it is first used.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np  # noqa: TID253 - this module is arrays
from numpy.typing import NDArray  # noqa: TID253 - as above

from index.errors import IndexDamaged

_MAGIC: Final = b"CHTARR01"
_TAIL: Final = struct.Struct("<II8s")
_ALIGNMENT: Final = 64
_BLOCK_BITS: Final = 14
_LONGEST_HEADER: Final = 1 << 20

Array = NDArray[Any]


def damaged(detail: str) -> IndexDamaged:
    """Return the error that says that the index has to be built again."""
    return IndexDamaged(
        f"Поисковый указатель повреждён ({detail}). Документы и заметки целы: они хранятся отдельно.",
        "Перестройте указатель: это безопасно и ничего не меняет в документах.",
    )


def write_arrays(
    path: Path, arrays: Mapping[str, Array], facts: Mapping[str, int | str] | None = None
) -> None:
    """Write a new file of one-dimensional arrays. Not yet on the disk when this returns: see `storage`.

    Args:
        path: The file; written over.
        arrays: The arrays by name, of numbers.
        facts: What else to keep, readable as `ArrayFile.facts`.
    """
    places: dict[str, tuple[str, int, int]] = {}
    sums: list[int] = []
    with path.open("wb") as file:
        file.write(_MAGIC)
        for name, array in arrays.items():
            file.write(bytes(-file.tell() % _ALIGNMENT))
            little = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
            places[name] = (little.dtype.str, file.tell(), len(little))
            raw = memoryview(little.data).cast("B") if len(little) else memoryview(b"")
            file.write(raw)
            sums.extend(zlib.crc32(raw[at : at + (1 << _BLOCK_BITS)]) for at in _blocks(len(raw)))
        packed = struct.pack(f"<{len(sums)}I", *sums)
        header = json.dumps({"arrays": places, "sums": len(sums), "facts": dict(facts or {})}).encode()
        file.write(packed)
        file.write(header)
        file.write(_TAIL.pack(len(header), zlib.crc32(packed + header), _MAGIC))


def _blocks(size: int) -> range:
    return range(0, size, 1 << _BLOCK_BITS)


class Section:
    """One array of a file. Reading it does not block for longer than the disk takes.

    Args:
        name: Its name, for the error.
        array: The mapped numbers.
        sums: CRC-32 of each block of them.
    """

    __slots__ = ("_array", "_is_checked", "_item_bytes", "_name", "_sums", "_unseen")

    def __init__(self, name: str, array: Array, sums: Array) -> None:
        self._name, self._array, self._sums = name, array, sums
        self._unseen = bytearray(b"\1" * len(sums))
        self._item_bytes = array.itemsize
        self._is_checked = not len(array)

    def __len__(self) -> int:
        return len(self._array)

    def part(self, start: int, stop: int) -> Array:
        """Return a view of a part, checked.

        Raises:
            IndexDamaged: If it is not what was written.
        """
        if not self._is_checked and stop > start:
            first = start * self._item_bytes >> _BLOCK_BITS
            last = (stop * self._item_bytes - 1 >> _BLOCK_BITS) + 1
            if self._unseen.find(1, first, last) >= 0:
                self._check(first, last)
        return self._array[start:stop]

    def all(self) -> Array:
        """Return a view of the whole array, checked; raises as `part`."""
        if not self._is_checked:
            self._check(0, len(self._sums))
            self._is_checked = True
        return self._array

    def _check(self, first: int, last: int) -> None:
        raw = self._array.view(np.uint8).data
        for block in range(first, last):
            if self._unseen[block]:
                at = block << _BLOCK_BITS
                if zlib.crc32(raw[at : at + (1 << _BLOCK_BITS)]) != int(self._sums[block]):
                    raise damaged(self._name)
                self._unseen[block] = 0


class ArrayFile:
    """An opened file of arrays. Any thread may read from it.

    Args:
        path: The file.

    Attributes:
        facts: What the writer added.

    Raises:
        IndexDamaged: If it is none, or is cut.
        OSError: If it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._name = path.name
        with path.open("rb") as file:
            size = file.seek(0, 2)
            if size < len(_MAGIC) + _TAIL.size:
                raise damaged(self._name)
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        length, checksum, magic = _TAIL.unpack_from(self._map, size - _TAIL.size)
        at = size - _TAIL.size - length
        if magic != _MAGIC or self._map[: len(_MAGIC)] != _MAGIC or length > _LONGEST_HEADER or at < 0:
            raise damaged(self._name)
        try:
            header = json.loads(self._map[at : at + length])
            sums = np.frombuffer(self._map, "<u4", header["sums"], at - 4 * header["sums"])
            if zlib.crc32(self._map[at - 4 * len(sums) : at + length]) != checksum:
                raise damaged(self._name)
            self.facts: dict[str, Any] = header["facts"]
            self._sections = self._mapped(header["arrays"], sums)
        except (ValueError, KeyError, TypeError) as error:
            raise damaged(self._name) from error

    def __getitem__(self, name: str) -> Section:
        try:
            return self._sections[name]
        except KeyError as error:
            raise damaged(f"{self._name}: {name}") from error

    def let_go(self) -> None:
        """Give back the memory of what was read so far: what is read again is mapped again."""
        # Windows takes it back by itself.
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def _mapped(self, places: Mapping[str, tuple[str, int, int]], sums: Array) -> dict[str, Section]:
        sections: dict[str, Section] = {}
        used = 0
        for name, (kind, start, length) in places.items():
            array = np.frombuffer(self._map, np.dtype(kind), length, start)
            count = len(_blocks(array.nbytes))
            sections[name] = Section(f"{self._name}: {name}", array, sums[used : used + count])
            used += count
        return sections
