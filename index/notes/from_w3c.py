"""W3C Web Annotation of anyone (https://www.w3.org/TR/annotation-model/): JSON-LD with one or many of them.

Taken are bodies that are texts or tags, and of targets what tells a place: quotes, positions, pages; outlines
of words (SVG) of our own files.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import parse_qs

from index.model.annotation import Annotation, AnnotationKind, HighlightColor, Pen
from index.model.foreign import Foreign
from index.model.geometry import Point
from index.notes.foreign_files import About, Parsed, digest_in
from index.notes.jsonld import from_jsonld

_TAG: Final = re.compile(r"<[^>]{0,500}>")
_OURS: Final = "styleClass"


def w3c(value: Any) -> Parsed | None:  # noqa: ANN401 - whatever JSON holds
    """Return the annotations of a collection, a page, a list or a single one; None if it is nothing such."""
    found = list(_annotations(value))
    if not found:
        return None
    return _parsed(found, str(value.get("label", "")) if isinstance(value, dict) else "")


def _annotations(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, list):
        for one in value:
            yield from _annotations(one)
    elif isinstance(value, dict):
        types = _list(value.get("type", value.get("@type")))
        if "Annotation" in types and "target" in value:
            yield value
        elif {"AnnotationPage", "AnnotationCollection"} & set(types):
            yield from _annotations(value.get("items", value.get("first")))


def _parsed(found: list[dict[str, Any]], label: str) -> Parsed:
    for entry in found:
        own = _own(entry)
        if own is not None:
            yield About(digest=own.document_id, title=label), _foreign_own(own)
            continue
        for target in _list(entry["target"]):
            about, place = _target(target)
            yield about, _foreign(entry, place)


def _own(entry: dict[str, Any]) -> Annotation | None:
    """Return an annotation that this program wrote, with all that it knows of it."""
    target = entry["target"]
    if not isinstance(target, dict) or _OURS not in target:
        return None
    with contextlib.suppress(ValueError):
        [own] = from_jsonld(json.dumps({"items": [entry]}))
        return own
    return None


def _foreign_own(own: Annotation) -> Foreign:
    anchor = own.anchor
    return Foreign(
        source=own.id,
        pen=Pen(own.color, own.note, own.tags, own.kind, own.author),
        created=own.created,
        modified=own.modified,
        quote=anchor.quote if own.point is None else "",
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        offset=anchor.span.start,
        page_index=anchor.page_index,
        quads=own.quads,
        point=own.point,
    )


def _foreign(entry: dict[str, Any], place: dict[str, Any]) -> Foreign:
    notes, tags = _bodies(entry)
    quote = place.get("quote", "")
    kind = AnnotationKind.HIGHLIGHT if quote else AnnotationKind.NOTE
    creator = next(iter(_list(entry.get("creator"))), "")
    if isinstance(creator, dict):
        creator = creator.get("name") or creator.get("id") or ""
    identity = str(entry.get("id") or entry.get("@id") or json.dumps(entry, sort_keys=True))
    return Foreign(
        source=identity.removeprefix("urn:uuid:"),
        pen=Pen(HighlightColor.YELLOW, "\n\n".join(notes), tuple(tags), kind, str(creator)),
        created=str(entry.get("created") or ""),
        modified=str(entry.get("modified") or ""),
        **place,
    )


def _bodies(entry: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return the texts and the tags of an annotation."""
    notes = [entry["bodyValue"]] if isinstance(entry.get("bodyValue"), str) else []
    tags: list[str] = []
    for body in _list(entry.get("body")):
        if isinstance(body, str):
            notes.append(body)
            continue
        text = body.get("value", body.get("chars"))
        if not isinstance(text, str):
            continue
        if str(body.get("format", "")).startswith("text/html"):
            text = _TAG.sub("", text)
        purposes = _list(body.get("purpose", body.get("role", entry.get("motivation"))))
        (tags if "tagging" in purposes else notes).append(text.strip())
    return [note for note in notes if note], [tag for tag in tags if tag]


def _target(target: Any) -> tuple[About, dict[str, Any]]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(target, str):
        return _about(target.partition("#")[0]), _fragment(target.partition("#")[2])
    source = target.get("source", target.get("id", ""))
    title = ""
    if isinstance(source, dict):
        title, source = str(source.get("title", source.get("label", ""))), source.get("id", "")
    address, _, fragment = str(source).partition("#")
    place = _fragment(fragment)
    for selector in _list(target.get("selector")):
        place |= _selected(selector)
    about = _about(address)
    return About(about.digest, about.addresses, (), title), place


def _about(address: str) -> About:
    digest = digest_in(address)
    return About(digest, () if digest or not address else (address,))


def _selected(selector: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever JSON holds
    """Return what a selector, and those that refine it, say of a place."""
    if not isinstance(selector, dict):
        return {}
    told: dict[str, Any] = {}
    kinds = _list(selector.get("type"))
    if "TextQuoteSelector" in kinds:
        told = {
            "quote": str(selector.get("exact", "")),
            "prefix": str(selector.get("prefix") or ""),
            "suffix": str(selector.get("suffix") or ""),
        }
    elif "TextPositionSelector" in kinds:
        told = {"offset": int(selector["start"])}
    elif "FragmentSelector" in kinds:
        told = _fragment(str(selector.get("value", "")))
    for inner in _list(selector.get("refinedBy")):
        told |= _selected(inner)
    return told


def _fragment(fragment: str) -> dict[str, Any]:
    """Return the page, and the point of it, that a fragment of RFC 8118 names."""
    values = parse_qs(fragment)
    told: dict[str, Any] = {}
    with contextlib.suppress(KeyError, ValueError):
        told["page_index"] = max(0, int(values["page"][0]) - 1)
    with contextlib.suppress(KeyError, ValueError):
        x, y = (float(number) for number in values["viewrect"][0].split(",")[:2])
        told["point"] = Point(x, y)
    return told


def _list(value: Any) -> list[Any]:  # noqa: ANN401 - whatever JSON holds
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
