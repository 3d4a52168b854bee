"""What is not searched and why: found among pages, notices, past imports and the quarantine."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath
from typing import Any, Final

from index.model.document import DocumentId, PageKind
from index.model.gap import Gap, GapKind, Gaps
from index.model.said import Said, Sentence, said, sentences
from index.store.database import Database
from index.store.journal import Journal
from index.store.sayings import text_from_json, texts_from_json
from index.text.wording import page_runs, runs_of_page_list

# The conditions are those of the indexes of `index.store.migrations`, word by word: SQLite asks for that.
_PAGES: Final = """
SELECT document_id, kind, page_index FROM pages
WHERE kind IN ('scan', 'failed', 'recognised') AND {chosen} ORDER BY document_id, kind, page_index
"""
_TOTALS: Final = "SELECT count(*), coalesce(sum(page_count), 0) FROM documents WHERE {chosen}"
_REMARKED: Final = (
    "SELECT id FROM documents WHERE notices <> '[]' AND {chosen}"
    " UNION SELECT id FROM documents WHERE state = 0 AND {chosen}"
)
_DOCUMENTS: Final = """
SELECT id, shown_title, source_path, page_count, notices, state FROM documents
WHERE id IN (SELECT value FROM json_each(?))
"""
_CHOSEN: Final = "{column} IN (SELECT value FROM json_each(?))"
_REFUSED: Final = """
SELECT path, reason, message, sentences, content FROM import_log AS refused
WHERE status = 'refused'
    AND NOT EXISTS (SELECT 1 FROM import_log WHERE path = refused.path AND number > refused.number)
    AND NOT EXISTS (SELECT 1 FROM documents WHERE id = refused.content)
ORDER BY number DESC
"""
_QUARANTINED: Final = """
SELECT id, path, reason, message, sentences,
    NOT EXISTS (SELECT 1 FROM import_log WHERE path = quarantine.path) AS is_unlogged
FROM quarantine WHERE NOT EXISTS (SELECT 1 FROM documents WHERE id = quarantine.id) ORDER BY at DESC
"""
_ORDER: Final = {kind: place for place, kind in enumerate(GapKind)}
_OF_PAGES: Final = {
    PageKind.SCAN: GapKind.SCAN,
    PageKind.FAILED: GapKind.FAILED,
    PageKind.RECOGNISED: GapKind.RECOGNISED,
}
_OF_REASONS: Final = {
    "encrypted": GapKind.ENCRYPTED,
    "unknown_protection": GapKind.ENCRYPTED,
    "damaged": GapKind.DAMAGED,
    "too_large": GapKind.TOO_LARGE,
    "unreadable": GapKind.UNREADABLE,
    "not_a_pdf": GapKind.FOREIGN,
    "unknown_format": GapKind.FOREIGN,
    "old_format": GapKind.FOREIGN,
}
_TOLD_BY_PAGES: Final = frozenset({"pages.all_scanned", "pages.scanned", "pages.failed", "pages.recognised"})
_NO_FILE: Final = frozenset({"folder.nothing"})
"""Refusals that are about no file at all."""


@dataclass(frozen=True, slots=True)
class _Record:
    """What is needed of a document with gaps."""

    id: DocumentId
    title: str
    path: str
    page_count: int
    notices: tuple[str, ...]
    is_indexed: bool


class GapStore:
    """The gaps of one archive. Methods block for one transaction; any thread may call them.

    Args:
        database: The archive's database.
    """

    def __init__(self, database: Database) -> None:
        self._database, self._journal = database, Journal(database)

    def find(self, document_ids: Collection[DocumentId] | None = None) -> Gaps:
        """Return what is not searched and why.

        Args:
            document_ids: Only of these documents; of the whole archive, refused files included, when None.
        """
        chosen, values = "1", tuple[str, ...]()
        if document_ids is not None:
            chosen, values = _CHOSEN, (json.dumps(list(document_ids)),)
        of_documents, of_pages = chosen.format(column="id"), chosen.format(column="document_id")
        with self._database.reading() as connection:
            pages = _by_document(connection.execute(_PAGES.format(chosen=of_pages), values))
            documents, page_count = connection.execute(_TOTALS.format(chosen=of_documents), values).fetchone()
            ids = {row[0] for row in connection.execute(_REMARKED.format(chosen=of_documents), values * 2)}
            rows = connection.execute(_DOCUMENTS, (json.dumps([*ids.union(pages)]),)).fetchall()
            gaps: list[Gap] = []
            if document_ids is None:
                quarantined = connection.execute(_QUARANTINED).fetchall()
                gaps += _of_files(connection.execute(_REFUSED), quarantined)
        counted = _Counted(documents, page_count)
        for row in rows:
            counted.add(_record(row), pages.get(row[0], {}))
        return counted.gaps(gaps)

    def dismiss(self, paths: Iterable[str]) -> None:
        """Leave refused files out of the list until they are refused again."""
        self._journal.dismiss(paths)


class _Counted:
    """Gaps of documents on their way to a sum."""

    def __init__(self, documents: int, pages: int) -> None:
        self._documents = self._documents_searched = documents
        self._pages = self._pages_searched = pages
        self._gaps: list[Gap] = []

    def add(self, record: _Record, pages: Mapping[GapKind, tuple[range, ...]]) -> None:
        """Take in a document and its pages by the reason they are listed for."""
        found = list(_of_document(record, pages))
        self._gaps += found
        hidden = [gap for gap in found if not gap.kind.is_searched]
        self._pages += sum(gap.pages for gap in hidden if gap.kind is GapKind.UNREAD)
        here = sum(gap.pages for gap in hidden if gap.kind is not GapKind.UNREAD)
        here = here if record.is_indexed else record.page_count
        self._pages_searched -= here
        self._documents_searched -= here >= record.page_count

    def gaps(self, more: Iterable[Gap]) -> Gaps:
        """Return everything, in order."""
        ordered = sorted((*self._gaps, *more), key=lambda gap: (_ORDER[gap.kind], gap.title.casefold()))
        return Gaps(
            tuple(ordered), self._documents, self._documents_searched, self._pages, self._pages_searched
        )


def _by_document(rows: Iterable[tuple[str, str, int]]) -> dict[str, dict[GapKind, tuple[range, ...]]]:
    found: dict[str, dict[GapKind, tuple[range, ...]]] = {}
    for (document_id, kind), group in groupby(rows, key=lambda row: row[:2]):
        found.setdefault(document_id, {})[_OF_PAGES[PageKind(kind)]] = page_runs(row[2] for row in group)
    return found


def _record(row: tuple[Any, ...]) -> _Record:
    id_, title, path, page_count, notices, state = row
    return _Record(DocumentId(id_), title, path, page_count, texts_from_json(notices), bool(state))


def _of_document(record: _Record, pages: Mapping[GapKind, tuple[range, ...]]) -> Iterator[Gap]:
    for kind, runs in pages.items():
        yield _document_gap(record, kind, runs, *_PAGE_WORDS[kind])
    if not record.is_indexed:
        yield _document_gap(record, GapKind.UNINDEXED, (), *_UNINDEXED)
    for notice in record.notices:
        (first, *_) = sentences(notice)
        values = dict(first.values)
        if first.code == "pages.unread":
            runs = runs_of_page_list(str(values["pages"]))
            why = said("gap.unread", "Не прочитано: {reason}.", reason=values["reason"])
            yield _document_gap(record, GapKind.UNREAD, runs, why, _SPLIT)
        elif first.code == "file.restored":
            yield _document_gap(record, GapKind.RESTORED, (), notice, _GET_SOUND)
        elif first.code not in _TOLD_BY_PAGES:
            yield _document_gap(record, GapKind.REMARK, (), notice, "")


def _document_gap(record: _Record, kind: GapKind, runs: tuple[range, ...], why: str, advice: str) -> Gap:
    pages = max(record.page_count, *(run.stop for run in runs), 0)
    can_retry = kind in {GapKind.FAILED, GapKind.UNREAD}
    return Gap(kind, record.id, record.title, record.path, runs, pages, why, advice, can_retry)


def _of_files(refused: Iterable[tuple[Any, ...]], quarantined: list[tuple[Any, ...]]) -> Iterator[Gap]:
    contents, paths = {row[0] for row in quarantined}, {row[1] for row in quarantined}
    for path, reason, message, written, content in refused:
        text = text_from_json(message, written)
        if sentences(text)[:1] and sentences(text)[0].code in _NO_FILE:
            continue
        is_harmful = content in contents or (not content and path in paths)
        kind = GapKind.QUARANTINED if is_harmful else _OF_REASONS.get(reason, GapKind.REFUSED)
        yield _file_gap(kind, path, text, content)
    for content, path, _reason, message, written, is_unlogged in quarantined:
        if is_unlogged:
            yield _file_gap(GapKind.QUARANTINED, path, text_from_json(message, written), content)


def _file_gap(kind: GapKind, path: bytes, text: str, content: str) -> Gap:
    # The first sentence says what happened, the last one what to do; between them stands what is safe.
    first, *rest = sentences(text) or (Sentence("", ""),)
    advice: str = Said(rest[-1]) if rest else ""
    if kind is GapKind.QUARANTINED:
        advice = _TRY_AGAIN
    name = os.fsdecode(path)
    return Gap(kind, None, PurePath(name).name or name, name, (), 0, Said(first), advice, True, content)


_PAGE_WORDS: Final = {
    GapKind.SCAN: (
        said("gap.scan", "Здесь изображение без текстового слоя."),
        said("gap.scan_advice", "Смотреть можно; чтобы искать, текст надо распознать."),
    ),
    GapKind.FAILED: (
        said("gap.failed", "Повреждено: прочитать не удалось."),
        said(
            "gap.failed_advice",
            "Откройте файл в другой программе, сохраните его как новый PDF и добавьте снова.",
        ),
    ),
    GapKind.RECOGNISED: (
        said("gap.recognised", "Текст распознан по изображению: в нём возможны ошибки."),
        said("gap.recognised_advice", "Если слово не нашлось, просмотрите страницы сами."),
    ),
}
_UNINDEXED: Final = (
    said("gap.unindexed", "Документ принят, но ещё не внесён в поисковый указатель."),
    said(
        "gap.unindexed_advice",
        "Дождитесь конца импорта. Если это не пройдёт, закройте программу и откройте её снова.",
    ),
)
_SPLIT: Final = said("gap.unread_advice", "Разделите файл на части и добавьте их по отдельности.")
_GET_SOUND: Final = said("gap.restored_advice", "Если есть исправный файл, добавьте его.")
_TRY_AGAIN: Final = said(
    "gap.quarantined_advice",
    "Вместе с папкой этот файл больше не читается. Можно попробовать ещё раз: его одного.",
)
