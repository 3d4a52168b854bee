"""Notes as a page of HTML: each with its words, its page and where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from index.exchange.html import COLORS, escaped, page
from index.exchange.noted import Noted, color_words, kind_words, on_one_line, page_words, short_id
from index.model.annotation import Annotation, AnnotationKind, Link
from index.text import values
from index.text.wording import Language

_TITLE: Final = ("Заметки", "Notes")


def notes_page(told: Iterable[Noted], language: Language, title: str = "") -> str:
    """Return the notes of several documents as one page."""
    parts = []
    for one in told:
        cards = "\n".join(note_card(one, note, language) for note in one.annotations)
        parts.append(
            f'<section>\n<h2>{escaped(one.summary.title)}</h2>\n<p class="about">'
            f"{about_document(one, language)}</p>\n{cards}\n</section>"
        )
    name = title or _TITLE[language is Language.EN]
    body = "\n".join(parts)
    return page(name, f"<main>\n<h1>{escaped(name)}</h1>\n{body}\n</main>", language)


def about_document(told: Noted, language: Language) -> str:
    """Return the line below a title, as HTML: date and file."""
    summary = told.summary
    day = values.day(summary.date, language) or summary.date
    return " · ".join(escaped(part) for part in (day, summary.file_name) if part)


def note_card(
    told: Noted,
    note: Annotation,
    language: Language,
    place: str = "",
    pages: Mapping[str, str] | None = None,
) -> str:
    """Return one note as HTML.

    Args:
        told: Its document.
        note: The note.
        language: Of the words around it.
        place: Where its page leads, as an address; empty for nowhere.
        pages: Address of the page of each document by its id; None when all are on this one.
    """
    page_name = escaped(page_words(told.page_name(note), language))
    where = f'<a href="{escaped(place)}">{page_name}</a>' if place else page_name
    quote = on_one_line(note.anchor.quote) if note.kind is not AnnotationKind.BOOKMARK else ""
    signs = [where, escaped(color_words(note.color, language))]
    if note.kind is not AnnotationKind.HIGHLIGHT:
        signs.append(escaped(kind_words(note.kind, language)))
    signs += [f'<span class="tag">#{escaped(tag)}</span>' for tag in note.tags]
    signs += [escaped(part) for part in (values.day(note.created[:10], language), note.author) if part]
    return "\n".join(
        part
        for part in (
            f'<article class="note" id="{short_id(note.id)}" style="--mark: {COLORS[note.color.value]}">',
            f"<blockquote>«{escaped(quote)}»</blockquote>" if quote else "",
            f"<p>{escaped(note.note)}</p>" if note.note else "",
            *(f'<p class="signs">→ {_link(link, pages)}</p>' for link in note.links),
            f'<p class="signs">{" · ".join(signs)}</p>',
            "</article>",
        )
        if part
    )


def _link(link: Link, pages: Mapping[str, str] | None) -> str:
    label = escaped(on_one_line(link.label))
    page_of = "" if pages is None else pages.get(link.document_id)
    if page_of is None or not (page_of or link.annotation_id):
        return label
    block = f"#{short_id(link.annotation_id)}" if link.annotation_id else ""
    return f'<a href="{escaped(page_of + block)}">{label}</a>'
