"""Commands about the archive as a whole: import, check, rebuild, backup, info."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path
from typing import Final

from index.cli import shapes
from index.cli.output import Output
from index.cli.passwords import asked_password, told_passwords
from index.cli.recognition import hint_after_import, recogniser_line
from index.cli.session import DONE, FAILED, INTERRUPTED, SOME_REFUSED, Session, interruptible
from index.cli.wording import DOCUMENTS, NOTES, PAGES, STATUSES, WALLS, counted, duration, grouped, size
from index.model.report import FileReport, ImportProgress, ImportReport, ImportStatus
from index.model.said import sentences
from index.sandbox import Wall

_ORDER: Final = (
    ImportStatus.IMPORTED,
    ImportStatus.NEW_VERSION,
    ImportStatus.PARTIAL,
    ImportStatus.DUPLICATE,
    ImportStatus.READ_AGAIN,
    ImportStatus.REFUSED,
)


def import_files(session: Session) -> int:
    """`import PATH...`: a line for each file as it ends, which is when it is in the archive for good.

    With `--again` documents of which pages could not be read come first, then the files that were refused
    before, each named by itself as the quarantine asks.
    """
    output = session.output

    def tell(progress: ImportProgress) -> None:
        if progress.latest is not None and output.is_json:
            output.json(shapes.file_report(progress.latest))
        elif progress.latest is not None:
            _print_file(output, progress.latest)
        output.import_progress(progress)

    with session.archive(is_made=True) as archive, interruptible(session.task):
        keyring = told_passwords(session.arguments, archive.keyring)
        gaps = [gap for gap in archive.gaps() if gap.can_retry] if session.arguments.again else []
        again = [gap.document_id for gap in gaps if gap.document_id is not None]
        refused = [Path(gap.path) for gap in gaps if gap.document_id is None]
        report = archive.ingest([*refused, *session.arguments.paths], session.task, tell, again)
        while not output.is_json and report.locked and (password := _asked(output, report)):
            keyring.add(password)
            paths, documents = report.to_unlock
            report = report.amended(archive.ingest(paths, session.task, tell, documents))
        hint = "" if output.is_json else hint_after_import(archive)
    output.clear_progress()
    if output.is_json:
        output.json(shapes.import_summary(report))
    else:
        output.line(_import_line(report))
        if taken := _notes_taken(report):
            output.line(f"Взяты заметки, которые были в файлах: {taken}.")
        if hint:
            output.line(hint)
    if report.was_cancelled:
        return INTERRUPTED
    return SOME_REFUSED if report.count(ImportStatus.REFUSED) else DONE


def _notes_taken(report: ImportReport) -> int:
    """Return how many notes came with the files."""
    told = (sentence for file in report.files for sentence in sentences(file.message))
    return sum(int(dict(one.values)["count"]) for one in told if one.code == "file.marks_taken")


def _asked(output: Output, report: ImportReport) -> str:
    output.clear_progress()
    return "" if report.was_cancelled else asked_password(len(report.locked))


def check(session: Session) -> int:
    """`check`: 0 when all is well, 1 when something is wrong."""
    output = session.output
    with session.archive() as archive:
        report = archive.check(session.task, is_deep=session.arguments.deep)
    if output.is_json:
        output.json(
            {
                "sound": report.is_sound,
                "problems": [dataclasses.asdict(problem) for problem in report.problems],
                "documents": report.documents,
                "annotations": report.annotations,
                "seconds": round(report.seconds, 3),
            }
        )
        return DONE if report.is_sound else FAILED
    for problem in report.problems:
        output.line(f"• {problem.message} {problem.hint}".strip())
    seen = f"{counted(report.documents, DOCUMENTS)}, {counted(report.annotations, NOTES)}"
    verdict = "Всё цело" if report.is_sound else f"Замечаний: {len(report.problems)}"
    output.line(f"{verdict}. Проверено: {seen}, за {duration(report.seconds)}.")
    return DONE if report.is_sound else FAILED


def rebuild(session: Session) -> int:
    """`rebuild`: the search index anew, beside the old one."""
    began = time.monotonic()
    with session.archive() as archive, interruptible(session.task):
        count = archive.rebuild(session.task)
    seconds = time.monotonic() - began
    if session.output.is_json:
        session.output.json({"documents": count, "seconds": round(seconds, 3)})
    else:
        session.output.line(f"Указатель построен заново: {counted(count, DOCUMENTS)}, {duration(seconds)}.")
    return DONE


def backup(session: Session) -> int:
    """`backup [DIR]`: database and notes into a new folder."""
    with session.archive() as archive:
        folder = archive.backup(session.arguments.target)
    if session.output.is_json:
        session.output.json({"path": str(folder)})
    else:
        session.output.line(f"Копия базы данных и заметок записана: {folder}")
    return DONE


def info(session: Session) -> int:
    """`info`: what the archive holds."""
    with session.archive() as archive:
        found, recogniser = archive.info(), archive.recognition.recogniser()
    if session.output.is_json:
        told = None if recogniser is None else dataclasses.asdict(recogniser)
        session.output.json({**dataclasses.asdict(found), "recogniser": told})
        return DONE
    rows = (
        ("Папка", found.root),
        ("Документов", grouped(found.documents)),
        ("  ещё не в указателе", grouped(found.unindexed)),
        ("Страниц", grouped(found.pages)),
        ("  без текста", grouped(found.pages_without_text)),
        ("  можно распознать", grouped(found.pages_to_recognise)),
        ("  распознано", grouped(found.pages_recognised)),
        ("Распознавание", recogniser_line(recogniser)),
        ("Заметок", grouped(found.annotations)),
        ("Коллекций", grouped(found.collections)),
        ("Прочитано до конца", counted(found.documents_read, DOCUMENTS)),
        ("Факты не извлечены", counted(found.documents_without_facts, DOCUMENTS)),
        ("Исходные файлы", size(found.originals_bytes)),
        ("База данных", f"{size(found.database_bytes)}, версия {found.schema_version}"),
        ("Поисковый указатель", size(found.index_bytes)),
        ("Правила фактов", found.facts_version),
        ("Защита при чтении", WALLS[Wall(found.wall)]),
    )
    for name, value in rows:
        session.output.line(f"{name + ':':<24}{value}")
    return DONE


def _print_file(output: Output, report: FileReport) -> None:
    pages = f", {counted(report.pages, PAGES)}" if report.pages else ""
    output.line(f"{STATUSES[report.status]:<16}{report.path}{pages}")
    if report.message:
        output.line(f"    {report.message}")


def _import_line(report: ImportReport) -> str:
    counts = [f"{STATUSES[status]}: {grouped(n)}" for status in _ORDER if (n := report.count(status))]
    begun = "Импорт остановлен" if report.was_cancelled else "Импорт окончен"
    kept = " Принятое остаётся в архиве, остальное не тронуто." if report.was_cancelled else ""
    return f"{begun} за {duration(report.seconds)}: {', '.join(counts) or 'файлов нет'}.{kept}"
