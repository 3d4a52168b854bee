"""What can be done with documents that are chosen in a list: the entries of its menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desktop.state.filing import Filing
from desktop.state.parts import CollectionPart, Part
from index.model.catalogue import CollectionId, ReadState
from index.model.document import DocumentId
from index.notes import arranging

_INDENT: Final = "    "
_LONGEST: Final = 48

Documents = tuple[DocumentId, ...]
translate = QCoreApplication.translate


class DocumentMenu:
    """Entries for some documents.

    Args:
        filing: Carries out what is chosen.
        documents: The documents; at least one.
        ask_label: Asks for a new label for them.
    """

    def __init__(self, filing: Filing, documents: Documents, ask_label: Callable[[Documents], None]) -> None:
        self._filing, self._documents, self._ask_label = filing, documents, ask_label

    def fill(self, menu: QMenu, part: Part) -> None:
        """Add all entries; `part` is what the list shows."""
        marks = [self._filing.marks(one) for one in self._documents]
        are_starred = all(one.is_starred for one in marks)
        words = (
            translate("DocumentMenu", "Снять звезду")
            if are_starred
            else translate("DocumentMenu", "Поставить звезду")
        )
        menu.addAction(f"{words}\tS").triggered.connect(lambda: self._filing.toggle_star(self._documents))
        menu.addMenu(self.states(menu))
        menu.addMenu(self.collections(menu))
        if isinstance(part, CollectionPart) and part.id in self._filing.catalogue.collections:
            name = _cut(self._filing.catalogue.collections[part.id].name)
            action = menu.addAction(translate("DocumentMenu", "Вынуть из «{name}»").format(name=name))
            action.triggered.connect(lambda: self._filing.do(arranging.taken(part.id, self._documents)))
        menu.addMenu(self.labels(menu))

    def states(self, parent: QMenu) -> QMenu:
        """Return the menu of how far the reader got."""
        menu = QMenu(translate("DocumentMenu", "Прочитано"), parent)
        group = QActionGroup(menu)
        states = {self._filing.marks(one).state for one in self._documents}
        for state, words in (
            (ReadState.UNREAD, translate("DocumentMenu", "Не открывалось")),
            (ReadState.READING, translate("DocumentMenu", "Читаю")),
            (ReadState.READ, translate("DocumentMenu", "Прочитано до конца")),
        ):
            action = _checkable(menu, words, on=states == {state})
            group.addAction(action)
            action.triggered.connect(partial(self._put_state, state))
        return menu

    def collections(self, parent: QMenu) -> QMenu:
        """Return the menu of collections: those that hold all of the documents are checked."""
        menu = QMenu(translate("DocumentMenu", "В коллекцию"), parent)
        menu.addAction(translate("DocumentMenu", "Новая коллекция")).triggered.connect(
            lambda: self._filing.add_collection(None, self._documents)
        )
        catalogue, chosen = self._filing.catalogue, set(self._documents)
        for number, (depth, id_, name) in enumerate(self._tree()):
            if not number:
                menu.addSeparator()
            holds = chosen <= catalogue.members.get(id_, frozenset())
            action = _checkable(menu, f"{_INDENT * depth}{_cut(name)}", on=holds)
            action.triggered.connect(partial(self._collect, id_, is_out=holds))
        return menu

    def labels(self, parent: QMenu) -> QMenu:
        """Return the menu of labels: those that all of the documents have are checked."""
        menu = QMenu(translate("DocumentMenu", "Метки"), parent)
        menu.addAction(translate("DocumentMenu", "Новая метка…")).triggered.connect(
            lambda: self._ask_label(self._documents)
        )
        having = [set(self._filing.marks(one).labels) for one in self._documents]
        for number, label in enumerate(self._filing.catalogue.labels()):
            if not number:
                menu.addSeparator()
            is_there = all(label in labels for labels in having)
            action = _checkable(menu, _cut(label), on=is_there)
            action.triggered.connect(partial(self._label, label, is_out=is_there))
        return menu

    def _tree(self) -> Iterator[tuple[int, CollectionId, str]]:
        catalogue = self._filing.catalogue
        for top in catalogue.children().get(None, ()):
            for one in catalogue.below(top.id):
                yield len(catalogue.above(one.id)), one.id, one.name

    def _put_state(self, state: ReadState) -> None:
        self._filing.do(arranging.in_state(self._documents, state))

    def _collect(self, collection_id: CollectionId, *, is_out: bool) -> None:
        if is_out:
            self._filing.do(arranging.taken(collection_id, self._documents))
        else:
            self._filing.collect(collection_id, self._documents)

    def _label(self, label: str, *, is_out: bool) -> None:
        names: Sequence[str] = (label,)
        plan = arranging.labelled(
            self._documents, remove=names if is_out else (), add=() if is_out else names
        )
        self._filing.do(plan)


def _checkable(menu: QMenu, words: str, *, on: bool) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(on)
    return action


def _cut(name: str) -> str:
    """Return a name as a menu shows it: not too long, its ampersands no marks of keys."""
    short = name if len(name) <= _LONGEST else f"{name[:_LONGEST].rstrip()}…"
    return short.replace("&", "&&")
