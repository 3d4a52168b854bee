"""The English texts are complete, and made from the sources as they are."""

from __future__ import annotations

import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MADE = ROOT / "resources" / "translations" / "chitalnya_en.ts"


def texts(path: Path) -> dict[tuple[str, str], str]:
    """Return the translation of each text by context and source; empty for what is not translated."""
    found: dict[tuple[str, str], str] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            words = "" if translation.get("type") == "unfinished" else translation.text or ""
            found[name, message.findtext("source") or ""] = words
    return found


def test_every_text_has_a_translation() -> None:
    assert [key for key, words in texts(MADE).items() if not words] == []


def test_translations_keep_the_places_of_names_and_numbers() -> None:
    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for (_context, source), words in texts(MADE).items():
        assert places(source) == places(words), source


def test_the_file_is_what_the_sources_say(tmp_path: Path) -> None:
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    if not tool.exists():
        pytest.skip(f"{tool.name} is not beside the interpreter")
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desktop").rglob("*.py"))
    made = tmp_path / "made.ts"
    subprocess.run(
        [str(tool), "-silent", "-locations", "none", *sources, "-ts", str(made)],
        cwd=ROOT,
        check=True,
        timeout=60,
    )
    assert texts(made).keys() == texts(MADE).keys(), "run resources/translations/update.sh"
    assert MADE.with_suffix(".qm").stat().st_size > 1000
