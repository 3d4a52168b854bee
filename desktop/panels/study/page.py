"""What all pages of the study window have in common."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.panels.buttons import chip_button
from desktop.panels.message import PanelMessage
from desktop.panels.study.drawn import Picture, picture_buttons
from desktop.panels.study.table import StudyTable
from desktop.panels.study.told import ToldLine
from desktop.state.counts import figure
from desktop.state.study import Study
from desktop.state.study_files import FileKind
from desktop.state.study_questions import OVERVIEWS, Topic
from desktop.theme import Palette

_HANDLE_PX: Final = 12


class StudyPage(QWidget):
    """A page about one topic: its choices above, the answer or a sentence below, then what can be done.

    Args:
        study: The presenter.
        topic: What the page is about.
        parent: Owner.

    Attributes:
        head, foot: The rows of choices and of what can be done.
        middle: What stands between them; the answer is its last part.

    Signals:
        save_requested(object, FileKind): Write this study to a file.
        query_requested(str): Ask this query in the main window.
        place_requested(DocumentId, Span | None): Open a document, at a passage.
        who_requested(Sought): Show the page of somebody.
        picture_requested(bytes, str): Write this picture to a file with such a suffix.
    """

    save_requested = Signal(object, object)
    query_requested = Signal(str)
    place_requested = Signal(str, object)
    who_requested = Signal(object)
    picture_requested = Signal(bytes, str)

    def __init__(self, study: Study, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.study, self.topic, self.inquiry = study, topic, study.inquiry(topic)
        self.told = ToldLine()
        self.told.stopped.connect(lambda: study.stop(topic))
        self._message = PanelMessage(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._message)
        self._shown: object = None
        self._pictures: tuple[QPushButton, ...] = ()
        self.middle = QSplitter(Qt.Orientation.Horizontal)
        self.middle.setObjectName("studyParts")
        self.middle.setChildrenCollapsible(False)
        self.middle.setHandleWidth(_HANDLE_PX)
        self.middle.addWidget(self._stack)
        self.head, self.foot = QHBoxLayout(), QHBoxLayout()
        for row in (self.head, self.foot):
            row.setSpacing(8)
        self.foot.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(self.head)
        column.addWidget(self.middle, 1)
        column.addLayout(self.foot)
        self.inquiry.changed.connect(self.update_answer)

    def look(self) -> None:
        """Ask for what the page shows, unless it is there."""
        self.study.look(self.topic)
        self.update_answer()

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw in other colours."""

    def set_answer_widget(self, widget: QWidget) -> None:
        """Put in what shows the answer."""
        self._stack.addWidget(widget)

    def invitation(self) -> tuple[str, str]:
        """Return what is said before anything is asked: what is missing, and what to do."""
        raise NotImplementedError

    def nothing(self) -> tuple[str, str]:
        """Return what is said when the answer is empty."""
        raise NotImplementedError

    def show_answer(self, answer: Any) -> bool:  # noqa: ANN401 - each page knows its own
        """Show an answer; return whether there is anything in it."""
        raise NotImplementedError

    def summary(self, answer: Any) -> str:  # noqa: ANN401 - each page knows its own
        """Return an answer in one line."""
        raise NotImplementedError

    def seen(self) -> object:
        """Return what is shown as a study that can be written to a file."""
        return self.inquiry.result

    def has_picture(self) -> bool:
        """Whether anything is drawn that can be written to a file."""
        return False

    def add_pictures(self, drawn: Picture) -> None:
        """Put in the buttons that write what is drawn to a file."""
        self._pictures = picture_buttons(drawn, self.picture_requested.emit)
        for button in self._pictures:
            self.foot.addWidget(button)

    def add_copying(self, table: StudyTable) -> None:
        """Put in the button that copies rows."""
        button = chip_button(self.tr("Копировать"))
        button.setToolTip(self.tr("Копировать выбранные строки, а если не выбраны — все (Ctrl+C)"))
        button.clicked.connect(table.copy)
        table.copied.connect(self._on_copied)
        self.foot.addWidget(button)

    def _on_copied(self, count: int) -> None:
        self.told.words.setText(self.tr("Скопировано строк: {count}").format(count=figure(count)))

    def add_files(self, *kinds: FileKind) -> None:
        """Put in the buttons that write what is shown to a file; of all kinds if none is named."""
        words_of = {
            FileKind.CSV: (self.tr("CSV…"), self.tr("Записать в файл CSV")),
            FileKind.EXCEL: (self.tr("Excel…"), self.tr("Записать в файл Excel")),
        }
        for kind in kinds or FileKind:
            text, words = words_of[kind]
            button = chip_button(text)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _checked=False, wanted=kind: self._save(wanted))
            self.foot.addWidget(button)

    def update_answer(self) -> None:
        """Show how the question stands."""
        inquiry, has_rows = self.inquiry, True
        # Who reads is not taken back to the top because the same was asked again.
        is_new = inquiry.result is not self._shown and inquiry.result != self._shown
        self._shown = inquiry.result
        if is_new:
            has_rows = inquiry.result is None or self.show_answer(inquiry.result)
            self._stack.setCurrentIndex(int(has_rows and inquiry.result is not None))
        if inquiry.problem[0]:
            self._say(*inquiry.problem)
        elif inquiry.result is None:
            self._say(*self._unanswered())
        elif not has_rows:
            self._say(*self.nothing())
        for button in self._pictures:
            button.setVisible(self.has_picture())
        self.told.tell(inquiry, self._summed_up() if inquiry.result is not None else "")

    def why_nothing(self, hint: str) -> str:
        """Return what to do about an empty answer: without the query there may be more; else the hint."""
        if self.study.wish.query:
            return self.tr("Запрос наверху оставляет только часть документов: без него может найтись больше.")
        return hint

    def _summed_up(self) -> str:
        said, query = self.summary(self.inquiry.result), self.study.wish.query
        if not query or self.topic not in OVERVIEWS:
            return said
        return self.tr("{said} — в документах по запросу «{query}»").format(said=said, query=query)

    def _unanswered(self) -> tuple[str, str]:
        """Return what is said while there is no answer."""
        if self.inquiry.is_running:
            return "", ""
        if self.inquiry.was_stopped:
            return self.tr("Остановлено."), self.tr("Нажмите «Показать», чтобы начать снова.")
        return self.invitation()

    def _say(self, title: str, hint: str) -> None:
        self._message.say(title, hint)
        self._stack.setCurrentIndex(0)

    def _save(self, kind: FileKind) -> None:
        if self.inquiry.result is not None:
            self.save_requested.emit(self.seen(), kind)
