"""The whole program, with a real archive, real processes and a window nobody sees."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Desktop
from desktop.dialogs.selection_bar import SelectionBar
from desktop.pageview.layout import Place
from desktop.settings import MARKER, THEME, Settings
from desktop.state.facts import FactsState
from desktop.theme import PALETTES, ThemeName
from index.archive import Archive
from index.model.annotation import HighlightColor
from index.model.report import ImportStatus
from tests.helpers.shared import shared

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def desktop(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    settings = Settings(tmp_path / "settings.ini")
    settings.set(THEME, "light")
    made = Desktop(qapp, lambda: Archive.open(tmp_path / "archive"), settings)
    with qtbot.waitSignal(made.furnished):
        made.show()
    made.window.resize(1366, 768)
    qtbot.waitUntil(lambda: made.presenters.library.is_loaded)
    yield made
    made.window.close()
    assert made.shut_down()
    made.window.deleteLater()
    made.deleteLater()
    qapp.setStyleSheet("")


def take_in(qtbot: QtBot, desktop: Desktop, *paths: Path) -> None:
    with qtbot.waitSignal(desktop.presenters.imports.ended, timeout=60_000):
        desktop.window.paths_dropped.emit(list(paths))


def ask(qtbot: QtBot, desktop: Desktop, text: str) -> None:
    with qtbot.waitSignal(desktop.presenters.search.answered, timeout=20_000):
        desktop.window.columns.search.ask(text)


def wait_for_page(qtbot: QtBot, desktop: Desktop) -> None:
    pages = desktop.window.columns.pages
    qtbot.waitUntil(lambda: pages.document is not None and pages.is_sharp, timeout=20_000)


def ground_under(desktop: Desktop, match: int) -> QColor:
    """Return the most frequent colour where a match is painted, from the picture of the window."""
    reader, pages = desktop.presenters.reader, desktop.window.columns.pages
    assert reader.document is not None
    quad = reader.document.text_map.quads(reader.matches[match].span)[0]
    box = quad.bounds
    corners = [
        pages.viewport().mapTo(desktop.window, pages.point_of(Place(quad.page_index, x, y)).toPoint())
        for x, y in ((box.left + 1, box.top + 1), (box.right - 1, box.bottom - 1))
    ]
    picture = desktop.window.grab().toImage()
    seen = Counter(
        picture.pixelColor(x, y).name()
        for x in range(corners[0].x(), corners[1].x())
        for y in range(corners[0].y(), corners[1].y())
    )
    return QColor(seen.most_common(1)[0][0])


def test_a_newcomer_sees_the_whole_program_work(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.window.actions_table["open_sample"].isEnabled()
    qtbot.waitUntil(desktop.window.welcome.isVisible)
    with qtbot.waitSignal(desktop.presenters.reader.current_changed, timeout=60_000):
        QTest.mouseClick(desktop.window.welcome._sample, Qt.MouseButton.LeftButton)
    assert not desktop.window.welcome.isVisible()
    answer = desktop.presenters.search.answer
    assert answer is not None
    assert answer.documents >= 3
    wait_for_page(qtbot, desktop)
    qtbot.waitUntil(lambda: desktop.presenters.facts.state is FactsState.READY, timeout=60_000)
    assert desktop.presenters.facts.entry_count > 5


def test_a_word_in_another_case_is_found_lit_and_walked_through(qtbot: QtBot, desktop: Desktop) -> None:
    take_in(qtbot, desktop, shared("seed/seed.pdf"))
    ask(qtbot, desktop, "сотрудничеством")
    desktop.presenters.search.open_first()
    wait_for_page(qtbot, desktop)
    reader = desktop.presenters.reader
    assert len(reader.matches) == 9
    found = {match.span.of(reader.document.text).casefold() for match in reader.matches if reader.document}
    assert {"сотрудничество", "сотрудничества"} <= found
    for number in range(2, 10):
        desktop.window.actions_table["next_hit"].trigger()
        assert reader.current_number == number
    wait_for_page(qtbot, desktop)
    seen, expected = ground_under(desktop, 8), QColor(PALETTES[ThemeName.LIGHT].hit)
    assert abs(seen.hue() - expected.hue()) < 12, seen.name()
    assert seen.saturation() > 90, seen.name()


def test_a_phrase_over_a_page_break_is_lit_on_both_pages(qtbot: QtBot, desktop: Desktop) -> None:
    take_in(qtbot, desktop, shared("seed/seed.pdf"))
    ask(qtbot, desktop, '"стабильности в Центральной Азии"')
    desktop.presenters.search.open_first()
    wait_for_page(qtbot, desktop)
    reader = desktop.presenters.reader
    assert reader.document is not None
    pages = [reader.document.text_map.pages(match.span) for match in reader.matches]
    assert any(len(on) == 2 for on in pages)


def test_a_marked_passage_is_there_tomorrow(qtbot: QtBot, desktop: Desktop, tmp_path: Path) -> None:
    take_in(qtbot, desktop, shared("seed/seed.pdf"))
    ask(qtbot, desktop, "Токаеву")
    desktop.presenters.search.open_first()
    wait_for_page(qtbot, desktop)
    columns = desktop.window.columns
    columns.pages.select(desktop.presenters.reader.matches[0].span)
    with qtbot.waitSignal(desktop.presenters.notes.added, timeout=10_000):
        desktop.window.actions_table["highlight"].trigger()
    qtbot.waitUntil(lambda: columns.side.tabText(1).endswith("1"))
    note = desktop.presenters.notes.marks()[0]
    assert "Токаев" in note.anchor.quote
    again = Archive.open(tmp_path / "archive")
    assert [one.anchor.quote for one in again.notebook.all()] == [note.anchor.quote]
    again.close()


def test_selecting_with_the_mouse_offers_markers(qtbot: QtBot, desktop: Desktop) -> None:
    take_in(qtbot, desktop, shared("seed/seed.pdf"))
    ask(qtbot, desktop, "сотрудничеством")
    desktop.presenters.search.open_first()
    wait_for_page(qtbot, desktop)
    reader, pages = desktop.presenters.reader, desktop.window.columns.pages
    assert reader.document is not None
    box = reader.document.text_map.quads(reader.matches[0].span)[0].bounds
    middle = (box.top + box.bottom) / 2
    view = pages.viewport()
    start, stop = (pages.point_of(Place(0, x, middle)).toPoint() for x in (box.left + 1, box.right - 1))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, (start + stop) / 2)
    QTest.mouseMove(view, stop)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=stop)
    bar = desktop.window.findChild(SelectionBar)
    assert isinstance(bar, SelectionBar)
    qtbot.waitUntil(bar.isVisible)
    with qtbot.waitSignal(desktop.presenters.notes.added, timeout=10_000) as blocker:
        bar.color_chosen.emit(HighlightColor.GREEN)
    assert blocker.args[0].anchor.quote == "сотрудничество"
    assert not bar.isVisible()
    assert desktop.presenters.settings.get(MARKER) == "green"


def test_a_wrong_file_is_told_in_the_report_and_harms_nothing(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    wrong = tmp_path / "не документ.pdf"
    wrong.write_bytes(b"\x00\x01 nothing of the kind")
    take_in(qtbot, desktop, wrong, tmp_path / "нет такого.pdf")
    report = desktop.presenters.imports.last_report
    assert report is not None
    assert {file.status for file in report.files} == {ImportStatus.REFUSED}
    assert all(file.message for file in report.files)
    assert desktop.window.status._report.isVisible()
    qtbot.waitUntil(desktop.window.welcome.isVisible)


def test_closing_leaves_no_process_within_two_seconds(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    here = psutil.Process()
    before = {child.pid for child in here.children(recursive=True)}
    settings = Settings(tmp_path / "settings.ini")
    made = Desktop(qapp, lambda: Archive.open(tmp_path / "archive"), settings)
    with qtbot.waitSignal(made.furnished):
        made.show()
    made.window.resize(1200, 700)
    sample = [path.read_bytes() for path in sorted((ROOT / "resources" / "sample").glob("*.pdf"))]
    take_in(qtbot, made, ROOT / "resources" / "sample")
    many = tmp_path / "many"
    many.mkdir()
    for number in range(200):
        # A comment behind its end makes every copy another document.
        (many / f"{number}.pdf").write_bytes(sample[number % len(sample)] + f"\n% {number}\n".encode())
    made.presenters.imports.start([many])
    with qtbot.waitSignal(made.presenters.imports.progressed, timeout=20_000):
        pass
    made.window.close()
    assert made.shut_down()
    left = [child for child in here.children(recursive=True) if child.pid not in before]
    _gone, alive = psutil.wait_procs(left, timeout=2)
    names = [child.name() for child in alive if "resource_tracker" not in " ".join(child.cmdline())]
    assert names == []
    made.window.deleteLater()
    made.deleteLater()


HEAVY = ("pdfplumber", "whoosh", "numpy", "pymorphy3", "slovnet", "navec", "razdel", "pypdfium2", "psutil")
_SHOW = f"""
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.app import Desktop
from desktop.dialogs.selection_bar import SelectionBar
from desktop.settings import Settings
from index.archive import Archive
application = QApplication([])
folder = Path(sys.argv[1])
desktop = Desktop(application, lambda: Archive.open(folder / "archive"), Settings(folder / "settings.ini"))
seen = []
desktop.furnished.connect(lambda: (seen.extend(sys.modules), application.quit()))
desktop.window.show()
application.exec()
desktop.shut_down()
print(sorted(set({HEAVY!r}) & set(seen)))
"""


def test_nothing_heavy_is_loaded_before_the_window_is_painted(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SHOW, str(tmp_path)],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_without_a_screen_the_program_says_how_to_go_on(tmp_path: Path) -> None:
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "main.py"],
        check=False,
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1
    assert "--tour" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_tour_tells_and_shows_what_it_found(tmp_path: Path) -> None:
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "main.py", "--tour", str(tmp_path / "tour")],
        check=False,
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        timeout=150,
    )
    assert done.returncode == 0, done.stderr
    assert "Запрос: капельный полив" in done.stdout
    assert "Факты:" in done.stdout
    assert (tmp_path / "tour" / "window.png").stat().st_size > 50_000
