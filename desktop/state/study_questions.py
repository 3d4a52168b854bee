"""What can be asked of an answer, or of the archive, and how it is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from index.errors import ArchiveError
from index.model.document import DocumentId
from index.model.overview import Grain, NameKind, Timeline
from index.model.study import KwicOrder
from index.text.days import days_of

if TYPE_CHECKING:
    from index.study.desk import Desk
    from index.tasks import Task

FIRST_LINES: Final = 5_000
"""Lines of a concordance that are shown before the reader asks for all."""
_LIKE: Final = 30


class Topic(StrEnum):
    """What can be asked of an answer, or of the archive."""

    LINES = "lines"
    WORDS = "words"
    AROUND = "around"
    TIMES = "times"
    ALIKE = "alike"
    VERSIONS = "versions"
    DATES = "dates"
    PROMISES = "promises"
    DISAGREEMENTS = "disagreements"
    QUOTES = "quotes"
    MEETINGS = "meetings"
    ENTITY = "entity"


OVERVIEWS: Final = (
    Topic.DATES,
    Topic.PROMISES,
    Topic.DISAGREEMENTS,
    Topic.QUOTES,
    Topic.MEETINGS,
    Topic.ENTITY,
)
"""Topics made of facts: of the whole archive when there is no query."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Somebody or something that is wanted.

    Attributes:
        name: As the reader writes it, or as the archive spells it.
        kind: What has that name; None when the reader has only written it.
    """

    name: str
    kind: NameKind | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What the reader wants to see; two equal ones need one answer.

    Attributes:
        query: The query that is studied.
        order: Order of the lines.
        limit: Lines at most; 0 for all.
        entries: The list of words, by lines.
        is_within: Whether the list is counted within the query.
        has_small_words: Whether prepositions and the like are shown among neighbours.
        document_id: The open document; None for none.
        has_versions: Whether versions are to be looked for: that reads the whole archive.
        who: Whose page is shown; None for nobody's.
        period: The year or month whose dates are shown, ISO 8601; empty for all.
    """

    query: str = ""
    order: KwicOrder = KwicOrder.DOCUMENT
    limit: int = FIRST_LINES
    entries: tuple[str, ...] = ()
    is_within: bool = False
    has_small_words: bool = False
    document_id: DocumentId | None = None
    has_versions: bool = False
    who: Sought | None = None
    period: str = ""


Call = Callable[["Desk", "Task"], object]


def question(topic: Topic, wish: Wish) -> tuple[Sequence[object], Call | None]:
    """Return what of a wish concerns a topic, and how it is asked; None when there is nothing to ask."""
    wanted, call = _CALLS[topic](wish)
    return wanted, call if _is_askable(topic, wish) else None


def _is_askable(topic: Topic, wish: Wish) -> bool:
    match topic:
        case Topic.WORDS:
            return bool(wish.entries)
        case Topic.ALIKE:
            return bool(wish.document_id)
        case Topic.VERSIONS:
            return wish.has_versions
        case Topic.ENTITY:
            return wish.who is not None
    if topic in OVERVIEWS:
        return True
    return bool(wish.query)


def _lines(wish: Wish) -> tuple[Sequence[object], Call]:
    wanted = (wish.query, wish.order, wish.limit)
    return wanted, lambda desk, task: desk.concordance(*wanted, task)


def _words(wish: Wish) -> tuple[Sequence[object], Call]:
    wanted = (wish.entries, wish.query if wish.is_within else "")
    return wanted, lambda desk, task: desk.word_table(*wanted, task)


def _around(wish: Wish) -> tuple[Sequence[object], Call]:
    query, has_small_words = wanted = (wish.query, wish.has_small_words)
    return wanted, lambda desk, task: desk.collocations(query, task, with_small_words=has_small_words)


def _times(wish: Wish) -> tuple[Sequence[object], Call]:
    return (wish.query,), lambda desk, task: desk.frequencies(wish.query, task)


def _alike(wish: Wish) -> tuple[Sequence[object], Call]:
    document_id = wish.document_id or DocumentId("")
    return (document_id,), lambda desk, task: desk.similar(document_id, _LIKE, task)


def _versions(_wish: Wish) -> tuple[Sequence[object], Call]:
    return (), lambda desk, task: desk.versions(task)


def _dates(wish: Wish) -> tuple[Sequence[object], Call]:
    query, period = wanted = (wish.query, wish.period)

    def timeline(desk: Desk, task: Task) -> Timeline:
        if not (days := days_of(period)):
            return desk.overview.timeline(query, task=task)
        # A year is counted by its months; a month stays among the others of its year.
        year = days_of(period[:4]) or days
        counts = desk.overview.timeline(query, Grain.MONTH, year, limit=1, task=task)
        found = desk.overview.timeline(query, Grain.MONTH, days, task=task)
        months = (one for one in counts.moments if one.name.startswith(period[:4]))
        return replace(found, moments=tuple(months))

    return wanted, timeline


def _promises(wish: Wish) -> tuple[Sequence[object], Call]:
    return (wish.query,), lambda desk, task: desk.overview.promises(wish.query, task=task)


def _disagreements(wish: Wish) -> tuple[Sequence[object], Call]:
    return (wish.query,), lambda desk, task: desk.overview.disagreements(wish.query, task=task)


def _quotes(wish: Wish) -> tuple[Sequence[object], Call]:
    return (wish.query,), lambda desk, task: desk.overview.quotes(wish.query, task=task)


def _meetings(wish: Wish) -> tuple[Sequence[object], Call]:
    return (wish.query,), lambda desk, task: desk.overview.meetings(wish.query, task=task)


def _entity(wish: Wish) -> tuple[Sequence[object], Call]:
    query, who = wanted = (wish.query, wish.who or Sought(""))

    def entity(desk: Desk, task: Task) -> object:
        found = desk.overview.entity(who.name, query, task=task, kind=who.kind)
        if found is None:
            raise ArchiveError(*_nobody(who.name, is_part=bool(query)))
        return found

    return wanted, entity


def _nobody(name: str, *, is_part: bool) -> tuple[str, str]:
    """Return what is said when no document names somebody."""
    translate = QCoreApplication.translate
    told = translate("Study", "Имени «{name}» в этих документах нет.").format(name=name)
    if is_part:
        return told, translate(
            "Study", "Запрос наверху оставляет только часть документов: без него имя может найтись."
        )
    return told, translate("Study", "Достаточно фамилии или одного слова названия, в любой форме.")


_CALLS: Final = {
    Topic.LINES: _lines,
    Topic.WORDS: _words,
    Topic.AROUND: _around,
    Topic.TIMES: _times,
    Topic.ALIKE: _alike,
    Topic.VERSIONS: _versions,
    Topic.DATES: _dates,
    Topic.PROMISES: _promises,
    Topic.DISAGREEMENTS: _disagreements,
    Topic.QUOTES: _quotes,
    Topic.MEETINGS: _meetings,
    Topic.ENTITY: _entity,
}
