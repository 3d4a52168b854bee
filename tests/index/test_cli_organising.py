"""The commands about collections and marks."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from index.cli.main import main
from tests.index.test_cli import SAMPLE, run

FILES = sorted(path.name for path in SAMPLE.glob("*.pdf"))[:2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cli") / "archive"
    paths = [str(SAMPLE / name) for name in FILES]
    assert run("import", *paths, "--archive", str(made), "--json")[0] == 0
    return made


@pytest.fixture
def say(folder: Path, capfd: pytest.CaptureFixture[str]) -> Any:
    """Run a command; return its exit code with its last JSON object, or with what it said."""

    def said(*arguments: str, as_json: bool = True) -> tuple[int, Any]:
        code = main([*arguments, "--archive", str(folder), *(["--json"] if as_json else [])])
        out, err = capfd.readouterr()
        return code, (json.loads(out.splitlines()[-1]) if as_json else out + err)

    return said


def test_collections_are_made_filled_asked_for_and_removed(say: Any) -> None:
    assert say("collections", "add", "Узбекистан")[0] == 0
    assert say("collections", "add", "Переговоры", "--in", "Узбекистан")[0] == 0
    code, shown = say("collections", "put", "Узбекистан/Переговоры", FILES[0])
    assert code == 0
    assert [(one["path"], one["count"]) for one in shown["collections"]] == [
        ("Узбекистан", 1),
        ("Узбекистан/Переговоры", 1),
    ]
    assert say("search", "коллекция:Узбекистан")[1]["documents"] == 1
    assert say("collections", "rename", "Переговоры", "Встречи")[0] == 0
    assert say("collections", "note", "Встречи", "Для книги")[1]["collections"][1]["note"] == "Для книги"
    _, shown = say("collections", "move", "Встречи")
    assert {one["path"] for one in shown["collections"]} == {"Узбекистан", "Встречи"}
    assert say("info")[1]["collections"] == 2
    _, words = say("collections", "list", as_json=False)
    assert "Встречи — 1 документ" in words
    assert say("collections", "take", "Встречи", FILES[0])[1]["collections"][1]["count"] == 0
    for name in ("Встречи", "Узбекистан"):
        assert say("collections", "remove", name)[0] == 0
    assert "Коллекций пока нет" in say("collections", "list", as_json=False)[1]


def test_a_document_is_marked_and_found_by_its_marks(say: Any) -> None:
    assert say("mark", FILES[1], "--star", "--tag", "срочно", "--tag", "вода")[0] == 0
    code, marks = say(
        *("mark", FILES[1], "--state", "read", "--untag", "Вода", "--note", "Проверить даты."),
    )
    assert code == 0
    assert (marks["star"], marks["state"], marks["tags"], marks["note"]) == (
        True,
        "read",
        ["срочно"],
        "Проверить даты.",
    )
    for query in ("звезда:да", "метка:срочно", "прочитано:да"):
        assert say("search", query)[1]["documents"] == 1
    _, words = say("mark", FILES[1], as_json=False)
    assert "★" in words
    assert "метки: срочно" in words
    assert say("mark", FILES[1], "--no-star")[1]["star"] is False
    assert say("info")[1]["documents_read"] == 1


def test_a_new_version_takes_the_place_of_the_former_one_and_all_is_well(tmp_path: Path) -> None:
    made, file = str(tmp_path / "archive"), tmp_path / "a.pdf"
    for name in FILES:
        shutil.copy(SAMPLE / name, file)
        code, lines = run("import", str(file), "--archive", made, "--json")
        assert code == 0
        document = lines[0]["document"]
        if name == FILES[0]:
            run("collections", "add", "Вода", "--archive", made, "--json")
            run("collections", "put", "Вода", document, "--archive", made, "--json")
            run("mark", document, "--star", "--state", "read", "--archive", made, "--json")
    _, (marks,) = run("mark", document, "--archive", made, "--json")
    assert (marks["star"], marks["state"], marks["collections"]) == (True, "unread", ["Вода"])
    assert run("check", "--archive", made, "--json")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("collections", "put", "Нет такой", FILES[0]), "Коллекции «Нет такой» нет"),
        (("collections", "add", "«»"), "должно быть название"),
        (("mark", "нет.pdf", "--star"), "нет документа"),
    ],
)
def test_what_cannot_be_done_is_said(say: Any, arguments: tuple[str, ...], words: str) -> None:
    code, said = say(*arguments, as_json=False)
    assert code == 1
    assert words in said


def test_two_collections_of_one_name_are_told_apart_by_their_paths(say: Any) -> None:
    for name in ("А", "Б"):
        say("collections", "add", name)
        say("collections", "add", "Письма", "--in", name)
    code, said = say("collections", "put", "Письма", FILES[0], as_json=False)
    assert code == 1
    assert "А/Письма, Б/Письма" in said
    assert say("collections", "put", "А/Письма", FILES[0])[0] == 0
