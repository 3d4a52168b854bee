"""Presenter of forms about facts and names: made and read beside the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.state.fact_fields import FieldKind
from desktop.state.fact_form import Form, Ground, new_form, taken
from desktop.state.fact_reading import FormProblem, statement
from index.facts.card_dates import document_date

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.state.facts import FactsPresenter
    from desktop.state.reader import Reader
    from index.model.decision import Statement
    from index.model.span import Span

_MAKE, _READ, _TAKE = "form-made", "form-read", "form-taken"


class FactForms(QObject):
    """Makes forms of passages, and statements of forms. Nothing here blocks.

    Args:
        jobs: Runs what needs a dictionary.
        facts: Whom the document names.
        reader: The document on the desk.
        parent: Owner.

    Signals:
        made(Form): The form of a new fact is there, to be filled in.
    """

    made = Signal(object)

    def __init__(
        self, jobs: Jobs, facts: FactsPresenter, reader: Reader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._facts, self._reader = jobs, facts, reader

    @property
    def ground(self) -> Ground | None:
        """What forms of the open document are read against; None when none is open."""
        document, found = self._reader.document, self._facts.found
        if document is None:
            return None
        entities = found.entities if found is not None else ()
        return Ground(document.text, entities, document_date(document.text))

    def make(self, passage: Span) -> None:
        """Make the form of a new fact or name about a passage; `made` brings it."""
        ground = self.ground
        if ground is not None:
            self._jobs.run(_MAKE, lambda _task: new_form(ground, passage), self.made.emit)

    def take(self, kind: FieldKind, span: Span, done: Callable[[str], None]) -> None:
        """Put words of the page as a field of that kind shows them; `done` gets them."""
        ground = self.ground
        if ground is not None:
            self._jobs.run(_TAKE, lambda _task: taken(kind, span, ground), done)

    def read(
        self, form: Form, done: Callable[[Statement], None], refused: Callable[[FormProblem], None]
    ) -> None:
        """Read a form: `done` gets what it says, or `refused` what is the matter with a field."""
        ground = self.ground
        if ground is None:
            return

        def call(_task: object) -> Statement | FormProblem:
            try:
                return statement(form, ground)
            except FormProblem as problem:
                return problem

        def ended(result: Statement | FormProblem) -> None:
            if isinstance(result, FormProblem):
                refused(result)
            else:
                done(result)

        self._jobs.run(_READ, call, ended)
