"""The command about a document's card."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.cli.main import main
from tests.index.test_cli import SAMPLE, run


def test_a_card_is_shown_corrected_and_searched_by(tmp_path: Path) -> None:
    made = tmp_path / "archive"
    (path,) = list(SAMPLE.glob("*.pdf"))[:1]
    assert run("import", str(path), "--archive", str(made), "--json")[0] == 0
    code, (shown,) = run("card", path.name, "--archive", str(made), "--json")
    assert code == 0
    assert set(shown["card"]) == {"title", "date", "place", "kind", "source", "language"}
    title = shown["card"]["title"]
    assert title["origin"] in {"text", "file"}
    asked = ("card", path.name, "--set", "title=Кумквата", "--set", "date=12.03.2019")
    code, (shown,) = run(*asked, "--archive", str(made), "--json")
    assert code == 0
    assert {key: shown["card"]["date"][key] for key in ("value", "origin")} == {
        "value": "2019-03-12",
        "origin": "reader",
    }
    _code, (answer,) = run("search", "название:кумкватой", "--archive", str(made), "--json")
    assert answer["documents"] == 1
    _code, (answer,) = run("search", "дата:2019-03", "--archive", str(made), "--json")
    assert answer["documents"] == 1
    _code, (listed,) = run("decisions", "list", "--archive", str(made), "--json")
    for decision in listed["decisions"]:
        assert run("decisions", "withdraw", decision["id"], "--archive", str(made), "--json")[0] == 0
    _code, (answer,) = run("search", "название:кумкватой", "--archive", str(made), "--json")
    assert answer["documents"] == 0
    _code, (again,) = run("card", path.name, "--archive", str(made), "--json")
    assert again["card"]["title"] == title


@pytest.mark.parametrize("wrong", ["date", "colour=red"])
def test_a_field_that_a_card_lacks_is_wrong_usage(wrong: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["card", "x", "--set", wrong]) == 2
    assert "--set" in capfd.readouterr().err


def test_a_file_outside_the_archive_has_a_card_that_cannot_be_corrected(
    capfd: pytest.CaptureFixture[str],
) -> None:
    path = str(next(iter(SAMPLE.glob("*.pdf"))))
    assert main(["card", path]) == 0
    assert "название:" in capfd.readouterr().out
    assert main(["card", path, "--set", "date=2019"]) == 1
    assert "вне архива" in capfd.readouterr().err
