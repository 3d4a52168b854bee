"""`recognise [DOC...]`: text for scanned pages, by Tesseract; and what other commands say of it."""

from __future__ import annotations

from index.archive import Archive
from index.cli.passwords import told_passwords
from index.cli.session import DONE, INTERRUPTED, SOME_REFUSED, Session, interruptible
from index.cli.wording import DOCUMENTS, PAGES, counted, duration
from index.ingest.recognition import RecognitionWish
from index.model.recognition import Recogniser, RecognitionProgress, RecognitionReport
from index.pdf.installing import install_hint


def recognise(session: Session) -> int:
    """`recognise [DOC...]`: each page is kept as it ends; stopped, it goes on with the rest the next time."""
    output, chosen = session.output, session.arguments

    def tell(progress: RecognitionProgress) -> None:
        left = "" if progress.seconds_left is None else f"ещё {duration(progress.seconds_left)} "
        output.progress(progress.done, progress.total, left + progress.title)

    with session.archive() as archive, interruptible(session.task):
        told_passwords(chosen, archive.keyring)
        documents = tuple(archive.find(reference) for reference in chosen.documents)
        languages = tuple(code for code in chosen.languages.split("+") if code)
        wish = RecognitionWish(documents or None, languages, again=chosen.again)
        report = archive.recognition.run(wish, session.task, tell)
        waiting = len(archive.recognition.waiting(wish.document_ids))
    output.clear_progress()
    if output.is_json:
        output.json(
            {
                "pages": report.pages,
                "failed": report.failed,
                "documents": list(report.documents),
                "lost_notes": report.lost_notes,
                "waiting": waiting,
                "seconds": round(report.seconds, 3),
                "stopped": report.was_stopped,
            }
        )
    else:
        _print(session, report, waiting)
    if report.was_stopped:
        return INTERRUPTED
    return SOME_REFUSED if report.failed else DONE


def recogniser_line(recogniser: Recogniser | None) -> str:
    """Return what `info` says of the program."""
    if recogniser is None:
        return "Tesseract не найден"
    return f"Tesseract {recogniser.version}: {', '.join(recogniser.languages) or 'нет языков'}"


def hint_after_import(archive: Archive) -> str:
    """Return what can be done about scanned pages, in one line; empty when none waits."""
    waiting = len(archive.recognition.waiting())
    if not waiting:
        return ""
    scanned = f"Страниц без текстового слоя, поиск по которым невозможен: {waiting}."
    if archive.recognition.recogniser() is None:
        return f"{scanned} Их можно распознать. {install_hint()}"
    return f"{scanned} Распознать их: main.py recognise"


def _print(session: Session, report: RecognitionReport, waiting: int) -> None:
    output = session.output
    if not (report.pages or report.failed or report.documents):
        output.line("Распознавать нечего: у всех страниц есть текст, или они уже распознаны.")
        return
    begun = "Распознавание остановлено" if report.was_stopped else "Распознавание окончено"
    output.line(
        f"{begun} за {duration(report.seconds)}: {counted(report.pages, PAGES)},"
        f" обновлено: {counted(len(report.documents), DOCUMENTS)}."
    )
    if report.failed:
        output.line(
            f"Не удалось распознать: {counted(report.failed, PAGES)}."
            " Смотреть их можно, искать по ним нельзя. Попробовать ещё раз: ключ --again."
        )
    if report.lost_notes:
        output.line(
            f"Заметок, место которых в новом тексте не найдено: {report.lost_notes}."
            " Они сохранены; их покажет команда check."
        )
    if waiting:
        output.line(f"Ещё ждут: {counted(waiting, PAGES)}. Распознанное сохранено, работа продолжится с них.")
