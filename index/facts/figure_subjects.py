"""What a figure is of or for: a sum's purpose, what a share is of, what has grown. An ordered table of rules.

    экспорт вырос на 8 % · закупка обойдётся в 2 млн · на оснащение центра израсходовать 61 млн
    купила завод за 2 млн

What stands beside the figure speaks first (`figure_neighbours`); these ask the syntax of the sentence, which
is read only where one of their verbs stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from index.facts import drafts, morph, reading
from index.facts.figure_neighbours import BESIDE, Whose, lemmas_of
from index.facts.lexicon import words
from index.facts.noun_phrases import nominative
from index.facts.passage import Passage
from index.model.fact import Fact, FactType
from index.model.span import Span

_SLOTS: Final = {FactType.MONEY: "what_for", FactType.PERCENT: "what", FactType.QUANTITY: "what"}
_NO_PHRASE: Final = re.compile(r"[;:()\n|]")
_NEAR_WORDS: Final = 3
_LONGEST_PHRASE: Final = 90
_LONGEST_SENTENCE: Final = 700
_SUBJECTS: Final = ("nsubj", "nsubj:pass")
_UNMOVED: Final = frozenset({"every_nth"})
_NOT_OF_SUBJECT: Final = frozenset({"потерять", "прибавить", "выполнить", "загрузить"})
"""«Сборная потеряла два очка»: the points are not of the team, as percents of its price would be."""
_CLAUSE_ENDS: Final = frozenset({",", ";", ":", "–", "—", "("})
_OTHER_CLAUSE: Final = re.compile(
    r"[;:]|,\s+(?:а|но|что|когда|если|чтобы|где|котор\w+|"
    r"тогда(?!(?:\s+[а-яё]+){1,4}?\s+он[аои]?\s))\s"
)
_CLAUSE_END: Final = re.compile(r"[,;:–—]")
_FOR: Final = re.compile(r"(?<!\w)за\s+$", re.IGNORECASE)
_FOR_CHARS: Final = 4
_THINGS: Final = frozenset({"NOUN", "PROPN", "X"})
_LEFT_OUT: Final = frozenset({"acl:relcl", "parataxis", "punct", "discourse", "cc", "mark", "advmod"})


def _has_figure(passage: Passage, fact: Fact) -> Whose | None:
    """«Экспорт вырос на 8 %»: the subject of the verb of measure that the figure belongs to."""
    if fact.rule in _UNMOVED:
        return None
    verb = _verb_above(passage, fact, "measure_verbs.txt")
    if verb is None and fact.type != FactType.QUANTITY:
        verb = _verb_before(passage, fact, "measure_verbs.txt")
    subject = _subject(passage, verb) if verb is not None else None
    if verb is None or subject is None or passage.part(subject) != "NOUN":
        return None
    if fact.type == FactType.QUANTITY and lemmas_of(passage.tokens[verb].text) & _NOT_OF_SUBJECT:
        return None
    span = _phrase(passage, subject)
    return Whose(span, "nomn") if span is not None and _are_together(passage.text, span, fact) else None


def _are_together(text: str, phrase: Span, fact: Fact) -> bool:
    """Whether a phrase is of the same clause as a figure, and no part of it."""
    figure = fact.slots[0].span or fact.span
    if fact.type == FactType.QUANTITY:
        figure = figure.hull(fact.slots[1].span or figure)
    if phrase.stop <= figure.start:
        return not _OTHER_CLAUSE.search(text, phrase.stop, figure.start)
    # «Вырос на 8 % экспорт муки»
    return figure.stop <= phrase.start and not _CLAUSE_END.search(text, figure.stop, phrase.start)


def _bought_for(passage: Passage, fact: Fact) -> Whose | None:
    """«Купила завод за 2 млн рублей», «завод продан за 2 млн рублей»."""
    if fact.type != FactType.MONEY or not _FOR.search(
        passage.text, max(0, fact.span.start - 4), fact.span.start
    ):
        return None
    verb = _verb_above(passage, fact, "trading_verbs.txt") or _verb_before(passage, fact, "trading_verbs.txt")
    if verb is None:
        return None
    passive = _subject(passage, verb) if passage.nodes[verb].features.get("Voice") == "Pass" else None
    thing = passive if passive is not None else _object(passage, verb)
    span = (
        _phrase(passage, thing)
        if thing is not None and passage.part(thing) in ("NOUN", "PROPN", "X")
        else None
    )
    if span is None or not _are_together(passage.text, span, fact):
        return None
    return Whose(span, "nomn" if thing == passive else "accs")


def _spent_on(passage: Passage, fact: Fact) -> Whose | None:
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
        if span is not None and not lemmas_of(span.of(passage.text)) & words("per_words.txt"):
            return Whose(span, "accs")
    return None


BY_SYNTAX: Sequence[tuple[str, str, Callable[[Passage, Fact], Whose | None]]] = (
    ("has_figure", "measure_verbs.txt", _has_figure),
    ("spent_on", "spending_verbs.txt", _spent_on),
    ("bought_for", "trading_verbs.txt", _bought_for),
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


def _by_syntax(text: str, sentence: Span, fact: Fact, read: dict[Span, Passage]) -> Whose | None:
    if len(sentence) > _LONGEST_SENTENCE:
        return None
    said = lemmas_of(sentence.of(text))
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


def _with_slot(text: str, fact: Fact, name: str, whose: Whose) -> Fact:
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


def _object(passage: Passage, verb: int) -> int | None:
    found = (i for i, node in enumerate(passage.nodes) if node.head == verb and node.relation == "obj")
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
    if (
        is_said
        or len(span) > _LONGEST_PHRASE
        or _NO_PHRASE.search(said)
        or not _is_list(passage, first, last)
    ):
        return None
    is_open = said.count("«") > said.count("»") and passage.text.startswith("»", span.stop)
    return Span(span.start, span.stop + 1) if is_open else span


def _is_list(passage: Passage, first: int, last: int) -> bool:
    """Whether all commas of a phrase part things told together: «башни, жилья и линии», not a clause."""
    return all(
        any(
            passage.nodes[near].relation == "conj"
            for near in range(at + 1, min(at + 1 + _NEAR_WORDS, last + 1))
        )
        for at in range(first, last)
        if passage.tokens[at].text == ","
    )
