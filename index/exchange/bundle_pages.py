"""The pages of a bundle as HTML: its front page, and one for each document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from index.exchange.cells import in_words
from index.exchange.html import COLORS, escaped, page
from index.exchange.kinds import ALL_GROUPS, kinds_of
from index.exchange.note_html import about_document, note_card
from index.exchange.noted import Noted, on_one_line, page_words, short_id
from index.exchange.portion import Portion
from index.exchange.words import Kind, kind_name
from index.model.annotation import Annotation, AnnotationKind
from index.model.document import Page
from index.model.geometry import Quad
from index.text.wording import Language, number, plural_en, plural_ru

_SIGN_PT: Final = 7.0
_LINE: Final = {AnnotationKind.UNDERLINE: 0.97, AnnotationKind.STRIKE: 0.56}
_STYLE: Final = "bundle.css"
_WORDS: Final = {
    "notes": ("Заметки", "Notes"),
    "facts": ("Что сказано в документе", "What the document states"),
    "back": ("Все документы", "All documents"),
    "absent": ("Эта страница не показывается", "This page cannot be shown"),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that carries notes.

    Attributes:
        page: The page.
        picture: Name of its picture; empty if it could not be drawn.
    """

    page: Page
    picture: str


@dataclass(frozen=True, slots=True)
class Bundled:
    """A document of a bundle.

    Attributes:
        told: The document and its notes.
        file: Name of its page.
        sheets: Its pages that carry notes, in order.
        facts: What it states; None when that is not told.
    """

    told: Noted
    file: str
    sheets: tuple[Sheet, ...]
    facts: Portion | None


def front_page(bundled: Sequence[Bundled], language: Language, title: str = "") -> str:
    """Return the page from which all others are reached."""
    entries = "\n".join(
        f'<li><a href="documents/{escaped(one.file)}">{escaped(one.told.summary.title)}</a>'
        f"<p>{' · '.join(filter(None, (about_document(one.told, language), _count(one, language))))}</p></li>"
        for one in bundled
    )
    name = title or _said("notes", language)
    return page(
        name,
        f'<main>\n<h1>{escaped(name)}</h1>\n<ul class="documents">\n{entries}\n</ul>\n</main>',
        language,
        _STYLE,
    )


def document_page(made: Bundled, files: Mapping[str, str], language: Language) -> str:
    """Return the page of a document.

    Args:
        made: The document.
        files: Name of the page of each document of the bundle, by its id.
        language: Of the words around it.
    """
    told = made.told
    sheets = "\n".join(_sheet(told, sheet, language) for sheet in made.sheets)
    shown = {sheet.page.page_index for sheet in made.sheets}
    cards = "\n".join(
        note_card(told, note, language, _place(note, shown), files) for note in told.annotations
    )
    notes = f"<h2>{escaped(_said('notes', language))}</h2>\n{cards}"
    parts = (
        "<main>",
        f'<nav><a href="../index.html">← {escaped(_said("back", language))}</a></nav>',
        f"<h1>{escaped(told.summary.title)}</h1>",
        f'<p class="about">{about_document(told, language)}</p>',
        f'<div class="columns">\n<div>\n{sheets}\n</div>',
        f"<div>\n{notes}\n{_facts(made.facts, shown, language)}\n</div>",
        "</div>\n</main>",
    )
    return page(told.summary.title, "\n".join(parts), language, _STYLE)


def _sheet(told: Noted, sheet: Sheet, language: Language) -> str:
    index = sheet.page.page_index
    name = page_words(sheet.page.label or str(index + 1), language)
    marks = "\n".join(mark for note in told.annotations for mark in _marks(note, index))
    width, height = sheet.page.width_pt, sheet.page.height_pt
    picture = (
        f'<img src="../pages/{escaped(sheet.picture)}" alt="{escaped(name)}" loading="lazy">'
        if sheet.picture
        else f'<p class="absent">{escaped(_said("absent", language))}</p>'
    )
    return (
        f'<figure id="p{index + 1}">\n{picture}\n<svg viewBox="0 0 {width:g} {height:g}" '
        f'preserveAspectRatio="none">\n{marks}\n</svg>\n<figcaption>{escaped(name)}</figcaption>\n</figure>'
    )


def _marks(note: Annotation, page_index: int) -> Iterator[str]:
    """Yield what a note puts on a page, each leading to the note; the first has the name it is reached by."""
    shapes = list(_shapes(note, page_index))
    if shapes:
        name = f' id="{_mark_id(note)}"' if note.anchor.page_index == page_index else ""
        yield f'<a href="#{short_id(note.id)}"><g{name}>{"".join(shapes)}</g></a>'


def _shapes(note: Annotation, page_index: int) -> Iterator[str]:
    fill = COLORS[note.color.value]
    if note.point is not None:
        if note.anchor.page_index == page_index:
            yield (
                f'<circle class="mark sign" cx="{note.point.x:g}" cy="{note.point.y:g}" r="{_SIGN_PT:g}" '
                f'fill="{fill}"/>'
            )
        return
    for quad in note.quads:
        if quad.page_index == page_index:
            depth = _LINE.get(note.kind)
            kind = "mark" if depth is None else "mark line"
            yield f'<polygon class="{kind}" points="{_corners(quad, depth)}" fill="{fill}"/>'


def _corners(quad: Quad, depth: float | None) -> str:
    """Return the corners of a quad, or of a line along it at a depth below its top."""
    ul_x, ul_y, ur_x, ur_y, ll_x, ll_y, lr_x, lr_y = quad.points
    top, bottom = (0.0, 1.0) if depth is None else (depth - 0.05, depth + 0.05)

    def between(upper: float, lower: float, part: float) -> str:
        return f"{upper + (lower - upper) * part:g}"

    corners = (
        (between(ul_x, ll_x, top), between(ul_y, ll_y, top)),
        (between(ur_x, lr_x, top), between(ur_y, lr_y, top)),
        (between(ur_x, lr_x, bottom), between(ur_y, lr_y, bottom)),
        (between(ul_x, ll_x, bottom), between(ul_y, ll_y, bottom)),
    )
    return " ".join(f"{x},{y}" for x, y in corners)


def _facts(told: Portion | None, shown: set[int], language: Language) -> str:
    if told is None:
        return ""
    groups = [part for kind in kinds_of(ALL_GROUPS) if (part := _group(told, kind, shown, language))]
    if not groups:
        return ""
    return (
        f'<section class="facts">\n<h2>{escaped(_said("facts", language))}</h2>\n'
        + "\n".join(groups)
        + "\n</section>"
    )


def _group(told: Portion, kind: Kind, shown: set[int], language: Language) -> str:
    named = [(one.name, one.mentions[0]) for one in told.entities(kind)]
    stated = [(in_words(fact, language), fact.span) for fact in told.stated(kind)]
    lines = []
    for words, span in (*named, *stated):
        index = told.page_number(span) - 1
        name = escaped(page_words(told.document.pages[index].label or str(index + 1), language))
        where = f'<a href="#p{index + 1}">{name}</a>' if index in shown else name
        quote = escaped(told.quote(span))
        lines.append(f"<li>{escaped(words)} · {where}<q>{quote}</q></li>")
    if not lines:
        return ""
    heading = escaped(kind_name(kind, language))
    return (
        f"<details>\n<summary>{heading} · {len(lines)}</summary>\n<ul>\n"
        + "\n".join(lines)
        + "\n</ul>\n</details>"
    )


def _count(made: Bundled, language: Language) -> str:
    count = len(made.told.annotations)
    if language is Language.RU:
        word = plural_ru(count, "заметка", "заметки", "заметок")
    else:
        word = plural_en(count, "note", "notes")
    tags = " ".join(f"#{on_one_line(tag)}" for tag in made.told.tags())
    return escaped(f"{number(count, language)} {word} {tags}".strip())


def _place(note: Annotation, shown: set[int]) -> str:
    """Return where the page of a note leads: to its mark, if that page is shown."""
    return f"#{_mark_id(note)}" if note.anchor.page_index in shown else ""


def _mark_id(note: Annotation) -> str:
    return f"m-{short_id(note.id)}"


def _said(key: str, language: Language) -> str:
    return _WORDS[key][language is Language.EN]
