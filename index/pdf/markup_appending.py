"""A copy of a signed PDF with marks behind its end, by pypdf: what was signed stays byte for byte.

A signature covers the bytes of the file as it was. Whoever writes such a file anew, as pikepdf does, breaks
it; an incremental update (ISO 32000-2, 7.5.6) leaves it valid, and viewers say that it was commented on.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from typing import Any

from index.model.markup import Markup
from index.pdf.frames import FrameAt
from index.pdf.markup_values import Name, Stream, Value, annotation, popup, sound


def with_marks_appended(octets: bytes, marks: Sequence[Markup], frame_at: FrameAt) -> bytes:
    """Return a file with marks behind its end; bookmarks become notes, for the outline is not touched.

    Args:
        octets: The file; what is returned begins with it.
        marks: What to write.
        frame_at: How each page is displayed.

    Raises:
        pypdf.errors.PyPdfError: If the library does not understand the file; so do other exceptions.
        NotImplementedError: If it is encrypted.
    """
    from pypdf import PdfWriter
    from pypdf.generic import ArrayObject, NameObject

    # What is odd about the file is as odd in its copy.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    writer = PdfWriter(io.BytesIO(octets), incremental=True)
    for mark in marks:
        page = writer.pages[mark.page_index]
        made = _object(writer, annotation(mark, frame_at(mark.page_index)))
        made[NameObject("/P")] = page.indirect_reference
        reference = writer._add_object(made)  # noqa: SLF001 - how pypdf's own documentation adds objects
        added = [reference]
        if made["/Contents"]:
            window = _object(writer, popup(mark, frame_at(mark.page_index)))
            window[NameObject("/Parent")] = reference
            made[NameObject("/Popup")] = writer._add_object(window)  # noqa: SLF001 - as above
            added.append(made.raw_get("/Popup"))
        there = page.get("/Annots")
        there = there.get_object() if there is not None else ()
        page[NameObject("/Annots")] = ArrayObject([*there, *added])
    copy = io.BytesIO()
    writer.write(copy)
    return copy.getvalue()


def _object(writer: Any, value: Value) -> Any:  # noqa: ANN401 - an object of pypdf
    from pypdf.generic import (
        ArrayObject,
        BooleanObject,
        DictionaryObject,
        FloatObject,
        NameObject,
        NumberObject,
        StreamObject,
        TextStringObject,
    )

    if isinstance(value, Stream):
        stream = StreamObject()
        stream.set_data(value.octets)
        stream.update({NameObject(key): _object(writer, one) for key, one in value.entries.items()})
        return writer._add_object(stream)  # noqa: SLF001 - as above
    if isinstance(value, dict):
        return DictionaryObject({NameObject(key): _object(writer, one) for key, one in value.items()})
    if isinstance(value, list):
        return ArrayObject([_object(writer, one) for one in value])
    if isinstance(value, Name):
        return NameObject(str(value))
    if isinstance(value, str):
        return TextStringObject(sound(value))
    kinds = {bool: BooleanObject, int: NumberObject}
    return kinds.get(type(value), FloatObject)(value)
