"""The grammar of `notes`: what can be asked of annotations and done with them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from index.cli import note_care, notes, notes_files
from index.cli.values import count, day
from index.model.annotation import AnnotationKind, HighlightColor

if TYPE_CHECKING:
    from index.cli.session import Session

AddAction = Callable[[str, "Callable[[Session], int]", str], argparse.ArgumentParser]

ACTIONS: Final = "list, add, edit, delete, history, unsure, confirm, carry, export, import, take, restore"
"""The actions, as the list of commands tells them."""
_ID: Final = "заметка: её номер, как его называет list, или начало номера"


def add_actions(action: AddAction) -> None:
    """Add the actions of `notes` to the command line.

    Args:
        action: Adds one, by its name, what carries it out, and its help; returns its parser.
    """
    _add_list(action)
    made = action("add", notes.add_note, "отметить место в документе")
    made.add_argument("document", metavar="DOC", help="документ архива")
    made.add_argument("--quote", metavar="TEXT", help="слова, которые отметить: первое такое место")
    _add_place(made)
    made.add_argument("--note", default="", metavar="TEXT", help="что записать")
    made.add_argument("--color", choices=_values(HighlightColor), default="yellow", help="цвет")
    made.add_argument("--tag", action="append", default=[], metavar="WORD", help="метка; можно несколько раз")
    made = action("edit", note_care.edit_note, "изменить заметку; что не указано, остаётся")
    made.add_argument("note_id", metavar="ID", help=_ID)
    made.add_argument("--note", metavar="TEXT", help="что записать")
    made.add_argument("--color", choices=_values(HighlightColor), help="цвет")
    made.add_argument("--kind", choices=_values(AnnotationKind), help="чем отмечено")
    made.add_argument("--tag", action="append", default=[], metavar="WORD", help="добавить метку")
    made.add_argument("--untag", action="append", default=[], metavar="WORD", help="убрать метку")
    made = action("delete", note_care.delete_notes, "удалить заметки; прежние состояния остаются в истории")
    made.add_argument("note_ids", nargs="+", metavar="ID", help=_ID)
    made = action("history", note_care.show_history, "какой заметка была до каждого изменения")
    made.add_argument("note_id", metavar="ID", help=_ID)
    made = action("unsure", note_care.show_unsure, "заметки, место которых надо подтвердить или потеряно")
    made.add_argument("document", nargs="?", metavar="DOC", help="документ архива (по умолчанию все)")
    made = action("confirm", note_care.confirm_place, "подтвердить место заметки или указать другое")
    made.add_argument("note_id", metavar="ID", help=_ID)
    _add_place(made)
    made = action("carry", note_care.carry_notes, "перенести заметки в новую версию документа")
    made.add_argument("older", metavar="DOC", help="прежняя версия; её заметки остаются и у неё")
    made.add_argument("newer", metavar="DOC", help="новая версия")
    notes_files.add_actions(action)
    action("restore", notes.restore_notes, "вернуть в базу данных то, что есть только в папке notes")


def complaint(chosen: argparse.Namespace) -> str:
    """Return what is missing in a call that can be read otherwise; empty if nothing is."""
    if chosen.run is notes.add_note and chosen.quote is None and not _is_place(chosen):
        return "укажите --quote или --start и --stop"
    if (
        chosen.run is note_care.confirm_place
        and not _is_place(chosen)
        and (chosen.start, chosen.stop)
        != (
            None,
            None,
        )
    ):
        return "укажите и --start, и --stop"
    return ""


def _add_list(action: AddAction) -> None:
    made = action("list", notes.list_notes, "показать заметки документа или все, найти среди них")
    made.add_argument("document", nargs="?", metavar="DOC", help="документ архива")
    made.add_argument(
        "--search",
        default="",
        metavar="WORDS",
        help='слова в любой форме; "слова подряд", #метка, -слово',
    )
    made.add_argument("--tag", action="append", default=[], metavar="WORD", help="с одной из этих меток")
    made.add_argument(
        "--color", action="append", default=[], choices=_values(HighlightColor), help="одного из этих цветов"
    )
    made.add_argument(
        "--kind", action="append", default=[], choices=_values(AnnotationKind), help="чем отмечено"
    )
    made.add_argument("--author", action="append", default=[], metavar="NAME", help="кем подписано")
    made.add_argument("--since", type=day, metavar="DATE", help="сделаны в этот день или позже")
    made.add_argument("--until", type=day, metavar="DATE", help="сделаны в этот день или раньше")


def _add_place(made: argparse.ArgumentParser) -> None:
    made.add_argument("--start", type=count, metavar="N", help="первый знак места в тексте документа, от 0")
    made.add_argument("--stop", type=count, metavar="N", help="знак за последним")


def _is_place(chosen: argparse.Namespace) -> bool:
    return chosen.start is not None and chosen.stop is not None and chosen.start < chosen.stop


def _values(kinds: type[StrEnum]) -> list[str]:
    members: Iterable[StrEnum] = kinds
    return [one.value for one in members]
