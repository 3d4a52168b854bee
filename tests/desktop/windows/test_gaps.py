from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.gaps import GapsDialog
from desktop.dialogs.password import PasswordDialog
from desktop.state.imports import summary
from desktop.windows.gaps import GapRemarks, folder_of
from index.model.gap import GapKind, Gaps
from index.model.said import said
from tests.desktop.windows.conftest import TALKS, TREATY
from tests.helpers.fakes import FakeArchive
from tests.helpers.gaps import file_gap, pages_gap, some_gaps


def show(qtbot: QtBot, desktop: Desktop, archive: FakeArchive, gaps: Gaps) -> None:
    presenters = desktop.presenters
    # What the start still looks for changes the offers, and would take the choice of rows away.
    qtbot.waitUntil(lambda: presenters.jobs.is_idle)
    archive.unsearched = gaps
    presenters.gaps.refresh()
    qtbot.waitUntil(lambda: presenters.gaps.gaps == gaps and presenters.jobs.is_idle)


def opened(desktop: Desktop) -> GapsDialog:
    """Return the dialog that is open; the test closes it with the window."""
    (dialog,) = (child for child in desktop.window.findChildren(GapsDialog) if child.isVisible())
    return dialog


def act(dialog: GapsDialog, text: str) -> QPushButton:
    return next(made for made, _ in dialog._acts if made.text() == text)


def is_enabled(dialog: GapsDialog, text: str) -> bool:
    return act(dialog, text).isEnabled()


def choose(dialog: GapsDialog, *rows: int) -> None:
    dialog._table.clearSelection()
    for row in rows:
        dialog._table.selectionModel().select(
            dialog._model.index(row, 0),
            dialog._table.selectionModel().SelectionFlag.Select
            | dialog._table.selectionModel().SelectionFlag.Rows,
        )


def test_nothing_is_said_while_everything_is_searched(qtbot: QtBot, desktop: Desktop) -> None:
    window = desktop.window
    desktop.presenters.reader.open_document(TALKS.id)
    window.columns.search.ask("сотрудничество")
    qtbot.waitUntil(lambda: desktop.presenters.search.answer is not None)
    assert not window.columns.search.unsearched.isVisible()
    assert not window.columns.library.unsearched.isVisible()
    assert not window.status._unsearched.isVisible()
    assert not window.columns.unsearched.isVisible()


def test_the_line_stands_under_every_answer_and_leads_to_the_list(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    show(qtbot, desktop, archive, some_gaps())
    search = desktop.window.columns.search
    assert not search.unsearched.isVisible()
    for query in ("сотрудничество", "карамболь"):
        with qtbot.waitSignal(desktop.presenters.search.answered):
            search.ask(query)
        assert search.unsearched.isVisible()
        assert "24" in search.unsearched.words
    QTest.mouseClick(search.unsearched, Qt.MouseButton.LeftButton)
    assert opened(desktop)._model.rowCount() == 3
    desktop.presenters.search.clear()
    assert not search.unsearched.isVisible()


def test_status_library_and_menu_lead_to_the_list_too(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    show(qtbot, desktop, archive, some_gaps())
    window = desktop.window
    for lead in (
        window.status._unsearched.click,
        window.columns.library.unsearched.click,
        window.actions_table["show_gaps"].trigger,
    ):
        lead()
        opened(desktop).close()


def test_the_list_is_kept_by_reason_with_counts(qtbot: QtBot, desktop: Desktop, archive: FakeArchive) -> None:
    show(qtbot, desktop, archive, some_gaps())
    desktop.window.gaps_requested.emit()
    dialog = opened(desktop)
    entries = [dialog._reasons.topLevelItem(row) for row in range(dialog._reasons.topLevelItemCount())]
    assert [(entry.text(0), entry.text(1)) for entry in entries if entry] == [
        ("Все причины", "3"),
        ("Страницы без текста", "2"),
        ("Файлы под паролем", "1"),
    ]
    dialog._reasons.setCurrentItem(entries[2])
    assert [gap.kind for gap in dialog._model.gaps] == [GapKind.ENCRYPTED]


def test_only_what_fits_the_chosen_rows_is_offered(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    archive.recognition.program = None
    desktop.presenters.recognition.look()
    qtbot.waitUntil(lambda: not desktop.presenters.gaps.can_recognise)
    show(qtbot, desktop, archive, some_gaps())
    desktop.window.gaps_requested.emit()
    dialog = opened(desktop)
    assert not is_enabled(dialog, "Показать в папке")
    choose(dialog, 0)
    assert is_enabled(dialog, "Открыть на странице")
    assert not is_enabled(dialog, "Попробовать ещё раз")
    assert not act(dialog, "Распознать").isVisible()
    choose(dialog, 2)
    assert is_enabled(dialog, "Попробовать ещё раз")
    assert not is_enabled(dialog, "Открыть на странице")
    choose(dialog, 0, 2)
    assert not is_enabled(dialog, "Попробовать ещё раз")


def test_recognition_is_offered_once_there_is_a_program_for_it(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    presenters = desktop.presenters
    program, archive.recognition.program = archive.recognition.program, None
    presenters.recognition.look()
    qtbot.waitUntil(lambda: not presenters.gaps.can_recognise)
    show(qtbot, desktop, archive, Gaps((pages_gap("a", range(1), of=2),), 1, 1, 2, 1))
    desktop.presenters.reader.open_document(TALKS.id)
    bar = desktop.window.columns.unsearched
    qtbot.waitUntil(bar.isVisible)
    assert not bar._recognise.isVisible()
    archive.recognition.program = program
    presenters.recognition.look()
    qtbot.waitUntil(bar._recognise.isVisible)
    with qtbot.waitSignal(desktop.presenters.gaps.recognise_requested) as asked:
        bar._recognise.click()
    assert asked.args == [TALKS.id]
    desktop.window.gaps_requested.emit()
    dialog = opened(desktop)
    choose(dialog, 0)
    with qtbot.waitSignal(desktop.presenters.gaps.recognise_requested):
        act(dialog, "Распознать").click()


def test_nothing_is_offered_above_pages_that_are_being_recognised(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    show(qtbot, desktop, archive, Gaps((pages_gap("a", range(1), of=2),), 1, 1, 2, 1))
    presenters, bar = desktop.presenters, desktop.window.columns.unsearched
    presenters.reader.open_document(TALKS.id)
    qtbot.waitUntil(bar.isVisible)
    with qtbot.waitSignal(presenters.recognition.ended):
        presenters.recognition.recognise_document()
        assert presenters.recognition.state.is_running
        assert not bar.isVisible()


def test_the_bar_follows_the_document_and_goes_when_told(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    show(qtbot, desktop, archive, some_gaps())
    bar, reader = desktop.window.columns.unsearched, desktop.presenters.reader
    reader.open_document(TALKS.id)
    qtbot.waitUntil(bar.isVisible)
    assert bar.words.startswith("Не ищется 4 из")
    bar.details_requested.emit()
    assert [gap.document_id for gap in opened(desktop)._model.gaps] == [TALKS.id]
    bar.dismissed.emit()
    assert not bar.isVisible()
    reader.open_document(TREATY.id)
    qtbot.waitUntil(bar.isVisible)
    reader.open_document(TALKS.id)
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_a_gap_opens_at_its_page(qtbot: QtBot, desktop: Desktop, archive: FakeArchive) -> None:
    show(qtbot, desktop, archive, Gaps((pages_gap("a", range(1, 900), of=900),), 1, 1, 900, 1))
    desktop.window.gaps_requested.emit()
    dialog = opened(desktop)
    choose(dialog, 0)
    act(dialog, "Открыть на странице").click()
    qtbot.waitUntil(lambda: desktop.presenters.reader.document is TALKS)
    qtbot.waitUntil(lambda: desktop.window.columns.pages.page_index == 1)


def test_trying_again_imports_the_file_by_itself(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    show(qtbot, desktop, archive, some_gaps())
    desktop.window.gaps_requested.emit()
    dialog = opened(desktop)
    choose(dialog, 2)
    with qtbot.waitSignal(desktop.presenters.imports.ended) as ended:
        act(dialog, "Попробовать ещё раз").click()
    (file,) = ended.args[0].files
    assert file.path == file_gap().path


def test_trying_again_reads_documents_of_the_archive_again_and_shows_them(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    gap = replace(pages_gap("a", range(1), kind=GapKind.FAILED, of=2), can_retry=True)
    show(qtbot, desktop, archive, Gaps((gap,), 1, 1, 2, 1))
    reader = desktop.presenters.reader
    reader.open_document(TALKS.id)
    qtbot.waitUntil(lambda: reader.document is not None)
    desktop.window.gaps_requested.emit()
    dialog = opened(desktop)
    choose(dialog, 0)
    imports = desktop.presenters.imports
    with qtbot.waitSignals([imports.document_renewed, imports.ended, reader.document_changed]):
        act(dialog, "Попробовать ещё раз").click()
    assert archive.again == (TALKS.id,)
    assert imports.last_report is not None
    assert summary(imports.last_report) == "Прочитано заново: 1"


def test_the_password_of_a_locked_file_can_be_entered_from_the_list(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    archive.locked["тайна.pdf"] = "ключ"
    show(qtbot, desktop, archive, some_gaps())
    desktop.window.gaps_requested.emit()
    dialog = opened(desktop)
    choose(dialog, 0)
    assert not is_enabled(dialog, "Ввести пароль…")
    choose(dialog, 2)
    act(dialog, "Ввести пароль…").click()
    (asking,) = dialog.findChildren(PasswordDialog)
    asking.password_entered.emit("мимо")
    qtbot.waitUntil(lambda: "не подошёл" in asking.said)
    with qtbot.waitSignal(asking.accepted):
        asking.password_entered.emit("ключ")
    assert archive.passwords == ("ключ", "мимо")


def test_no_password_is_asked_for_where_none_would_help(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    protected = said("file.protected", "Файл защищён способом, который программа не поддерживает.")
    show(qtbot, desktop, archive, Gaps((replace(file_gap(), why=protected),)))
    desktop.window.gaps_requested.emit()
    assert not act(opened(desktop), "Ввести пароль…").isVisible()


def test_the_list_is_read_again_after_an_import(qtbot: QtBot, desktop: Desktop, archive: FakeArchive) -> None:
    archive.unsearched = some_gaps()
    with qtbot.waitSignal(desktop.presenters.gaps.changed):
        desktop.presenters.imports.start([Path("нет.pdf")])


def test_a_refused_file_can_be_taken_off_the_list(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive
) -> None:
    show(qtbot, desktop, archive, some_gaps())
    desktop.window.gaps_requested.emit()
    dialog = opened(desktop)
    choose(dialog, 2)
    act(dialog, "Убрать из списка").click()
    qtbot.waitUntil(lambda: [gap.kind for gap in dialog._model.gaps] == [GapKind.SCAN, GapKind.SCAN])


def test_the_folder_is_shown_and_the_file_never_opened(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))
    remarks = desktop.window.findChild(GapRemarks)
    assert remarks is not None
    remarks._open_folder(file_gap(str(tmp_path / "тайна.pdf")))
    assert asked == [str(tmp_path)]
    remarks._open_folder(file_gap("/нет/такой/тайна.pdf"))
    assert asked == [str(tmp_path)]
    assert "больше нет" in desktop.window.status._message.text()


def test_a_folder_that_would_start_as_a_program_is_left_closed(tmp_path: Path) -> None:
    inner = tmp_path / "Просмотр.app" / "Contents"
    inner.mkdir(parents=True)
    assert folder_of(inner / "x.pdf") == tmp_path
    assert folder_of(Path("x.pdf")) is None


def test_the_list_can_be_taken_along(
    qtbot: QtBot, desktop: Desktop, archive: FakeArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(qtbot, desktop, archive, some_gaps())
    target = tmp_path / "список.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    desktop.window.gaps_requested.emit()
    dialog = opened(desktop)
    dialog._copy()
    assert QGuiApplication.clipboard().text().count("\n") == 4
    dialog._save()
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "тайна.pdf" in target.read_text("utf-8-sig")


def test_an_archive_without_gaps_says_so(desktop: Desktop) -> None:
    desktop.window.actions_table["show_gaps"].trigger()
    dialog = opened(desktop)
    assert dialog._lead.text() == "Поиск видит всё, что есть в архиве."
