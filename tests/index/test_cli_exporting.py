"""The command `export`, on real documents of the sample."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from index.archive import Archive
from index.cli.arguments import names_command
from index.cli.main import main

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
Say = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("export") / "archive"
    with Archive.open(made) as archive:
        archive.ingest([SAMPLE / "03-ukaz.pdf", SAMPLE / "06-protokol.pdf"])
    return made


@pytest.fixture
def said(folder: Path, capfd: pytest.CaptureFixture[str]) -> Say:
    """Run `export` in this process; return its exit code and what it said."""

    def say(*arguments: str) -> tuple[int, str, str]:
        code = main(["export", *arguments, "--archive", str(folder)])
        out, err = capfd.readouterr()
        return code, out, err

    return say


def files_in(path: Path) -> set[str]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return {row["Файл"] for row in csv.DictReader(stream, delimiter=";")}


def test_it_is_a_command_with_help(said: Say) -> None:
    assert names_command(["export"])
    code, out, _err = said("--help")
    assert code == 0
    assert "{csv,xlsx,json,ftm,markdown}" in out


def test_the_whole_archive_is_written_after_its_facts_were_extracted(said: Say, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    code, out, _err = said("csv", str(path))
    assert code == 0
    assert f"Записано: {path} (2 документа, " in out
    assert files_in(path) == {"06-protokol.pdf", "03-ukaz.pdf"}


def test_scripts_are_told_what_is_in_the_file(said: Say, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    code, out, _err = said("json", str(path), "03-ukaz.pdf", "--json")
    told = json.loads(out)
    (document,) = json.loads(path.read_text("utf-8"))["documents"]
    assert code == 0
    assert (told["path"], told["documents"], told["left_out"]) == (str(path), 1, [])
    assert told["facts"] == len(document["facts"]) + len(document["entities"])


def test_json_is_what_the_command_facts_prints(
    said: Say, tmp_path: Path, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    said("json", str(path), "03-ukaz.pdf")
    assert main(["facts", "03-ukaz.pdf", "--json", "--archive", str(folder)]) == 0
    printed = json.loads(capfd.readouterr().out)
    (document,) = json.loads(path.read_text("utf-8"))["documents"]
    assert {name: document[name] for name in printed} == printed
    assert document.keys() - printed.keys() == {"file", "date"}


def test_a_query_and_kinds_choose(said: Say, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    code, _out, _err = said("csv", str(path), "--documents", "файл:ukaz", "--kinds", "dates", "places")
    assert code == 0
    assert files_in(path) == {"03-ukaz.pdf"}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        kinds = {row["Вид"] for row in csv.DictReader(stream, delimiter=";")}
    assert kinds <= {"Даты", "Сроки", "Страны", "Населённые пункты", "Регионы", "Места", "Маршруты"}


def test_a_query_that_nothing_answers_writes_no_file(said: Say, tmp_path: Path) -> None:
    code, _out, err = said("csv", str(tmp_path / "a.csv"), "--documents", "файл:нетакого")
    assert (code, list(tmp_path.iterdir())) == (1, [])
    assert "Документов нет, файл не записан." in err


def test_a_file_is_replaced_only_by_force(said: Say, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("моё")
    code, _out, err = said("markdown", str(path))
    assert (code, path.read_text("utf-8")) == (1, "моё")
    assert "уже есть" in err
    assert said("markdown", str(path), "--force")[0] == 0
    assert path.read_text("utf-8").startswith("# ")


def test_a_wrong_format_is_wrong_usage(said: Say, tmp_path: Path) -> None:
    code, _out, err = said("pdf", str(tmp_path / "a.pdf"))
    assert code == 2
    assert "нет такого" in err
