"""Writes the index, in a process of its own: one writer, batches of whole documents, one commit each.

The archive sends requests to the `Worker` of `make_indexer`; what was answered is on disk. The index is
disposable: whatever happens to it, it can be made anew from the documents (`index.ingest.indexing`), beside
the old one, which serves until the swap.
"""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from index.errors import IndexLocked, IndexOutdated, SearchIndexError
from index.model.document import DocumentId
from index.search.requests import (
    AddDocuments,
    Compact,
    DeleteDocuments,
    IndexDocument,
    Request,
    StartRebuild,
)
from index.workers import Tell, Worker, WorkerLimits

_LIMITS: Final = WorkerLimits(silence_s=900.0, request_s=6 * 3600.0, may_write=True, stands_back=True)
_COMMIT_DOCUMENTS: Final = 16_000
_WORDS: Final = "words.sqlite"
"""Beside the generations: what words are found by, for the next commit."""
_MOST_PER_TIER: Final = 8
"""Segments of about one size that are left side by side; more are merged into one of the next size."""


def make_indexer(folder: Path) -> Worker:
    """Return the worker that writes the index in `folder`. It starts with its first request."""
    return Worker(partial(index_handler, str(folder)), _LIMITS, "chitalnya-indexer")


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
            documents = request.documents
            for first in range(0, len(documents), _COMMIT_DOCUMENTS):
                _write(
                    _target(root, request.generation), documents[first : first + _COMMIT_DOCUMENTS], (), tell
                )
            return len(documents)
        if isinstance(request, DeleteDocuments):
            return _write(_target(root), (), request.document_ids, tell)
        if isinstance(request, Compact):
            return _compact(_target(root, request.generation))
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
    # Two states of one document in a batch: the last one counts.
    newest = {document.id: document for document in documents}
    gone = 0
    with _commit(generation, merge_tiers) as writer:
        with _explained():
            gone = int(writer.forget([*newest, *forgotten]))
        for done, document in enumerate(newest.values(), 1):
            writer.add(document)
            tell(done)
    return gone


def _compact(generation: Path) -> int:
    """Merge what is worth it; return how many segments there were."""
    from index.search.storage import DurableStorage, open_whoosh

    with _explained():
        opened = open_whoosh(DurableStorage(generation))
        segments = opened._segments()  # noqa: SLF001 - Whoosh has no other way to ask
        opened.close()
    if len(segments) > 1 or any(segment.has_deletions() for segment in segments):
        with _commit(generation, merge_most):
            pass
    return len(segments)


@contextlib.contextmanager
def _commit(generation: Path, policy: Any) -> Iterator[Any]:  # noqa: ANN401 - Whoosh has no types
    """Lend a writer; what it took in is on the disk when this ends, or nothing of it."""
    from index.search.commits import CommitWriter
    from index.search.storage import DurableStorage, open_whoosh
    from index.search.wordcache import WordCache

    with _explained():
        storage = DurableStorage(generation)
        storage.verify(thoroughly=False)
        storage.drop_debris()
        opened = open_whoosh(storage)
        words = WordCache(generation.parent / _WORDS)
        writer = CommitWriter(opened, words.terms)
    try:
        yield writer
        with _explained():
            writer.commit(mergetype=policy)
        words.save()
    except BaseException:
        with contextlib.suppress(Exception):
            writer.cancel()
        raise
    finally:
        opened.close()


def merge_tiers(writer: Any, segments: Sequence[Any]) -> list[Any]:  # noqa: ANN401 - Whoosh has no types
    """Merge policy of every commit: more than eight segments of about one size become one.

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
        else:
            kept.extend(_left_after_merging(writer, members))
    return kept


def merge_most(writer: Any, segments: Sequence[Any]) -> list[Any]:  # noqa: ANN401 - Whoosh has no types
    """Merge policy of a quiet hour: one segment, or a large one beside one less than half its size.

    So a single new document does not have the whole archive rewritten, and a search looks at two segments.
    """
    living = [segment for segment in segments if segment.doc_count()]
    living.sort(key=lambda segment: segment.doc_count())
    kept = []
    if living and not living[-1].has_deletions():
        rest = sum(segment.doc_count() for segment in living[:-1])
        if rest * 2 < living[-1].doc_count():
            kept = [living.pop()]
    if len(living) == 1 and not living[0].has_deletions():
        return [*kept, *living]
    return kept + _left_after_merging(writer, living)


def _left_after_merging(writer: Any, segments: Sequence[Any]) -> list[Any]:  # noqa: ANN401 - as above
    """Have segments merged as long as the new one has room; return the others."""
    from index.search.fieldwriting import MOST_DOCUMENTS

    left: list[Any] = []
    for segment in sorted(segments, key=lambda segment: segment.doc_count()):
        if writer.docnum + segment.doc_count() > MOST_DOCUMENTS:
            left.append(segment)
        else:
            writer.absorb(segment)
    return left


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
    """Say what happened when the disk refuses, or when files that another state wrote are gone."""
    from index.search.arrayfile import damaged

    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EFBIG}:
            raise SearchIndexError(
                f"Поисковый указатель не удалось записать: {error.strerror}. Документы и заметки целы.",
                "Освободите место на диске или проверьте права на папку архива и повторите.",
            ) from error
        raise damaged(str(error)) from error
