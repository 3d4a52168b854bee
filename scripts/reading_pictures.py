"""Pictures of reading: how pages lie, what helps to find one's way, what is marked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from index.model.annotation import AnnotationKind, HighlightColor
from index.model.span import Span
from scripts.camera import Camera

NOTE = "Сравнить с отчётом за прошлый год."


class ReadingPictures(Camera):
    """Takes them."""

    def _lay_out(self, query: str) -> None:
        """Show facing pages, a turned one, words found within the document, the whole screen."""
        window, finding = self._desktop.window, self._desktop.presenters.finding
        actions, pages = window.actions_table, window.columns.pages
        for command, name in (
            ("spread_facing", "45-facing"),
            ("spread_single", "46-single"),
            ("turn_right", "47-turned"),
        ):
            actions[command].trigger()
            self._wait(lambda: pages.is_sharp)
            self._take(name)
        actions["turn_left"].trigger()
        actions["spread_continuous"].trigger()
        actions["find_here"].trigger()
        window.columns.find_bar.begin(query.split(maxsplit=1)[0])
        self._wait(lambda: finding.is_answered)
        self._take("48-find-here")
        finding.close()
        actions["full_screen"].trigger()
        window.resize(*self._size)
        self._wait(lambda: pages.is_sharp)
        self._take("49-full-screen")
        actions["full_screen"].trigger()
        window.resize(*self._size)

    def _mark(self) -> None:
        presenters, columns = self._desktop.presenters, self._desktop.window.columns
        document = presenters.reader.document
        assert document is not None
        start = document.text.index("\n", 200) + 1
        sentence = Span(start, document.text.find(".", start + 20))
        presenters.reader.reveal(sentence)
        columns.pages.select(sentence)
        corner = columns.pages.mapToGlobal(QPoint(columns.pages.width() // 2, columns.pages.height() // 2))
        columns.pages.selection_finished.emit(sentence, corner)
        self._take("05-selection")
        added: list[object] = []
        presenters.notes.added.connect(added.append)
        presenters.notes.add(sentence, HighlightColor.GREEN, NOTE)
        self._wait(lambda: bool(added) and not presenters.notes.is_busy)
        columns.pages.clear_selection()
        columns.side.setCurrentWidget(columns.notes)
        self._take("06-note")
        self._mark_otherwise(document.text, sentence.stop)
        annotation = presenters.notes.marks()[0]
        columns.notes.edit_requested.emit(annotation, QRect(corner, corner))
        self._take("07-editor")
        if (editor := QApplication.activePopupWidget()) is not None:
            editor.close()

    def _mark_otherwise(self, text: str, offset: int) -> None:
        """Underline and strike out words, put a free note and a bookmark on the page."""
        notes, actions = self._desktop.presenters.notes, self._desktop.window.actions_table
        for kind in (AnnotationKind.UNDERLINE, AnnotationKind.STRIKE):
            words = Span(offset + 2, text.index(" ", offset + 40))
            notes.add(words, HighlightColor.PINK, kind=kind)
            offset = words.stop
        for command in ("free_note", "bookmark"):
            actions[command].trigger()
        self._wait(lambda: not notes.is_busy)
        if (editor := QApplication.activePopupWidget()) is not None:
            editor.close()
        self._take("06-marks")
        actions["show_margin"].trigger()
        self._take("06-margin")
        actions["show_margin"].trigger()

    def _read_on(self) -> None:
        """Show the contents, the small pages, the text, two places side by side, and what printing asks."""
        presenters, window = self._desktop.presenters, self._desktop.window
        columns, actions = window.columns, window.actions_table
        longest = max(presenters.library.documents(), key=lambda one: one.page_count)
        self._open(longest.id)
        actions["show_contents"].trigger()
        self._take("40-contents")
        columns.contents.setCurrentWidget(columns.contents.thumbnails)
        self._take("41-small-pages")
        actions["show_contents"].trigger()
        actions["text_view"].trigger()
        self._take("42-text")
        actions["text_view"].trigger()
        actions["beside"].trigger()
        other = next(one for one in presenters.library.documents() if one.id != longest.id)
        presenters.beside.open(other.id)
        self._wait(lambda: presenters.beside.document is not None and columns.beside.pages.is_sharp)
        self._take("43-side-by-side")
        presenters.beside.close()
        actions["print"].trigger()
        self._take("44-print")
        self._close_dialogs()
