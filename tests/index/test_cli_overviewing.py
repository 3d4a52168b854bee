"""The commands over the archive: entity, timeline, meetings, promises, disagreements, quotes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest

from index.cli.arguments import names_command
from index.cli.main import main
from index.model.fact import DocumentFacts, FactType
from index.study.overview import Overview
from index.tasks import Task
from tests.index.study.stating import Stating, Text, met

Say = Callable[..., tuple[int, str, str]]
ANNA, BORIS = "Анна Котова", "Борис Лосев"
COMMANDS = ["timeline", "meetings", "promises", "disagreements", "quotes"]


def everything(amount: int) -> Text:
    """Return a text that states one thing of each kind."""
    text = met((ANNA, BORIS))
    text.state(FactType.OCCUPATION, f"{ANNA} — судья.", ("person", ANNA, ANNA), ("position", "судья", None))
    text.state(FactType.DATE, "Это было в мае 2021 года.", ("date", "в мае 2021 года", "2021-05"))
    text.state(
        FactType.INSTRUCTION,
        "Построить мост до 2022 года.",
        ("to_whom", "", BORIS),
        ("what", "Построить мост", None),
        ("deadline", "до 2022 года", "2022-01-01"),
    )
    text.state(FactType.QUOTE, "«Да», — сказала она.", ("speaker", "она", ANNA), ("quote", "Да", None))
    text.state(
        FactType.MONEY,
        f"На мост через Амударью ушло {amount} долл.",
        ("amount", str(amount), amount),
        ("currency", "долл.", "USD"),
        ("what_for", "мост через Амударью", None),
    )
    return text


class Opened:
    """An archive as commands see it.

    Args:
        overview: What they ask.
    """

    def __init__(self, overview: Overview) -> None:
        self.desk = SimpleNamespace(overview=overview)

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *_error: object) -> None:
        pass

    def is_behind(self) -> bool:
        return False

    def documents_without_facts(self) -> tuple[str, ...]:
        return ()

    def facts(self, _document: str, _task: Task) -> DocumentFacts:
        raise AssertionError("there are all")


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Say:
    """Run a command in this process; return its exit code and what it said."""
    archive = Stating(tmp_path)
    archive.add("первый", everything(5_000_000), "2021-06-01")
    archive.add("второй", everything(7_000_000), "2021-07-01")
    monkeypatch.setattr("index.cli.session.Archive.open", lambda _root: Opened(archive.overview))

    def say(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--archive", str(tmp_path)])
        out, err = capfd.readouterr()
        return code, out, err

    return say


def answer(said: Say, *arguments: str) -> Any:
    code, out, _err = said(*arguments, "--json")
    assert code == 0
    return json.loads(out)


@pytest.mark.parametrize("command", [*COMMANDS, "entity"])
def test_each_is_a_command_with_help(command: str, said: Say) -> None:
    assert names_command([command])
    code, out, _err = said(command, "--help")
    assert code == 0
    assert "Вызов: main.py" in out


def test_an_entity_is_told_with_offices_companions_and_words(said: Say) -> None:
    found = answer(said, "entity", "Котову")
    assert (found["name"], found["kind"], found["documents"]) == (ANNA, "person", 2)
    (office,) = found["offices"]
    assert (office["position"], office["first"], office["last"]) == ("судья", "2021-06-01", "2021-07-01")
    assert [one["name"] for one in found["companions"]] == [BORIS]
    assert [one["fact"]["type"] for one in found["quotes"]] == ["QUOTE", "QUOTE"]
    first = found["mentioned"][0]
    assert (first["title"], first["page"], first["start"], first["times"]) == ("второй", 1, 0, 1)


def test_an_entity_may_be_asked_of_some_documents(said: Say) -> None:
    assert answer(said, "entity", "Котова", "--within", "название:первый")["documents"] == 1


def test_nobody_of_that_name_is_told(said: Say) -> None:
    code, out, err = said("entity", "Сидоров")
    assert (code, out) == (1, "")
    assert "Сидоров" in err


def test_a_timeline_is_told_with_documents_and_pages(said: Say) -> None:
    found = answer(said, "timeline", "--by", "month", "название:первый")
    assert [(one["value"], one["is_own"]) for one in found["lines"]] == [
        ("2021-05", False),
        ("2021-06-01", True),
    ]
    assert [one["name"] for one in found["moments"]] == ["2021-05", "2021-06"]


def test_a_timeline_may_begin_and_end(said: Say) -> None:
    found = answer(said, "timeline", "--from", "2021-06", "--to", "2021-06")
    assert [one["value"] for one in found["lines"]] == ["2021-06-01"]


def test_meetings_have_places_in_a_picture(said: Say) -> None:
    found = answer(said, "meetings")
    assert {node["name"] for node in found["nodes"]} == {ANNA, BORIS}
    assert all(0 <= node["x"] <= 1 and 0 <= node["y"] <= 1 for node in found["nodes"])
    assert (found["edges"][0]["meetings"], found["edges"][0]["documents"]) == (2, 2)


def test_promises_are_looked_at_on_a_day(said: Say) -> None:
    assert answer(said, "promises", "--today", "2022-01-01")["overdue"] == 0
    assert answer(said, "promises", "--today", "2022-01-02")["overdue"] == 2
    assert said("promises", "--today", "завтра")[0] == 2


def test_disagreements_stand_side_by_side(said: Say) -> None:
    (line,) = answer(said, "disagreements")["lines"]
    assert (line["what"], line["period"]) == ("мост через Амударью", "2021")
    assert [one["title"] for one in line["figures"]] == ["первый", "второй"]


def test_quotes_are_told_by_speaker(said: Say) -> None:
    (speaker,) = answer(said, "quotes")["speakers"]
    assert (speaker["who"]["name"], speaker["quotes"]) == (ANNA, 2)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["entity", "Котова"], ["судья", BORIS, "«Да»", "второй, с. 1"]),
        (["timeline"], ["май 2021", "Это было в мае 2021 года.", "дата документа", "4 даты"]),
        (["meetings"], [f"{ANNA} — {BORIS}", "2 встречи, участников: 2"]),
        (["promises", "--today", "2023-01-01"], ["2022-01-01 (срок прошёл)", f"{BORIS}: Построить мост"]),
        (["disagreements"], ["1. мост через Амударью, 2021", "7 млн долл.", "расходятся: 1"]),
        (["quotes"], [f"[{ANNA}]: 2 цитаты", "«Да»"]),
        (["quotes", "--limit", "1"], ["Показано 1; все: --limit 0"]),
    ],
)
def test_people_read_what_was_found(said: Say, command: list[str], words: list[str]) -> None:
    code, out, _err = said(*command)
    assert code == 0
    assert [word for word in words if word not in " ".join(out.split())] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_lists_are_written_for_other_programs(said: Say, command: str, tmp_path: Path) -> None:
    code, out, _err = said(command, "--format", "csv")
    rows = list(csv.reader(io.StringIO(out.lstrip("\ufeff")), delimiter=";"))
    assert code == 0
    assert {row[-4] for row in rows[1:]} <= {"первый", "второй"}
    assert len(rows) > 1
    assert said(command, "--format", "xlsx", "--out", str(tmp_path / "список.xlsx"))[0] == 0
    (sheet,) = openpyxl.load_workbook(tmp_path / "список.xlsx").worksheets
    assert sheet.max_row == len(rows)


def test_an_entity_has_a_sheet_for_each_kind_of_lines(said: Say, tmp_path: Path) -> None:
    assert said("entity", "Котова", "--format", "xlsx", "--out", str(tmp_path / "лист.xlsx"))[0] == 0
    sheets = openpyxl.load_workbook(tmp_path / "лист.xlsx").sheetnames
    assert sheets == ["Документы", "Должности", "С кем", "Утверждения"]
