"""The command that cites: a passage with its source, or the source alone."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from index.archive import Archive
from index.cli.reading import asked_document
from index.cli.session import DONE, Session
from index.errors import AnnotationError, ArchiveError
from index.exchange.citations import Style, cited
from index.exchange.sources import Passage, passage_of, source_of
from index.facts.card import card_of
from index.model.document import Document
from index.notes.anchors import find_quote


def add_cite(command: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the grammar of `cite` to the command line; which document is asked like for other commands."""
    made = command("cite", cite, "сослаться на документ: цитата и источник, или карточка для программы")
    made.add_argument(
        "--style",
        choices=[style.value for style in Style],
        default=Style.GOST.value,
        help="ГОСТ Р 7.0.5-2008, APA 7, Markdown, BibTeX, RIS или CSL-JSON (gost)",
    )
    made.add_argument("--quote", metavar="TEXT", help="слова документа, которые привести с номером страницы")
    return made


def cite(session: Session) -> int:
    """`cite FILE|DOC [--style S] [--quote WORDS]`: what is pasted into a text, or kept as a file."""
    style = Style(session.arguments.style)
    with asked_document(session) as (document, archive, _pdf):
        passage = _passage(document, session.arguments.quote)
        card = card_of(document) if archive is None else archive.cards.card(document)
        source = source_of(document, card, "" if archive is None else _imported_at(archive, document))
    made = cited(source, passage, style)
    if session.output.is_json:
        page = "" if passage is None else passage.pages
        session.output.json(
            {
                "document": document.id,
                "style": style.value,
                "page": page,
                "text": made.text,
                "html": made.html,
            }
        )
    else:
        session.output.exactly(made.text if made.text.endswith("\n") else f"{made.text}\n")
    return DONE


def _passage(document: Document, quote: str | None) -> Passage | None:
    if quote is None:
        return None
    try:
        return passage_of(document, find_quote(document.text, quote))
    except AnnotationError as error:
        raise ArchiveError(
            f"Этих слов в документе нет: «{quote[:80]}».",
            "Сверьте цитату с текстом документа (команда text): она ищется буква в букву.",
        ) from error


def _imported_at(archive: Archive, document: Document) -> str:
    return next((one.imported_at for one in archive.documents() if one.id == document.id), "")
