"""What a figure is of or for: a sum's purpose, what a share is of, what has grown. An ordered table of rules.

    52 процента поставок · 5 млн рублей на ремонт дорог · премия в размере 1,2 млн · с окладом 412 тыс.
    экспорт вырос на 8 % · закупка обойдётся в 2 млн · на оснащение центра израсходовать 61 млн

The last two lines ask the syntax of the sentence; it is read only where one of their verbs stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.facts import drafts, morph, reading
from index.facts.figure_phrases import beginning_at, ending_at
from index.facts.lexicon import words
from index.facts.noun_phrases import nominative
from index.facts.passage import Passage
from index.facts.units import unit_words
from index.model.fact import Fact, FactType
from index.model.span import Span

_SLOTS: Final = {FactType.MONEY: "what_for", FactType.PERCENT: "what", FactType.QUANTITY: "what"}
_WORD: Final = re.compile(r"[а-яё]{3,}", re.IGNORECASE)
_FROM: Final = re.compile(r"\s+(?:от\s+)?(?=[а-яё])")
_ON: Final = re.compile(r"\s+на\s+(?=[а-яё])")
_IN_SIZE: Final = re.compile(
    r"\s(?:в\s+размере|на\s+(?:общую\s+)?сумму|в\s+сумме|стоимостью|на\s+(?:общую\s+)?стоимость)\s+(?:\S+\s+){0,3}$"
)
_PAID: Final = re.compile(
    r"(?P<noun>[а-яё]+)\s+(?:в\s+)?(?:(?:около|свыше|более|до|не|менее|почти)\s+){0,2}$"
)
_BEFORE: Final = 60
_NO_PHRASE: Final = re.compile(r"[,;:()\n|]")
_LONGEST_PHRASE: Final = 90
_LONGEST_SENTENCE: Final = 700
_SUBJECTS: Final = ("nsubj", "nsubj:pass")
_UNMOVED: Final = frozenset({"every_nth"})
_CLAUSE_ENDS: Final = frozenset({",", ";", ":", "–", "—", "("})
_LEFT_OUT: Final = frozenset({"acl:relcl", "parataxis", "punct", "discourse", "cc", "mark", "advmod"})


@dataclass(frozen=True, slots=True)
class _Whose:
    """Words that a figure belongs to; `case` is the one they stand in."""

    span: Span
    case: str


def _share_of(text: str, fact: Fact) -> _Whose | None:
    """«52 процента поставок», «30 % от суммы договора»."""
    direction = fact.slot("direction")
    match = _FROM.match(text, fact.span.stop)
    if (
        fact.type != FactType.PERCENT
        or match is None
        or (direction is not None and direction.value != "share")
    ):
        return None
    span = beginning_at(text, match.end(), "gent")
    if span is None or _lemmas(span.of(text)) & (words("no_wholes.txt") | unit_words().keys()):
        return None
    return _Whose(span, "gent")


def _sum_for(text: str, fact: Fact) -> _Whose | None:
    """«850 млн рублей на ремонт дорог»."""
    match = _ON.match(text, fact.span.stop)
    if fact.type != FactType.MONEY or match is None:
        return None
    span = beginning_at(text, match.end(), "accs")
    if span is None or _lemmas(span.of(text)) & words("per_words.txt"):
        return None
    return _Whose(span, "accs")


def _in_size_of(text: str, fact: Fact) -> _Whose | None:
    """«премия в размере 1,2 млн тенге», «пакет проектов на сумму свыше двух миллиардов долларов»."""
    figure = fact.slots[0].span or fact.span
    match = _IN_SIZE.search(text, max(0, figure.start - _BEFORE), figure.start)
    span = ending_at(text, match.start()) if fact.type != FactType.QUANTITY and match is not None else None
    return _Whose(span, "") if span is not None else None


def _paid(text: str, fact: Fact) -> _Whose | None:
    """«с окладом 412 тыс. тенге»."""
    figure = fact.slots[0].span or fact.span
    match = _PAID.search(text, max(0, figure.start - _BEFORE), figure.start)
    if fact.type != FactType.MONEY or match is None or not morph.lemmas(match["noun"]) & words("sums_of.txt"):
        return None
    span = ending_at(text, match.end("noun"))
    return _Whose(span, "") if span is not None else None


BESIDE: Sequence[tuple[str, Callable[[str, Fact], _Whose | None]]] = (
    ("share_of", _share_of),
    ("sum_for", _sum_for),
    ("in_size_of", _in_size_of),
    ("paid", _paid),
)
"""Name and rule for what stands right beside the figure; asked first."""


def _has_figure(passage: Passage, fact: Fact) -> _Whose | None:
    """«Экспорт вырос на 8 %»: the subject of the verb of measure that the figure belongs to."""
    if fact.rule in _UNMOVED:
        return None
    verb = _verb_above(passage, fact, "measure_verbs.txt") or _verb_before(passage, fact, "measure_verbs.txt")
    subject = _subject(passage, verb) if verb is not None else None
    if subject is None or passage.part(subject) != "NOUN":
        return None
    span = _phrase(passage, subject)
    return _Whose(span, "nomn") if span is not None else None


def _spent_on(passage: Passage, fact: Fact) -> _Whose | None:
    """«На оснащение центра израсходовать не более 61 млн тенге»."""
    verb = _verb_above(passage, fact, "spending_verbs.txt") if fact.type == FactType.MONEY else None
    if verb is None:
        return None
    for child, node in enumerate(passage.nodes):
        if node.head != verb or node.relation != "obl" or passage.feature(child, "Case") != "Acc":
            continue
        is_on = any(
            n.head == child and passage.tokens[i].text.lower() == "на" for i, n in enumerate(passage.nodes)
        )
        span = _phrase(passage, child, skip="на") if is_on else None
        if span is not None and not _lemmas(span.of(passage.text)) & words("per_words.txt"):
            return _Whose(span, "accs")
    return None


BY_SYNTAX: Sequence[tuple[str, str, Callable[[Passage, Fact], _Whose | None]]] = (
    ("has_figure", "measure_verbs.txt", _has_figure),
    ("spent_on", "spending_verbs.txt", _spent_on),
)
"""Name, the list that one of the sentence's words has to be in, and the rule."""


def with_subjects(text: str, facts: Sequence[Fact], sentences: Sequence[Span]) -> Iterator[Fact]:
    """Yield the facts, figures with a slot for what they are of or for, in the same order.

    Args:
        text: The document's text.
        facts: Facts about values.
        sentences: The text's sentences.
    """
    starts = [span.start for span in sentences]
    read: dict[Span, Passage] = {}
    for fact in facts:
        slot = _SLOTS.get(fact.type)
        if slot is None or not sentences:
            yield fact
            continue
        whose = next((found for _, rule in BESIDE if (found := rule(text, fact))), None)
        if whose is None:
            sentence = sentences[max(0, bisect_right(starts, fact.span.start) - 1)]
            whose = _by_syntax(text, sentence, fact, read)
        yield _with_slot(text, fact, slot, whose) if whose is not None else fact


def _by_syntax(text: str, sentence: Span, fact: Fact, read: dict[Span, Passage]) -> _Whose | None:
    if len(sentence) > _LONGEST_SENTENCE:
        return None
    said = _lemmas(sentence.of(text))
    for _, listed, rule in BY_SYNTAX:
        if said & words(listed):
            if sentence not in read:
                read[sentence] = _parsed(text, sentence)
            found = rule(read[sentence], fact)
            if found is not None:
                return found
    return None


def _parsed(text: str, span: Span) -> Passage:
    sentence = reading.of_span(text, span)
    return Passage.of_sentence(text, sentence, reading.parse([sentence])[0])


def _with_slot(text: str, fact: Fact, name: str, whose: _Whose) -> Fact:
    said = whose.span.of(text)
    value = _inside(said) if whose.case == "nomn" else nominative(said, whose.case)
    slot = drafts.slot(text, name, whose.span, value)
    return replace(fact, slots=(*fact.slots, slot), span=fact.span.hull(whose.span))


def _inside(said: str) -> str:
    """Return a phrase as it is written within a sentence: «выручка мельниц»."""
    first = said.split(maxsplit=1)[0]
    is_name = (
        first[1:] != first[1:].lower() or not morph.is_known(first) or morph.parses(first)[0].tag.case is None
    )
    return said if is_name else said[:1].lower() + said[1:]


def _lemmas(said: str) -> set[str]:
    return {lemma for match in _WORD.finditer(said) for lemma in morph.lemmas(match.group().lower())}


def _verb_above(passage: Passage, fact: Fact, listed: str) -> int | None:
    """Return the nearest word above the figure in the tree, if it is one of a list."""
    figure = fact.slots[0].span or fact.span
    at = passage.after_token(figure) - 1
    inside = range(passage.first_token(figure), passage.after_token(figure))
    for _ in range(len(passage.nodes)):
        head = passage.nodes[at].head
        if head < 0:
            return None
        at = head
        if at in inside:
            continue
        if passage.part(at) in ("VERB", "ADJ", "ADV"):
            lemmas = morph.lemmas(passage.tokens[at].text.lower())
            return at if lemmas & words(listed) else None
    return None


def _verb_before(passage: Passage, fact: Fact, listed: str) -> int | None:
    """Return the verb nearest before the figure in its clause: points of «тыс. руб.» mislead the syntax."""
    for at in range(passage.first_token(fact.slots[0].span or fact.span) - 1, -1, -1):
        if passage.tokens[at].text in _CLAUSE_ENDS:
            return None
        if passage.part(at) == "VERB":
            return at if morph.lemmas(passage.tokens[at].text.lower()) & words(listed) else None
    return None


def _subject(passage: Passage, verb: int) -> int | None:
    found = (
        i
        for i, node in enumerate(passage.nodes)
        if node.head == verb and node.relation in _SUBJECTS and node.features.get("Case") == "Nom"
    )
    return next(found, None)


def _phrase(passage: Passage, head: int, skip: str = "") -> Span | None:
    """Return the words that depend on a noun, as one stretch; None when it is none, or too long."""
    inside = {head}
    for _ in range(_LONGEST_PHRASE):
        more = {
            i
            for i, node in enumerate(passage.nodes)
            if node.head in inside
            and node.relation not in _LEFT_OUT
            and passage.tokens[i].text.lower() != skip
        }
        if more <= inside:
            break
        inside |= more
    first, last = min(inside), max(inside)
    span = Span(passage.tokens[first].start, passage.tokens[last].stop)
    is_said = any(
        passage.part(i) == "VERB" and passage.feature(i, "VerbForm") != "Part" for i in range(first, last)
    )
    said = span.of(passage.text)
    if is_said or len(span) > _LONGEST_PHRASE or _NO_PHRASE.search(said):
        return None
    is_open = said.count("«") > said.count("»") and passage.text.startswith("»", span.stop)
    return Span(span.start, span.stop + 1) if is_open else span
