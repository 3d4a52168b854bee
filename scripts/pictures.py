"""Pictures of the real window, to be looked at after every change that a person can see.

    python -m scripts.pictures OUT [--size 1500x930] [--theme light] [--language ru] [--query ...] [FILES...]

Walks through a fresh archive of FILES (the sample archive by default), offscreen unless there is a screen:
first start, import, results with the first hit open, a query of several parts, what narrows it,
another order, a misspelt word, past and saved searches, a collection and the menu of
its documents, facing, single and turned pages, words found within
the document, the whole screen, a fact lit and its form, a passage selected, marked,
its note, the tables of a page, contents, small pages, text, two documents side by side, what printing asks,
a locked file in the report of an import, what is not searched, a scan before
and after its recognition (where the program for that is installed), the pages of the study window, the notes
made of all places, the export of facts.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication

from desktop.app import Desktop
from desktop.panels.fact_menu import Ask, Asked
from desktop.settings import LANGUAGE, THEME, Settings
from desktop.state.facts import FactsState
from desktop.state.parts import CollectionPart, Section
from desktop.state.recognition import RecognitionState
from desktop.state.study_questions import Sought, Topic
from desktop.windows.study import StudyWindow
from desktop.windows.unlocking import show_report
from index.archive import Archive
from index.facts.wording import GroupKey
from index.model.catalogue import CollectionId
from index.model.table import Table
from index.notes import arranging
from index.search.engine import Order
from resources import resource
from scripts.camera import SCAN, connected, write_odd_files
from scripts.reading_pictures import NOTE, ReadingPictures

_LIST = "вода\nкапельный полив\nдоговор о реке\nприборы учёта; молоко"


class Photographer(ReadingPictures):
    """Walks through the window and takes a picture at every stop."""

    def walk(self, files: list[Path], query: str) -> None:
        """Take all pictures."""
        desktop = self._desktop
        desktop.show()
        self._wait(lambda: hasattr(desktop, "presenters") and desktop.presenters.library.is_loaded)
        desktop.window.resize(*self._size)
        self._take("01-start")
        self._import(files)
        self._search(query)
        self._study_search(query)
        self._lay_out(query)
        self._file(query)
        self._light_fact()
        self._decide()
        self._mark()
        self._find_tables()
        self._read_on()
        with tempfile.TemporaryDirectory() as scratch:
            self._import_odd(write_odd_files(Path(scratch)))
        self._study(query)

    def _import(self, files: list[Path]) -> None:
        imports = self._desktop.presenters.imports
        ended: list[object] = []
        imports.ended.connect(ended.append)
        imports.start(files)
        self._wait(lambda: bool(self._desktop.presenters.library.documents()) or bool(ended))
        self._take("02-import", pause_s=0.0)
        self._wait(lambda: bool(ended))

    def _search(self, query: str) -> None:
        presenters, columns = self._desktop.presenters, self._desktop.window.columns
        self._wait(lambda: all(document.is_indexed for document in presenters.library.documents()))
        columns.search.ask(query)
        self._wait(lambda: presenters.search.answer is not None and presenters.search.answer.query == query)
        presenters.search.open_first()
        self._wait(lambda: presenters.reader.document is not None and columns.pages.is_sharp)
        self._wait(lambda: presenters.facts.state in {FactsState.READY, FactsState.FAILED})
        self._take("03-results")

    def _study_search(self, query: str) -> None:
        """Show chips, facets, orders, suggestions, history; then come back to the first results."""
        presenters, columns = self._desktop.presenters, self._desktop.window.columns
        search = presenters.search
        self._ask(f'{query} -мука "{query}"')
        self._take("20-chips")
        self._ask(query)
        presenters.facets.open(wanted=True)
        self._wait(lambda: presenters.facets.facets is not None)
        self._take("21-facets")
        presenters.facets.open(wanted=False)
        search.sort(Order.NEWEST)
        self._take("22-newest")
        search.sort(Order.RELEVANCE)
        self._ask("капелный")
        self._take("23-misspelt")
        self._ask("rfgtkmysq gjkbd")
        self._take("24-layout")
        self._ask(query)
        presenters.searches.save("")
        search.clear()
        columns.search.field.clear()
        self._wait(lambda: not presenters.searches.is_busy and bool(presenters.searches.saved))
        columns.search.field.history_requested.emit()
        self._take("25-history")
        if (menu := QApplication.activePopupWidget()) is not None:
            menu.close()
        self._ask(query)
        columns.search.field.saving_requested.emit()
        self._take("26-saved")
        self._close_dialogs()

    def _file(self, query: str) -> None:
        """Show collections, labels and stars, what can be done with documents; come back to the results."""
        presenters, columns = self._desktop.presenters, self._desktop.window.columns
        filing, view = presenters.filing, columns.search.documents
        ids = [one.id for one in presenters.library.documents()]
        talks = CollectionId("talks")
        for plan in (
            arranging.added(talks, "Переговоры"),
            arranging.added(CollectionId("water"), "Вода", talks),
            arranging.put(talks, ids[:3]),
            arranging.described(talks, NOTE),
            arranging.starred(ids[1:2], wanted=True),
            arranging.labelled(ids[:2], ["срочно"]),
        ):
            filing.do(plan)
        self._wait(lambda: not presenters.notes.is_busy)
        presenters.search.clear()
        columns.search.field.clear()
        presenters.library.choose(CollectionPart(talks))
        self._take("27-collection")
        view.show_row(1)
        menu = view.menu()
        menu.popup(view.mapToGlobal(QPoint(60, 60)))
        self._take("28-document-menu")
        menu.close()
        presenters.library.choose(Section.ALL)
        self._ask(query)

    def _ask(self, query: str) -> None:
        search = self._desktop.presenters.search
        search.ask(query)
        self._wait(lambda: search.answer is not None and search.asked == query)

    def _light_fact(self) -> None:
        facts = self._desktop.presenters.facts
        entries = [entry for group in facts.groups for entry in group.entries]
        sums = [entry for group in facts.groups if "sum" in str(group.key).lower() for entry in group.entries]
        if entries:
            facts.activate((sums or entries)[0])
            self._take("04-fact")
            facts.put_out()

    def _decide(self) -> None:
        """Show what can be done about a fact: the menu, why it is there, its form."""
        window = self._desktop.window
        panel, groups = window.columns.facts, self._desktop.presenters.facts.groups
        if not groups:
            return
        entry = next((group for group in groups if group.key is GroupKey.MONEY), groups[0]).entries[0]
        beside = QRect(panel.mapToGlobal(QPoint(24, 120)), QSize(160, 30))
        menu = panel.menu(entry, beside)
        menu.popup(beside.bottomLeft())
        self._take("30-fact-menu")
        menu.close()
        for name, ask in (("31-why", Ask.WHY), ("32-correct", Ask.CORRECT)):
            panel.asked.emit(Asked(ask, entry, beside))
            self._take(name)
            self._close_dialogs()

    def _find_tables(self) -> None:
        """Look for a page with a table in one document after another, and open the table."""
        presenters, columns = self._desktop.presenters, self._desktop.window.columns
        columns.side.setCurrentIndex(0)
        for summary in presenters.library.documents():
            self._open(summary.id)
            for page_index in range(summary.page_count):
                found: list[Sequence[Table]] = []
                with connected(presenters.tables.found, lambda tables, _page: found.append(tables)):  # noqa: B023 - heard before the next turn
                    columns.pages.go_to_page(page_index)
                    presenters.tables.find(page_index)
                    self._wait(lambda: bool(found))  # noqa: B023 - as above
                if found[0]:
                    self._take("08-tables")
                    presenters.tables.open(found[0][0])
                    self._wait(lambda: not presenters.tables.is_looking)
                    self._take("09-table")
                    presenters.tables.close()
                    presenters.tables.clear()
                    return

    def _study(self, query: str) -> None:
        """Show every page of the study window, then what offers to make notes of all places."""
        presenters, window = self._desktop.presenters, self._desktop.window
        study, answer = presenters.study, presenters.search.answer
        assert answer is not None
        self._open(answer.hits[0].document.id)
        study.ask(query)
        study.count_words(_LIST, is_within=False)
        study.find_versions()
        self._wait(lambda: presenters.facts.state is FactsState.READY)
        entries = (entry for group in presenters.facts.groups for entry in group.entries)
        named = next(entry for entry in entries if entry.name_kind is not None)
        study.seek(Sought(named.title, named.name_kind))
        window.actions_table["study"].trigger()
        (shown,) = window.findChildren(StudyWindow)
        shown.resize(min(shown.width(), window.width() - 60), min(shown.height(), window.height() - 60))
        for number, topic in enumerate(Topic, 1):
            shown.show_topic(topic)
            self._wait(lambda: not any(study.inquiry(one).is_running for one in Topic))
            self._take(f"15-study-{number}-{topic.value}")
        shown.close()
        window.actions_table["mark_hits"].trigger()
        self._take("16-mark-all")
        self._close_dialogs()
        for command in ("export_facts", "export_notes", "export_pdf"):
            window.actions_table[command].trigger()
            self._take(f"17-{command}")
            self._close_dialogs()
        self._close_dialogs()

    def _import_odd(self, paths: list[Path]) -> None:
        """Import a locked file, a damaged one and a scan; show the report, the gaps and the recognition."""
        presenters, window = self._desktop.presenters, self._desktop.window
        ended: list[object] = []
        with connected(presenters.imports.ended, ended.append):
            presenters.imports.start(paths)
            self._wait(lambda: bool(ended))
        show_report(window)
        self._take("10-report")
        self._close_dialogs()
        window.gaps_requested.emit()
        self._take("11-gaps")
        self._close_dialogs()
        scans = [one.id for one in presenters.library.documents() if one.file_name == SCAN]
        self._wait(lambda: presenters.recognition.waiting > 0)
        self._open(scans[0])
        window.columns.pages.go_to_page(0)
        self._take("12-scan")
        if not presenters.recognition.is_possible:
            return
        presenters.recognition.recognise_document()
        self._wait(lambda: presenters.recognition.progress is not None)
        self._take("13-recognising", pause_s=0.2)
        self._wait(lambda: presenters.recognition.state is RecognitionState.IDLE)
        self._wait(lambda: presenters.facts.state in {FactsState.READY, FactsState.FAILED})
        self._take("14-recognised")


def main() -> int:
    """Take the pictures; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--size", default="1500x930")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--language", default="ru")
    parser.add_argument("--query", default="капельный полив")
    chosen = parser.parse_args()
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    width, height = (int(side) for side in chosen.size.split("x"))
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(Path(scratch) / "settings.ini")
        settings.set(THEME, chosen.theme)
        settings.set(LANGUAGE, chosen.language)
        desktop = Desktop(application, lambda: Archive.open(Path(scratch) / "archive"), settings)
        files = chosen.files or [Path(str(resource("sample")))]
        try:
            Photographer(application, desktop, chosen.out, (width, height)).walk(files, chosen.query)
        finally:
            desktop.shut_down()
    return 0


if __name__ == "__main__":
    sys.exit(main())
