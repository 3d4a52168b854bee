"""A page view on a hand-made document."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.pageview.view import PageView
from desktop.theme import PALETTES, ThemeName
from index.model.document import Document
from tests.desktop.pageview.papers import PaperRenderer, paper

ROWS = [f"строка {number} про сотрудничество стран" for number in range(30)]


@pytest.fixture
def document() -> Document:
    return paper(
        ["Первый абзац о водных-ресурсах и", "границах стран.", "", "Второй абзац идёт", *ROWS],
        ["через край страницы.", "", *ROWS],
        *[ROWS for _ in range(8)],
    )


@pytest.fixture
def paper_renderer(qapp: QApplication) -> PaperRenderer:
    return PaperRenderer()


@pytest.fixture
def view(qtbot: QtBot, document: Document, paper_renderer: PaperRenderer) -> PageView:
    made = PageView(paper_renderer, PALETTES[ThemeName.LIGHT])
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show_document(document, Path("paper.pdf"))
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.is_sharp)
    return made
