"""How Whoosh sees the index: one document for each document of the archive, four fields with positions.

| field | its terms |
|---|---|
| `text`, `title` | lemmas, stems and what else forms are found by |
| `text_forms`, `title_forms` | the words as written |

Both fields of a text share one set of postings (`index.search.fields`). Imported by writers and readers only,
when the index is first used: it loads Whoosh.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np  # noqa: TID253 - this module is arrays
from numpy.typing import NDArray  # noqa: TID253 - as above
from whoosh.fields import FieldType, Schema  # noqa: TID253 - this module is the Whoosh schema
from whoosh.formats import Format  # noqa: TID253 - as above

from index.text.morphology import ANALYZER_VERSION

INDEX_VERSION: Final = f"5/{ANALYZER_VERSION}"
"""Version of the files and of the analyzer; an index of another version is built again."""

FIELDS: Final = {
    "text": ("text", False),
    "title": ("title", False),
    "text_forms": ("text", True),
    "title_forms": ("title", True),
}
"""Name of a field -> whose postings it shows, and whether its terms are the forms themselves."""


class PositionsFormat(Format):  # type: ignore[misc]  # Whoosh has no types
    """Posting values that are arrays of positions: little-endian, 32 bits each."""

    def decode_frequency(self, value: bytes) -> int:
        """Return how often the term stands in the document."""
        return len(value) // 4

    def decode_positions(self, value: bytes) -> list[int]:
        """Return where it stands."""
        positions: list[int] = np.frombuffer(value, "<u4").tolist()
        return positions


class Positional(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field whose terms and positions are made by `index.search.batch`."""

    def __init__(self) -> None:
        super().__init__(PositionsFormat(), analyzer=None, scorable=True)


def encode_positions(positions: NDArray[Any]) -> bytes:
    """Return positions as the value of a posting."""
    return positions.astype("<u4").tobytes()


def make_schema() -> Any:  # noqa: ANN401 - Whoosh has no types
    """Return the schema of a new index."""
    return Schema(**{name: Positional() for name in FIELDS})
