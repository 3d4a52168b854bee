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
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QSize, SignalInstance
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QDialog

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
from index.model.annotation import AnnotationKind, HighlightColor
from index.model.catalogue import CollectionId
from index.model.document import DocumentId
from index.model.span import Span
from index.model.table import Table
from index.notes import arranging
from index.search.engine import Order
from resources import resource

_PATIENCE_S = 120.0
_PASSWORD = "1921"  # noqa: S105 - of a file that is made here, to be locked
SCAN = "Протокол (скан).pdf"
_LIST = "вода\nкапельный полив\nдоговор о реке\nприборы учёта; молоко"
_NOTE = "Сравнить с отчётом за прошлый год."


class Photographer:
    """Walks through the window and takes a picture at every stop."""

    def __init__(
        self, application: QApplication, desktop: Desktop, folder: Path, size: tuple[int, int]
    ) -> None:
        self._application, self._desktop, self._folder, self._size = application, desktop, folder, size
        folder.mkdir(parents=True, exist_ok=True)

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
        self._read(query)
        self._file(query)
        self._light_fact()
        self._decide()
        self._mark()
        self._find_tables()
        self._read_with_aids()
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
            arranging.described(talks, _NOTE),
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

    def _read(self, query: str) -> None:
        """Show facing pages, a turned one, words found within the document, the whole screen."""
        window, finding = self._desktop.window, self._desktop.presenters.finding
        actions, pages = window.actions_table, window.columns.pages
        for command, name in (
            ("spread_facing", "40-facing"),
            ("spread_single", "41-single"),
            ("turn_right", "42-turned"),
        ):
            actions[command].trigger()
            self._wait(lambda: pages.is_sharp)
            self._take(name)
        actions["turn_left"].trigger()
        actions["spread_continuous"].trigger()
        actions["find_here"].trigger()
        window.columns.find_bar.begin(query.split(maxsplit=1)[0])
        self._wait(lambda: finding.is_answered)
        self._take("43-find-here")
        finding.close()
        actions["full_screen"].trigger()
        window.resize(*self._size)
        self._wait(lambda: pages.is_sharp)
        self._take("44-full-screen")
        actions["full_screen"].trigger()
        window.resize(*self._size)

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

    def _mark(self) -> None:
        presenters, columns = self._desktop.presenters, self._desktop.window.columns
        document = presenters.reader.document
        assert document is not None
        start = document.text.index("\n", 200) + 1
        sentence = Span(start, document.text.find(".", start + 20))
        presenters.reader.reveal(sentence)
        columns.pages.select(sentence)
        corner = columns.pages.mapToGlobal(QPoint(columns.pages.width() // 2, columns.pages.height() // 2))
        columns.pages.selection_finished.emit(sentence, corner)
        self._take("05-selection")
        added: list[object] = []
        presenters.notes.added.connect(added.append)
        presenters.notes.add(sentence, HighlightColor.GREEN, _NOTE)
        self._wait(lambda: bool(added) and not presenters.notes.is_busy)
        columns.pages.clear_selection()
        columns.side.setCurrentWidget(columns.notes)
        self._take("06-note")
        self._mark_otherwise(document.text, sentence.stop)
        annotation = presenters.notes.marks()[0]
        columns.notes.edit_requested.emit(annotation, QRect(corner, corner))
        self._take("07-editor")
        if (editor := QApplication.activePopupWidget()) is not None:
            editor.close()

    def _mark_otherwise(self, text: str, offset: int) -> None:
        """Underline and strike out words, put a free note and a bookmark on the page."""
        notes, actions = self._desktop.presenters.notes, self._desktop.window.actions_table
        for kind in (AnnotationKind.UNDERLINE, AnnotationKind.STRIKE):
            words = Span(offset + 2, text.index(" ", offset + 40))
            notes.add(words, HighlightColor.PINK, kind=kind)
            offset = words.stop
        for command in ("free_note", "bookmark"):
            actions[command].trigger()
        self._wait(lambda: not notes.is_busy)
        if (editor := QApplication.activePopupWidget()) is not None:
            editor.close()
        self._take("06-marks")
        actions["show_margin"].trigger()
        self._take("06-margin")
        actions["show_margin"].trigger()

    def _read_with_aids(self) -> None:
        """Show the contents, the small pages, the text, two places side by side, and what printing asks."""
        presenters, window = self._desktop.presenters, self._desktop.window
        columns, actions = window.columns, window.actions_table
        longest = max(presenters.library.documents(), key=lambda one: one.page_count)
        self._open(longest.id)
        actions["show_contents"].trigger()
        self._take("45-contents")
        columns.contents.setCurrentWidget(columns.contents.thumbnails)
        self._take("46-small-pages")
        actions["show_contents"].trigger()
        actions["text_view"].trigger()
        self._take("47-text")
        actions["text_view"].trigger()
        actions["beside"].trigger()
        other = next(one for one in presenters.library.documents() if one.id != longest.id)
        presenters.beside.open(other.id)
        self._wait(lambda: presenters.beside.document is not None and columns.beside.pages.is_sharp)
        self._take("48-side-by-side")
        presenters.beside.close()
        actions["print"].trigger()
        self._take("49-print")
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

    def _open(self, document_id: DocumentId) -> None:
        presenters, pages = self._desktop.presenters, self._desktop.window.columns.pages
        presenters.reader.open_document(document_id)
        self._wait(lambda: presenters.reader.document is not None)
        self._wait(
            lambda: presenters.reader.document is not None and presenters.reader.document.id == document_id
        )
        self._wait(lambda: pages.is_sharp)

    def _close_dialogs(self) -> None:
        for dialog in self._desktop.window.findChildren(QDialog):
            dialog.close()
        self._application.processEvents()

    def _take(self, name: str, pause_s: float = 0.8) -> None:
        began = time.monotonic()
        self._wait(lambda: time.monotonic() - began > pause_s)
        pages = self._desktop.window.columns.pages
        self._wait(lambda: self._desktop.presenters.reader.document is None or pages.is_sharp)
        path = self._folder / f"{name}.png"
        window = self._desktop.window
        picture = window.grab()
        # A popup is a window of its own.
        if (popup := QApplication.activePopupWidget()) is not None:
            painter = QPainter(picture)
            painter.drawPixmap(window.mapFromGlobal(popup.pos()), popup.grab())
            painter.end()
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible() and dialog is not popup:
                painter = QPainter(picture)
                corner = (window.rect().center() - dialog.rect().center()) if dialog.isWindow() else QPoint()
                painter.drawPixmap(corner, dialog.grab())
                painter.end()
        picture.save(str(path))
        print(path)

    def _wait(self, is_there: Callable[[], bool]) -> None:
        began = time.monotonic()
        while not is_there():
            if time.monotonic() - began > _PATIENCE_S:
                raise TimeoutError(f"waited {_PATIENCE_S:.0f} s")
            self._application.processEvents()
            time.sleep(0.005)
        self._application.processEvents()


@contextmanager
def connected(signal: SignalInstance, slot: Callable[..., object]) -> Iterator[None]:
    """Let a signal be heard for a while."""
    connection = signal.connect(slot)
    try:
        yield
    finally:
        QObject.disconnect(connection)


def write_odd_files(folder: Path) -> list[Path]:
    """Write a file that is locked, one that is damaged, and pages of the sample archive as a scan."""
    from reportlab.pdfgen.canvas import Canvas

    from benchmarks.ocr import scan

    locked, damaged = folder / "Личное дело.pdf", folder / "Опись фонда.pdf"
    canvas = Canvas(str(locked), encrypt=_PASSWORD)
    canvas.drawString(72, 720, "1921")
    canvas.save()
    sample = Path(str(resource("sample")))
    damaged.write_bytes((sample / "03-ukaz.pdf").read_bytes()[:900])
    return [locked, damaged, scan(sample / "06-protokol.pdf", folder / SCAN, 150)]


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
