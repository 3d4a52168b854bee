"""The commands `notes export`, `notes import` and `notes take`, on real documents of the sample."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from index.archive import Archive
from index.cli.main import main
from tests.index.pdf.marking import copied, marked, marks_in
from tests.index.pdf.reading import read

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
DECREE = SAMPLE / "03-ukaz.pdf"
Say = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("notes") / "archive"
    with Archive.open(made) as archive:
        archive.ingest([DECREE, SAMPLE / "06-protokol.pdf"])
    return made


@pytest.fixture
def said(folder: Path, capfd: pytest.CaptureFixture[str]) -> Say:
    """Run `notes` in this process; return its exit code and what it said."""

    def say(*arguments: str) -> tuple[int, str]:
        code = main(["notes", *arguments, "--archive", str(folder)])
        out, err = capfd.readouterr()
        return code, (out + err).replace("\N{NO-BREAK SPACE}", " ")

    return say


def words_of(path: Path) -> str:
    return " ".join(read(path).text.split()[:2])


def test_a_copy_goes_out_is_marked_elsewhere_and_comes_back(said: Say, tmp_path: Path) -> None:
    words, copy = words_of(DECREE), tmp_path / "указ.pdf"
    assert said("add", "03-ukaz.pdf", "--quote", words, "--note", "Верно ли?")[0] == 0
    code, told = said(
        "export", "pdf", "03-ukaz.pdf", "--out", str(copy), "--hits", "указ", "--facts", "--json"
    )
    counts = json.loads(told)
    assert (code, counts["documents"], counts["notes"]) == (0, 1, 1)
    marks = marks_in(copy)
    own = [mark for mark in marks if mark.name.startswith("chitalnya-")]
    assert counts["hits"] > 0
    assert counts["facts"] > 0
    assert len(own) >= counts["hits"] + counts["facts"]
    later = read(copy).text.split()[5]
    answered, _made = copied(copy, marked(read(copy), later, note="Нет", name="ответ"))
    code, told = said("import", str(answered), "--json")
    assert (code, json.loads(told)["taken"], json.loads(told)["known"]) == (0, 1, 1)


def test_notes_go_out_in_every_format_and_come_back_from_web_annotations(said: Say, tmp_path: Path) -> None:
    assert said("add", "06-protokol.pdf", "--quote", words_of(SAMPLE / "06-protokol.pdf"))[0] == 0
    for kind in ("markdown", "html", "csv", "jsonld"):
        code, told = said("export", kind, "--out", str(tmp_path / f"а.{kind}"))
        assert (code, f"а.{kind} (" in told) == (0, True)
    code, told = said("import", str(tmp_path / "а.jsonld"))
    assert (code, "взято: 0 заметок" in told) == (0, True)


def test_a_file_for_an_unknown_document_asks_for_it(said: Say, tmp_path: Path) -> None:
    file = tmp_path / "а.json"
    file.write_text(
        json.dumps({"type": "Annotation", "id": "a", "bodyValue": "Да", "target": "http://a.ru/"}), "utf-8"
    )
    code, told = said("import", str(file))
    assert (code, "Документа нет в архиве: http://a.ru/ (1 заметка)" in told) == (3, True)
    assert "взято: 1 заметка" in said("import", str(file), "--document", "03-ukaz.pdf")[1]
    assert "взяты раньше: 1" in said("import", str(file), "--document", "03-ukaz.pdf")[1]


def test_files_without_notes_have_none_to_take(said: Say) -> None:
    assert said("take") == (0, "взято: 0 заметок\n")


def test_what_is_no_such_file_is_told(said: Say, tmp_path: Path) -> None:
    (tmp_path / "а.json").write_text("{}", "utf-8")
    code, told = said("import", str(tmp_path / "а.json"))
    assert (code, "нет заметок" in told) == (1, True)
