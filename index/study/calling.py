"""Somebody called by another name in many documents: one person under two names, or two under one.

Each document gets a decision of the reader of its own, which is kept, moved and exported like all others:
the entity is named otherwise, or merged where the other one is named as well. Names of one key are one
entity of the archive (`index.store.names`), so that two names that are made equal are joined, and namesakes
whose names are made different are parted. Documents that come later are not spoken for: who is meant there
is for the reader to say.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from index.model.decision import Act, Choice, Decision
from index.model.document import DocumentId
from index.model.fact import DocumentFacts, Entity
from index.model.overview import Named
from index.notes.decision_book import DecisionBook
from index.notes.naming import entity_statement
from index.store import names
from index.store.facts import FactStore
from index.store.library import Library
from index.tasks import Task


class Calling:
    """Renames over the archive. Any thread may call it; every method blocks.

    Args:
        facts: What the rules found.
        decisions: What the reader decided.
        library: The texts.
        version: Tells the version of the rules.
    """

    def __init__(
        self, facts: FactStore, decisions: DecisionBook, library: Library, version: Callable[[], str]
    ) -> None:
        self._facts, self._decisions, self._library = facts, decisions, library
        self._version = version

    def call(
        self,
        who: Named,
        spellings: Collection[str],
        name: str,
        documents: Sequence[DocumentId],
        task: Task | None = None,
    ) -> tuple[Decision, ...]:
        """Call somebody by another name in some documents; return what was decided, for `withdraw`.

        When it is cancelled, or a decision cannot be kept, those made before are taken back.

        Args:
            who: Who is called otherwise.
            spellings: All names under which the archive knows it (`EntityPage`).
            name: How it is called from now on.
            documents: Where; those that do not name it stay as they are.
            task: Cancels, and is told of the progress by documents.

        Raises:
            AnnotationError: If a decision cannot be made.
            StoreError: If one cannot be written.
            Cancelled: If `task` was.
        """
        task, made = task or Task(), list[Decision]()
        try:
            for done, document_id in enumerate(documents):
                task.checkpoint(done, len(documents))
                self._call(document_id, who, spellings, name, made)
        except BaseException:
            self.withdraw(made)
            raise
        return tuple(made)

    def withdraw(self, made: Iterable[Decision]) -> None:
        """Take back what `call` decided."""
        gone = [self._decisions.withdraw(decision.id) for decision in reversed(tuple(made))]
        for document_id in dict.fromkeys(decision.document_id for decision in gone):
            self._shown(document_id)

    def restore(self, made: Iterable[Decision]) -> None:
        """Decide again what `withdraw` took back."""
        back = [self._decisions.restore(decision) for decision in made]
        for document_id in dict.fromkeys(decision.document_id for decision in back):
            self._shown(document_id)

    def _call(
        self,
        document_id: DocumentId,
        who: Named,
        spellings: Collection[str],
        name: str,
        made: list[Decision],
    ) -> None:
        """Decide until nobody in a document has one of these names."""
        facts, before = self._shown(document_id), None
        while facts is not None and facts != before:
            of_kind = [one for one in facts.entities if names.KINDS.get(one.type) == who.kind.value]
            called = next((one for one in of_kind if one.name != name and one.name in spellings), None)
            if called is None:
                return
            other = next((one for one in of_kind if one.name == name), None)
            choice = _choice(self._library.text(document_id), called, other, name)
            made.append(self._decisions.decide(document_id, choice))
            facts, before = self._shown(document_id), facts

    def _shown(self, document_id: DocumentId) -> DocumentFacts | None:
        """Return the facts of a document as the reader decided, if there are any; its profile is of them."""
        stored = self._facts.get(document_id, self._version())
        if stored is None:
            return None
        text = self._library.text(document_id)
        shown = self._decisions.shown(document_id, text, stored)
        self._facts.complete(document_id, text, shown)
        return shown.facts


def _choice(text: str, called: Entity, other: Entity | None, name: str) -> Choice:
    span, was = called.mentions[0], entity_statement(called.type, called.name)
    if other is None:
        return Choice(Act.NAME, span, span.of(text), was, entity_statement(called.type, name))
    becomes = entity_statement(other.type, other.name)
    return Choice(Act.MERGE, span, span.of(text), was, becomes, other.mentions[0])
