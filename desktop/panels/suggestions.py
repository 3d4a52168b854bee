"""What may have been meant instead, as a line of links."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.panels.flow import FlowLayout
from desktop.panels.labels import ElidedLabel
from desktop.state.counts import Noun, counted
from index.model.hit import Answer, Suggestion


class SuggestionLine(QWidget):
    """«Возможно, вы искали: …»; not there when there is nothing to suggest.

    Signals:
        query_requested(str): The reader wants that query instead.
    """

    query_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap_px=3)
        self._parts: list[QWidget] = []
        self._shown: tuple[str, str, tuple[Suggestion, ...]] | None = None
        self.hide()

    @property
    def words(self) -> str:
        """Everything it says; empty when nothing."""
        return " ".join(part.text() for part in self._parts if isinstance(part, ElidedLabel | QPushButton))

    def show_answer(self, answer: Answer | None, asked: str) -> None:
        """Say for what an answer was made, if not for what was asked, and what else may have been meant."""
        query = answer.query.strip() if answer is not None else ""
        suggestions = answer.suggestions if answer is not None else ()
        shown = (query, asked, suggestions)
        if shown == self._shown:
            return
        self._shown = shown
        for part in self._parts:
            self._flow.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        if answer is not None and query != asked:
            self._say(self.tr("Показано для «{query}»").format(query=query))
            self._link(self.tr("Искать «{query}»").format(query=asked), literal(asked), "{query}")
        if suggestions:
            self._say(self.tr("Возможно, вы искали:"))
            self._suggest(suggestions)
        self.setVisible(bool(self._parts))

    def _suggest(self, suggestions: Sequence[Suggestion]) -> None:
        for suggestion in suggestions:
            documents = counted(suggestion.documents, Noun.DOCUMENT)
            self._link(suggestion.query, suggestion.query, f"{{query}}: {documents}")

    def _say(self, words: str) -> None:
        self._put(ElidedLabel(words, "muted", self, hugs=True))

    def _link(self, words: str, query: str, spoken: str) -> None:
        button = QPushButton(words.replace("&", "&&"), self)
        button.setProperty("role", "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(spoken.format(query=words))
        button.setToolTip(spoken.format(query=words).replace("<", "&lt;"))
        button.clicked.connect(lambda: self.query_requested.emit(query))
        self._put(button)

    def _put(self, part: QWidget) -> None:
        self._parts.append(part)
        self._flow.addWidget(part)
        part.show()


def literal(query: str) -> str:
    """Return a query for these very words, which nobody reads as if they were typed in another layout."""
    bare = query.translate(str.maketrans("", "", '"«»“”„='))
    return f'="{bare}"' if len(bare.split()) > 1 else f"={bare}"
