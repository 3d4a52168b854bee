"""The page of a person, body or place: everything that the documents say of it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.panels.buttons import chip_button
from desktop.panels.study.name_field import NameField
from desktop.panels.study.offices import OfficesChart
from desktop.panels.study.page import StudyPage
from desktop.panels.study.told_view import ToldView
from desktop.state.entity_told import entity_told, sections, summed_up
from desktop.state.study import Study
from desktop.state.study_files import FileKind
from desktop.state.study_questions import Topic
from desktop.theme import Palette
from index.model.overview import EntityPage, Evidence

_FIELD_PX: Final = 420
_WIDEST_PX: Final = 1000


class EntityStudyPage(StudyPage):
    """Who somebody is, over time, with whom, in which words; every line leads to its place.

    Args:
        study: The presenter.
        palette: Colours.
        parent: Owner.

    Signals:
        rename_requested(EntityPage): The reader knows who is meant: one under two names, or two under one.
    """

    rename_requested = Signal(object)

    def __init__(self, study: Study, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(study, Topic.ENTITY, parent)
        self.field = NameField(study)
        self.field.setMaximumWidth(_FIELD_PX)
        self.field.sought.connect(study.seek)
        self.rename = chip_button(self.tr("Объединить или разделить…"))
        self.rename.setToolTip(self.tr("Сказать, что это то же лицо, что и другое, или что это разные лица"))
        self.rename.clicked.connect(lambda: self.rename_requested.emit(self.inquiry.result))
        self.rename.hide()
        self.head.addWidget(self.field, 1)
        self.head.addWidget(self.rename)
        self.head.addStretch()
        self.chart, self.view = OfficesChart(palette), ToldView(palette, widest_px=_WIDEST_PX)
        self.view.setAccessibleName(self.tr("Всё об одном имени"))
        self._parts = QHBoxLayout()
        self._parts.setSpacing(6)
        self._parts.setContentsMargins(0, 0, 0, 0)
        answer = QWidget()
        column = QVBoxLayout(answer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._parts)
        column.addWidget(self.chart)
        column.addWidget(self.view, 1)
        self.set_answer_widget(answer)
        self.add_pictures(self.chart)
        self.add_files(FileKind.EXCEL)
        self.view.place_requested.connect(self.place_requested)
        self.view.who_requested.connect(study.seek)
        self.chart.chosen.connect(self._open)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.chart.set_palette_roles(palette)
        self.view.set_palette_roles(palette)

    def invitation(self) -> tuple[str, str]:
        """Say how somebody is chosen."""
        return (
            self.tr("Здесь собрано всё, что сказано в архиве об одном человеке, организации или месте."),
            self.tr("Начните писать имя в поле сверху или дважды щёлкните имя среди фактов документа."),
        )

    def nothing(self) -> tuple[str, str]:
        """Say that nothing is said: never, since whoever is found is named."""
        return self.invitation()

    def show_answer(self, answer: EntityPage) -> bool:
        """Show what is said of somebody."""
        self.rename.show()
        if not self.field.isModified():
            # Another answer may come while the next name is being typed.
            self.field.setText(answer.who.name)
        self.chart.show_offices(answer)
        self.chart.setVisible(self.has_picture())
        self.view.tell(entity_told(answer))
        self._name_parts(answer)
        return True

    def summary(self, answer: EntityPage) -> str:
        """Count what there is."""
        return summed_up(answer)

    def has_picture(self) -> bool:
        """Whether offices are drawn."""
        return self.chart.row_count > 0

    def _name_parts(self, answer: EntityPage) -> None:
        while (item := self._parts.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.deleteLater()
        for name, count, anchor in sections(answer):
            button = chip_button(f"{name}  {count}")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._scroll_to, anchor))
            self._parts.addWidget(button)
        self._parts.addStretch()

    def _scroll_to(self, anchor: str, _is_checked: bool = False) -> None:
        self.view.scrollToAnchor(anchor)

    def _open(self, evidence: Evidence) -> None:
        self.place_requested.emit(evidence.document_id, evidence.span)
