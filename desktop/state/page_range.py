"""Pages as people write them for a printer: «1–3, 7», «iv–x»."""

from __future__ import annotations

import re
from typing import Final

from desktop.state.page_names import PageNames

_DASH: Final = re.compile(r"\s*[-‐‑‒–—]\s*")
_COMMA: Final = re.compile(r"\s*[,;]\s*")


def pages_of(written: str, names: PageNames) -> tuple[int, ...] | None:
    """Return the pages that are meant, from 0, in the order in which they are written, each once.

    Labels hold before numbers, see `PageNames.find`; ranges may be open at one end, and run backwards.
    None when nothing is written, or something that is no page.
    """
    found: dict[int, None] = {}
    for part in filter(None, _COMMA.split(written.strip())):
        pages = _run_of(part, names)
        if pages is None:
            return None
        found |= dict.fromkeys(pages)
    return tuple(found) or None


def _run_of(part: str, names: PageNames) -> range | None:
    if (whole := names.find(part)) is not None:
        # A label may have a dash of its own: «А-3».
        return range(whole, whole + 1)
    ends = _DASH.split(part)
    if len(ends) != 2 or not any(ends):
        return None
    first = names.find(ends[0]) if ends[0] else 0
    last = names.find(ends[1]) if ends[1] else len(names) - 1
    if first is None or last is None:
        return None
    return range(first, last + 1) if first <= last else range(first, last - 1, -1)
