"""Reads PDFs with pdfium: text, places of words, pages, outline, metadata."""

from __future__ import annotations

import contextlib
import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from index.errors import ImportFailed
from index.model.document import Document, OutlineEntry, PageKind
from index.pdf import declared, notices
from index.pdf.assembly import assemble
from index.pdf.builder import PageText
from index.pdf.declared import MARKS, mark_count
from index.pdf.frames import PageFrame, frame_of
from index.pdf.layout import printed_lines
from index.pdf.letters import is_misread
from index.pdf.opening import opened
from index.pdf.pictures import is_picture, opaque_pictures
from index.pdf.recognised import recognised_lines
from index.pdf.request import AssemblyRequest, PageRead, PagesRead, ReadRequest, limit_reached, part_stop
from index.pdf.textpage import TextPage
from index.pdf.words import Words

_A4_PT = (595.0, 842.0)
_HEADER_BYTES = 1 << 16
_FEW_CHARACTERS = 50
_UNFORESEEN = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)

_Declared = tuple[dict[str, str], tuple[OutlineEntry, ...]]
"""What a file says of itself: metadata and outline."""


def read_pdf(request: ReadRequest, tell: Callable[[PageRead], None]) -> Document:
    """Read a file in this very process; blocks until it is done.

    pdfium aborts the process on some hostile files: call this in a worker (`index.pdf.worker`).

    Args:
        request: What to read, whatever its `first_page` says.
        tell: Called before each page.

    Raises:
        ImportFailed: If nothing of the file can be read; the subclass and its message say why.
    """
    parts: list[PagesRead] = []
    while True:
        first = parts[-1].stop_page if parts else 0
        read = read_part(replace(request, first_page=first), tell)
        if isinstance(read, Document):
            return read
        parts.append(read)
        limit = limit_reached(request.limits, parts)
        if limit or read.stop_page >= read.page_count:
            return assemble_parts(AssemblyRequest(request, tuple(parts), read.page_count, limit), tell)


def read_part(request: ReadRequest, tell: Callable[[PageRead], None]) -> Document | PagesRead:
    """Read a part of a file, see `index.pdf.request`; blocks.

    Raises:
        ImportFailed: If nothing of the file can be read.
    """
    _check_file(request)
    try:
        return _read_with_pdfium(request, tell)
    except ImportFailed as failure:
        if notices.is_final(failure):
            raise
        return _second_reading(request, tell, failure)


def assemble_parts(assembly: AssemblyRequest, tell: Callable[[PageRead], None]) -> Document:
    """Make one document of all parts of a file; blocks.

    Raises:
        ImportFailed: If nothing of the file could be read.
    """
    read: dict[int, PageText] = {}
    metadata: dict[str, str] = {}
    outline: tuple[OutlineEntry, ...] = ()
    for part in assembly.parts:
        pages, own_metadata, own_outline = pickle.loads(part.packed)  # noqa: S301 - packed by `read_part`
        read.update((page.page_index, page) for page in pages)
        metadata, outline = metadata or own_metadata, outline or own_outline
    last = assembly.parts[-1].stop_page if assembly.limit else assembly.page_count
    pages = _with_lost_pages(read, min(last, assembly.request.limits.pages))
    try:
        return _assembled(assembly.request, pages, assembly.page_count, (metadata, outline), assembly.limit)
    except ImportFailed as failure:
        return _second_reading(assembly.request, tell, failure)


def _second_reading(
    request: ReadRequest, tell: Callable[[PageRead], None], failure: ImportFailed
) -> Document:
    from index.pdf.second import read_with_pdfplumber

    return read_with_pdfplumber(request, tell, failure)


def _check_file(request: ReadRequest) -> None:
    try:
        with Path(request.path).open("rb") as file:
            size = file.seek(0, 2)
    except OSError as error:
        raise notices.missing(request.path, error.strerror or str(error)) from error
    if size == 0:
        raise notices.empty(request.path)
    if size > request.limits.file_bytes:
        raise notices.too_many_bytes(request.path, size, request.limits.file_bytes)


def _read_with_pdfium(request: ReadRequest, tell: Callable[[PageRead], None]) -> Document | PagesRead:
    with _opened(request) as pdf:
        page_count, first = len(pdf), request.first_page
        stop = part_stop(first, min(page_count, request.limits.pages))
        pages = _read_pages(pdf, request, range(first, stop), tell)
        declared = ({}, ()) if first else _declared(pdf, page_count)
    stop = first + len(pages)
    if first == 0 and stop == page_count:
        return _assembled(request, pages, page_count, declared)
    packed = pickle.dumps((pages, *declared), pickle.HIGHEST_PROTOCOL)
    return PagesRead(first, stop, page_count, sum(map(_length, pages)), packed)


def _assembled(
    request: ReadRequest, pages: Sequence[PageText], page_count: int, declared: _Declared, limit: str = ""
) -> Document:
    if all(page.kind is PageKind.FAILED for page in pages):
        raise notices.damaged(request.path)
    unread = (notices.unread_notice(len(pages), page_count, limit),) if limit else ()
    metadata, outline = declared
    if marks := sum(page.marks for page in pages):
        metadata = metadata | {MARKS: str(marks)}
    return assemble(request, pages, metadata, outline, unread)


def _length(page: PageText) -> int:
    return sum(len(line.text) for line in page.lines)


def _with_lost_pages(read: dict[int, PageText], page_count: int) -> list[PageText]:
    """Return all pages; those that were not read are as large as the ones before them."""
    pages: list[PageText] = []
    size = next(((page.width_pt, page.height_pt) for page in read.values()), _A4_PT)
    for i in range(page_count):
        page = read.get(i) or PageText(i, *size, PageKind.FAILED)
        size = (page.width_pt, page.height_pt)
        pages.append(page)
    return pages


@contextlib.contextmanager
def _opened(request: ReadRequest) -> Iterator[Any]:
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        pdf = opened(request.path, request.passwords)
    except FileNotFoundError as error:
        raise notices.missing(request.path, "файл исчез") from error
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise notices.encrypted(request.path, was_wrong=bool(request.passwords)) from error
        if error.err_code == pdfium.FPDF_ERR_SECURITY:
            raise notices.unsupported_security(request.path) from error
        raise _not_opened(request.path) from error
    with contextlib.closing(pdf):
        yield pdf


def _not_opened(path: str) -> ImportFailed:
    with Path(path).open("rb") as file:
        begin = file.read(_HEADER_BYTES)
    is_similar = b"%PDF" in begin or (b" obj" in begin and b"endobj" in begin)
    return notices.damaged(path) if is_similar else notices.not_a_pdf(path)


def _read_pages(
    pdf: Any,  # noqa: ANN401 - pypdfium2 has no types
    request: ReadRequest,
    wanted: range,
    tell: Callable[[PageRead], None],
) -> list[PageText]:
    recognised = {page.page_index: page for page in request.recognised}
    page_count = min(len(pdf), request.limits.pages)
    read: dict[int, PageText] = {}
    characters = 0
    for i in wanted:
        if characters > request.limits.text_characters:
            return _with_lost_pages(read, i)[wanted.start :]
        if i in request.skip_pages:
            continue
        tell(PageRead(i, page_count))
        page = None
        # An error that nobody foresaw costs its page, not the file.
        with contextlib.suppress(*_UNFORESEEN):
            page = _read_page(pdf, i)
        if page is not None and page.kind is PageKind.SCAN and i in recognised:
            page = replace(page, kind=PageKind.RECOGNISED, lines=recognised_lines(recognised[i]))
        if page is not None:
            read[i] = page
            characters += _length(page)
    return _with_lost_pages(read, wanted.stop)[wanted.start :]


def _read_page(pdf: Any, page_index: int) -> PageText | None:  # noqa: ANN401 - pypdfium2 has no types
    """Return one page; None if pdfium cannot load it."""
    import pypdfium2

    try:
        page = pdf[page_index]
    except pypdfium2.PdfiumError:
        return None
    with contextlib.closing(page):
        frame = frame_of(page)
        try:
            raw, words = _words(page, frame)
        except pypdfium2.PdfiumError:
            return None
        lines = printed_lines(page_index, words)
        kind = PageKind.TEXT if lines else PageKind.EMPTY
        if (_is_bare(raw) or is_misread(raw)) and is_picture(page, frame, has_text=bool(lines)):
            kind, lines = PageKind.SCAN, lines if _is_bare(raw) else []
        label = declared.page_label(pdf, page_index)
        return PageText(page_index, *frame.size, kind, label, lines, mark_count(page))


def _is_bare(raw: str) -> bool:
    """Whether a page has hardly any text."""
    return len("".join(raw.split())) <= _FEW_CHARACTERS


def _words(page: Any, frame: PageFrame) -> tuple[str, Words]:  # noqa: ANN401 - pypdfium2 has no types
    """Return the raw text of a page and its words.

    pdfium sorts the words of a row from left to right as displayed, which scrambles text that does not run to
    the right: such a page is turned until most of its text is upright. Boxes do not depend on it.
    """
    import pypdfium2.raw as pdfium

    for _ in range(2):
        with contextlib.closing(page.get_textpage()) as textpage:
            layer = TextPage(textpage.raw, frame)
            direction = layer.main_direction()
            if direction == 0 or pdfium.FPDFPage_GetRotation(page.raw) != frame.rotation:
                raw = layer.text()
                return raw, layer.words(raw, opaque_pictures(page, frame))
        pdfium.FPDFPage_SetRotation(page.raw, (frame.rotation - direction) % 4)
    raise AssertionError("a page is turned once")


def _declared(pdf: Any, page_count: int) -> _Declared:  # noqa: ANN401 - pypdfium2 has no types
    """Return metadata and outline, as much of them as can be read."""
    metadata: dict[str, str] = {}
    outline: tuple[OutlineEntry, ...] = ()
    # They are written by anyone and needed by nobody: what is broken is left out.
    with contextlib.suppress(Exception):
        metadata = declared.metadata(pdf)
    with contextlib.suppress(Exception):
        outline = declared.outline(pdf, page_count)
    return metadata, outline
