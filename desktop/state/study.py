"""The study of an answer: its lines, its words, its times, and documents that are like one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from desktop.settings import STUDY_WORDS, Settings
from desktop.state.flash import Flash
from desktop.state.inquiry import Inquiry, words_of
from desktop.state.study_questions import FIRST_LINES, OVERVIEWS, Sought, Topic, Wish, question
from index.model.document import DocumentId

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.model.overview import Named, Stated
    from index.model.span import Span
    from index.model.study import KwicOrder
    from index.tasks import Task

_SAVING: Final = "study-save"


class Study(QObject):
    """Presenter of the study window. Asks the archive only for what is looked at. Nothing here blocks.

    Args:
        archive: The archive.
        jobs: Runs its calls.
        reader: The document on the desk.
        settings: Remembers the list of words.
        parent: Owner.

    Attributes:
        names: The question whose name begins as the reader writes.
        two: The question about the meetings of two; its answer is a pair of `Named` and their statements.

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
        self.names, self.two = Inquiry(jobs, "study-names", self), Inquiry(jobs, "study-two", self)
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
            self._want(replace(self._wish, query=query, limit=FIRST_LINES, period=""))

    def seek(self, who: Sought) -> None:
        """Have the page of somebody."""
        if who.name.strip():
            self._want(replace(self._wish, who=who))

    def suggest(self, beginning: str) -> None:
        """Ask `names` for whose name begins so; the newest question alone is answered. Does not block."""
        query = self._wish.query
        self.names.ask(lambda task: self._archive.desk.overview.suggest(beginning, query, task=task))

    def meet(self, left: Named, right: Named) -> None:
        """Ask `two` about the meetings of two. Does not block."""
        query = self._wish.query

        def call(task: Task) -> tuple[Named, Named, tuple[Stated, ...]]:
            return left, right, self._archive.desk.overview.meetings_of_two(left, right, query, task=task)

        self.two.ask(call)

    def part(self, period: str) -> None:
        """Have the dates of a year or month alone; of all times for an empty one."""
        self._want(replace(self._wish, period=period))

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

    def forget_facts(self) -> None:
        """Hold no answer for true that is made of facts: more of them are known, or they are others."""
        for topic in OVERVIEWS:
            self._asked.pop(topic, None)
        self.wish_changed.emit()

    def look(self, topic: Topic) -> None:
        """Ask about a topic unless what is wanted of it was asked already."""
        wanted, call = question(topic, self._wish)
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
