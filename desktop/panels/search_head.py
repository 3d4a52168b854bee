"""The head of the middle column: the field, what came of the query, how it was read, how to narrow it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.panels.buttons import chip_button
from desktop.panels.facets import FacetsSection
from desktop.panels.labels import ElidedLabel, PlainLabel
from desktop.panels.order_button import OrderButton
from desktop.panels.query_chips import QueryChips
from desktop.panels.query_field import QueryField
from desktop.panels.suggestions import SuggestionLine
from desktop.state.counts import Noun, counted
from desktop.state.facets import FacetsPresenter
from desktop.state.search import Search
from desktop.state.wording import worded
from desktop.theme import Palette, icon
from index.model.hit import Answer
from index.search.engine import Order

_MARGIN_PX: Final = 12
_INSET_PX: Final = 8


class SearchHead(QWidget):
    """Everything above the list.

    Args:
        search: What is asked.
        facets: By what the answer can be narrowed.
        palette: Colours.
        parent: Owner.
    """

    def __init__(
        self, search: Search, facets: FacetsPresenter, palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("searchHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._search, self._facets = search, facets
        self.field = QueryField(palette)
        self.counts = ElidedLabel("", "muted")
        self.order = OrderButton(search, palette)
        self.refine = self._refine_button()
        self.chips = QueryChips(palette, self.refine)
        self.suggestions = SuggestionLine()
        self.problems = PlainLabel("", "problem", wraps=True)
        self.section = FacetsSection(facets, palette)
        self._lay_out()
        self.set_palette_roles(palette)
        facets.opened.connect(self.refine.setChecked)
        self.chips.query_requested.connect(self._ask_or_clear)
        self.chips.emptied.connect(self.field.setFocus)
        self.suggestions.query_requested.connect(search.ask)
        search.text_set.connect(self.field.setText)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        for part in (self.field, self.order, self.chips, self.section):
            part.set_palette_roles(palette)
        self.refine.setIcon(icon("list-filter", palette.muted, 13, on=palette.accent))

    def show_answer(self, answer: Answer) -> None:
        """Show what came of a query, how it was read and what else may have been meant."""
        documents = counted(answer.documents, Noun.DOCUMENT)
        places = counted(answer.matches, Noun.PLACE)
        spent = counted(max(1, round(answer.elapsed_ms)), Noun.MILLISECOND)
        # Beside the words of an unusual order there is room for what counts.
        parts = (documents, places, spent) if self._search.order is Order.RELEVANCE else (documents, places)
        self.counts.setText(" · ".join(parts))
        self._show_parts(has_hits=answer.documents > 0, has_chips=True)
        self.chips.show_chips(answer.chips)
        # Of an empty answer the page below says what else may have been meant.
        self.suggestions.show_answer(answer if answer.hits else None, self._search.asked)
        self.say_problems(answer.problems)

    def show_without_answer(self, words: str) -> None:
        """Show nothing but a line of words, or nothing at all."""
        self.counts.setText(words)
        self._show_parts(has_hits=False, has_chips=False)
        self.counts.setVisible(True)
        self.chips.show_chips(())
        self.suggestions.show_answer(None, "")
        self.say_problems(())

    def say_problems(self, problems: Iterable[str]) -> None:
        """Say what is wrong with the query, or was mended in it."""
        self.problems.setText("\n".join(worded(problem) for problem in problems if problem))
        self.problems.setVisible(bool(self.problems.text()))

    def _show_parts(self, *, has_hits: bool, has_chips: bool) -> None:
        self.counts.setVisible(has_hits)
        self.order.setVisible(has_hits)
        self.refine.setVisible(has_hits)
        self.chips.setVisible(has_chips)

    def _ask_or_clear(self, query: str) -> None:
        if query:
            self._search.ask(query)
        else:
            self.field.setFocus()
            self.field.clear()
            self._search.clear()

    def _refine_button(self) -> QPushButton:
        button = chip_button(" " + self.tr("Уточнить"))
        button.setObjectName("refine")
        button.setIconSize(QSize(13, 13))
        button.setCheckable(True)
        button.setChecked(self._facets.is_open)
        button.setToolTip(self.tr("Годы, имена, места и другое, что есть в найденном"))
        button.clicked.connect(lambda wanted: self._facets.open(wanted=wanted))
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(_INSET_PX, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.counts, 1)
        line.addWidget(self.order)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(_MARGIN_PX, 11, _MARGIN_PX, 8)
        lines.setSpacing(4)
        lines.addWidget(self.field)
        lines.addLayout(line)
        for part in (self.chips, self.suggestions, self.problems):
            part.setContentsMargins(_INSET_PX, 0, _INSET_PX, 0)
            lines.addWidget(part)
        lines.addWidget(self.section)
