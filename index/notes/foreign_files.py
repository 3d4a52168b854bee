"""Files that hold notes of other programs: what they are, and what they say of the documents they belong to.

    W3C Web Annotation   our own sidecars and exports, and those of anyone      index.notes.from_w3c
    Hypothesis           answers of its API, exports of its client              index.notes.from_hypothesis
    Zotero               items of its API, Better BibTeX JSON                   index.notes.from_zotero

Each says of its document what it can: a digest, addresses, names of files, a title. What a file is, is told
by what stands in it, and not by its name.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from index.errors import AnnotationError
from index.model.document import DocumentId, DocumentSummary
from index.model.foreign import Foreign
from index.model.said import said
from index.notes.letters import only_letters

_SHA256_LETTERS: Final = 64


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of the document that notes belong to.

    Attributes:
        digest: SHA-256 of its content; empty when not told.
        addresses: Its addresses on the web or on a disk.
        names: Names of its file.
        title: Its title.
    """

    digest: str = ""
    addresses: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    title: str = ""

    @property
    def words(self) -> str:
        """What people call it."""
        return next(filter(None, (self.title, *self.names, *self.addresses, self.digest)), "")


Parsed = Iterator[tuple[About, Foreign]]
Parse = Callable[[Any], Parsed | None]
"""Yields notes with their documents; None if that is not the format."""


@dataclass(frozen=True, slots=True)
class Group:
    """Notes that belong to one document.

    Attributes:
        about: What is known of it.
        notes: In the order of the file.
    """

    about: About
    notes: tuple[Foreign, ...]


def notes_of(text: str, formats: Iterable[Parse]) -> tuple[Group, ...]:
    """Return the notes of a JSON file by their documents.

    Raises:
        AnnotationError: If it is of no format that is known here.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise unknown_format() from error
    for parse in formats:
        try:
            parsed = parse(value)
            if parsed is None:
                continue
            groups: dict[About, list[Foreign]] = {}
            for about, note in parsed:
                groups.setdefault(about, []).append(note)
        except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
            raise unknown_format() from error
        return tuple(Group(about, tuple(notes)) for about, notes in groups.items())
    raise unknown_format()


def unknown_format() -> AnnotationError:
    """Return the error for a file that holds no notes in any known format."""
    return AnnotationError(
        said("notes.unknown_file", "В этом файле нет заметок, которые программа умеет читать."),
        said(
            "notes.known_files",
            "Подойдут PDF с пометками, W3C Web Annotation (JSON-LD), экспорт Hypothesis и Zotero (JSON).",
        ),
    )


def document_of(about: About, summaries: Iterable[DocumentSummary]) -> DocumentId | None:
    """Return the document that notes belong to; None if there is none, or more than one.

    A digest decides alone. Else addresses, names of files and titles are compared, the surer ones first.
    """
    known = list(summaries)
    if about.digest:
        return next((one.id for one in known if one.id == about.digest), None)
    names = {name.casefold() for name in (*about.names, *map(_file_name, about.addresses)) if name}
    title = only_letters(about.title)
    rules: tuple[Callable[[DocumentSummary], bool], ...] = (
        lambda one: one.source_path in about.addresses,
        lambda one: one.file_name.casefold() in names,
        lambda one: bool(title) and title == only_letters(one.title),
        lambda one: bool(title) and title == only_letters(one.file_name.rpartition(".")[0] or one.file_name),
    )
    for rule in rules:
        found = [one.id for one in known if rule(one)]
        if len(found) == 1:
            return found[0]
    return None


def digest_in(address: str) -> str:
    """Return the digest that an address like `urn:sha256:…` names; else nothing."""
    digest = address.removeprefix("urn:sha256:").lower()
    is_digest = digest != address.lower() and len(digest) == _SHA256_LETTERS
    return digest if is_digest else ""


def _file_name(address: str) -> str:
    return unquote(PurePosixPath(urlsplit(address).path.replace("\\", "/")).name)
