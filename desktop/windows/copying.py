"""Copying in the window: the selection as words, or as rows where it lies in a table that was found."""

from __future__ import annotations

from desktop.pageview.clipping import put
from desktop.windows.main import MainWindow


def copy_selection(window: MainWindow) -> None:
    """Put the selection on the clipboard; rows of a table are parted by tabs, so that sheets take them."""
    from index.tables.plain import html_rows, tabbed
    from index.tables.selected import selected_rows

    pages, tables = window.columns.pages, window.presenters.tables.tables
    span, document = pages.selected_span(), pages.document
    if span is not None and document is not None:
        for table in tables:
            if rows := selected_rows(table, document.text, span):
                put(tabbed(rows), html_rows(rows))
                return
    pages.copy()
