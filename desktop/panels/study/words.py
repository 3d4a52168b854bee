"""The page of a list: names or words on the left, what the archive has of each on the right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.listed import ListedModel
from desktop.models.studied import word_columns
from desktop.panels.buttons import toggle_button
from desktop.panels.labels import PlainLabel
from desktop.panels.study.page import StudyPage
from desktop.panels.study.table import StudyTable
from desktop.state.counts import figure
from desktop.state.study import Study
from desktop.state.study_questions import Topic
from index.model.study import WordRow, WordTable

_LIST_PX: Final = 260
_REMARK: Final = 5
_MOST_BYTES: Final = 4_000_000


class WordsPage(StudyPage):
    """A list that is counted at once. A double click asks the word in the main window.

    Args:
        study: The presenter.
        parent: Owner.
    """

    def __init__(self, study: Study, parent: QWidget | None = None) -> None:
        super().__init__(study, Topic.WORDS, parent)
        self._model = ListedModel(word_columns(), self)
        self.table = StudyTable(self._model, self.tr("Счёт по списку"), (0,))
        self.table.share_out((0, 112, 76, 108, 140, 190))
        # In the order of the list until the reader wants another one.
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.list = QPlainTextEdit(tabChangesFocus=True)
        self.list.setPlaceholderText(
            self.tr("Вставьте имена или слова: по одному в строке, через запятую или столбец из таблицы.")
        )
        self.list.setAccessibleName(self.tr("Список слов и имён"))
        self.list.setPlainText("\n".join(study.wish.entries))
        self.within = toggle_button(self.tr("Только в найденном по запросу"))
        self.within.setChecked(study.wish.is_within)
        self.set_answer_widget(self.table)
        self.add_copying(self.table)
        self.add_files()
        self.middle.insertWidget(0, self._made_list())
        self.middle.setStretchFactor(1, 1)
        self.middle.setSizes([_LIST_PX, 4 * _LIST_PX])
        self.table.chosen.connect(self._ask)
        self.within.toggled.connect(self._count_again)

    def invitation(self) -> tuple[str, str]:
        """Say what a list is good for."""
        return (
            self.tr("Сколько раз встречается каждое имя или слово списка?"),
            self.tr(
                "Вставьте список слева, можно прямо из таблицы, или откройте файл, и нажмите «Сосчитать». "
                "Считаются все формы слов, от первого документа до последнего."
            ),
        )

    def nothing(self) -> tuple[str, str]:
        """Say that the list has no words."""
        return self.tr("В списке нет ни одного слова."), self.tr("Вставьте список слева и сосчитайте снова.")

    def show_answer(self, answer: WordTable) -> bool:
        """Show the rows."""
        self._model.show_rows(answer.rows)
        self.table.setColumnHidden(_REMARK, not any(row.problem for row in answer.rows))
        self.table.start_at_top()
        return bool(answer.rows)

    def summary(self, answer: WordTable) -> str:
        """Count the rows and those that were found."""
        found = sum(row.documents > 0 for row in answer.rows)
        counts = {"found": figure(found), "all": figure(len(answer.rows))}
        if answer.within:
            return self.tr("Найдено {found} из {all} в документах по запросу: {query}").format(
                **counts, query=answer.within
            )
        return self.tr("Найдено {found} из {all}").format(**counts)

    def seen(self) -> object:
        """Return the table as it is sorted."""
        return replace(self.inquiry.result, rows=self._model.rows)

    def count(self) -> None:
        """Count what stands in the list."""
        self.study.count_words(self.list.toPlainText(), is_within=self.within.isChecked())

    def _count_again(self) -> None:
        """Count what was counted already in other documents."""
        if self.study.wish.entries:
            self.count()

    def _made_list(self) -> QWidget:
        part = QWidget()
        opening = QPushButton(self.tr("Открыть файл…"))
        opening.clicked.connect(self._open)
        counting = QPushButton(self.tr("Сосчитать"))
        counting.setProperty("role", "primary")
        counting.setToolTip(self.tr("Ctrl+Enter"))
        counting.clicked.connect(self.count)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), part)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.count)
        row = QHBoxLayout()
        row.addWidget(opening)
        row.addStretch()
        row.addWidget(counting)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self.tr("Список"), "heading"))
        column.addWidget(self.list, 1)
        column.addWidget(self.within, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        return part

    def _open(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Открыть список"), "", self.tr("Списки (*.txt *.csv *.tsv);;Все файлы (*)")
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Put the text of a file into the list, in whatever encoding it is."""
        from index.formats.encodings import decoded

        try:
            if path.stat().st_size > _MOST_BYTES:
                self._complain(self.tr("Файл слишком велик для списка."))
                return
            self.list.setPlainText(decoded(path.read_bytes()).replace("\ufeff", ""))
        except OSError as error:
            self._complain(self.tr("Файл не прочитан: {reason}.").format(reason=error.strerror or str(error)))

    def _complain(self, words: str) -> None:
        self.told.words.setText(words)

    def _ask(self, row: Any) -> None:  # noqa: ANN401 - a row
        assert isinstance(row, WordRow)
        self.query_requested.emit(row.query)
