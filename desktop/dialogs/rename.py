"""Asks who is meant: one under two names, or two under one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.labels import plain_label
from desktop.models.documents import written_date
from desktop.state.counts import Noun, counted
from desktop.state.renaming import RenameWish
from index.model.document import DocumentId
from index.model.overview import EntityPage

_WIDTH_PX: Final = 520
_LIST_PX: Final = 190
_ID: Final = Qt.ItemDataRole.UserRole


class RenameDialog(QDialog):
    """Another name for somebody, and in which documents.

    Args:
        page: What is known of whoever it is.
        field: Takes the name; completed by the names of the archive.
        parent: Owner.

    Signals:
        wished(RenameWish): The reader wants it so.
    """

    wished = Signal(object)

    def __init__(self, page: EntityPage, field: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Кто это"))
        self.setMinimumWidth(_WIDTH_PX)
        self._page = page
        self.field = field
        self.field.setPlaceholderText(self.tr("Как называть"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setText(page.who.name)
        self.field.textChanged.connect(self._count)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("В каких документах"))
        self.list.setMinimumHeight(_LIST_PX)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in page.mentioned:
            said = (" ".join(one.evidence.title.split()), written_date(one.evidence.date))
            item = QListWidgetItem(" \N{MIDDLE DOT} ".join(filter(None, said)), self.list)
            item.setData(_ID, one.evidence.document_id)
            item.setCheckState(Qt.CheckState.Checked)
            item.setToolTip(one.evidence.passage.replace("<", "‹"))
        self.list.itemChanged.connect(self._count)
        self.amount = plain_label("", "muted", wraps=True)
        self.go = QPushButton(self.tr("Назвать так"))
        self.go.setProperty("role", "primary")
        self.go.clicked.connect(self._wish)
        self._lay_out()
        self._count()
        self.field.selectAll()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch()
        cancel = QPushButton(self.tr("Отмена"))
        cancel.clicked.connect(self.reject)
        for button in (cancel, self.go):
            # Enter belongs to the field, where it chooses a name.
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(plain_label(self._page.who.name, "lead", wraps=True))
        words = self.tr(
            "Чтобы объединить с другим именем, впишите его. Чтобы отделить тёзку, отметьте только "
            "документы о нём и дайте ему другое имя, например с должностью в скобках."
        )
        column.addWidget(plain_label(words, "muted", wraps=True))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.amount)
        column.addLayout(foot)

    def _checked(self) -> tuple[DocumentId, ...]:
        items = map(self.list.item, range(self.list.count()))
        return tuple(item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked)

    @property
    def _are_all(self) -> bool:
        return len(self._checked()) == self.list.count()

    def _count(self) -> None:
        """Say in how many documents the name changes."""
        count = self._page.documents if self._are_all else len(self._checked())
        name = self.field.text().strip()
        self.go.setEnabled(bool(name and count and name != self._page.who.name))
        words = self.tr(
            "Имя изменится в {documents}; сам текст остаётся каким был. Отменяется одним действием, Ctrl+Z. "
            "На документы, которые придут позже, это не действует."
        )
        self.amount.setText(words.format(documents=counted(count, Noun.IN_DOCUMENT)))

    def _wish(self) -> None:
        documents = None if self._are_all else self._checked()
        self.wished.emit(RenameWish(self._page, self.field.text().strip(), documents))
        self.accept()
