"""The page of likenesses: documents like the open one, and versions and copies in the whole archive."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.models.documents import written_date
from desktop.models.listed import ListedModel
from desktop.models.studied import similar_columns
from desktop.panels.labels import ElidedLabel
from desktop.panels.study.page import StudyPage
from desktop.panels.study.table import StudyTable
from desktop.state.counts import Noun, counted, figure, percent
from desktop.state.study import Study
from desktop.state.study_questions import Topic
from index.model.document import DocumentSummary
from index.model.study import Similar, VersionGroup

_ID_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_LIKENESS: Final = 2


class AlikePage(StudyPage):
    """Documents that are about the same as the open one. A double click opens one.

    Args:
        study: The presenter.
        parent: Owner.
    """

    def __init__(self, study: Study, parent: QWidget | None = None) -> None:
        super().__init__(study, Topic.ALIKE, parent)
        self._model = ListedModel(similar_columns(), self)
        self.table = StudyTable(self._model, self.tr("Похожие документы"), (0, 3))
        self.table.share_out((0, 116, 106))
        self.table.sort_by(_LIKENESS)
        self._title = ElidedLabel("", "lead")
        self.head.addWidget(self._title, 1)
        self.set_answer_widget(self.table)
        self.table.chosen.connect(self._open)

    def look(self) -> None:
        """Ask for the documents like the one that is open now."""
        title = " ".join(self.study.document_title.split())
        self._title.setText(self.tr("Похожие на «{title}»").format(title=title) if title else "")
        super().look()

    def invitation(self) -> tuple[str, str]:
        """Say what has to be opened."""
        return (
            self.tr("Здесь будут документы, похожие на открытый."),
            self.tr("Откройте документ в главном окне: это окно последует за ним."),
        )

    def nothing(self) -> tuple[str, str]:
        """Say that the document is like no other."""
        return self.tr("Похожих документов в архиве нет."), self.tr("Откройте другой документ.")

    def show_answer(self, answer: tuple[Similar, ...]) -> bool:
        """Show the documents."""
        self._model.show_rows(answer)
        self.table.start_at_top()
        return bool(answer)

    def summary(self, answer: tuple[Similar, ...]) -> str:
        """Count the documents."""
        return counted(len(answer), Noun.DOCUMENT) if answer else ""

    def _open(self, row: Any) -> None:  # noqa: ANN401 - a row
        assert isinstance(row, Similar)
        self.place_requested.emit(row.document.id, None)


class VersionsPage(StudyPage):
    """Groups of documents whose texts are nearly the same. A double click opens one.

    Args:
        study: The presenter.
        parent: Owner.
    """

    def __init__(self, study: Study, parent: QWidget | None = None) -> None:
        super().__init__(study, Topic.VERSIONS, parent)
        self.tree = QTreeWidget()
        self.tree.setObjectName("versions")
        self.tree.setAccessibleName(self.tr("Версии и копии"))
        self.tree.setHeaderLabels([self.tr("Документ"), self.tr("Дата"), self.tr("Файл")])
        self.tree.setColumnWidth(0, 480)
        self.tree.setColumnWidth(1, 110)
        self.tree.itemActivated.connect(self._open)
        self._start = QPushButton(self.tr("Найти версии и копии"))
        self._start.setProperty("role", "primary")
        self._start.clicked.connect(study.find_versions)
        self.head.addWidget(self._start)
        self.head.addStretch()
        self.set_answer_widget(self.tree)

    def invitation(self) -> tuple[str, str]:
        """Say what is looked for, and that it takes time."""
        return (
            self.tr("Редакции одного документа, перепечатки и копии, собранные в группы."),
            self.tr(
                "Нажмите «Найти версии и копии»: будут сравнены все документы архива. "
                "В первый раз это займёт время, потом — мгновение."
            ),
        )

    def nothing(self) -> tuple[str, str]:
        """Say that there are none."""
        return self.tr("В архиве нет почти одинаковых документов."), ""

    def show_answer(self, answer: tuple[VersionGroup, ...]) -> bool:
        """Show the groups, all of them open."""
        self.tree.clear()
        for group in answer:
            name = self.tr("{documents}, сходство от {likeness}").format(
                documents=counted(len(group.documents), Noun.DOCUMENT), likeness=percent(group.likeness)
            )
            top = QTreeWidgetItem((name,))
            self.tree.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            top.addChildren([_entry(document) for document in group.documents])
        self.tree.expandAll()
        return bool(answer)

    def summary(self, answer: tuple[VersionGroup, ...]) -> str:
        """Count groups and documents."""
        if not answer:
            return ""
        return self.tr("Групп: {count}, в них {documents}").format(
            count=figure(len(answer)),
            documents=counted(sum(len(group.documents) for group in answer), Noun.DOCUMENT),
        )

    def _open(self, entry: QTreeWidgetItem, _column: int) -> None:
        if document_id := entry.data(0, _ID_ROLE):
            self.place_requested.emit(document_id, None)


def _entry(document: DocumentSummary) -> QTreeWidgetItem:
    made = QTreeWidgetItem(
        (" ".join(document.title.split()), written_date(document.date), document.file_name)
    )
    made.setData(0, _ID_ROLE, document.id)
    made.setToolTip(2, document.source_path)
    return made
