"""What a page's text was cut into, before it is known which strips it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(slots=True)
class Pieces:
    """Words and runs of punctuation on their way to become `Words`; columns of one length.

    Attributes:
        texts: Their letters.
        numbers: pdfium's number of the first character of each.
        sides: Left, bottom, right, top in file space, shape (n, 4).
        boxes: Left, top, right, bottom in reading space, shape (n, 4).
        directions: Quarter turns clockwise in which each runs on the displayed page.
        blanks: Whether a blank parts each from what stands before it.
        begin_lines: Whether pdfium begins a line with it.
    """

    texts: list[str]
    numbers: NDArray[np.int64]
    sides: Floats
    boxes: Floats
    directions: NDArray[np.int64]
    blanks: NDArray[np.bool_]
    begin_lines: NDArray[np.bool_]

    def only(self, wanted: NDArray[np.bool_]) -> Pieces:
        """Return some of them; what follows the first one of a line that is left out begins the line."""
        import numpy as np

        if wanted.all():
            return self
        lines = np.cumsum(self.begin_lines)[wanted]
        begin_lines = np.ones(len(lines), bool)
        begin_lines[1:] = lines[1:] != lines[:-1]
        texts = [text for text, is_wanted in zip(self.texts, wanted.tolist(), strict=True) if is_wanted]
        made = Pieces(texts, *(column[wanted] for column in self.columns()))
        made.begin_lines = begin_lines
        return made

    def columns(self) -> Iterator[NDArray[Any]]:
        """Yield the columns after `texts`, in order."""
        yield from (self.numbers, self.sides, self.boxes, self.directions, self.blanks, self.begin_lines)
