"""Notes in the window: marks on the page, the editor beside them, the list at the side."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QSize

from desktop.dialogs.note_editor import NoteEditor
from desktop.dialogs.selection_bar import SelectionBar
from desktop.pageview.layout import Place
from desktop.pageview.marks import Layer, Mark
from desktop.windows.main import MainWindow
from desktop.windows.menus import styles_menu
from index.model.annotation import Annotation, HighlightColor
from index.model.document import Document
from index.model.span import Span


class Noting(QObject):
    """Connects the presenter of notes with pages, list and editor of one window.

    Args:
        window: The window; owns this.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._notes = window, window.presenters.notes
        self._pages, self._list = window.columns.pages, window.columns.notes
        self._editor = NoteEditor(self._notes, window.looks.palette, window)
        window.columns.margin.note_clicked.connect(self.edit_noted)
        styles = styles_menu(window.actions_table, window)
        self._bar = SelectionBar(window.looks.palette, styles, window)
        self._in_use = window.columns.in_use
        self._beside = QPoint()
        notes = self._notes
        notes.changed.connect(self._light)
        notes.changed.connect(window.presenters.library.refresh_soon)
        notes.failed.connect(window.status.say)
        notes.note_requested.connect(self._write)
        window.presenters.deciding.changed.connect(self._light)
        window.presenters.reader.document_changed.connect(self._on_document_changed)
        window.looks.changed.connect(self._editor.set_palette_roles)
        self._list.edit_requested.connect(self._editor.open_on)
        self._editor.link_requested.connect(self._list.link_requested)
        self._pages.mark_clicked.connect(self._on_mark_clicked)
        self._pages.selection_finished.connect(self._on_selected)
        self._pages.bar_requested.connect(lambda: self._show_bar(is_by_keys=True))
        self._connect_bar()
        self._light()

    def edit(self, annotation: Annotation, beside: QRect) -> None:
        """Open the editor on an annotation, beside a rectangle in global coordinates."""
        self._list.select(annotation.id)
        self._editor.open_on(annotation, beside)

    def edit_noted(self, annotation_id: str, beside: QRect) -> None:
        """Open the editor likewise on an annotation of the open document, by its id."""
        if (annotation := self._notes.annotation(annotation_id)) is not None:
            self.edit(annotation, beside)

    def _connect_bar(self) -> None:
        bar, actions = self._bar, self._window.actions_table
        bar.color_chosen.connect(self._mark)
        bar.note_requested.connect(actions["note"].trigger)
        bar.fact_requested.connect(actions["add_fact"].trigger)
        bar.copy_requested.connect(actions["copy"].trigger)
        bar.cite_requested.connect(actions["copy_cited"].trigger)
        bar.search_requested.connect(actions["find_selection"].trigger)
        bar.left.connect(self._return_focus)
        for done in (
            *(bar.note_requested, bar.fact_requested, bar.copy_requested, bar.search_requested),
            *(bar.cite_requested, self._window.presenters.citing.made),
        ):
            done.connect(bar.hide)
        self._window.looks.changed.connect(bar.set_palette_roles)
        self._pages.selection_changed.connect(lambda _span: bar.hide())
        columns = self._window.columns
        for view in (self._pages, columns.text, columns.beside.pages):
            view.verticalScrollBar().valueChanged.connect(lambda _value: bar.hide())
        self._pages.zoom_changed.connect(lambda _factor: bar.hide())

    def _return_focus(self) -> None:
        self._in_use.setFocus()

    def _light(self) -> None:
        marks = self._notes.marks()
        self._pages.set_marks(Layer.NOTES, [note_mark(one) for one in marks])
        self._window.columns.name_tab(1, len(marks))

    def _on_document_changed(self, document: Document | None, _edition: object) -> None:
        if document is not None:
            self._light()

    def _on_mark_clicked(self, layer: Layer, annotation_id: str, where: QPoint) -> None:
        annotation = self._notes.annotation(annotation_id) if layer is Layer.NOTES else None
        if annotation is not None:
            self.edit(annotation, QRect(where, QSize(1, 1)))

    def _on_selected(self, _span: Span, where: QPoint) -> None:
        self._beside = where
        self._show_bar(is_by_keys=False)

    def _show_bar(self, *, is_by_keys: bool) -> None:
        self._in_use = self._window.columns.in_use
        corner = self._in_use.viewport().mapTo(self._window, QPoint(0, 0))
        lines = [area.toAlignedRect().translated(corner) for area in self._in_use.selected_areas()]
        if is_by_keys and lines:
            self._beside = self._window.mapToGlobal(lines[-1].bottomLeft())
        # One of two places may be narrower than the bar.
        reading = self._window.columns.reading
        within = QRect(reading.mapTo(self._window, QPoint(0, 0)), reading.size())
        self._bar.show_beside(lines, within, self._notes.color)
        if is_by_keys:
            self._bar.take_focus()

    def _mark(self, color: HighlightColor) -> None:
        self._bar.hide()
        if (span := self._pages.selected_span()) is not None:
            self._notes.add(span, color)
            self._pages.clear_selection()

    def _write(self, annotation: Annotation) -> None:
        self._editor.open_on(annotation, QRect(self._beside, QSize(1, 1)))


def note_mark(annotation: Annotation) -> Mark:
    """Return how an annotation is lit."""
    point = annotation.point
    return Mark(
        annotation.anchor.span,
        annotation.color.value,
        annotation.id,
        annotation.note,
        annotation.kind,
        None if point is None else Place(annotation.anchor.page_index, point.x, point.y),
    )
