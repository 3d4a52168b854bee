"""Notes in every format: what is in them, and that a text stays a text."""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from openpyxl import load_workbook

from index.errors import StoreError
from index.exchange.note_export import SUFFIXES, NoteFormat, export_notes
from index.exchange.note_html import notes_page
from index.exchange.note_markdown import file_name, note_page
from index.exchange.noted import Noted, NoteForm, short_id
from index.keyring import Keyring
from index.model.annotation import Annotation, AnnotationKind, HighlightColor, Link, Pen
from index.model.document import Document, DocumentId
from index.model.fact import DocumentFacts
from index.model.geometry import Point
from index.model.span import Span
from index.notes.jsonld import from_jsonld
from index.tasks import Task
from index.text.wording import Language
from tests.helpers.fakes import document, summary_of
from tests.helpers.fakes_notes import FakeNotebook
from tests.index.exchange.samples import nasty

WATER = document("a", "Вода нужна всем. Каналы чистят весной.", title="Записка о воде")
TREATY = document("b", "Стороны договорились о встрече.", title="Договор: о воде / и мире")


class Shelf:
    """Two documents with notes, and one without."""

    def __init__(self) -> None:
        self._documents = {one.id: one for one in (WATER, TREATY, document("c", "Пусто."))}
        self.notebook = FakeNotebook(self)
        first = self.notebook.annotate(
            WATER.id, Span(0, 16), Pen(HighlightColor.GREEN, "Проверить", ("вода", "важное дело"))
        )
        pen = Pen(HighlightColor.PINK, kind=AnnotationKind.STRIKE, author="Анна")
        self.notebook.annotate(WATER.id, Span(17, 23), pen)
        there = self.notebook.annotate(TREATY.id, Span(0, 7), Pen(HighlightColor.BLUE))
        self.notebook.edit(there.id, links=[Link(WATER.id, "о воде", first.id)])
        pen = Pen(HighlightColor.YELLOW, "Спросить", kind=AnnotationKind.NOTE)
        self.notebook.pin(TREATY.id, 0, Point(10, 20), pen)

    def document(self, document_id: DocumentId) -> Document:
        return self._documents[document_id]

    def documents(self) -> list[object]:
        return [summary_of(one) for one in self._documents.values()]

    keyring = Keyring()

    def facts(self, _document_id: DocumentId, _task: Task | None = None) -> DocumentFacts:
        return DocumentFacts()

    def edition(self, _document_id: DocumentId) -> Path:
        return Path("/nowhere.pdf")

    def answer(self) -> None:
        """Nothing refuses here."""

    def mutate(self, _what: str, _detail: str) -> None:
        """Nothing waits here."""


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def written(shelf: Shelf, kind: NoteFormat, folder: Path, **form: object) -> Path:
    path = folder / f"заметки{SUFFIXES[kind]}"
    made = export_notes(shelf, shelf.documents(), (kind, path), NoteForm(**form))
    assert (made.path, made.documents) == (path, 2)
    return path


def test_markdown_holds_every_note_with_its_words_and_page(shelf: Shelf, tmp_path: Path) -> None:
    text = written(shelf, NoteFormat.MARKDOWN, tmp_path).read_text("utf-8")
    assert text.startswith("# Записка о воде\n\n> Вода нужна всем.\n> — с. 1\n\nПроверить")
    assert "#вода · #важное_дело · зелёный" in text
    assert "розовый · зачёркнуто" in text
    assert text.count(" ^n-") == 4
    first = shelf.notebook.all(WATER.id)[0]
    assert f"[[#^{short_id(first.id)}|о воде]]" in text


def test_obsidian_has_a_page_with_properties_for_each_document(shelf: Shelf, tmp_path: Path) -> None:
    folder = written(shelf, NoteFormat.OBSIDIAN, tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == ["Договор о воде и мире.md", "Записка о воде.md"]
    text = (folder / "Записка о воде.md").read_text("utf-8")
    assert text.startswith('---\ntitle: "Записка о воде"\n')
    assert "tags:\n  - вода\n  - важное_дело\n---\n" in text
    first = shelf.notebook.all(WATER.id)[0]
    assert f"[[Записка о воде#^{short_id(first.id)}|о воде]]" in (
        folder / "Договор о воде и мире.md"
    ).read_text("utf-8")


def test_tables_have_a_row_for_each_note(shelf: Shelf, tmp_path: Path) -> None:
    with written(shelf, NoteFormat.CSV, tmp_path).open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    assert [row["Цитата"] for row in rows] == ["Вода нужна всем.", "Каналы", "Стороны", ""]
    assert (rows[0]["Заметка"], rows[0]["Метки"]) == ("Проверить", "вода, важное дело")
    assert (rows[1]["Чем отмечено"], rows[1]["Автор"]) == ("зачёркнуто", "Анна")
    book = load_workbook(written(shelf, NoteFormat.XLSX, tmp_path))
    [sheet] = book.worksheets
    assert [cell.value or None for cell in sheet["E"]] == [
        "Цитата",
        "Вода нужна всем.",
        "Каналы",
        "Стороны",
        None,
    ]


def test_web_annotations_are_the_notes_themselves(shelf: Shelf, tmp_path: Path) -> None:
    text = written(shelf, NoteFormat.JSONLD, tmp_path).read_text("utf-8")
    assert from_jsonld(text) == (*shelf.notebook.all(WATER.id), *shelf.notebook.all(TREATY.id))
    assert json.loads(text)["@context"] == "http://www.w3.org/ns/anno.jsonld"


def test_only_the_notes_that_are_asked_for_are_written(shelf: Shelf, tmp_path: Path) -> None:
    wanted = shelf.notebook.all(WATER.id)[1]
    path = tmp_path / "одна.md"
    made = export_notes(
        shelf,
        shelf.documents(),
        (NoteFormat.MARKDOWN, path),
        NoteForm(Language.EN, only=frozenset({wanted.id})),
    )
    assert (made.documents, made.notes) == (1, 1)
    assert "p. 1" in path.read_text("utf-8")


def test_without_notes_there_is_no_file(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Заметок нет"):
        export_notes(shelf, shelf.documents()[2:], (NoteFormat.HTML, tmp_path / "a.html"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", list(NoteFormat))
def test_what_is_there_already_stays_as_it_is(shelf: Shelf, tmp_path: Path, kind: NoteFormat) -> None:
    path = tmp_path / "есть"
    path.write_text("моё", "utf-8")
    with pytest.raises(StoreError, match="не тронут"):
        export_notes(shelf, shelf.documents(), (kind, path))
    assert [one.read_text("utf-8") for one in tmp_path.iterdir()] == ["моё"]


@given(nasty, nasty, nasty)
def test_texts_stay_texts_in_html(words: str, note: str, tag: str) -> None:
    page = notes_page([told(words, note, tag)], Language.RU)
    seen = _Seen()
    seen.feed(page)
    assert seen.tags <= {
        *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2"),
        *("section", "p", "article", "blockquote", "span"),
    }
    shown = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", note)
    assert " ".join(shown.split()) in " ".join("".join(seen.texts).split())


@given(nasty, nasty, nasty)
def test_a_note_stays_one_note_in_markdown(words: str, note: str, tag: str) -> None:
    text = note_page(told(words, note, tag), Language.RU)
    assert len(re.findall(r"\^n-\w+$", text, flags=re.MULTILINE)) == 1
    assert not re.search(r"^(#{1,6} |[-+*] |\d+[.)] |```)", text.split("\n\n", 1)[1], flags=re.MULTILINE)


@given(nasty)
def test_any_title_is_the_name_of_a_file(title: str) -> None:
    name = file_name(title)
    assert name
    assert not set(name) & set('\\/:*?"<>|#^[]')
    assert name == name.strip(" .")


def told(words: str, note: str, tag: str) -> Noted:
    shelf = SimpleNamespace(document=lambda _id: made, answer=lambda: None, mutate=lambda *_: None)
    made = document("x", words or "-", title=words)
    notebook = FakeNotebook(shelf)
    annotation: Annotation = notebook.annotate(
        made.id, Span(0, len(made.text)), Pen(HighlightColor.BLUE, note, (tag,))
    )
    return Noted(summary_of(made), made, (annotation,))


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
