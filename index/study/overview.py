"""Views over the whole archive: people, time, meetings, promises, figures that disagree, quotes."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date

from index.model.document import DocumentId
from index.model.overview import (
    Disagreements,
    EntityPage,
    Grain,
    Meetings,
    Named,
    NameKind,
    Promises,
    Quotes,
    Stated,
    Timeline,
)
from index.store.columns import ProfileStore
from index.study.asking import Asking
from index.study.disagreements import disagreements
from index.study.entity import MOST_SHOWN, entity_page
from index.study.finding import MOST_SUGGESTED, documents_naming, find_named, namesakes, suggest
from index.study.meetings import MOST_NODES, meetings, meetings_of_two
from index.study.moment import Moment
from index.study.promises import promises
from index.study.quoted import quotes
from index.study.timeline import timeline
from index.tasks import Task
from index.text.days import FIRST_DAY, LAST_DAY


class Overview:
    """What documents state, gathered. Any thread may call it.

    Every method asks the documents that answer a query of the search language, all for an empty one; blocks;
    and may raise QueryError, SearchIndexError and Cancelled as `Archive.search` does. Documents whose facts
    are not extracted yet say nothing (`Archive.documents_without_facts`).

    Args:
        asking: The archive, to be asked.
        profiles: Its profiles; one for all who ask, since it keeps them in memory.
    """

    def __init__(self, asking: Asking, profiles: ProfileStore) -> None:
        self._asking, self._profiles = asking, profiles

    def find(self, name: str, query: str = "", task: Task | None = None) -> tuple[Named, ...]:
        """Return who has a name, most likely meant first (`index.study.finding.find_named`)."""
        with self._moment(query, task) as moment:
            return find_named(moment, name)

    def suggest(
        self, beginning: str, query: str = "", limit: int = MOST_SUGGESTED, task: Task | None = None
    ) -> tuple[Named, ...]:
        """Return whose name begins so (`index.study.finding.suggest`), whom most documents name first."""
        with self._moment(query, task) as moment:
            return suggest(moment, beginning, limit)

    def entity(
        self,
        name: str,
        query: str = "",
        limit: int = MOST_SHOWN,
        task: Task | None = None,
        *,
        kind: NameKind | None = None,
    ) -> EntityPage | None:
        """Return what documents say of whoever is most likely meant by a name; None if nobody has it.

        Args:
            name: Words, in any form.
            query: Which documents are asked.
            limit: How many documents, and statements of each kind, 0 for all.
            task: Told how far it is.
            kind: What has that name, if it is known; then exactly this name is meant.
        """
        with self._moment(query, task) as moment:
            if not (found := find_named(moment, name, kind)):
                return None
            others = dict.fromkeys((*found[1:], *namesakes(moment, found[0])))
            return entity_page(moment, query, found[0], tuple(others), limit)

    def page(
        self, who: Named, query: str = "", limit: int = MOST_SHOWN, task: Task | None = None
    ) -> EntityPage:
        """Return what documents say of somebody who was found."""
        with self._moment(query, task) as moment:
            return entity_page(moment, query, who, namesakes(moment, who), limit)

    def documents_naming(
        self, who: Named, query: str = "", task: Task | None = None
    ) -> tuple[DocumentId, ...]:
        """Return the documents that name somebody, oldest first."""
        with self._moment(query, task) as moment:
            return documents_naming(moment, who)

    def timeline(
        self,
        query: str = "",
        grain: Grain = Grain.YEAR,
        between: tuple[int, int] = (FIRST_DAY, LAST_DAY),
        limit: int = 500,
        task: Task | None = None,
    ) -> Timeline:
        """Return the dates of and in documents, in order (`index.study.timeline`)."""
        with self._moment(query, task) as moment:
            return timeline(moment, query, grain, between, limit)

    def meetings(self, query: str = "", most_nodes: int = MOST_NODES, task: Task | None = None) -> Meetings:
        """Return who met whom (`index.study.meetings`)."""
        with self._moment(query, task) as moment:
            return meetings(moment, query, most_nodes)

    def meetings_of_two(
        self, left: Named, right: Named, query: str = "", limit: int = 100, task: Task | None = None
    ) -> tuple[Stated, ...]:
        """Return the statements that tell of meetings of two, the latest first."""
        with self._moment(query, task) as moment:
            return meetings_of_two(moment, left.id, right.id, limit)

    def promises(
        self, query: str = "", today: str = "", limit: int = 500, task: Task | None = None
    ) -> Promises:
        """Return promises by deadline (`index.study.promises`), looked at on a day, this one by default."""
        with self._moment(query, task) as moment:
            return promises(moment, query, today or date.today().isoformat(), limit)  # noqa: DTZ011 - here

    def disagreements(self, query: str = "", limit: int = 50, task: Task | None = None) -> Disagreements:
        """Return figures that disagree between documents (`index.study.disagreements`)."""
        with self._moment(query, task) as moment:
            return disagreements(moment, query, limit)

    def quotes(
        self, query: str = "", limit: int = 500, per_speaker: int = 20, task: Task | None = None
    ) -> Quotes:
        """Return direct speech by speaker (`index.study.quoted`)."""
        with self._moment(query, task) as moment:
            return quotes(moment, query, limit, per_speaker)

    @contextlib.contextmanager
    def _moment(self, query: str, task: Task | None) -> Iterator[Moment]:
        """Lend what the documents that answer state."""
        task, numbers = task or Task(), None
        if query.strip():
            numbers = self._asking.matching(self._asking.tree(query), task)
        task.checkpoint()
        with self._profiles.moment() as (columns, connection):
            yield Moment(columns, connection, self._asking.library, numbers)
