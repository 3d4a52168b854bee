"""Locked files, from the import to the page: on the command line and in the window."""

from __future__ import annotations

import getpass
import io
import os
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.import_report import ImportReportDialog
from desktop.dialogs.password import PasswordDialog
from desktop.settings import Settings
from index.archive import Archive
from index.cli.main import main
from index.model.report import ImportStatus
from tests.helpers.pdfs import Print, write_pdf

KEY, OTHER = "ключ-от-ларца", "другой"
pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    return write_pdf(tmp_path / "locked.pdf", [[Print("Тайная опись.")]], password=KEY)


@pytest.fixture
def desktop(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    made = Desktop(qapp, lambda: Archive.open(tmp_path / "archive"), Settings(tmp_path / "settings.ini"))
    with qtbot.waitSignal(made.furnished):
        made.show()
    qtbot.waitUntil(lambda: made.presenters.library.is_loaded)
    yield made
    made.window.close()
    assert made.shut_down()
    made.window.deleteLater()
    made.deleteLater()
    qapp.setStyleSheet("")


def dialog(qtbot: QtBot, desktop: Desktop) -> PasswordDialog:
    qtbot.waitUntil(lambda: desktop.window.findChild(PasswordDialog) is not None)
    found = desktop.window.findChild(PasswordDialog)
    assert isinstance(found, PasswordDialog)
    return found


def enter(asking: PasswordDialog, password: str) -> None:
    asking._field.setText(password)
    asking._open.click()


def test_one_password_opens_all_files_it_fits_and_the_rest_is_said_calmly(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path, locked: Path
) -> None:
    other = write_pdf(tmp_path / "other.pdf", [[Print("Другая опись.")]], password=OTHER)
    plain = write_pdf(tmp_path / "plain.pdf", [[Print("Открытая опись.")]])
    imports = desktop.presenters.imports
    with qtbot.waitSignal(imports.ended, timeout=60_000):
        imports.start([locked, other, plain])
    assert imports.last_report is not None
    assert len(imports.last_report.locked) == 2
    desktop.window.actions_table["show_report"].trigger()
    report = desktop.window.findChild(ImportReportDialog)
    assert isinstance(report, ImportReportDialog)
    assert report._password.isVisible()
    report._password.click()
    asking = dialog(qtbot, desktop)
    enter(asking, "мимо")
    qtbot.waitUntil(lambda: "Пароль не подошёл" in asking.said, timeout=60_000)
    enter(asking, KEY)
    qtbot.waitUntil(lambda: "остаётся" in asking.said, timeout=60_000)
    assert [Path(file.path).name for file in imports.last_report.locked] == ["other.pdf"]
    with qtbot.waitSignal(asking.accepted, timeout=60_000):
        enter(asking, OTHER)
    statuses = {Path(file.path).name: file.status for file in imports.last_report.files}
    assert set(statuses.values()) == {ImportStatus.IMPORTED}
    assert len(statuses) == 3
    assert not report._password.isVisible()
    report.accept()


def test_in_a_later_session_the_pages_ask_and_everything_else_works(
    qtbot: QtBot, desktop: Desktop, locked: Path
) -> None:
    presenters, columns = desktop.presenters, desktop.window.columns
    with Archive.open(locked.parent / "archive") as archive:
        archive.keyring.add(KEY)
        (file,) = archive.ingest([locked]).files
    assert file.document_id is not None
    presenters.library.refresh()
    presenters.reader.open_document(file.document_id)
    qtbot.waitUntil(columns.locked.isVisible, timeout=30_000)
    assert presenters.reader.document is not None
    assert presenters.reader.document.text == "Тайная опись."
    columns.locked.password_requested.emit()
    asking = dialog(qtbot, desktop)
    enter(asking, "мимо")
    qtbot.waitUntil(lambda: "не подошёл" in asking.said, timeout=30_000)
    with qtbot.waitSignal(asking.accepted, timeout=30_000):
        enter(asking, KEY)
    qtbot.waitUntil(lambda: columns.pages.is_sharp and not columns.locked.isVisible(), timeout=30_000)


def test_no_password_is_written_into_the_archive(tmp_path: Path, locked: Path) -> None:
    root = tmp_path / "archive"
    with Archive.open(root) as archive:
        archive.keyring.add(KEY)
        archive.keyring.add("мимо")
        assert archive.ingest([locked]).files[0].status is ImportStatus.IMPORTED
    secrets = [KEY.encode(encoding) for encoding in ("utf-8", "cp1251", "utf-16-le")]
    for path in root.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(secret in content for secret in secrets), path
    with sqlite3.connect(root / "archive.db") as connection:
        assert KEY not in "\n".join(connection.iterdump())
    connection.close()


def test_the_command_line_takes_passwords_from_a_file_or_standard_input(
    tmp_path: Path, locked: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = str(tmp_path / "archive")
    assert main(["import", "--archive", archive, str(locked)]) == 3
    passwords = tmp_path / "passwords.txt"
    passwords.write_text(f"мимо\n{KEY}\n", "utf-8")
    assert main(["import", "--archive", archive, "--password-file", str(passwords), str(locked)]) == 0
    capfd.readouterr()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(KEY + "\n"))
    assert main(["text", "--password-file", "-", locked.name]) == 0
    assert capfd.readouterr().out.strip() == "Тайная опись."
    assert main(["import", "--archive", archive, "--password-file", os.devnull + "/no", str(locked)]) == 1
    assert "не читается" in capfd.readouterr().err


def test_on_a_terminal_the_command_line_asks_until_it_fits(
    tmp_path: Path, locked: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["мимо", KEY])
    asked: list[str] = []

    def answer(question: str, _stream: object) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(getpass, "getpass", answer)
    assert main(["import", "--archive", str(tmp_path / "archive"), str(locked)]) == 0
    assert len(asked) == 2
    assert "1 файл" in asked[0]
    assert KEY not in "".join(capfd.readouterr())
