"""Commands about how the reader files the documents: collections ..., mark."""

from __future__ import annotations

import argparse
import uuid
from collections.abc import Callable
from typing import Final

from index.archive import Archive
from index.cli.session import DONE, Session
from index.cli.wording import DOCUMENTS, READ_STATES, counted
from index.errors import StoreError
from index.model.catalogue import Catalogue, Change, CollectionId, ReadState
from index.model.document import DocumentId
from index.notes import arranging
from index.notes.arranging import Plan
from index.search.filing import named

_AddCommand = Callable[..., argparse.ArgumentParser]
_INDENT: Final = 2


def add_collections(command: _AddCommand) -> None:
    """Add the grammar of what can be done to collections."""
    command("list", list_collections, "показать коллекции и сколько в них документов")
    made = command("add", add_collection, "завести коллекцию")
    made.add_argument("name", metavar="NAME", help="название")
    _add_place(made)
    for name, run, help_ in (
        ("rename", rename_collection, "переименовать коллекцию"),
        ("note", note_collection, "записать заметку к коллекции; пустая стирает её"),
        ("move", move_collection, "вложить коллекцию в другую; без --in она станет верхней"),
        ("remove", remove_collection, "убрать коллекцию со вложенными; документы остаются в архиве"),
        ("put", put_documents, "положить документы в коллекцию"),
        ("take", take_documents, "вынуть документы из коллекции и вложенных в неё"),
    ):
        made = command(name, run, help_)
        made.add_argument("collection", metavar="COLLECTION", help="название, путь через / или id")
        if name in {"rename", "note"}:
            made.add_argument("text", metavar="TEXT", help="что записать")
        elif name == "move":
            _add_place(made)
        elif name in {"put", "take"}:
            made.add_argument("documents", nargs="+", metavar="DOC", help="документ архива")


def add_mark(command: _AddCommand) -> None:
    """Add the grammar of `mark`."""
    made = command("mark", mark, "звезда, метки, заметка, прочитан ли: показать и изменить")
    made.add_argument("documents", nargs="+", metavar="DOC", help="документ архива")
    made.add_argument("--star", action=argparse.BooleanOptionalAction, help="поставить звезду или снять её")
    made.add_argument("--state", choices=[state.value for state in ReadState], help="прочитан ли")
    for key, help_ in (("--tag", "дать метку"), ("--untag", "снять метку")):
        made.add_argument(
            key, action="append", default=[], metavar="WORD", help=f"{help_}; можно несколько раз"
        )
    made.add_argument("--note", metavar="TEXT", help="заметка ко всему документу; пустая стирает её")


def list_collections(session: Session) -> int:
    """`collections list`: the tree, with the number of documents in each."""
    with session.archive() as archive:
        catalogue = archive.catalogue.state()
    _show(session, catalogue)
    return DONE


def add_collection(session: Session) -> int:
    """`collections add NAME [--in COLLECTION]`."""
    made, inside = CollectionId(str(uuid.uuid4())), session.arguments.inside
    return _change(
        session,
        lambda catalogue: arranging.added(
            made, session.arguments.name, None if inside is None else _found(catalogue, inside)
        )(catalogue),
    )


def rename_collection(session: Session) -> int:
    """`collections rename COLLECTION NAME`."""
    return _change_one(session, lambda asked: arranging.renamed(asked, session.arguments.text))


def note_collection(session: Session) -> int:
    """`collections note COLLECTION TEXT`."""
    return _change_one(session, lambda asked: arranging.described(asked, session.arguments.text))


def move_collection(session: Session) -> int:
    """`collections move COLLECTION [--in COLLECTION]`."""
    inside = session.arguments.inside

    def plan(catalogue: Catalogue) -> Change:
        asked = _found(catalogue, session.arguments.collection)
        parent = None if inside is None else _found(catalogue, inside)
        return arranging.moved(asked, parent)(catalogue)

    return _change(session, plan)


def remove_collection(session: Session) -> int:
    """`collections remove COLLECTION`: with those in it; documents stay in the archive."""
    return _change_one(session, arranging.removed)


def put_documents(session: Session) -> int:
    """`collections put COLLECTION DOC...`."""
    return _change_members(session, arranging.put)


def take_documents(session: Session) -> int:
    """`collections take COLLECTION DOC...`."""
    return _change_members(session, arranging.taken)


def mark(session: Session) -> int:
    """`mark DOC...`: show star, state, labels, note and collections; change what is given."""
    chosen = session.arguments
    with session.archive() as archive:
        documents = _documents(archive)(chosen.documents)
        plans: list[Plan] = []
        if chosen.star is not None:
            plans.append(arranging.starred(documents, wanted=chosen.star))
        if chosen.state is not None:
            plans.append(arranging.in_state(documents, ReadState(chosen.state)))
        if chosen.tag or chosen.untag:
            plans.append(arranging.labelled(documents, chosen.tag, chosen.untag))
        if chosen.note is not None:
            plans += (arranging.noted(one, chosen.note) for one in documents)
        for plan in plans:
            archive.catalogue.change(plan)
        catalogue = archive.catalogue.state()
        titles = {one.id: one.title for one in archive.documents()}
    for document_id in documents:
        _show_marks(session, catalogue, document_id, titles[document_id])
    return DONE


def _add_place(made: argparse.ArgumentParser) -> None:
    made.add_argument("--in", dest="inside", metavar="COLLECTION", help="в какой коллекции")


def _documents(archive: Archive) -> Callable[[list[str]], tuple[DocumentId, ...]]:
    return lambda references: tuple(dict.fromkeys(map(archive.find, references)))


def _change(session: Session, plan: Plan) -> int:
    with session.archive() as archive:
        _, catalogue = archive.catalogue.change(plan)
    _show(session, catalogue)
    return DONE


def _change_one(session: Session, planned: Callable[[CollectionId], Plan]) -> int:
    reference: str = session.arguments.collection
    return _change(session, lambda catalogue: planned(_found(catalogue, reference))(catalogue))


def _change_members(session: Session, planned: Callable[[CollectionId, tuple[DocumentId, ...]], Plan]) -> int:
    with session.archive() as archive:
        documents = _documents(archive)(session.arguments.documents)
    return _change_one(session, lambda asked: planned(asked, documents))


def _found(catalogue: Catalogue, reference: str) -> CollectionId:
    """Return the collection that a command line means."""
    if (id_ := CollectionId(reference)) in catalogue.collections:
        return id_
    found = named(catalogue, reference)
    if len(found) == 1:
        return found[0]
    if not found:
        raise StoreError(f"Коллекции «{reference}» нет.", "Список коллекций: collections list.")
    paths = ", ".join(sorted(catalogue.path(one) for one in found))
    raise StoreError(f"Под «{reference}» подходят несколько коллекций: {paths}.", "Укажите путь через /.")


def _show(session: Session, catalogue: Catalogue) -> None:
    shown = [one for top in catalogue.children().get(None, []) for one in catalogue.below(top.id)]
    if session.output.is_json:
        shapes = [
            {
                "id": one.id,
                "path": catalogue.path(one.id),
                "note": one.note,
                "documents": sorted(catalogue.members.get(one.id, ())),
                "count": len(catalogue.documents_of(one.id)),
            }
            for one in shown
        ]
        session.output.json({"collections": shapes})
        return
    for one in shown:
        depth = len(catalogue.above(one.id))
        count = counted(len(catalogue.documents_of(one.id)), DOCUMENTS)
        session.output.line(f"{' ' * _INDENT * depth}{one.name} — {count}")
    if not shown:
        session.output.line("Коллекций пока нет. Завести: collections add НАЗВАНИЕ.")


def _show_marks(session: Session, catalogue: Catalogue, document_id: DocumentId, title: str) -> None:
    marks = catalogue.marks_of(document_id)
    paths = [catalogue.path(one.id) for one in catalogue.holding(document_id)]
    if session.output.is_json:
        session.output.json(
            {
                "document": document_id,
                "title": title,
                "star": marks.is_starred,
                "state": marks.state.value,
                "reached": marks.reached,
                "tags": list(marks.labels),
                "note": marks.note,
                "collections": paths,
            }
        )
        return
    star = "★ " if marks.is_starred else ""
    page = f", до с. {marks.reached}" if marks.state is ReadState.READING and marks.reached else ""
    session.output.line(f"{star}{title}")
    session.output.line(f"  {READ_STATES[marks.state]}{page}")
    for name, words in (
        ("метки", ", ".join(marks.labels)),
        ("коллекции", ", ".join(paths)),
        ("заметка", marks.note),
    ):
        if words:
            session.output.line(f"  {name}: {words}")
