"""A copy of a PDF with marks in it, written anew by pikepdf: for all files but signed ones."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from index.model.markup import Markup, MarkupKind
from index.pdf import notices
from index.pdf.frames import FrameAt, PageFrame
from index.pdf.markup_reading import name_of
from index.pdf.markup_values import ORIGIN_KEY, Name, Stream, Value, annotation, popup, sound
from index.pdf.opening import ways_of_writing

_FORMS_ALONE: Final = 2
"""What a certificate allows if it does not say: that forms are filled in, and signed; 3 allows notes."""
Alive = Callable[[], None]
"""Called while work goes on; may raise to stop."""


def opened_with_pikepdf(path: str, passwords: Sequence[str]) -> Any:  # noqa: ANN401 - closed by the caller
    """Return the open document; the caller closes it.

    Raises:
        EncryptedPdf: If it opens only with a password that is not among those given.
        DamagedPdf: If it cannot be opened.
    """
    import pikepdf

    octets = Path(path).read_bytes()
    for password in (b"", *(way.rstrip(b"\0") for way in ways_of_writing(passwords))):
        try:
            return pikepdf.open(io.BytesIO(octets), password=password)
        except pikepdf.PasswordError:
            continue
        except pikepdf.PdfError as error:
            raise notices.damaged(path) from error
    raise notices.encrypted(path, was_wrong=bool(passwords))


def is_signed(pdf: Any) -> bool:  # noqa: ANN401 - a pikepdf document
    """Whether a document holds a signature, whatever it is worth; a field that waits for one is none."""
    import pikepdf

    form = pdf.Root.get("/AcroForm")
    return isinstance(form, pikepdf.Dictionary) and _has_signature(form.get("/Fields"))


def forbids_notes(pdf: Any) -> bool:  # noqa: ANN401 - a pikepdf document
    """Whether a document was certified so that whoever adds a note breaks its certificate (/DocMDP)."""
    import pikepdf

    found = pdf.Root
    for key in ("/Perms", "/DocMDP", "/Reference"):
        found = found.get(key) if isinstance(found, pikepdf.Dictionary) else None
    if not isinstance(found, pikepdf.Array):
        return False
    parameters = (one.get("/TransformParams") for one in _dictionaries(found))
    return any(
        int(one.get("/P", _FORMS_ALONE)) <= _FORMS_ALONE
        for one in parameters
        if isinstance(one, pikepdf.Dictionary)
    )


def note_origin(pdf: Any, document: str) -> None:  # noqa: ANN401 - a pikepdf document
    """Let a copy say of which document it is one, so that notes which others add to it come back there."""
    if document:
        pdf.docinfo[ORIGIN_KEY] = document


def with_marks(
    pdf: Any,  # noqa: ANN401 - a pikepdf document
    marks: Sequence[Markup],
    frame_at: FrameAt,
    replaced: frozenset[str],
    bookmarks: str,
    alive: Alive,
) -> bytes:
    """Return the file with marks, protected as it was.

    Args:
        pdf: The open document; it is changed.
        marks: What to write.
        frame_at: How each page is displayed.
        replaced: Names of marks of the file that go.
        bookmarks: What the outline calls bookmarks.
        alive: Called while work goes on.
    """
    by_page: dict[int, list[Markup]] = {}
    for mark in marks:
        if mark.kind is not MarkupKind.BOOKMARK:
            by_page.setdefault(mark.page_index, []).append(mark)
    for page_index, page in enumerate(pdf.pages):
        alive()
        if replaced and "/Annots" in page:
            _remove(page, replaced)
        for mark in by_page.get(page_index, ()):
            _add(pdf, page, mark, frame_at(page_index))
    _add_bookmarks(pdf, [mark for mark in marks if mark.kind is MarkupKind.BOOKMARK], frame_at, bookmarks)
    copy = io.BytesIO()
    with warnings.catch_warnings():
        # What is odd about the file, as fields that no form knows, is as odd in its copy.
        warnings.simplefilter("ignore")
        pdf.save(copy, encryption=pdf.is_encrypted)
    return copy.getvalue()


def _remove(page: Any, names: frozenset[str]) -> None:  # noqa: ANN401 - a pikepdf page
    import pikepdf

    gone = [one for one in page.Annots if isinstance(one, pikepdf.Dictionary) and name_of(one) in names]
    popups = {one.Popup.objgen for one in gone if "/Popup" in one}
    numbers = {one.objgen for one in gone} | popups
    page.Annots = pikepdf.Array(
        [one for one in page.Annots if one not in gone and one.objgen not in numbers - {(0, 0)}]
    )


def _add(pdf: Any, page: Any, mark: Markup, frame: PageFrame) -> None:  # noqa: ANN401 - of pikepdf
    import pikepdf

    made = pdf.make_indirect(_object(pdf, annotation(mark, frame)))
    made.P = page.obj
    added = [made]
    if made.Contents:
        window = pdf.make_indirect(_object(pdf, popup(mark, frame)))
        window.Parent = made
        made.Popup = window
        added.append(window)
    there = page.get("/Annots")
    page.Annots = pikepdf.Array([*(there if isinstance(there, pikepdf.Array) else ()), *added])


def _add_bookmarks(pdf: Any, marks: Sequence[Markup], frame_at: FrameAt, title: str) -> None:  # noqa: ANN401 - no types
    """Put bookmarks under a title of their own at the end of the outline."""
    import pikepdf

    if not marks:
        return
    with pdf.open_outline() as outline:
        folder = pikepdf.OutlineItem(title, marks[0].page_index)
        for mark in marks:
            left, top = frame_at(mark.page_index).to_file(mark.point.x, mark.point.y)
            folder.children.append(
                pikepdf.OutlineItem(
                    sound(" ".join(mark.note.split())), mark.page_index, "XYZ", left=left, top=top, zoom=0
                )
            )
        outline.root.append(folder)


def _has_signature(fields: Any) -> bool:  # noqa: ANN401 - whatever stands there
    import pikepdf

    waiting, seen = list(_dictionaries(fields)), set()
    while waiting:
        field = waiting.pop()
        if field.get("/FT") == pikepdf.Name.Sig and "/V" in field:
            return True
        if field.objgen not in seen:
            seen.add(field.objgen)
            waiting += _dictionaries(field.get("/Kids"))
    return False


def _dictionaries(found: Any) -> Iterable[Any]:  # noqa: ANN401 - whatever stands there
    import pikepdf

    return (
        (one for one in found if isinstance(one, pikepdf.Dictionary))
        if isinstance(found, pikepdf.Array)
        else ()
    )


def _object(pdf: Any, value: Value) -> Any:  # noqa: ANN401 - an object of pikepdf
    import pikepdf

    if isinstance(value, Stream):
        entries = {key: _object(pdf, one) for key, one in value.entries.items()}
        return pdf.make_stream(value.octets, entries)
    if isinstance(value, dict):
        return pikepdf.Dictionary({key: _object(pdf, one) for key, one in value.items()})
    if isinstance(value, Name):
        return pikepdf.Name(str(value))
    if isinstance(value, str):
        return pikepdf.String(sound(value))
    if isinstance(value, list):
        return pikepdf.Array([_object(pdf, one) for one in value])
    return value
