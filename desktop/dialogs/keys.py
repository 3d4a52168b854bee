"""The page of keys and of the query language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.command import plain
from desktop.actions.table import TABLE
from desktop.dialogs.labels import plain_label

Rows = list[tuple[str, str]]

_ROOM: Final = 0.9
"""Part of the screen that the dialog may fill."""
_BAR_PX: Final = 14


class KeysDialog(QDialog):
    """Every key of the table of commands, and every operator of a query with an example."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Клавиши и язык запросов"))
        native = QKeySequence.SequenceFormat.NativeText
        keys: Rows = [
            (" · ".join(QKeySequence(one).toString(native) for one in command.keys), plain(command.text))
            for command in TABLE
            if command.keys
        ]
        keys += [
            ("S", self.tr("Звезда выбранным в списке")),
            ("R", self.tr("Выбранные в списке прочитаны")),
            ("F2 · Del", self.tr("Переименовать или убрать коллекцию")),
        ]
        page = QWidget()
        page.setObjectName("keysPage")
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(36)
        left = QVBoxLayout()
        left.setSpacing(22)
        left.addLayout(self._part(self.tr("ЯЗЫК ЗАПРОСОВ"), self._operators()))
        left.addLayout(self._part(self.tr("ВЫДЕЛЕНИЕ НА СТРАНИЦЕ"), self._selecting()))
        left.addStretch()
        columns.addLayout(left)
        columns.addLayout(self._part(self.tr("КЛАВИШИ"), keys))
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Закрыть"), QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 18)
        column.setSpacing(16)
        column.addWidget(self._scrolled(page), 1)
        column.addWidget(buttons)
        around = column.contentsMargins()
        wanted = page.sizeHint() + QSize(around.left() + around.right() + _BAR_PX, 0)
        wanted += QSize(0, around.top() + around.bottom() + column.spacing() + buttons.sizeHint().height())
        self.resize(wanted.boundedTo(self.screen().availableSize() * _ROOM))

    def _scrolled(self, page: QWidget) -> QScrollArea:
        """Return the page in what lets it be longer than the screen."""
        area = QScrollArea()
        area.setObjectName("keysArea")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setAccessibleName(self.windowTitle())
        return area

    def _operators(self) -> Rows:
        return [
            (self.tr("торговый дом"), self.tr("оба слова, каждое в любой форме")),
            (self.tr('"торговый дом"'), self.tr("слова подряд, в любой форме")),
            (self.tr("порт -морской"), self.tr("без этого слова")),
            (self.tr("порт НЕ морской"), self.tr("то же словом")),
            (self.tr("порт ИЛИ причал"), self.tr("хотя бы одно из слов")),
            (self.tr("(порт ИЛИ причал) договор"), self.tr("скобки собирают части")),
            (self.tr("сотруднич*"), self.tr("всё, что так начинается")),
            (self.tr("=сотрудничество"), self.tr("только эта форма")),
            (self.tr("название:договор"), self.tr("слово в названии документа")),
            (self.tr("файл:2021"), self.tr("слово в имени файла")),
            (self.tr("дата:2021"), self.tr("дата самого документа")),
            (self.tr("коллекция:Письма"), self.tr("в коллекции и в тех, что в ней")),
            (self.tr("звезда:да"), self.tr("документы со звездой")),
            (self.tr("прочитано:нет"), self.tr("то, чего вы не открывали")),
        ]

    def _selecting(self) -> Rows:
        return [
            (self.tr("двойной щелчок"), self.tr("слово")),
            (self.tr("тройной щелчок"), self.tr("предложение")),
            (self.tr("четыре щелчка"), self.tr("абзац")),
            (self.tr("Shift+щелчок"), self.tr("до этого места")),
            (self.tr("Shift+стрелки"), self.tr("по знаку, по строке")),
            (self.tr("Ctrl+Shift+стрелки"), self.tr("по слову, по абзацу")),
            ("Shift+Home · Shift+End", self.tr("до края строки")),
            ("Shift+PgUp · Shift+PgDown", self.tr("на высоту окна")),
            ("Ctrl+A", self.tr("весь документ")),
        ]

    def _part(self, title: str, rows: Rows) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        for line, (key, meaning) in enumerate(rows):
            badge = plain_label(key, "badge")
            badge.setFont(fixed)
            grid.addWidget(badge, line, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(plain_label(meaning), line, 1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(plain_label(title, "heading"))
        column.addLayout(grid)
        column.addStretch()
        return column
