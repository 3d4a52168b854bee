"""By what an answer can be narrowed: years as bars, everything else as chips with counts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.panels.facet_group import FacetGroup, facet_name
from desktop.panels.labels import PlainLabel
from desktop.panels.year_bars import YearBars
from desktop.state.counts import Noun, counted
from desktop.state.facets import FacetsPresenter, facet_of
from desktop.state.years import year_bars, years_clause
from desktop.theme import Palette
from index.model.study import Facet, FacetKind, Facets

_CHIPS: Final = tuple(kind for kind in FacetKind if kind is not FacetKind.YEAR)
_LEAST_PX: Final = 90


class FacetsSection(QScrollArea):
    """The section below the field. It is as high as what is in it, up to `limit_to`."""

    def __init__(self, presenter: FacetsPresenter, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._roles = presenter, palette
        self._shown: tuple[Facet, ...] = ()
        self._groups: list[FacetGroup] = []
        self._limit_px = 300
        self.setObjectName("facets")
        self.setAccessibleName(self.tr("Уточнить найденное"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._years_heading = PlainLabel(facet_name(FacetKind.YEAR).upper(), "heading")
        self.years = YearBars(palette)
        self.years.years_chosen.connect(self._narrow_years)
        self._words = PlainLabel("", "muted", wraps=True)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(8, 4, 8, 6)
        self._column.setSpacing(8)
        for part in (self._years_heading, self.years):
            self._column.addWidget(part)
        self._column.addWidget(self._words)
        self.setWidget(inner)
        presenter.changed.connect(self._show)
        presenter.opened.connect(self._show)
        self._show()

    @property
    def groups(self) -> tuple[FacetGroup, ...]:
        """What is shown beside years."""
        return tuple(self._groups)

    @property
    def words(self) -> str:
        """What is said of the counts; empty when nothing."""
        return self._words.text()

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._roles = palette
        self.years.set_palette_roles(palette)
        for group in self._groups:
            group.set_palette_roles(palette)

    def limit_to(self, height_px: int) -> None:
        """Be no higher than this; what does not fit can be scrolled to."""
        self._limit_px = max(_LEAST_PX, height_px)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of what is in it."""
        width = self.viewport().width()
        column = self._column
        wanted = column.heightForWidth(width) if column.hasHeightForWidth() else column.sizeHint().height()
        return QSize(width, min(wanted, self._limit_px))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the height that goes with the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _show(self) -> None:
        facets = self._presenter.facets
        if facets is None or not self._presenter.is_open:
            self.hide()
            return
        years = year_bars(facet_of(facets, FacetKind.YEAR).values)
        # A single year narrows nothing.
        self._years_heading.setVisible(len(years) > 1)
        self.years.setVisible(len(years) > 1)
        self.years.show_bars(years)
        shown = tuple(facet for kind in _CHIPS if _narrows(facet := facet_of(facets, kind), facets))
        if shown != self._shown:
            self._shown = shown
            self._remake()
        self._words.setText(_remark(facets, is_empty=not shown and len(years) < 2))
        self._words.setVisible(bool(self._words.text()))
        self._fit()
        self.show()

    def _remake(self) -> None:
        had_focus = any(chip.hasFocus() for group in self._groups for chip in group.chips)
        for group in self._groups:
            self._column.removeWidget(group)
            group.hide()
            group.deleteLater()
        self._groups = []
        for facet in self._shown:
            group = FacetGroup(facet, self._roles)
            group.value_chosen.connect(self._presenter.narrow)
            group.unfolded.connect(self._fit)
            self._column.insertWidget(self._column.count() - 1, group)
            # Not at the next turn of the loop, where Qt would do it: what is hidden has no height.
            group.show()
            self._groups.append(group)
        if had_focus and self._groups:
            # Whoever narrows with keys goes on narrowing.
            self._groups[0].chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _narrow_years(self, first: int, last: int) -> None:
        self._presenter.narrow(FacetKind.YEAR, years_clause(first, last))

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())


def _narrows(facet: Facet, facets: Facets) -> bool:
    """Whether a facet has a value that not all documents have."""
    return any(value.documents < facets.documents for value in facet.values)


def _remark(facets: Facets, *, is_empty: bool) -> str:
    if facets.without_facts:
        count = counted(facets.without_facts, Noun.DOCUMENT)
        return QCoreApplication.translate(
            "Facets", "Имена и места ещё не извлечены: {count}. Они появятся здесь сами."
        ).format(count=count)
    if not is_empty:
        return ""
    if facets.documents == 1:
        return QCoreApplication.translate("Facets", "Уточнять нечего: документ один.")
    return QCoreApplication.translate("Facets", "Уточнять нечем: документы похожи.")
