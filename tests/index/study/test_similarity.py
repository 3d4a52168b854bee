from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import DocumentUnknown
from index.model.document import DocumentId
from index.study.similarity import cosine, similar
from index.tasks import Cancelled, Task
from tests.index.study.samples import Studied, studied

TEXTS = {
    "рыба": "Рыбаки ловят рыбу сетями. Рыба идёт в сети, сети полны рыбы. Токаев.",
    "рыбак": "В сетях рыбака была рыба: рыбак чинил сеть. Токаева.",
    "сад": "Яблони цветут в саду, садовник обрезает яблоню.",
    "садовник": "Садовники и яблони: сад в цвету. Токаеву.",
    "пусто": "",
}


@pytest.fixture
def archive(tmp_path: Path) -> Studied:
    return studied(tmp_path, TEXTS)


def ids(archive: Studied) -> dict[int, DocumentId]:
    return {number: entry.id for number, entry in archive.documents.roll().items()}


def names(archive: Studied, name: str, limit: int = 10) -> list[str]:
    asked = archive.documents.find(f"{name}.txt")
    return [one.document.title for one in similar(archive.asking, asked, ids(archive), limit)]


def test_what_shares_telling_words_in_any_form_is_alike(archive: Studied) -> None:
    assert names(archive, "рыба")[0] == "рыбак"
    assert names(archive, "сад")[0] == "садовник"


def test_a_document_is_not_like_itself_and_nothing_is_like_an_empty_one(archive: Studied) -> None:
    assert "рыба" not in names(archive, "рыба")
    assert names(archive, "пусто") == []


def test_the_same_words_are_wholly_alike(archive: Studied) -> None:
    archive.add("копия", TEXTS["рыба"].upper())
    found = similar(archive.asking, archive.documents.find("рыба.txt"), ids(archive), 1)
    assert [(one.document.title, round(one.likeness, 6)) for one in found] == [("копия", 1.0)]


def test_the_shared_words_are_told_strongest_first(archive: Studied) -> None:
    (found, *_) = similar(archive.asking, archive.documents.find("рыба.txt"), ids(archive), 10)
    assert found.words == ("сеть", "рыба", "рыбак")


def test_likest_first_up_to_the_limit(archive: Studied) -> None:
    asked = archive.documents.find("рыба.txt")
    likenesses = [one.likeness for one in similar(archive.asking, asked, ids(archive), 10)]
    assert likenesses == sorted(likenesses, reverse=True)
    assert len(names(archive, "рыба", limit=1)) == 1


def test_an_unknown_document_is_told(archive: Studied) -> None:
    with pytest.raises(DocumentUnknown):
        similar(archive.asking, DocumentId("f" * 64), ids(archive), 10)


def test_it_can_be_cancelled(archive: Studied) -> None:
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        similar(archive.asking, archive.documents.find("рыба.txt"), ids(archive), 10, task)


vectors = st.dictionaries(st.sampled_from("абвгд"), st.floats(0.01, 100))


@given(vectors, vectors)
def test_likeness_is_mutual_and_at_most_one(one: dict[str, float], other: dict[str, float]) -> None:
    assert cosine(one, other) == pytest.approx(cosine(other, one))
    assert 0 <= cosine(one, other) <= 1
    assert cosine(one, one) == pytest.approx(1.0 if one else 0.0)
