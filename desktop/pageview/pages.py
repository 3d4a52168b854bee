"""What the hands, mouse and keyboard, need to know of the page view, and may do with it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QScrollBar, QWidget

from desktop.pageview.layout import Place
from desktop.pageview.lines import Lines
from desktop.pageview.marks import Layer, Mark
from desktop.pageview.selecting import Selecting
from index.model.document import Document
from index.model.span import Span


class Pages(Protocol):
    """The page view, as its hands see it."""

    @property
    def document(self) -> Document | None:
        """The document on the desk."""

    @property
    def lines(self) -> Lines:
        """Its lines."""

    @property
    def selecting(self) -> Selecting:
        """The selection in the making, in step with what is selected."""

    def viewport(self) -> QWidget:
        """The widget on which the mouse moves."""

    def verticalScrollBar(self) -> QScrollBar:  # noqa: N802 - Qt's name
        """The bar that moves pages up and down."""

    def horizontalScrollBar(self) -> QScrollBar:  # noqa: N802 - Qt's name
        """The bar that moves pages sideways."""

    def place_at(self, point: QPointF) -> Place | None:
        """Return what is at a point of the viewport."""

    def point_of(self, place: Place) -> QPointF:
        """Return where in the viewport a place is."""

    def mark_at(self, place: Place) -> tuple[Layer, Mark] | None:
        """Return the topmost mark at a place."""

    def current_span(self) -> Span | None:
        """Return the current match."""

    def selected_span(self) -> Span | None:
        """Return what is selected."""

    def select(self, span: Span | None) -> None:
        """Select a passage."""

    def clear_selection(self) -> None:
        """Select nothing."""

    def copy(self) -> None:
        """Put the selected words on the clipboard."""
