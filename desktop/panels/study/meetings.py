"""The page of meetings: who met whom, as a picture, and beside it where it is told."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from desktop.panels.study.graph import MeetingsGraph
from desktop.panels.study.page import StudyPage
from desktop.panels.study.told_view import ToldView
from desktop.state.counts import figure
from desktop.state.overview_told import ends_of, node_told, two_told
from desktop.state.study import Study
from desktop.state.study_files import FileKind
from desktop.state.study_questions import Sought, Topic
from desktop.theme import Palette
from index.model.overview import Edge, Meetings, Node

_BESIDE_PX: Final = 330


class MeetingsPage(StudyPage):
    """Who met whom, in all documents or in those of a query.

    A click on a circle tells whom that one met, a click on a line of every meeting of the two; a double click
    on a circle leads to the page of whoever it is.

    Args:
        study: The presenter.
        palette: Colours.
        parent: Owner.
    """

    def __init__(self, study: Study, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(study, Topic.MEETINGS, parent)
        self.graph, self.view = MeetingsGraph(palette), ToldView(palette)
        self.graph.setAccessibleName(self.tr("Кто с кем встречался"))
        self.view.setAccessibleName(self.tr("Где об этом сказано"))
        self.view.setMinimumWidth(_BESIDE_PX // 2)
        self.set_answer_widget(self.graph)
        self.middle.addWidget(self.view)
        self.middle.setStretchFactor(0, 1)
        self.middle.setSizes([3 * _BESIDE_PX, _BESIDE_PX])
        self.view.hide()
        self.add_pictures(self.graph)
        self.add_files(FileKind.EXCEL)
        self.graph.looked.connect(self._on_looked)
        self.graph.edge_chosen.connect(self._ask_of_two)
        self.graph.node_chosen.connect(self._tell_of_one)
        self.graph.node_opened.connect(self._open)
        self.view.place_requested.connect(self.place_requested)
        self.view.who_requested.connect(self.who_requested)
        study.two.changed.connect(self._tell_of_two)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.graph.set_palette_roles(palette)
        self.view.set_palette_roles(palette)

    def invitation(self) -> tuple[str, str]:
        """Say of what documents the page speaks."""
        return self.tr("Без запроса — по всему архиву."), self.tr("Нажмите «Показать».")

    def nothing(self) -> tuple[str, str]:
        """Say that no document tells of a meeting."""
        return (
            self.tr("В этих документах ни о каких встречах не сказано."),
            self.why_nothing(
                self.tr(
                    "Здесь соединены люди и организации, о встрече или переговорах которых сказано в одном "
                    "предложении."
                )
            ),
        )

    def show_answer(self, answer: Meetings) -> bool:
        """Draw who met whom."""
        self.graph.show_meetings(answer)
        self.view.hide()
        return bool(answer.nodes)

    def summary(self, answer: Meetings) -> str:
        """Tell of the line or circle that is looked at, or of all."""
        if (edge := self.graph.edge) is not None:
            left, right = ends_of(answer, edge)
            return self.tr("{left} и {right}: встреч {count}").format(
                left=left.name, right=right.name, count=figure(edge.meetings)
            )
        if (node := self.graph.node) is not None:
            return self.tr("{name}: встреч {count}").format(name=node.who.name, count=figure(node.meetings))
        return self.tr("Встреч: {count}, участников: {people}, показано: {shown}").format(
            count=figure(answer.meetings), people=figure(answer.people), shown=figure(len(answer.nodes))
        )

    def has_picture(self) -> bool:
        """Whether anybody is drawn."""
        return self.inquiry.result is not None and bool(self.inquiry.result.nodes)

    def _on_looked(self) -> None:
        if (answer := self.inquiry.result) is not None:
            words = self.summary(answer)
            self.graph.setToolTip(words if self.graph.edge or self.graph.node else "")
            self.told.tell(self.inquiry, words)

    def _ask_of_two(self, edge: Edge) -> None:
        self.study.meet(*ends_of(self.inquiry.result, edge))

    def _tell_of_two(self) -> None:
        if (found := self.study.two.result) is not None and not self.study.two.is_running:
            self.view.tell(two_told(*found))
            self.view.show()

    def _tell_of_one(self, node: Node) -> None:
        self.view.tell(node_told(self.inquiry.result, node))
        self.view.show()

    def _open(self, node: Node) -> None:
        self.who_requested.emit(Sought(node.who.name, node.who.kind))
