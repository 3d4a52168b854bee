"""Marks read out of PDFs and written into copies, in a process that writes no file: copies come in pieces."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index.errors import ImportFailed
from index.model.markup import FoundMarks, Markup
from index.model.said import said
from index.pdf import notices
from index.pdf.opening import opened
from index.sandbox import Sandbox
from index.tasks import Task
from index.workers import Tell, Worker, WorkerDied, WorkerLimits

if TYPE_CHECKING:
    from index.pdf.frames import FrameAt, PageFrame

_SILENCE_S: Final = 60.0
_REQUEST_S: Final = 900.0
_MEMORY_BYTES: Final = 3 << 30
_RECYCLE_AFTER: Final = 50
_PIECE_BYTES: Final = 1 << 20
_ALIVE_EVERY: Final = 32
_OTHERWISE: Final = said("copy.otherwise", "Запишите заметки в другом виде, например в Markdown.")


@dataclass(frozen=True, slots=True)
class MarksRequest:
    """A file whose marks are asked for.

    Attributes:
        path: The file.
        passwords: Tried on a file that needs one.
        with_words: Whether the words under them are asked for, too: of a file that is not a document's own.
    """

    path: str
    passwords: tuple[str, ...] = field(default=(), repr=False)
    with_words: bool = False


@dataclass(frozen=True, slots=True)
class CopyRequest:
    """A copy of a file that is asked for, with marks.

    Attributes:
        path: The file; nobody writes to it.
        marks: What to write.
        replaced: Names of marks of the file that are not in the copy.
        bookmarks: What the outline calls bookmarks.
        passwords: Tried on a file that needs one.
        document: SHA-256 of the document; the copy says so, for `FoundMarks`.
    """

    path: str
    marks: tuple[Markup, ...]
    replaced: frozenset[str] = frozenset()
    bookmarks: str = ""
    passwords: tuple[str, ...] = field(default=(), repr=False)
    document: str = ""


@dataclass(frozen=True, slots=True)
class CopyMade:
    """What is to be known of a copy.

    Attributes:
        is_signed: Whether the file holds a signature; the marks then stand behind its end, and it is valid.
        is_encrypted: Whether the copy opens with the file's own password alone.
    """

    is_signed: bool = False
    is_encrypted: bool = False


def markup_handler(request: MarksRequest | CopyRequest, tell: Tell) -> FoundMarks | CopyMade:
    """Run in the worker: return the marks of a file, or tell a copy piece by piece (bytes; None: alive).

    Raises:
        ImportFailed: If the file cannot be opened, or no copy can be made of it.
    """
    try:
        with _frames(request.path, request.passwords) as frame_at:
            if isinstance(request, MarksRequest):
                return _marks(request, frame_at, tell)
            return _copy(request, frame_at, tell)
    except (ImportFailed, MemoryError):
        raise
    except Exception as error:  # whatever libraries raise on files that nobody foresaw
        raise notices.damaged(request.path) from error


def make_markup_worker(sandbox: Sandbox | None = None) -> Worker:
    """Return a worker for `MarksRequest` and `CopyRequest`; its process starts with the first one.

    Args:
        sandbox: Which files it can see; None for all that the user can.
    """
    limits = WorkerLimits(
        silence_s=_SILENCE_S,
        request_s=_REQUEST_S,
        memory_bytes=_MEMORY_BYTES,
        recycle_after=_RECYCLE_AFTER,
        sandbox=sandbox,
        stands_back=True,
    )
    return Worker(markup_handler, limits, "chitalnya-markup")


def read_marks(worker: Worker, request: MarksRequest, task: Task | None = None) -> FoundMarks:
    """Return the marks that stand in a file; blocks.

    Raises:
        ImportFailed: If it cannot be opened, or kills its reader.
        Cancelled: If `task` was cancelled.
    """
    try:
        found: FoundMarks = worker.call(request, task, lambda _alive: None)
    except WorkerDied as error:
        raise notices.deadly(request.path, None) from error
    return found


def write_copy(worker: Worker, request: CopyRequest, path: Path, task: Task | None = None) -> CopyMade:
    """Write a copy of a file, with marks, to a new file; blocks.

    Raises:
        ImportFailed: If no copy can be made.
        OSError: If the new file cannot be written.
        Cancelled: If `task` was cancelled.
    """
    with path.open("wb") as stream:

        def take(piece: bytes | None) -> None:
            if isinstance(piece, bytes):
                stream.write(piece)

        try:
            made: CopyMade = worker.call(request, task, take)
        except WorkerDied as error:
            raise notices.deadly(request.path, None) from error
    return made


@contextlib.contextmanager
def _frames(path: str, passwords: Sequence[str]) -> Iterator[FrameAt]:
    """Lend what says how pages are displayed: pdfium, which says where the words of the text stand, too."""
    import pypdfium2

    from index.pdf.frames import frame_of
    from index.pdf.opening import needs_password

    try:
        pdf = opened(path, passwords)
    except pypdfium2.PdfiumError as error:
        if needs_password(error):
            raise notices.encrypted(path, was_wrong=bool(passwords)) from error
        raise
    known: dict[int, PageFrame] = {}

    def frame_at(page_index: int) -> PageFrame:
        if page_index not in known:
            with contextlib.closing(pdf[page_index]) as page:
                known[page_index] = frame_of(page)
        return known[page_index]

    with contextlib.closing(pdf):
        yield frame_at


def _marks(request: MarksRequest, frame_at: FrameAt, tell: Tell) -> FoundMarks:
    from index.pdf.markup_reading import marks_of, origin_of
    from index.pdf.markup_writing import opened_with_pikepdf

    with contextlib.closing(opened_with_pikepdf(request.path, request.passwords)) as pdf:
        found, origin = tuple(marks_of(pdf, frame_at, _alive(tell))), origin_of(pdf)
    return FoundMarks(_with_words(request, found, frame_at) if request.with_words else found, origin)


def _with_words(request: MarksRequest, marks: Sequence[Markup], frame_at: FrameAt) -> tuple[Markup, ...]:
    with contextlib.closing(opened(request.path, request.passwords)) as pdf:
        told = []
        for mark in marks:
            lines = []
            with (
                contextlib.closing(pdf[mark.page_index]) as page,
                contextlib.closing(page.get_textpage()) as text,
            ):
                for quad in mark.quads:
                    corners = [frame_at(mark.page_index).to_file(*quad.points[at : at + 2]) for at in (0, 6)]
                    (x1, y1), (x2, y2) = corners
                    lines.append(text.get_text_bounded(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
            told.append(replace(mark, words=" ".join(" ".join(lines).replace("\ufffe", "").split())))
    return tuple(told)


def _copy(request: CopyRequest, frame_at: FrameAt, tell: Tell) -> CopyMade:
    from index.pdf.markup_writing import (
        forbids_notes,
        is_signed,
        note_origin,
        opened_with_pikepdf,
        with_marks,
    )

    with contextlib.closing(opened_with_pikepdf(request.path, request.passwords)) as pdf:
        made = CopyMade(is_signed(pdf), pdf.is_encrypted)
        if made.is_signed and forbids_notes(pdf):
            raise ImportFailed(
                said(
                    "copy.certified",
                    "Автор заверил этот файл и запретил добавлять пометки: с ними подпись не действует. "
                    "Копия не записана, файл не изменён.",
                ),
                _OTHERWISE,
            )
        if made.is_signed:
            octets = _appended(request, frame_at)
        else:
            note_origin(pdf, request.document)
            octets = with_marks(
                pdf, request.marks, frame_at, request.replaced, request.bookmarks, _alive(tell)
            )
    for begin in range(0, len(octets), _PIECE_BYTES):
        tell(octets[begin : begin + _PIECE_BYTES])
    return made


def _appended(request: CopyRequest, frame_at: FrameAt) -> bytes:
    from index.pdf.markup_appending import with_marks_appended

    octets = Path(request.path).read_bytes()
    try:
        return with_marks_appended(octets, request.marks, frame_at)
    except MemoryError:
        raise
    except Exception as error:  # pypdf raises anything on what it does not understand
        raise ImportFailed(
            said(
                "copy.signed",
                "Файл подписан, и дописать к нему пометки так, чтобы подпись осталась действительной, "
                "не удалось. Копия не записана, файл не изменён.",
            ),
            _OTHERWISE,
        ) from error


def _alive(tell: Tell) -> Callable[[], None]:
    """Return what is called for each page and tells every so often that there is life."""
    count = 0

    def alive() -> None:
        nonlocal count
        count += 1
        if count % _ALIVE_EVERY == 0:
            tell(None)

    return alive
