"""Russian words of the command line."""

from __future__ import annotations

from typing import Final

from index.model.annotation import AnnotationKind, Change, HighlightColor
from index.model.catalogue import ReadState
from index.model.decision import Act
from index.model.fact import EntityType, FactType, Mark
from index.model.report import ImportStatus
from index.model.study import FacetKind
from index.notes.sifting import Standing
from index.sandbox import Wall

STATUSES: Final = {
    ImportStatus.IMPORTED: "принят",
    ImportStatus.DUPLICATE: "уже есть",
    ImportStatus.NEW_VERSION: "новая версия",
    ImportStatus.PARTIAL: "принят частично",
    ImportStatus.READ_AGAIN: "прочитан заново",
    ImportStatus.REFUSED: "не принят",
}

WALLS: Final = {
    Wall.BUBBLEWRAP: "bubblewrap: файлы читаются без сети и без доступа к остальным вашим файлам",
    Wall.LIMITS: "пределы времени и памяти; bubblewrap на этом компьютере не установлен или не действует",
}

COLORS: Final = {
    HighlightColor.YELLOW: "жёлтый",
    HighlightColor.GREEN: "зелёный",
    HighlightColor.BLUE: "синий",
    HighlightColor.PINK: "розовый",
    HighlightColor.VIOLET: "фиолетовый",
}

ENTITIES: Final = {
    EntityType.PERSON: "Лица",
    EntityType.ORG: "Организации",
    EntityType.COUNTRY: "Страны",
    EntityType.CITY: "Населённые пункты",
    EntityType.REGION: "Регионы",
    EntityType.PLACE: "Места",
    EntityType.ROUTE: "Маршруты",
    EntityType.DOCUMENT: "Документы",
    EntityType.EVENT_NAME: "События",
}

FACTS: Final = {
    FactType.OCCUPATION: "Должности",
    FactType.APPOINTMENT: "Назначения",
    FactType.MEETING: "Встречи",
    FactType.AGREEMENT: "Договорённости",
    FactType.INTENTION: "Намерения",
    FactType.INSTRUCTION: "Поручения",
    FactType.DECISION: "Решения",
    FactType.CREATION: "Создание",
    FactType.ACHIEVEMENT: "Достижения",
    FactType.STATEMENT: "Заявления",
    FactType.QUOTE: "Цитаты",
    FactType.MONEY: "Деньги",
    FactType.PERCENT: "Проценты",
    FactType.QUANTITY: "Количества",
    FactType.DATE: "Даты",
    FactType.DURATION: "Сроки",
    FactType.SOURCE: "Источники",
    FactType.DEAL: "Сделки",
    FactType.OWNERSHIP: "Собственность",
}

ACTS: Final = {
    Act.ACCEPT: "принято",
    Act.REJECT: "отклонено",
    Act.CORRECT: "исправлено",
    Act.ADD: "добавлено",
    Act.NAME: "названо",
    Act.MERGE: "объединено",
    Act.SPLIT: "отделено",
    Act.CARD: "в карточке",
}

MARKS: Final = {
    Mark.NONE: "",
    Mark.ACCEPTED: "принято",
    Mark.CORRECTED: "исправлено",
    Mark.OWN: "добавлено вами",
}

READ_STATES: Final = {
    ReadState.UNREAD: "не открывался",
    ReadState.READING: "читается",
    ReadState.READ: "прочитан",
}

FACETS: Final = {
    FacetKind.YEAR: "Годы",
    FacetKind.PERSON: "Лица",
    FacetKind.ORGANISATION: "Организации",
    FacetKind.PLACE: "Места",
    FacetKind.FORMAT: "Форматы",
    FacetKind.FOLDER: "Папки",
    FacetKind.LANGUAGE: "Языки",
}

DOCUMENTS: Final = ("документ", "документа", "документов")
MATCHES: Final = ("совпадение", "совпадения", "совпадений")
PAGES: Final = ("страница", "страницы", "страниц")
ROWS: Final = ("строка", "строки", "строк")
COLUMNS: Final = ("столбец", "столбца", "столбцов")
FILES: Final = ("файл", "файла", "файлов")
DECISIONS: Final = ("решение", "решения", "решений")
KINDS: Final = {
    AnnotationKind.HIGHLIGHT: "",
    AnnotationKind.UNDERLINE: "подчёркнуто",
    AnnotationKind.STRIKE: "зачёркнуто",
    AnnotationKind.NOTE: "на странице",
    AnnotationKind.BOOKMARK: "закладка",
}
"""How a place is marked; nothing is said of the usual way."""
CHANGES: Final = {
    Change.EDITED: "до правки",
    Change.MOVED: "до переноса на другое место",
    Change.DELETED: "до удаления",
    Change.RESTORED: "до возврата",
}
STANDINGS: Final = {
    Standing.SURE: "место известно",
    Standing.TO_CONFIRM: "место надо подтвердить",
    Standing.LOST: "этих слов в тексте нет",
}
NOTES: Final = ("заметка", "заметки", "заметок")


def counted(count: int, forms: tuple[str, str, str]) -> str:
    """Return a number with its noun: 1 документ, 2 документа, 5 документов.

    Args:
        count: The number, not negative.
        forms: The noun after 1, after 2 and after 5.
    """
    if count % 10 == 1 and count % 100 != 11:
        form = forms[0]
    elif 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14:
        form = forms[1]
    else:
        form = forms[2]
    return f"{grouped(count)} {form}"


def grouped(count: int) -> str:
    """Return a number with its thousands parted by no-break spaces."""
    return f"{count:,}".replace(",", "\N{NO-BREAK SPACE}")


def duration(seconds: float) -> str:
    """Return a time as people say it: 4 с, 3 мин 20 с, 2 ч 5 мин."""
    whole = max(1, round(seconds))
    if whole < 60:
        return f"{whole} с"
    if whole < 3600:
        return f"{whole // 60} мин {whole % 60} с"
    return f"{whole // 3600} ч {whole % 3600 // 60} мин"


def size(count: int) -> str:
    """Return a number of bytes as people say it: 512 байт, 3,4 МБ."""
    value, unit = float(count), "байт"
    for bigger in ("КБ", "МБ", "ГБ", "ТБ"):
        if value < 1000:
            break
        value, unit = value / 1000, bigger
    return f"{count} байт" if unit == "байт" else f"{value:.1f} {unit}".replace(".", ",")
