"""Documents in which it is known what they state, to be exported."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from hypothesis import strategies as st

from index.exchange.kinds import ALL_GROUPS, kinds_of
from index.exchange.portion import Portion, portion
from index.exchange.words import Kind
from index.model.document import Document, DocumentId, DocumentSummary
from index.model.fact import DocumentFacts, EntityType, FactType, Mark
from index.tasks import Task
from tests.helpers.fakes import document, summary_of
from tests.index.study.stating import Text

ANNA, FIRM, OTHER = "Анна Котова", "АО «Мост»", "АО «Река»"
EVERY_KIND = kinds_of(ALL_GROUPS)

nasty = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    (
        *("=cmd|' /C calc'!A1", "+7 705", "-1", "@SUM(A1)", "\t=1", '«ёлка»; "да"', "a\nb\r\nc", "🦊 ёж"),
        *("# не заголовок", "- не список", "1. и не такой", "[[не ссылка]] #метка", "<b>&amp;", "_x0041_"),
        *("**жирно** `код`", "\x00\x07\x1b[1m", "\ufeffбом", "a|b", "\\", "https://a_b_c.рф"),
    )
)
"""Texts that some program takes for more than text."""


def everything() -> Text:
    """Return a text that states one thing of each kind that is mapped in a way of its own."""
    text = Text()
    text.name(ANNA)
    text.name(FIRM)
    text.name(OTHER)
    text.name("Казахстан")
    text.people["Казахстан"] = replace(text.people["Казахстан"], type=EntityType.COUNTRY)
    text.state(
        FactType.OCCUPATION,
        f"{ANNA} с мая 2021 года директор {FIRM}.",
        ("person", ANNA, ANNA),
        ("position", "директор", None),
        ("org", FIRM, FIRM),
        ("since", "с мая 2021 года", "2021-05"),
    )
    text.state(
        FactType.APPOINTMENT,
        f"{ANNA} освобождена от должности судьи 12 мая 2021 года.",
        ("person", ANNA, ANNA),
        ("position", "судьи", "судья"),
        ("action", "освобождена", "dismissed"),
        ("date", "12 мая 2021 года", "2021-05-12"),
    )
    text.state(
        FactType.MEETING,
        f"{ANNA} и Казахстан встретились в Алматы.",
        ("participants", ANNA, ANNA),
        ("participants", "Казахстан", "Казахстан"),
        ("place", "Алматы", "Алматы"),
    )
    text.state(
        FactType.OWNERSHIP, f"{FIRM} владеет {OTHER}.", ("owner", FIRM, FIRM), ("property", OTHER, OTHER)
    )
    text.state(FactType.QUOTE, f"«Да», — сказала {ANNA}.", ("speaker", ANNA, ANNA), ("quote", "Да", None))
    text.state(
        FactType.MONEY,
        "На мост ушло от 1,5 до 2 млн долл.",
        ("amount", "от 1,5 до 2 млн", {"from": 1_500_000, "to": 2_000_000}),
        ("currency", "долл.", "USD"),
        ("what_for", "мост", None),
        status="achieved",
    )
    text.state(FactType.PERCENT, "Доля — 7,5 %.", ("value", "7,5", 7.5), ("direction", "", "up"))
    text.state(FactType.DATE, "Это было 12 мая 2021 года.", ("date", "12 мая 2021 года", "2021-05-12"))
    text.state(FactType.DURATION, "На три года.", ("duration", "три года", "P3Y"))
    text.state(FactType.SOURCE, "См. https://example.org/a", ("url", "https://example.org/a", None))
    return text


def told(
    text: Text,
    *,
    name: str = "a",
    title: str = "Отчёт",
    date: str = "2021-06-01",
    kinds: Collection[Kind] = EVERY_KIND,
) -> Portion:
    """Return the share of a text in an export."""
    made = document(name, text.words, title=title)
    return portion(replace(summary_of(made), date=date), made, text.stated, kinds)


def marked(text: Text, mark: Mark) -> Text:
    """Return a text whose statements the reader has decided about."""
    text.facts = [replace(fact, mark=mark) for fact in text.facts]
    return text


class Shelf:
    """An archive for exports.

    Attributes:
        failures: What is raised instead of the facts of a document.
        asked: Of which documents facts were asked for, in order.
    """

    def __init__(self, *texts: Text) -> None:
        self._made = {f"{number:064}": text for number, text in enumerate(texts)}
        self.failures: dict[str, Exception] = {}
        self.asked: list[str] = []

    def documents(self) -> tuple[DocumentSummary, ...]:
        return tuple(summary_of(self.document(DocumentId(one))) for one in self._made)

    def document(self, document_id: DocumentId) -> Document:
        text = self._made[document_id].words
        return replace(document("x", text, title=f"Текст {int(document_id)}"), id=document_id)

    def facts(self, document_id: DocumentId, _task: Task | None = None) -> DocumentFacts:
        self.asked.append(document_id)
        if document_id in self.failures:
            raise self.failures[document_id]
        return self._made[document_id].stated
