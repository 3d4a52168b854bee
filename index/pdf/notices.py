"""What the reader is told about a file, in Russian: refusals and things that cannot be searched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.errors import (
    DamagedPdf,
    EncryptedPdf,
    ImportFailed,
    NotAPdf,
    TooLarge,
    UnknownProtection,
    UnreadableFile,
)
from index.model.document import Page, PageKind

_SAFE = "Остальные файлы не затронуты."


def page_list(indexes: Iterable[int]) -> str:
    """Return page numbers as people write them: indexes 2, 3, 4, 7 as "3–5, 8"."""
    runs: list[list[int]] = []
    for index in sorted(set(indexes)):
        if runs and index == runs[-1][1] + 1:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    return ", ".join(f"{a + 1}" if a == b else f"{a + 1}–{b + 1}" for a, b in runs)


def page_notices(pages: Sequence[Page]) -> tuple[str, ...]:
    """Say which pages cannot be searched, and why."""
    notices = []
    scans = [page.page_index for page in pages if page.kind is PageKind.SCAN]
    failed = [page.page_index for page in pages if page.kind is PageKind.FAILED]
    if scans and len(scans) == len(pages):
        notices.append(
            "Во всём документе нет текстового слоя: страницы – изображения. "
            "Их можно смотреть, но поиск по ним невозможен."
        )
    elif pages and all(page.kind is PageKind.EMPTY for page in pages):
        notices.append(
            "В документе нет текста: страницы пусты или нарисованы линиями. "
            "Их можно смотреть, но поиск по ним невозможен."
        )
    elif scans:
        notices.append(
            f"Стр. {page_list(scans)}: нет текстового слоя, это изображения. "
            "Смотреть их можно, искать по ним нельзя."
        )
    if failed:
        notices.append(
            f"Стр. {page_list(failed)}: повреждены, прочитать их не удалось. Остальные страницы прочитаны."
        )
    return tuple(notices)


def unread_notice(first_unread: int, page_count: int, reason: str) -> str:
    """Say that the rest of a document was not read.

    Args:
        first_unread: Index of the first page left out.
        page_count: Pages in the file.
        reason: The limit, as a clause.
    """
    return (
        f"Стр. {page_list(range(first_unread, page_count))} не прочитаны: {reason}. "
        "Предыдущие страницы в архиве. Разделите файл на части, чтобы прочитать всё."
    )


def missing(path: str, detail: str) -> UnreadableFile:
    """The operating system does not let us read the file."""
    return UnreadableFile(
        f"Файл не удалось открыть: {detail}. {_SAFE}",
        "Проверьте, что файл на месте и у вас есть право его читать.",
        path,
    )


def empty(path: str) -> UnreadableFile:
    """The file has no content."""
    return UnreadableFile(
        f"Файл пуст: в нём 0 байт. {_SAFE}",
        "Скопируйте или скачайте файл заново: передача могла прерваться.",
        path,
    )


def not_a_pdf(path: str) -> NotAPdf:
    """The file is something else."""
    return NotAPdf(
        f"Это не PDF, хотя имя файла так говорит. Файл не изменён. {_SAFE}",
        "Откройте файл в программе, в которой он создан, и сохраните его как PDF.",
        path,
    )


def encrypted(path: str, *, was_wrong: bool) -> EncryptedPdf:
    """The file opens only with a password."""
    if was_wrong:
        return EncryptedPdf(
            f"Пароль не подошёл. Файл не изменён. {_SAFE}",
            "Проверьте раскладку клавиатуры и регистр букв и введите пароль ещё раз.",
            path,
        )
    return EncryptedPdf(
        f"Файл зашифрован и открывается только по паролю. Файл не изменён. {_SAFE}",
        "Введите пароль. Программа его нигде не записывает и забудет, когда закончит работу.",
        path,
    )


def unsupported_security(path: str) -> UnknownProtection:
    """The file is protected in a way that pdfium does not know."""
    return UnknownProtection(
        f"Файл защищён способом, который программа не поддерживает. Файл не изменён. {_SAFE}",
        "Откройте файл в программе, которой он защищён, и сохраните копию без защиты.",
        path,
    )


def damaged(path: str) -> DamagedPdf:
    """The structure of the file cannot be read."""
    return DamagedPdf(
        "Файл повреждён: в нём не нашлось ни одной страницы, которую можно прочитать. "
        f"Файл не изменён. {_SAFE}",
        "Получите файл заново или откройте его в другой программе и сохраните ещё раз.",
        path,
    )


def deadly(path: str, page_index: int | None) -> DamagedPdf:
    """The file ends its reader again and again."""
    where = "при открытии" if page_index is None else f"на стр. {page_index + 1}"
    return DamagedPdf(
        f"Файл повреждён или опасен: чтение прервалось {where}, и повторные попытки не помогли. "
        f"Файл не изменён. {_SAFE}",
        "Если файл нужен, откройте его в другой программе и сохраните («напечатайте») как новый PDF.",
        path,
    )


def too_slow(path: str, page_index: int | None, seconds: float) -> TooLarge:
    """The file needs more time than the limits allow."""
    where = "Открытие файла" if page_index is None else f"Чтение стр. {page_index + 1}"
    return TooLarge(
        f"{where} заняло больше {seconds:.0f} с и было прервано. Файл не изменён. {_SAFE}",
        "Разделите файл на части или сохраните его как новый PDF в другой программе.",
        path,
    )


def too_much_memory(path: str, memory_bytes: int) -> TooLarge:
    """The file needs more memory than the limits allow."""
    return TooLarge(
        f"Для чтения файла не хватило {memory_bytes / (1 << 30):.1f} ГБ памяти. Файл не изменён. {_SAFE}",
        "Разделите файл на части или уменьшите изображения в нём.",
        path,
    )


def too_many_bytes(path: str, size: int, limit: int) -> TooLarge:
    """The file is larger than the limits allow."""
    return TooLarge(
        f"Файл слишком велик: {size / (1 << 30):.1f} ГБ при пределе {limit / (1 << 30):.1f} ГБ. "
        f"Файл не изменён. {_SAFE}",
        "Разделите файл на части и добавьте их по отдельности.",
        path,
    )


def is_final(error: ImportFailed) -> bool:
    """Whether a second reader has no better chance: the file is unreadable, locked or too large."""
    return not isinstance(error, DamagedPdf)
