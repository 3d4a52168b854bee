"""Pages of lines over the archive, or over the documents of a query: dates, promises, quotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.models.listed import ListedModel
from desktop.models.overviewed import Row, columns
from desktop.panels.study.page import StudyPage
from desktop.panels.study.table import StudyTable
from desktop.state.counts import figure
from desktop.state.study import Study
from desktop.state.study_questions import Topic
from index.model.overview import Promises, Quotes, Timeline

_TIME_PX: Final = 196
_TITLE_PX: Final = 260
_PAGE_PX: Final = 64
_DATE_PX: Final = 104


class OverviewPage(StudyPage):
    """Lines of documents, each with its place. A click goes there.

    Args:
        study: The presenter.
        topic: What the page is about.
        rows: Makes rows of an answer.
        parent: Owner.
    """

    def __init__(
        self,
        study: Study,
        topic: Topic,
        rows: Callable[[Any], Sequence[Row]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(study, topic, parent)
        heads = _heads(topic)
        self._rows = rows
        self._model = ListedModel(columns(*heads), self)
        last = len(heads)
        self.table = StudyTable(self._model, heads[-1], (last - 1,))
        self.table.share_out((*([_TIME_PX] * (last - 1)), 0, _TITLE_PX, _PAGE_PX, _DATE_PX))
        self.table.sort_by(0)
        self.table.follow_clicks()
        self.set_answer_widget(self.table)
        self.add_copying(self.table)
        self.add_files()
        self.table.chosen.connect(self._open)

    def invitation(self) -> tuple[str, str]:
        """Say of what documents the page speaks."""
        return self.tr("Без запроса — по всему архиву."), self.tr("Нажмите «Показать».")

    def nothing(self) -> tuple[str, str]:
        """Say that no document states such a thing."""
        return (
            self.tr("В этих документах ничего такого не нашлось."),
            self.why_nothing(_sources(self.topic)),
        )

    def show_answer(self, answer: Any) -> bool:  # noqa: ANN401 - each topic has its own
        """Show the rows."""
        rows = self._rows(answer)
        self._model.show_rows(rows)
        self.table.start_at_top()
        return bool(rows)

    def summary(self, answer: Any) -> str:  # noqa: ANN401 - each topic has its own
        """Count what there is, shown or not."""
        match answer:
            case Timeline():
                return self._counted(answer.dates)
            case Promises():
                overdue = self.tr("срок прошёл: {count}").format(count=figure(answer.overdue))
                return f"{self._counted(answer.promises)}; {overdue}"
            case Quotes():
                return self._counted(answer.quotes)
        raise TypeError(answer)

    def _counted(self, total: int) -> str:
        shown = len(self._model.rows)
        if shown == total:
            return self.tr("Всего: {count}").format(count=figure(total))
        return self.tr("Всего: {count}, показано: {shown}").format(count=figure(total), shown=figure(shown))

    def _open(self, row: Any) -> None:  # noqa: ANN401 - a row
        assert isinstance(row, Row)
        self.place_requested.emit(row.evidence.document_id, row.evidence.span)


def _heads(topic: Topic) -> tuple[str, ...]:
    """Return the names of the columns before those of the document."""
    translate = QCoreApplication.translate
    return {
        Topic.DATES: (translate("Study", "Время"), translate("Study", "Что сказано")),
        Topic.PROMISES: (
            translate("Study", "Срок"),
            translate("Study", "Кому или кто"),
            translate("Study", "Что сделать"),
        ),
        Topic.QUOTES: (translate("Study", "Кто"), translate("Study", "Слова")),
    }[topic]


def _sources(topic: Topic) -> str:
    """Return what a page is made of, for whoever finds nothing on it."""
    translate = QCoreApplication.translate
    return {
        Topic.DATES: translate("Study", "Здесь собраны даты документов и даты, названные в тексте с годом."),
        Topic.PROMISES: translate(
            "Study", "Здесь собраны поручения, намерения, решения и договорённости, со сроками и без."
        ),
        Topic.QUOTES: translate("Study", "Здесь собрана прямая речь, у которой назван говорящий."),
    }[topic]
