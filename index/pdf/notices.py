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
from index.model.said import Said, said, together
from index.text.wording import page_list

_SAFE = said("file.others_safe", "Остальные файлы не затронуты.")
_UNCHANGED = said("file.unchanged", "Файл не изменён.")


def page_notices(pages: Sequence[Page], engines: Iterable[str] = ()) -> tuple[Said, ...]:
    """Say which pages cannot be searched, and why, and which were recognised.

    Args:
        pages: The pages.
        engines: What the recognised ones were recognised with.
    """
    notices = []
    scans = [page.page_index for page in pages if page.kind is PageKind.SCAN]
    failed = [page.page_index for page in pages if page.kind is PageKind.FAILED]
    if scans and len(scans) == len(pages):
        notices.append(
            said(
                "pages.all_scanned",
                "Во всём документе нет текстового слоя: страницы – изображения. "
                "Их можно смотреть, но поиск по ним невозможен.",
            )
        )
    elif pages and all(page.kind is PageKind.EMPTY for page in pages):
        notices.append(
            said(
                "pages.all_empty",
                "В документе нет текста: страницы пусты или нарисованы линиями. "
                "Их можно смотреть, но поиск по ним невозможен.",
            )
        )
    elif scans:
        notices.append(
            said(
                "pages.scanned",
                "Стр. {pages}: нет текстового слоя, это изображения. "
                "Смотреть их можно, искать по ним нельзя.",
                pages=page_list(scans),
            )
        )
    recognised = [page.page_index for page in pages if page.kind is PageKind.RECOGNISED]
    if recognised:
        notices.append(
            said(
                "pages.recognised",
                "Распознано: стр. {pages} ({engines}). "
                "В этом тексте возможны ошибки, сверяйте его с изображением.",
                pages=page_list(recognised),
                engines=", ".join(sorted(set(engines))),
            )
        )
    if failed:
        notices.append(
            said(
                "pages.failed",
                "Стр. {pages}: повреждены, прочитать их не удалось. Остальные страницы прочитаны.",
                pages=page_list(failed),
            )
        )
    return tuple(notices)


def unread_notice(first_unread: int, page_count: int, reason: str) -> Said:
    """Say that the rest of a document was not read.

    Args:
        first_unread: Index of the first page left out.
        page_count: Pages in the file.
        reason: The limit, as a clause: `too_long_text` or `too_many_pages`.
    """
    return said(
        "pages.unread",
        "Стр. {pages} не прочитаны: {reason}. "
        "Предыдущие страницы в архиве. Разделите файл на части, чтобы прочитать всё.",
        pages=page_list(range(first_unread, page_count)),
        reason=reason,
    )


def too_long_text(limit: int) -> Said:
    """Say, as a clause, that the text of a document reaches its limit of characters."""
    return said(
        "limit.text",
        "текст документа длиннее предела в {limit} знаков",
        limit=f"{limit:,}".replace(",", " "),
    )


def too_many_pages(limit: int) -> Said:
    """Say, as a clause, that a document reaches its limit of pages."""
    return said("limit.pages", "страниц в файле больше предела в {limit}", limit=limit)


def too_slow_again(seconds: float) -> Said:
    """Say, as a clause, that the second reader needs too long."""
    return said(
        "limit.second_reader",
        "чтение запасным способом заняло больше {seconds} с",
        seconds=round(seconds),
    )


def restored() -> Said:
    """Say that the text comes from the second reader."""
    return said(
        "file.restored",
        "Файл повреждён; текст восстановлен запасным способом. "
        "Порядок слов может отличаться от печатного, показать страницы не удастся.",
    )


def missing(path: str, detail: str) -> UnreadableFile:
    """The operating system does not let us read the file."""
    return UnreadableFile(
        together(said("file.not_opened", "Файл не удалось открыть: {detail}.", detail=detail), _SAFE),
        said("advice.check_access", "Проверьте, что файл на месте и у вас есть право его читать."),
        path,
    )


def empty(path: str) -> UnreadableFile:
    """The file has no content."""
    return UnreadableFile(
        together(said("file.no_bytes", "Файл пуст: в нём 0 байт."), _SAFE),
        said("advice.fetch_again", "Скопируйте или скачайте файл заново: передача могла прерваться."),
        path,
    )


def not_a_pdf(path: str) -> NotAPdf:
    """The file is something else."""
    return NotAPdf(
        together(said("file.misnamed", "Это не PDF, хотя имя файла так говорит."), _UNCHANGED, _SAFE),
        said(
            "advice.save_as_pdf", "Откройте файл в программе, в которой он создан, и сохраните его как PDF."
        ),
        path,
    )


def encrypted(path: str, *, was_wrong: bool) -> EncryptedPdf:
    """The file opens only with a password."""
    if was_wrong:
        return EncryptedPdf(
            together(said("file.wrong_password", "Пароль не подошёл."), _UNCHANGED, _SAFE),
            said(
                "advice.password_again",
                "Проверьте раскладку клавиатуры и регистр букв и введите пароль ещё раз.",
            ),
            path,
        )
    return EncryptedPdf(
        together(
            said("file.encrypted", "Файл зашифрован и открывается только по паролю."), _UNCHANGED, _SAFE
        ),
        said(
            "advice.password",
            "Введите пароль. Программа его нигде не записывает и забудет, когда закончит работу.",
        ),
        path,
    )


def unsupported_security(path: str) -> UnknownProtection:
    """The file is protected in a way that pdfium does not know."""
    return UnknownProtection(
        together(
            said("file.protected", "Файл защищён способом, который программа не поддерживает."),
            _UNCHANGED,
            _SAFE,
        ),
        said(
            "advice.copy_unprotected",
            "Откройте файл в программе, которой он защищён, и сохраните копию без защиты.",
        ),
        path,
    )


def damaged(path: str) -> DamagedPdf:
    """The structure of the file cannot be read."""
    return DamagedPdf(
        together(
            said(
                "file.damaged", "Файл повреждён: в нём не нашлось ни одной страницы, которую можно прочитать."
            ),
            _UNCHANGED,
            _SAFE,
        ),
        said(
            "advice.get_again",
            "Получите файл заново или откройте его в другой программе и сохраните ещё раз.",
        ),
        path,
    )


def deadly(path: str, page_index: int | None) -> DamagedPdf:
    """The file ends its reader again and again."""
    what = (
        said(
            "file.deadly",
            "Файл повреждён или опасен: чтение прервалось при открытии, и повторные попытки не помогли.",
        )
        if page_index is None
        else said(
            "file.deadly_page",
            "Файл повреждён или опасен: чтение прервалось на стр. {page}, и повторные попытки не помогли.",
            page=page_index + 1,
        )
    )
    return DamagedPdf(
        together(what, _UNCHANGED, _SAFE),
        said(
            "advice.print_anew",
            "Если файл нужен, откройте его в другой программе и сохраните («напечатайте») как новый PDF.",
        ),
        path,
    )


def too_slow(path: str, page_index: int | None, seconds: float) -> TooLarge:
    """The file needs more time than the limits allow."""
    what = (
        said("file.slow", "Открытие файла заняло больше {seconds:.0f} с и было прервано.", seconds=seconds)
        if page_index is None
        else said(
            "file.slow_page",
            "Чтение стр. {page} заняло больше {seconds:.0f} с и было прервано.",
            page=page_index + 1,
            seconds=seconds,
        )
    )
    return TooLarge(
        together(what, _UNCHANGED, _SAFE),
        said(
            "advice.split_or_resave",
            "Разделите файл на части или сохраните его как новый PDF в другой программе.",
        ),
        path,
    )


def too_much_memory(path: str, memory_bytes: int) -> TooLarge:
    """The file needs more memory than the limits allow."""
    return TooLarge(
        together(
            said(
                "file.memory",
                "Для чтения файла не хватило {gigabytes:.1f} ГБ памяти.",
                gigabytes=memory_bytes / (1 << 30),
            ),
            _UNCHANGED,
            _SAFE,
        ),
        said("advice.split_or_shrink", "Разделите файл на части или уменьшите изображения в нём."),
        path,
    )


def too_many_bytes(path: str, size: int, limit: int) -> TooLarge:
    """The file is larger than the limits allow."""
    return TooLarge(
        together(
            said(
                "file.too_large",
                "Файл слишком велик: {size:.1f} ГБ при пределе {limit:.1f} ГБ.",
                size=size / (1 << 30),
                limit=limit / (1 << 30),
            ),
            _UNCHANGED,
            _SAFE,
        ),
        said("advice.split", "Разделите файл на части и добавьте их по отдельности."),
        path,
    )


def is_final(error: ImportFailed) -> bool:
    """Whether a second reader has no better chance: the file is unreadable, locked or too large."""
    return not isinstance(error, DamagedPdf)
