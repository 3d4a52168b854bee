"""Every sentence of the core can be said in English, with the same values."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desktop.state.wording import ENGLISH, worded, worded_error
from index.model.said import said, together
from index.pdf import notices
from resources import resource

CORE = Path(__file__).resolve().parents[3] / "index"


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def said_by_the_core() -> dict[str, set[str]]:
    """Return the template of each code in the sources of the core."""
    found: dict[str, set[str]] = {}
    for path in CORE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "said":
                code, template = (ast.literal_eval(argument) for argument in node.args)
                found.setdefault(code, set()).add(template)
    return found


SAID = said_by_the_core()


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load("chitalnya_en", str(resource("translations")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_every_sentence_of_the_core_has_its_english() -> None:
    assert len(SAID) > 50
    assert SAID.keys() == ENGLISH.keys()


def test_one_code_stands_for_one_sentence() -> None:
    assert {code: templates for code, templates in SAID.items() if len(templates) > 1} == {}


def test_the_english_has_the_same_values() -> None:
    for code, (template,) in SAID.items():
        assert places(template) == places(ENGLISH[code]), code


def test_a_russian_window_shows_what_the_core_says(qapp: QApplication) -> None:
    assert worded(notices.restored()) == notices.restored()


def test_an_english_window_says_it_in_english(english: None) -> None:
    unread = notices.unread_notice(4, 9, notices.too_many_pages(4))
    assert worded(unread).startswith(
        "P. 5–9 not read: the file has more pages than the limit of 4. The pages before"
    )
    assert worded_error(notices.too_slow("a.pdf", 4, 30.0)) == (
        "Reading page 5 took more than 30 s and was broken off. The file was not changed. "
        "Other files are not affected. Split the file, or save it as a new PDF in another program."
    )


def test_what_has_no_english_is_said_in_russian(english: None) -> None:
    assert worded(together("Слова.", said("no.such.code", "Ещё слова."))) == "Слова. Ещё слова."
    assert worded("") == ""
