"""What the tables of studies show: of a list of words, of neighbours, of documents like another one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.documents import written_date
from desktop.models.listed import Column
from desktop.state.counts import figure, percent
from desktop.state.wording import worded
from index.model.study import Collocate, Similar, WordRow
from index.text.normalise import fold


def word_columns() -> tuple[Column, ...]:
    """Return the columns of a table of words (`WordRow`)."""
    translate = QCoreApplication.translate

    def shown(count: int, row: WordRow) -> str:
        return "" if row.problem else figure(count)

    def key(count: int, row: WordRow) -> int | None:
        return None if row.problem else count

    return (
        Column(translate("Study", "Слово или имя"), lambda row: row.text, lambda row: fold(row.text)),
        Column(
            translate("Study", "Документов"),
            lambda row: shown(row.documents, row),
            lambda row: key(row.documents, row),
            is_number=True,
        ),
        Column(
            translate("Study", "Мест"),
            lambda row: shown(row.matches, row),
            lambda row: key(row.matches, row),
            is_number=True,
        ),
        Column(
            translate("Study", "Первая дата"),
            lambda row: written_date(row.first),
            lambda row: row.first or None,
        ),
        Column(
            translate("Study", "Последняя дата"),
            lambda row: written_date(row.last),
            lambda row: row.last or None,
        ),
        Column(
            translate("Study", "Примечание"),
            lambda row: worded(row.problem),
            lambda row: str(row.problem) or None,
        ),
    )


def collocate_columns() -> tuple[Column, ...]:
    """Return the columns of the words around matches (`Collocate`)."""
    translate = QCoreApplication.translate
    return (
        Column(translate("Study", "Слово"), lambda row: row.word, lambda row: fold(row.word)),
        _number(
            translate("Study", "Рядом"), "count", translate("Study", "Сколько раз стоит рядом с найденным")
        ),
        _number(translate("Study", "Слева"), "left", translate("Study", "Сколько из них перед найденным")),
        _number(translate("Study", "Справа"), "right", translate("Study", "Сколько из них после найденного")),
        _number(
            translate("Study", "Всего"),
            "total",
            translate("Study", "Сколько раз слово стоит в этих документах"),
        ),
        Column(
            translate("Study", "Сила связи"),
            lambda row: figure(round(row.score)),
            lambda row: row.score,
            is_number=True,
            tip=translate(
                "Study", "Насколько чаще, чем вышло бы случайно: логарифм правдоподобия (Даннинг, 1993)"
            ),
        ),
    )


def similar_columns() -> tuple[Column, ...]:
    """Return the columns of documents like another one (`Similar`)."""
    translate = QCoreApplication.translate
    return (
        Column(translate("Study", "Документ"), _title, lambda row: fold(_title(row))),
        Column(
            translate("Study", "Дата"),
            lambda row: written_date(row.document.date),
            lambda row: row.document.date or None,
        ),
        Column(
            translate("Study", "Сходство"),
            lambda row: percent(row.likeness),
            lambda row: row.likeness,
            is_number=True,
            tip=translate("Study", "100 % — те же слова"),
        ),
        Column(
            translate("Study", "Общие слова"), lambda row: ", ".join(row.words), lambda row: row.words or None
        ),
    )


def _number(head: str, name: str, tip: str) -> Column:
    def value(row: Collocate) -> int:
        return int(getattr(row, name))

    return Column(head, lambda row: figure(value(row)), value, is_number=True, tip=tip)


def _title(row: Similar) -> str:
    return " ".join(row.document.title.split())
