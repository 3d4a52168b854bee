import os
from pathlib import Path

import pytest

from index.ingest.discover import Candidate, Rejected, discover
from index.tasks import Cancelled, Task

PDF = b"%PDF-1.4\n"


def found(*paths: Path) -> dict[str, str]:
    """Name of each path -> "found" or the code of its error."""
    return {
        entry_of(entry): "found" if isinstance(entry, Candidate) else entry.error.code
        for entry in discover(paths, Task())
    }


def entry_of(entry: Candidate | Rejected) -> str:
    return entry.path.name


def test_folder_yields_documents_by_name_or_signature_sorted(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    for name in ("z.pdf", "a.PDF", "b/deep/x.pdf", "b/y.pdf"):
        (tmp_path / name).write_bytes(PDF)
    (tmp_path / "без имени").write_bytes(b"junk before " + PDF)
    (tmp_path / "notes.txt").write_text("notes")
    (tmp_path / "program.exe").write_bytes(b"MZ" + bytes(100))
    (tmp_path / "settings.json").write_text("{}")
    (tmp_path / "late").write_bytes(bytes(1024) + PDF)
    (tmp_path / ".hidden.pdf").write_bytes(PDF)
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "inside.pdf").write_bytes(PDF)
    assert list(found(tmp_path)) == ["a.PDF", "notes.txt", "z.pdf", "без имени", "y.pdf", "x.pdf"]


def test_named_file_is_always_answered_for(tmp_path: Path) -> None:
    (tmp_path / "text.json").write_text("plain text")
    (tmp_path / "program.exe").write_bytes(b"MZ" + bytes(100))
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "good").write_bytes(PDF)
    os.mkfifo(tmp_path / "pipe.pdf")
    names = ("text.json", "program.exe", "old.doc", "empty.pdf", "good", "pipe.pdf", "nowhere.pdf")
    assert found(*(tmp_path / name for name in names)) == {
        "text.json": "found",
        "program.exe": "unknown_format",
        "old.doc": "old_format",
        "empty.pdf": "unreadable",
        "good": "found",
        "pipe.pdf": "unknown_format",
        "nowhere.pdf": "unreadable",
    }


def test_folder_without_documents_says_so(tmp_path: Path) -> None:
    [entry] = discover([tmp_path], Task())
    assert isinstance(entry, Rejected)
    assert "нет документов, которые читаются" in entry.error.user_message


def test_pipes_in_a_folder_do_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "a.pdf").write_bytes(PDF)
    assert found(tmp_path) == {"a.pdf": "found"}


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(PDF)
    (tmp_path / "in" / "again").symlink_to(tmp_path)
    (tmp_path / "dead.pdf").symlink_to(tmp_path / "nowhere")
    assert found(tmp_path) == {"a.pdf": "found", "dead.pdf": "unreadable"}


def test_path_named_twice_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(PDF)
    assert len(list(discover([path, tmp_path, path, tmp_path / ".." / tmp_path.name / "a.pdf"], Task()))) == 1


def test_odd_names_are_found(tmp_path: Path) -> None:
    names = {
        "перевод\nстроки.pdf",
        "\u202eсправа.pdf",
        "e\u0308.pdf",
        os.fsdecode(b"\xff\xfe.pdf"),
        "д" * 100 + ".pdf",
    }
    for name in names:
        (tmp_path / name).write_bytes(PDF)
    assert set(found(tmp_path)) == names


def test_discovery_can_be_stopped(tmp_path: Path) -> None:
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        list(discover([tmp_path], task))
