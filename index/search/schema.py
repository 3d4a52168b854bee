"""How documents lie in the Whoosh index. One index document for each document of the archive.

| field | holds |
|---|---|
| `id` | the document id: a term, for replacing and deleting, and a column |
| `text`, `title` | lemmas, stems and surface forms of names, with positions |
| `text_forms`, `title_forms` | the words as written, with positions |
| `file`, `date`, `title_at` | columns: file name; ISO date; position of the title in the text, or -1 |
| `places` | stored: the packed places of the text's tokens |

Imported by writers and readers only, when the index is first used: it loads Whoosh.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from typing import Any, Final

from whoosh.columns import NumericColumn, VarBytesColumn  # noqa: TID253 - this module is the Whoosh schema
from whoosh.fields import COLUMN, ID, STORED, FieldType, Schema  # noqa: TID253 - as above
from whoosh.formats import Format  # noqa: TID253 - as above

from index.search.analysis import TermPositions
from index.text.morphology import ANALYZER_VERSION

INDEX_VERSION: Final = f"3/{ANALYZER_VERSION}"
"""Version of the schema and of the analyzer; an index of another version is built again."""


class PositionsFormat(Format):  # type: ignore[misc]  # Whoosh has no types
    """Posting values that are arrays of positions: little-endian, 32 bits each.

    Whoosh's own format pickles a list of deltas for each posting; this one is read by one copy.
    """

    def decode_frequency(self, value: bytes) -> int:
        """Return how often the term stands in the document."""
        return len(value) // 4

    def decode_positions(self, value: bytes) -> array[int]:
        """Return where it stands."""
        return decode_positions(value)


class Positional(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field whose terms and positions are made by `index.search.analysis`."""

    def __init__(self) -> None:
        super().__init__(PositionsFormat(), analyzer=None, scorable=True)

    def index(self, value: TermPositions, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:  # noqa: ANN401 - Whoosh's signature
        """Yield what Whoosh wants of each term: bytes, frequency, weight, posting value."""
        for term, positions in value.items():
            yield term.encode(), len(positions), float(len(positions)), encode_positions(positions)


def encode_positions(positions: array[int]) -> bytes:
    """Return positions as bytes."""
    if sys.byteorder == "big":
        positions = array("I", positions)
        positions.byteswap()
    return positions.tobytes()


def decode_positions(value: bytes) -> array[int]:
    """Return the positions that `encode_positions` packed."""
    positions = array("I", value)
    if sys.byteorder == "big":
        positions.byteswap()
    return positions


def make_schema() -> Any:  # noqa: ANN401 - Whoosh has no types
    """Return the schema of a new index."""
    return Schema(
        id=ID(unique=True, sortable=True),
        text=Positional(),
        title=Positional(),
        text_forms=Positional(),
        title_forms=Positional(),
        file=COLUMN(VarBytesColumn()),
        date=COLUMN(VarBytesColumn()),
        number=COLUMN(NumericColumn("q", default=0)),
        title_at=COLUMN(NumericColumn("i", default=-1)),
        places=STORED(),
    )
