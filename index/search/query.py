"""Reads a query: words, "phrases", -words, operators, brackets, prefixes, wildcards, fields.

| written | finds |
|---|---|
| `два слова` | documents with both, in any form |
| `"два слова"`, any quotation marks | the phrase in any form; `"два слова"~5` with up to five words between |
| `-слово`, `НЕ слово`, `NOT слово` | documents without it |
| `ИЛИ`, `OR`, `|`; `И`, `AND`, `&`; brackets | operators in capitals; НЕ binds closest, then И, then ИЛИ |
| `слов*`, `сл?во` | words as written that begin so, or fit |
| `слово~1` | the word as written with one wrong letter |
| `слово++`, `семья:слово` | words of one root |
| `=слово`, `="два слова"` | this very form, case and ё aside |
| `одно НЕПОДАЛЁКУ/5 "два слова"`, `NEAR` | both in any order, at most so many words (10) between |
| `название:слово`, `лицо:(Токаев ИЛИ Алиев)` | fields (`index.search.query_fields`): a value or several |

Everything that `write` returns is read back as the same tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.errors import QueryError
from index.model.said import said
from index.search.lexemes import Kind, Lexeme, Lexer
from index.search.nearness import patterns, standing_near
from index.search.query_fields import Field, wanted
from index.search.tree import (
    And,
    InAmounts,
    InDates,
    InFileName,
    InNames,
    InTitle,
    Node,
    Not,
    OnPages,
    Or,
    Outside,
    leaves,
    write,
)

LONGEST_QUERY: Final = 1000
"""Characters."""

DEEPEST_QUERY: Final = 20
"""Brackets within brackets."""

MOST_PATTERNS: Final = 10
"""Words with `*`, `?` or `~`, each of which stands for many words of the index."""

_BEGINNINGS: Final = frozenset({Kind.OPEN, Kind.TERM})


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was read.

    Attributes:
        text: What was typed.
        root: The tree; None when nothing in it can be searched.
        problems: What was mended or left out, in Russian.
    """

    text: str
    root: Node | None
    problems: tuple[str, ...] = ()

    @property
    def read_as(self) -> str:
        """The query in its own language, every operator written out; empty when nothing can be searched."""
        return "" if self.root is None else write(self.root)


def parse(text: str) -> Query:
    """Read a query. Half-typed ones are read as far as they go, and `problems` says what was mended.

    Raises:
        QueryError: If it is longer than `LONGEST_QUERY`, nested deeper than `DEEPEST_QUERY`, or has more
            than `MOST_PATTERNS` patterns.
    """
    if len(text) > LONGEST_QUERY:
        raise QueryError(
            said("query.long", "Запрос длиннее {most} знаков.", most=LONGEST_QUERY),
            said("query.shorten", "Сократите его: достаточно нескольких слов."),
            LONGEST_QUERY,
            len(text),
        )
    lexer = Lexer(text)
    lexemes = list(lexer.lexemes())
    vague = [word for x in lexemes if x.leaf for word in patterns(x.leaf)]
    if len(vague) > MOST_PATTERNS:
        raise QueryError(
            said(
                "query.many_patterns", "В запросе больше {most} слов с «*», «?» или «~».", most=MOST_PATTERNS
            ),
            said("query.keep_few", "Оставьте самые нужные."),
            vague[MOST_PATTERNS].span.start,
            len(text),
        )
    parser = _Parser(lexemes, lexer.problems, len(text))
    root = parser.disjunction(0)
    if root is None and text.strip() and not lexer.problems:
        lexer.problems.append(said("query.no_words", "В запросе нет ни слова: искать нечего."))
    return Query(text, root, tuple(lexer.problems))


class _Parser:
    """Recursive descent; an operator without an operand is left out and told."""

    def __init__(self, lexemes: Sequence[Lexeme], problems: list[str], length: int) -> None:
        self._lexemes, self._problems, self._length = lexemes, problems, length
        self._at = 0

    def disjunction(self, depth: int) -> Node | None:
        """Read up to the closing bracket or the end."""
        if depth > DEEPEST_QUERY:
            raise QueryError(
                said("query.deep", "В запросе больше {most} вложенных скобок.", most=DEEPEST_QUERY),
                said("query.fewer_brackets", "Уберите лишние скобки."),
                0,
                self._length,
            )
        parts: list[Node] = []
        while True:
            part = self._conjunction(depth)
            if part is not None:
                parts.extend(part.parts if isinstance(part, Or) else (part,))
            elif self._peek() is Kind.OR or self._behind() is Kind.OR:
                self._lost("ИЛИ")
            if self._peek() is not Kind.OR:
                return _joined(Or, parts)
            self._at += 1

    def _conjunction(self, depth: int) -> Node | None:
        parts: list[Node] = []
        while (kind := self._peek()) not in {None, Kind.CLOSE, Kind.OR}:
            if kind is Kind.AND:
                self._at += 1
                if not parts or self._peek() in {None, Kind.CLOSE, Kind.OR, Kind.AND}:
                    self._lost("И")
                continue
            part = self._operand(depth)
            if part is not None:
                parts.extend(part.parts if isinstance(part, And) else (part,))
        return _joined(And, parts)

    def _operand(self, depth: int) -> Node | None:
        is_negative = False
        while self._peek() is Kind.NOT:
            is_negative = not is_negative
            self._at += 1
        kind = self._peek()
        if kind in {None, Kind.CLOSE, Kind.OR, Kind.AND}:
            self._lost("НЕ")
            return None
        node = self._primary(depth)
        if self._peek() is Kind.NEAR:
            node = self._near(node, depth)
        if node is None or not is_negative:
            return node
        return node.part if isinstance(node, Not) else Not(node)

    def _primary(self, depth: int) -> Node | None:
        lexeme = self._lexemes[self._at]
        if lexeme.kind is Kind.NEAR:
            return None
        self._at += 1
        if lexeme.kind is Kind.OPEN:
            node = self.disjunction(depth + 1)
            self._at += 1
            return node
        return self._in_title(depth) if lexeme.kind is Kind.TITLE else lexeme.leaf

    def _near(self, first: Node | None, depth: int) -> Node | None:
        """Read on from the first operand of a chain of НЕПОДАЛЁКУ."""
        nodes, distances = [first], set[int]()
        while self._peek() is Kind.NEAR:
            distances.add(self._lexemes[self._at].distance)
            self._at += 1
            nodes.append(self._primary(depth) if self._peek() in _BEGINNINGS else None)
        if None in nodes:
            self._lost("НЕПОДАЛЁКУ")
        if len(distances) > 1:
            self._problem(
                said(
                    "query.one_distance",
                    "У цепочки с НЕПОДАЛЁКУ одно расстояние: взято наибольшее, {distance}.",
                    distance=max(distances),
                )
            )
        parts = [node for node in nodes if node is not None]
        if len(parts) < 2:
            return parts[0] if parts else None
        near = standing_near(parts, max(distances), MOST_PATTERNS)
        if near is None:
            self._problem(
                said(
                    "query.near_parts",
                    "НЕПОДАЛЁКУ действует между словами и фразами: здесь оно понято как И.",
                )
            )
            return _flat(And, parts)
        return near

    def _in_title(self, depth: int) -> Node | None:
        while self._peek() is Kind.TITLE:
            self._at += 1
        if self._peek() not in _BEGINNINGS:
            self._problem(wanted(Field.TITLE))
            return None
        node = self._operand(depth)
        if node is None:
            self._problem(wanted(Field.TITLE))
            return None
        if any(isinstance(leaf, InFileName | OnPages | Outside) for leaf in leaves(node)) or _has_title(node):
            self._problem(
                said(
                    "query.title_fields",
                    "Внутри «название:(…)» других полей нет: «название» пропущено, остальное ищется.",
                )
            )
            return node
        return InTitle(node)

    def _peek(self) -> Kind | None:
        return self._lexemes[self._at].kind if self._at < len(self._lexemes) else None

    def _behind(self) -> Kind | None:
        return self._lexemes[self._at - 1].kind if self._at else None

    def _lost(self, operator: str) -> None:
        self._problem(
            said(
                "query.lone_operator",
                "Оператору {operator} не хватает слова: он пропущен.",
                operator=operator,
            )
        )

    def _problem(self, problem: str) -> None:
        if problem not in self._problems:
            self._problems.append(problem)


def _has_title(node: Node) -> bool:
    if isinstance(node, And | Or):
        return any(_has_title(part) for part in node.parts)
    return isinstance(node, InTitle) or (isinstance(node, Not) and _has_title(node.part))


def _joined(kind: type[And] | type[Or], parts: list[Node]) -> Node | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return kind(tuple(parts))


def _flat(kind: type[And] | type[Or], parts: Sequence[Node]) -> Node:
    return kind(
        tuple(inner for part in parts for inner in (part.parts if isinstance(part, kind) else (part,)))
    )


def asks_for_facts(query: Query) -> bool:
    """Whether a query asks for names, sums or dates, which only documents with extracted facts can answer."""
    found = () if query.root is None else leaves(query.root)
    return any(isinstance(leaf, InNames | InAmounts | InDates) for leaf in found)
