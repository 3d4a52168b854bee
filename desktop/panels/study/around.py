"""The page of neighbours: the words that stand around the matches more often than by chance."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from desktop.models.listed import ListedModel
from desktop.models.studied import collocate_columns
from desktop.panels.buttons import toggle_button
from desktop.panels.study.page import StudyPage
from desktop.panels.study.table import StudyTable
from desktop.state.counts import Noun, counted
from desktop.state.study import Study
from desktop.state.study_questions import Topic
from index.model.study import Collocate, Collocations

_SCORE: Final = 5


class AroundPage(StudyPage):
    """Neighbours, the strongest first. A double click asks for both words together.

    Args:
        study: The presenter.
        parent: Owner.
    """

    def __init__(self, study: Study, parent: QWidget | None = None) -> None:
        super().__init__(study, Topic.AROUND, parent)
        self._model = ListedModel(collocate_columns(), self)
        self.table = StudyTable(self._model, self.tr("Слова рядом с найденным"), (0,))
        self.table.share_out((0, 110, 110, 110, 110, 140))
        self.table.sort_by(_SCORE)
        self.small_words = toggle_button(self.tr("Предлоги, союзы и частицы тоже"))
        self.small_words.toggled.connect(lambda shown: study.show_small_words(shown=shown))
        self.head.addWidget(self.small_words)
        self.head.addStretch()
        self.set_answer_widget(self.table)
        self.add_copying(self.table)
        self.add_files()
        self.table.chosen.connect(self._ask)

    def invitation(self) -> tuple[str, str]:
        """Say where neighbours come from."""
        return (
            self.tr("Здесь будут слова, которые стоят рядом с найденным чаще, чем вышло бы случайно."),
            self.tr("Напишите запрос в поле наверху и нажмите Enter."),
        )

    def nothing(self) -> tuple[str, str]:
        """Say that there are no neighbours."""
        return (
            self.tr("Рядом с найденным нет слов, которые повторялись бы."),
            self.tr("Возьмите слово, которое встречается чаще, или включите предлоги и союзы."),
        )

    def show_answer(self, answer: Collocations) -> bool:
        """Show the words."""
        self._model.show_rows(answer.words)
        self.table.start_at_top()
        return bool(answer.words)

    def summary(self, answer: Collocations) -> str:
        """Say how much was looked at."""
        return self.tr("Слов: {count}. Просмотрено: {places}").format(
            count=len(answer.words), places=counted(answer.matches, Noun.PLACE)
        )

    def seen(self) -> object:
        """Return the words as they are sorted."""
        return replace(self.inquiry.result, words=self._model.rows)

    def _ask(self, row: Any) -> None:  # noqa: ANN401 - a row
        assert isinstance(row, Collocate)
        self.query_requested.emit(row.clause)
