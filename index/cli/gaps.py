"""The command about what is not searched, and the line about it under an answer."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from index.cli import shapes
from index.cli.session import DONE, Session
from index.cli.wording import counted, grouped
from index.model.gap import Gap, GapKind, Gaps
from index.text.wording import run_list

_KINDS: Final = {
    GapKind.SCAN: "Страницы без текста",
    GapKind.FAILED: "Повреждённые страницы",
    GapKind.UNREAD: "Страницы сверх предела",
    GapKind.UNINDEXED: "Ещё не в поисковом указателе",
    GapKind.ENCRYPTED: "Файлы под паролем",
    GapKind.QUARANTINED: "Карантин",
    GapKind.DAMAGED: "Повреждённые файлы",
    GapKind.TOO_LARGE: "Файлы сверх предела",
    GapKind.UNREADABLE: "Файлы, которые не открылись",
    GapKind.FOREIGN: "Файлы другого формата",
    GapKind.REFUSED: "Не принято по другой причине",
    GapKind.RESTORED: "Ищется, но восстановлено из повреждённого файла",
    GapKind.RECOGNISED: "Ищется, но распознано: возможны ошибки",
    GapKind.REMARK: "Другие замечания",
}
_PAGES: Final = ("страницу", "страницы", "страниц")
_IN_DOCUMENTS: Final = ("документе", "документах", "документах")
_FILES: Final = ("непринятый файл", "непринятых файла", "непринятых файлов")


def show_gaps(session: Session) -> int:
    """`gaps [DOC...]`: what is not searched, by reason."""
    output = session.output
    with session.archive() as archive:
        chosen = [archive.find(name) for name in session.arguments.documents]
        found = archive.gaps(chosen or None)
    if output.is_json:
        output.json(shapes.gaps(found))
        return DONE
    for kind, group in groupby(found, key=lambda gap: gap.kind):
        members = list(group)
        output.line(f"{_KINDS[kind]}: {grouped(len(members))}")
        for gap in members:
            output.line(f"  • {_named(gap)}")
            output.line(f"    {gap.why} {gap.advice}".rstrip())
    searched = f"{grouped(found.pages_searched)} из {grouped(found.pages)}"
    output.line(f"Поиск видит страниц: {searched}. {unsearched(found)}".strip())
    return DONE


def unsearched(found: Gaps) -> str:
    """Return one line about what a search does not see; empty when it sees everything."""
    parts = []
    if found.pages_hidden:
        documents = counted(found.documents_concerned, _IN_DOCUMENTS)
        parts.append(f"{counted(found.pages_hidden, _PAGES)} в {documents}")
    if found.files_refused:
        parts.append(counted(found.files_refused, _FILES))
    return f"Не искали: {' и '.join(parts)}." if parts else ""


def _named(gap: Gap) -> str:
    if gap.document_id is None:
        return gap.path
    pages = "" if gap.is_whole or not gap.page_runs else f", стр. {run_list(gap.page_runs)}"
    return f"{gap.title} ({gap.document_id[:12]}){pages}"
