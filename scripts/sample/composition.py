"""Reads the texts of the sample into blocks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"


class Kind(Enum):
    """What a block is. The value is the mark that begins it in the text; a plain paragraph has none."""

    TITLE = "="
    HEADING = "=="
    LETTERHEAD = "^"
    LINE = "~"
    """Place and date, source: a line set apart."""
    PICTURE = "!"
    TABLE_CAPTION = "#"
    TABLE = "|"
    SIGNATURE = "/"
    PARAGRAPH = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a composition.

    Attributes:
        kind: What it is.
        text: Its text as one line, without marks.
        rows: Cells of a table or of a signature; empty for other blocks.
    """

    kind: Kind
    text: str
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Composition:
    """One document of the sample.

    Attributes:
        name: File name without suffix.
        blocks: What is on its pages, in reading order.
    """

    name: str
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The text of the title."""
        return next(block.text for block in self.blocks if block.kind is Kind.TITLE)

    @property
    def text(self) -> str:
        """What a reader should get: one paragraph a line, cells of a row joined by blanks."""
        return "\n".join(
            "\n".join(" ".join(row) for row in block.rows) or block.text for block in self.blocks
        )


def compositions() -> tuple[Composition, ...]:
    """Return the documents of the sample, by name."""
    return tuple(
        Composition(path.stem, tuple(_block(part) for part in path.read_text("utf-8").strip().split("\n\n")))
        for path in sorted(TEXTS.glob("*.txt"))
    )


def _block(source: str) -> Block:
    mark, _, rest = source.partition(" ")
    if mark == Kind.TABLE.value:
        rows = tuple(
            tuple(cell.strip() for cell in line.removeprefix("|").split("|")) for line in source.split("\n")
        )
        return Block(Kind.TABLE, "", rows)
    text = " ".join(rest.split())
    if mark == Kind.SIGNATURE.value:
        office, name = text.split(" | ")
        return Block(Kind.SIGNATURE, "", ((office, name),))
    if mark in {kind.value for kind in Kind}:
        return Block(Kind(mark), text)
    return Block(Kind.PARAGRAPH, " ".join(source.split()))
