"""What a file says of itself: metadata, table of contents, page labels. All of it may be wrong or hostile."""

from __future__ import annotations

import re
from typing import Any

from index.model.document import OutlineEntry
from index.pdf.letters import clean, demojibake

_NAMES = {
    "Title": "title",
    "Author": "author",
    "Subject": "subject",
    "Keywords": "keywords",
    "Creator": "creator",
    "Producer": "producer",
    "CreationDate": "created",
    "ModDate": "modified",
}
_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
MARKS = "marks"
"""Among the metadata: how many marks readers have made in the file."""
# pdfium's numbers of notes, texts, drawings and marked words; not of links, windows, fields and films.
_MARK_TYPES = frozenset({1, *range(3, 16), 17})
_MOST_MARKS = 5000
_LONGEST = 2000
_LONGEST_TITLE = 500
_MOST_ENTRIES = 20_000
_DEEPEST = 24


def plain(text: str, longest: int = _LONGEST) -> str:
    """Return a declared string as one line of plain text, shortened with an ellipsis when it is very long."""
    line = " ".join(_CONTROL.sub(" ", clean(demojibake(text))).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def mark_count(page: Any) -> int:  # noqa: ANN401 - pypdfium2 has no types
    """Return how many marks and notes of readers stand on a loaded page."""
    import pypdfium2.raw as pdfium

    count = 0
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST_MARKS)):
        found = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if found:
            count += pdfium.FPDFAnnot_GetSubtype(found) in _MARK_TYPES
            pdfium.FPDFPage_CloseAnnot(found)
    return count


def metadata(pdf: Any) -> dict[str, str]:  # noqa: ANN401 - pypdfium2 has no types
    """Return what the file says of its author, its making and its dates (ISO 8601)."""
    found = {}
    for key, value in pdf.get_metadata_dict(skip_empty=True).items():
        name = _NAMES.get(key)
        text = _iso_date(value) if name in ("created", "modified") else plain(value)
        if name and text:
            found[name] = text
    return found


def _iso_date(declared: str) -> str:
    """Return a date of PDF ("D:20210305120000+05'00'") as ISO 8601, as exact as it is given."""
    match = _DATE.match(declared.strip())
    if match is None:
        return plain(declared)
    year, month, day, hour, minute, second, zulu, sign, zone_hour, zone_minute = match.groups()
    date = "-".join(part for part in (year, month, day) if part)
    if not (day and hour and minute):
        return date
    zone = "Z" if zulu else f"{sign}{zone_hour}:{zone_minute or '00'}" if sign else ""
    return f"{date}T{hour}:{minute}:{second or '00'}{zone}"


def outline(pdf: Any, page_count: int) -> tuple[OutlineEntry, ...]:  # noqa: ANN401 - pypdfium2 has no types
    """Return the file's table of contents; entries that lead nowhere are left out."""
    entries = []
    for bookmark in pdf.get_toc(max_depth=_DEEPEST):
        title = plain(bookmark.get_title() or "", _LONGEST_TITLE)
        destination = bookmark.get_dest()
        page_index = destination.get_index() if destination else None
        if title and page_index is not None and 0 <= page_index < page_count:
            entries.append(OutlineEntry(title, page_index, bookmark.level))
        if len(entries) >= _MOST_ENTRIES:
            break
    return tuple(entries)


def page_label(pdf: Any, page_index: int) -> str:  # noqa: ANN401 - pypdfium2 has no types
    """Return the declared number of a page ("iv"); empty when none is declared or it is no text."""
    try:
        return plain(pdf.get_page_label(page_index) or "", 40)
    except UnicodeDecodeError:
        # Half of a pair of surrogates.
        return ""
