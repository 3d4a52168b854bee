"""What each command of the table does in the main window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from desktop.pageview.words import Unit
from desktop.settings import (
    FOLLOW_SYSTEM,
    LANGUAGE,
    LAST_FOLDER,
    SHOW_CONTENTS,
    SHOW_LIBRARY,
    SHOW_MARGIN,
    SHOW_SIDE,
    THEME,
    Setting,
)
from desktop.state.note_links import link_to_passage
from desktop.state.study_questions import Topic
from desktop.windows.citing import CitingCommands
from desktop.windows.copying import copy_selection
from desktop.windows.exporting import Exports
from desktop.windows.filing import FilingDocuments
from desktop.windows.finding_here import FindingHere
from desktop.windows.main import MainWindow
from desktop.windows.paging import paging_commands
from desktop.windows.pinning import pin_in_sight
from desktop.windows.printing import Printing
from desktop.windows.sample import SampleTour
from desktop.windows.side_by_side import SideBySide
from desktop.windows.studying import Studying
from desktop.windows.taking import TakingNotes
from desktop.windows.texting import Texting
from index.model.annotation import AnnotationKind
from index.model.media import BY_SUFFIX, SUFFIXES, MediaType


def connect_commands(window: MainWindow) -> None:
    """Give every command its meaning in this window, and show how the switches stand."""
    actions, finding_here = window.actions_table, FindingHere(window)
    actions.connect_to(
        {
            **_files(window),
            **FilingDocuments(window).commands(),
            **_text(window, finding_here),
            **_reading(window, finding_here),
            **paging_commands(window),
            **_view(window),
            **_study(window),
            **_help(window),
        }
    )
    settings = window.presenters.settings
    actions.check(f"theme_{settings.get(THEME)}")
    actions.check(f"language_{settings.get(LANGUAGE)}")
    actions.check("show_contents", on=settings.get(SHOW_CONTENTS))
    actions.check("show_library", on=settings.get(SHOW_LIBRARY))
    actions.check("refine", on=window.presenters.facets.is_open)
    actions.check("show_side", on=settings.get(SHOW_SIDE))
    actions.check("show_margin", on=settings.get(SHOW_MARGIN))
    window.welcome.add_requested.connect(actions["add_files"].trigger)
    window.welcome.sample_requested.connect(actions["open_sample"].trigger)
    window.status.report_requested.connect(actions["show_report"].trigger)


def _files(window: MainWindow) -> dict[str, Callable[[], object]]:
    imports, settings = window.presenters.imports, window.presenters.settings
    recognition = window.presenters.recognition
    exports, taking = Exports(window), TakingNotes(window)
    sample = SampleTour(window.presenters, window.columns.search, window)
    sample.failed.connect(window.status.say)

    def remember(path: Path) -> None:
        settings.set(LAST_FOLDER, str(path))

    def add_files() -> None:
        names, _kind = QFileDialog.getOpenFileNames(
            window,
            QCoreApplication.translate("MainWindow", "Добавить документы в архив"),
            settings.get(LAST_FOLDER),
            _welcome_files(),
        )
        if names:
            remember(Path(names[0]).parent)
            imports.start(Path(name) for name in names)

    def add_folder() -> None:
        name = QFileDialog.getExistingDirectory(
            window,
            QCoreApplication.translate("MainWindow", "Добавить папку с документами"),
            settings.get(LAST_FOLDER),
        )
        if name:
            remember(Path(name))
            imports.start([Path(name)])

    def set_at_once() -> None:
        recognition.set_at_once(on=window.actions_table["recognise_at_once"].isChecked())

    def show_report() -> None:
        from desktop.windows import unlocking

        unlocking.show_report(window)

    return {
        "add_files": add_files,
        "add_folder": add_folder,
        "open_sample": sample.start,
        "cancel_import": imports.cancel,
        "show_report": show_report,
        "export_facts": exports.show_facts,
        "export_notes": exports.show_notes,
        "export_pdf": exports.show_copies,
        "take_notes": taking.ask,
        "take_own_notes": taking.take_own,
        "show_gaps": window.gaps_requested.emit,
        "recognise_document": recognition.recognise_document,
        "recognise_archive": recognition.recognise_archive,
        "pause_recognition": recognition.pause,
        "recognise_at_once": set_at_once,
        "close_document": window.presenters.reader.close_document,
        "quit": window.close,
    }


def _welcome_files() -> str:
    """Return the kinds of files to choose from: all that are read, PDF alone, anything."""
    translate = QCoreApplication.translate

    def patterns(suffixes: Iterable[str]) -> str:
        return " ".join(f"*{suffix} *{suffix.upper()}" for suffix in suffixes)

    return ";;".join(
        (
            f"{translate('MainWindow', 'Документы')} ({patterns(BY_SUFFIX)})",
            f"PDF ({patterns(SUFFIXES[MediaType.PDF])})",
            f"{translate('MainWindow', 'Все файлы')} (*)",
        )
    )


def _text(window: MainWindow, finding_here: FindingHere) -> dict[str, Callable[[], object]]:
    pages, panel, notes = window.columns.pages, window.columns.search, window.presenters.notes

    def mark(kind: AnnotationKind, *, write: bool = False) -> None:
        if (span := pages.selected_span()) is not None:
            notes.add(span, kind=kind, write=write)
            pages.clear_selection()

    def add_fact() -> None:
        if (span := pages.selected_span()) is not None:
            window.presenters.forms.make(span)

    def find() -> None:
        panel.field.setFocus()
        panel.field.selectAll()

    def find_selection() -> None:
        if words := " ".join(pages.selected_text().split()):
            panel.ask(f'"{words}"' if " " in words else words)

    def refine() -> None:
        window.presenters.facets.open(wanted=window.actions_table["refine"].isChecked())

    return {
        "undo": notes.undo,
        "redo": notes.redo,
        "copy_link": lambda: _copy_link(window),
        "highlight": lambda: mark(AnnotationKind.HIGHLIGHT),
        "underline": lambda: mark(AnnotationKind.UNDERLINE),
        "strike": lambda: mark(AnnotationKind.STRIKE),
        "note": lambda: mark(AnnotationKind.HIGHLIGHT, write=True),
        "free_note": lambda: pin_in_sight(window, AnnotationKind.NOTE),
        "bookmark": lambda: pin_in_sight(window, AnnotationKind.BOOKMARK),
        "copy": lambda: copy_selection(window),
        "select_word": lambda: pages.select_unit(Unit.WORD),
        "select_line": pages.select_lines,
        "select_sentence": lambda: pages.select_unit(Unit.SENTENCE),
        "select_paragraph": lambda: pages.select_unit(Unit.PARAGRAPH),
        "selection_bar": pages.bar_requested.emit,
        **CitingCommands(window).targets(),
        "add_fact": add_fact,
        "find": find,
        "find_here": finding_here.open,
        "find_selection": find_selection,
        "save_search": panel.field.saving_requested.emit,
        "history": panel.field.history_requested.emit,
        "refine": refine,
        "tables": lambda: window.presenters.tables.find(pages.page_index),
    }


def _copy_link(window: MainWindow) -> None:
    """Keep a link to the selected passage, to be put into a note."""
    pages = window.columns.pages
    span, document = pages.selected_span(), pages.document
    if span is not None and document is not None:
        window.presenters.notes.linking.copy(link_to_passage(document.id, span, document.text))


def _reading(window: MainWindow, finding_here: FindingHere) -> dict[str, Callable[[], object]]:
    pages, reader, places = window.columns.pages, window.presenters.reader, window.presenters.places

    def go_to_end(*, last: bool) -> None:
        if reader.document is not None:
            places.leave()
            pages.go_to_page(len(reader.document.pages) - 1 if last else 0)

    return {
        "next_hit": lambda: finding_here.step(1),
        "previous_hit": lambda: finding_here.step(-1),
        "go_to_page": window.columns.bar.focus_page,
        "first_page": lambda: go_to_end(last=False),
        "last_page": lambda: go_to_end(last=True),
        "back": places.go_back,
        "forward": places.go_forward,
        "zoom_in": lambda: window.columns.zoom(up=True),
        "zoom_out": lambda: window.columns.zoom(up=False),
        "beside": SideBySide(window).switch,
        "print": Printing(window).ask,
        "text_view": Texting(window).switch,
    }


def _view(window: MainWindow) -> dict[str, Callable[[], object]]:
    settings, columns, actions = window.presenters.settings, window.columns, window.actions_table

    def switch(setting: Setting[bool], command: str) -> None:
        part = {"show_library": columns.library, "show_side": columns.side}[command]
        shown = actions[command].isChecked()
        part.setVisible(shown)
        settings.set(setting, shown)

    def show_margin() -> None:
        shown = actions["show_margin"].isChecked()
        columns.show_margin(shown=shown)
        settings.set(SHOW_MARGIN, shown)

    def browse() -> None:
        for pages in (columns.pages, columns.beside.pages):
            pages.browse(wanted=actions["caret"].isChecked())
        columns.focus_in_use()

    def switch_contents() -> None:
        shown = actions["show_contents"].isChecked()
        columns.reading.show_contents(shown=shown)
        settings.set(SHOW_CONTENTS, shown)

    return {
        "show_contents": switch_contents,
        "theme_system": lambda: window.looks.choose(FOLLOW_SYSTEM),
        "theme_light": lambda: window.looks.choose("light"),
        "theme_sepia": lambda: window.looks.choose("sepia"),
        "theme_dark": lambda: window.looks.choose("dark"),
        "language_ru": lambda: window.language_chosen.emit("ru"),
        "language_en": lambda: window.language_chosen.emit("en"),
        "show_library": lambda: switch(SHOW_LIBRARY, "show_library"),
        "show_side": lambda: switch(SHOW_SIDE, "show_side"),
        "show_margin": show_margin,
        "caret": browse,
    }


def _study(window: MainWindow) -> dict[str, Callable[[], object]]:
    studying = Studying(window)
    window.columns.facts.archive_requested.connect(studying.show_named)
    return {
        "study": lambda: studying.show(Topic.LINES),
        "study_times": lambda: studying.show(Topic.TIMES),
        "study_words": lambda: studying.show(Topic.WORDS),
        "study_alike": lambda: studying.show(Topic.ALIKE),
        "study_versions": lambda: studying.show(Topic.VERSIONS),
        "study_facts": lambda: studying.show(Topic.DATES),
        "study_name": lambda: studying.show(Topic.ENTITY),
        "mark_hits": studying.mark_all,
    }


def _help(window: MainWindow) -> dict[str, Callable[[], object]]:
    def show_keys() -> None:
        from desktop.dialogs.keys import KeysDialog

        KeysDialog(window).open()

    def show_about() -> None:
        from desktop.dialogs.about import AboutDialog

        AboutDialog(window.looks.palette, window).open()

    return {"keys": show_keys, "about": show_about}
