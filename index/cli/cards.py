"""The command about a document's card: show it, correct it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from index.archive import Archive
from index.cli.output import Output
from index.cli.reading import asked_document
from index.cli.session import DONE, Session
from index.errors import ArchiveError
from index.facts.card import card_of
from index.facts.card_wording import empty, field_name, worded
from index.model.card import Card, CardEntry, CardField, Origin
from index.model.document import Document
from index.notes.anchors import page_at

_FROM = {Origin.FILE: " (по данным файла)", Origin.READER: " (исправлено вами)"}


def add_card(command: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the grammar of `card` to the command line; which document is asked like for other commands."""
    made = command("card", card, "карточка документа: название, дата, место, вид, источник, язык")
    made.add_argument(
        "--set",
        action="append",
        default=[],
        type=_correction,
        metavar="FIELD=VALUE",
        help="исправить поле: title, date, place, kind, source, language; можно несколько раз",
    )
    return made


def card(session: Session) -> int:
    """`card FILE|DOC`: what the document says of itself, each field with its passage; `--set` corrects it."""
    corrections: list[tuple[CardField, str]] = session.arguments.set
    with asked_document(session) as (asked, archive, _pdf):
        document = asked
        if archive is None and corrections:
            raise ArchiveError(
                "Файл вне архива: исправление негде сохранить.",
                "Импортируйте файл и назовите документ архива.",
            )
        if archive is not None and corrections:
            _correct(session, archive, asked, corrections)
            document = archive.document(asked.id)
        found = card_of(document) if archive is None else archive.cards.card(document)
    if session.output.is_json:
        session.output.json(_shape(document, found))
    else:
        _print(session.output, document, found)
    return DONE


def _correct(
    session: Session, archive: Archive, document: Document, corrections: list[tuple[CardField, str]]
) -> None:
    for field, typed in corrections:
        archive.cards.correct(document.id, field, typed)
    if archive.is_behind():
        archive.recover(session.task)


def _correction(text: str) -> tuple[CardField, str]:
    field, is_told, value = text.partition("=")
    if not is_told:
        raise ValueError(text)
    return CardField(field), value


def _shape(document: Document, found: Card) -> dict[str, Any]:
    return {
        "document": document.id,
        "card": {entry.field.value: _entry_shape(document, entry) for entry in found.entries},
    }


def _entry_shape(document: Document, entry: CardEntry) -> dict[str, Any]:
    span = entry.span
    return {
        "value": entry.value,
        "origin": entry.origin.value,
        "rule": entry.rule,
        "text": None if span is None else span.of(document.text),
        "start": None if span is None else span.start,
        "stop": None if span is None else span.stop,
        "page": None if span is None else page_at(document.pages, span.start) + 1,
    }


def _print(output: Output, document: Document, found: Card) -> None:
    for entry in found.entries:
        said = worded(entry.field, entry.value) if entry.value else empty(entry.field)
        page = "" if entry.span is None else f"  с. {page_at(document.pages, entry.span.start) + 1}"
        output.line(f"{field_name(entry.field) + ':':<10} {said}{_FROM.get(entry.origin, '')}{page}")
