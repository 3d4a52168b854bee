"""What the index knows of each document of a segment: one array for each property.

| array | holds, for each document |
|---|---|
| `id` | SHA-256, 32 bytes |
| `number` | the archive's own number |
| `length`, `title_length` | tokens of text and title |
| `title_at` | position of the title in the text, -1 when it does not stand there |
| `day` | first day of its date as YYYYMMDD, 0 when unknown |
| `marks` + `marks_at` | first character of every sixteenth token |
| `pages` + `pages_at` | first token of each page |
| `file` + `file_at`, `name` + `name_at` | name of the file; folded title, UTF-8 |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

import numpy as np  # noqa: TID253 - this module is arrays
from numpy.typing import NDArray  # noqa: TID253 - as above

from index.search.arrayfile import Array, ArrayFile
from index.search.keys import Bools, runs

_PLAIN: Final = {
    "number": np.int64,
    "length": np.uint32,
    "title_length": np.uint32,
    "title_at": np.int32,
    "day": np.int32,
}
_RAGGED: Final = {"marks": np.uint32, "pages": np.uint32, "file": np.uint8, "name": np.uint8}
_ID_BYTES: Final = 32

Columns = Mapping[str, Array]
"""The arrays of a segment, by name."""


def from_rows(rows: Sequence[Mapping[str, Any]]) -> dict[str, Array]:
    """Return the columns of documents that `index.search.batch` analysed."""
    columns: dict[str, Array] = {
        name: np.array([row[name] for row in rows], kind) for name, kind in _PLAIN.items()
    }
    columns["id"] = np.frombuffer(b"".join(row["id"] for row in rows), np.uint8)
    for name, kind in _RAGGED.items():
        pieces = [_as_array(row[name], kind) for row in rows]
        columns[name] = np.concatenate(pieces) if pieces else np.zeros(0, kind)
        columns[f"{name}_at"] = _starts([len(piece) for piece in pieces])
    return columns


def from_file(file: ArrayFile) -> dict[str, Array]:
    """Return the columns of a file, all of them checked."""
    names = [*_PLAIN, "id", *_RAGGED, *(f"{name}_at" for name in _RAGGED)]
    return {name: file[name].all() for name in names}


def joined(parts: Sequence[tuple[Columns, Bools]]) -> dict[str, Array]:
    """Return the columns of several segments one after the other, of the documents that are kept."""
    columns = {
        name: np.concatenate([part[name][kept] for part, kept in parts]).astype(kind)
        for name, kind in _PLAIN.items()
    }
    ids = [part["id"].reshape(-1, _ID_BYTES)[kept].ravel() for part, kept in parts]
    columns["id"] = np.concatenate(ids)
    for name, kind in _RAGGED.items():
        pieces, lengths = [], []
        for part, kept in parts:
            starts = part[f"{name}_at"]
            sizes = np.diff(starts)[kept]
            pieces.append(part[name][runs(starts[:-1][kept], sizes)])
            lengths.append(sizes)
        columns[name] = np.concatenate(pieces).astype(kind)
        columns[f"{name}_at"] = _starts(np.concatenate(lengths))
    return columns


def ids_of(columns: Columns) -> list[str]:
    """Return the ids of all documents, in order."""
    raw = columns["id"].tobytes().hex()
    return [raw[at : at + 2 * _ID_BYTES] for at in range(0, len(raw), 2 * _ID_BYTES)]


def texts_of(columns: Columns, name: str) -> list[str]:
    """Return the texts of a column of texts, in order."""
    raw, bounds = columns[name].tobytes(), columns[f"{name}_at"].tolist()
    return [
        raw[start:stop].decode("utf-8", "surrogatepass" if name == "name" else "surrogateescape")
        for start, stop in pairwise(bounds)
    ]


def _starts(lengths: Sequence[int] | NDArray[Any]) -> NDArray[np.int64]:
    starts = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(np.asarray(lengths, np.int64), out=starts[1:])
    return starts


def _as_array(value: bytes | Array, kind: Any) -> Array:  # noqa: ANN401 - a type of NumPy
    return np.frombuffer(value, kind) if isinstance(value, bytes) else np.asarray(value).astype(kind)
