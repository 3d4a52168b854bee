"""A bundle of the sample archive: nothing in it leads nowhere, and nothing leads out of it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from index.archive import Archive
from index.errors import StoreError
from index.exchange.note_export import NoteFormat, NotesExported, export_notes
from index.exchange.noted import NoteForm
from index.model.annotation import AnnotationKind, HighlightColor, Link, Pen
from index.model.geometry import Point
from index.model.span import Span
from index.text.wording import Language

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("archive")) as opened:
        opened.ingest(sorted(SAMPLE.glob("*.pdf"))[:3])
        first, second, _third = opened.documents()
        made = opened.notebook.annotate(first.id, Span(40, 90), Pen(HighlightColor.GREEN, "Сверить"))
        opened.notebook.pin(
            first.id, 0, Point(500, 200), Pen(HighlightColor.BLUE, "<b>", kind=AnnotationKind.NOTE)
        )
        there = opened.notebook.annotate(
            second.id, Span(10, 30), Pen(HighlightColor.PINK, kind=AnnotationKind.UNDERLINE)
        )
        opened.notebook.edit(there.id, links=[Link(first.id, "сверить", made.id)])
        yield opened


def bundle(archive: Archive, path: Path, kind: NoteFormat = NoteFormat.BUNDLE) -> NotesExported:
    return export_notes(archive, archive.documents(), (kind, path), NoteForm(with_facts=False))


def test_every_address_of_a_bundle_is_in_it(archive: Archive, tmp_path: Path) -> None:
    made = bundle(archive, tmp_path / "подборка")
    assert (made.documents, made.notes, made.undrawn) == (2, 3, 0)
    pages = {path: _Addresses(path) for path in made.path.rglob("*.html")}
    assert len(pages) == 3
    addresses = [(path, address) for path, page in pages.items() for address in page.leading]
    assert len(addresses) > 10
    for path, address in addresses:
        file, _, fragment = unquote(address).partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.is_relative_to(made.path)
        assert target.is_file()
        assert not fragment or fragment in pages[target].names
    pictures = list((made.path / "pages").iterdir())
    assert len(pictures) == 2
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)


def test_bundle_tells_what_the_documents_state(archive: Archive, tmp_path: Path) -> None:
    form = NoteForm(Language.EN, title="Water")
    what = NoteFormat.BUNDLE, tmp_path / "bundle"
    made = export_notes(archive, archive.documents()[:1], what, form)
    assert "<h1>Water</h1>" in (made.path / "index.html").read_text("utf-8")
    page = (made.path / "documents" / "1.html").read_text("utf-8")
    assert "What the document states" in page
    assert "<details>" in page
    assert "&lt;b&gt;" in page


def test_bundle_is_packed_under_its_own_name(archive: Archive, tmp_path: Path) -> None:
    made = bundle(archive, tmp_path / "подборка.zip", NoteFormat.ZIP)
    with zipfile.ZipFile(made.path) as packed:
        assert packed.testzip() is None
        assert {name.split("/")[0] for name in packed.namelist()} == {"подборка"}
    assert [path.name for path in tmp_path.iterdir()] == ["подборка.zip"]


def test_a_folder_that_is_there_is_not_touched(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "подборка").mkdir()
    with pytest.raises(StoreError, match="не тронут"):
        bundle(archive, tmp_path / "подборка")
    assert list((tmp_path / "подборка").iterdir()) == []


class _Addresses(HTMLParser):
    """Where a page leads, and the names in it that others can lead to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.leading: list[str] = []
        self.names: set[str] = set()
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name in {"href", "src"} and value:
                self.leading.append(value)
            if name == "id" and value:
                assert value not in self.names
                self.names.add(value)
