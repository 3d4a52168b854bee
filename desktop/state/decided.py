"""Presenter of the decisions about the open document: what the reader decided, when, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.state.card import field_words
from desktop.state.counts import window_language
from desktop.state.fact_fields import kind_name
from desktop.state.facts import FactsState
from index.facts.wording import describe
from index.model.card import CardField
from index.model.decision import CARD, Act, Decision, Statement
from index.model.fact import Fact, FactType, Slot
from index.model.span import Span
from index.notes.naming import ENTITY_KINDS

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.facts import FactsPresenter
    from desktop.state.reader import Reader
    from index.archive import Archive

_KEY = "decided"


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision as it is listed.

    Attributes:
        decision: The decision.
        act: What was done.
        what: What it is about, and what that became.
        holds: Whether it finds what it is about in the text as it is now.
    """

    decision: Decision
    act: str
    what: str
    holds: bool = True


class DecidedPresenter(QObject):
    """Lists what the reader decided about the open document, the newest first. Nothing here blocks.

    Args:
        archive: Keeps the decisions.
        jobs: Runs its calls.
        facts: Tells when they have changed.
        reader: The document on the desk.
        parent: Owner.

    Signals:
        changed(): The decisions are others.
    """

    changed = Signal()

    def __init__(
        self,
        archive: Archive,
        jobs: Jobs,
        facts: FactsPresenter,
        reader: Reader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._facts, self._reader = archive, jobs, facts, reader
        self._listed: tuple[Decided, ...] = ()
        facts.changed.connect(self._load)

    @property
    def listed(self) -> tuple[Decided, ...]:
        """The decisions, the newest first."""
        return self._listed

    @property
    def lost_count(self) -> int:
        """How many of them find nothing to hold for."""
        return sum(not one.holds for one in self._listed)

    def go_to(self, decision: Decision) -> None:
        """Show the passage of a decision."""
        if len(decision.anchor.span):
            self._reader.reveal(decision.anchor.span)

    def _load(self) -> None:
        document = self._reader.document
        if document is None or self._facts.state is not FactsState.READY:
            self._jobs.cancel(_KEY)
            self._show(())
            return
        archive, document_id = self._archive, document.id

        def call(_task: object) -> tuple[tuple[Decision, ...], tuple[Decision, ...]]:
            made = archive.decisions.all(document_id)
            facts = archive.extraction.stored(document_id) if made else None
            return made, archive.decisions.unapplied(document_id, facts) if facts is not None else ()

        self._jobs.run(_KEY, call, self._on_loaded)

    def _on_loaded(self, loaded: tuple[tuple[Decision, ...], tuple[Decision, ...]]) -> None:
        made, lost = loaded
        idle = {one.id for one in lost}
        self._show(tuple(listed(one, holds=one.id not in idle) for one in reversed(made)))

    def _show(self, found: tuple[Decided, ...]) -> None:
        if found != self._listed:
            self._listed = found
            self.changed.emit()


def listed(decision: Decision, *, holds: bool = True) -> Decided:
    """Return a decision as it is listed, in the language of the window."""
    was, becomes = decision.was, decision.becomes
    words = [said(statement) for statement in (was, becomes) if statement is not None]
    return Decided(decision, act_name(decision), " → ".join(dict.fromkeys(words)), holds)


def said(statement: Statement) -> str:
    """Return what a statement says, in one line."""
    if statement.kind == CARD:
        return "; ".join(field_words(CardField(part.name), part.text) for part in statement.parts)
    if statement.kind in ENTITY_KINDS:
        return f"{statement.parts[0].text} ({kind_name(statement.kind).lower()})"
    slots = tuple(Slot(part.name, part.text, None, part.value) for part in statement.parts)
    fact = Fact("", FactType(statement.kind), slots, Span(0, 0), statement.status)
    described = describe(fact, window_language())
    if described is None:
        return kind_name(statement.kind)
    return " · ".join(filter(None, (described.title, described.subtitle)))


def act_name(decision: Decision) -> str:
    """Return what was done, in one or two words."""
    translate = QCoreApplication.translate
    if decision.act is Act.NAME and decision.was is None:
        return translate("Decided", "Добавлено имя")
    if decision.act is Act.REJECT and decision.was is not None and decision.was.kind in ENTITY_KINDS:
        return translate("Decided", "Это не имя")
    return {
        Act.ACCEPT: translate("Decided", "Принято"),
        Act.REJECT: translate("Decided", "Отклонено"),
        Act.CORRECT: translate("Decided", "Исправлено"),
        Act.ADD: translate("Decided", "Добавлено"),
        Act.NAME: translate("Decided", "Названо иначе"),
        Act.MERGE: translate("Decided", "Объединено"),
        Act.SPLIT: translate("Decided", "Отделено"),
        Act.CARD: translate("Decided", "В карточке"),
    }[decision.act]
