"""Why a file does not become a document, in Russian: what happened, what is safe, what to do next."""

from __future__ import annotations

from typing import Final

from index.errors import (
    DamagedFile,
    EncryptedPdf,
    HarmfulFile,
    ImportFailed,
    OldFormat,
    ProgramMissing,
    TooLarge,
    UnknownFormat,
)
from index.model.said import Said, said, together
from index.workers import Death, WorkerDied

_SAFE: Final = together(
    said("file.unchanged", "Файл не изменён."), said("file.others_safe", "Остальные файлы не затронуты.")
)
_PRINT: Final = said(
    "advice.print_pdf",
    "Если файл нужен, откройте его в программе, где он создан, и сохраните как PDF.",
)
_SPLIT: Final = said(
    "advice.split_or_pdf", "Разделите файл на части или сохраните его как PDF и добавьте снова."
)
PDF: Final = said("advice.pdf", "PDF")
DOCX_OR_PDF: Final = said("advice.docx_or_pdf", "DOCX или PDF")
PICTURE: Final = said("format.picture", "изображение")
BOOK: Final = said("format.book", "книгу DjVu")
_IT: Final = said("format.it", "его")


def unknown(path: str) -> UnknownFormat:
    """The file is of no format that can be read."""
    return UnknownFormat(
        together(said("format.unknown", "Этот файл не того вида, какие читаются."), _SAFE),
        said(
            "advice.readable_kinds",
            "Читаются PDF, DOCX, ODT, HTML, TXT, DjVu и снимки страниц (JPEG, PNG, TIFF). "
            "Сохраните документ в одном из этих видов и добавьте его.",
        ),
        path,
    )


def old(path: str, what: str, into: str) -> OldFormat:
    """The file has to be saved as another format first.

    Args:
        path: The file.
        what: What it is, in the nominative: «документ Word прежних версий (DOC)».
        into: As what it should be saved: `PDF` or `DOCX_OR_PDF`.
    """
    return OldFormat(
        together(said("format.old", "Это {what}: такие файлы не читаются.", what=what), _SAFE),
        said(
            "advice.save_as",
            "Откройте его в Word или LibreOffice, сохраните как {into} и добавьте новый файл.",
            into=into,
        ),
        path,
    )


def encrypted(path: str) -> EncryptedPdf:
    """The document opens only with a password."""
    return EncryptedPdf(
        together(said("format.encrypted", "Документ зашифрован и открывается только по паролю."), _SAFE),
        said(
            "advice.without_password",
            "Откройте его в программе, где он создан, сохраните копию без пароля и добавьте её.",
        ),
        path,
    )


def damaged(path: str, what: str = _IT) -> DamagedFile:
    """The file is broken.

    Args:
        path: The file.
        what: What could not be read, in the accusative: `document`, `PICTURE` or `BOOK`.
    """
    return DamagedFile(
        together(
            said("format.damaged", "Файл повреждён или обрезан: {what} прочитать не удалось.", what=what),
            _SAFE,
        ),
        said(
            "advice.get_anew",
            "Получите файл заново или откройте его в программе, где он создан, и сохраните ещё раз.",
        ),
        path,
    )


def document(suffix: str) -> Said:
    """Return what a document of some format is called where it could not be read."""
    return said("format.document", "документ {suffix}", suffix=suffix)


def empty(path: str) -> DamagedFile:
    """There is nothing to read in the file."""
    return DamagedFile(
        together(said("format.empty", "В файле нет ни текста, ни картинок: читать в нём нечего."), _SAFE),
        said("advice.right_file", "Проверьте, тот ли это файл."),
        path,
    )


def not_text(path: str) -> UnknownFormat:
    """The name promises text, but the content is something else."""
    return UnknownFormat(
        together(said("format.not_text", "Имя обещает текст, но внутри не текст, а что-то другое."), _SAFE),
        _PRINT,
        path,
    )


def harmful(path: str, why: str) -> HarmfulFile:
    """The file is made to harm its reader.

    Args:
        path: The file.
        why: What in it does the harm, as a clause.
    """
    return HarmfulFile(
        together(
            said(
                "format.harmful",
                "Файл не принят, потому что {why}: так делают, чтобы навредить.",
                why=why,
            ),
            _SAFE,
        ),
        _PRINT,
        path,
    )


def nested(path: str) -> HarmfulFile:
    """The parts of the file stand within one another, deeper than any document needs."""
    return harmful(path, said("format.nested", "его части вложены друг в друга сотни раз"))


def too_large(path: str, what: str) -> TooLarge:
    """The file needs more than the limits allow.

    Args:
        path: The file.
        what: What is too large in it, as a clause.
    """
    return TooLarge(
        together(said("format.too_large", "Файл слишком велик для чтения: {what}.", what=what), _SAFE),
        _SPLIT,
        path,
    )


def too_many_dots(path: str, most: int) -> TooLarge:
    """A picture is larger than any page.

    Args:
        path: The file.
        most: How many million dots are read.
    """
    return too_large(path, said("format.many_dots", "изображение в нём больше {most} млн точек", most=most))


def no_djvulibre(path: str) -> ProgramMissing:
    """DjVu is read by programs that are not installed."""
    return ProgramMissing(
        together(
            said(
                "format.no_djvulibre",
                "Чтобы читать DjVu, нужна программа DjVuLibre, а её на этом компьютере нет.",
            ),
            _SAFE,
        ),
        said(
            "advice.djvulibre",
            "Установите её (Debian и Ubuntu: пакет djvulibre-bin; macOS: brew install djvulibre; Windows: "
            "установщик DjVuLibre) и добавьте файл ещё раз.",
        ),
        path,
    )


def died(path: str, death: WorkerDied, memory_bytes: int) -> ImportFailed:
    """The process that converted the file ended."""
    if death.why is Death.TIME:
        return too_large(path, said("format.slow", "чтение заняло слишком много времени и было прервано"))
    if death.why is Death.MEMORY:
        size = memory_bytes / (1 << 30)
        return too_large(path, said("format.memory", "не хватило {gigabytes:.1f} ГБ памяти", gigabytes=size))
    return DamagedFile(
        together(said("format.deadly", "Файл повреждён или опасен: на нём прервалось чтение."), _SAFE),
        _PRINT,
        path,
    )


def lost_pages(count: int) -> Said:
    """Say how many pages of a file could not be read."""
    return said("file.lost_pages", "Страниц, которые не удалось прочитать: {count}.", count=count)
