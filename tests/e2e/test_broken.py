"""A small torture: broken and hostile files through archive and page view. The large one: `make torture`."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from benchmarks.broken import BREAKINGS, break_files, draw, is_explained
from desktop.pageview.renderer import PageRenderer
from desktop.pageview.view import PageView
from desktop.theme import PALETTES, ThemeName
from index.archive import Archive
from index.config import IndexConfig, ReadLimits
from index.model.report import FileReport, ImportStatus
from tests.helpers.hostile import write_hostile
from tests.helpers.pdfs import Print, write_pdf

# Slow or hungry ones are for `make torture`'s kind of test.
QUICK = (
    "absurd_sizes",
    "box_huge",
    "box_large",
    "box_nan",
    "box_thin",
    "counts_wrong",
    "deep_nesting",
    "far_away",
    "huge_picture",
    "many_lines",
    "odd_characters",
    "one_long_line",
    "outline_deep",
    "outline_loop",
)


def imported(root: Path, folder: Path, limits: ReadLimits | None = None) -> tuple[FileReport, ...]:
    with Archive(root, IndexConfig(read_limits=limits or ReadLimits())) as archive:
        files = archive.ingest([folder]).files
        assert archive.check(is_deep=True).is_sound
        return files


@pytest.fixture
def renderer(qapp: object, tmp_path: Path) -> Iterator[PageRenderer]:
    """The real renderer."""
    made = PageRenderer(reads=(tmp_path,))
    yield made
    made.shutdown()


@pytest.fixture
def sound(tmp_path: Path) -> list[Path]:
    """Two sound files."""
    folder = tmp_path / "sound"
    folder.mkdir()
    return [
        write_pdf(folder / "a.pdf", [[Print("Слово о деле.")], [Print("Дело о слове.")]]),
        write_pdf(folder / "b.pdf", [[Print("Один лист.")]]),
    ]


@pytest.mark.timeout(300)
def test_broken_copies_end_with_a_status_and_a_reason_and_are_drawn_or_refused(
    tmp_path: Path, sound: list[Path]
) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    broken = break_files(sound, folder, 14, seed=3)
    files = imported(tmp_path / "archive", folder)
    assert len(files) == len(broken)
    assert all(is_explained(file) for file in files), files
    drawn = draw(broken, [folder])
    assert drawn.endings.total() > 14
    assert not drawn.unexplained


@pytest.mark.timeout(300)
def test_hostile_files_end_with_a_status_and_a_reason(tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    paths = write_hostile(folder, QUICK)
    files = imported(tmp_path / "archive", folder)
    assert len(files) == len(paths)
    assert all(is_explained(file) for file in files), files
    by_name = {Path(file.path).stem: file for file in files}
    assert by_name["odd_characters"].status is ImportStatus.IMPORTED
    assert by_name["far_away"].status is ImportStatus.IMPORTED
    assert by_name["many_lines"].status is ImportStatus.IMPORTED
    assert "нет текста" in by_name["box_thin"].message


@pytest.mark.timeout(300)
def test_pages_that_kill_their_reader_cost_neither_the_others_nor_much_time(tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    write_hostile(folder, ["deadly_pages"])
    (file,) = imported(tmp_path / "archive", folder, ReadLimits(seconds_per_page=2, memory_bytes=1 << 30))
    assert file.status is ImportStatus.PARTIAL
    assert file.pages == 13
    assert file.seconds < 60


@pytest.mark.timeout(300)
def test_hostile_pages_do_not_end_or_freeze_the_window(
    qtbot: QtBot, tmp_path: Path, renderer: PageRenderer
) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    view = PageView(renderer, PALETTES[ThemeName.LIGHT])
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    paths = write_hostile(folder, QUICK)
    with Archive(tmp_path / "archive") as archive:
        archive.ingest([folder])
        for summary in archive.documents():
            document = archive.document(summary.id)
            view.show_document(document, archive.original(summary.id))
            qtbot.waitUntil(lambda: view.is_sharp, timeout=40_000)
            view.grab()
        assert 0 < len(archive.documents()) <= len(paths)


def test_the_same_seed_breaks_files_the_same_way(tmp_path: Path, sound: list[Path]) -> None:
    ways = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        ways.append([path.read_bytes() for path in break_files(sound, folder, 8, seed=5)])
    assert ways[0] == ways[1]
    assert len(set(ways[0])) == 8


@pytest.mark.parametrize("kind", sorted(BREAKINGS))
def test_every_way_of_breaking_changes_the_file(kind: str, sound: list[Path]) -> None:
    content = sound[0].read_bytes()
    assert BREAKINGS[kind](content, random.Random(1)) != content  # noqa: S311 - repeatable
