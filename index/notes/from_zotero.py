"""Annotations of Zotero: items of its API, and Better BibTeX JSON, where they stand with their attachments.

https://www.zotero.org/support/dev/web_api/v3/ - a place is a page and rectangles in the space of the file,
which only the file itself could turn into that of the page: words are looked for on their page instead.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath, PureWindowsPath
from typing import Any, Final

from index.model.annotation import AnnotationKind, Pen
from index.model.foreign import Foreign
from index.model.geometry import Point
from index.notes.colors import nearest_pen, rgb_of
from index.notes.foreign_files import About, Parsed

_KINDS: Final = {
    "highlight": AnnotationKind.HIGHLIGHT,
    "underline": AnnotationKind.UNDERLINE,
    "note": AnnotationKind.NOTE,
    "text": AnnotationKind.NOTE,
    "image": AnnotationKind.NOTE,
    "ink": AnnotationKind.NOTE,
}


def zotero(value: Any) -> Parsed | None:  # noqa: ANN401 - whatever JSON holds
    """Return the annotations of an export; None if it is none."""
    items = value.get("items") if isinstance(value, dict) else value
    if not isinstance(items, list):
        return None
    bare = [item.get("data", item) for item in items if isinstance(item, dict)]
    if not any("itemType" in item for item in bare):
        return None
    return _parsed(bare)


def _parsed(items: Iterable[Mapping[str, Any]]) -> Parsed:
    by_key = {str(item.get("key", item.get("itemKey"))): item for item in items}
    for item in items:
        if item.get("itemType") == "annotation":
            attachment = by_key.get(str(item.get("parentItem")), {})
            above = by_key.get(str(attachment.get("parentItem")), {})
            yield _about(attachment, above), _foreign(item)
            continue
        for attachment in _lists(item, "attachments"):
            for annotation in _lists(attachment, "annotations"):
                yield _about(attachment, item), _foreign(annotation)


def _lists(item: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    yield from (one for one in item.get(key) or () if isinstance(one, dict))


def _about(attachment: Mapping[str, Any], item: Mapping[str, Any]) -> About:
    written = str(attachment.get("filename") or attachment.get("path") or "").removeprefix("storage:")
    # Paths of either system, whichever this one is.
    name = PurePath(PureWindowsPath(written).as_posix()).name
    addresses = tuple(str(one["url"]) for one in (attachment, item) if one.get("url"))
    title = str(item.get("title") or attachment.get("title") or "")
    return About(addresses=addresses, names=(name,) if name else (), title=title)


def _foreign(told: Mapping[str, Any]) -> Foreign:
    kind = _KINDS.get(str(told.get("annotationType")), AnnotationKind.NOTE)
    quote = str(told.get("annotationText") or "")
    tags = (
        tag.get("tag", tag.get("name")) if isinstance(tag, dict) else tag for tag in told.get("tags") or ()
    )
    color = nearest_pen(rgb_of(str(told.get("annotationColor") or "")))
    note = str(told.get("annotationComment") or "")
    author = str(told.get("annotationAuthorName") or "")
    return Foreign(
        source=str(told["key"]),
        pen=Pen(color, note, tuple(str(tag) for tag in tags if tag), kind, author),
        created=str(told.get("dateAdded") or ""),
        modified=str(told.get("dateModified") or ""),
        quote=quote,
        **_place(told),
    )


def _place(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return the page of an annotation, and its upper left corner there."""
    position = told.get("annotationPosition")
    if isinstance(position, str) and position:
        position = json.loads(position)
    if not isinstance(position, dict) or position.get("pageIndex") is None:
        return {}
    place: dict[str, Any] = {"page_index": int(position["pageIndex"])}
    for left, _bottom, _right, top in (position.get("rects") or ())[:1]:
        place["from_foot"] = Point(float(left), float(top))
    return place
