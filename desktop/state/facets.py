"""By what an answer can be narrowed: counted after it, never before it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.settings import SHOW_FACETS
from desktop.state.narrowing import narrowed_answer
from index.errors import ArchiveError
from index.model.hit import Answer
from index.model.study import Facet, FacetKind, Facets

if TYPE_CHECKING:
    from desktop.jobs import Jobs
    from desktop.settings import Settings
    from desktop.state.search import Search
    from index.archive import Archive

COUNT_REST_MS: Final = 150
"""Rest of an answer before it is counted: who is still typing waits for answers, not for counts."""
# Facts are extracted one document after another, for hours in a large archive: the counts follow calmly.
_RECOUNT_MS: Final = 3_000
_JOB: Final = "facets"


class FacetsPresenter(QObject):
    """Presenter of the facets of the newest answer.

    Signals:
        changed(): Other facets, none, or they are counted now.
        opened(bool): Whether they are wanted is another.
    """

    changed = Signal()
    opened = Signal(bool)

    def __init__(
        self,
        archive: Archive,
        jobs: Jobs,
        search: Search,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive, self._jobs, self._search, self._settings = archive, jobs, search, settings
        self._facets: Facets | None = None
        self._is_open = settings.get(SHOW_FACETS)
        self._rest = QTimer(self, singleShot=True, interval=COUNT_REST_MS)
        self._rest.timeout.connect(self._count)
        self._later = QTimer(self, singleShot=True, interval=_RECOUNT_MS)
        self._later.timeout.connect(self._count_again)
        search.answered.connect(self._count_soon)
        search.refreshed.connect(self._on_refreshed)
        search.cleared.connect(self._forget)
        search.refused.connect(self._forget)

    @property
    def facets(self) -> Facets | None:
        """The facets of the newest answer; None while they are not known, and when they are not wanted."""
        return self._facets

    @property
    def is_open(self) -> bool:
        """Whether they are wanted."""
        return self._is_open

    @property
    def is_counting(self) -> bool:
        """Whether they will be known in a moment."""
        return self._rest.isActive() or self._jobs.is_running(_JOB)

    def open(self, *, wanted: bool) -> None:
        """Want the facets, or not any more; remembered."""
        if wanted == self._is_open:
            return
        self._is_open = wanted
        self._settings.set(SHOW_FACETS, wanted)
        if wanted and self._search.answer is not None:
            self._count_soon(self._search.answer)
        elif not wanted:
            self._forget()
        self.opened.emit(wanted)

    def narrow(self, kind: FacetKind, clause: str) -> None:
        """Ask for the part of the answer that has a value."""
        if (answer := self._search.answer) is not None:
            self._search.ask(narrowed_answer(answer, kind, clause))

    def follow_facts(self) -> None:
        """Count again in a while: facts of further documents are known. Many calls make one counting."""
        if self._lacks_facts and not self._later.isActive():
            self._later.start()

    @property
    def _lacks_facts(self) -> bool:
        return self._facets is not None and self._facets.without_facts > 0

    def _count_again(self) -> None:
        if self._lacks_facts and not self.is_counting:
            self._count()

    def _count_soon(self, answer: Answer) -> None:
        """Count this answer in a moment. What was counted of another one stays in sight until then."""
        self._jobs.cancel(_JOB)
        if self._is_open and answer.documents:
            self._rest.start()
        else:
            self._forget()

    def _on_refreshed(self, answer: Answer) -> None:
        """Count again when the archive has grown, in step with the answers."""
        if self._facets is None or self._facets.documents != answer.documents:
            self._count_soon(answer)

    def _count(self) -> None:
        answer = self._search.answer
        if answer is not None:
            query = answer.query
            self._jobs.run(
                _JOB, lambda task: self._archive.desk.facets(query, task), self._take, self._on_failed
            )

    def _take(self, facets: Facets) -> None:
        self._facets = facets
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._forget()
        if not isinstance(error, ArchiveError):
            self._jobs.failed.emit(_JOB, error)

    def _forget(self, _reason: object = None) -> None:
        self._rest.stop()
        self._jobs.cancel(_JOB)
        self._facets = None
        self.changed.emit()


def facet_of(facets: Facets | None, kind: FacetKind) -> Facet:
    """Return the facet of a kind; one without values if there is none."""
    found: Iterable[Facet] = facets.facets if facets is not None else ()
    return next((facet for facet in found if facet.kind is kind), Facet(kind, ()))
