from pathlib import Path

import pytest

from index.store.durable import move_in, write_durably


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


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks Linux what a descriptor is of")
def test_files_get_their_names_after_their_contents_and_before_their_folders_are_flushed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = {tmp_path / f"new{n}": tmp_path / folder / f"{n}" for n, folder in enumerate("aab")}
    for file in named:
        file.write_text(file.name)
    flushed: list[Path] = []

    def remember(descriptor: int) -> None:
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        flushed.append(path)
        assert all(target.exists() == path.is_dir() for target in named.values())

    monkeypatch.setattr("index.store.durable.os.fsync", remember)
    move_in(named)
    assert flushed == [*named, tmp_path / "a", tmp_path / "b", tmp_path]
    assert [target.read_text() for target in named.values()] == ["new0", "new1", "new2"]
