"""Writes the index, in a process of its own: one writer, batches of whole documents, one commit each.

The archive sends requests to the `Worker` of `make_indexer`; what was answered is on disk. The index is
disposable: whatever happens to it, `rebuild` makes it anew from the documents, beside the old one, which
serves until the swap.
"""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from index.errors import ArchiveError, IndexLocked, IndexOutdated, SearchIndexError
from index.model.document import DocumentId
from index.tasks import Task
from index.workers import Tell, Worker, WorkerLimits

_LIMITS: Final = WorkerLimits(silence_s=900.0, request_s=6 * 3600.0, may_write=True, stands_back=True)
_POOL_MEGABYTES: Final = 96
_TITLE_WINDOW: Final = 200
"""Tokens at the beginning of a text among which its title is looked for."""
_MOST_PER_TIER: Final = 8
"""Segments of about one size that are left side by side; more are merged into one of the next size."""


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """What the index takes in of a document.

    Attributes:
        id: The document.
        title: Its title.
        file_name: Name of its file.
        date: Its own date, ISO 8601, possibly without day or month; empty when unknown.
        text: Its text; matches are spans of this very string.
        number: The archive's own number of it (`DocumentSummary.number`).
        page_starts: First character of each page, ascending offsets in the text.
    """

    id: DocumentId
    title: str
    file_name: str
    date: str
    text: str
    number: int = 0
    page_starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AddDocuments:
    """Take documents in, each in place of an older state of itself. Answer: their number.

    Attributes:
        documents: The documents.
        generation: What `StartRebuild` answered, to write to the rebuild; empty for the current index.
    """

    documents: tuple[IndexDocument, ...]
    generation: str = ""


@dataclass(frozen=True, slots=True)
class DeleteDocuments:
    """Forget documents; unknown ones are ignored. Answer: the number forgotten."""

    document_ids: tuple[DocumentId, ...]


@dataclass(frozen=True, slots=True)
class StartRebuild:
    """Begin an empty index beside the current one. Answer: its generation."""


@dataclass(frozen=True, slots=True)
class FinishRebuild:
    """Make a rebuilt index the current one, and delete the others. Answer: None."""

    generation: str


Request = AddDocuments | DeleteDocuments | StartRebuild | FinishRebuild


def make_indexer(folder: Path) -> Worker:
    """Return the worker that writes the index in `folder`. It starts with its first request."""
    return Worker(partial(index_handler, str(folder)), _LIMITS, "chitalnya-indexer")


def rebuild(worker: Worker, batches: Iterable[Sequence[IndexDocument]], task: Task) -> int:
    """Build the index anew and swap it in; return the number of documents. Blocks.

    Whatever is added to the current index meanwhile is lost: let nobody else write.

    Args:
        worker: Of `make_indexer`.
        batches: All documents.
        task: Cancels; the old index then stays.

    Raises:
        SearchIndexError: If it cannot be written.
        Cancelled: If `task` was.
    """
    generation = worker.call(StartRebuild(), task)
    count = 0
    for batch in batches:
        count += worker.call(AddDocuments(tuple(batch), generation), task)
        task.checkpoint()
    worker.call(FinishRebuild(generation), task)
    return count


def index_handler(folder: str, request: Request, tell: Tell) -> int | str | None:
    """Carry out one request, durably. Runs in the indexer's process.

    Args:
        folder: Folder of the index; created if need be.
        request: What to do.
        tell: Told the number of documents analysed so far.

    Raises:
        IndexLocked: If another program is writing to this index.
        IndexOutdated: If it was built by another version of the analyzer.
        IndexDamaged: If its files contradict each other.
        SearchIndexError: If the disk refuses.
    """
    from index.search import storage

    root = Path(folder)
    with _locked(root):
        if isinstance(request, AddDocuments):
            _write(_target(root, request.generation), request.documents, (), tell)
            return len(request.documents)
        if isinstance(request, DeleteDocuments):
            return _write(_target(root), (), request.document_ids, tell)
        with _explained():
            if isinstance(request, StartRebuild):
                _drop_unfinished(root)
                generation = storage.new_generation(root)
                _create(generation)
                return generation.name
            _swap_in(root, root / request.generation)
            return None


def _target(root: Path, generation: str = "") -> Path:
    """Return the folder of a generation, or of the current one; makes a first one if there is none."""
    from index.search import storage
    from index.search.schema import INDEX_VERSION

    if generation:
        return root / generation
    with _explained():
        current = storage.read_current(root)
        if current is None:
            folder = storage.new_generation(root)
            _create(folder)
            current = storage.Current(folder, INDEX_VERSION)
            storage.write_current(root, current)
    if current.version != INDEX_VERSION:
        raise outdated()
    return current.folder


def outdated() -> IndexOutdated:
    """Return the error that says that the index is of another version."""
    return IndexOutdated(
        "Поисковый указатель построен другой версией программы. Документы и заметки целы.",
        "Перестройте указатель: это безопасно и ничего не меняет в документах.",
    )


def _create(generation: Path) -> None:
    from index.search.schema import make_schema
    from index.search.storage import DurableStorage

    DurableStorage(generation).create_index(make_schema()).close()


def _drop_unfinished(root: Path) -> None:
    from index.search import storage

    with contextlib.suppress(SearchIndexError):
        current = storage.read_current(root)
        if current is not None:
            storage.drop_generations(root, current.folder)


def _swap_in(root: Path, generation: Path) -> None:
    from index.search import storage
    from index.search.schema import INDEX_VERSION

    storage.DurableStorage(generation).verify(thoroughly=False)
    storage.write_current(root, storage.Current(generation, INDEX_VERSION))
    storage.drop_generations(root, generation)


def _write(
    generation: Path, documents: Sequence[IndexDocument], forgotten: Sequence[DocumentId], tell: Tell
) -> int:
    """Make one commit; return how many documents were deleted or replaced."""
    from index.search.commits import CommitWriter
    from index.search.storage import DurableStorage

    # Two states of one document in a batch: the last one counts.
    newest = {document.id: document for document in documents}
    with _explained():
        storage = DurableStorage(generation)
        storage.verify(thoroughly=False)
        storage.drop_debris()
        opened = storage.open_index()
        writer = CommitWriter(opened, limitmb=_POOL_MEGABYTES)
    try:
        with _explained():
            gone = writer.forget([*newest, *forgotten], opened)
        for done, document in enumerate(newest.values(), 1):
            fields = _fields(document)
            with _explained():
                writer.add_document(**fields)
            tell(done)
        with _explained():
            writer.commit(mergetype=merge_tiers)
    except BaseException:
        with contextlib.suppress(Exception):
            writer.cancel()
        raise
    finally:
        opened.close()
    return gone


def _fields(document: IndexDocument) -> dict[str, Any]:
    from index.search.analysis import analyse, first_forms, title_position

    text, title = analyse(document.text), analyse(document.title)
    title_forms = first_forms(document.title, title.length)
    return {
        "id": document.id,
        "text": text.terms,
        "text_forms": text.forms,
        "title": title.terms,
        "title_forms": title.forms,
        "file": document.file_name.encode("utf-8", "surrogateescape"),
        "date": document.date.encode(),
        "number": document.number,
        "title_at": title_position(first_forms(document.text, _TITLE_WINDOW), title_forms),
        "places": text.places,
    }


def merge_tiers(writer: Any, segments: Sequence[Any]) -> list[Any]:  # noqa: ANN401 - Whoosh has no types
    """Merge policy: segments of about one size are merged when there are more than eight of them.

    Each document is rewritten once for each factor of eight in the size of the index, so that the cost of
    adding n documents is n log n, and a search opens at most a few dozen segments. Segments without living
    documents go, those that are mostly deleted are rewritten.
    """
    tiers: dict[int, list[Any]] = {}
    for segment in segments:
        alive = segment.doc_count()
        if alive:
            is_hollow = alive * 2 < segment.doc_count_all()
            tiers.setdefault(-1 if is_hollow else _tier(alive), []).append(segment)
    kept: list[Any] = []
    for tier, members in tiers.items():
        if tier >= 0 and len(members) <= _MOST_PER_TIER:
            kept.extend(members)
            continue
        for segment in members:
            writer.absorb(segment)
    return kept


def _tier(count: int) -> int:
    return (count.bit_length() - 1) // 3


@contextlib.contextmanager
def _locked(root: Path) -> Iterator[None]:
    from whoosh.util.filelock import FileLock

    root.mkdir(parents=True, exist_ok=True)
    lock = FileLock(str(root / "LOCK"))
    if not lock.acquire(blocking=False):
        raise IndexLocked(
            "В поисковый указатель пишет другая программа.",
            "Закройте второе окно «Читальни» или подождите, пока она закончит.",
        )
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """Turn whatever Whoosh raises on damaged files into one error."""
    from index.search.storage import damaged

    try:
        yield
    except (ArchiveError, MemoryError):
        raise
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EFBIG}:
            raise SearchIndexError(
                f"Поисковый указатель не удалось записать: {error.strerror}. Документы и заметки целы.",
                "Освободите место на диске или проверьте права на папку архива и повторите.",
            ) from error
        raise damaged(str(error)) from error
    except Exception as error:  # damaged files raise five kinds of exceptions (docs/decisions/0005)
        raise damaged(type(error).__name__) from error
