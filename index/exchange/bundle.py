"""A bundle: a folder, or a ZIP, with pages of HTML that anybody can open without the program.

    index.html          the documents
    documents/1.html    one document: its marked pages, its notes, what it states
    pages/1-005.png     picture of a page
    notes.jsonld        the notes for programs (W3C Web Annotation)

Nothing in it leads out of the folder but addresses that stand in the documents themselves.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

from index.errors import ArchiveError
from index.exchange.bundle_pages import Bundled, Sheet, document_page, front_page
from index.exchange.kinds import ALL_GROUPS, kinds_of
from index.exchange.noted import Noted, NoteForm, NoteSource
from index.exchange.page_pictures import PagePictures
from index.exchange.portion import Portion, portion
from index.notes.jsonld import to_jsonld
from index.tasks import Task


def write_bundle(
    source: NoteSource,
    told: Sequence[Noted],
    path: Path,
    form: NoteForm,
    task: Task,
    *,
    is_packed: bool,
) -> int:
    """Write a bundle; return how many marked pages could not be drawn. Blocks.

    Args:
        source: The archive.
        told: The documents with their notes, in order.
        path: The folder or ZIP to make.
        form: Language, title, and whether facts are told.
        task: Progress by documents, cancellation.
        is_packed: Whether it is a ZIP.

    Raises:
        OSError: If it cannot be written.
        Cancelled: If `task` was cancelled.
    """
    folder = path.with_suffix("") if is_packed else path
    sheets = _Bundle(source, folder, form, task).write(told)
    if is_packed:
        _pack(folder, path)
    return sum(1 for sheet in sheets if not sheet.picture)


class _Bundle:
    """The folder of one bundle while it is being made."""

    def __init__(self, source: NoteSource, folder: Path, form: NoteForm, task: Task) -> None:
        self._source, self._folder, self._form, self._task = source, folder, form, task

    def write(self, told: Sequence[Noted]) -> list[Sheet]:
        """Write everything; return all pages that were to be drawn."""
        for folder in (self._folder, self._folder / "documents", self._folder / "pages"):
            folder.mkdir()
        files: dict[str, str] = {one.summary.id: f"{number}.html" for number, one in enumerate(told, 1)}
        editions = {one.summary.id: self._source.edition(one.summary.id) for one in told}
        bundled = []
        folders = {edition.parent for edition in editions.values()}
        with PagePictures(folders, self._source.keyring.passwords) as pictures:
            for number, one in enumerate(told, 1):
                self._task.checkpoint(number - 1, len(told))
                sheets = self._drawn(pictures, editions[one.summary.id], one, number)
                facts = self._facts(one) if self._form.with_facts else None
                bundled.append(Bundled(one, files[one.summary.id], tuple(sheets), facts))
        for made in bundled:
            self._put(f"documents/{made.file}", document_page(made, files, self._form.language))
        self._put("index.html", front_page(bundled, self._form.language, self._form.title))
        everything = [annotation for one in told for annotation in one.annotations]
        self._put("notes.jsonld", to_jsonld(everything, self._form.title or told[0].summary.title))
        self._task.checkpoint(len(told), len(told))
        return [sheet for made in bundled for sheet in made.sheets]

    def _drawn(self, pictures: PagePictures, edition: Path, told: Noted, number: int) -> list[Sheet]:
        """Draw the pages on which notes stand."""
        marked = {one.anchor.page_index for one in told.annotations}
        marked |= {quad.page_index for one in told.annotations for quad in one.quads}
        sheets = []
        for page in told.document.pages:
            if page.page_index in marked:
                name = f"{number}-{page.page_index + 1:03}.png"
                is_drawn = pictures.draw(edition, page, self._folder / "pages" / name, self._task)
                sheets.append(Sheet(page, name if is_drawn else ""))
        return sheets

    def _facts(self, told: Noted) -> Portion | None:
        """Return what a document states; None if that cannot be had."""
        try:
            facts = self._source.facts(told.summary.id, self._task)
        except ArchiveError:
            return None
        return portion(told.summary, told.document, facts, kinds_of(ALL_GROUPS))

    def _put(self, name: str, text: str) -> None:
        (self._folder / name).write_text(text, encoding="utf-8", errors="replace", newline="\n")


def _pack(folder: Path, path: Path) -> None:
    """Pack a folder, under its own name, into a ZIP."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                packed.write(file, file.relative_to(folder.parent))
