"""Files of other programs are told apart by what stands in them, and find their documents."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import AnnotationError
from index.model.annotation import AnnotationKind
from index.model.document import DocumentSummary
from index.model.foreign import Foreign
from index.model.geometry import Point
from index.notes.foreign_files import About, Group, document_of, notes_of
from index.notes.from_hypothesis import hypothesis
from index.notes.from_w3c import w3c
from index.notes.from_zotero import zotero
from index.notes.jsonld import to_jsonld
from tests.index.store.samples import annotations, document_id

FORMATS = (w3c, hypothesis, zotero)
QUOTE = {"type": "TextQuoteSelector", "exact": "проект канала", "prefix": "что ", "suffix": " будет"}


def parsed(value: Any) -> tuple[Group, ...]:
    return notes_of(json.dumps(value), FORMATS)


def only(value: Any) -> tuple[About, Foreign]:
    [group] = parsed(value)
    [note] = group.notes
    return group.about, note


def annotation(**more: object) -> dict[str, object]:
    return {"type": "Annotation", "id": "urn:uuid:раз", "target": "http://a.ru/b.html"} | more


def summary(name: str, title: str = "", source: str = "") -> DocumentSummary:
    return DocumentSummary(document_id(name), title or name, f"{name}.pdf", source, 1, "")


@given(st.lists(annotations, max_size=3, unique_by=lambda one: one.id))
def test_our_own_files_lose_nothing(notes: list[Any]) -> None:
    if not notes:
        return
    told = [note for group in notes_of(to_jsonld(notes, "Т"), FORMATS) for note in group.notes]
    by_source = {one.source: one for one in told}
    for note in notes:
        one = by_source[note.id]
        assert (one.pen.note, one.pen.tags, one.pen.kind, one.pen.color) == (
            note.note,
            note.tags,
            note.kind,
            note.color,
        )
        assert (one.created, one.modified, one.quads, one.point) == (
            note.created,
            note.modified,
            note.quads,
            note.point,
        )


def test_web_annotations_tell_quote_position_and_page() -> None:
    about, note = only(
        annotation(
            creator={"name": "Анна"},
            created="2024-01-02T03:04:05Z",
            body=[
                {"type": "TextualBody", "value": "<p>Верно ли?</p>", "format": "text/html"},
                {"type": "TextualBody", "value": "вода", "purpose": "tagging"},
                "Ещё",
            ],
            target={
                "source": {"id": "http://a.ru/%D0%B0.pdf", "title": "Канал"},
                "selector": {
                    "type": "FragmentSelector",
                    "value": "page=3",
                    "refinedBy": [QUOTE, {"type": "TextPositionSelector", "start": 70, "end": 83}],
                },
            },
        )
    )
    assert about == About(addresses=("http://a.ru/%D0%B0.pdf",), title="Канал")
    assert (note.quote, note.prefix, note.suffix) == ("проект канала", "что ", " будет")
    assert (note.offset, note.page_index) == (70, 2)
    assert (note.pen.note, note.pen.tags, note.pen.author) == ("Верно ли?\n\nЕщё", ("вода",), "Анна")


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda one: {"type": "AnnotationPage", "items": [one]},
        lambda one: {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [one]}},
        lambda one: [one],
        lambda one: one,
    ],
)
def test_web_annotations_come_alone_in_lists_pages_and_collections(wrapped: Any) -> None:
    about, note = only(wrapped(annotation(bodyValue="Да")))
    assert about.addresses == ("http://a.ru/b.html",)
    assert (note.source, note.pen.note, note.pen.kind) == ("раз", "Да", AnnotationKind.NOTE)


def test_a_point_of_a_page_is_told_by_a_fragment() -> None:
    _about, note = only(annotation(target="http://a.ru/b.pdf#page=2&viewrect=10,20,0,0"))
    assert (note.page_index, note.point) == (1, Point(10, 20))


def hypothesis_row(**more: object) -> dict[str, object]:
    return {
        "id": "aB1",
        "created": "2024-01-02T03:04:05.123456+00:00",
        "updated": "2024-01-03T03:04:05.123456+00:00",
        "user": "acct:anna@hypothes.is",
        "uri": "urn:x-pdf:0011",
        "text": "Проверить",
        "tags": ["вода"],
        "document": {"title": ["канал.pdf"]},
        "target": [
            {
                "selector": [
                    QUOTE,
                    {"type": "TextPositionSelector", "start": 5},
                    {"type": "PageSelector", "index": 1},
                ]
            }
        ],
    } | more


@pytest.mark.parametrize("key", ["rows", "annotations"])
def test_annotations_of_hypothesis_are_read(key: str) -> None:
    about, note = only({key: [hypothesis_row()], "total": 1})
    assert about == About(names=("канал.pdf",), title="канал.pdf")
    assert (note.quote, note.offset, note.page_index) == ("проект канала", 5, 1)
    assert (note.pen.author, note.pen.note, note.pen.tags) == ("anna", "Проверить", ("вода",))
    assert note.modified.startswith("2024-01-03")


def test_answers_and_notes_on_the_whole_page_are_read_from_hypothesis() -> None:
    whole = hypothesis_row(id="c", target=[{"source": "x"}])
    answer = hypothesis_row(id="d", references=["aB1"], target=[{"source": "x"}])
    [group] = parsed({"rows": [hypothesis_row(), whole, answer]})
    assert [note.pen.kind.value for note in group.notes] == ["highlight", "note", "note"]
    assert group.notes[2].answers == "aB1"


ZOTERO = {
    "key": "K1",
    "annotationType": "underline",
    "annotationText": "проект канала",
    "annotationComment": "Верно",
    "annotationColor": "#5fb236",
    "annotationAuthorName": "Анна",
    "dateAdded": "2024-01-02T03:04:05Z",
    "dateModified": "2024-01-02T03:04:05Z",
    "tags": [{"tag": "вода"}],
}


def test_annotations_of_the_api_of_zotero_find_their_file_by_their_attachment() -> None:
    items = [
        {
            "key": "A1",
            "data": {"key": "A1", "itemType": "journalArticle", "title": "Каналы", "url": "http://a.ru"},
        },
        {"data": {"key": "B1", "itemType": "attachment", "parentItem": "A1", "filename": "канал.pdf"}},
        {
            "data": ZOTERO
            | {
                "itemType": "annotation",
                "parentItem": "B1",
                "annotationPosition": '{"pageIndex":2,"rects":[]}',
            }
        },
    ]
    about, note = only(items)
    assert about == About(addresses=("http://a.ru",), names=("канал.pdf",), title="Каналы")
    assert (note.source, note.quote, note.page_index) == ("K1", "проект канала", 2)
    assert (note.pen.kind, note.pen.color.value, note.pen.tags) == (
        AnnotationKind.UNDERLINE,
        "green",
        ("вода",),
    )


def test_annotations_of_better_bibtex_stand_with_their_attachments() -> None:
    inner = ZOTERO | {"annotationPosition": {"pageIndex": 0, "rects": []}}
    item = {
        "itemType": "book",
        "title": "Каналы",
        "attachments": [{"path": "C:\\Users\\a\\канал.pdf", "annotations": [inner]}],
    }
    about, note = only({"config": {}, "items": [item]})
    assert about.names == ("канал.pdf",)
    assert (note.pen.note, note.pen.author, note.page_index) == ("Верно", "Анна", 0)


def test_a_note_of_zotero_stands_where_its_rectangle_begins() -> None:
    place = {"annotationPosition": {"pageIndex": 1, "rects": [[50, 700, 70, 720]]}}
    inner = ZOTERO | place | {"annotationType": "note", "annotationText": ""}
    _about, note = only({"items": [{"itemType": "book", "attachments": [{"annotations": [inner]}]}]})
    assert (note.pen.kind, note.from_foot) == (AnnotationKind.NOTE, Point(50, 720))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        "5",
        '{"rows": []}',
        '{"rows": [5]}',
        '{"type": "Annotation", "target": 7}',
        "[[]]",
    ],
)
def test_what_is_no_such_file_is_refused_in_words(text: str) -> None:
    with pytest.raises(AnnotationError, match="нет заметок"):
        notes_of(text, FORMATS)


def test_documents_are_known_by_digest_address_file_and_title() -> None:
    first = summary("канал", "О каналах", "/архив/канал.pdf")
    second, third = summary("б", "Вода и мир"), summary("в", "Вода и мир")
    known = [first, second, third]
    assert document_of(About(digest=second.id), known) == second.id
    assert document_of(About(digest="0" * 64, title="О каналах"), known) is None
    assert document_of(About(addresses=("/архив/канал.pdf",)), known) == first.id
    assert (
        document_of(About(addresses=("http://a.ru/%D0%BA%D0%B0%D0%BD%D0%B0%D0%BB.pdf",)), known) == first.id
    )
    assert document_of(About(names=("Канал.PDF",)), known) == first.id
    assert document_of(About(title="о каналах"), known) == first.id
    assert document_of(About(title="Вода и мир"), known) is None
    assert document_of(About(title="канал"), known) == first.id
