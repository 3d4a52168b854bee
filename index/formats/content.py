"""What a document says, without its looks: headings, paragraphs, items, tables, pictures, in order.

Readers of formats make it, the typesetter prints it. All texts are *plain*: NFC, words parted by single
blanks, nothing invisible. What is printed from them is read back letter for letter.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from index.text.normalise import INVISIBLE, LIGATURES

# Stress marks are print, though a search passes over them; all else that cannot be seen is dropped.
_UNSEEN: Final = str.maketrans(
    dict.fromkeys((letter for letter in INVISIBLE if not "\u0300" <= letter <= "\u036f"), "")
    | dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff", "")
    | LIGATURES
)
_BLANKS: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Half of a surrogate pair is no character; private and unassigned codes mean nothing outside their font.
_MEANINGLESS: Final = re.compile("[\ud800-\udfff\ue000-\uf8ff\ufff0-\ufffb\U000e0000-\U0010ffff]")


def plain(text: str) -> str:
    """Return a text in one line: NFC, single blanks between words, nothing invisible. Idempotent."""
    seen = _MEANINGLESS.sub("", text.translate(_UNSEEN))
    return " ".join(_BLANKS.sub(" ", unicodedata.normalize("NFC", seen)).split())


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        text: Plain; not empty.
        level: 1 for the highest.
    """

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or an item of a list.

    Attributes:
        text: Plain, with the item's mark («•», «2.») if there is one; not empty.
        mark: The mark alone; empty when it is no item.
        depth: How many lists an item stands in, less one; for others, the depth of quotations.
    """

    text: str
    mark: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table; each row becomes one paragraph of the text, its cells parted by blanks.

    Attributes:
        rows: Plain texts of cells, row by row; rows may differ in length, cells may be empty.
    """

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture inside a document.

    Attributes:
        file: The picture as it was in the file; nobody has looked into it yet.
        name: What it is called there, for messages.
    """

    file: bytes = field(repr=False)
    name: str = ""


Block = Heading | Paragraph | Table | Picture


@dataclass(frozen=True, slots=True)
class Content:
    """A whole document.

    Attributes:
        blocks: In the order of reading.
        title: What the file says it is called; empty when it does not.
        author: Who wrote it, by the file; empty when unknown.
        created: When it was made, ISO 8601, by the file; empty when unknown.
        notices: What of the file is left out, for the report, in Russian.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    created: str = ""
    notices: tuple[str, ...] = ()

    def paragraphs(self) -> list[str]:
        """Return the paragraphs of the text that its edition must say."""
        said: list[str] = []
        for block in self.blocks:
            if isinstance(block, Table):
                said += filter(None, (" ".join(filter(None, row)) for row in block.rows))
            elif not isinstance(block, Picture):
                said.append(block.text)
        return said
