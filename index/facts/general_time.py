"""Words for a time that tell of none: «сегодня» for nowadays, «в следующем году» of a norm, every Monday.

An ordered table of named reasons. What holds whenever it is read has no place in a calendar, and a date made
of it would be sorted, counted and compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from index.facts import morph
from index.facts.card_kinds import find_kind
from index.facts.dates import DateMatch
from index.model.card import DocumentKind

_NORMS: Final = frozenset(
    {
        DocumentKind.LAW,
        DocumentKind.CODE,
        DocumentKind.REGULATIONS,
        DocumentKind.INSTRUCTION,
        DocumentKind.PROGRAMME,
        DocumentKind.CONTRACT,
    }
)
_SCHOLARLY: Final = frozenset(
    {
        DocumentKind.ABSTRACT,
        DocumentKind.ARTICLE,
        DocumentKind.COURSEWORK,
        DocumentKind.ESSAY,
        DocumentKind.LECTURES,
        DocumentKind.THESIS,
    }
)
_PUT_INTO_FORCE: Final = frozenset({DocumentKind.RESOLUTION, DocumentKind.ORDER, DocumentKind.DIRECTIVE})
_TOLD_FROM_NOW: Final = frozenset(
    {
        "relative_period",
        "start_of_period",
        "end_of_period",
        "part_of_period",
        "one_ahead",
        "one_ago",
        "relative_season",
    }
)
_OF_THIS_YEAR: Final = re.compile(r"\s(?:текущ|следующ|предыдущ|прошл|будущ)[а-яё]+\s+года?$", re.IGNORECASE)
_APPENDED: Final = re.compile(
    r"^\W*(?:утвержд[её]н[аоы]?|приложение(?:\s+(?:№|N)?\s*\d+)?)(?:$|\s)", re.I | re.M
)
"""Where what an order puts into force begins."""
_CLAUSE_END: Final = re.compile(r"[.;!?\n]")
_CLAUSE_CHARS: Final = 80
_WORD: Final = re.compile(r"(?<![\w-])[а-яё]{3,}(?![\w-])")
_EVERY: Final = re.compile(
    r"(?<!\w)(?:строго|только|исключительно|ежедневно|кажд\w+|регулярно)\s+$", re.IGNORECASE
)
_MORE_DAYS: Final = re.compile(
    r"(?:,|\s+и)\s+(?:во?\s+)?(?:понедельник|вторник|сред[уы]|четверг|пятниц[уы]|суббот[уы]|воскресенье)",
    re.IGNORECASE,
)
_LASTS: Final = re.compile(
    r"(?<!\w)(?:существу(?:ет|ют)|остаётся|остается|остаются|имеется|имеются|насчитывает(?:ся)?|повсеместно)(?!\w)"
)
"""Verbs of what does not happen on a day."""
_NEVER_PUT_OFF: Final = re.compile(r"(?<!\w)(?:отклад|отлож)[а-яё]+\s(?:[а-яё]+\s)?на\s")
_OF_PROJECT: Final = re.compile(
    r"\s+(?:реализации|проект\w*|работы|исполнения|выполнения|осуществления|внедрения|действия|эксплуатации)(?!\w)"
)


@dataclass(frozen=True)
class Claim:
    """A date with what stands around it.

    Attributes:
        text: The document's text.
        date: The date.
        kind: What kind of document it is; '' when unknown.
        norms_from: Where the norms of the document begin; its length for none.
    """

    text: str
    date: DateMatch
    kind: str
    norms_from: int

    @cached_property
    def left(self) -> str:
        """What stands before it in its clause."""
        start = self.date.span.start
        return _CLAUSE_END.split(self.text[max(0, start - _CLAUSE_CHARS) : start])[-1]

    @cached_property
    def right(self) -> str:
        """What stands behind it in its clause."""
        stop = self.date.span.stop
        return _CLAUSE_END.split(self.text[stop : stop + _CLAUSE_CHARS])[0]

    @property
    def is_in_present(self) -> bool:
        """Whether the verbs of its clause stand in the present, and none in another time."""
        words = _WORD.findall(f"{self.left} {self.right}".lower())
        verbs = [word for word in words if morph.parses(word)[0].tag.POS == "VERB"]
        return bool(verbs) and all(morph.has(verb, "VERB", "pres") for verb in verbs)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why words for a time tell of none."""

    name: str
    holds: Callable[[Claim], bool]


def _is_nowadays(claim: Claim) -> bool:
    if claim.date.rule != "day_word":
        return False
    is_timeless = claim.kind in _SCHOLARLY or claim.date.span.start >= claim.norms_from
    return (is_timeless and claim.is_in_present) or _LASTS.search(f"{claim.left} {claim.right}") is not None


def _is_any_day(claim: Claim) -> bool:
    return claim.date.rule == "day_word" and _NEVER_PUT_OFF.search(f"{claim.left} {claim.right}") is not None


def _is_of_norm(claim: Claim) -> bool:
    is_from_now = claim.date.rule in _TOLD_FROM_NOW or _OF_THIS_YEAR.search(claim.date.span.of(claim.text))
    return bool(is_from_now) and claim.date.span.start >= claim.norms_from


def _is_every_week(claim: Claim) -> bool:
    return claim.date.rule == "weekday" and bool(_EVERY.search(claim.left) or _MORE_DAYS.match(claim.right))


def _is_of_project(claim: Claim) -> bool:
    return claim.date.rule == "part_of_year" and _OF_PROJECT.match(claim.right) is not None


REASONS: Final = (
    Reason("nowadays", _is_nowadays),
    Reason("any_day", _is_any_day),
    Reason("norm", _is_of_norm),
    Reason("every_week", _is_every_week),
    Reason("part_of_project", _is_of_project),
)
"""«Сегодня применяются», «не откладывайте на завтра», «в следующем году» of a law, «строго в понедельник»,
«в III квартале проекта»."""


def reason(claim: Claim) -> str:
    """Return the name of the first reason that holds, '' when a date is one."""
    return next((one.name for one in REASONS if one.holds(claim)), "")


def particular(text: str, dates: Iterable[DateMatch]) -> Iterator[DateMatch]:
    """Yield the dates of a document that tell of a time, in order."""
    kind = find_kind(text, "").value
    norms_from = _norms_from(text, kind)
    return (date for date in dates if not reason(Claim(text, date, kind, norms_from)))


def _norms_from(text: str, kind: str) -> int:
    """Return where a document begins to say what holds always: at once, behind an order, or never."""
    if kind in _NORMS:
        return 0
    appended = _APPENDED.search(text) if kind in _PUT_INTO_FORCE else None
    return len(text) if appended is None else appended.start()
