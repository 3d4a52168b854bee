from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.selection_bar import SelectionBar
from desktop.settings import CITATION
from index.exchange.citations import Style
from index.model.span import Span
from tests.desktop.windows.conftest import TALKS


@pytest.fixture
def reading(qtbot: QtBot, desktop: Desktop) -> Desktop:
    desktop.presenters.reader.open_document(TALKS.id)
    qtbot.waitUntil(lambda: desktop.presenters.reader.document is not None)
    QGuiApplication.clipboard().setText("before")
    desktop.window.columns.pages.select(Span(0, 15))
    return desktop


def test_the_selection_is_copied_with_its_source(qtbot: QtBot, reading: Desktop) -> None:
    with qtbot.waitSignal(reading.presenters.citing.made):
        reading.window.actions_table["copy_cited"].trigger()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text().startswith("«О сотрудничеств» (Документ a.")
    assert copied.hasHtml()
    assert "ГОСТ" in reading.window.status._message.text()


def test_a_style_is_remembered_and_used_at_once(qtbot: QtBot, reading: Desktop) -> None:
    actions = reading.window.actions_table
    assert actions["cite_gost"].isChecked()
    with qtbot.waitSignal(reading.presenters.citing.made):
        actions["cite_markdown"].trigger()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text().startswith("> О сотрудничеств")
    assert not copied.hasHtml()
    assert actions["cite_markdown"].isChecked()
    assert reading.presenters.settings.get(CITATION) == "markdown"
    assert reading.presenters.citing.style is Style.MARKDOWN


def test_a_style_can_be_chosen_while_nothing_is_selected(qtbot: QtBot, reading: Desktop) -> None:
    reading.window.columns.pages.clear_selection()
    with qtbot.assertNotEmitted(reading.presenters.citing.made, wait=50):
        reading.window.actions_table["cite_apa"].trigger()
    assert QGuiApplication.clipboard().text() == "before"
    assert not reading.window.actions_table["copy_cited"].isEnabled()


def test_a_damaged_setting_means_the_usual_style(reading: Desktop) -> None:
    reading.presenters.settings.set(CITATION, "mla")
    assert reading.presenters.citing.style is Style.GOST


@pytest.mark.parametrize(
    "names",
    [
        ("список.bib", "RIS (*.ris)", "список.bib"),
        ("список", "CSL-JSON (*.json)", "список.json"),
        ("список.v2", "RIS (*.ris)", "список.v2.ris"),
    ],
)
def test_the_document_is_kept_as_a_citation_file(
    qtbot: QtBot,
    reading: Desktop,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    names: tuple[str, str, str],
) -> None:
    typed, kind, written = names
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(tmp_path / typed), kind))
    with qtbot.waitSignal(reading.presenters.citing.saved):
        reading.window.actions_table["save_citation"].trigger()
    text = (tmp_path / written).read_text("utf-8")
    assert TALKS.title in text
    if written.endswith(".json"):
        assert json.loads(text)[0]["title"] == TALKS.title


def test_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, reading: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = str(tmp_path / "нет" / "список.bib")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (nowhere, ""))
    with qtbot.waitSignal(reading.presenters.citing.failed) as failed:
        reading.window.actions_table["save_citation"].trigger()
    assert "Файл не записан" in failed.args[0]


def test_the_bar_is_reached_by_keys_and_left_for_the_page(qtbot: QtBot, reading: Desktop) -> None:
    bar, pages = reading.window.findChild(SelectionBar), reading.window.columns.pages
    assert isinstance(bar, SelectionBar)
    pages.setFocus()
    reading.window.actions_table["selection_bar"].trigger()
    assert bar.isVisible()
    assert bar.isAncestorOf(QApplication.focusWidget())
    bar.hide()
    assert QApplication.focusWidget() is pages


def test_the_caret_is_switched_by_its_command(reading: Desktop) -> None:
    action, pages = reading.window.actions_table["caret"], reading.window.columns.pages
    action.trigger()
    assert pages._keyboard.is_browsing
    action.trigger()
    assert not pages._keyboard.is_browsing
