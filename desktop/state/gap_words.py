"""What is not searched, in words of the window: reasons, pages, one-line sums, the table to take along."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.state.counts import Noun, counted, figure
from desktop.state.wording import worded
from index.model.gap import Gap, GapKind, Gaps
from index.text.wording import run_list

# A spreadsheet would compute what begins so; a hostile title must stay a text.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def reason(kind: GapKind) -> str:
    """Return the name of a reason: «Страницы без текста»."""
    translate = QCoreApplication.translate
    return {
        GapKind.SCAN: translate("Gaps", "Страницы без текста"),
        GapKind.FAILED: translate("Gaps", "Повреждённые страницы"),
        GapKind.UNREAD: translate("Gaps", "Страницы сверх предела"),
        GapKind.UNINDEXED: translate("Gaps", "Ещё не в поиске"),
        GapKind.ENCRYPTED: translate("Gaps", "Файлы под паролем"),
        GapKind.QUARANTINED: translate("Gaps", "Карантин"),
        GapKind.DAMAGED: translate("Gaps", "Повреждённые файлы"),
        GapKind.TOO_LARGE: translate("Gaps", "Файлы сверх предела"),
        GapKind.UNREADABLE: translate("Gaps", "Файлы не открылись"),
        GapKind.FOREIGN: translate("Gaps", "Файлы другого формата"),
        GapKind.REFUSED: translate("Gaps", "Не принято"),
        GapKind.RESTORED: translate("Gaps", "Восстановленный текст"),
        GapKind.RECOGNISED: translate("Gaps", "Распознанный текст"),
        GapKind.REMARK: translate("Gaps", "Другие замечания"),
    }[kind]


def pages_of(gap: Gap) -> str:
    """Return the pages of a gap: «3–5, 8», «все 12»; empty when it is not about pages."""
    if gap.is_whole and gap.pages > 1:
        return QCoreApplication.translate("Gaps", "все {count}").format(count=figure(gap.page_count))
    return run_list(gap.page_runs)


def unsearched(gaps: Gaps) -> str:
    """Return what a search did not see: «Не искали: 24 стр. в 3 документах»; empty when it saw all."""
    translate = QCoreApplication.translate
    parts = []
    if gaps.pages_hidden:
        parts.append(
            translate("Gaps", "{pages} в {documents}").format(
                pages=counted(gaps.pages_hidden, Noun.PAGE),
                documents=counted(gaps.documents_concerned, Noun.IN_DOCUMENT),
            )
        )
    if gaps.files_refused:
        parts.append(counted(gaps.files_refused, Noun.FILE))
    if len(parts) == 2:
        return translate("Gaps", "Не искали: {pages} и {files}").format(pages=parts[0], files=parts[1])
    return translate("Gaps", "Не искали: {what}").format(what=parts[0]) if parts else ""


def searched(gaps: Gaps) -> str:
    """Return how much is searched: «Поиск видит 300 из 324 страниц»."""
    return QCoreApplication.translate("Gaps", "Поиск видит {seen} из {pages}").format(
        seen=figure(gaps.pages_searched), pages=counted(gaps.pages, Noun.OF_PAGE)
    )


def about_document(gaps: Iterable[Gap]) -> str:
    """Return one sentence about the pages of one document that are not searched; empty when all are."""
    hidden = [gap for gap in gaps if not gap.kind.is_searched]
    translate = QCoreApplication.translate
    if any(gap.kind is GapKind.UNINDEXED for gap in hidden):
        return translate("Gaps", "Документ ещё не внесён в поиск.")
    if not hidden:
        return ""
    pages, of = sum(gap.pages for gap in hidden), max(gap.page_count for gap in hidden)
    kinds = {gap.kind for gap in hidden}
    if kinds == {GapKind.SCAN} and pages == of:
        return translate("Gaps", "Документ не ищется: в нём нет текста.")
    words = {
        GapKind.SCAN: translate("Gaps", "Не ищется {pages} из {of}: нет текста."),
        GapKind.FAILED: translate("Gaps", "Не ищется {pages} из {of}: ошибка чтения."),
    }
    mixed = translate("Gaps", "Не ищется {pages} из {of}.")
    template = words.get(kinds.pop(), mixed) if len(kinds) == 1 else mixed
    return template.format(pages=figure(pages), of=counted(of, Noun.OF_PAGE))


def table(gaps: Iterable[Gap]) -> str:
    """Return gaps as a table for spreadsheets: CSV with semicolons, one gap a line, a head first."""
    translate = QCoreApplication.translate
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\n")
    writer.writerow(
        (
            translate("Gaps", "Причина"),
            translate("Gaps", "Документ или файл"),
            translate("Gaps", "Страницы"),
            translate("Gaps", "Почему"),
            translate("Gaps", "Что делать"),
            translate("Gaps", "Путь"),
        )
    )
    for gap in gaps:
        cells = (reason(gap.kind), gap.title, pages_of(gap), worded(gap.why), worded(gap.advice), gap.path)
        writer.writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells)
    return written.getvalue()
