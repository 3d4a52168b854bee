"""Finding the program and talking to it, with a stand-in for it: a script of our own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from index.model.recognition import Recogniser
from index.pdf import installing
from index.pdf.tesseract import (
    PROGRAM_VARIABLE,
    TesseractFailed,
    asked,
    choose_languages,
    find_tesseract,
    quarter_turns,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def program(folder: Path, script: str) -> str:
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


SPEAKS = """
case "$1" in
  --version) echo 'tesseract 5.3.4-rc1'; echo ' leptonica-1.84.1';;
  --list-langs) echo 'List of available languages (4):'; printf 'eng\\nosd\\nrus\\nscript/Cyrillic\\n';;
esac
"""


def test_the_program_tells_its_version_and_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PROGRAM_VARIABLE, program(tmp_path, SPEAKS))
    found = find_tesseract()
    assert found is not None
    assert (found.version, found.languages) == ("5.3.4", ("eng", "rus", "script/Cyrillic"))
    assert found.knows_direction
    assert found.engine(("rus", "eng")) == "tesseract 5.3.4 rus+eng"


@pytest.mark.parametrize("script", ["exit 1", "echo 'tesseract 3.04.01'", "echo 'something else 5.0'"])
def test_what_is_no_usable_program_is_not_found(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PROGRAM_VARIABLE, program(tmp_path, script))
    assert find_tesseract() is None


def test_a_program_that_is_not_there_is_not_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PROGRAM_VARIABLE, str(tmp_path / "nowhere"))
    assert find_tesseract() is None


def test_a_program_that_hangs_is_ended(tmp_path: Path) -> None:
    with pytest.raises(TesseractFailed):
        asked(program(tmp_path, "exec sleep 60"), [], timeout_s=0.1)


def test_a_program_that_runs_in_circles_is_ended_by_its_time_on_a_processor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.pdf.tesseract.PATIENCE", 100)
    with pytest.raises(TesseractFailed, match="SIG"):
        asked(program(tmp_path, "while :; do :; done"), [], timeout_s=1.0)


def test_the_direction_is_read_from_what_the_program_says(tmp_path: Path) -> None:
    def told(answer: str) -> int | None:
        found = Recogniser(program(tmp_path, answer), "5.3.4", ("rus",), knows_direction=True)
        return quarter_turns(found, b"P5 1 1 255\n\0", 150, 5.0)

    assert told("cat > /dev/null; echo 'Orientation in degrees: 270'") == 3
    assert told("cat > /dev/null; echo 'nothing'") is None


@pytest.mark.parametrize(
    ("installed", "wanted", "chosen"),
    [
        (("eng", "kaz", "rus"), (), ("rus", "eng")),
        (("rus",), (), ("rus",)),
        (("eng", "kaz", "rus"), ("kaz", "rus", "kaz", "uzb"), ("kaz", "rus")),
        (("deu",), (), ()),
    ],
)
def test_the_usual_languages_are_chosen_or_those_wanted(
    installed: tuple[str, ...], wanted: tuple[str, ...], chosen: tuple[str, ...]
) -> None:
    assert choose_languages(installed, wanted) == chosen


@pytest.mark.parametrize(
    ("system", "told", "command"),
    [
        ("linux", {"ID": "ubuntu", "ID_LIKE": "debian"}, "sudo apt install tesseract-ocr tesseract-ocr-rus"),
        ("linux", {"ID": "fedora"}, "sudo dnf install tesseract tesseract-langpack-rus"),
        ("win32", {}, "winget install --id UB-Mannheim.TesseractOCR"),
        ("darwin", {}, "brew install tesseract tesseract-lang"),
    ],
)
def test_each_system_has_its_command(
    system: str, told: dict[str, str], command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installing.sys, "platform", system)
    monkeypatch.setattr(installing.platform, "freedesktop_os_release", lambda: told)
    assert installing.ways_to_install()[0].command == command
    assert command in installing.missing().hint
