"""Annotations of Hypothesis: what its API answers (`rows`), and what its client exports (`annotations`).

https://h.readthedocs.io/en/latest/api-reference/v1/ - targets have the selectors of the W3C model,
without its words around them; notes on a page as a whole have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from index.model.annotation import AnnotationKind, HighlightColor, Pen
from index.model.foreign import Foreign
from index.notes.foreign_files import About, Parsed

_ACCOUNT: Final = "acct:"


def hypothesis(value: Any) -> Parsed | None:  # noqa: ANN401 - whatever JSON holds
    """Return the annotations of an export; None if it is none."""
    rows = value
    if isinstance(value, dict):
        rows = value.get("rows", value.get("annotations"))
    if not isinstance(rows, list) or not rows:
        return None
    if not all(isinstance(row, dict) and "uri" in row and "target" in row for row in rows):
        return None
    return ((_about(row), _foreign(row)) for row in rows)


def _about(row: Mapping[str, Any]) -> About:
    document = row.get("document") or {}
    titles = document.get("title") or [""]
    title = titles if isinstance(titles, str) else str(titles[0])
    uri = str(row["uri"])
    # The address of a PDF from a disk is a digest that nobody else has: its title is its file's name.
    is_private = uri.startswith("urn:")
    return About(addresses=() if is_private else (uri,), names=(title,) if title else (), title=title)


def _foreign(row: Mapping[str, Any]) -> Foreign:
    place = _place(row["target"])
    references = row.get("references") or []
    is_of_words = bool(place.get("quote"))
    kind = AnnotationKind.HIGHLIGHT if is_of_words else AnnotationKind.NOTE
    shown = (row.get("user_info") or {}).get("display_name")
    author = shown or str(row.get("user") or "").removeprefix(_ACCOUNT).partition("@")[0]
    tags = tuple(map(str, row.get("tags") or ()))
    pen = Pen(HighlightColor.YELLOW, str(row.get("text") or ""), tags, kind, author)
    return Foreign(
        source=str(row["id"]),
        pen=pen,
        created=str(row.get("created") or ""),
        modified=str(row.get("updated") or ""),
        answers=str(references[-1]) if references else "",
        **place,
    )


def _place(targets: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    place: dict[str, Any] = {}
    for target in targets:
        for selector in target.get("selector") or ():
            kind = selector.get("type")
            if kind == "TextQuoteSelector":
                place |= {
                    "quote": str(selector.get("exact") or ""),
                    "prefix": str(selector.get("prefix") or ""),
                    "suffix": str(selector.get("suffix") or ""),
                }
            elif kind == "TextPositionSelector":
                place["offset"] = int(selector["start"])
            elif kind == "PageSelector":
                place["page_index"] = int(selector["index"])
    return place
