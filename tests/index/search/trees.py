"""Random trees of all nodes of a query, for Hypothesis."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from index.search.query import LONGEST_QUERY, MOST_PATTERNS
from index.search.tree import (
    And,
    Exact,
    Family,
    Fuzzy,
    InAmounts,
    InDates,
    InFileName,
    InFolder,
    InLanguage,
    InNames,
    InNotes,
    InTags,
    InTitle,
    NameKind,
    Near,
    Node,
    Not,
    OfKind,
    OnPages,
    Or,
    Phrase,
    Prefix,
    Wildcard,
    Word,
)

_WORDS = st.text("абвгдеё", min_size=2, max_size=6)
_PARTS = _WORDS.map(Word) | _WORDS.map(Prefix) | _WORDS.map(lambda w: Wildcard(f"{w}?{w}"))
_PHRASES = st.builds(
    lambda parts, slop: Phrase(tuple(parts), slop),
    st.lists(_PARTS, min_size=2, max_size=4),
    st.integers(0, 9),
)
_OPERATOR_WORDS = st.sampled_from(["И", "НЕ", "OR", "NEAR", "NEAR/5", "НЕПОДАЛЁКУ/3", "12:30"])
_VALUES = st.lists(
    st.sampled_from(["аб", "И", "О'Н", "(1)", "«в»", "“г", "ж,", "'з", "-и", "к|л", "файл:", "=м", "5"]),
    min_size=1,
    max_size=4,
).map(" ".join)
_DATES = st.dates().map(lambda date: date.isoformat())
_BOUNDS = st.decimals(0, 10**14, places=2) | st.integers(0, 10**7).map(lambda n: Decimal(n) * 1000)
_CURRENCIES = st.sampled_from(["", "USD", "KZT", "RUB"])
_LEAVES = (
    _PARTS
    | _PHRASES
    | _WORDS.map(lambda w: Exact(f"{w}-{w}"))
    | _OPERATOR_WORDS.map(Word)
    | _OPERATOR_WORDS.map(Exact)
    | st.text("абвгдеё", min_size=3, max_size=6).map(Fuzzy)
    | _WORDS.map(Family)
    | st.builds(
        lambda parts, distance: Near(tuple(parts), distance),
        st.lists(_PARTS | _PHRASES | _OPERATOR_WORDS.map(Exact), min_size=2, max_size=3),
        st.integers(0, 100),
    )
    | _VALUES.map(InFileName)
    | st.sampled_from([InDates("2021", "2021"), InDates("", "2022-05"), InDates("2021-05-12", "")])
    | st.builds(lambda a, b: InDates(min(a, b), max(a, b)), _DATES, _DATES)
    | st.builds(InNames, st.sampled_from(NameKind), _VALUES.map(lambda value: f"{value} в"))
    | st.builds(lambda a, b, c: InAmounts(min(a, b), max(a, b), c), _BOUNDS, _BOUNDS, _CURRENCIES)
    | st.builds(lambda bound, currency: InAmounts(bound, None, currency), _BOUNDS, _CURRENCIES)
    | st.builds(lambda bound, currency: InAmounts(None, bound, currency), _BOUNDS, _CURRENCIES)
    | st.just(InAmounts(None, None, "EUR"))
    | _VALUES.map(lambda value: InNotes(f"{value} в"))
    | _VALUES.map(InTags)
    | st.sampled_from(["ru", "en", "uz", "kk", "tg", "uk"]).map(InLanguage)
    | _VALUES.map(InFolder)
    | st.sampled_from(["pdf", "docx", "txt", "html", "jpg"]).map(OfKind)
    | st.builds(lambda a, b: OnPages(min(a, b), max(a, b)), st.integers(1, 10**6), st.integers(1, 10**6))
    | st.integers(1, 10**6).map(lambda first: OnPages(first, None))
)


def _grown(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(children, min_size=2, max_size=3)
    return (
        several.map(lambda parts: _flat(And, parts))
        | several.map(lambda parts: _flat(Or, parts))
        | children.map(lambda part: part.part if isinstance(part, Not) else Not(part))
    )


def _flat(kind: type[And] | type[Or], parts: list[Node]) -> Node:
    return kind(tuple(leaf for part in parts for leaf in (part.parts if isinstance(part, kind) else (part,))))


_WORD_TREES = st.recursive(_PARTS | _PHRASES | _WORDS.map(Family), _grown, max_leaves=4)
TREES = st.recursive(_LEAVES | _WORD_TREES.map(InTitle), _grown, max_leaves=8)


def can_be_typed(written: str) -> bool:
    """Whether a query as written is within the limits of length and patterns."""
    return sum(map(written.count, "*?~")) <= MOST_PATTERNS and len(written) <= LONGEST_QUERY
