"""What the reader decides about facts, in its turn among all that is done to the reader's own work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.state.inquiry import words_of
from desktop.state.undoing import Redoing, Reversal
from index.errors import ArchiveError
from index.model.decision import Act, Choice, Decision, Statement
from index.notes.applying import statement_of
from index.notes.naming import ENTITY_KINDS, entity_statement

if TYPE_CHECKING:
    from desktop.state.fact_groups import FactEntry
    from desktop.state.facts import FactsPresenter
    from desktop.state.notes import NotesPresenter
    from desktop.state.reader import Reader
    from index.archive import Archive
    from index.model.document import DocumentId
    from index.model.fact import Entity, Fact
    from index.model.span import Span


@dataclass(frozen=True, slots=True)
class _Wish:
    """A choice without the words of its passage."""

    act: Act
    span: Span
    was: Statement | None = None
    becomes: Statement | None = None
    other: Span | None = None

    def choice(self, text: str) -> Choice:
        return Choice(self.act, self.span, self.span.of(text), self.was, self.becomes, self.other)


class Deciding(QObject):
    """Keeps what the reader decides about facts and names; the window's undo takes it back. Does not block.

    What is decided in one go is kept as a whole or not at all, and is undone as a whole.

    Args:
        archive: Keeps the decisions.
        notes: Their line and their undo are those of decisions, too.
        facts: Follows what was decided.
        reader: The document on the desk.
        parent: Owner.

    Signals:
        changed(): Something was decided or taken back.
        failed(str): It could not be kept; the words for the reader.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self,
        archive: Archive,
        notes: NotesPresenter,
        facts: FactsPresenter,
        reader: Reader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive, self._notes, self._facts, self._reader = archive, notes, facts, reader

    def accept(self, entry: FactEntry) -> None:
        """Keep that what an entry says is right; what was rejected comes back."""
        facts = (*entry.facts, *entry.offices)
        self._decide([*_of_names(Act.ACCEPT, entry.entities), *_of_facts(Act.ACCEPT, facts)])

    def reject(self, entry: FactEntry) -> None:
        """Keep that what an entry says is wrong, or that its words are no name: it is hidden."""
        facts = (*entry.facts, *entry.offices)
        self._decide([*_of_names(Act.REJECT, entry.entities), *_of_facts(Act.REJECT, facts)])

    def reject_fact(self, fact: Fact) -> None:
        """Keep that a single statement is wrong."""
        self._decide(_of_facts(Act.REJECT, (fact,)))

    def correct(self, fact: Fact, becomes: Statement) -> None:
        """Keep that a fact says something else."""
        self._decide([replace(_of_fact(Act.CORRECT, fact), becomes=becomes)])

    def add(self, passage: Span, becomes: Statement) -> None:
        """Keep what the reader knows of a passage: a fact, or whom it names, be he known already or not."""
        if becomes.kind not in ENTITY_KINDS:
            self._decide([_Wish(Act.ADD, passage, becomes=becomes)])
            return
        wishes = [_Wish(Act.NAME, passage, becomes=becomes)]
        found = self._facts.found.entities if self._facts.found is not None else ()
        known = next((one for one in found if entity_statement(one.type, one.name) == becomes), None)
        if known is not None and passage not in known.mentions:
            wishes.append(_Wish(Act.MERGE, passage, becomes, becomes, known.mentions[0]))
        self._decide(wishes)

    def name(self, entities: Sequence[Entity], becomes: Statement) -> None:
        """Keep that entities have another name, or are of another kind."""
        self._decide([replace(_of_name(Act.NAME, entity), becomes=becomes) for entity in entities])

    def merge(self, entities: Sequence[Entity], into: Entity) -> None:
        """Keep that entities are the same as another one."""
        becomes = entity_statement(into.type, into.name)
        others = (entity for entity in entities if entity.id != into.id)
        wishes = (_of_name(Act.MERGE, entity) for entity in others)
        self._decide([replace(wish, becomes=becomes, other=into.mentions[0]) for wish in wishes])

    def split(self, entity: Entity, mention: Span, becomes: Statement) -> None:
        """Keep that one mention of an entity is of somebody else."""
        self._decide([replace(_of_name(Act.SPLIT, entity), span=mention, becomes=becomes)])

    def withdraw(self, decision: Decision) -> None:
        """Take a decision back; undo brings it back in turn."""
        self._notes.line.add(
            lambda: self._archive.decisions.withdraw(decision.id), self._on_withdrawn, self._on_failed
        )

    def _decide(self, wishes: Sequence[_Wish]) -> None:
        document = self._reader.document
        if document is None or not wishes:
            return
        document_id, text = document.id, document.text
        choices = [wish.choice(text) for wish in wishes]
        self._notes.line.add(lambda: self._kept(document_id, choices), self._on_decided, self._on_failed)

    def _kept(self, document_id: DocumentId, choices: list[Choice]) -> list[Decision]:
        made: list[Decision] = []
        try:
            for choice in choices:
                made.append(self._archive.decisions.decide(document_id, choice))  # noqa: PERF401 - for `except`
        except ArchiveError:
            # All of them or none: undo could not take back what it never heard of.
            self._withdrawn(made)
            raise
        return made

    def _on_decided(self, made: list[Decision]) -> None:
        name = QCoreApplication.translate("Deciding", "решение о факте или имени")
        again = Redoing(lambda: self._restored(made), lambda _back: self._follow())
        self._notes.undoing.add(
            Reversal(lambda: self._withdrawn(made), lambda _gone: self._follow(), name=name, redo=again)
        )
        self._follow()

    def _restored(self, made: Sequence[Decision]) -> list[Decision]:
        return [self._archive.decisions.restore(one) for one in made]

    def _withdrawn(self, made: list[Decision]) -> list[Decision]:
        return [self._archive.decisions.withdraw(one.id) for one in reversed(made)]

    def _on_withdrawn(self, gone: Decision) -> None:
        name = QCoreApplication.translate("Deciding", "отмена решения")
        again = Redoing(lambda: self._withdrawn([gone]), lambda _gone: self._follow())
        self._notes.undoing.add(
            Reversal(lambda: self._restored([gone]), lambda _back: self._follow(), name=name, redo=again)
        )
        self._follow()

    def _follow(self) -> None:
        self._facts.refresh()
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(" ".join(words_of(error)).strip())


def _of_fact(act: Act, fact: Fact) -> _Wish:
    return _Wish(act, fact.span, statement_of(fact))


def _of_facts(act: Act, facts: Iterable[Fact]) -> list[_Wish]:
    return [_of_fact(act, fact) for fact in facts]


def _of_name(act: Act, entity: Entity) -> _Wish:
    return _Wish(act, entity.mentions[0], entity_statement(entity.type, entity.name))


def _of_names(act: Act, entities: Iterable[Entity]) -> list[_Wish]:
    return [_of_name(act, entity) for entity in entities]
