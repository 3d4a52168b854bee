from pathlib import Path

import pytest

from index.store.durable import write_durably


def test_the_file_has_the_new_content_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "current.json"
    for content in (b"old", b"new"):
        write_durably(path, content, tmp_path / "temporary")
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "current.json"
    write_durably(path, b"old", tmp_path / "temporary")

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("index.store.durable.os.fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        write_durably(path, b"new", tmp_path / "temporary")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
