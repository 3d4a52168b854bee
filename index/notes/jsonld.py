"""Annotations as W3C Web Annotation JSON-LD (https://www.w3.org/TR/annotation-model/), and back.

One file is one `AnnotationPage`. The subset: a `TextualBody` for the note and one for each tag; a
`SpecificResource` named by the SHA-256 of the document, with a quote, a position and a page (RFC 3778
fragment) as selectors.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from index.model.annotation import Anchor, Annotation, HighlightColor
from index.model.document import DocumentId
from index.model.span import Span

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_PDF_FRAGMENTS: Final = "http://tools.ietf.org/rfc/rfc3778"
_DOCUMENT: Final = "urn:sha256:"
_ANNOTATION: Final = "urn:uuid:"
_STYLE: Final = "highlight-"


def to_jsonld(annotations: Iterable[Annotation], title: str) -> str:
    """Return the annotations of one document as the text of a JSON-LD file.

    Args:
        annotations: In the order in which they are to stand.
        title: The document's title, for people who open the file.
    """
    page = {
        "@context": _CONTEXT,
        "type": "AnnotationPage",
        "label": title,
        "items": [_annotation(annotation) for annotation in annotations],
    }
    # Halves of surrogate pairs are no Unicode; JSON can hold them escaped.
    text = json.dumps(page, ensure_ascii=False, indent=1)
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
    anchor = annotation.anchor
    bodies: list[dict[str, Any]] = []
    if annotation.note:
        bodies.append(
            {"type": "TextualBody", "value": annotation.note, "format": "text/plain", "purpose": "commenting"}
        )
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in annotation.tags]
    return {
        "id": _ANNOTATION + annotation.id,
        "type": "Annotation",
        "motivation": "commenting" if annotation.note else "highlighting",
        "created": annotation.created,
        "modified": annotation.modified,
        "body": bodies,
        "target": {
            "type": "SpecificResource",
            "source": _DOCUMENT + annotation.document_id,
            "styleClass": _STYLE + annotation.color.value,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": anchor.quote,
                    "prefix": anchor.prefix,
                    "suffix": anchor.suffix,
                },
                {"type": "TextPositionSelector", "start": anchor.span.start, "end": anchor.span.stop},
                {
                    "type": "FragmentSelector",
                    "conformsTo": _PDF_FRAGMENTS,
                    "value": f"page={anchor.page_index + 1}",
                },
            ],
        },
    }


def _from_annotation(entry: dict[str, Any]) -> Annotation:
    target = entry["target"]
    selectors = {selector["type"]: selector for selector in target["selector"]}
    quote, position = selectors["TextQuoteSelector"], selectors["TextPositionSelector"]
    page = selectors["FragmentSelector"]["value"].removeprefix("page=")
    notes = [body["value"] for body in entry["body"] if body["purpose"] == "commenting"]
    return Annotation(
        id=_after(entry["id"], _ANNOTATION),
        document_id=DocumentId(_after(target["source"], _DOCUMENT)),
        anchor=Anchor(
            span=Span(position["start"], position["end"]),
            quote=quote["exact"],
            prefix=quote["prefix"],
            suffix=quote["suffix"],
            page_index=int(page) - 1,
        ),
        color=HighlightColor(_after(target["styleClass"], _STYLE)),
        note=notes[0] if notes else "",
        tags=tuple(body["value"] for body in entry["body"] if body["purpose"] == "tagging"),
        created=entry["created"],
        modified=entry["modified"],
    )


def _after(text: str, prefix: str) -> str:
    if not text.startswith(prefix):
        raise ValueError(f"{text!r} does not begin with {prefix!r}")
    return text.removeprefix(prefix)
