"""Commands over the whole archive: entity, timeline, meetings, promises, disagreements, quotes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

from index.archive import Archive
from index.cli import overview_shapes as shapes
from index.cli.listed import query_of, write_listings, writes_json
from index.cli.output import Output
from index.cli.session import DONE, FAILED, Session, interruptible, searched
from index.cli.wording import DOCUMENTS, FACTS, counted, grouped
from index.errors import ArchiveError
from index.model.fact import FactType
from index.model.overview import (
    Disagreements,
    EntityPage,
    Evidence,
    Grain,
    Meetings,
    Promises,
    Quotes,
    Stated,
    Timeline,
)
from index.study import overview_listings as listings
from index.study.overview_listings import deadline_of, parts, words_of
from index.tables.listing import Listing
from index.text.days import FIRST_DAY, LAST_DAY, days_of
from index.text.values import day

V = TypeVar("V")
_SHOWN: Final = 100
_TITLE: Final = 70
_ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"
_PER_SPEAKER: Final = 10
_MENTIONS: Final = ("упоминание", "упоминания", "упоминаний")
_STATEMENTS: Final = ("утверждение", "утверждения", "утверждений")
_MEETINGS: Final = ("встреча", "встречи", "встреч")
_DATES: Final = ("дата", "даты", "дат")
_PROMISES: Final = ("обещание", "обещания", "обещаний")
_QUOTES: Final = ("цитата", "цитаты", "цитат")
_FIGURES: Final = ("число", "числа", "чисел")
_NOBODY: Final = "Кто говорит, по имени не названо"


def entity(session: Session) -> int:
    """`entity NAME`: everything that documents say of somebody."""
    chosen = session.arguments
    name = " ".join(chosen.name)
    found = _asked(
        session,
        lambda archive: archive.desk.overview.entity(name, chosen.within, _limit(session), session.task),
    )
    if found is None:
        session.output.error(
            ArchiveError(
                f"Никого с именем «{name}» в этих документах нет.",
                "Достаточно фамилии или одного слова названия, в любой форме.",
            )
        )
        return FAILED
    return _told(session, found, shapes.entity, listings.entity_listings, _print_entity, found.who.name)


def timeline(session: Session) -> int:
    """`timeline [QUERY]`: dates of documents and in documents, in order."""
    chosen = session.arguments
    between = (
        (days_of(chosen.since or "") or (FIRST_DAY,))[0],
        (days_of(chosen.until or "") or (LAST_DAY,))[-1],
    )
    found = _asked(
        session,
        lambda archive: archive.desk.overview.timeline(
            query_of(session), Grain(chosen.by), between, _limit(session), session.task
        ),
    )
    return _told(
        session, found, shapes.timeline, lambda one: (listings.timeline_listing(one),), _print_timeline
    )


def meetings(session: Session) -> int:
    """`meetings [QUERY]`: who met whom."""
    found = _asked(
        session, lambda archive: archive.desk.overview.meetings(query_of(session), task=session.task)
    )
    return _told(
        session, found, shapes.meetings, lambda one: (listings.meetings_listing(one),), _print_meetings
    )


def promises(session: Session) -> int:
    """`promises [QUERY]`: promises and instructions by deadline."""
    chosen = session.arguments
    found = _asked(
        session,
        lambda archive: archive.desk.overview.promises(
            query_of(session), chosen.today or "", _limit(session), session.task
        ),
    )
    return _told(
        session, found, shapes.promises, lambda one: (listings.promises_listing(one),), _print_promises
    )


def disagreements(session: Session) -> int:
    """`disagreements [QUERY]`: figures that disagree between documents."""
    found = _asked(
        session,
        lambda archive: archive.desk.overview.disagreements(query_of(session), _limit(session), session.task),
    )
    return _told(
        session,
        found,
        shapes.disagreements,
        lambda one: (listings.disagreements_listing(one),),
        _print_disagreements,
    )


def quotes(session: Session) -> int:
    """`quotes [QUERY]`: direct speech by speaker."""
    limit = _limit(session)
    found = _asked(
        session,
        lambda archive: archive.desk.overview.quotes(
            query_of(session), limit, _PER_SPEAKER if limit else 0, session.task
        ),
    )
    return _told(session, found, shapes.quotes, lambda one: (listings.quotes_listing(one),), _print_quotes)


def _limit(session: Session) -> int:
    """Return how many lines are asked for. Whoever writes a file wants all; whoever reads, a beginning."""
    chosen = session.arguments
    usual = 0 if chosen.format in {"csv", "xlsx"} else _SHOWN
    return usual if chosen.limit is None else int(chosen.limit)


def _asked(session: Session, question: Callable[[Archive], V]) -> V:
    """Ask; what documents state has to be known of all of them first."""
    with session.archive() as archive, interruptible(session.task):
        return searched(archive, session.task, lambda: question(archive), needs_facts=True)


def _told(
    session: Session,
    found: V,
    shape: Callable[[V], dict[str, Any]],
    lists: Callable[[V], tuple[Listing, ...]],
    show: Callable[[Output, V], None],
    title: str = "",
) -> int:
    """Say what was found in the way that is asked for."""
    if writes_json(session):
        session.output.json(shape(found))
    elif session.arguments.format:
        made = lists(found)
        write_listings(session, made, title or made[0].name)
    else:
        show(session.output, found)
    return DONE


def _print_entity(output: Output, found: EntityPage) -> None:
    output.line(output.marked(found.who.name))
    if found.spellings:
        output.line(f"Пишут и так: {', '.join(found.spellings)}")
    if found.others:
        output.line(f"Похожие имена: {', '.join(other.name for other in found.others)}")
    named = f"{counted(found.documents, DOCUMENTS)}, {counted(found.mentions, _MENTIONS)}"
    output.line(f"{named}, {counted(found.statements, _STATEMENTS)}")
    _head(output, "Должности", found.offices)
    for office in found.offices:
        told = " – ".join(dict.fromkeys(filter(None, (office.first, office.last))))
        times = told or ("в прошлом" if office.is_former else "")
        said = (office.person if office.person != found.who.name else "", office.position, office.body)
        output.line(f"  {times:<24} {', '.join(filter(None, said))}")
        for one in office.stated[:1]:
            output.line(f"  {'':<24} {_where(one.evidence)}")
    _head(output, "С кем", found.companions)
    for companion in found.companions:
        output.line(f"  {grouped(companion.statements):>5}  {companion.who.name}")
    _head(output, FACTS[FactType.QUOTE], found.quotes)
    for quote in found.quotes:
        _print_quote(output, quote)
    by_kind = {kind: tuple(one for one in found.stated if one.fact.type is kind) for kind in FactType}
    for kind, lines in (by_kind | {FactType.MONEY: found.sums}).items():
        _head(output, FACTS[kind], lines)
        for line in lines:
            _print_stated(output, line)
    _head(output, "Документы", found.mentioned)
    for there in found.mentioned:
        output.line(f"  {grouped(there.times):>5}  {there.evidence.date:<10}  {_where(there.evidence)}")


def _print_timeline(output: Output, found: Timeline) -> None:
    for line in found.lines:
        said = "дата документа" if line.is_own else line.evidence.passage
        output.line(f"{_written(line.value):<24}  {said}")
        output.line(f"{'':<24}  {_where(line.evidence)}")
    output.line(counted(found.dates, _DATES))
    _print_rest(output, len(found.lines), found.dates)


def _print_meetings(output: Output, found: Meetings) -> None:
    for edge in found.edges:
        left, right = found.nodes[edge.left].who.name, found.nodes[edge.right].who.name
        output.line(f"{grouped(edge.meetings):>5}  {left} — {right}")
        output.line(f"{'':>5}  {edge.stated.evidence.passage}")
        output.line(f"{'':>5}  {_where(edge.stated.evidence)}")
    output.line(f"{counted(found.meetings, _MEETINGS)}, участников: {grouped(found.people)}")


def _print_promises(output: Output, found: Promises) -> None:
    for line in found.lines:
        deadline = deadline_of(line) or "без срока"
        late = " (срок прошёл)" if line.is_overdue else ""
        output.line(f"{deadline}{late}  {_promise(line.stated)}")
        output.line(f"{'':<10}  {_where(line.stated.evidence)}")
    output.line(
        f"{counted(found.promises, _PROMISES)}, со сроком {grouped(found.with_deadline)}, "
        f"из них прошёл на {found.today}: {grouped(found.overdue)}"
    )
    _print_rest(output, len(found.lines), found.promises)


def _print_disagreements(output: Output, found: Disagreements) -> None:
    for number, line in enumerate(found.lines, 1):
        output.line(f"{number}. {', '.join(filter(None, (line.what, _written(line.period))))}")
        for one in line.figures:
            _print_stated(output, one)
        if len(line.figures) < line.documents:
            output.line(f"  {_ELLIPSIS}всего {counted(line.documents, DOCUMENTS)}")
    output.line(f"Сопоставимо: {counted(found.compared, _FIGURES)}; расходятся: {grouped(found.disagreeing)}")
    _print_rest(output, len(found.lines), found.disagreeing)


def _print_quotes(output: Output, found: Quotes) -> None:
    for speaker in found.speakers:
        name = _NOBODY if speaker.who is None else speaker.who.name
        output.line(f"{output.marked(name)}: {counted(speaker.quotes, _QUOTES)}")
        for one in speaker.lines:
            _print_quote(output, one)
    output.line(f"{counted(found.quotes, _QUOTES)}, говорящих: {grouped(found.people)}")
    _print_rest(output, sum(len(speaker.lines) for speaker in found.speakers), found.quotes)


def _print_quote(output: Output, one: Stated) -> None:
    output.line(f"  «{parts(one.fact, 'quote')}»")
    output.line(f"      {_where(one.evidence)}")


def _print_stated(output: Output, one: Stated) -> None:
    output.line(f"  {words_of(one.fact)}")
    output.line(f"      {one.evidence.passage}")
    output.line(f"      {_where(one.evidence)}")


def _print_rest(output: Output, shown: int, total: int) -> None:
    if shown < total:
        output.line(f"Показано {grouped(shown)}; все: --limit 0")


def _head(output: Output, title: str, lines: tuple[object, ...]) -> None:
    if lines:
        output.line()
        output.line(title)


def _promise(stated: Stated) -> str:
    fact = stated.fact
    who, whom = parts(fact, "who", "parties", "by"), parts(fact, "to_whom")
    people = " → ".join(filter(None, (who, whom)))
    what = parts(fact, "what") or stated.evidence.passage
    return f"{FACTS[fact.type]}: {': '.join(filter(None, (people, what)))}"


def _written(value: str) -> str:
    """Return a time in words; one that has none as it is."""
    return " ".join(day(value).split()) or value


def _where(evidence: Evidence) -> str:
    title = evidence.title if len(evidence.title) <= _TITLE else f"{evidence.title[: _TITLE - 1]}{_ELLIPSIS}"
    return f"{title}, с. {evidence.page_index + 1}"
