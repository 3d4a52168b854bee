"""The reader's decisions about facts in the window: menus and keys, forms, and the list of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect

from desktop.dialogs.fact_editor import FactDialog
from desktop.panels.fact_menu import Ask, Asked
from desktop.state.fact_fields import FACT_KINDS, NAME_KINDS
from desktop.state.fact_form import Form, form_of, form_of_name
from desktop.state.note_links import link_to_passage
from desktop.state.reasons import reasons
from desktop.windows.main import MainWindow
from index.model.fact import EntityType
from index.notes.naming import entity_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.dialogs.decisions import DecisionsDialog
    from desktop.dialogs.fact_field import FactField
    from desktop.state.fact_groups import FactEntry
    from desktop.state.fact_reading import FormProblem
    from index.model.decision import Statement
    from index.model.fact import Fact
    from index.model.span import Span

_GAP_PX = 12


class Deciding(QObject):
    """Connects what decides about facts with panel, pages and dialogs of one window.

    Args:
        window: The window; owns this.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        presenters, self._window = window.presenters, window
        self._facts, self._deciding = presenters.facts, presenters.deciding
        self._forms, self._decided = presenters.forms, presenters.decided
        self._pages, self._panel = window.columns.pages, window.columns.facts
        self._list: DecisionsDialog | None = None
        self._editor: FactDialog | None = None
        self._panel.asked.connect(self._answer)
        self._panel.decisions_requested.connect(self._show_decisions)
        self._deciding.failed.connect(window.status.say)
        self._decided.changed.connect(self._count)
        self._forms.made.connect(self._add)
        self._pages.selection_changed.connect(self._offer)
        presenters.reader.document_changed.connect(self._close_editor)
        self._count()

    def _add(self, form: Form) -> None:
        title = QCoreApplication.translate("Deciding", "Добавить факт или имя")
        self._pages.clear_selection()
        self._edit(title, form, (*NAME_KINDS, *FACT_KINDS), partial(self._deciding.add, form.passage))

    def _answer(self, asked: Asked) -> None:
        entry = asked.entry
        match asked.ask:
            case Ask.ACCEPT:
                self._deciding.accept(entry)
            case Ask.REJECT if asked.fact is not None:
                self._deciding.reject_fact(asked.fact)
            case Ask.REJECT:
                self._deciding.reject(entry)
            case Ask.CORRECT:
                self._correct(entry, asked.fact)
            case Ask.KIND:
                name = entity_statement(EntityType(asked.kind), entry.title)
                self._deciding.name(entry.entities, name)
            case Ask.SAME:
                self._merge(entry)
            case Ask.SPLIT:
                self._split(entry)
            case Ask.LINK:
                self._link(entry)
            case Ask.WHY:
                self._explain(entry, asked.beside)

    def _correct(self, entry: FactEntry, fact: Fact | None) -> None:
        if fact is None and entry.entities:
            title = QCoreApplication.translate("Deciding", "Переименовать")
            form = form_of_name(EntityType(entry.kind), entry.title, self._place(entry))
            self._edit(title, form, NAME_KINDS, partial(self._deciding.name, entry.entities))
            return
        place = self._place(entry)
        chosen = fact or next((one for one in entry.facts if one.span.overlaps(place)), entry.facts[0])
        title = QCoreApplication.translate("Deciding", "Исправить факт")
        self._edit(title, form_of(chosen), FACT_KINDS, partial(self._deciding.correct, chosen))

    def _link(self, entry: FactEntry) -> None:
        document = self._pages.document
        if document is not None:
            link = link_to_passage(document.id, self._place(entry), document.text)
            self._window.presenters.notes.linking.copy(link)

    def _split(self, entry: FactEntry) -> None:
        place = self._place(entry)
        entity = next(one for one in entry.entities if place in one.mentions)
        ground = self._forms.ground
        if ground is not None:
            title = QCoreApplication.translate("Deciding", "Отделить упоминание")
            words = " ".join(place.of(ground.text).split())
            keep = partial(self._deciding.split, entity, place)
            self._edit(title, form_of_name(entity.type, words, place), NAME_KINDS, keep)

    def _merge(self, entry: FactEntry) -> None:
        from desktop.dialogs.same_as import SameAsDialog

        ground = self._forms.ground
        if ground is None:
            return
        others = [entity for entity in ground.entities if entity not in entry.entities]
        dialog = SameAsDialog(entry.entities[0], others, self._window)
        dialog.chosen.connect(partial(self._deciding.merge, entry.entities))
        dialog.open()

    def _explain(self, entry: FactEntry, beside: QRect) -> None:
        from desktop.dialogs.why import WhyPopup

        document = self._window.presenters.reader.document
        if document is not None:
            WhyPopup(entry.title, reasons(entry, document), self._window).open_beside(beside)

    def _place(self, entry: FactEntry) -> Span:
        """Return the place of an entry that is lit, else its first."""
        current = self._facts.current
        is_lit = current is not None and current.id == entry.id
        return entry.spans[self._facts.place_number - 1] if is_lit else entry.spans[0]

    def _edit(self, title: str, form: Form, kinds: Sequence[str], keep: Callable[[Statement], None]) -> None:
        """Open a form; `keep` gets what it says when the reader is done."""
        ground = self._forms.ground
        if ground is None:
            return
        self._close_editor()
        dialog = FactDialog(title, form, kinds, ground, self._window.looks.palette, self._window)

        def done(said: Statement) -> None:
            if self._editor is dialog:
                keep(said)
                dialog.accept()

        def refused(problem: FormProblem) -> None:
            if self._editor is dialog:
                dialog.complain(problem)

        dialog.submitted.connect(lambda filled: self._forms.read(filled, done, refused))
        dialog.words_requested.connect(self._take)
        dialog.offer(self._pages.selected_span())
        dialog.finished.connect(self._forget_editor)
        self._editor = dialog
        dialog.show()
        dialog.move(_beside(self._panel_area(), dialog.frameGeometry()))

    def _take(self, field: FactField, words: Span) -> None:
        def put(text: str) -> None:
            if self._editor is not None and field in self._editor.shown_fields:
                field.put(text, words)

        self._forms.take(field.field.kind, words, put)

    def _offer(self, words: Span | None) -> None:
        if self._editor is not None and words is not None:
            self._editor.offer(words)

    def _close_editor(self, *_document: object) -> None:
        if self._editor is not None:
            self._editor.close()

    def _forget_editor(self, _result: int) -> None:
        self._editor = None

    def _show_decisions(self) -> None:
        from desktop.dialogs.decisions import DecisionsDialog

        if self._list is None:
            self._list = DecisionsDialog(self._decided, self._window)
            self._list.withdraw_requested.connect(self._deciding.withdraw)
            for command in ("undo", "redo"):
                self._list.addAction(self._window.actions_table[command])
            self._list.finished.connect(self._forget_list)
        self._list.show()
        self._list.raise_()

    def _forget_list(self, _result: int) -> None:
        self._list = None

    def _count(self) -> None:
        self._panel.show_decided(len(self._decided.listed), self._decided.lost_count)

    def _panel_area(self) -> QRect:
        """Return where the panel is on the screen."""
        return QRect(self._panel.mapToGlobal(self._panel.rect().topLeft()), self._panel.size())


def _beside(panel: QRect, dialog: QRect) -> QPoint:
    """Return where a dialog goes: to the left of the panel, at its top."""
    return QPoint(max(0, panel.left() - dialog.width() - _GAP_PX), panel.top() + _GAP_PX)
