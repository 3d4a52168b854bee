"""The study window: an answer taken apart, beside the main window. It asks only for what is in sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from desktop.models.overviewed import promise_rows, quote_rows
from desktop.panels.study.alike import AlikePage, VersionsPage
from desktop.panels.study.around import AroundPage
from desktop.panels.study.concordance import ConcordancePage
from desktop.panels.study.dates import DatesPage
from desktop.panels.study.disagreements import DisagreementsPage
from desktop.panels.study.entity import EntityStudyPage
from desktop.panels.study.facts_strip import FactsStrip
from desktop.panels.study.meetings import MeetingsPage
from desktop.panels.study.overview import OverviewPage
from desktop.panels.study.page import StudyPage
from desktop.panels.study.times import TimesPage
from desktop.panels.study.words import WordsPage
from desktop.state.extracting import Extracting
from desktop.state.study import Study
from desktop.state.study_questions import OVERVIEWS, Topic
from desktop.theme import Palette

_SIZE: Final = (1180, 720)
_ROOM: Final = 0.94


class StudyWindow(QDialog):
    """Pages about one query, about a list, and about the documents of the archive.

    Args:
        study: The presenter.
        extracting: What is missing in the pages over the archive.
        palette: Colours.
        parent: The main window.

    Attributes:
        pages: Every page by its topic.
        entity: The page of somebody.

    Signals:
        query_wanted(): The reader wants to study the query of the main window.
        mark_requested(): The reader wants notes made of all places.
    """

    query_wanted = Signal()
    mark_requested = Signal()

    def __init__(
        self, study: Study, extracting: Extracting, palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Работа с результатами"))
        room = self.screen().availableSize()
        self.resize(min(_SIZE[0], int(room.width() * _ROOM)), min(_SIZE[1], int(room.height() * _ROOM)))
        self.setObjectName("studyWindow")
        self._study, self._extracting, self._query = study, extracting, ""
        self.entity = EntityStudyPage(study, palette)
        self.pages: dict[Topic, StudyPage] = {
            Topic.LINES: ConcordancePage(study, palette),
            Topic.AROUND: AroundPage(study),
            Topic.TIMES: TimesPage(study, palette),
            Topic.WORDS: WordsPage(study),
            Topic.ALIKE: AlikePage(study),
            Topic.VERSIONS: VersionsPage(study),
            Topic.DATES: DatesPage(study, palette),
            Topic.PROMISES: OverviewPage(study, Topic.PROMISES, promise_rows),
            Topic.DISAGREEMENTS: DisagreementsPage(study, palette),
            Topic.QUOTES: OverviewPage(study, Topic.QUOTES, quote_rows),
            Topic.MEETINGS: MeetingsPage(study, palette),
            Topic.ENTITY: self.entity,
        }
        self.tabs = QTabWidget()
        self.tabs.setObjectName("study")
        self.tabs.setDocumentMode(True)
        names = {
            Topic.LINES: self.tr("Строки"),
            Topic.AROUND: self.tr("Слова рядом"),
            Topic.TIMES: self.tr("По времени"),
            Topic.WORDS: self.tr("Список слов"),
            Topic.ALIKE: self.tr("Похожие"),
            Topic.VERSIONS: self.tr("Версии"),
            Topic.DATES: self.tr("Даты"),
            Topic.PROMISES: self.tr("Сроки"),
            Topic.DISAGREEMENTS: self.tr("Расхождения"),
            Topic.QUOTES: self.tr("Цитаты"),
            Topic.MEETINGS: self.tr("Встречи"),
            Topic.ENTITY: self.tr("Об имени"),
        }
        for topic, page in self.pages.items():
            self.tabs.addTab(page, names[topic])
        self.field = QLineEdit(placeholderText=self.tr("Запрос, который изучается"))
        self.field.setObjectName("query")
        self.field.setAccessibleName(self.field.placeholderText())
        self.strip = FactsStrip(extracting)
        self._mark = QPushButton(self.tr("Всё найденное в заметки…"))
        self._lay_out()
        for button in self.findChildren(QPushButton):
            # Enter belongs to fields and tables, not to whichever button comes first.
            button.setAutoDefault(False)
        study.wish_changed.connect(self._on_wish)
        self.tabs.currentChanged.connect(self._look)
        self._on_wish()

    def show_topic(self, topic: Topic) -> None:
        """Show the window with the page about a topic in front."""
        self.tabs.setCurrentWidget(self.pages[topic])
        self.show()
        self.raise_()
        self.activateWindow()
        if topic is Topic.ENTITY:
            self.entity.field.setFocus()
            self.entity.field.selectAll()

    def say(self, words: str) -> None:
        """Say something in the line below the page in front."""
        page = self.tabs.currentWidget()
        if isinstance(page, StudyPage):
            page.told.words.setText(words)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""
        for page in self.pages.values():
            page.set_palette_roles(palette)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for what comes into sight."""
        super().showEvent(event)
        self._look()

    def _lay_out(self) -> None:
        asking = QPushButton(self.tr("Показать"))
        asking.clicked.connect(self._ask)
        taking = QPushButton(self.tr("Взять из главного окна"))
        taking.setToolTip(self.tr("Изучать запрос, который задан в главном окне"))
        taking.clicked.connect(self.query_wanted)
        self._mark.setToolTip(self.tr("Выделить каждое найденное место; отменяется одним действием"))
        self._mark.clicked.connect(self.mark_requested)
        self.field.returnPressed.connect(self._ask)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 10)
        head.setSpacing(8)
        head.addWidget(self.field, 1)
        for button in (asking, taking, self._mark):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(self.tabs, 1)

    def _ask(self) -> None:
        self._study.ask(self.field.text())
        self._look()

    def _on_wish(self) -> None:
        query = self._study.wish.query
        if query != self._query:
            # Not at every other wish: what is being typed is not to be lost.
            self._query = query
            self.field.setText(query)
        self._mark.setEnabled(bool(query))
        self._look()

    def _look(self) -> None:
        page = self.tabs.currentWidget()
        if self.isVisible() and isinstance(page, StudyPage):
            page.look()
            is_overview = page.topic in OVERVIEWS
            self.strip.want(wanted=is_overview)
            if is_overview:
                self._extracting.look_soon()
