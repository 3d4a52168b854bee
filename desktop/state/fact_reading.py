"""What a form says, as a statement: the way back of `fact_form`. Knows no widgets.

What is not touched stays exactly as it was, with its words and their place. What is typed is looked for in
the passage; words taken from the page stand where they were taken. Words that the reader changes keep those
of the page as their evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.state.fact_fields import NAME_KINDS, Field, FieldKind, fields
from desktop.state.fact_form import Filled, Form, Ground, filled, said_in
from index.facts import typed
from index.model.decision import Part, Statement
from index.model.fact import Value
from index.model.span import Span

_STANDS_FOR: Final = {
    "amount": ("amount", "currency"),
    "date": ("date", "unresolved"),
    "unit": ("unit", "counted"),
}
"""The slots that a field stands for, where they are more than its own."""
_SUM: Final = "4,5 млрд долларов"


class FormProblem(Exception):  # noqa: N818 - no error of the program: the reader is told and goes on
    """A field cannot be taken as it is filled in.

    Attributes:
        field: Its name.
        words: What is the matter, for the reader.
    """

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field, self.words = field, words


def statement(form: Form, ground: Ground) -> Statement:
    """Return what a form says. Loads the dictionary on first use (.3 s).

    Raises:
        FormProblem: If a field is empty that must not be, or its words cannot be understood.
    """
    reading = _Reading(form, ground)
    parts = [part for one in fields(form.kind) for part in reading.parts(one)]
    if form.kind in NAME_KINDS:
        return Statement(form.kind, tuple(Part(part.name, str(part.value or part.text)) for part in parts))
    return Statement(form.kind, (*parts, *reading.without_field()), form.status)


def lines(text: str) -> tuple[str, ...]:
    """Return the names that stand one a line, or with semicolons between them, each once."""
    found = (" ".join(line.split()) for line in text.replace(";", "\n").split("\n"))
    return tuple(dict.fromkeys(filter(None, found)))


class _Reading:
    """Reads the fields of one form."""

    def __init__(self, form: Form, ground: Ground) -> None:
        self._form, self._ground = form, ground
        self._was = () if form.was is None else form.was.parts
        self._before = {} if form.was is None else filled(form.was)

    def parts(self, one: Field) -> Sequence[Part]:
        """Return the parts that a field makes.

        Raises:
            FormProblem: As `statement` does.
        """
        now = self._form.filled.get(one.name, Filled())
        if not now.text.strip():
            if one.is_required:
                raise FormProblem(one.name, QCoreApplication.translate("FactForm", "Заполните это поле."))
            return ()
        if now == self._before.get(one.name):
            return self._old(*_STANDS_FOR.get(one.name, (one.name,)))
        return tuple(self._read(one, now))

    def without_field(self) -> Sequence[Part]:
        """Return the parts of the fact that its own form has no field for."""
        if self._form.was is None or self._form.was.kind != self._form.kind:
            return ()
        known = {name for one in fields(self._form.kind) for name in _STANDS_FOR.get(one.name, (one.name,))}
        return [part for part in self._was if part.name not in known]

    def _read(self, one: Field, now: Filled) -> Iterator[Part]:
        match one.kind:
            case FieldKind.WORDS | FieldKind.CLAUSE:
                yield self._placed(one.name, " ".join(now.text.split()), now.picked)
            case FieldKind.NAME:
                yield self._named(one.name, " ".join(now.text.split()), now.picked)
            case FieldKind.NAMES:
                kept = {said_in(part): part for part in self._old(one.name)}
                for name in lines(now.text):
                    yield kept.get(name) or self._named(one.name, name, now.picked)
            case FieldKind.CHOICE:
                yield Part(one.name, "", None, now.text)
            case FieldKind.SUM:
                yield from self._sum(one, now)
            case _:
                value, example = self._understood(one.kind, now.text)
                if value is None or value == "":
                    raise _not_understood(one.name, example)
                yield self._valued(one.name, value, now)

    def _sum(self, one: Field, now: Filled) -> Iterator[Part]:
        found = typed.money(now.text)
        if found is None:
            raise _not_understood(one.name, _SUM)
        old = next(iter(self._old("currency")), None)
        if not found.currency and old is None:
            words = QCoreApplication.translate("FactForm", "Назовите валюту: «{example}».")
            raise FormProblem(one.name, words.format(example=_SUM))
        yield self._valued("amount", found.amount, now)
        is_same = old is not None and found.currency in {"", old.value}
        yield old if old is not None and is_same else Part("currency", "", None, found.currency)

    def _understood(self, kind: FieldKind, text: str) -> tuple[Value, str]:
        """Return the value of what was typed, if it has one, and an example of what has."""
        match kind:
            case FieldKind.PERCENT:
                return typed.percent(text), "7,5 %"
            case FieldKind.NUMBER:
                return typed.number(text), "94 тыс."
            case FieldKind.LENGTH:
                return typed.duration(text), "полтора года"
            case FieldKind.DAY:
                return typed.day(text, self._ground.date), "15 ноября 2021"
        return typed.day(text, self._ground.date) or typed.duration(text), "до конца года"

    def _valued(self, name: str, value: Value, now: Filled) -> Part:
        """Return a part with a value: with the words taken for it, else those it had, else as typed."""
        text = now.text.strip()
        if now.picked:
            return self._at(name, now.picked[-1], value)
        if (old := self._evidence(name)) is not None:
            return Part(name, old.text, old.offset, value)
        found = self._in_passage(text)
        return Part(name, text, None, value) if found is None else self._at(name, found, value)

    def _named(self, name: str, text: str, picked: Sequence[Span]) -> Part:
        """Return a part that names somebody: where he is named nearest to the words taken, or the passage."""
        mentions = [m for entity in self._ground.entities if entity.name == text for m in entity.mentions]
        if not mentions:
            return self._placed(name, text, picked)
        near = picked[-1] if picked else self._form.passage
        return self._at(name, min(mentions, key=lambda mention: _distance(mention, near)), text)

    def _placed(self, name: str, text: str, picked: Sequence[Span]) -> Part:
        """Return a part of words: those taken, the same ones of the passage, or the reader's own."""
        same = (span for span in picked if " ".join(span.of(self._ground.text).split()) == text)
        if (span := next(same, None) or self._in_passage(text)) is not None:
            return self._at(name, span, None)
        if picked:
            return self._at(name, picked[-1], text)
        old = self._evidence(name)
        return Part(name, text) if old is None else Part(name, old.text, old.offset, text)

    def _old(self, *names: str) -> Sequence[Part]:
        return [part for part in self._was if part.name in names]

    def _evidence(self, name: str) -> Part | None:
        """Return the part that a field had, if it has words on the page and was the only one."""
        old = self._old(name)
        return old[0] if len(old) == 1 and old[0].offset is not None else None

    def _in_passage(self, words: str) -> Span | None:
        passage = self._form.passage
        start = self._ground.text.find(words, passage.start, passage.stop) if words else -1
        return None if start < 0 else Span(start, start + len(words))

    def _at(self, name: str, span: Span, value: Value) -> Part:
        return Part(name, span.of(self._ground.text), span.start - self._form.passage.start, value)


def _distance(one: Span, other: Span) -> int:
    """Return the number of characters between two spans; 0 when they overlap."""
    return max(0, one.start - other.stop, other.start - one.stop)


def _not_understood(name: str, example: str) -> FormProblem:
    words = QCoreApplication.translate("FactForm", "Напишите, например, так: «{example}».")
    return FormProblem(name, words.format(example=example))
