"""Asks what is to be marked in a copy of which documents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.dialogs.exporting import ExportDialog, Offer
from desktop.state.counts import Noun, counted, figure
from desktop.state.exporting import CopiesWish, Exporting, Scope
from index.exchange.pdf_copies import CopiesMade

_MOST_LEFT_OUT = 3
_TITLE = 60
_QUERY = 50


class ExportPdfDialog(ExportDialog):
    """An export of PDFs with marks. Arguments and signals are those of `ExportDialog`.

    Args:
        query: What was searched last; its places can be marked, too. Empty for nothing.
    """

    def __init__(
        self, exporting: Exporting, offers: Sequence[Offer], query: str, parent: QWidget | None = None
    ) -> None:
        options = QWidget()
        super().__init__(exporting, offers, options, parent)
        self.setWindowTitle(self.tr("PDF с пометками"))
        self._query = query
        shown = query if len(query) <= _QUERY else query[: _QUERY - 1] + "…"
        self.notes = QCheckBox(self.tr("Мои заметки и выделения"))
        self.hits = QCheckBox(
            self.tr("Найденное по запросу «{query}»").format(query=shown.replace("&", "&&"))
        )
        self.facts = QCheckBox(self.tr("Сказанное в документах: суммы, даты, договорённости"))
        self.notes.setChecked(True)
        self.hits.setVisible(bool(query))
        column = QVBoxLayout(options)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for box in (self.notes, self.hits, self.facts):
            box.toggled.connect(self._on_toggled)
            column.addWidget(box)

    def offered_formats(self) -> dict[str, tuple[str, str]]:
        """Return the only format there is, and what it is for."""
        hint = self.tr(
            "Копия документа с настоящими пометками: их покажет и даст править любая программа для PDF. "
            "Сам документ не меняется; из нескольких получится папка."
        )
        return {"pdf": ("PDF", hint)}

    def wish(self, scope: Scope) -> CopiesWish:
        """Return what the reader wants, of these documents."""
        query = self._query if self.hits.isChecked() else ""
        return CopiesWish(scope, self.notes.isChecked(), query, self.facts.isChecked())

    def told(self, made: CopiesMade) -> str:
        """Return what to say of a file that is there."""
        words = [
            self.tr("Записано: {name}. {documents}, {notes}.").format(
                name=made.path.name,
                documents=counted(made.documents, Noun.DOCUMENT),
                notes=counted(made.notes, Noun.NOTE),
            )
        ]
        if made.hits:
            words.append(self.tr("Найденных мест: {count}.").format(count=figure(made.hits)))
        if made.facts:
            words.append(self.tr("Фактов: {count}.").format(count=figure(made.facts)))
        if made.unplaced:
            words.append(
                self.tr("Не вошли заметки, у которых в тексте нет места: {count}.").format(
                    count=figure(made.unplaced)
                )
            )
        if made.left_out:
            titles = ", ".join(f"«{title[:_TITLE]}»" for title, _why in made.left_out[:_MOST_LEFT_OUT])
            more = "…" if len(made.left_out) > _MOST_LEFT_OUT else ""
            words.append(self.tr("Скопировать не удалось: {titles}").format(titles=titles + more))
        return " ".join(words)

    def _on_toggled(self) -> None:
        self.go.setEnabled(any(box.isChecked() for box in (self.notes, self.hits, self.facts)))
