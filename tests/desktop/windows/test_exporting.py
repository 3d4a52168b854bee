from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.export_facts import ExportFactsDialog
from desktop.settings import LAST_FOLDER
from desktop.state.exporting import Scope
from desktop.state.parts import Section
from desktop.windows.exporting import Exports
from index.exchange.exporting import Format
from tests.desktop.windows.conftest import OTHER, TALKS
from tests.helpers.fakes import FakeArchive


def exports(desktop: Desktop) -> Exports:
    found = desktop.window.findChild(Exports)
    assert isinstance(found, Exports)
    return found


def offered(desktop: Desktop) -> list[tuple[str, Scope]]:
    return [
        (offer.words.replace("\N{NO-BREAK SPACE}", " "), offer.scope) for offer in exports(desktop).offers()
    ]


def opened(desktop: Desktop) -> ExportFactsDialog:
    desktop.window.actions_table["export_facts"].trigger()
    found = [one for one in desktop.window.findChildren(ExportFactsDialog) if one.isVisible()]
    return found[-1]


def test_the_whole_archive_is_offered(desktop: Desktop) -> None:
    assert offered(desktop) == [("Весь архив: 3 документа", Scope())]


def test_the_open_document_and_what_was_found_are_offered_before_it(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.presenters.reader.open_document(TALKS.id)
    desktop.presenters.search.ask("сотрудничество")
    qtbot.waitUntil(lambda: desktop.presenters.search.answer is not None)
    qtbot.waitUntil(lambda: desktop.presenters.reader.document is not None)
    assert offered(desktop) == [
        ("Один документ: Документ a", Scope((TALKS.id,))),
        ("Найденное по запросу «сотрудничество»: 2 документа", Scope(query="сотрудничество")),
        ("Весь архив: 3 документа", Scope()),
    ]


def test_the_shown_part_of_the_library_is_offered(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.presenters.library.remember_opened(OTHER.id)
    desktop.presenters.library.choose(Section.RECENT)
    assert ("Показанные в библиотеке: 1 документ", Scope((OTHER.id,))) in offered(desktop)


def test_a_row_of_a_list_offers_its_document(qtbot: QtBot, desktop: Desktop) -> None:
    view = desktop.window.columns.search.documents
    view.show_row(0)
    action = next(one for one in view.menu().actions() if one.text() == "Экспорт фактов…")
    action.trigger()
    (dialog,) = desktop.window.findChildren(ExportFactsDialog)
    assert dialog.scopes[0].accessibleName() == f"Один документ: {OTHER.title}"
    dialog.reject()


def test_without_a_chosen_row_there_is_no_document(desktop: Desktop) -> None:
    view = desktop.window.columns.search.documents
    view.clearSelection()
    action = next(one for one in view.menu().actions() if one.text() == "Экспорт фактов…")
    action.trigger()
    (dialog,) = desktop.window.findChildren(ExportFactsDialog)
    assert [one.accessibleName() for one in dialog.scopes] == ["Весь архив: 3\N{NO-BREAK SPACE}документа"]
    dialog.reject()


def test_a_file_is_written_where_the_reader_wants_and_shown_in_its_folder(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, shown = [], []

    def choose(_parent: object, _title: str, suggested: str, kinds: str) -> tuple[str, str]:
        asked.append((Path(suggested).name, kinds))
        return str(tmp_path / "мои факты"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    dialog = opened(desktop)
    dialog.formats[Format.JSON].click()
    with qtbot.waitSignal(desktop.presenters.exporting.ended):
        dialog.go.click()
    assert asked == [("Факты.json", "*.json")]
    path = tmp_path / "мои факты.json"
    assert len(json.loads(path.read_text("utf-8"))["documents"]) == 3
    assert desktop.presenters.settings.get(LAST_FOLDER) == str(tmp_path)
    dialog.folder.click()
    assert [url.toLocalFile() for url in shown] == [str(tmp_path)]
    dialog.reject()


def test_without_a_name_nothing_is_written(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog = opened(desktop)
    dialog.go.click()
    assert not desktop.presenters.exporting.is_running
    dialog.reject()


def test_a_file_is_called_after_its_document_or_query(
    qtbot: QtBot, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(suggested).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    desktop.presenters.reader.open_document(TALKS.id)
    desktop.presenters.search.ask("сотрудничество")
    qtbot.waitUntil(lambda: desktop.presenters.search.answer is not None)
    qtbot.waitUntil(lambda: desktop.presenters.reader.document is not None)
    dialog = opened(desktop)
    dialog.go.click()
    dialog.scopes[1].click()
    dialog.go.click()
    assert asked == ["Факты, a.xlsx", "Факты, сотрудничество.xlsx"]
    dialog.reject()


def test_the_facts_panel_asks_for_an_export(desktop: Desktop) -> None:
    desktop.window.columns.facts.export_requested.emit()
    (dialog,) = desktop.window.findChildren(ExportFactsDialog)
    assert dialog.isVisible()
    dialog.reject()


class TestEmpty:
    @pytest.fixture
    def archive(self) -> FakeArchive:
        return FakeArchive()

    def test_an_empty_archive_has_nothing_to_export(self, desktop: Desktop) -> None:
        desktop.window.actions_table["export_facts"].trigger()
        assert desktop.window.findChildren(ExportFactsDialog) == []
