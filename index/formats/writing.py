"""Collects the blocks of a document while its reader walks through it."""

from __future__ import annotations

from collections.abc import Sequence

from index.formats.content import Block, Heading, Paragraph, Picture, Table, plain

_BULLET = "•"
_DEEPEST_HEADING = 6


class Scribe:
    """Takes down headings, paragraphs, items, tables and pictures; empty ones are left out."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def heading(self, text: str, level: int) -> None:
        """Take a heading; 1 is the highest level."""
        if words := plain(text):
            self.blocks.append(Heading(words, max(1, min(level, _DEEPEST_HEADING))))

    def paragraph(self, text: str, depth: int = 0) -> None:
        """Take a paragraph; `depth` is that of quotations it stands in."""
        if words := plain(text):
            self.blocks.append(Paragraph(words, depth=depth))

    def item(self, text: str, mark: str, depth: int = 0) -> None:
        """Take an item of a list.

        Args:
            text: Without the mark.
            mark: «2.»; empty for a bullet.
            depth: How many lists it stands in, less one.
        """
        if words := plain(text):
            shown = plain(mark) or _BULLET
            self.blocks.append(Paragraph(f"{shown} {words}", shown, depth))

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Take a table."""
        plain_rows = [tuple(plain(cell) for cell in row) for row in rows]
        said = tuple(row for row in plain_rows if any(row))
        if not said:
            return
        if max(map(len, said)) == 1:
            # A frame around paragraphs, not a table.
            for (cell,) in said:
                self.paragraph(cell)
            return
        self.blocks.append(Table(said))

    def picture(self, file: bytes | None, name: str) -> None:
        """Take a picture, if there is one."""
        if file:
            self.blocks.append(Picture(file, name))
