"""Notes as Markdown, as Obsidian likes it: properties, quotes, tags, and links from note to note.

Each note ends with the name of its block (`^n-…`), so that other notes, of this file or another, lead to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from index.exchange.markdown import escaped
from index.exchange.noted import Noted, color_words, kind_words, on_one_line, page_words, short_id
from index.model.annotation import Annotation, AnnotationKind, Link
from index.text import values
from index.text.wording import Language

_BLANK: Final = re.compile(r"[^\w/-]+")
_UNFIT: Final = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f]+')
_LONGEST_NAME: Final = 80


def file_name(title: str) -> str:
    """Return a title as the name of a file, without its suffix, as all systems and links bear it."""
    name = on_one_line(_UNFIT.sub(" ", title))[:_LONGEST_NAME].strip(" .")
    return name or "-"


def note_page(told: Noted, language: Language, files: dict[str, str] | None = None) -> str:
    """Return the notes of a document as Markdown.

    Args:
        told: The document and its notes.
        language: Of the words between them.
        files: Name of the file of each document by its id, when each has its own; properties then stand
            first. None when all are in one.
    """
    head = [] if files is None else [*_properties(told), ""]
    entries = (_entry(told, one, language, files) for one in told.annotations)
    return "\n".join([*head, f"# {escaped(told.summary.title)}", "", "\n\n---\n\n".join(entries), ""])


def _properties(told: Noted) -> Iterator[str]:
    summary = told.summary
    yield "---"
    yield f"title: {_quoted(summary.title)}"
    if summary.date:
        yield f"date: {summary.date}"
    yield f"file: {_quoted(summary.file_name)}"
    yield f"sha256: {summary.id}"
    if tags := list(filter(None, map(_tag, told.tags()))):
        yield "tags:"
        yield from (f"  - {tag}" for tag in tags)
    yield "---"


def _entry(told: Noted, note: Annotation, language: Language, files: dict[str, str] | None) -> str:
    page = page_words(told.page_name(note), language)
    parts = []
    if note.anchor.quote and note.kind is not AnnotationKind.BOOKMARK:
        parts.append(f"> {escaped(on_one_line(note.anchor.quote))}\n> — {page}")
    else:
        parts.append(f"**{kind_words(note.kind, language).capitalize()}**, {page}")
    if note.note:
        parts.append("\n".join(_line(line) for line in note.note.splitlines()))
    parts += [f"→ {_link(link, files)}" for link in note.links]
    parts.append(f"{_about(note, language)} ^{short_id(note.id)}")
    return "\n\n".join(parts)


def _about(note: Annotation, language: Language) -> str:
    day = values.day(note.created[:10], language) or note.created[:10]
    signs = [f"#{tag}" for tag in filter(None, map(_tag, note.tags))]
    signs += [color_words(note.color, language)]
    if note.kind in {AnnotationKind.UNDERLINE, AnnotationKind.STRIKE}:
        signs.append(kind_words(note.kind, language))
    return " · ".join([*signs, day, *([escaped(note.author)] if note.author else [])])


def _line(line: str) -> str:
    return escaped(line) + "  " if line.strip() else ""


def _link(link: Link, files: dict[str, str] | None) -> str:
    label = on_one_line(link.label).replace("|", " ").replace("[", "(").replace("]", ")")
    block = f"#^{short_id(link.annotation_id)}" if link.annotation_id else ""
    file = "" if files is None else files.get(link.document_id, "")
    return f"[[{file}{block}|{label}]]" if file or block else escaped(label)


def _tag(tag: str) -> str:
    """Return a tag as Obsidian takes it: without blanks, not of digits alone; empty if nothing is left."""
    joined = _BLANK.sub("_", tag.strip()).strip("_")
    return f"{joined}_" if joined.isdigit() else joined


def _quoted(text: str) -> str:
    line = on_one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{line}"'
