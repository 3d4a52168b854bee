"""The study of answers in the main window: its window, files, passages, and notes made of all places."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.settings import LAST_FOLDER
from desktop.state.counts import Noun, counted, window_language
from desktop.state.renaming import RenameWish
from desktop.state.study_files import FileKind, Studied, content, listings
from desktop.state.study_questions import Sought, Topic
from desktop.windows.main import MainWindow
from index.model.overview import EntityPage, NameKind

if TYPE_CHECKING:
    from desktop.windows.study import StudyWindow

_UNFIT: Final = re.compile(r'[\\/:*?"<>|«»\x00-\x1f]+')
_LONGEST_NAME: Final = 60


class Studying(QObject):
    """Connects the presenter of studies with one window; the study window is made when first asked for.

    Args:
        window: The furnished main window; owns this.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._study = window, window.presenters.study
        self._marking = window.presenters.marking
        self._made: StudyWindow | None = None
        self._waits_for_counts = False
        self._study.inquiry(Topic.LINES).changed.connect(self._offer_counted)
        self._study.saved.connect(self._on_saved)
        self._study.failed.connect(self._say)
        self._marking.started.connect(self._on_marking)
        self._marking.marked.connect(self._on_marked)
        self._marking.taken_back.connect(self._on_taken_back)
        self._marking.failed.connect(self._say)
        renaming = window.presenters.renaming
        renaming.renamed.connect(self._on_renamed)
        renaming.taken_back.connect(self._on_name_back)
        renaming.failed.connect(self._say)

    def show(self, topic: Topic) -> None:
        """Show the study window; what is asked in the main window is studied."""
        self._take_query()
        self._study_window().show_topic(topic)

    def show_entity(self, who: Sought) -> None:
        """Show everything that is said of somebody, in all documents that are studied."""
        self._study.seek(who)
        self._study_window().show_topic(Topic.ENTITY)

    def show_named(self, name: str, kind: NameKind) -> None:
        """Show everything that the whole archive says of somebody whom the open document names."""
        self._study.ask("")
        self.show_entity(Sought(name, kind))

    def mark_all(self) -> None:
        """Offer to make notes of everything that the main window has found."""
        answer = self._window.presenters.search.answer
        if answer is not None:
            self._offer(answer.query, answer.documents, answer.matches, self._window)

    def _study_window(self) -> StudyWindow:
        if self._made is None:
            from desktop.windows.study import StudyWindow

            presenters = self._window.presenters
            made = StudyWindow(self._study, presenters.extracting, self._window.looks.palette, self._window)
            for page in made.pages.values():
                page.save_requested.connect(self._save)
                page.query_requested.connect(self._window.columns.search.ask)
                page.place_requested.connect(self._study.go_to)
                page.picture_requested.connect(self._save_picture)
                page.who_requested.connect(self.show_entity)
            made.entity.rename_requested.connect(self._ask_who)
            made.query_wanted.connect(self._take_query)
            made.mark_requested.connect(self._mark_studied)
            self._window.looks.changed.connect(made.set_palette_roles)
            # Whoever has just marked everything here can take it back here.
            for command in ("undo", "redo"):
                made.addAction(self._window.actions_table[command])
            self._made = made
        return self._made

    def _take_query(self) -> None:
        search = self._window.presenters.search
        if query := search.scope.of(search.text):
            self._study.ask(query)

    def _save(self, found: Studied, kind: FileKind) -> None:
        if path := self._chosen_path(kind.value):
            lists, language = listings(found), window_language()
            self._study.save(path, lambda: content(found, lists, kind, language))

    def _save_picture(self, picture: bytes, suffix: str) -> None:
        if path := self._chosen_path(suffix):
            self._study.save(path, lambda: picture)

    def _chosen_path(self, suffix: str) -> Path | None:
        settings = self._window.presenters.settings
        kinds = {
            "csv": QCoreApplication.translate("Study", "Таблицы CSV (*.csv)"),
            "xlsx": QCoreApplication.translate("Study", "Книги Excel (*.xlsx)"),
            "png": QCoreApplication.translate("Study", "Картинки PNG (*.png)"),
            "svg": QCoreApplication.translate("Study", "Рисунки SVG (*.svg)"),
        }
        words = " ".join(_UNFIT.sub(" ", self._study.wish.query).split())[:_LONGEST_NAME].strip(" .")
        name = words or QCoreApplication.translate("Study", "Список")
        chosen, _kind = QFileDialog.getSaveFileName(
            self._made or self._window,
            QCoreApplication.translate("Study", "Записать в файл"),
            str(Path(settings.get(LAST_FOLDER)) / f"{name}.{suffix}"),
            kinds[suffix],
        )
        if not chosen:
            return None
        path = Path(chosen)
        settings.set(LAST_FOLDER, str(path.parent))
        return path if path.suffix else path.with_suffix(f".{suffix}")

    def _mark_studied(self) -> None:
        """Offer to make notes of what is studied; when that is not counted yet, count it first."""
        self._waits_for_counts = True
        self._study.look(Topic.LINES)
        self._offer_counted()

    def _offer_counted(self) -> None:
        inquiry = self._study.inquiry(Topic.LINES)
        if self._waits_for_counts and not inquiry.is_running:
            self._waits_for_counts = False
            if (found := inquiry.result) is not None:
                self._offer(found.query, found.documents, found.matches, self._study_window())
            else:
                self._say(" ".join(inquiry.problem).strip())

    def _offer(self, query: str, documents: int, matches: int, parent: QWidget) -> None:
        from desktop.dialogs.mark_hits import Here, MarkHitsDialog

        presenters = self._window.presenters
        answer, document = presenters.search.answer, presenters.reader.document
        here = None
        if answer is not None and answer.query == query and document is not None:
            summary = presenters.library.summary(document.id)
            if summary is not None and presenters.reader.matches:
                here = Here(document.title, summary.number, len(presenters.reader.matches))
        dialog = MarkHitsDialog(
            query, (documents, matches), here, presenters.notes.color, self._window.looks.palette, parent
        )
        dialog.wished.connect(self._marking.mark)
        dialog.open()

    def _ask_who(self, page: EntityPage) -> None:
        from desktop.dialogs.rename import RenameDialog
        from desktop.panels.study.name_field import NameField

        dialog = RenameDialog(page, NameField(self._study), self._study_window())
        dialog.wished.connect(self._window.presenters.renaming.rename)
        dialog.open()

    def _on_renamed(self, wish: RenameWish, count: int) -> None:
        if not count:
            self._say(QCoreApplication.translate("Study", "В этих документах такого имени нет."))
            return
        if wish.documents is None:
            self._study.seek(Sought(wish.name, wish.page.who.kind))
        self._say(QCoreApplication.translate("Study", "Имя изменено. Отменить — Ctrl+Z."))

    def _on_name_back(self, wish: RenameWish) -> None:
        self._study.seek(Sought(wish.page.who.name, wish.page.who.kind))
        self._say(QCoreApplication.translate("Study", "Имя возвращено."))

    def _on_marking(self) -> None:
        self._say(QCoreApplication.translate("Study", "Выделяю найденное…"))

    def _on_marked(self, count: int) -> None:
        if count:
            words = QCoreApplication.translate("Study", "Выделено: {places}. Отменить — Ctrl+Z.")
        else:
            words = QCoreApplication.translate("Study", "Все найденные места уже выделены.")
        self._say(words.format(places=counted(count, Noun.PLACE)))

    def _on_taken_back(self, count: int) -> None:
        words = QCoreApplication.translate("Study", "Выделение снято: {places}.")
        self._say(words.format(places=counted(count, Noun.PLACE)))

    def _on_saved(self, path: Path) -> None:
        self._say(QCoreApplication.translate("Study", "Записано. Файл: {name}").format(name=path.name))

    def _say(self, words: str) -> None:
        """Say it where the reader looks."""
        if self._made is not None and self._made.isVisible():
            self._made.say(words)
        self._window.status.say(words)
