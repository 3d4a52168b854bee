"""The commands that study results: kwic, words, collocations, frequencies, facets, similar, versions."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from index.archive import Archive
from index.cli.arguments import names_command
from index.cli.main import main
from tests.index.test_cli import SAMPLE

Say = Callable[..., tuple[int, str, str]]
NEAR_COPY = "Стороны подписали договор о поставке воды. " * 10


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("studying")
    for name, last in (("первая", "Вода чистая."), ("вторая", "Вода мутная.")):
        (made / f"{name}.txt").write_text(f"{NEAR_COPY}{last}", encoding="utf-8")
    with Archive.open(made / "archive") as archive:
        archive.ingest([SAMPLE, made / "первая.txt", made / "вторая.txt"])
    return made / "archive"


@pytest.fixture
def said(folder: Path, capfd: pytest.CaptureFixture[str]) -> Say:
    """Run a command in this process; return its exit code and what it said."""

    def say(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--archive", str(folder)])
        out, err = capfd.readouterr()
        return code, out, err

    return say


def answer(said: Say, *arguments: str) -> Any:
    code, out, _err = said(*arguments, "--json")
    assert code == 0
    return json.loads(out)


@pytest.mark.parametrize(
    "command", ["kwic", "words", "collocations", "frequencies", "facets", "similar", "versions"]
)
def test_each_is_a_command_with_help(command: str, said: Say) -> None:
    assert names_command([command])
    code, out, _err = said(command, "--help")
    assert code == 0
    assert "Вызов: main.py" in out


def test_kwic_prints_matches_one_under_the_other(said: Say) -> None:
    code, out, _err = said("kwic", "мутная", "вода")
    assert code == 0
    *lines, counts = out.splitlines()
    assert [line.index("[") for line in lines] == [45] * len(lines)
    assert counts == "1 документ, 12 совпадений"


def test_kwic_counts_as_search_does_whatever_the_limit(said: Say) -> None:
    found, searched = answer(said, "kwic", "договор", "--limit", "3"), answer(said, "search", "договор")
    assert (found["documents"], found["matches"]) == (searched["documents"], searched["matches"])
    assert len(found["lines"]) == 3
    _code, out, _err = said("kwic", "договор", "--limit", "3")
    assert "Показано 3; все: --limit 0" in out


def test_lines_lead_to_their_places(said: Say) -> None:
    for line in answer(said, "kwic", "договор", "--limit", "0", "--sort", "right")["lines"]:
        _code, text, _err = said("text", line["document"])
        assert text[line["start"] : line["stop"]] == line["keyword"]
        assert line["page"] >= 1


def test_a_concordance_is_written_for_other_programs(said: Say, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert said("kwic", "мутная", "--format", "xlsx", "--out", str(path))[0] == 0
    head, row = openpyxl.load_workbook(path)["Совпадения"].iter_rows(values_only=True)
    assert head[:3] == ("Слева", "Найдено", "Справа")
    assert row[1] == "мутная"
    _code, out, _err = said("kwic", "мутная", "--format", "csv", "--delimiter", ",")
    assert out.startswith("\ufeffСлева,Найдено,Справа,Документ,Страница,Дата\r\n")


def test_words_are_counted_from_a_file_and_from_standard_input(
    said: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = "1. мутная вода\n2. договор, договор\n***\n"
    path = tmp_path / "список.txt"
    for encoding in ("utf-8-sig", "cp1251"):
        path.write_text(listed, encoding=encoding)
        _code, out, _err = said("words", str(path))
        assert "мутная вода" in out
        assert "Повтор строки 2: сосчитана там." in out
        assert "нет ни слова" in out
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(listed.encode())))
    rows = answer(said, "words", "-")["rows"]
    assert [row["query"] for row in rows] == ["«мутная вода»", "договор", "договор", "***"]
    assert rows[1]["matches"] == answer(said, "search", "договор")["matches"]


def test_words_are_counted_within_a_query(said: Say, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("договор", encoding="utf-8")
    (row,) = answer(said, "words", str(path), "--within", "мутная")["rows"]
    assert (row["documents"], row["matches"]) == (1, 10)


def test_a_list_that_cannot_be_read_is_told(said: Say) -> None:
    code, _out, err = said("words", "/nowhere/list.txt")
    assert code == 1
    assert "не читается" in err


def test_collocations_are_told_strongest_first(said: Say) -> None:
    found = answer(said, "collocations", "вода", "--limit", "3")
    scores = [one["score"] for one in found["words"]]
    assert scores == sorted(scores, reverse=True)
    assert "поставка" in [one["word"] for one in found["words"]]
    _code, out, _err = said("collocations", "вода")
    assert "поставка" in out
    assert f"{found['matches']} совпадени" in out


def test_frequencies_add_up_to_the_answer(said: Say) -> None:
    found, searched = answer(said, "frequencies", "договор"), answer(said, "search", "договор")
    years = sum(one["matches"] for one in found["years"])
    assert years + found["undated"]["matches"] == searched["matches"]
    _code, out, _err = said("frequencies", "договор")
    assert "Без даты: 2 документа, 20 совпадений" in out
    assert "█" in out


def test_facets_count_documents(said: Say) -> None:
    found = answer(said, "facets", "договор")
    assert found["documents"] == answer(said, "search", "договор")["documents"]
    formats = {one["clause"]: one["documents"] for one in found["facets"]["format"]["values"]}
    assert formats["тип:txt"] == 2
    _code, out, _err = said("facets", "договор")
    assert "Форматы\n" in out
    assert "      2  тип:txt\n" in out


def test_similar_documents_have_common_words(said: Say) -> None:
    first, *_ = answer(said, "similar", "первая.txt")["similar"]
    assert first["path"].endswith("вторая.txt")
    assert first["likeness"] > 0.8
    _code, out, _err = said("similar", "первая.txt", "--limit", "1")
    assert "вторая.txt" in out


def test_versions_are_grouped(said: Say) -> None:
    groups = answer(said, "versions")["groups"]
    assert ["вторая.txt", "первая.txt"] in [
        sorted(Path(one["path"]).name for one in group["documents"]) for group in groups
    ]
    code, out, _err = said("versions", "первая.txt")
    assert code == 0
    assert "2 документа, общего текста" in out
    _code, out, _err = said("versions", "03-ukaz.pdf")
    assert out == "Повторов и версий нет.\n"


def test_an_index_that_is_gone_is_built_again(said: Say, folder: Path) -> None:
    shutil.rmtree(folder / "index")
    assert answer(said, "kwic", "мутная")["matches"] == 1


def test_a_query_that_cannot_be_answered_is_told(said: Say) -> None:
    code, _out, err = said("kwic", "***")
    assert code == 1
    assert "нет ни слова" in err


def test_the_desk_keeps_searches_over_a_restart(folder: Path) -> None:
    with Archive.open(folder) as archive:
        made = archive.desk.save("Вода", "вода И договор")
        archive.desk.remember("вода", 2)
    with Archive.open(folder) as archive:
        assert archive.desk.saved() == (made,)
        assert [past.query for past in archive.desk.history()] == ["вода"]
        archive.desk.forget(made.id)
        archive.desk.clear_history()


def test_the_desk_marks_and_takes_back(folder: Path) -> None:
    from index.model.annotation import HighlightColor, Pen

    with Archive.open(folder) as archive:
        made = archive.desk.mark("мутная", Pen(HighlightColor.GREEN, tags=("вода",)))
        assert archive.notebook.all() == made
        archive.desk.unmark(made)
        assert archive.notebook.all() == ()
