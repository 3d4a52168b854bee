"""Calm pages for the times when there is nothing to show: nothing found, no document open."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.panels.buttons import chip_button
from desktop.panels.labels import PlainLabel
from desktop.state.counts import Noun, counted
from desktop.theme import Palette, icon
from index.model.hit import Answer

# A shorter word loses too much with its ending.
_SHORT_WORD: Final = 5
_LEAST_BUTTON_PX: Final = 120
# Margins of the page and of the button itself.
_BESIDE_BUTTON_PX: Final = 88


def looser_queries(query: str) -> tuple[str, ...]:
    """Return queries that ask for less than `query`, in the order in which to try them."""
    wanted: list[str] = []
    bare = query.translate(str.maketrans("", "", '"«»“”„'))
    if bare != query:
        wanted.append(bare)
    if "=" in bare:
        wanted.append(bare.replace("=", ""))
    words = bare.replace("=", "").split()
    if wanting := [word for word in words if not word.startswith("-")]:
        if len(wanting) < len(words):
            wanted.append(" ".join(wanting))
        plain = all(word.replace("-", "").isalpha() for word in wanting)
        if plain and len(wanting) > 1:
            wanted.append(" ИЛИ ".join(wanting))
        elif plain and len(wanting[0]) > _SHORT_WORD:
            wanted.append(f"{wanting[0][:-2]}*")
    return tuple(dict.fromkeys(one for one in wanted if one != query))


class NothingFound(QWidget):
    """The page of an empty answer, with queries that ask for less.

    Signals:
        query_suggested(str): The reader wants that query instead.
    """

    query_suggested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = QLabel()
        self._drawing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        title = PlainLabel(self.tr("Ничего не найдено"), "lead")
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._advice = PlainLabel("", "muted", wraps=True)
        self._advice.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._tries = QVBoxLayout()
        self._tries.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 44, 28, 12)
        column.setSpacing(8)
        for part in (self._drawing, title, self._advice):
            column.addWidget(part)
        column.addSpacing(6)
        column.addLayout(self._tries)
        column.addStretch()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._drawing.setPixmap(icon("search", palette.line, 44).pixmap(44, 44))

    def set_answer(self, answer: Answer, *, has_documents: bool) -> None:
        """Advise about the query that found nothing."""
        self._advice.setText(
            self.tr("Падежи и число не важны: ищутся все формы слова. Проверьте, нет ли опечатки.")
            if has_documents
            else self.tr("В архиве ещё нет документов: добавьте их, и поиск заработает сразу.")
        )
        while (entry := self._tries.takeAt(0)) is not None:
            widget = entry.widget()
            assert widget is not None
            widget.hide()
            widget.deleteLater()
        if not has_documents:
            return
        if answer.suggestions:
            meant = PlainLabel(self.tr("Возможно, вы искали:"), "muted")
            self._tries.addWidget(meant, 0, Qt.AlignmentFlag.AlignHCenter)
        for suggestion in answer.suggestions:
            documents = counted(suggestion.documents, Noun.DOCUMENT)
            self._offer(f"{suggestion.query} · {documents}", suggestion.query)
        for chip in answer.chips:
            if chip.kind != "word" and chip.without:
                self._offer(self.tr("Искать без: {part}").format(part=chip.text), chip.without)
        for looser in looser_queries(answer.query):
            self._offer(self.tr("Искать: {query}").format(query=looser), looser)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the offers to the width there is."""
        super().resizeEvent(event)
        for button in self.findChildren(QPushButton):
            self._cut(button)

    def _offer(self, words: str, query: str) -> None:
        button = chip_button("")
        button.setAccessibleName(words)
        button.setToolTip(escape(words))
        button.clicked.connect(lambda: self.query_suggested.emit(query))
        self._cut(button)
        self._tries.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _cut(self, button: QPushButton) -> None:
        room = max(_LEAST_BUTTON_PX, self.width() - _BESIDE_BUTTON_PX)
        words = button.fontMetrics().elidedText(button.accessibleName(), Qt.TextElideMode.ElideRight, room)
        button.setText(words.replace("&", "&&"))


class NothingOpen(QWidget):
    """The desk without a document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nothingOpen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._drawing = QLabel()
        self._drawing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        title = PlainLabel(self.tr("Выберите документ"), "lead")
        hint = PlainLabel(
            self.tr("Щёлкните по документу в списке или наберите запрос и нажмите Enter."),
            "muted",
            wraps=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(8)
        column.addStretch()
        column.addWidget(self._drawing)
        for label in (title, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._drawing.setPixmap(icon("book-open", palette.muted, 52).pixmap(52, 52))
