"""Splits a query into brackets, operators and terms. Never fails: what cannot be meant is mended and told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from index.model.said import said
from index.model.span import Span
from index.search.dates import read_dates
from index.search.terms import CHUNK, read_chunk
from index.search.tree import OPERATORS, Fuzzy, InDates, InFileName, Leaf, Part, Phrase, Word


class Kind(Enum):
    """What a lexeme does in the query."""

    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    TITLE = auto()
    """`название:`, which holds for the term or the bracket that follows."""
    TERM = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece of a query; `leaf` is there for terms only."""

    kind: Kind
    leaf: Leaf | None = None


_QUOTES: Final = '«»“”„‟"'
_RUN: Final = re.compile(rf"[^\s(){_QUOTES}]+")
_FILE_RUN: Final = re.compile(rf"[^\s{_QUOTES}]+")
_SLOP: Final = re.compile(r"~(\d*)")
_DASHES: Final = "-−–—"
_MINUSES: Final = "-−"
_FIELD: Final = re.compile(r"(\w+):")
_FIELDS: Final = {
    "file": "file",
    "файл": "file",
    "title": "title",
    "название": "title",
    "заголовок": "title",
    "date": "date",
    "дата": "date",
}
_LATER_FIELDS: Final = re.compile(
    r"(?:лицо|person|место|place|организация|org|сумма|amount|заметка|note|тег|tag|язык|lang|стр|page):", re.I
)
_KINDS: Final = {"И": Kind.AND, "ИЛИ": Kind.OR, "НЕ": Kind.NOT}

_MOST_SLOP: Final = 100


@dataclass(slots=True)
class Lexer:
    """One pass over one query.

    Attributes:
        text: The query.
        problems: What was mended or left out, in Russian, for the reader.
    """

    text: str
    problems: list[str] = field(default_factory=list)
    _at: int = 0

    def lexemes(self) -> Iterator[Lexeme]:
        """Yield the lexemes; brackets come balanced."""
        depth = 0
        while self._at < len(self.text):
            character = self.text[self._at]
            if character.isspace():
                self._at += 1
            elif character == "(":
                self._at += 1
                depth += 1
                yield Lexeme(Kind.OPEN)
            elif character == ")":
                self._at += 1
                if depth:
                    depth -= 1
                    yield Lexeme(Kind.CLOSE)
                else:
                    self._told(said("query.extra_bracket", "Лишняя закрывающая скобка пропущена."))
            elif character in _QUOTES:
                yield from self._quoted(is_exact=False)
            else:
                yield from self._run()
        if depth:
            self._told(said("query.open_bracket", "Скобка не закрыта: считается закрытой в конце запроса."))
        yield from (Lexeme(Kind.CLOSE) for _ in range(depth))

    def _told(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)

    def _run(self) -> Iterator[Lexeme]:
        match = _RUN.match(self.text, self._at)
        assert match is not None
        run, start = match.group(), match.start()
        if run in OPERATORS:
            self._at = match.end()
            yield Lexeme(_KINDS[OPERATORS[run]])
            return
        bare = run.lstrip(_DASHES)
        if bare != run:
            self._at += len(run) - len(bare)
            # A long dash opens direct speech, a lone hyphen is punctuation or half of «-слово».
            negates = run[0] in _MINUSES and (bare or self._next() in {"(", *_QUOTES})
            if negates:
                yield Lexeme(Kind.NOT)
            return
        field_match = _FIELD.match(run)
        if field_match and (name := field_match[1].lower()) in _FIELDS:
            self._at = start + field_match.end()
            yield from self._field(_FIELDS[name])
            return
        if field_match and _LATER_FIELDS.match(run):
            self._at = start + field_match.end()
            self._told(
                said("query.no_field", "Поля «{name}:» пока нет: слова ищутся во всём тексте.", name=name)
            )
            return
        if run.startswith("="):
            self._at += 1
            if self._next() in {*_QUOTES}:
                yield from self._quoted(is_exact=True)
            else:
                yield from self._terms(run[1:], start + 1, is_exact=True)
            return
        yield from self._terms(run, start, is_exact=False)

    def _next(self) -> str:
        return self.text[self._at : self._at + 1]

    def _field(self, name: str) -> Iterator[Lexeme]:
        if name == "title":
            yield Lexeme(Kind.TITLE)
            return
        start = self._at
        if self._next() in {*_QUOTES}:
            value = self._inside_quotes()
        else:
            match = _FILE_RUN.match(self.text, start)
            value = match.group() if match else ""
            # A bracket of the query closes after the value, one of the name («отчёт(1).pdf») is part of it.
            while value.endswith(")") and value.count(")") > value.count("("):
                value = value[:-1]
            self._at = start + len(value)
        span = Span(start, self._at)
        value = value.strip()
        if name == "file":
            if value.strip("*?"):
                yield Lexeme(Kind.TERM, InFileName(value, span))
            else:
                self._told(said("query.file_name", "После «файл:» нужна часть имени файла."))
            return
        dates = read_dates(value)
        if dates is None:
            self._told(
                said(
                    "query.date",
                    "После «дата:» нужен год, месяц, день или промежуток: "
                    "2021, 2021-05, 12.05.2021, 2021..2022.",
                )
            )
        else:
            yield Lexeme(Kind.TERM, InDates(*dates, span=span))

    def _inside_quotes(self) -> str:
        """Return what stands in the quotes that begin here, and go behind them."""
        opening, start = self.text[self._at], self._at + 1
        depth, at = 1, start
        while at < len(self.text):
            character = self.text[at]
            if opening == "«" and character == "«":
                depth += 1
            elif character in ("»" if opening == "«" else _QUOTES):
                depth -= 1
                if depth == 0:
                    self._at = at + 1
                    return self.text[start:at]
            at += 1
        self._at = len(self.text)
        if self.text[start:].strip():
            self._told("Кавычка не закрыта: считается закрытой в конце запроса.")
        return self.text[start:]

    def _quoted(self, *, is_exact: bool) -> Iterator[Lexeme]:
        start = self._at
        inside = self._inside_quotes()
        parts: list[Part] = []
        for chunk in CHUNK.finditer(inside):
            for leaf in read_chunk(chunk.group(), start + 1 + chunk.start(), self._told, is_exact=is_exact):
                if isinstance(leaf, Phrase):
                    parts.extend(leaf.parts)
                elif isinstance(leaf, Fuzzy):
                    self._told("Внутри кавычек «~» не действует: слово ищется без ошибок.")
                    parts.append(Word(leaf.text, leaf.span))
                elif isinstance(leaf, Part):
                    parts.append(leaf)
        slop = self._slop(len(parts))
        if len(parts) == 1:
            yield Lexeme(Kind.TERM, parts[0])
        elif parts:
            yield Lexeme(Kind.TERM, Phrase(tuple(parts), slop, Span(start, self._at)))

    def _slop(self, part_count: int) -> int:
        match = _SLOP.match(self.text, self._at)
        if match is None:
            return 0
        self._at = match.end()
        if part_count < 2 or not match[1]:
            self._told('«~» после кавычек действует так: "два слова"~5 — не больше пяти слов между ними.')
            return 0
        return min(int(match[1][:9]), _MOST_SLOP)

    def _terms(self, run: str, start: int, *, is_exact: bool) -> Iterator[Lexeme]:
        self._at = start + len(run)
        for chunk in CHUNK.finditer(run):
            for leaf in read_chunk(chunk.group(), start + chunk.start(), self._told, is_exact=is_exact):
                yield Lexeme(Kind.TERM, leaf)
