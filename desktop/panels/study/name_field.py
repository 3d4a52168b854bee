"""The field for a name, completed by what the documents name."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from desktop.models.listed import ROW_ROLE
from desktop.models.named import NamedModel
from desktop.state.study import Study
from desktop.state.study_questions import Sought
from index.model.overview import Named

_REST_MS: Final = 120
"""Rest of typing before names are asked for."""
_FEWEST: Final = 2


class NameField(QLineEdit):
    """Takes a name in any form; whoever is chosen from the list is meant exactly.

    Args:
        study: Knows the names.
        parent: Owner.

    Signals:
        sought(Sought): The reader wants somebody.
    """

    sought = Signal(object)

    def __init__(self, study: Study, parent: QWidget | None = None) -> None:
        super().__init__(parent, clearButtonEnabled=True)
        self._study, self._names = study, NamedModel(self)
        self._popup = QListView()
        self._popup.setObjectName("names")
        self.setPlaceholderText(self.tr("Человек, организация или место"))
        self.setAccessibleName(self.placeholderText())
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        completer = QCompleter(self._names, self)
        # What fits is found by the archive, in every form of the words: nothing is left out here.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(12)
        completer.setPopup(self._popup)
        completer.activated[QModelIndex].connect(self._on_chosen)  # type: ignore[index]  # it is overloaded
        self.setCompleter(completer)
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self._on_return)
        self._rest.timeout.connect(lambda: study.suggest(self.text()))
        study.names.changed.connect(self._on_names)

    def _on_edited(self, text: str) -> None:
        self._names.show_names(())
        if len(text.strip()) >= _FEWEST:
            self._rest.start()
        else:
            self._rest.stop()

    def _on_names(self) -> None:
        found = self._study.names.result
        if found is not None and self.hasFocus() and len(self.text().strip()) >= _FEWEST:
            self._names.show_names(found)
            if found:
                self.completer().complete()

    def _on_chosen(self, index: QModelIndex) -> None:
        who = index.data(ROW_ROLE)
        assert isinstance(who, Named)
        self._want(Sought(who.name, who.kind))

    def _on_return(self) -> None:
        is_choosing = self._popup.isVisible() and self._popup.currentIndex().isValid()
        if self.text().strip() and not is_choosing:
            self._want(Sought(self.text().strip()))

    def _want(self, who: Sought) -> None:
        self._rest.stop()
        self._popup.hide()
        self.setModified(False)
        self.sought.emit(who)
