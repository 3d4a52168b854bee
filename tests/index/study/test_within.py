from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import DocumentUnknown
from index.study.within import places_within
from tests.index.store.samples import document_id
from tests.index.study.samples import Studied, studied

TEXTS = {"а": "Вода и водой.\nДоговоры о воде.", "б": "Вода."}


@pytest.fixture
def archive(tmp_path: Path) -> Studied:
    return studied(tmp_path, TEXTS)


def found(archive: Studied, query: str, name: str = "а") -> list[str]:
    number = archive.documents.number(document_id(name))
    return [TEXTS[name][span.start : span.stop] for span in places_within(archive.asking, number, query)]


def test_a_word_is_found_in_all_its_forms_and_in_one_document_alone(archive: Studied) -> None:
    assert found(archive, "вода") == ["Вода", "водой", "воде"]
    assert found(archive, "вода", "б") == ["Вода"]


def test_what_is_still_being_typed_is_the_beginning_of_a_word(archive: Studied) -> None:
    assert found(archive, "догов") == ["Договоры"]
    assert found(archive, "вода догово") == ["Вода", "водой", "Договоры", "воде"]
    assert found(archive, "д") == []


def test_nothing_is_found_of_words_that_are_elsewhere(archive: Studied) -> None:
    assert found(archive, "договор", "б") == []
    assert found(archive, "") == []


def test_an_unknown_document_has_no_number(archive: Studied) -> None:
    with pytest.raises(DocumentUnknown):
        archive.documents.number(document_id("нет"))
