"""Commands about the reader's decisions about facts: decisions list, export, withdraw."""

from __future__ import annotations

from index.archive import Archive
from index.cli import shapes
from index.cli.session import DONE, Session
from index.cli.wording import ACTS, DECISIONS, counted
from index.facts.card_wording import field_name
from index.model.card import CardField
from index.model.decision import Act, Decision, Statement
from index.notes.decision_files import decisions_json


def list_decisions(session: Session) -> int:
    """`decisions list [DOC]`: what the reader decided about a document, or about all."""
    with session.archive() as archive:
        found, titles = _asked(session, archive)
    if session.output.is_json:
        listed = [shapes.decision(one, titles.get(one.document_id, "")) for one in found]
        session.output.json({"decisions": listed})
        return DONE
    previous = None
    for one in found:
        if one.document_id != previous:
            session.output.line(titles.get(one.document_id, one.document_id))
        previous = one.document_id
        session.output.line(f"  {_words(one)}")
    session.output.line(counted(len(found), DECISIONS))
    return DONE


def export_decisions(session: Session) -> int:
    """`decisions export [DOC]`: the same as the JSON of a sidecar file."""
    with session.archive() as archive:
        found, titles = _asked(session, archive)
        title = titles.get(found[0].document_id, "") if session.arguments.document and found else ""
    session.output.exactly(decisions_json(found, title))
    return DONE


def withdraw_decision(session: Session) -> int:
    """`decisions withdraw ID`: take a decision back."""
    with session.archive() as archive:
        gone = archive.decisions.withdraw(session.arguments.decision)
        title = archive.document(gone.document_id).title
        if archive.is_behind():
            archive.recover(session.task)
    if session.output.is_json:
        session.output.json(shapes.decision(gone, title))
    else:
        session.output.line(f"Отменено: {_words(gone)}")
    return DONE


def _asked(session: Session, archive: Archive) -> tuple[tuple[Decision, ...], dict[str, str]]:
    reference: str | None = session.arguments.document
    document_id = None if reference is None else archive.find(reference)
    titles = {str(document.id): document.title for document in archive.documents()}
    return archive.decisions.all(document_id), titles


def _words(one: Decision) -> str:
    """Return a decision in one line, with its passage and what follows from it."""
    quote = " ".join(one.anchor.quote.split())
    if one.act is Act.CARD and one.becomes is not None:
        fields = (field_name(CardField(part.name)) for part in one.becomes.parts)
        quote = ", ".join(fields)
    lost = "" if one.anchor.span or not one.anchor.quote else " (этих слов в тексте больше нет)"
    becomes = f" → {_said(one.becomes)}" if one.becomes is not None else ""
    return f"с. {one.anchor.page_index + 1:<4} {ACTS[one.act]:<14} «{quote}»{becomes}{lost}  {one.id}"


def _said(statement: Statement) -> str:
    words = (part.text or str(part.value) for part in statement.parts)
    return " ".join(", ".join(words).split())
