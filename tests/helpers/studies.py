"""Studies of an archive in memory: answers that are written down before they are asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from index.model.annotation import Anchor, Annotation, HighlightColor, Pen
from index.model.decision import Act, Decision
from index.model.document import DocumentId, DocumentSummary
from index.model.fact import Fact, FactType, Slot
from index.model.overview import (
    Companion,
    Dated,
    Disagreement,
    Disagreements,
    Edge,
    EntityPage,
    Evidence,
    Grain,
    Meetings,
    Mentioned,
    Moments,
    Named,
    NameKind,
    Node,
    Office,
    Promise,
    Promises,
    Quotes,
    Speaker,
    Stated,
    Timeline,
)
from index.model.span import Span
from index.model.study import (
    Collocate,
    Collocations,
    Concordance,
    Frequencies,
    KwicLine,
    KwicOrder,
    Period,
    Similar,
    VersionGroup,
    WordRow,
    WordTable,
)
from index.tasks import Task
from tests.helpers.fakes import FakeArchive

A, B = DocumentId("a" * 64), DocumentId("b" * 64)


def line(
    left: str, keyword: str, right: str, *, title: str = "Речь", start: int = 0, date: str = ""
) -> KwicLine:
    """A line of the document a."""
    return KwicLine(A, title, date, 1, Span(start, start + len(keyword)), left, keyword, right)


LINES = (
    line("О ", "сотрудничестве", " стран.", start=2, date="2021-05"),
    line("¶ ", "Сотрудничество", " растёт,", start=24, title="Доклад"),
)
PERIODS = (Period("2021-05", 1, 3, 4), Period("2021-06", 0, 0, 2), Period("2021-07", 2, 5, 2))
YEARS = (Period("2021", 3, 8, 8),)


def summary(document_id: DocumentId, title: str, date: str = "") -> DocumentSummary:
    """What lists show of a document."""
    return DocumentSummary(document_id, title, f"{title}.pdf", f"/{title}.pdf", 1, "2026-01-02", date)


def annotation(position: int) -> Annotation:
    """A mark of the document a."""
    span = Span(position, position + 3)
    anchor = Anchor(span, "сло", "", "", 0)
    return Annotation(f"mark-{position}", A, anchor, HighlightColor.GREEN, "", (), "2026-01-02", "2026-01-02")


EVIDENCE = Evidence(A, "Речь", "2021-05", 1, Span(4, 9), "…в мае.", Span(1, 6))


def stated(type_: FactType, **slots: str) -> Stated:
    """A statement of the document a."""
    made = tuple(Slot(name, words) for name, words in slots.items())
    return Stated(Fact("f", type_, made, EVIDENCE.span), EVIDENCE)


MEETING = stated(FactType.MEETING, participants="они")
NODES = (
    Node(Named(1, NameKind.PERSON, "Анна Котова"), 4, 0.2, 0.2),
    Node(Named(2, NameKind.PERSON, "Борис Лосев"), 3, 0.8, 0.2),
    Node(Named(3, NameKind.ORGANISATION, "АО «Мост»"), 1, 0.5, 0.9),
)
EDGES = (Edge(0, 1, 3, 2, MEETING), Edge(0, 2, 1, 1, MEETING))


def entity_page(who: Named, query: str = "") -> EntityPage:
    """A page with something of everything; one name could be markup."""
    office = stated(FactType.OCCUPATION, person=who.name, position="директор")
    return EntityPage(
        query,
        who,
        ("А. <b>Котова</b>",),
        (NODES[1].who,),
        documents=2,
        mentions=5,
        mentioned=(Mentioned(EVIDENCE, 5, (EVIDENCE.span,)),),
        offices=(
            Office(who.name, "директор", "АО «Мост»", "2001", "2004-05-12", (office,)),
            Office(who.name, "инженер", "", "2012", "2012", (office,)),
            Office(who.name, "врач", "", "", "", (office,)),
        ),
        companions=(Companion(NODES[1].who, 3, 2, MEETING),),
        statements=4,
        sums=(stated(FactType.MONEY, amount="5 рублей"),),
        quotes=(stated(FactType.QUOTE, quote="Да", speaker="она"),),
        stated=(MEETING,),
    )


MADE = Decision("d", A, Act.NAME, Anchor(Span(0, 1), "я", "", "", 0), None, None, None, "2026")


class FakeCalling:
    """Keeps what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.withdrawn: list[Decision] = []
        self.made: tuple[Decision, ...] = (MADE,)
        self.failure: Exception | None = None

    def call(
        self, who: Named, spellings: set[str], name: str, documents: tuple[DocumentId, ...]
    ) -> tuple[Decision, ...]:
        if self.failure is not None:
            raise self.failure
        self.asked.append((who.name, sorted(spellings), name, documents))
        return self.made

    def withdraw(self, made: tuple[Decision, ...]) -> None:
        self.withdrawn += made


class FakeOverview:
    """What the study window asks of the whole archive.

    Attributes:
        queries: What was asked, in order.
        between: Between which days dates were asked for, in order.
        sought: Whose pages were asked for, in order.
        is_empty: Whether there is nothing to tell.
    """

    def __init__(self) -> None:
        self.queries: list[str] = []
        self.between: list[tuple[int, int]] = []
        self.sought: list[tuple[str, NameKind | None]] = []
        self.is_empty = False

    def timeline(
        self,
        query: str,
        grain: Grain = Grain.YEAR,
        between: tuple[int, int] = (0, 0),
        limit: int = 500,
        *,
        task: Task,
    ) -> Timeline:
        self._asked(query, task)
        self.between.append(between)
        lines = () if self.is_empty else (Dated("2021-05", 20210501, 20210531, False, EVIDENCE),)
        moments = (
            (Moments("2021-05", 2, 1), Moments("2021-07", 1, 1))
            if grain is Grain.MONTH
            else (Moments("2019", 2, 2), Moments("2021", 5, 3))
        )
        return Timeline(query, grain, () if self.is_empty else moments, 7, lines[: limit or None])

    def suggest(self, beginning: str, query: str, *, task: Task) -> tuple[Named, ...]:
        self._asked(f"{beginning}… {query}".strip(), task)
        return tuple(node.who for node in NODES if beginning.casefold() in node.who.name.casefold())

    def entity(self, name: str, query: str, *, task: Task, kind: NameKind | None = None) -> EntityPage | None:
        self._asked(query, task)
        self.sought.append((name, kind))
        found = [node.who for node in NODES if name.casefold() in node.who.name.casefold()]
        return entity_page(found[0], query) if found and not self.is_empty else None

    def documents_naming(self, _who: Named, query: str) -> tuple[DocumentId, ...]:
        return (A,) if query else (A, B)

    def meetings_of_two(self, left: Named, right: Named, query: str, *, task: Task) -> tuple[Stated, ...]:
        self._asked(f"{left.name}, {right.name} {query}".strip(), task)
        return (MEETING,)

    def promises(self, query: str, task: Task) -> Promises:
        self._asked(query, task)
        late = Promise(stated(FactType.INSTRUCTION, to_whom="Анна", what="мост"), "2022-01-01", True)
        vague = Promise(stated(FactType.INSTRUCTION, what="дом", deadline="скоро"), "", False)
        return Promises(query, "2023-01-01", 2, 1, 1, (late, vague))

    def disagreements(self, query: str, task: Task) -> Disagreements:
        self._asked(query, task)
        figures = (stated(FactType.PERCENT, value="5"), stated(FactType.PERCENT, value="7"))
        return Disagreements(query, 4, 1, (Disagreement("доля лесов", "2021", 2, figures),))

    def quotes(self, query: str, task: Task) -> Quotes:
        self._asked(query, task)
        lines = (stated(FactType.QUOTE, quote="Да", speaker="она"),)
        return Quotes(query, 2, 1, (Speaker(NODES[0].who, 1, 1, lines), Speaker(None, 1, 1, lines)))

    def meetings(self, query: str, task: Task) -> Meetings:
        self._asked(query, task)
        return Meetings(query, 4, 9, () if self.is_empty else NODES, () if self.is_empty else EDGES)

    def _asked(self, query: str, task: Task) -> None:
        self.queries.append(query)
        task.checkpoint()


class FakeStudyDesk:
    """What the study window asks of the desk of an archive.

    Attributes:
        calls: What was asked, in order.
        gate: Every question waits here; open unless a test closes it.
        failure: Raised instead of an answer.
        lines: The lines of every concordance.
        matches: How many matches a concordance tells of.
        made: What marking makes.
        overview: The whole archive.
        calling: What renames; a test gives its own.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.overview = FakeOverview()
        self.calling: object = None
        self.gate = threading.Event()
        self.gate.set()
        self.failure: Exception | None = None
        self.lines: tuple[KwicLine, ...] = LINES
        self.matches = len(LINES)
        self.made: tuple[Annotation, ...] = (annotation(0), annotation(5))
        self.unmarked: list[Annotation] = []
        self.on_progress: Callable[[Task], None] = lambda _task: None

    def _answer(self, *call: object, task: Task | None = None) -> None:
        self.calls.append(call)
        if task is not None:
            self.on_progress(task)
        self.gate.wait(10)
        if task is not None:
            task.checkpoint()
        if self.failure is not None:
            raise self.failure

    def concordance(
        self,
        query: str,
        order: KwicOrder = KwicOrder.DOCUMENT,
        limit: int = 5000,
        task: Task | None = None,
    ) -> Concordance:
        self._answer("lines", query, order, limit, task=task)
        return Concordance(query, self.lines[: limit or None], 2 if self.lines else 0, self.matches)

    def word_table(self, lines: Iterable[str], within: str = "", task: Task | None = None) -> WordTable:
        entries = tuple(lines)
        self._answer("words", entries, within, task=task)
        counts = {entry: len(entry) for entry in entries}
        rows = [
            WordRow(entry, f"«{entry}»", counts[entry], 2 * counts[entry], "2021", "2022-05-03")
            for entry in entries
        ]
        return WordTable(tuple(rows), within)

    def collocations(
        self, query: str, task: Task | None = None, *, with_small_words: bool = False
    ) -> Collocations:
        self._answer("around", query, with_small_words, task=task)
        words = (
            Collocate("страна", 5, 1, 4, 9, 12.5, f"{query} И страна"),
            Collocate("мир", 2, 2, 0, 30, 3.25, f"{query} И мир"),
        )
        return Collocations(query, words, 7)

    def frequencies(self, query: str, task: Task | None = None) -> Frequencies:
        self._answer("times", query, task=task)
        return Frequencies(query, PERIODS, YEARS, 1, 2)

    def similar(
        self, document_id: DocumentId, limit: int = 10, task: Task | None = None
    ) -> tuple[Similar, ...]:
        self._answer("alike", document_id, limit, task=task)
        return (Similar(summary(B, "Договор", "2021"), 0.42, ("страна", "мир")),)

    def versions(self, task: Task | None = None) -> tuple[VersionGroup, ...]:
        self._answer("versions", task=task)
        return (VersionGroup((summary(A, "Речь"), summary(B, "Речь (правка)")), 0.9),)

    def mark(
        self,
        query: str,
        pen: Pen,
        task: Task | None = None,
        numbers: Iterable[int] | None = None,
    ) -> tuple[Annotation, ...]:
        self._answer("mark", query, pen, numbers, task=task)
        return self.made

    def unmark(self, annotations: Iterable[Annotation]) -> None:
        self._answer("unmark")
        self.unmarked += annotations


def give_desk(archive: FakeArchive) -> FakeStudyDesk:
    """Give an archive in memory a desk for studies, and return it."""
    desk = FakeStudyDesk()
    setattr(archive, "desk", desk)  # noqa: B010 - the archive in memory has none of its own
    return desk
