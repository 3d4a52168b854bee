"""Annotations as W3C Web Annotation JSON-LD (https://www.w3.org/TR/annotation-model/), and back.

One file is one `AnnotationPage`. The subset: a `TextualBody` for the note, one for each tag, a body with the
purpose "linking" for each link; a `SpecificResource` named by the SHA-256 of the document, with a quote, a
position and a page as selectors (RFC 3778 fragments; a point of a page is a view without extent), and for
each page the outlines of the words on paper, as SVG in page space.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from index.model.annotation import Anchor, Annotation, AnnotationKind, HighlightColor, Link
from index.model.document import DocumentId
from index.model.geometry import Point, Quad
from index.model.span import Span

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_PDF_FRAGMENTS: Final = "http://tools.ietf.org/rfc/rfc3778"
_DOCUMENT: Final = "urn:sha256:"
_ANNOTATION: Final = "urn:uuid:"
_MOTIVATIONS: Final = {AnnotationKind.NOTE: "commenting", AnnotationKind.BOOKMARK: "bookmarking"}
_PATH: Final = re.compile(r'd="([^"]*)"')
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


def to_jsonld(annotations: Iterable[Annotation], title: str) -> str:
    """Return the annotations of one document as the text of a JSON-LD file, each on a line of its own.

    Args:
        annotations: In the order in which they are to stand.
        title: The document's title, for people who open the file.
    """
    head = json.dumps(
        {"@context": _CONTEXT, "type": "AnnotationPage", "label": title}, ensure_ascii=False
    ).removesuffix("}")
    # An indented file takes ten times as long, and it is written at every change of a note.
    items = ",\n".join(json.dumps(_annotation(one), ensure_ascii=False) for one in annotations)
    text = f'{head}, "items": [\n{items}\n]}}'
    # Halves of surrogate pairs are no Unicode; JSON can hold them escaped.
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def from_jsonld(text: str) -> tuple[Annotation, ...]:
    """Return the annotations of a file that `to_jsonld` wrote, in its order.

    Raises:
        ValueError: If it is no such file.
    """
    try:
        return tuple(_from_annotation(entry) for entry in json.loads(text)["items"])
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(f"not a page of annotations: {error}") from error


def _annotation(annotation: Annotation) -> dict[str, Any]:
    usual = "commenting" if annotation.note else "highlighting"
    made: dict[str, Any] = {
        "id": _ANNOTATION + annotation.id,
        "type": "Annotation",
        "motivation": _MOTIVATIONS.get(annotation.kind, usual),
        "created": annotation.created,
        "modified": annotation.modified,
    }
    if annotation.author:
        made["creator"] = {"type": "Person", "name": annotation.author}
    made["body"] = _bodies(annotation)
    made["target"] = {
        "type": "SpecificResource",
        "source": _DOCUMENT + annotation.document_id,
        "styleClass": f"{annotation.kind.value}-{annotation.color.value}",
        "selector": _selectors(annotation),
    }
    return made


def _bodies(annotation: Annotation) -> list[dict[str, Any]]:
    bodies: list[dict[str, Any]] = []
    if annotation.note:
        bodies.append(
            {"type": "TextualBody", "value": annotation.note, "format": "text/plain", "purpose": "commenting"}
        )
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in annotation.tags]
    return bodies + [_link(link) for link in annotation.links]


def _link(link: Link) -> dict[str, Any]:
    body: dict[str, Any] = {
        "type": "SpecificResource",
        "purpose": "linking",
        "label": link.label,
        "source": _DOCUMENT + link.document_id,
    }
    if link.annotation_id:
        body["about"] = _ANNOTATION + link.annotation_id
    if link.span is not None:
        body["selector"] = _position(link.span)
    return body


def _position(span: Span) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.stop}


def _selectors(annotation: Annotation) -> list[dict[str, Any]]:
    anchor, point = annotation.anchor, annotation.point
    view = "" if point is None else f"&viewrect={point.x!r},{point.y!r},0,0"
    pages = sorted({quad.page_index for quad in annotation.quads})
    quote = {"exact": anchor.quote, "prefix": anchor.prefix, "suffix": anchor.suffix}
    return [
        {"type": "TextQuoteSelector"} | quote,
        _position(anchor.span),
        _on_page(anchor.page_index, view),
        *(
            _on_page(page) | {"refinedBy": {"type": "SvgSelector", "value": _svg(page, annotation.quads)}}
            for page in pages
        ),
    ]


def _on_page(page_index: int, view: str = "") -> dict[str, Any]:
    return {
        "type": "FragmentSelector",
        "conformsTo": _PDF_FRAGMENTS,
        "value": f"page={page_index + 1}{view}",
    }


def _svg(page_index: int, quads: Iterable[Quad]) -> str:
    """Return the quads of a page as one path: each of its corners clockwise from the upper left one."""
    corners = (0, 1, 2, 3, 6, 7, 4, 5)
    outlines = [
        "M" + " ".join(repr(quad.points[corner]) for corner in corners) + "Z"
        for quad in quads
        if quad.page_index == page_index
    ]
    return f'<svg xmlns="http://www.w3.org/2000/svg"><path d="{"".join(outlines)}"/></svg>'


def _from_annotation(entry: dict[str, Any]) -> Annotation:
    target, bodies = entry["target"], entry["body"]
    selectors = target["selector"]
    by_type = {selector["type"]: selector for selector in reversed(selectors)}
    quote, position = by_type["TextQuoteSelector"], by_type["TextPositionSelector"]
    page_index, point = _place(by_type["FragmentSelector"]["value"])
    notes = [body["value"] for body in bodies if body["purpose"] == "commenting"]
    kind, _, color = target["styleClass"].partition("-")
    return Annotation(
        id=_after(entry["id"], _ANNOTATION),
        document_id=DocumentId(_after(target["source"], _DOCUMENT)),
        anchor=Anchor(
            span=Span(position["start"], position["end"]),
            quote=quote["exact"],
            prefix=quote["prefix"],
            suffix=quote["suffix"],
            page_index=page_index,
        ),
        color=HighlightColor(color),
        note=notes[0] if notes else "",
        tags=tuple(body["value"] for body in bodies if body["purpose"] == "tagging"),
        created=entry["created"],
        modified=entry["modified"],
        kind=AnnotationKind(kind),
        author=entry.get("creator", {}).get("name", ""),
        point=point,
        quads=tuple(quad for selector in selectors for quad in _quads(selector)),
        links=tuple(_from_link(body) for body in bodies if body["purpose"] == "linking"),
    )


def _place(fragment: str) -> tuple[int, Point | None]:
    """Return the page, counted from 0, and the point of it that a fragment names."""
    values = dict(part.split("=", 1) for part in fragment.split("&"))
    view = [float(number) for number in values.get("viewrect", "").split(",") if number]
    return int(values["page"]) - 1, Point(view[0], view[1]) if view else None


def _quads(selector: dict[str, Any]) -> list[Quad]:
    path = _PATH.search(selector.get("refinedBy", {}).get("value", ""))
    if path is None:
        return []
    page_index, _point = _place(selector["value"])
    outlines = [outline for outline in path[1].split("Z") if outline]
    return [_quad(page_index, [float(number) for number in _NUMBER.findall(one)]) for one in outlines]


def _quad(page_index: int, corners: Sequence[float]) -> Quad:
    ul_x, ul_y, ur_x, ur_y, lr_x, lr_y, ll_x, ll_y = corners
    return Quad(page_index, (ul_x, ul_y, ur_x, ur_y, ll_x, ll_y, lr_x, lr_y))


def _from_link(body: dict[str, Any]) -> Link:
    selector = body.get("selector")
    return Link(
        document_id=DocumentId(_after(body["source"], _DOCUMENT)),
        label=body["label"],
        annotation_id=body.get("about", "").removeprefix(_ANNOTATION),
        span=None if selector is None else Span(selector["start"], selector["end"]),
    )


def _after(text: str, prefix: str) -> str:
    if not text.startswith(prefix):
        raise ValueError(f"{text!r} does not begin with {prefix!r}")
    return text.removeprefix(prefix)
