"""What an import leaves to be told as not searched, and what heals it; workers work in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from index.model.gap import Gap, GapKind
from index.model.report import ImportStatus
from index.model.said import sentences
from index.pdf.worker import PageRead, ReadRequest
from index.workers import Death, WorkerDied
from tests.index.ingest.fakes import FakeIndex, read
from tests.index.ingest.test_intake import open_archive, pdf


def deadly(is_cured: Callable[[], bool]) -> Callable[[ReadRequest, Any], Any]:
    """Return a reader that dies of files that say so until it is cured."""

    def reader(request: ReadRequest, tell: Callable[[Any], None]) -> Any:
        if "kill" in Path(request.path).read_text("utf-8") and not is_cured():
            tell(PageRead(0, 1))
            raise WorkerDied(Death.CRASH)
        return read(request, tell)

    return reader


def again(gaps: tuple[Gap, ...]) -> list[Path]:
    return [Path(gap.path) for gap in gaps if gap.can_retry]


def test_a_quarantined_file_is_left_alone_with_its_folder_and_tried_when_named(tmp_path: Path) -> None:
    cured: list[bool] = []
    folder = tmp_path / "файлы"
    pdf(folder, "зло.pdf", "kill")
    pdf(folder, "добро.pdf", "Текст.")
    with open_archive(tmp_path, FakeIndex(), deadly(lambda: bool(cured))) as archive:
        archive.ingest([folder])
        (gap,) = archive.gaps()
        assert (gap.kind, gap.title) == (GapKind.QUARANTINED, "зло.pdf")
        cured.append(True)
        assert archive.ingest([folder]).count(ImportStatus.REFUSED) == 1
        assert [one.kind for one in archive.gaps()] == [GapKind.QUARANTINED]
        assert archive.ingest(again(archive.gaps().all)).count(ImportStatus.IMPORTED) == 1
        assert archive.gaps().all == ()
        assert archive.gaps().documents == 2


def test_a_file_that_fails_again_stays_on_the_list(tmp_path: Path) -> None:
    path = pdf(tmp_path, "зло.pdf", "kill")
    with open_archive(tmp_path, FakeIndex(), deadly(lambda: False)) as archive:
        for _ in range(2):
            archive.ingest([path])
            (gap,) = archive.gaps()
            assert gap.kind is GapKind.QUARANTINED


def test_a_refused_file_is_healed_by_its_content_from_elsewhere(tmp_path: Path) -> None:
    cured: list[bool] = []
    path = pdf(tmp_path, "зло.pdf", "kill")
    with open_archive(tmp_path, FakeIndex(), deadly(lambda: bool(cured))) as archive:
        archive.ingest([path])
        (gap,) = archive.gaps()
        cured.append(True)
        archive.ingest([pdf(tmp_path, "копия.pdf", "kill")])
        assert archive.documents()[0].id == gap.content
        assert archive.gaps().all == ()


def test_a_file_that_is_gone_is_told_as_that(tmp_path: Path) -> None:
    path = pdf(tmp_path, "было.pdf", "damaged")
    with open_archive(tmp_path, FakeIndex()) as archive:
        archive.ingest([path])
        path.unlink()
        archive.ingest(again(archive.gaps().all))
        (gap,) = archive.gaps()
        assert (gap.kind, gap.why) == (GapKind.UNREADABLE, "Файла нет на прежнем месте.")
        archive.dismiss_refusals([gap.path])
        assert archive.gaps().all == ()


def test_messages_of_an_import_keep_their_sentences(tmp_path: Path) -> None:
    with open_archive(tmp_path, FakeIndex()) as archive:
        path = pdf(tmp_path, "a.pdf", "Текст.")
        first, second = archive.ingest([path]), archive.ingest([path])
        assert first.files[0].message == ""
        assert [part.code for part in sentences(second.files[0].message)] == ["file.duplicate"]
        refused = archive.ingest([tmp_path / "нет.pdf"]).files[0]
        assert [part.code for part in sentences(refused.message)] == ["file.gone", "advice.check_path"]
