from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import AnnotationError, StoreError
from index.model.span import Span
from index.store.annotations import AnnotationStore
from index.store.database import Database
from index.store.documents import DocumentStore
from tests.index.store.samples import document_id, make_annotation, make_arrival, make_document, open_database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path)
    for name in "ab":
        DocumentStore(opened).add(make_document(name), make_arrival(name))
    yield opened
    opened.close()


@pytest.fixture
def annotations(database: Database) -> AnnotationStore:
    return AnnotationStore(database)


def test_annotation_comes_back(annotations: AnnotationStore) -> None:
    made = make_annotation()
    annotations.put(made)
    assert annotations.get(made.id).annotation == made
    assert annotations.live(document_id("a")) == (made,)
    assert annotations.live(document_id("b")) == ()


def test_annotations_stand_in_text_order_newest_document_first(annotations: AnnotationStore) -> None:
    late = make_annotation("late")
    early = make_annotation("early")
    early = replace(early, anchor=replace(early.anchor, span=Span(0, 7)))
    other = make_annotation("other", "b")
    for made in (late, other, early):
        annotations.put(made)
    assert annotations.live() == (other, early, late)


def test_deleted_annotation_leaves_a_tombstone(annotations: AnnotationStore) -> None:
    made = make_annotation()
    annotations.put(made, deleted="2024-06-01")
    assert annotations.live() == ()
    assert annotations.get(made.id).deleted == "2024-06-01"
    assert annotations.ids(document_id("a")) == {made.id}
    assert [kept.annotation for kept in annotations.everything()] == [made]


def test_changed_bytes_are_noticed(annotations: AnnotationStore, database: Database) -> None:
    made = make_annotation()
    annotations.put(made)
    assert annotations.get(made.id).is_sound
    with database.writing() as connection:
        connection.execute("UPDATE annotations SET note = 'Не важно'")
    assert not annotations.get(made.id).is_sound


def test_annotation_of_no_document_is_refused(annotations: AnnotationStore) -> None:
    with pytest.raises(StoreError):
        annotations.put(make_annotation(document="nowhere"))


def test_unknown_annotation_is_an_error_for_people(annotations: AnnotationStore) -> None:
    with pytest.raises(AnnotationError):
        annotations.get("00000000-0000-4000-8000-000000000000")
