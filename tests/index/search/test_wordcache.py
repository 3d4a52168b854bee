"""The cache of words: right whatever state its file is in."""

import multiprocessing
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.search import wordcache
from index.search.wordcache import WordCache
from index.text.morphology import form_terms, surface
from index.text.tokens import tokens

FORMS = ["стали", "сталь", "токаевым", "ўзбекистоннинг", "treaties", "2021", "№", "стали", "млрд"]
FRESH = [form_terms(form) for form in FORMS]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    cache = WordCache(tmp_path / "words.sqlite")
    cache.terms(FORMS)
    cache.save()
    return tmp_path / "words.sqlite"


def never(form: str) -> tuple[str, ...]:
    raise AssertionError(form)


def _save_many(path: Path, words: list[str]) -> None:
    for word in words:
        cache = WordCache(path)
        cache.terms([word])
        cache.save()


def test_what_was_saved_is_not_analysed_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordcache, "form_terms", never)
    assert WordCache(path).terms(FORMS) == FRESH


def test_what_was_not_saved_is_analysed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = WordCache(tmp_path / "words.sqlite")
    cache.terms(FORMS)
    monkeypatch.setattr(wordcache, "form_terms", never)
    assert cache.terms(FORMS) == FRESH
    assert not (tmp_path / "words.sqlite").exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(max_size=80))
def test_kept_terms_are_the_fresh_ones(path: Path, text: str) -> None:
    forms = [surface(token.text) for token in tokens(text)]
    cache = WordCache(path)
    first = cache.terms(forms)
    cache.save()
    assert first == WordCache(path).terms(forms) == [form_terms(form) for form in forms]


def test_an_older_file_is_taken_for_empty_and_written_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        newer.setattr(wordcache, "ANALYZER_VERSION", "another")
        newer.setattr(wordcache, "form_terms", lambda form: (form.upper(),))
        cache = WordCache(path)
        assert cache.terms(["стали"]) == [("СТАЛИ",)]
        cache.save()
        assert WordCache(path).terms(["стали"]) == [("СТАЛИ",)]
    assert WordCache(path).terms(["стали"]) == [form_terms("стали")]


@pytest.mark.parametrize("size", [0, 1, 100, 5000, None])
def test_a_broken_file_is_ignored_and_written_anew(
    path: Path, size: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = path.read_bytes()
    path.write_bytes(b"no database at all" * 500 if size is None else whole[:size])
    cache = WordCache(path)
    assert cache.terms(FORMS) == FRESH
    cache.save()
    monkeypatch.setattr(wordcache, "form_terms", never)
    assert WordCache(path).terms(FORMS) == FRESH


def test_any_damaged_byte_leaves_the_terms_right(path: Path) -> None:
    whole = path.read_bytes()
    for at in range(0, len(whole), 37):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        cache = WordCache(path)
        assert cache.terms([*FORMS, "новое"]) == [*FRESH, form_terms("новое")]
        cache.save()
        assert WordCache(path).terms(FORMS) == FRESH


def test_a_row_that_was_changed_does_not_count(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE words SET terms = 'иное' WHERE form = 'стали'")
    assert WordCache(path).terms(["стали"]) == [form_terms("стали")]


def test_a_file_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    cache = WordCache(tmp_path / "missing" / "words.sqlite")
    assert cache.terms(FORMS) == FRESH
    cache.save()
    assert cache.terms(FORMS) == FRESH


def test_two_processes_add_to_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "words.sqlite"
    lists = [[f"слово{i}ба" for i in range(start, 40, 2)] for start in (0, 1)]
    processes = [
        multiprocessing.get_context("spawn").Process(target=_save_many, args=(path, words)) for words in lists
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    every = lists[0] + lists[1]
    fresh = [form_terms(word) for word in every]
    monkeypatch.setattr(wordcache, "form_terms", never)
    assert WordCache(path).terms(every) == fresh
