"""The reader's decisions about facts: made, taken back, brought back; in the database, then the sidecar."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from index.errors import AnnotationError, StoreError
from index.model.annotation import Anchor
from index.model.condition import Problem
from index.model.decision import Act, Choice, Decision
from index.model.document import DocumentId, Page
from index.model.fact import DocumentFacts
from index.model.span import Span
from index.notes.anchors import WHOLE_DOCUMENT, make_anchor
from index.notes.applying import applied
from index.notes.copies import Copies
from index.notes.moving import Move, place_of, stands_at
from index.notes.sidecar import Sidecars
from index.store.decisions import DecisionStore, KeptDecision
from index.store.facts import Shown
from index.store.library import Library


class DecisionBook:
    """All decisions of one archive. Methods block on the disk; any thread may call them.

    A decision is kept when a method returns: committed in the database, and written to its sidecar file.

    Attributes:
        copies: The sidecar files.
    """

    def __init__(self, store: DecisionStore, library: Library, sidecars: Sidecars[Decision]) -> None:
        self._store, self._library = store, library
        self.copies = Copies(store, library, sidecars)

    def all(self, document_id: DocumentId | None = None) -> tuple[Decision, ...]:
        """Return the decisions about a document, or all, of each document in the order they were made."""
        return self._store.live(document_id)

    def shown(self, document_id: DocumentId, text: str, facts: DocumentFacts) -> Shown:
        """Return what the rules found in a document as the reader decided."""
        decisions, stamp = self._store.stamped(document_id)
        return Shown(applied(text, facts, decisions).facts, stamp)

    def unapplied(self, document_id: DocumentId, facts: DocumentFacts) -> tuple[Decision, ...]:
        """Return the decisions that find nothing to hold for in what the rules found in a document."""
        return applied(self._library.text(document_id), facts, self._store.live(document_id)).unapplied

    def decide(self, document_id: DocumentId, choice: Choice) -> Decision:
        """Keep what the reader decided.

        If other words than the reader saw stand there by now, because pages were recognised meanwhile, those
        are looked for.

        Raises:
            AnnotationError: If the passage holds no words, its words are not in the text any more, or the
                choice is not whole.
            DocumentUnknown: If there is no such document.
            StoreError: If it cannot be written; there is then no decision.
        """
        if not choice.is_whole:
            raise AnnotationError(
                "Решение неполно и не записано.", "Выберите факт или имя ещё раз и повторите действие."
            )
        text, pages = self._library.text(document_id), self._library.pages(document_id)
        span, other = choice.span, choice.other
        if span.of(text) != choice.quote:
            span = place_of(choice.quote, span, text)
        made = Decision(
            id=str(uuid.uuid4()),
            document_id=document_id,
            act=choice.act,
            anchor=_anchor(choice, text, pages, span),
            was=choice.was,
            becomes=choice.becomes,
            other=None if other is None else make_anchor(text, pages, other),
            created=_now(),
        )
        self._keep(made)
        return made

    def withdraw(self, decision_id: str) -> Decision:
        """Take a decision back; returns it, for `restore`. Its row stays in the database as a tombstone.

        Raises:
            AnnotationError: If there never was such a decision.
        """
        kept = self._store.get(decision_id)
        if not kept.deleted:
            self._keep(kept.decision, deleted=_now())
        return kept.decision

    def restore(self, decision: Decision) -> Decision:
        """Bring a decision back as given: after it was taken back, or from a sidecar; returns it.

        If the text has changed since, it comes back at the place of its words.

        Raises:
            DocumentUnknown: If its document is not in the archive.
        """
        text, pages = self._library.text(decision.document_id), self._library.pages(decision.document_id)
        anchors = (decision.anchor, decision.other)
        if not all(stands_at(text, anchor) for anchor in anchors if anchor is not None):
            decision = Move(pages, text, pages).moved_decision(decision)
        self._keep(decision)
        return decision

    def restore_lost(self) -> tuple[Decision, ...]:
        """Bring back what only sidecars hold, as after the database was restored from an older copy."""
        found = tuple(d for d in self.copies.strangers() if self.copies.has_document(d.document_id))
        return tuple(self.restore(decision) for decision in found)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the decisions: damaged rows, lost words, sidecars that differ."""
        for kept in self._store.everything():
            if not kept.is_sound:
                yield _damaged_row(kept)
            elif not kept.deleted and not _has_place(kept.decision, self._library):
                yield _without_place(kept.decision)
        for decision in self.copies.strangers():
            yield _lost(decision, has_document=self.copies.has_document(decision.document_id))
        for document_id in self.copies.owners():
            if difference := self.copies.difference(document_id):
                yield Problem(
                    "decisions_differ",
                    f"Копия решений о фактах рядом с базой (папка notes) {difference}. "
                    "Решения в базе данных целы.",
                    "Копия обновится при следующем запуске программы или по команде rebuild.",
                    document_id,
                )

    def _keep(self, decision: Decision, deleted: str = "") -> None:
        self._store.put(decision, deleted)
        if decision.act is Act.CARD:
            # Title and date of the document may be others.
            self._library.forget()
        self.copies.write(decision.document_id)


def _anchor(choice: Choice, text: str, pages: Sequence[Page], span: Span) -> Anchor:
    """Return the anchor of a choice: only a field of the card may be told by no passage."""
    is_of_all = choice.act is Act.CARD and not choice.quote
    return WHOLE_DOCUMENT if is_of_all else make_anchor(text, pages, span)


def _has_place(decision: Decision, library: Library) -> bool:
    """Whether the words of a decision stand in the text, as far as the text can be read."""
    try:
        text = library.text(decision.document_id)
    except StoreError:
        return True  # told as a damaged document
    return all(stands_at(text, a) for a in (decision.anchor, decision.other) if a is not None)


def _damaged_row(kept: KeptDecision) -> Problem:
    return Problem(
        "decision_damaged",
        f"Запись решения о «{_words(kept.decision)}» в базе данных повреждена.",
        "Сравните её с копией в папке notes; отмените решение и примите его заново.",
        kept.decision.document_id,
    )


def _without_place(decision: Decision) -> Problem:
    return Problem(
        "decision_without_place",
        f"Слова решения о «{_words(decision)}» в нынешнем тексте документа не найдены "
        f"(стр. {decision.anchor.page_index + 1}). Само решение цело.",
        "Откройте страницу и примите решение заново; прежнее остаётся в списке.",
        decision.document_id,
    )


def _lost(decision: Decision, *, has_document: bool) -> Problem:
    if has_document:
        return Problem(
            "decision_lost",
            f"Решение о «{_words(decision)}» есть в папке notes, но его нет в базе данных.",
            "Верните его командой notes restore.",
            decision.document_id,
        )
    return Problem(
        "decision_without_document",
        f"Решение о «{_words(decision)}» в папке notes относится к документу, которого нет в архиве.",
        "Импортируйте этот документ, затем выполните notes restore.",
        decision.document_id,
    )


def _words(decision: Decision) -> str:
    said = decision.becomes.parts if decision.becomes is not None and not decision.anchor.quote else ()
    return (decision.anchor.quote or " ".join(part.text for part in said))[:60]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
