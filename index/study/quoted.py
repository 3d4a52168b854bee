"""Direct speech by speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.model.fact import FactType
from index.model.overview import Quotes, Speaker
from index.store.statements import role_number
from index.study.moment import Moment, keys

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NOBODY: Final = 0


def quotes(moment: Moment, query: str, limit: int = 500, per_speaker: int = 20) -> Quotes:
    """Return direct speech by speaker, those with most quotes first; who is not known by name comes last.

    Args:
        moment: What is stated.
        query: What was asked, to be told again.
        limit: How many quotes in all, 0 for all; counts are exact whatever it is.
        per_speaker: How many of one speaker, 0 for all.
    """
    import numpy as np

    table, rows = moment.columns.statements, moment.rows_of([FactType.QUOTE])
    speakers, documents = _speakers(moment, rows), table["row"][rows]
    dates = moment.columns.days[0][documents]
    found, counts = np.unique(speakers, return_counts=True)
    order = np.lexsort((table["place"][rows], documents, dates, speakers))
    starts = np.cumsum(counts) - counts
    left, shown = limit or len(rows), []
    for i in np.lexsort((found, -counts, found == _NOBODY)):
        own = order[starts[i] : starts[i] + counts[i]]
        lines = own[: min(left, per_speaker or left)]
        left -= len(lines)
        if len(lines):
            shown.append((int(found[i]), own, moment.places(rows[lines])))
    named = moment.named([entity for entity, _, _ in shown if entity != _NOBODY])
    stated = moment.stated(place for _, _, places in shown for place in places)
    made = (
        Speaker(
            named.get(entity),
            len(own),
            len(np.unique(documents[own])),
            tuple(stated[place] for place in places if place in stated),
        )
        for entity, own, places in shown
    )
    return Quotes(query, len(rows), int((found != _NOBODY).sum()), tuple(made))


def _speakers(moment: Moment, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return who speaks in each of these statements."""
    import numpy as np

    statements, roles = moment.columns.statements, moment.columns.roles
    is_speaking = roles["role"] == role_number("speaker")
    of_roles, entities = keys(roles)[is_speaking], roles["entity"][is_speaking]
    found = np.full(len(rows), _NOBODY, np.int64)
    if len(of_roles):
        wanted = keys(statements)[rows]
        at = np.searchsorted(of_roles, wanted).clip(max=len(of_roles) - 1)
        is_known = of_roles[at] == wanted
        found[is_known] = entities[at[is_known]]
    return found
