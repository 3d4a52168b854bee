"""Documents, annotations and facts for the tests of the store and of what stands on it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from hypothesis import strategies as st

from index.model.annotation import Anchor, Annotation, AnnotationKind, HighlightColor, Link
from index.model.document import Document, DocumentId, OutlineEntry, Page, PageKind
from index.model.fact import DocumentFacts, Entity, EntityType, Fact, FactType, Slot
from index.model.geometry import Point, Quad
from index.model.span import Span
from index.model.textmap import Line, Piece, TextMap
from index.store.database import Database
from index.store.documents import Arrival

TEXT = "Стороны обсудили сотрудничество.\nВстреча прошла в Ташкенте."


def document_id(name: str) -> DocumentId:
    return DocumentId(hashlib.sha256(name.encode()).hexdigest())


def make_document(name: str = "a", text: str = TEXT, title: str = "Переговоры") -> Document:
    """Two pages, one paragraph each if the text has two."""
    cut = text.find("\n") + 1 or len(text)
    pieces, offset = [], 0
    for word in text.split():
        start = text.index(word, offset)
        offset = start + len(word)
        pieces.append(Piece(Span(start, offset), int(start >= cut), start * 5.0, offset * 5.0))
    return Document(
        id=document_id(name),
        title=title,
        file_name=f"{name}.pdf",
        source_path=f"/архив/{name}.pdf",
        text=text,
        text_map=TextMap((Line(0, 0, 100.0, 112.0), Line(1, 0, 50.0, 62.0)), pieces),
        pages=(
            Page(0, 595.0, 842.0, Span(0, cut)),
            Page(1, 595.0, 842.0, Span(cut, len(text)), PageKind.TEXT, "ii"),
        ),
        outline=(OutlineEntry("Глава", 1, 0),),
        metadata={"author": "Иванов"},
        notices=(),
    )


def make_arrival(name: str = "a", *, size: int = 10, supersedes: DocumentId | None = None) -> Arrival:
    return Arrival("2024-05", size, supersedes, f"/архив/{name}.pdf".encode(), 1)


def make_annotation(name: str = "n1", document: str = "a", note: str = "Важно") -> Annotation:
    return Annotation(
        id=f"00000000-0000-4000-8000-{hashlib.sha256(name.encode()).hexdigest()[:12]}",
        document_id=document_id(document),
        anchor=Anchor(Span(8, 16), "обсудили", "Стороны ", " сотрудничество.", 0),
        color=HighlightColor.GREEN,
        note=note,
        tags=("вода", "важное"),
        created="2024-05-20T10:00:00.000+00:00",
        modified="2024-05-20T10:00:00.000+00:00",
    )


def open_database(folder: Path) -> Database:
    return Database(folder / "archive.db", folder / "backups")


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
spans = st.tuples(st.integers(0, 10_000), st.integers(0, 500)).map(lambda pair: Span(pair[0], sum(pair)))
anchors = st.builds(Anchor, spans, words, words, words, st.integers(0, 2000))
_coordinates = st.floats(-1000, 10_000, allow_nan=False)


def _by_page(quads: list[Quad]) -> tuple[Quad, ...]:
    return tuple(sorted(quads, key=lambda quad: quad.page_index))


annotations = st.builds(
    Annotation,
    st.uuids().map(str),
    words.map(document_id),
    anchors,
    st.sampled_from(HighlightColor),
    words,
    st.lists(words, max_size=3).map(tuple),
    words,
    words,
    st.sampled_from(AnnotationKind),
    words,
    st.none() | st.builds(Point, _coordinates, _coordinates),
    st.lists(st.builds(Quad, st.integers(0, 2000), st.tuples(*[_coordinates] * 8)), max_size=2).map(_by_page),
    st.lists(st.builds(Link, words.map(document_id), words, st.just(""), st.none() | spans), max_size=2).map(
        tuple
    ),
)
_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)
_slots = st.builds(Slot, words, words, st.none() | spans, _values, words)
facts = st.builds(
    DocumentFacts,
    st.lists(
        st.builds(
            Entity,
            words,
            st.sampled_from(EntityType),
            words,
            st.lists(spans, min_size=1, max_size=3).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    st.lists(
        st.builds(
            Fact,
            words,
            st.sampled_from(FactType),
            st.lists(_slots, max_size=3).map(tuple),
            spans,
            words,
            st.floats(0, 1),
            words,
        ),
        max_size=3,
    ).map(tuple),
    words,
)
