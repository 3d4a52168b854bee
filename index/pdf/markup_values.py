"""Marks as the objects of a PDF, in plain values, before any library makes them its own.

Two libraries write them (`index.pdf.markup_writing`, `index.pdf.markup_appending`); what stands in the file
is said here once.

    highlight, underline, strike   /QuadPoints with the corners UL UR LL LR in reading direction: so Acrobat
                                   has always written them and all read them, whatever the standard says
    note                           /Text, with a sign that stands upright on turned pages
    all                            /AP, /Contents, /T, /M, /CreationDate, /NM; a popup if there is text
"""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from index.model.geometry import Quad
from index.model.markup import Markup, MarkupKind, Rgb
from index.pdf.frames import PageFrame
from index.pdf.markup_shapes import SIGN_PT, Corners, filled, sign, struck, underlined

ORIGIN_KEY: Final = "/ChitalnyaDocument"
"""Key of our own among what a copy says of itself: SHA-256 of the document that it is one of."""
TAGS: Final = "/ChitalnyaTags"
"""Key of our own for tags: PDF has none. Other viewers leave it alone; people read tags in /Contents."""


class Name(str):
    """A name of PDF, with its slash."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream of PDF.

    Attributes:
        octets: What stands in it.
        entries: Its dictionary, without lengths and filters.
    """

    octets: bytes
    entries: dict[str, Value]


Value = Name | str | int | float | Sequence["Value"] | dict[str, "Value"] | Stream
"""A `str` that is no name is a text; references are for the libraries to make."""

_SUBTYPES: Final = {
    MarkupKind.HIGHLIGHT: "/Highlight",
    MarkupKind.UNDERLINE: "/Underline",
    MarkupKind.STRIKE: "/StrikeOut",
    MarkupKind.NOTE: "/Text",
    MarkupKind.BOOKMARK: "/Text",
}
_YELLOW: Final = (1.0, 0.953, 0.639)
_PRINTED: Final = 4
_UPRIGHT: Final = ((1, 0, 0, 1, 0, 0), (0, 1, -1, 0, 0, 0), (-1, 0, 0, -1, 0, 0), (0, -1, 1, 0, 0, 0))
"""Matrices that turn a sign back by as much as the page is turned."""
_POPUP_PT: Final = (200.0, 110.0)
_MARGIN_PT: Final = 1.0
_STRONG: Final = (0.54, 0.5, 0.62)
"""Lightness of a line in the colour of a pale marker, and least and most of its saturation."""


def annotation(markup: Markup, frame: PageFrame) -> dict[str, Value]:
    """Return the dictionary of a mark, without what refers to other objects (/P, /Popup)."""
    quads = [_corners(quad, frame) for quad in markup.quads]
    made: dict[str, Value] = {
        "/Type": Name("/Annot"),
        "/Subtype": Name(_SUBTYPES[markup.kind]),
        "/NM": markup.name,
        "/F": _PRINTED,
        "/Contents": contents(markup),
    }
    if markup.kind.is_of_words:
        made["/QuadPoints"] = [_rounded(number) for corners in quads for x_y in corners for number in x_y]
        made["/Rect"] = _around(quads)
    else:
        made["/Rect"] = _sign_place(markup, frame)
        made["/Name"] = Name("/Note")
    made["/C"] = [_rounded(part) for part in _ink(markup)]
    made["/AP"] = {"/N": _appearance(markup, quads, made["/Rect"], frame)}
    if markup.author:
        made["/T"] = markup.author
    if markup.tags:
        made[TAGS] = list(markup.tags)
    for key, told in (("/CreationDate", markup.created), ("/M", markup.modified or markup.created)):
        if told:
            made[key] = pdf_date(told)
    return made


def popup(markup: Markup, frame: PageFrame) -> dict[str, Value]:
    """Return the window in which the text of a mark opens, without what refers to other objects."""
    width, height = _POPUP_PT
    y = min((corner for quad in markup.quads for corner in quad.points[1::2]), default=markup.point.y)
    x = max(0.0, frame.size[0] - width)
    return {
        "/Type": Name("/Annot"),
        "/Subtype": Name("/Popup"),
        "/Rect": _box(frame, x, y, x + width, y + height),
        "/F": _PRINTED,
        "/Open": False,
    }


def contents(markup: Markup) -> str:
    """Return what people read in the window of a mark: its text, then its tags in a line of their own."""
    tags = " ".join("#" + "_".join(tag.split()) for tag in markup.tags)
    return "\n\n".join(part for part in (markup.note, tags) if part)


def sound(text: str) -> str:
    """Return a text that can be written: halves of surrogate pairs, which JSON can hold, are no Unicode."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def pdf_date(told: str) -> str:
    """Return a time of ISO 8601 as PDF writes it, in UTC."""
    moment = datetime.fromisoformat(told).astimezone(UTC)
    return f"D:{moment.year:04}{moment:%m%d%H%M%S}Z"


def _appearance(markup: Markup, quads: Sequence[Corners], rect: Value, frame: PageFrame) -> Stream:
    color = _ink(markup)
    form: dict[str, Value] = {"/Type": Name("/XObject"), "/Subtype": Name("/Form"), "/BBox": rect}
    if markup.kind is MarkupKind.HIGHLIGHT:
        multiplied: dict[str, Value] = {"/G": {"/Type": Name("/ExtGState"), "/BM": Name("/Multiply")}}
        return Stream(filled(quads, color), form | {"/Resources": {"/ExtGState": multiplied}})
    if markup.kind is MarkupKind.UNDERLINE:
        return Stream(underlined(quads, color), form | {"/Resources": {}})
    if markup.kind is MarkupKind.STRIKE:
        return Stream(struck(quads, color), form | {"/Resources": {}})
    square: dict[str, Value] = {
        "/BBox": [0, 0, SIGN_PT, SIGN_PT],
        "/Matrix": list(_UPRIGHT[frame.rotation]),
        "/Resources": {},
    }
    return Stream(sign(color), form | square)


def _ink(markup: Markup) -> Rgb:
    """Return the colour that is used: a line in the colour of a pale marker would not be seen."""
    color = markup.color or _YELLOW
    if markup.kind not in {MarkupKind.UNDERLINE, MarkupKind.STRIKE}:
        return color
    hue, _lightness, saturation = colorsys.rgb_to_hls(*color)
    lightness, least, most = _STRONG
    return colorsys.hls_to_rgb(hue, lightness, min(max(saturation, least), most))


def _corners(quad: Quad, frame: PageFrame) -> Corners:
    ul_x, ul_y, ur_x, ur_y, ll_x, ll_y, lr_x, lr_y = quad.points
    return (
        frame.to_file(ul_x, ul_y),
        frame.to_file(ur_x, ur_y),
        frame.to_file(ll_x, ll_y),
        frame.to_file(lr_x, lr_y),
    )


def _around(quads: Sequence[Corners]) -> list[Value]:
    xs = [x for corners in quads for x, _y in corners]
    ys = [y for corners in quads for _x, y in corners]
    sides = (min(xs) - _MARGIN_PT, min(ys) - _MARGIN_PT, max(xs) + _MARGIN_PT, max(ys) + _MARGIN_PT)
    return [_rounded(side) for side in sides]


def _sign_place(markup: Markup, frame: PageFrame) -> list[Value]:
    """Return where the sign of a note stands: around its point, but on the page."""
    width, height = frame.size
    x = min(max(0.0, markup.point.x - SIGN_PT / 2), max(0.0, width - SIGN_PT))
    y = min(max(0.0, markup.point.y - SIGN_PT / 2), max(0.0, height - SIGN_PT))
    return _box(frame, x, y, x + SIGN_PT, y + SIGN_PT)


def _box(frame: PageFrame, left: float, top: float, right: float, bottom: float) -> list[Value]:
    """Return an upright box of page space as a rectangle of the file."""
    (x1, y1), (x2, y2) = frame.to_file(left, top), frame.to_file(right, bottom)
    return [_rounded(side) for side in (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))]


def _rounded(number: float) -> float:
    return round(number, 3)
