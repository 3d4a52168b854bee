from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.print_pages import PrintPagesDialog, printed
from desktop.windows.printing import Printing
from tests.desktop.windows.conftest import TALKS


@pytest.fixture
def talks(qtbot: QtBot, desktop: Desktop) -> Desktop:
    """The window with a document of two pages open, of which neither can be drawn: its file is not there."""
    reader = desktop.presenters.reader
    reader.open_document(TALKS.id)
    qtbot.waitUntil(lambda: reader.document == TALKS)
    return desktop


@pytest.fixture
def printer(qapp: object, tmp_path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    return made


def said(desktop: Desktop) -> str:
    return desktop.window.status._message.text()


def test_the_command_asks_which_pages(talks: Desktop) -> None:
    talks.window.actions_table["print"].trigger()
    (dialog,) = talks.window.findChildren(PrintPagesDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_what_did_not_come_out_is_told(qtbot: QtBot, talks: Desktop, printer: QPrinter) -> None:
    printing = talks.window.findChild(Printing)
    printing.print((0, 1), printer, with_marks=True)
    qtbot.waitUntil(lambda: "Не удалось нарисовать: 2" in said(talks), timeout=20_000)
    assert "Напечатано" not in said(talks)


def test_printing_can_be_stopped(qtbot: QtBot, talks: Desktop, printer: QPrinter) -> None:
    printing = talks.window.findChild(Printing)
    printing.print((0,) * 50, printer, with_marks=False)
    (progress,) = talks.window.findChildren(QProgressDialog)
    progress.findChild(QPushButton).click()
    assert "остановлена" in said(talks)
    assert not progress.isVisible()


def test_how_many_pages_came_out_is_said() -> None:
    assert printed(5, 0).startswith("Напечатано: 5")
    assert "Не удалось нарисовать: 1" in printed(5, 1)
