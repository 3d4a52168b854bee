import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from index.config import ArchivePaths
from index.errors import StoreError, UnreadableFile
from index.model.media import MediaType
from index.store.originals import Originals


def _nothing() -> None:
    pass


@pytest.fixture
def paths(tmp_path: Path) -> ArchivePaths:
    root = tmp_path / "archive"
    root.mkdir()
    return ArchivePaths(root)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "документ.pdf"
    path.write_bytes(b"%PDF-1.4 " + bytes(3 << 20))
    return path


def test_original_is_named_by_its_content(paths: ArchivePaths, source: Path) -> None:
    originals = Originals(paths)
    taken = originals.take(source, _nothing)
    assert taken.document_id == hashlib.sha256(source.read_bytes()).hexdigest()
    assert taken.size == source.stat().st_size
    originals.keep([(taken, MediaType.PDF)])
    assert paths.original(taken.document_id).read_bytes() == source.read_bytes()
    assert not taken.path.exists()
    assert not originals.problem(taken.document_id, taken.size, is_deep=True)


def test_dropped_copy_leaves_nothing(paths: ArchivePaths, source: Path) -> None:
    originals = Originals(paths)
    originals.drop(originals.take(source, _nothing))
    assert list(paths.originals.iterdir()) == []


def test_stopped_copy_leaves_nothing(paths: ArchivePaths, source: Path) -> None:
    def stop() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Originals(paths).take(source, stop)
    assert list(paths.originals.iterdir()) == []


def test_copies_of_killed_imports_are_swept_and_originals_stay(paths: ArchivePaths, source: Path) -> None:
    originals = Originals(paths)
    originals.keep([(originals.take(source, _nothing), MediaType.PDF)])
    left = originals.take(source, _nothing)
    assert originals.sweep() == 1
    assert not left.path.exists()
    assert paths.original(left.document_id).exists()


def test_missing_source_is_told(paths: ArchivePaths, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="нет на прежнем месте"):
        Originals(paths).take(tmp_path / "nowhere.pdf", _nothing)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_forbidden_source_is_told(paths: ArchivePaths, source: Path) -> None:
    source.chmod(0)
    with pytest.raises(UnreadableFile, match="Нет прав"):
        Originals(paths).take(source, _nothing)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk_is_a_clean_error(
    paths: ArchivePaths, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> tuple[int, str]:
        return os.open("/dev/full", os.O_WRONLY), str(paths.root / "never")

    monkeypatch.setattr("tempfile.mkstemp", full)
    with pytest.raises(StoreError, match="не осталось места"):
        Originals(paths).take(source, _nothing)


@pytest.mark.parametrize(
    ("harm", "is_deep", "told"),
    [
        (lambda path: path.unlink(), False, "нет"),
        (lambda path: path.write_bytes(b"short"), False, "другая длина"),
        (lambda path: path.write_bytes(b"X" + path.read_bytes()[1:]), True, "другое содержимое"),
    ],
)
def test_harm_to_an_original_is_told(
    paths: ArchivePaths, source: Path, harm: Callable[[Path], object], is_deep: bool, told: str
) -> None:
    originals = Originals(paths)
    taken = originals.take(source, _nothing)
    originals.keep([(taken, MediaType.PDF)])
    harm(paths.original(taken.document_id))
    assert told in originals.problem(taken.document_id, taken.size, is_deep=is_deep)
