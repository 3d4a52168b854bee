"""A program that is killed while it changes notes has kept every change that it told."""

from pathlib import Path

import pytest

from benchmarks.note_storm import State, changed, found, ids, make_archive, round_of, wrong
from index.archive import Archive


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = tmp_path / "archive"
    make_archive(made)
    return made


def test_no_change_that_was_told_is_lost_when_the_program_is_killed(root: Path) -> None:
    begin = 0
    for after in (3, 17, 31):
        told, said = round_of(root, begin, 50, after)
        assert told >= after
        assert said == []
        begin += told + 1


def test_a_lost_change_would_be_told(root: Path) -> None:
    with Archive(root) as archive:
        names = ids(archive)
        states = found(archive, names)
    before, after = changed(states, names, 0), changed(changed(states, names, 0), names, 1)
    [said] = wrong(root, names, before, after)
    assert said.startswith("lost or half done")


def test_a_sidecar_that_lags_is_brought_up_when_the_archive_is_opened(root: Path) -> None:
    with Archive(root) as archive:
        names = ids(archive)
        states = found(archive, names)
    for sidecar in root.rglob("*.jsonld"):
        sidecar.write_text("{}")
    assert wrong(root, names, states, states) == []
    assert set(states.values()) == {State()}
