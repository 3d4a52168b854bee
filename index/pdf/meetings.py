"""Two lines that follow one another, and what can be seen of them: what the rules of paragraphs judge by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.pdf.columns import Block, is_full
from index.pdf.layout import PrintedLine
from index.pdf.manner import Manner

SIZE_DIFFERENCE = 0.15  # scans with a text layer vary by less from line to line
WIDE_STEP = 1.22
CELL_STEP_EM = 1.6
AT_MARGIN_EM = 0.5
WIDE_SHARE = 0.6
# Asked of nearly every line: regular expressions that search for its end would read all of it.
CLOSERS = "»”\"’')]"
ENDS, STOPS = frozenset(".!?…:;"), frozenset(".!?…")
ITEM = re.compile(
    r"(?:[–—-]|\[\d{1,3}\]|\(?(?:\d{1,3}|[а-яёa-z])\)|\d{1,3}\.|\d{1,3}(?:\.\d{1,3})+\.?)\s|(?:Статья|Глава|Раздел)\s+[\dIVX]",
    re.IGNORECASE,
)
WORD = re.compile(r"\w{3}|\w{1,2}\s\w{2}")
LINK_WORD = (
    r"(?:а|без|в|во|для|до|за|и|из|или|к|ко|на|над|не|ни|о|об|обо|от|по|под|при|про|с|со|у|что|чтобы|как)"
)
ENDS_OPEN = re.compile(rf"(?:[,(«–—-]|\b{LINK_WORD})\Z", re.IGNORECASE)


@dataclass(slots=True)
class Meeting:
    """Two lines that follow one another in the text.

    Attributes:
        above: The one that comes first.
        below: The other one.
        after: What follows `below` in its column.
        block: The column of `above`.
        next_block: The column of `below`: the same one, unless `above` is the last of its column.
        manner: Habits of the document.
        opening: The first line of the paragraph that `above` belongs to.
        open_lines: Lines since a bracket or quotation mark was opened that is still open; 0 if none is.
    """

    above: PrintedLine
    below: PrintedLine
    after: PrintedLine | None
    block: Block
    next_block: Block
    manner: Manner
    opening: PrintedLine
    open_lines: int = 0

    @property
    def is_end(self) -> bool:
        """Whether the upper line ends like a sentence or an item of a list."""
        return self.above.text.rstrip(CLOSERS)[-1:] in ENDS

    @property
    def starts_lower(self) -> bool:
        """Whether the lower line begins with a small letter."""
        return self.below.text[:1].islower()

    @property
    def is_full(self) -> bool:
        """Whether the upper line reaches the margin."""
        return is_full(self.above, self.below, self.block.right)

    @property
    def runs_on(self) -> bool:
        """Whether a sentence fills its line from margin to margin and goes on at the next margin, plainly."""
        if not self.starts_lower or self.is_end or not self.is_full:
            return False
        last, em = self.above.text[-1], self.above.size
        if not (last.isalpha() or last in ",–—-»)"):
            return False
        is_filled = self.above.right > self.block.right - AT_MARGIN_EM * em
        return is_filled and abs(self.below.left - self.next_block.left) < AT_MARGIN_EM * em

    @property
    def has_words(self) -> bool:
        """Whether both lines are of words, not parts of a formula."""
        return bool(WORD.search(self.above.text) and WORD.search(self.below.text))

    @property
    def has_same_size(self) -> bool:
        """Whether both are set in nearly one size."""
        return abs(self.above.size - self.below.size) <= SIZE_DIFFERENCE * self.above.size

    @property
    def step(self) -> float:
        """Distance of the baselines."""
        return self.below.baseline - self.above.baseline
