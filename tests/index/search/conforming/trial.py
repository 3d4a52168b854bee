"""An engine on trial: documents in, answers out, written so that a test can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import ClassVar

import pytest

from index.model.span import Span
from index.search.engine import Asked, Order, Outcome
from index.search.requests import IndexDocument
from index.search.tree import Node
from index.tasks import Task
from tests.index.search.oracle.cases import KnownBeyond, document_id
from tests.index.search.oracle.subject import Made, Subject


class Trial:
    """Documents are numbered from 1 in the order in which they come; a document is known by its number."""

    def __init__(self, subject: Subject, beyond: KnownBeyond) -> None:
        self.subject, self.beyond = subject, beyond
        self.documents: dict[int, IndexDocument] = {}

    def write(self, *texts: str) -> None:
        """Take in documents of these texts, without titles, by one commit."""
        self.add(*(make_document(text) for text in texts))

    def add(self, *documents: IndexDocument) -> None:
        """Take in documents by one commit; they get the next numbers."""
        first = len(self.documents) + 1
        added = [_changed(one, number, one.text) for number, one in enumerate(documents, first)]
        self.documents.update((one.number, one) for one in added)
        self.subject.add(added)

    def rewrite(self, **texts: str) -> None:
        """Give documents other texts by one commit: `_2="…"`."""
        for name, text in texts.items():
            number = int(name[1:])
            self.documents[number] = _changed(self.documents[number], number, text)
        self.subject.add([self.documents[int(name[1:])] for name in texts])

    def forget(self, *numbers: int) -> None:
        """Forget documents by one commit."""
        self.subject.forget([document_id(str(number)) for number in numbers])

    def answer(self, root: Node, limit: int = 0, order: Order = Order.RELEVANCE) -> Outcome:
        """Answer a question."""
        return self.subject.engine.answer(Asked(root, limit, order), Task())

    def order(self, root: Node, limit: int = 0, order: Order = Order.RELEVANCE) -> list[int]:
        """Return the numbers of the documents that answer, in the order of the answer."""
        return [one.number for one in self.answer(root, limit, order).ranked]

    def numbers(self, root: Node) -> list[int]:
        """Return the numbers of the documents that answer, ascending; all ways to ask have to agree."""
        outcome = self.answer(root)
        found = sorted(one.number for one in outcome.ranked)
        assert outcome.documents == len(found)
        assert sorted(self.subject.engine.matching(root, Task())) == found
        assert [one.number for one in self.subject.engine.occurrences(root, Task())] == found
        return found

    def marked(self, root: Node) -> list[str]:
        """Return the texts that answer, by number, with their matches in brackets."""
        outcome = self.answer(root)
        assert outcome.matches == sum(len(one.spans) for one in outcome.ranked)
        listed = list(self.subject.engine.occurrences(root, Task()))
        assert [one.spans for one in listed] == [
            one.spans for one in sorted(outcome.ranked, key=lambda one: one.number)
        ]
        return [_bracketed(self.documents[one.number].text, one.spans) for one in listed]


def make_document(
    text: str, title: str = "", file_name: str = "", date: str = "", pages: tuple[int, ...] = (0,)
) -> IndexDocument:
    """Return a document; `Trial.add` numbers it."""
    return IndexDocument(document_id(""), title, file_name, date, text, 0, pages)


def _changed(document: IndexDocument, number: int, text: str) -> IndexDocument:
    named = (document_id(str(number)), document.title, document.file_name, document.date)
    return IndexDocument(*named, text, number, document.page_starts)


def _bracketed(text: str, spans: Sequence[Span]) -> str:
    for span in reversed(spans):
        text = f"{text[: span.start]}[{text[span.start : span.stop]}]{text[span.stop :]}"
    return text


class OnTrial:
    """Tests of an engine. A subclass names the engine's factory."""

    make: ClassVar[type[Made]]

    @pytest.fixture
    def trial(self, tmp_path: Path) -> Iterator[Trial]:
        """Give an engine without documents."""
        beyond = KnownBeyond()
        with closing(self.make(tmp_path / "index", beyond)) as subject:
            yield Trial(subject, beyond)

    @staticmethod
    def check(trial: Trial, root: Node, *marked: str) -> None:
        """Hold an engine to texts in which matches stand in brackets; a text without any must not answer."""
        trial.write(*(text.replace("[", "").replace("]", "") for text in marked))
        assert trial.marked(root) == [text for text in marked if "[" in text]
