"""The command that writes facts for other programs: export."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from index.archive import Archive
from index.cli.session import DONE, SOME_REFUSED, Session, interruptible, searched
from index.cli.wording import DOCUMENTS, counted, grouped
from index.errors import StoreError
from index.exchange.exporting import Exported, Format, export
from index.exchange.kinds import ALL_GROUPS
from index.exchange.writing import Form
from index.facts.wording import GroupKey
from index.model.document import DocumentSummary
from index.search.query import asks_for_facts, parse


def add_arguments(made: ArgumentParser) -> None:
    """Say what stands behind the command."""
    made.add_argument("format", choices=[one.value for one in Format], help="для какой программы")
    made.add_argument("out", type=Path, metavar="OUT", help="куда записать")
    made.add_argument("chosen", nargs="*", metavar="DOC", help="документы архива (по умолчанию все)")
    made.add_argument(
        "--documents", default="", metavar="QUERY", help="только документы, подходящие под запрос"
    )
    made.add_argument(
        "--kinds",
        nargs="+",
        choices=[group.value for group in GroupKey],
        help="какие факты (по умолчанию все)",
    )
    made.add_argument("--delimiter", choices=(";", ","), default=";", help="чем делить столбцы в CSV (;)")
    made.add_argument("--force", action="store_true", help="заменить файл, если он уже есть")


def export_facts(session: Session) -> int:
    """`export FORMAT OUT [DOC...]`: facts with their quotes and pages, in one file."""
    chosen, output = session.arguments, session.output
    groups = frozenset(map(GroupKey, chosen.kinds)) if chosen.kinds else ALL_GROUPS
    form = Form(groups, delimiter=chosen.delimiter, title=chosen.documents)
    with session.archive() as archive, interruptible(session.task):
        target = Format(chosen.format), chosen.out
        documents = _asked(session, archive)
        made = export(archive, documents, target, form, session.task, overwrites=chosen.force)
    output.clear_progress()
    if output.is_json:
        left_out = [{"title": one.title, "message": one.message} for one in made.left_out]
        counts = {"documents": made.documents, "facts": made.facts}
        output.json({"path": str(made.path), **counts, "left_out": left_out})
    else:
        _tell(session, made)
    return SOME_REFUSED if made.left_out else DONE


def _asked(session: Session, archive: Archive) -> list[DocumentSummary]:
    """Return the documents that are asked for, the newest first; those named stand in their order.

    Raises:
        StoreError: If there are none.
    """
    query, named = session.arguments.documents, session.arguments.chosen
    documents = archive.documents()
    if named:
        by_id = {one.id: one for one in documents}
        documents = tuple(by_id[document_id] for document_id in dict.fromkeys(map(archive.find, named)))
    if query:
        answering = searched(
            archive,
            session.task,
            lambda: archive.desk.answering(query, session.task),
            needs_facts=asks_for_facts(parse(query)),
        )
        documents = tuple(one for one in documents if one.id in answering)
    if not documents:
        raise StoreError("Документов нет, файл не записан.", "Измените запрос или добавьте документы.")
    return list(documents)


def _tell(session: Session, made: Exported) -> None:
    for one in made.left_out:
        session.output.line(f"Не вошёл: {one.title}. {one.message}")
    counts = f"{counted(made.documents, DOCUMENTS)}, фактов и имён {grouped(made.facts)}"
    session.output.line(f"Записано: {made.path} ({counts})")
