"""The page of meetings: who met whom, as a picture."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.panels.buttons import chip_button
from desktop.panels.study.graph import MeetingsGraph
from desktop.panels.study.page import StudyPage
from desktop.state.counts import figure
from desktop.state.study import Study, Topic
from desktop.theme import Palette
from index.model.overview import Edge, Meetings


class MeetingsPage(StudyPage):
    """Who met whom, in all documents or in those of a query. A click on a line opens the latest meeting.

    Args:
        study: The presenter.
        palette: Colours.
        parent: Owner.

    Signals:
        picture_requested(bytes, str): Write this picture to a file with such a suffix.
    """

    picture_requested = Signal(bytes, str)

    def __init__(self, study: Study, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(study, Topic.MEETINGS, parent)
        self.graph = MeetingsGraph(palette)
        self.graph.setAccessibleName(self.tr("Кто с кем встречался"))
        self.set_answer_widget(self.graph)
        for text, suffix, drawn in (
            (self.tr("PNG…"), "png", self.graph.picture),
            (self.tr("SVG…"), "svg", self.graph.drawing),
        ):
            button = chip_button(text)
            button.setToolTip(self.tr("Записать картинкой"))
            button.setAccessibleName(f"{button.toolTip()}: {suffix.upper()}")
            button.clicked.connect(
                lambda _checked=False, suffix=suffix, drawn=drawn: self._save_picture(drawn(), suffix)
            )
            self.foot.addWidget(button)
        self.graph.looked.connect(self._on_looked)
        self.graph.chosen.connect(self._open)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.graph.set_palette_roles(palette)

    def invitation(self) -> tuple[str, str]:
        """Say of what documents the page speaks."""
        return self.tr("Без запроса — по всему архиву."), self.tr("Нажмите «Показать».")

    def nothing(self) -> tuple[str, str]:
        """Say that no document tells of a meeting."""
        return (
            self.tr("В этих документах ни о каких встречах не сказано."),
            self.tr("Факты извлекаются, пока программа свободна: загляните сюда позже."),
        )

    def show_answer(self, answer: Meetings) -> bool:
        """Draw who met whom."""
        self.graph.show_meetings(answer)
        return bool(answer.nodes)

    def summary(self, answer: Meetings) -> str:
        """Tell of the line or circle that is looked at, or of all."""
        if (edge := self.graph.edge) is not None:
            left, right = answer.nodes[edge.left].who.name, answer.nodes[edge.right].who.name
            return self.tr("{left} и {right}: встреч {count}").format(
                left=left, right=right, count=figure(edge.meetings)
            )
        if (node := self.graph.node) is not None:
            return self.tr("{name}: встреч {count}").format(name=node.who.name, count=figure(node.meetings))
        return self.tr("Встреч: {count}, участников: {people}, показано: {shown}").format(
            count=figure(answer.meetings), people=figure(answer.people), shown=figure(len(answer.nodes))
        )

    def _on_looked(self) -> None:
        if (answer := self.inquiry.result) is not None:
            words = self.summary(answer)
            self.graph.setToolTip(words if self.graph.edge or self.graph.node else "")
            self.told.tell(self.inquiry, words)

    def _open(self, edge: Any) -> None:  # noqa: ANN401 - an edge
        assert isinstance(edge, Edge)
        self.place_requested.emit(edge.stated.evidence.document_id, edge.stated.evidence.span)

    def _save_picture(self, picture: bytes, suffix: str) -> None:
        if self.inquiry.result is not None and self.inquiry.result.nodes:
            self.picture_requested.emit(picture, suffix)
