"""The page of dates: how many documents speak of each year or month, and the dates themselves."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.overviewed import timeline_rows
from desktop.panels.buttons import chip_button
from desktop.panels.labels import PlainLabel
from desktop.panels.study.bars import TimeBars
from desktop.panels.study.overview import OverviewPage
from desktop.state.counts import figure
from desktop.state.study import Study
from desktop.state.study_questions import Topic
from desktop.state.timeline import Measure, band, period_name, told
from desktop.theme import Palette
from index.model.overview import Timeline

_BAND_PX: Final = 168


class DatesPage(OverviewPage):
    """A band of years, and the dates in order. A click on a year shows its months and its dates alone.

    Args:
        study: The presenter.
        palette: Colours.
        parent: Owner.
    """

    def __init__(self, study: Study, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(study, Topic.DATES, timeline_rows, parent)
        self.bars = TimeBars(palette)
        self.bars.setFixedHeight(_BAND_PX)
        self.bars.setAccessibleName(self.tr("Сколько документов говорят о каждом времени"))
        self.back = chip_button(self.tr("Все годы"))
        self.back.setToolTip(self.tr("Показать даты всех лет"))
        self.back.clicked.connect(lambda: study.part(""))
        self._time = PlainLabel()
        self.head.addWidget(self.back)
        self.head.addWidget(self._time)
        self.head.addStretch()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self.bars)
        self.add_pictures(self.bars)
        self.bars.looked.connect(self._on_looked)
        self.bars.chosen.connect(self._choose)
        self._show_time()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.bars.set_palette_roles(palette)

    def show_answer(self, answer: Any) -> bool:  # noqa: ANN401 - as in the class above
        """Show the band and the dates."""
        assert isinstance(answer, Timeline)
        self.bars.show_periods(band(answer), Measure.DOCUMENTS)
        self._show_time()
        return super().show_answer(answer)

    def summary(self, answer: Any) -> str:  # noqa: ANN401 - as in the class above
        """Say what is known of the bar that is looked at, or count all dates."""
        periods = band(answer)
        if 0 <= self.bars.current < len(periods):
            return told(periods[self.bars.current])
        beyond = sum(one.dates for one in answer.moments) - sum(one.matches for one in periods)
        said = super().summary(answer)
        if not beyond:
            return said
        return self.tr("{said}; до и после этих лет: {count}").format(said=said, count=figure(beyond))

    def has_picture(self) -> bool:
        """Whether there are bars."""
        return self.inquiry.result is not None and bool(band(self.inquiry.result))

    def _show_time(self) -> None:
        period = self.study.wish.period
        for widget in (self.back, self._time):
            widget.setVisible(bool(period))
        self._time.setText(period_name(period) if period else "")
        self.bars.setVisible(self.has_picture())

    def _on_looked(self, position: int) -> None:
        if (answer := self.inquiry.result) is not None:
            periods = band(answer)
            self.bars.setToolTip(told(periods[position]) if 0 <= position < len(periods) else "")
            self.told.tell(self.inquiry, self.summary(answer))

    def _choose(self, position: int) -> None:
        chosen = band(self.inquiry.result)[position].name
        # Whoever clicks on the month that is shown wants its year again.
        self.study.part(chosen[:4] if chosen == self.study.wish.period else chosen)
