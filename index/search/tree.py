"""The query as a tree of frozen dataclasses, and its writing in the query language.

`write` and `index.search.query.parse` are inverse: parsing what `write` gives yields an equal tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from index.model.span import Span
from index.search.amounts import write_amounts
from index.search.filed import Filed, filed_value
from index.search.quotes import bare_or_quoted

_NOWHERE: Final = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms; a compound («Касым-Жомарт») is a phrase of its parts."""

    text: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Exact:
    """A word as it is written, case and ё aside."""

    text: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so, as they are written."""

    text: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Words as they are written, `?` for one letter and `*` for any number of letters."""

    pattern: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words that differ from this one by one letter: wrong, missing, added or swapped."""

    text: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


Part = Word | Exact | Prefix | Wildcard


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order.

    Attributes:
        parts: The words; at least two.
        slop: How many other words may stand between the first and the last.
    """

    parts: tuple[Part, ...]
    slop: int = 0
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class And:
    """Documents that answer every one of at least two parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Documents that answer any of at least two parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Documents that do not answer."""

    part: Node


@dataclass(frozen=True, slots=True)
class InTitle:
    """Documents whose title answers."""

    part: Node


@dataclass(frozen=True, slots=True)
class InFileName:
    """Documents whose file name holds the text; with `?` or `*` in it, whose whole file name fits it."""

    pattern: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class InDates:
    """Documents dated within a time.

    Attributes:
        first: ISO 8601 date, month or year with which it begins; empty for no beginning.
        last: The one with which it ends, itself included; empty for no end.
    """

    first: str
    last: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Family:
    """Words of one root: сотрудничать, сотрудник, сотрудничество."""

    text: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Near:
    """Words or phrases close to each other, in any order.

    Attributes:
        parts: At least two.
        distance: How many other words may stand between the first and the last of them.
    """

    parts: tuple[Part | Phrase, ...]
    distance: int
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


class NameKind(StrEnum):
    """Kinds of names that facts know of."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class InNames:
    """Documents that name a person, place or organisation; its mentions are the matches.

    Attributes:
        kind: What is named.
        text: Words, each of which, in any form, stands in the name.
    """

    kind: NameKind
    text: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class InAmounts:
    """Documents that state a sum of money within bounds; the sums are the matches.

    Attributes:
        least: Lower bound, None for none.
        most: Upper bound, None for none; both belong to the range.
        currency: ISO 4217 code; empty for any.
    """

    least: Decimal | None
    most: Decimal | None
    currency: str = ""
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class InNotes:
    """Documents with an annotation in whose note each word stands in any form; marked passages match."""

    text: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class InTags:
    """Documents with an annotation of this tag, case and ё aside; marked passages match."""

    tag: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Documents in a language, an ISO 639-1 code: ru, en, uz, kk."""

    code: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class InFolder:
    """Documents imported from a folder of this name; a part of the name is enough, case and ё aside."""

    pattern: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class OfKind:
    """Documents of a format, named by its usual suffix without the dot: pdf, docx, txt."""

    suffix: str
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class OnPages:
    """Pages by number, counted from 1. Joined to words by И it keeps the matches on these pages alone.

    Attributes:
        first: First page.
        last: Last page, None for all that follow.
    """

    first: int
    last: int | None
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


Outside = InDates | InNames | InAmounts | InNotes | InTags | InLanguage | InFolder | OfKind | Filed
"""Leaves that the archive answers, not the words of the text (`index.search.engine.Beyond`)."""

Leaf = Word | Exact | Prefix | Wildcard | Fuzzy | Family | Phrase | Near | InFileName | OnPages | Outside
Node = Leaf | And | Or | Not | InTitle

OPERATORS: Final = {
    "AND": "И",
    "OR": "ИЛИ",
    "NOT": "НЕ",
    "И": "И",
    "ИЛИ": "ИЛИ",
    "НЕ": "НЕ",
}
"""Operators, in capitals only, and how they are written back."""

NEAR: Final = re.compile(r"(?:NEAR|НЕПОДАЛЁКУ|НЕПОДАЛЕКУ)(?:/(\d+))?")
"""The operator of `Near`, in capitals only, with its distance."""

DEFAULT_DISTANCE: Final = 10
"""Of `Near`, where none is written."""

_TIGHTNESS: Final = {Or: 1, And: 2, Not: 3, Near: 4}
_TIGHTEST: Final = 5


def write(node: Node) -> str:
    """Return the tree in the query language, every operator written out."""
    if isinstance(node, And | Or):
        operator = " И " if isinstance(node, And) else " ИЛИ "
        return operator.join(_bracketed(part, _TIGHTNESS[type(node)] + 1) for part in node.parts)
    if isinstance(node, Not):
        return f"НЕ {_bracketed(node.part, _TIGHTNESS[Not])}"
    if isinstance(node, InTitle):
        return f"название:{_bracketed(node.part, _TIGHTEST)}"
    return _write_leaf(node)


def _bracketed(node: Node, tightness: int) -> str:
    text = write(node)
    return text if _TIGHTNESS.get(type(node), _TIGHTEST) >= tightness else f"({text})"


def _write_leaf(leaf: Leaf) -> str:
    if isinstance(leaf, Phrase):
        mark = "=" if any(isinstance(part, Exact) for part in leaf.parts) else ""
        words = " ".join(_write_part(part) for part in leaf.parts)
        return f"{mark}«{words}»" + (f"~{leaf.slop}" if leaf.slop else "")
    if isinstance(leaf, Near):
        return f" НЕПОДАЛЁКУ/{leaf.distance} ".join(map(_write_leaf, leaf.parts))
    if isinstance(leaf, Fuzzy):
        return f"{leaf.text}~1"
    if isinstance(leaf, Word | Exact):
        is_plain = ":" not in leaf.text and leaf.text not in OPERATORS and not NEAR.fullmatch(leaf.text)
        word = leaf.text if is_plain else f"«{leaf.text}»"
        return f"={word}" if isinstance(leaf, Exact) else word
    if isinstance(leaf, Prefix | Wildcard):
        return _write_part(leaf)
    field_name, value = _field_value(leaf)
    return f"{field_name}:{bare_or_quoted(value)}"


def _write_part(part: Part) -> str:
    if isinstance(part, Prefix):
        return f"{part.text}*"
    return part.pattern if isinstance(part, Wildcard) else part.text


_NAME_FIELDS: Final = {
    NameKind.PERSON: "лицо",
    NameKind.PLACE: "место",
    NameKind.ORGANISATION: "организация",
}
_TEXT_FIELDS: Final = {
    Family: ("семья", "text"),
    InFileName: ("файл", "pattern"),
    InNotes: ("заметка", "text"),
    InTags: ("тег", "tag"),
    InLanguage: ("язык", "code"),
    InFolder: ("папка", "pattern"),
    OfKind: ("тип", "suffix"),
}
"""What is written as it is: the name of the field, and the attribute that holds its value."""


def _field_value(leaf: Family | InFileName | OnPages | Outside) -> tuple[str, str]:
    """Return the name of a field, and its value without quotation marks."""
    if isinstance(leaf, InDates):
        return "дата", _range(leaf.first, leaf.last)
    if isinstance(leaf, InNames):
        return _NAME_FIELDS[leaf.kind], leaf.text
    if isinstance(leaf, InAmounts):
        return "сумма", write_amounts(leaf.least, leaf.most, leaf.currency)
    if isinstance(leaf, OnPages):
        return "стр", _range(str(leaf.first), "" if leaf.last is None else str(leaf.last))
    if isinstance(leaf, Filed):
        return filed_value(leaf)
    field_name, attribute = _TEXT_FIELDS[type(leaf)]
    return field_name, str(getattr(leaf, attribute))


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}..{last}"


def leaves(node: Node) -> tuple[Leaf, ...]:
    """Return the leaves of the tree, in reading order."""
    if isinstance(node, And | Or):
        return tuple(leaf for part in node.parts for leaf in leaves(part))
    if isinstance(node, Not | InTitle):
        return leaves(node.part)
    return (node,)
