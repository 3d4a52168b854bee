"""Everything that documents say of a person, body or place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.model.fact import FactType
from index.model.overview import Companion, EntityPage, Mentioned, Named
from index.model.span import Span
from index.store import names, records
from index.store.statements import OFFICES, STATED
from index.study.moment import PASSAGE, At, Moment, keys
from index.study.offices import offices

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_OTHERS: Final = 20
MOST_SHOWN: Final = 100
"""Documents, and statements of each kind."""
MOST_COMPANIONS: Final = 40
MOST_PASSAGES: Final = 3
"""Of one document that names somebody."""

_SENTENCE_ENDS: Final = re.compile(r"\n|[.!?…][»\")]*\s+[«\"(]?[А-ЯЁA-Z]")


def entity_page(
    moment: Moment, query: str, who: Named, others: Sequence[Named] = (), limit: int = MOST_SHOWN
) -> EntityPage:
    """Return what documents say of somebody.

    Sums are those in whose statement it has a part, and those in a sentence that names it.

    Args:
        moment: What is stated.
        query: What was asked, to be told again.
        who: Of whom.
        others: Who else has that name.
        limit: How many documents, and statements of each kind, 0 for all; counts are exact whatever it is.
    """
    import numpy as np

    named = moment.columns.named
    own = np.flatnonzero((named["entity"] == who.id) & moment.is_chosen[named["row"]])
    dates = moment.columns.days[0][named["row"][own]]
    latest = own[np.lexsort((-named["row"][own], -dates))][: limit or None]
    rows = named["row"][latest].tolist()
    spellings = {spelling for _, _, spelling in names.spellings(moment.connection, [who.id])}
    mentioned = _mentioned(moment, who, spellings, rows)
    told = _Told.of(moment, who.id, limit)
    near = _sums_near(moment, mentioned)
    stated = moment.stated([*near, *(at for places in told.places.values() for at in places)])
    by_kind = {kind: [stated[at] for at in places if at in stated] for kind, places in told.places.items()}
    sums = dict.fromkeys([*told.places[FactType.MONEY], *near])
    rest = [kind for kind in STATED if kind not in {*OFFICES, FactType.MONEY, FactType.QUOTE}]
    return EntityPage(
        query,
        who,
        tuple(sorted(spellings - {who.name})),
        tuple(others[:MOST_OTHERS]),
        documents=len(own),
        mentions=int(named["times"][own].sum()),
        mentioned=tuple(mentioned.values()),
        offices=offices(one for kind in OFFICES for one in by_kind[kind]),
        companions=_companions(moment, who.id, told.all),
        statements=len(told.all),
        sums=tuple(stated[at] for at in list(sums)[: limit or None] if at in stated),
        quotes=tuple(by_kind[FactType.QUOTE]),
        stated=tuple(one for kind in rest for one in by_kind[kind]),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """The statements in which somebody has a part.

    Attributes:
        all: What is the same for rows of one statement (`index.study.moment.keys`), ascending.
        places: The latest of each kind, the latest first.
    """

    all: NDArray[np.int64]
    places: Mapping[FactType, list[At]]

    @classmethod
    def of(cls, moment: Moment, entity: int, limit: int) -> _Told:
        """Find them, at most so many of each kind; 0 for all."""
        import numpy as np

        table = moment.columns.statements
        all_ = np.unique(keys(moment.columns.roles)[moment.parts(entity)])
        rows = np.flatnonzero(np.isin(keys(table), all_))
        rows = rows[np.lexsort((-table["row"][rows], -moment.columns.days[0][table["row"][rows]]))]
        kinds = table["kind"][rows]
        return cls(
            all_,
            {kind: moment.places(rows[kinds == i][: limit or None]) for i, kind in enumerate(STATED)},
        )


def _mentioned(moment: Moment, who: Named, spellings: set[str], rows: Sequence[int]) -> dict[int, Mentioned]:
    """Return where each of these documents names somebody."""
    found = {}
    packed = moment.packed_facts(rows)
    for row in rows:
        spans = sorted(_spans(packed.get(row, b""), who, spellings))
        if shown := moment.evidence(row, _apart(spans)):
            found[row] = Mentioned(shown[0], len(spans), tuple(spans), shown[1:])
    return found


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Return the first place, and the next ones that its passage does not show."""
    chosen: list[Span] = []
    for span in spans:
        if len(chosen) < MOST_PASSAGES and (not chosen or span.start - chosen[-1].stop > PASSAGE):
            chosen.append(span)
    return chosen


def _spans(packed: bytes, who: Named, spellings: set[str]) -> set[Span]:
    try:
        everybody = records.mentions_of(packed)
    except ValueError:
        # Derived: a damaged row is as good as none.
        return set()
    kinds = {type_.value for type_, kind in names.KINDS.items() if kind == who.kind}
    return {
        span for type_, name, spans in everybody if type_ in kinds and name in spellings for span in spans
    }


def _sums_near(moment: Moment, mentioned: Mapping[int, Mentioned]) -> list[At]:
    """Return the sums of these documents that stand in a sentence with a mention, latest document first."""
    table, found = moment.columns.statements, defaultdict(list)
    for i in moment.rows_of([FactType.MONEY]):
        if (row := int(table["row"][i])) in mentioned:
            found[row].append(i)
    near = []
    for row, one in mentioned.items():
        if row in found:
            text = moment.text(row)
            near += [i for i in found[row] if _is_near(text, int(table["start"][i]), one.spans)]
    return moment.places(near)


def _is_near(text: str, start: int, spans: Iterable[Span]) -> bool:
    return any(
        not _SENTENCE_ENDS.search(text, min(start, span.stop), max(start, span.start) + 1) for span in spans
    )


def _companions(moment: Moment, entity: int, told: NDArray[np.int64]) -> tuple[Companion, ...]:
    """Return who else has a part in these statements."""
    import numpy as np

    roles = moment.columns.roles
    of_roles = keys(roles)
    rows = np.flatnonzero(np.isin(of_roles, told) & (roles["entity"] != entity))
    # Somebody with two parts in a statement is there once.
    pairs = np.unique(np.stack([roles["entity"][rows], of_roles[rows]]), axis=1)
    found, starts, counts = np.unique(pairs[0], return_index=True, return_counts=True)
    best = np.lexsort((found, -counts))[:MOST_COMPANIONS]
    together = {int(found[i]): pairs[1][starts[i] : starts[i] + counts[i]] for i in best}
    days = moment.columns.days[0]
    latest = {}
    for other, at in together.items():
        key = int(at[np.lexsort((at, days[at >> 32]))[-1]])
        latest[other] = (key >> 32, key & 0xFFFFFFFF)
    stated, who = moment.stated(set(latest.values())), moment.named(together)
    return tuple(
        Companion(who[other], len(at), len(np.unique(at >> 32)), stated[latest[other]])
        for other, at in together.items()
        if other in who and latest[other] in stated
    )
