"""The marks that stand in a PDF: those of Acrobat, Okular, Foxit, Preview, Zotero, and our own.

What other programs write is taken as it is: corners of quads in any order, names or none, text strings of any
encoding. Windows (/Popup) say nothing of their own, states of a review («Принято») are no texts, links and
fields are no marks.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

from index.model.geometry import Point, Quad
from index.model.markup import Markup, MarkupKind, Rgb
from index.pdf.frames import FrameAt, PageFrame
from index.pdf.letters import demojibake
from index.pdf.markup_values import ORIGIN_KEY, TAGS

_KINDS: Final = {
    "/Highlight": MarkupKind.HIGHLIGHT,
    "/Underline": MarkupKind.UNDERLINE,
    "/Squiggly": MarkupKind.SQUIGGLY,
    "/StrikeOut": MarkupKind.STRIKE,
    "/Text": MarkupKind.NOTE,
    "/FreeText": MarkupKind.FREE_TEXT,
    **dict.fromkeys(
        (
            "/Line",
            "/Square",
            "/Circle",
            "/Polygon",
            "/PolyLine",
            "/Stamp",
            "/Caret",
            "/Ink",
            "/FileAttachment",
        ),
        MarkupKind.DRAWING,
    ),
}
_DATE: Final = re.compile(
    r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?",
)
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_WRONG: Final = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RuntimeError)
"""What comes of marks that are not what they should be: nothing in a file has to be."""
_ABSURD: Final = 1e6
_MOST_ON_PAGE: Final = 5000
_MOST_TEXT: Final = 100_000
_TAG_LINE: Final = re.compile(r"(?:^|\n)\s*#\S+(?: #\S+)*\s*$")


def marks_of(pdf: Any, frame_at: FrameAt, alive: Callable[[], None]) -> Iterator[Markup]:  # noqa: ANN401 - no types
    """Yield the marks of a document in the order of its pages, those that cannot be read left out.

    Args:
        pdf: A pikepdf document.
        frame_at: How each page is displayed.
        alive: Called while work goes on.
    """
    import pikepdf

    for page_index, page in enumerate(pdf.pages):
        alive()
        found = page.get("/Annots")
        if not isinstance(found, pikepdf.Array):
            continue
        for number in range(min(len(found), _MOST_ON_PAGE)):
            try:
                mark = _mark(found[number], page_index, frame_at)
            except (*_WRONG, pikepdf.PdfError):
                continue
            if mark is not None:
                yield mark


def origin_of(pdf: Any) -> str:  # noqa: ANN401 - a pikepdf document
    """Return the SHA-256 of the document that a file is a copy of, if it is one of ours; else nothing."""
    said = _text(pdf.docinfo, ORIGIN_KEY)
    return said if _SHA256.fullmatch(said) else ""


def name_of(found: Any) -> str:  # noqa: ANN401 - a pikepdf dictionary
    """Return what tells a mark from all others of its file; the same for the same mark, in copies too."""
    own = _text(found, "/NM")
    if own:
        return own
    told = [
        str(found.get("/Subtype")),
        _text(found, "/T"),
        _text(found, "/Contents"),
        _text(found, "/CreationDate"),
    ]
    told += [f"{number:.1f}" for key in ("/Rect", "/QuadPoints") for number in _numbers(found.get(key))]
    return "digest:" + hashlib.sha256("\0".join(told).encode("utf-8", "replace")).hexdigest()[:32]


def _mark(found: Any, page_index: int, frame_at: FrameAt) -> Markup | None:  # noqa: ANN401 - of pikepdf
    import pikepdf

    if not isinstance(found, pikepdf.Dictionary) or "/State" in found:
        return None
    kind = _KINDS.get(str(found.get("/Subtype")))
    if kind is None:
        return None
    frame = frame_at(page_index)
    quads = _quads(found, page_index, frame) if kind.is_of_words else ()
    answers = found.get("/IRT")
    note, tags = _note(found)
    left, top, right, bottom = frame.turn(0)(*_rect(found))
    is_sign = kind is MarkupKind.NOTE
    return Markup(
        kind=kind,
        page_index=page_index,
        name=name_of(found),
        quads=quads,
        point=Point((left + right) / 2, (top + bottom) / 2) if is_sign else Point(left, top),
        color=_color(found.get("/C")),
        note=note,
        tags=tags,
        author=_text(found, "/T"),
        created=iso_date(_text(found, "/CreationDate")) or iso_date(_text(found, "/M")),
        modified=iso_date(_text(found, "/M")),
        # A group (/RT /Group) holds parts of one mark, not answers to it.
        answers=name_of(answers)
        if isinstance(answers, pikepdf.Dictionary) and str(found.get("/RT", "/R")) == "/R"
        else "",
    )


def _note(found: Any) -> tuple[str, tuple[str, ...]]:  # noqa: ANN401 - a pikepdf dictionary
    """Return the text of a mark and its tags, if it is one of ours, without the line that shows these."""
    import pikepdf

    note = demojibake(_text(found, "/Contents")).replace("\r\n", "\n").replace("\r", "\n").strip()
    window = found.get("/Popup")
    if not note and isinstance(window, pikepdf.Dictionary):
        note = demojibake(_text(window, "/Contents")).strip()
    tags = found.get(TAGS)
    if not isinstance(tags, pikepdf.Array):
        return note, ()
    return _TAG_LINE.sub("", note).rstrip(), tuple(str(tag) for tag in tags)


def iso_date(told: str) -> str:
    """Return a date of a PDF as ISO 8601 in UTC; empty if it is none."""
    match = _DATE.match(told)
    if match is None:
        return ""
    numbers = [
        int(part) if part else least
        for part, least in zip(match.groups()[:6], (1, 1, 1, 0, 0, 0), strict=True)
    ]
    away = timedelta(hours=int(match[9] or 0), minutes=int(match[10] or 0))
    zone = timezone(-away if match[8] == "-" else away)
    try:
        year, month, day, hour, minute, second = numbers
        moment = datetime(year, month, day, hour, minute, second, tzinfo=zone)
        return moment.astimezone(UTC).isoformat(timespec="milliseconds")
    except (ValueError, OverflowError):
        return ""


def _quads(found: Any, page_index: int, frame: PageFrame) -> tuple[Quad, ...]:  # noqa: ANN401 - of pikepdf
    """Return the quads of a mark as upright boxes, however their corners are ordered; else its rectangle."""
    numbers = _numbers(found.get("/QuadPoints"))
    made = [_upright(numbers[at : at + 8], page_index, frame) for at in range(0, len(numbers) - 7, 8)]
    if made:
        return tuple(made)
    left, bottom, right, top = _rect(found)
    return (_upright([left, top, right, top, left, bottom, right, bottom], page_index, frame),)


def _upright(corners: Sequence[float], page_index: int, frame: PageFrame) -> Quad:
    points = [frame.to_page(x, y) for x, y in zip(corners[0::2], corners[1::2], strict=True)]
    left, right = min(x for x, _y in points), max(x for x, _y in points)
    top, bottom = min(y for _x, y in points), max(y for _x, y in points)
    return Quad(page_index, (left, top, right, top, left, bottom, right, bottom))


def _rect(found: Any) -> tuple[float, float, float, float]:  # noqa: ANN401 - a pikepdf dictionary
    x1, y1, x2, y2 = _numbers(found.get("/Rect"))
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _color(found: Any) -> Rgb | None:  # noqa: ANN401 - whatever stands there
    numbers = _numbers(found)
    if len(numbers) == 1:
        return numbers[0], numbers[0], numbers[0]
    if len(numbers) == 3:
        return numbers[0], numbers[1], numbers[2]
    if len(numbers) == 4:
        cyan, magenta, yellow, black = numbers
        return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)
    return None


def _numbers(found: Any) -> list[float]:  # noqa: ANN401 - whatever stands there
    import pikepdf

    numbers = [float(number) for number in found] if isinstance(found, pikepdf.Array) else []
    if not all(abs(number) < _ABSURD for number in numbers):
        raise ValueError("not a place on a page")
    return numbers


def _text(found: Any, key: str) -> str:  # noqa: ANN401 - a pikepdf dictionary
    import pikepdf

    value = found.get(key)
    return str(value)[:_MOST_TEXT] if isinstance(value, pikepdf.String) else ""
