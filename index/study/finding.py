"""Whom and what documents name, by a name or the beginning of one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from index.model.document import DocumentId
from index.model.overview import Named, NameKind
from index.store import names
from index.store.columns import KINDS
from index.study.moment import Moment

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_SUGGESTED: Final = 12


def find_named(moment: Moment, name: str, kind: NameKind | None = None) -> tuple[Named, ...]:
    """Return who and what has every word of a name in some form, most likely meant first.

    Who has exactly these words comes first if there are two or more, or if it is told of what kind it is; of
    the others whom most of the documents name. Only those that one of the documents names.

    Args:
        moment: What is stated.
        name: Words, in any form.
        kind: Of what alone; None for everybody and everything.
    """
    counts, ranked = _times_named(moment), []
    for each in KINDS if kind is None else (kind.value,):
        key = names.key_of(each, name)
        found = _named_by_some(counts, names.with_words(moment.connection, each, name))
        exact = {
            entity
            for entity, _, spelling in names.spellings(moment.connection, found)
            if (kind is not None or " " in key) and names.key_of(each, spelling) == key
        }
        ranked += [(entity not in exact, -int(counts[entity]), entity) for entity in found]
    return tuple(moment.named(entity for _, _, entity in sorted(ranked)).values())


def namesakes(moment: Moment, who: Named) -> tuple[Named, ...]:
    """Return who else may be meant by a name: of a person who has the surname, of others who has its words.

    A bare surname that no document joins to a full name is there, and so are other people of that name: which
    of them are the same only a reader can tell.
    """
    # Names of persons are kept as «имя отчество фамилия».
    said = who.name.split()[-1] if who.kind is NameKind.PERSON else who.name
    return tuple(one for one in find_named(moment, said, who.kind) if one.id != who.id)


def suggest(moment: Moment, beginning: str, limit: int = MOST_SUGGESTED) -> tuple[Named, ...]:
    """Return whose name has these words, the last of which may be a mere beginning.

    Whom most of the documents name comes first.

    Args:
        moment: What is stated.
        beginning: As far as it is typed.
        limit: How many.
    """
    counts, ranked = _times_named(moment), []
    for kind in KINDS:
        found = _named_by_some(counts, names.with_beginning(moment.connection, kind, beginning))
        ranked += [(-int(counts[entity]), entity) for entity in found]
    return tuple(moment.named(entity for _, entity in sorted(ranked)[:limit]).values())


def documents_naming(moment: Moment, who: Named) -> tuple[DocumentId, ...]:
    """Return the documents that name somebody, in the order in which they came."""
    named = moment.columns.named
    rows = named["row"][(named["entity"] == who.id) & moment.is_chosen[named["row"]]]
    return moment.document_ids(rows.tolist())


def _times_named(moment: Moment) -> NDArray[np.int64]:
    """Return how many of the documents name each entity, by its number."""
    import numpy as np

    named = moment.columns.named
    entities = named["entity"][moment.is_chosen[named["row"]]]
    return np.bincount(entities, minlength=len(moment.columns.entities))


def _named_by_some(counts: NDArray[np.int64], entities: Iterable[int]) -> set[int]:
    # A name may be newer than the columns, which know of no document then that has it.
    return {entity for entity in entities if counts[entity : entity + 1].any()}
