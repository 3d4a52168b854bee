"""The notes panel: what the reader marked and wrote, here or everywhere, each a click from its passage."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.notes import NOTE_ROLE, About, NotesModel
from desktop.panels.message import PanelMessage
from desktop.panels.note_actions import NoteActions
from desktop.panels.note_bars import ChosenBar, NoticeBar, UnsureBar
from desktop.panels.note_card import NoteDelegate
from desktop.panels.note_head import NotesHead
from desktop.panels.note_list import NoteList
from desktop.state.counts import Noun, counted
from desktop.state.note_order import NoteGrouping
from desktop.state.notes import NotesPresenter
from desktop.theme import Palette
from index.model.annotation import Annotation, Link


class NotesPanel(QWidget):
    """A list of notes with a field to find them; a click goes to the passage.

    Args:
        notes: What to show and whom to tell.
        palette: Colours.
        parent: Owner.

    Attributes:
        head: Whose notes, which words, sifted by what.
        commands: What can be done with notes.

    Signals:
        edit_requested(Annotation, QRect): Open the editor beside this rectangle of the screen.
        unsure_requested(): The reader wants to see to notes whose place is not sure.
        history_requested(Annotation): The reader wants to see how a note was before.
        link_requested(Annotation): The reader wants a note to lead to another one.
        carry_requested(): The reader wants notes to go over to a newer version of the open document.
        author_requested(): The reader wants to say how notes are signed.
    """

    edit_requested = Signal(object, QRect)
    unsure_requested = Signal()
    history_requested = Signal(object)
    link_requested = Signal(object)
    carry_requested = Signal()
    author_requested = Signal()

    def __init__(self, notes: NotesPresenter, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes, self._finding = notes, notes.finding
        self.setAccessibleName(self.tr("Заметки"))
        self.head = NotesHead(notes, palette, self)
        self._model = NotesModel(self._about, self)
        self._delegate = NoteDelegate(palette, self)
        self._list = NoteList(self._model, self._delegate, self)
        self.commands = NoteActions(notes, self._list.copy_quotes, self)
        self._message = PanelMessage(self)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._message)
        self._pages.addWidget(self._list)
        self._unsure = UnsureBar(palette, self)
        self._chosen = ChosenBar(palette, self)
        self._notice = NoticeBar(palette, self)
        self._background: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parts: tuple[QWidget, ...] = (self.head, self._unsure, self._pages, self._chosen, self._notice)
        for part in parts:
            column.addWidget(part, int(part is self._pages))
        self._connect()
        self._show()

    @property
    def list(self) -> NoteList:
        """The list itself."""
        return self._list

    def set_palette_roles(self, palette: Palette) -> None:
        """Use other colours."""
        self._delegate.set_palette_roles(palette)
        for part in (self.head, self._unsure, self._chosen, self._notice):
            part.set_palette_roles(palette)
        self._list.viewport().update()

    def select(self, annotation_id: str) -> None:
        """Make a note of the list current, for instance because its mark on the page was clicked."""
        self._list.select(annotation_id)

    def tell(self, words: str) -> None:
        """Say below the list what was done, for a while."""
        self._notice.tell(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape empties the field."""
        if event.key() == Qt.Key.Key_Escape and self.head.field.text():
            self.head.field.clear()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        notes, head, commands = self._notes, self.head, self.commands
        self._finding.changed.connect(self._show)
        notes.deleted.connect(self._on_deleted)
        notes.failed.connect(self._notice.complain)
        notes.linking.copied.connect(self._on_copied)
        self._notice.undo.clicked.connect(notes.undo)
        self._notice.undo.clicked.connect(self._notice.hide)
        self._list.chosen.connect(notes.go_to)
        self._list.edit_requested.connect(self.edit_requested)
        self._list.delete_requested.connect(commands.delete)
        self._list.several_chosen.connect(lambda chosen: self._chosen.say(len(chosen)))
        self._list.menu_requested.connect(self._open_menu)
        self._delegate.followed.connect(commands.follow)
        self._unsure.requested.connect(self.unsure_requested)
        self._chosen.dismissed.connect(self._list.clearSelection)
        self._chosen.delete_requested.connect(lambda: commands.delete(self._list.notes_chosen()))
        self._chosen.edit_requested.connect(self._open_bulk_menu)
        commands.edit_requested.connect(lambda note: self._list.edit_note(note.id))
        commands.history_requested.connect(self.history_requested)
        commands.link_requested.connect(self.link_requested)
        head.author_requested.connect(self.author_requested)
        head.carry_requested.connect(self.carry_requested)
        head.list_wanted.connect(self._go_to_list)

    def _about(self, note: Annotation) -> About:
        finding = self._finding
        says_title = finding.is_everywhere and finding.grouping is not NoteGrouping.DOCUMENT
        return About(
            title=finding.title(note.document_id) if says_title else "",
            page=finding.page(note),
            standing=finding.background.standing(note.id),
            backlinks=finding.background.backlinks(note.id),
            broken=frozenset(link for link in note.links if finding.background.is_broken(link)),
        )

    def _show(self) -> None:
        finding = self._finding
        self._delegate.light(finding.query)
        background = (finding.is_everywhere, finding.grouping, *finding.background.state)
        if background != self._background:
            self._background = background
            self._model.tell_again()
        self._model.show_groups(finding.groups)
        self._list.viewport().update()
        self._unsure.say(*finding.unsure())
        if finding.groups:
            self._pages.setCurrentWidget(self._list)
            return
        if finding.notes:
            self._message.say(
                self.tr("Ничего не подошло"), self.tr("Измените слова в поле сверху или снимите отбор.")
            )
        else:
            self._message.say(
                self.tr("Заметок пока нет"),
                self.tr(
                    "Выделите слова на странице мышью и выберите цвет маркера. К выделенному можно "
                    "написать заметку: она останется и после того, как вы закроете программу."
                ),
            )
        self._pages.setCurrentWidget(self._message)

    def _go_to_list(self) -> None:
        """Go from the field down to the first note."""
        found = self._finding.found
        if found and self._list.currentIndex().data(NOTE_ROLE) not in found:
            self._list.select(found[0].id)
        self._list.setFocus()

    def _open_menu(self, where: QPoint) -> None:
        if chosen := self._list.notes_chosen():
            self._pop_up(self.commands.menu(chosen), where)

    def _open_bulk_menu(self) -> None:
        menu = self.commands.of_several(self._list.notes_chosen())
        self._pop_up(menu, self._chosen.edit.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _pop_up(self, menu: QMenu, where: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _on_copied(self, link: Link) -> None:
        words = self.tr("Ссылка скопирована: её можно вставить в заметку. «{label}»")
        self._notice.tell(words.format(label=link.label))

    def _on_deleted(self, gone: tuple[Annotation, ...]) -> None:
        if len(gone) > 1:
            words = self.tr("Удалено: {notes}").format(notes=counted(len(gone), Noun.NOTE))
        else:
            words = self.tr("Заметка удалена") if gone[0].note.strip() else self.tr("Выделение снято")
        self._notice.offer_undo(words)
