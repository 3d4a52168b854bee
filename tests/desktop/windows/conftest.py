"""A whole window over an archive in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.settings import Settings
from tests.helpers.fakes import FakeArchive, document

TALKS = document("a", "О сотрудничестве стран.\nСотрудничество растёт, сотрудничеством довольны.", pages=2)
TREATY = document("b", "Договор о сотрудничестве.")
OTHER = document("c", "Мука дешевеет.")


@pytest.fixture
def archive() -> FakeArchive:
    return FakeArchive(OTHER, TREATY, TALKS)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def desktop(qapp: QApplication, qtbot: QtBot, archive: FakeArchive, settings: Settings) -> Iterator[Desktop]:
    made = Desktop(qapp, lambda: archive, settings)  # type: ignore[arg-type, return-value]  # a stand-in
    with qtbot.waitSignal(made.furnished):
        made.show()
    made.window.activateWindow()
    qtbot.waitUntil(lambda: made.presenters.library.is_loaded and made.window.isActiveWindow())
    yield made
    archive.gate.set()
    made.window.close()
    assert made.shut_down()
    made.window.deleteLater()
    made.deleteLater()
    qapp.setStyleSheet("")
