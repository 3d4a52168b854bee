"""Lines that exist only in the picture of a scanned page: long dark runs of its pixels."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Any

from index.pdf.opening import opened
from index.pdf.table_ink import Rule
from index.pdf.table_page import PageInk

_DOTS_PER_INCH = 150.0
_MOST_PIXELS = 12_000_000
_DARK = 0.62  # of the brightness of the paper
_SHORTEST_PT = 26.0  # strokes of letters are shorter, even those of headings
_FEW_LINES = 4
_MOST_OF_PAGE = 0.6
_MOST_RUNS = 60_000  # dark edges and photographs, not lines


def is_scan(page: Any, ink: PageInk) -> bool:  # noqa: ANN401 - pdfplumber has no types
    """Whether pictures cover most of a page on which hardly a line is drawn."""
    area = float(page.width) * float(page.height)
    covered = sum(float(image["width"]) * float(image["height"]) for image in page.images)
    return len(ink.across) + len(ink.down) < _FEW_LINES and covered > _MOST_OF_PAGE * area


def add_lines(path: str, passwords: Sequence[str], page_index: int, width_pt: float, ink: PageInk) -> None:
    """Look for lines in the picture of a page and add them, in page space.

    Args:
        path: The file.
        passwords: Tried on a file that needs one.
        page_index: The page, counted from 0.
        width_pt: Its width as displayed.
        ink: What gets the lines.
    """
    import numpy as np

    with contextlib.closing(opened(path, passwords)) as pdf:
        page = pdf[page_index]
        width, height = page.get_size()
        scale = min(_DOTS_PER_INCH / 72, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        pixels = page.render(scale=scale, grayscale=True).to_numpy()
        page.close()
    gray = np.asarray(pixels).reshape(pixels.shape[0], pixels.shape[1])
    dark = gray < _DARK * float(np.percentile(gray, 90))
    to_pt = width_pt / gray.shape[1]
    ink.across += _runs(dark, to_pt)
    ink.down += _runs(dark.T, to_pt)


def _runs(dark: Any, to_pt: float) -> list[Rule]:  # noqa: ANN401 - an array of numpy, rows by columns
    """Return the long runs along the rows of a picture; they may slip into a neighbouring row once."""
    import numpy as np

    thick = dark.copy()
    thick[1:] |= dark[:-1]
    thick[:-1] |= dark[1:]
    edge = np.zeros((thick.shape[0], 1), dtype=np.int8)
    steps = np.diff(np.hstack([edge, thick.astype(np.int8), edge]), axis=1)
    rows, begins = np.nonzero(steps == 1)
    _rows, ends = np.nonzero(steps == -1)
    long = (ends - begins) * to_pt >= _SHORTEST_PT
    if not 0 < int(long.sum()) <= _MOST_RUNS:
        return []
    found = zip(rows[long].tolist(), begins[long].tolist(), ends[long].tolist(), strict=True)
    return [Rule((row + 0.5) * to_pt, begin * to_pt, end * to_pt) for row, begin, end in found]
