"""Queries typed on the other keyboard layout: ntktcrjg is телескоп, руддщ is hello."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from index.search.engine import Vocabulary
from index.text.normalise import is_cyrillic
from index.text.tokens import tokens

_LATIN: Final = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./" + '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
_RUSSIAN: Final = "ёйцукенгшщзхъфывапролджэячсмитьбю." + "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"
_TO_RUSSIAN: Final = str.maketrans(_LATIN, _RUSSIAN)
_TO_LATIN: Final = str.maketrans(_RUSSIAN, _LATIN)
_RUN: Final = re.compile(r"\S+")
_EDGES: Final = re.compile(r"([\"«»“”„()+-]*)(.*?)([\"«»“”„()*~\d]*)\Z", re.DOTALL)
_LEAST_LETTERS: Final = 3


def in_other_layout(text: str, vocabulary: Vocabulary) -> str | None:
    """Return the query as it would read on the other layout; None when that says no more than as typed.

    A word is switched when the archive does not have it in any form but has what the same keys give on the
    other layout. Its neighbours in the same alphabet that are unknown are switched along. `=слово` is meant
    as it stands.

    Args:
        text: The query.
        vocabulary: The words of the archive.
    """
    runs = list(_RUN.finditer(text))
    switched = {
        at: other
        for at, run in enumerate(runs)
        if _is_long(run.group())
        and not run.group().startswith("=")
        and not _is_known(run.group(), vocabulary)
        and (other := _best(run.group(), vocabulary))
    }
    if not switched:
        return None
    from_russian = {is_cyrillic(runs[at].group().lower()) for at in switched}
    pieces, behind = [], 0
    for at, run in enumerate(runs):
        word = run.group()
        pieces.append(text[behind : run.start()])
        is_alike = is_cyrillic(word.lower()) in from_russian and not word.startswith("=")
        neighbour = switch(word) if is_alike and not _is_known(word, vocabulary) else word
        pieces.append(switched.get(at, neighbour))
        behind = run.end()
    return "".join(pieces) + text[behind:]


def switch(text: str) -> str:
    """Return what the same keys give on the other layout."""
    return text.translate(_TO_LATIN if is_cyrillic(text.lower()) else _TO_RUSSIAN)


def _best(run: str, vocabulary: Vocabulary) -> str | None:
    """Return a run on the other layout if all its words are known, marks at its ends kept or switched."""
    return next((other for other in _readings(run) if _is_known(other, vocabulary)), None)


def _readings(run: str) -> Iterator[str]:
    yield switch(run)
    edges = _EDGES.match(run)
    if edges is not None:
        yield edges[1] + switch(edges[2]) + edges[3]


def _is_long(run: str) -> bool:
    return sum(letter.isalpha() for letter in switch(run)) >= _LEAST_LETTERS


def _is_known(run: str, vocabulary: Vocabulary) -> bool:
    words = [token.text for token in tokens(run)]
    return bool(words) and all(vocabulary.documents(word) for word in words)
