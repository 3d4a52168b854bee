from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.model.document import DocumentId
from index.model.study import VersionGroup
from index.store.sketches import SketchStore
from index.study.nearness import alike
from index.study.sketching import VALUES, sketch, unpacked
from index.study.versions import Versions, _Forest
from index.tasks import Cancelled, Task
from tests.index.study.samples import Studied, studied

DICTIONARY = tuple(f"сл{a}{b}о" for a in "абвгдежзик" for b in "лмнопрстуф")


def words(seed: int, count: int = 400) -> list[str]:
    return random.Random(seed).choices(DICTIONARY, k=count)  # noqa: S311 - repeatable


def changed(text: Sequence[str], share: float, seed: int) -> list[str]:
    """Replace a share of the words."""
    drawn = random.Random(seed)  # noqa: S311 - repeatable
    return [drawn.choice(DICTIONARY) if drawn.random() < share else word for word in text]


def true_likeness(one: Sequence[str], other: Sequence[str]) -> float:
    ours, theirs = ({tuple(text[i : i + 5]) for i in range(len(text) - 4)} for text in (one, other))
    return len(ours & theirs) / len(ours | theirs)


def estimated(one: str, other: str) -> float:
    rows = unpacked([sketch(one), sketch(other)])
    return float((rows[0] == rows[1]).mean())


@pytest.fixture
def archive(tmp_path: Path) -> Studied:
    return studied(tmp_path)


def finder(archive: Studied) -> Versions:
    return Versions(archive.documents, SketchStore(archive.database), archive.library)


def titles(groups: Sequence[VersionGroup]) -> list[list[str]]:
    return [[document.title for document in group.documents] for group in groups]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1000), st.floats(0, 0.4))
def test_the_estimate_is_near_the_share_of_common_runs(seed: int, share: float) -> None:
    one = words(seed)
    other = changed(one, share, seed + 1)
    assert estimated(" ".join(one), " ".join(other)) == pytest.approx(true_likeness(one, other), abs=0.14)


def test_case_spelling_and_line_ends_do_not_matter() -> None:
    text = " ".join(words(1))
    assert sketch(text + " ёлка") == sketch(text.upper().replace(" ", "\n") + ", Елка!")


def test_a_text_shorter_than_a_run_has_no_sketch() -> None:
    assert sketch("одно два три четыре") == b""
    assert len(sketch("одно два три четыре пять")) == 4 * VALUES


def test_sketches_are_the_same_in_every_run_of_the_program() -> None:
    assert unpacked([sketch("один два три четыре пять шесть")])[0][:2].tolist() == [
        624102686,
        2486459315,
    ]


def test_near_copies_are_grouped_and_others_are_not(archive: Studied) -> None:
    text = words(1)
    archive.add("первая", " ".join(text))
    archive.add("другое", " ".join(words(2)))
    archive.add("вторая", " ".join(changed(text, 0.05, 3)))
    (group,) = finder(archive).groups()
    assert titles([group]) == [["первая", "вторая"]]
    assert group.likeness == pytest.approx(true_likeness(text, changed(text, 0.05, 3)), abs=0.1)


def test_members_stand_by_their_own_dates_then_by_arrival(archive: Studied) -> None:
    text = " ".join(words(1))
    for name, date in (("в", ""), ("б", "2021-05"), ("а", "2020"), ("г", "")):
        archive.add(name, text, date)
    assert titles(finder(archive).groups()) == [["а", "б", "в", "г"]]


def test_what_was_read_from_the_same_path_is_a_version_whatever_it_says(archive: Studied) -> None:
    old = archive.add("старая", " ".join(words(1)))
    archive.add("новая", " ".join(words(2)), supersedes=old)
    archive.add("чужая", " ".join(words(3)))
    (group,) = finder(archive).groups()
    assert titles([group]) == [["старая", "новая"]]
    assert group.likeness < 0.1


def test_a_document_that_left_the_archive_is_in_no_group(archive: Studied) -> None:
    archive.add("новая", " ".join(words(1)), supersedes=DocumentId("f" * 64))
    assert finder(archive).groups() == ()


def test_the_group_with_the_newest_arrival_comes_first(archive: Studied) -> None:
    for name, seed in (("а", 1), ("б", 2), ("в", 2), ("г", 1)):
        archive.add(name, " ".join(words(seed)))
    assert titles(finder(archive).groups()) == [["а", "г"], ["б", "в"]]


def test_documents_without_words_are_no_copies_of_each_other(archive: Studied) -> None:
    archive.add("а", "")
    archive.add("б", "")
    assert finder(archive).groups() == ()


def test_the_group_of_one_document(archive: Studied) -> None:
    one = archive.add("а", " ".join(words(1)))
    archive.add("б", " ".join(words(1)))
    alone = archive.add("в", " ".join(words(2)))
    found = finder(archive)
    group = found.of(one)
    assert group is not None
    assert titles([group]) == [["а", "б"]]
    assert group.likeness == 1.0
    assert found.of(alone) is None


def test_sketches_are_made_once_and_again_when_the_text_changes(
    archive: Studied, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr("index.study.versions.sketch", lambda text: (made.append(text), sketch(text))[1])
    archive.add("а", "Первый текст, пять слов здесь.")
    finder(archive).groups()
    finder(archive).groups()
    assert len(made) == 1
    archive.add("а", "Второй текст, пять слов здесь.")
    archive.library.forget()
    finder(archive).groups()
    assert made[1:] == ["Второй текст, пять слов здесь."]


def test_groups_are_found_anew_only_when_a_document_came_or_went(
    archive: Studied, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[object] = []
    monkeypatch.setattr("index.study.versions.alike", lambda *a: (compared.append(a), alike(*a))[1])
    found = finder(archive)
    one = archive.add("а", " ".join(words(1)))
    archive.add("б", " ".join(words(1)))
    assert len(found.groups()) == len(found.groups()) == 1
    assert found.of(one) == found.groups()[0]
    assert len(compared) == 1
    archive.add("б", " ".join(words(2)))
    archive.library.forget()
    assert found.groups() == ()
    assert len(compared) == 2


def test_sketches_of_another_version_are_made_again(
    archive: Studied, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.add("а", " ".join(words(1)))
    finder(archive).groups()
    store = SketchStore(archive.database)
    assert store.missing("1") == ()
    monkeypatch.setattr("index.study.versions.SKETCH_VERSION", "2")
    finder(archive).groups()
    assert store.missing("2") == ()


def test_when_cancelled_what_was_sketched_stays(archive: Studied) -> None:
    for number in range(66):
        archive.add(str(number), f"Пять слов и номер {number}")
    task = Task()
    task.report = lambda done, _total: task.cancel() if done == 64 else None
    with pytest.raises(Cancelled):
        finder(archive).groups(task)
    assert len(SketchStore(archive.database).missing("1")) == 2


def test_hundreds_of_near_copies_are_one_group(archive: Studied) -> None:
    text = words(1)
    rows = unpacked([sketch(" ".join(changed(text, 0.03, seed))) for seed in range(300)])
    strangers = unpacked([sketch(" ".join(words(1000 + seed))) for seed in range(50)])
    forest = _Forest()
    for one, other in alike(np.concatenate([rows, strangers]), Task()):
        forest.join(DocumentId(str(one)), DocumentId(str(other)))
    assert [sorted(map(int, group)) for group in forest.groups()] == [list(range(300))]
