"""The study of an answer: its lines, its words, its times, and documents that are like one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from desktop.settings import STUDY_WORDS, Settings
from desktop.state.flash import Flash
from desktop.state.inquiry import Inquiry, words_of
from index.model.document import DocumentId
from index.model.study import KwicOrder

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.model.span import Span
    from index.study.desk import Desk
    from index.tasks import Task

FIRST_LINES: Final = 5_000
"""Lines of a concordance that are shown before the reader asks for all."""
_LIKE: Final = 30
_SAVING: Final = "study-save"


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


OVERVIEWS: Final = (Topic.DATES, Topic.PROMISES, Topic.DISAGREEMENTS, Topic.QUOTES, Topic.MEETINGS)
"""Topics of the whole archive when there is no query."""


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
    """

    query: str = ""
    order: KwicOrder = KwicOrder.DOCUMENT
    limit: int = FIRST_LINES
    entries: tuple[str, ...] = ()
    is_within: bool = False
    has_small_words: bool = False
    document_id: DocumentId | None = None
    has_versions: bool = False


Call = Callable[["Desk", "Task"], object]


class Study(QObject):
    """Presenter of the study window. Asks the archive only for what is looked at. Nothing here blocks.

    Args:
        archive: The archive.
        jobs: Runs its calls.
        reader: The document on the desk.
        settings: Remembers the list of words.
        parent: Owner.

    Signals:
        wish_changed(): The reader wants to see something else; whatever is in sight has to `look` again.
        saved(Path): A file was written.
        failed(str): A file was not written; the words for the reader.
    """

    wish_changed = Signal()
    saved = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        archive: Archive,
        jobs: Jobs,
        reader: Reader,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._reader, self._settings = archive, jobs, reader, settings
        self._wish = Wish(entries=settings.get(STUDY_WORDS))
        self._inquiries = {topic: Inquiry(jobs, f"study-{topic.value}", self) for topic in Topic}
        self._asked: dict[Topic, object] = {}
        self._flash = Flash(reader, self)
        reader.document_changed.connect(self._on_document_changed)

    @property
    def wish(self) -> Wish:
        """What the reader wants to see."""
        return self._wish

    @property
    def document_title(self) -> str:
        """Title of the open document; empty for none."""
        return self._reader.document.title if self._reader.document is not None else ""

    def inquiry(self, topic: Topic) -> Inquiry:
        """Return the question about a topic: its answer and progress."""
        return self._inquiries[topic]

    def ask(self, query: str) -> None:
        """Study another query."""
        query = query.strip()
        if query != self._wish.query:
            self._want(replace(self._wish, query=query, limit=FIRST_LINES))

    def arrange(self, order: KwicOrder) -> None:
        """Have the lines in another order."""
        self._want(replace(self._wish, order=order))

    def show_all_lines(self) -> None:
        """Have all lines, however many there are."""
        self._want(replace(self._wish, limit=0))

    def count_words(self, text: str, *, is_within: bool) -> None:
        """Count the words or names of a list, and remember it."""
        entries = tuple(line for line in text.splitlines() if line.strip())
        self._settings.set(STUDY_WORDS, entries)
        self._asked.pop(Topic.WORDS, None)
        self._want(replace(self._wish, entries=entries, is_within=is_within))

    def show_small_words(self, *, shown: bool) -> None:
        """Have prepositions and the like among the neighbours, or not."""
        self._want(replace(self._wish, has_small_words=shown))

    def find_versions(self) -> None:
        """Look for documents that are nearly the same, in the whole archive."""
        self._asked.pop(Topic.VERSIONS, None)
        self._want(replace(self._wish, has_versions=True))

    def forget(self) -> None:
        """Hold no answer for true any more: the archive has changed."""
        self._asked.clear()
        self.wish_changed.emit()

    def look(self, topic: Topic) -> None:
        """Ask about a topic unless what is wanted of it was asked already."""
        wanted, call = _question(topic, self._wish)
        inquiry = self._inquiries[topic]
        if call is None:
            self._asked.pop(topic, None)
            if inquiry.result is not None or inquiry.is_running or inquiry.problem[0]:
                inquiry.clear()
        elif self._asked.get(topic) != wanted:
            self._asked[topic] = wanted
            inquiry.ask(lambda task: call(self._archive.desk, task))

    def stop(self, topic: Topic) -> None:
        """Break off the question about a topic; the next `look` asks it again."""
        self._asked.pop(topic, None)
        self._inquiries[topic].stop()

    def go_to(self, document_id: DocumentId, span: Span | None = None) -> None:
        """Open a document, at a passage, which flashes, if there is one. Does not block."""
        if span is None:
            self._reader.open_document(document_id)
        else:
            self._flash.show(document_id, span)

    def save(self, path: Path, content: Callable[[], bytes]) -> None:
        """Write a file in a job.

        Args:
            path: Where to.
            content: Makes what stands in it; runs in a thread of the pool.
        """

        def write(_task: Task) -> Path:
            path.write_bytes(content())
            return path

        self._jobs.run(
            _SAVING, write, self.saved.emit, lambda error: self.failed.emit(" ".join(words_of(error)).strip())
        )

    def _want(self, wish: Wish) -> None:
        self._wish = wish
        self.wish_changed.emit()

    def _on_document_changed(self, document: Any, _edition: object) -> None:  # noqa: ANN401 - a Document or None
        document_id = document.id if document is not None else None
        if document_id != self._wish.document_id:
            self._want(replace(self._wish, document_id=document_id))


def _question(topic: Topic, wish: Wish) -> tuple[Sequence[object], Call | None]:
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
    return (wish.query,), lambda desk, task: desk.overview.timeline(wish.query, task=task)


def _promises(wish: Wish) -> tuple[Sequence[object], Call]:
    return (wish.query,), lambda desk, task: desk.overview.promises(wish.query, task=task)


def _disagreements(wish: Wish) -> tuple[Sequence[object], Call]:
    return (wish.query,), lambda desk, task: desk.overview.disagreements(wish.query, task=task)


def _quotes(wish: Wish) -> tuple[Sequence[object], Call]:
    return (wish.query,), lambda desk, task: desk.overview.quotes(wish.query, task=task)


def _meetings(wish: Wish) -> tuple[Sequence[object], Call]:
    return (wish.query,), lambda desk, task: desk.overview.meetings(wish.query, task=task)


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
}
