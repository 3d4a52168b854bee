"""The words of a page as columns: their letters, their boxes, and the strips they stand on.

Everything here is in reading space (`index.pdf.frames`): lines run to the right and follow one another
downwards, whatever the rotation of the page or of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from index.model.textmap import SURE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Atom(NamedTuple):
    """A word or a run of punctuation on one line, written down by itself."""

    text: str
    has_blank: bool
    """Whether a blank parts it from what stands before it."""
    left: float
    top: float
    right: float
    bottom: float
    confidence: int = SURE
    """In percent; less than `SURE` when it was recognised."""


@dataclass(slots=True)
class Strip:
    """What a reader takes for one line, or a part of it.

    Attributes:
        direction: Quarter turns clockwise in which it runs on the displayed page.
        baseline: Where its letters stand.
        size: Height of its font, in points.
        is_bold: Whether it is in bold type from its first word to its last.
        is_torn: Whether it goes on with the word that ends the strip before it: no blank belongs there.
        ends_paragraph: Whether the file itself says that a paragraph ends here (U+2029).
        atoms: Its words and punctuation, when they are written down one by one and not as columns.
    """

    direction: int
    baseline: float
    size: float
    is_bold: bool = False
    is_torn: bool = False
    ends_paragraph: bool = False
    atoms: list[Atom] = field(default_factory=list)


@dataclass(slots=True)
class Words:
    """All words and runs of punctuation of a page, in the order of the file.

    Attributes:
        texts: Their letters.
        blanks: Whether a blank parts each from what stands before it, shape (n,).
        boxes: Left, top, right, bottom in reading space, in points, shape (n, 4).
        strips: The strips, in order; each has one word at least.
        firsts: Number of the first word of each strip.
        confidence: Percent for each; None when nothing was recognised.
    """

    texts: list[str]
    blanks: NDArray[np.bool_]
    boxes: NDArray[np.float64]
    strips: list[Strip]
    firsts: list[int]
    confidence: bytes | None = None


def words_of(strips: Iterable[Strip]) -> Words:
    """Return the words of strips whose atoms were written down one by one."""
    import numpy as np

    kept = [strip for strip in strips if strip.atoms]
    atoms = [atom for strip in kept for atom in strip.atoms]
    confidence = bytes(atom.confidence for atom in atoms)
    return Words(
        [atom.text for atom in atoms],
        np.array([atom.has_blank for atom in atoms], bool),
        np.array([atom[2:6] for atom in atoms], float).reshape(-1, 4),
        kept,
        _firsts([len(strip.atoms) for strip in kept]),
        confidence if any(percent < SURE for percent in confidence) else None,
    )


def _firsts(lengths: Sequence[int]) -> list[int]:
    firsts, total = [], 0
    for length in lengths:
        firsts.append(total)
        total += length
    return firsts
