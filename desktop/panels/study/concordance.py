"""The page of lines: every match with what stands around it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from desktop.models.kwic import KwicColumn, KwicModel
from desktop.panels.study.kwic import KwicTable
from desktop.panels.study.page import StudyPage
from desktop.state.counts import Noun, counted, figure
from desktop.state.study import Study
from desktop.state.study_questions import Topic
from desktop.theme import Palette
from index.model.study import Concordance, KwicLine


class ConcordancePage(StudyPage):
    """Lines with the match in the middle. A click opens the passage; a click on a head puts them in order.

    Args:
        study: The presenter.
        palette: Colours.
        parent: Owner.
    """

    def __init__(self, study: Study, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(study, Topic.LINES, parent)
        self._model = KwicModel(self)
        self.table = KwicTable(self._model, self.tr("Совпадения в строку"), palette)
        self.filter = QLineEdit(placeholderText=self.tr("Оставить строки со словом…"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.all_lines = QPushButton()
        self.all_lines.setProperty("role", "link")
        self.all_lines.clicked.connect(study.show_all_lines)
        self.head.addWidget(self.filter, 1)
        self.head.addWidget(self.all_lines)
        self.set_answer_widget(self.table)
        self.add_copying(self.table)
        self.add_files()
        self.table.chosen.connect(self._open)
        self.table.horizontalHeader().sectionClicked.connect(self._arrange)
        self._show_order(KwicColumn.DOCUMENT)
        self.all_lines.hide()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.table.set_palette_roles(palette)

    def invitation(self) -> tuple[str, str]:
        """Say where lines come from."""
        return (
            self.tr("Здесь будут строки с каждым найденным местом."),
            self.tr("Напишите запрос в поле наверху и нажмите Enter."),
        )

    def nothing(self) -> tuple[str, str]:
        """Say that there are no lines."""
        return (
            self.tr("Ничего не нашлось."),
            self.tr("Проверьте слова запроса или возьмите меньше слов."),
        )

    def show_answer(self, answer: Concordance) -> bool:
        """Show the lines."""
        self._model.show_lines(answer.lines)
        self.table.fit_keyword()
        self.table.start_at_top()
        left_out = answer.matches - len(answer.lines)
        self.all_lines.setVisible(left_out > 0)
        self.all_lines.setText(self.tr("Показать все: {count}").format(count=figure(answer.matches)))
        return bool(answer.lines)

    def summary(self, answer: Concordance) -> str:
        """Count what was found, and what of it is shown."""
        found = self.tr("{places} в {documents}").format(
            places=counted(answer.matches, Noun.PLACE), documents=counted(answer.documents, Noun.IN_DOCUMENT)
        )
        shown = len(self._model.lines)
        if shown == answer.matches:
            return found
        return self.tr("{found}; показано строк: {count}").format(found=found, count=figure(shown))

    def seen(self) -> object:
        """Return the concordance with the lines that are shown."""
        return replace(self.inquiry.result, lines=self._model.lines)

    def _narrow(self, words: str) -> None:
        self._model.narrow(words)
        self.update_answer()

    def _arrange(self, section: int) -> None:
        column = KwicColumn(section)
        if column is KwicColumn.PAGE:
            column = KwicColumn.DOCUMENT
        self._show_order(column)
        self.study.arrange(column.order)

    def _show_order(self, column: KwicColumn) -> None:
        self.table.horizontalHeader().setSortIndicator(column, Qt.SortOrder.AscendingOrder)

    def _open(self, line: Any) -> None:  # noqa: ANN401 - a row
        assert isinstance(line, KwicLine)
        self.place_requested.emit(line.document_id, line.span)
