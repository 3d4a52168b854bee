"""The command that cites."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.cli.main import main
from tests.index.test_cli import SAMPLE, run


@pytest.fixture(scope="module")
def sample() -> Path:
    return sorted(SAMPLE.glob("*.pdf"))[0]


def test_a_file_is_cited_without_an_archive(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", str(sample)]) == 0
    reference = capfd.readouterr().out
    assert reference.endswith(".\n")
    assert main(["cite", str(sample), "--style", "csl"]) == 0
    (item,) = json.loads(capfd.readouterr().out)
    assert item["title"] in reference


def test_a_passage_is_cited_with_its_page_and_the_day_of_import(tmp_path: Path, sample: Path) -> None:
    made = tmp_path / "archive"
    assert run("import", str(sample), "--archive", str(made), "--json")[0] == 0
    _code, (text,) = run("text", sample.name, "--archive", str(made), "--json")
    quote = " ".join(text["text"].split()[:4])
    asked = ("cite", sample.name, "--style", "markdown", "--quote", quote, "--archive", str(made), "--json")
    code, (shown,) = run(*asked)
    assert code == 0
    assert shown["page"] == "1"
    assert shown["text"].startswith("> ")
    set_source = (
        "card",
        sample.name,
        "--set",
        "source=https://example.org",
        "--archive",
        str(made),
        "--json",
    )
    assert run(*set_source)[0] == 0
    _code, (shown,) = run("cite", sample.name, "--archive", str(made), "--json")
    today = datetime.now(tz=UTC).date()
    assert f"https://example.org (дата обращения: {today:%d.%m.%Y})" in shown["text"]


def test_words_that_the_document_lacks_are_not_cited(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", str(sample), "--quote", "таких слов нет нигде"]) == 1
    assert "Этих слов в документе нет" in capfd.readouterr().err


def test_a_style_that_is_unknown_is_wrong_usage(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", str(sample), "--style", "mla"]) == 2
    assert "--style" in capfd.readouterr().err
