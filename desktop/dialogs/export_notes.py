"""Asks which notes to write, and as what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.dialogs.exporting import ExportDialog, Offer
from desktop.state.counts import Noun, counted
from desktop.state.exporting import Exporting, NotesWish, Scope
from index.exchange.note_export import NoteFormat, NotesExported


class ExportNotesDialog(ExportDialog):
    """An export of notes. Arguments and signals are those of `ExportDialog`."""

    def __init__(self, exporting: Exporting, offers: Sequence[Offer], parent: QWidget | None = None) -> None:
        facts = QCheckBox()
        super().__init__(exporting, offers, facts, parent)
        self.facts = facts
        self.setWindowTitle(self.tr("Экспорт заметок"))
        self.facts.setText(self.tr("И то, что сказано в документах: лица, суммы, даты, договорённости"))
        self.facts.setChecked(True)

    def offered_formats(self) -> dict[NoteFormat, tuple[str, str]]:
        """Return names of the formats, and what each is for."""
        return {
            NoteFormat.BUNDLE: (
                self.tr("Подборка"),
                self.tr("Папка, которую откроет любой браузер: страницы с пометками, заметки, факты."),
            ),
            NoteFormat.ZIP: (self.tr("Подборка ZIP"), self.tr("То же одним файлом, чтобы послать.")),
            NoteFormat.MARKDOWN: ("Markdown", self.tr("Один текст: цитаты, страницы, заметки, метки.")),
            NoteFormat.OBSIDIAN: (
                "Obsidian",
                self.tr("Папка: страница на каждый документ, со свойствами, метками и ссылками."),
            ),
            NoteFormat.HTML: ("HTML", self.tr("Одна страница для браузера и печати.")),
            NoteFormat.XLSX: ("Excel", self.tr("Таблица: строка на каждую заметку.")),
            NoteFormat.CSV: ("CSV", self.tr("Та же таблица для любых программ.")),
            NoteFormat.JSONLD: (
                "W3C JSON",
                self.tr("Для программ, которые понимают веб-аннотации W3C: с местом и окружением цитат."),
            ),
        }

    def wish(self, scope: Scope) -> NotesWish:
        """Return what the reader wants, of these documents."""
        return NotesWish(self.format, scope, self.facts.isChecked())

    def told(self, made: NotesExported) -> str:
        """Return what to say of a file that is there."""
        words = self.tr("Записано: {name}. {documents}, {notes}.").format(
            name=made.path.name,
            documents=counted(made.documents, Noun.DOCUMENT),
            notes=counted(made.notes, Noun.NOTE),
        )
        if made.undrawn:
            words += " " + self.tr("Показать не удалось: {pages}.").format(
                pages=counted(made.undrawn, Noun.PAGE)
            )
        return words

    def show_format(self) -> None:
        """Show what the chosen format is for; only a bundle tells facts."""
        super().show_format()
        self.options.setEnabled(self.format in {NoteFormat.BUNDLE, NoteFormat.ZIP})
