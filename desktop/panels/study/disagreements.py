"""The page of figures that disagree between documents: side by side, each with its passage."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.panels.study.page import StudyPage
from desktop.panels.study.told_view import ToldView
from desktop.state.counts import figure
from desktop.state.overview_told import disagreements_told
from desktop.state.study import Study
from desktop.state.study_questions import Topic
from desktop.theme import Palette
from index.model.overview import Disagreements


class DisagreementsPage(StudyPage):
    """Figures about the same thing and time that contradict each other. A click leads to the passage.

    Args:
        study: The presenter.
        palette: Colours.
        parent: Owner.
    """

    def __init__(self, study: Study, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(study, Topic.DISAGREEMENTS, parent)
        self.view = ToldView(palette)
        self.view.setAccessibleName(self.tr("Числа, которые не сходятся"))
        self.view.place_requested.connect(self.place_requested)
        self.set_answer_widget(self.view)
        self.add_files()

    def set_palette_roles(self, palette: Palette) -> None:
        """Write in other colours."""
        self.view.set_palette_roles(palette)

    def invitation(self) -> tuple[str, str]:
        """Say of what documents the page speaks."""
        return self.tr("Без запроса — по всему архиву."), self.tr("Нажмите «Показать».")

    def nothing(self) -> tuple[str, str]:
        """Say what is compared, since nothing disagrees."""
        return (
            self.tr("Расхождений между этими документами не нашлось."),
            self.why_nothing(
                self.tr(
                    "Сравниваются только числа, о которых разные документы говорят одними и теми же "
                    "словами, в одной валюте или единице и за одно время: лучше пропустить, чем обвинить "
                    "зря."
                )
            ),
        )

    def show_answer(self, answer: Disagreements) -> bool:
        """Show the figures."""
        self.view.tell(disagreements_told(answer))
        return bool(answer.lines)

    def summary(self, answer: Disagreements) -> str:
        """Count what disagrees, and what was compared."""
        return self.tr("Расхождений: {count}; сопоставлено чисел: {compared}").format(
            count=figure(answer.disagreeing), compared=figure(answer.compared)
        )
