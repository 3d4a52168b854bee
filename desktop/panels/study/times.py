"""The page of times: how often a query is answered, month by month or year by year."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from desktop.panels.study.bars import TimeBars
from desktop.panels.study.choice import Choice
from desktop.panels.study.page import StudyPage
from desktop.state.counts import Noun, counted
from desktop.state.narrowing import narrowed
from desktop.state.study import Study
from desktop.state.study_questions import Topic
from desktop.state.timeline import Measure, told
from desktop.theme import Palette
from index.model.study import Frequencies, Period

_MONTHS, _YEARS = "months", "years"
_MOST_MONTHS: Final = 72
"""More than these are shown by year first."""


class TimesPage(StudyPage):
    """Bars over time. A click asks the query for the time of a bar in the main window.

    Args:
        study: The presenter.
        palette: Colours.
        parent: Owner.
    """

    def __init__(self, study: Study, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(study, Topic.TIMES, parent)
        self.bars = TimeBars(palette)
        self.unit = Choice(
            self.tr("Столбики"), ((self.tr("по месяцам"), _MONTHS), (self.tr("по годам"), _YEARS))
        )
        self.measure = Choice(
            self.tr("Высота"),
            (
                (self.tr("документы"), Measure.DOCUMENTS),
                (self.tr("места"), Measure.MATCHES),
                (self.tr("доля документов того времени"), Measure.SHARE),
            ),
        )
        for choice in (self.unit, self.measure):
            choice.changed.connect(self._show_bars)
            self.head.addWidget(choice)
            self.head.addSpacing(18)
        self.head.addStretch()
        self.set_answer_widget(self.bars)
        self.add_pictures(self.bars)
        self.add_files()
        self.bars.looked.connect(self._on_looked)
        self.bars.chosen.connect(self._choose)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.bars.set_palette_roles(palette)

    def invitation(self) -> tuple[str, str]:
        """Say where times come from."""
        return (
            self.tr("Здесь будет видно, когда о чём писали."),
            self.tr("Напишите запрос в поле наверху и нажмите Enter."),
        )

    def nothing(self) -> tuple[str, str]:
        """Say that no document of the answer has a date."""
        return (
            self.tr("У найденных документов нет дат, или ничего не нашлось."),
            self.tr("Дата берётся из текста и свойств документа, когда она там есть."),
        )

    def show_answer(self, answer: Frequencies) -> bool:
        """Show the bars: months while there are few of them."""
        self.unit.choose(_MONTHS if 0 < len(answer.months) <= _MOST_MONTHS else _YEARS)
        self._show_bars()
        return bool(answer.years or answer.months)

    def summary(self, answer: Frequencies) -> str:
        """Say what is known of the bar that is looked at, or of all."""
        periods = self._periods()
        if 0 <= self.bars.current < len(periods):
            return told(periods[self.bars.current])
        found = self.tr("{places} в {documents} с датой").format(
            places=counted(sum(one.matches for one in answer.years), Noun.PLACE),
            documents=counted(sum(one.documents for one in answer.years), Noun.IN_DOCUMENT),
        )
        if not answer.undated_documents:
            return found
        return self.tr("{found}; без даты: {documents}").format(
            found=found, documents=counted(answer.undated_documents, Noun.DOCUMENT)
        )

    def _periods(self) -> tuple[Period, ...]:
        answer = self.inquiry.result
        if answer is None:
            return ()
        found: tuple[Period, ...] = getattr(answer, self.unit.value)
        return found

    def _show_bars(self) -> None:
        self.bars.show_periods(self._periods(), Measure(self.measure.value))
        name = self.tr("Частота во времени, столбиков: {count}")
        self.bars.setAccessibleName(name.format(count=len(self._periods())))

    def _on_looked(self, position: int) -> None:
        periods = self._periods()
        is_there = 0 <= position < len(periods)
        words = told(periods[position]) if is_there else ""
        self.bars.setToolTip(words)
        self.bars.setAccessibleDescription(words)
        if self.inquiry.result is not None:
            self.told.tell(self.inquiry, self.summary(self.inquiry.result))

    def _choose(self, position: int) -> None:
        clause = f"дата:{self._periods()[position].name}"
        self.query_requested.emit(narrowed(self.study.wish.query, clause))

    def has_picture(self) -> bool:
        """Whether there are bars."""
        return bool(self._periods())
