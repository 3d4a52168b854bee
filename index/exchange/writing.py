"""What all formats of an export have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, TextIO

from index.exchange.kinds import ALL_GROUPS
from index.exchange.portion import Portion
from index.facts.wording import GroupKey
from index.text.wording import Language


@dataclass(frozen=True, slots=True)
class Form:
    """How a file is to be written, whatever its format.

    Attributes:
        groups: What of the facts is in it.
        language: Of heads, names and codes; formats for programs have none.
        delimiter: What parts the columns of CSV: `;`, with decimal commas, or `,`, with decimal points.
        title: What the file says of itself, where it can.
    """

    groups: frozenset[GroupKey] = ALL_GROUPS
    language: Language = Language.RU
    delimiter: str = ";"
    title: str = ""


PLAIN: Final = Form()
"""Everything, in Russian."""


class Writer(Protocol):
    """Writes one file, document by document; all raise OSError if the disk is full or refuses."""

    def add(self, told: Portion) -> None:
        """Write what a document names and states."""
        ...

    def close(self) -> None:
        """Finish the file; without this it is good for nothing."""
        ...

    def abandon(self) -> None:
        """Let go of the file and leave it as it is: it will be removed."""
        ...


def text_stream(path: Path, errors: str = "replace") -> TextIO:
    """Open a file of text for writing.

    Args:
        path: The file.
        errors: What becomes of halves of surrogate pairs: they are no characters, but broken PDFs hold some.
    """
    return path.open("w", encoding="utf-8", errors=errors, newline="")


MakeWriter = Callable[[Path, Form], Writer]
