"""The library column: parts of the archive with their counts, and what was read lately."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.panels.collections import CollectionsPanel
from desktop.panels.label_flow import LabelFlow
from desktop.panels.labels import PlainLabel
from desktop.panels.saved_searches import SavedSearches
from desktop.panels.section_button import SectionButton
from desktop.state.library import Library
from desktop.state.parts import Section
from desktop.state.searches import SearchesPresenter
from desktop.theme import Palette, icon
from index.model.document import DocumentId

_RECENT_SHOWN: Final = 8
_ICONS: Final = {
    Section.ALL: "library",
    Section.RECENT: "clock",
    Section.STARRED: "star",
    Section.UNREAD: "circle-dot",
    Section.NOTED: "sticky-note",
}


class LibraryPanel(QWidget):
    """The library column.

    Signals:
        document_requested(DocumentId): The reader wants a document that was read lately.
    """

    document_requested = Signal(str)

    def __init__(
        self,
        library: Library,
        searches: SearchesPresenter,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library = library
        names = {
            Section.ALL: self.tr("Все документы"),
            Section.RECENT: self.tr("Недавние"),
            Section.STARRED: self.tr("Со звездой"),
            Section.UNREAD: self.tr("Непрочитанные"),
            Section.NOTED: self.tr("С заметками"),
        }
        self._buttons = {section: SectionButton(name) for section, name in names.items()}
        self.unsearched = QToolButton()
        self.unsearched.setIconSize(QSize(15, 15))
        self.unsearched.setObjectName("unsearchedMark")
        self.unsearched.setAccessibleName(self.tr("Что не ищется и почему"))
        self.unsearched.setCursor(Qt.CursorShape.PointingHandCursor)
        self.collections = CollectionsPanel(library, palette)
        self.labels = LabelFlow(library, palette)
        self.saved = SavedSearches(searches, palette)
        self._recent_heading = self._heading(self.tr("НЕДАВНО ЧИТАЛИ"))
        self._recent_column = QVBoxLayout()
        self._recent_column.setSpacing(1)
        self._lay_out()
        self._shown_recent: tuple[tuple[str, str], ...] = ()
        library.changed.connect(self.update_counts)
        library.section_changed.connect(self._show_chosen)
        self.show_unsearched("")
        self.set_palette_roles(palette)
        self.update_counts()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(10, 14, 10, 12)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(self._heading(self.tr("БИБЛИОТЕКА")), 1)
        head.addWidget(self.unsearched, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for section, button in self._buttons.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, section))
            column.addWidget(button)
        column.addWidget(self.collections)
        column.addWidget(self.labels)
        column.addWidget(self.saved)
        column.addSpacing(14)
        column.addWidget(self._recent_heading)
        column.addLayout(self._recent_column)
        # More than nothing: the parts above keep their heights.
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("libraryScroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        # The bar stands where the margin was: the entries need the room.
        scroll.verticalScrollBar().rangeChanged.connect(
            lambda _least, most: column.setContentsMargins(10, 14, 0 if most else 10, 12)
        )
        foot = PlainLabel(self.tr("Всё хранится только на этом компьютере"), "muted", wraps=True)
        foot.setContentsMargins(20, 6, 10, 12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(foot)

    def set_palette_roles(self, palette: Palette) -> None:
        """Draw the icons in other colours."""
        for section, button in self._buttons.items():
            button.setIcon(icon(_ICONS[section], palette.muted, 17, on=palette.accent))
        self.unsearched.setIcon(icon("circle-alert", palette.muted, 15))
        for part in (self.collections, self.labels, self.saved):
            part.set_palette_roles(palette)
        self._shown_recent = ()
        self.update_counts()

    def show_unsearched(self, words: str) -> None:
        """Offer to say what is not searched, if there is anything: `words` sums it up."""
        self.unsearched.setToolTip(words)
        self.unsearched.setVisible(bool(words))

    def update_counts(self) -> None:
        """Show counts, the chosen part and what was read lately."""
        for section, button in self._buttons.items():
            button.set_count(self._library.count(section))
        self._show_chosen()
        recent = self._library.documents(Section.RECENT)[:_RECENT_SHOWN]
        shown = tuple((str(one.id), one.title) for one in recent)
        self._recent_heading.setVisible(bool(shown))
        if shown == self._shown_recent:
            return
        self._shown_recent = shown
        while (entry := self._recent_column.takeAt(0)) is not None:
            widget = entry.widget()
            assert widget is not None
            widget.hide()
            widget.deleteLater()
        for document in recent:
            self._recent_column.addWidget(self._recent_button(document.id, document.title))

    def _choose(self, section: Section) -> None:
        self._library.choose(section)
        # Whatever Qt makes of a click on what is chosen already.
        self._show_chosen()

    def _show_chosen(self) -> None:
        for section, button in self._buttons.items():
            button.setChecked(section == self._library.section)

    def _recent_button(self, document_id: DocumentId, title: str) -> SectionButton:
        button = SectionButton(title, self)
        button.setToolTip(title.replace("<", "&lt;"))
        button.setAccessibleName(title)
        button.clicked.connect(lambda: self.document_requested.emit(document_id))
        return button

    @staticmethod
    def _heading(text: str) -> QLabel:
        label = PlainLabel(text, "heading")
        label.setContentsMargins(10, 0, 0, 4)
        return label
