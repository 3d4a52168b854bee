"""What the verb of a sentence says a figure is of or for: an ordered table of rules over its syntax.

экспорт вырос на 8 % · закупка обойдётся в 2 млн · на оснащение центра израсходовать 61 млн
купила завод за 2 млн · увеличила выпуск на 5 %
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from index.facts import morph
from index.facts.figure_neighbours import Whose, lemmas_of
from index.facts.lexicon import words
from index.facts.passage import Passage
from index.model.fact import Fact, FactType
from index.model.span import Span

_NO_PHRASE: Final = re.compile(r"[;:()\n|]")
_NEAR_WORDS: Final = 3
_LONGEST_PHRASE: Final = 90
_SUBJECTS: Final = ("nsubj", "nsubj:pass")
_UNMOVED: Final = frozenset({"every_nth"})
_NOT_OF_SUBJECT: Final = frozenset({"потерять", "прибавить", "выполнить", "загрузить"})
"""«Сборная потеряла два очка»: the points are not of the team, as percents of its price would be."""
_CLAUSE_ENDS: Final = frozenset({",", ";", ":", "–", "—", "("})
_OTHER_CLAUSE: Final = re.compile(
    r"[;:]|\s(?:против|при)\s|,\s+(?:а|но|что|когда|если|чтобы|где|котор\w+|"
    r"тогда(?!(?:\s+[а-яё]+){1,4}?\s+он[аои]?\s))\s"
)
_CLAUSE_END: Final = re.compile(r"[,;:–—(]")
_FOR: Final = re.compile(r"(?<!\w)за\s+$", re.IGNORECASE)
_FOR_CHARS: Final = 4
_BY_OR_TO: Final = re.compile(
    r"(?<!\w)(?:на|до|с|в)\s+(?:(?:уровня|отметки|около|свыше|более|почти)\s+){0,2}$", re.IGNORECASE
)
_BY_CHARS: Final = 24
_BENDING: Final = frozenset({"более", "менее", "больше", "меньше", "около", "свыше"})
_WHICH: Final = frozenset({"который"})
_CASES: Final = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_NAMES: Final = ("Name", "Surn", "Patr", "Geox", "Orgn")
_THINGS: Final = frozenset({"NOUN", "PROPN", "X"})
_LEFT_OUT: Final = frozenset({"acl:relcl", "parataxis", "punct", "discourse", "cc", "mark", "advmod"})


def _has_figure(passage: Passage, fact: Fact) -> Whose | None:
    """«Экспорт вырос на 8 %»: the subject of the verb of measure that the figure belongs to."""
    is_counted = fact.type == FactType.QUANTITY
    verb = (_verb_above if is_counted else _verb_of)(passage, fact, "measure_verbs.txt")
    subject = _subject(passage, verb) if verb is not None else None
    if verb is None or subject is None or not _tells_of_subject(passage, verb, fact):
        return None
    if lemmas_of(passage.tokens[subject].text) & _WHICH:
        return _antecedent(passage, subject)
    span = _phrase(passage, subject, verb) if _is_thing(passage, subject) else None
    return Whose(span, "nomn") if span is not None and _are_together(passage.text, span, fact) else None


def _tells_of_subject(passage: Passage, verb: int, fact: Fact) -> bool:
    """Whether the figure of a verb of measure is of its subject: not in «завод выполнил план на 62 %»."""
    lemmas = lemmas_of(passage.tokens[verb].text)
    is_before = fact.span.start < passage.tokens[verb].start
    is_aside = "(" in passage.text[passage.tokens[verb].stop : fact.span.start]
    if fact.rule in _UNMOVED or (
        fact.type == FactType.QUANTITY and (is_before or is_aside or lemmas & _NOT_OF_SUBJECT)
    ):
        return False
    return _object(passage, verb) is None or not lemmas & words("moving_verbs.txt")


def _antecedent(passage: Passage, which: int) -> Whose | None:
    """«Растут объёмы торговли, которые достигнут 4 млрд»: the nearest noun before that agrees."""
    number, gender = passage.feature(which, "Number"), passage.feature(which, "Gender")
    for at in range(which - 1, -1, -1):
        if passage.part(at) != "NOUN" or passage.feature(at, "Number") != number:
            continue
        if number == "Sing" and passage.feature(at, "Gender") != gender:
            continue
        span = _phrase(passage, at, which)
        case = _CASES.get(passage.feature(at, "Case"), "")
        return (
            Whose(span, case)
            if span is not None and case and span.stop < passage.tokens[which].start
            else None
        )
    return None


def _is_thing(passage: Passage, position: int) -> bool:
    """Whether a word is a noun of no living thing; one that begins a sentence may be parsed as a name."""
    word = passage.tokens[position].text
    if morph.parses(word)[0].tag.animacy == "anim":
        return False
    is_plain = morph.is_known(word) and not any(morph.has(word, name) for name in _NAMES)
    return passage.part(position) == "NOUN" or (
        passage.part(position) == "PROPN" and not position and is_plain
    )


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
    verb = _verb_of(passage, fact, "trading_verbs.txt")
    if verb is None:
        return None
    passive = _passive_subject(passage, verb)
    thing = passive if passive is not None else _object(passage, verb)
    span = (
        _phrase(passage, thing, verb)
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
    for preposition in _nearest_first(passage, verb):
        purpose = passage.nodes[preposition].head
        if passage.tokens[preposition].text.lower() != "на" or passage.feature(purpose, "Case") != "Acc":
            continue
        span = _phrase(passage, purpose, verb, skip="на")
        if span is None or lemmas_of(span.of(passage.text)) & words("per_words.txt"):
            continue
        if _are_together(passage.text, span, fact):
            return Whose(span, "accs")
    return None


def _nearest_first(passage: Passage, verb: int) -> list[int]:
    """Return the places of the sentence's words, those near a verb before others."""
    return sorted(range(len(passage.tokens)), key=lambda at: abs(at - verb))


def _moved(passage: Passage, fact: Fact) -> Whose | None:
    """«Завод увеличил выпуск стали на 5 %»: the object of the verb that moves it by the figure, or to it."""
    start = (fact.slots[0].span or fact.span).start
    is_from = passage.text[start : start + 2].lower() == "с "
    if not is_from and not _BY_OR_TO.search(passage.text, max(0, start - _BY_CHARS), start):
        return None
    verb = _verb_of(passage, fact, "moving_verbs.txt")
    if verb is None:
        return None
    passive = _passive_subject(passage, verb)
    thing = passive if passive is not None else _object(passage, verb)
    span = _phrase(passage, thing, verb) if thing is not None and passage.part(thing) == "NOUN" else None
    if span is None or not _are_together(passage.text, span, fact):
        return None
    return Whose(span, "nomn" if thing == passive else "accs")


BY_VERB: Sequence[tuple[str, str, Callable[[Passage, Fact], Whose | None]]] = (
    ("has_figure", "measure_verbs.txt", _has_figure),
    ("spent_on", "spending_verbs.txt", _spent_on),
    ("bought_for", "trading_verbs.txt", _bought_for),
    ("moved", "moving_verbs.txt", _moved),
)
"""Name, the list that one of the sentence's words has to be in, and the rule."""


def _verb_of(passage: Passage, fact: Fact, listed: str) -> int | None:
    """Return the listed verb that a figure belongs to: the one right before it, or else by the tree."""
    before = _verb_before(passage, fact, listed)
    return before if before is not None else _verb_above(passage, fact, listed)


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
        if at in inside or passage.tokens[at].text.lower() in _BENDING:
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
    """Return the subject of a verb, or of the one it is told together with: «вырос на 3 и составил 5»."""
    for _ in passage.nodes:
        found = [
            i
            for i, node in enumerate(passage.nodes)
            if node.head == verb and node.relation in _SUBJECTS and node.features.get("Case") == "Nom"
        ]
        # «Выручка снизилась до 2 млн, прибыль упала втрое»: syntax gives the last verb both.
        subject = max((i for i in found if i < verb), default=min(found, default=None))
        if subject is not None or passage.nodes[verb].relation != "conj":
            return subject
        verb = passage.nodes[verb].head
    return None


def _passive_subject(passage: Passage, verb: int) -> int | None:
    """Return what a verb in the passive is done to: «завод продан», «цена снижена»."""
    return _subject(passage, verb) if passage.feature(verb, "Voice") == "Pass" else None


def _object(passage: Passage, verb: int) -> int | None:
    found = (i for i, node in enumerate(passage.nodes) if node.head == verb and node.relation == "obj")
    return next(found, None)


def _phrase(passage: Passage, head: int, verb: int, skip: str = "") -> Span | None:
    """Return the words that depend on a noun, as one stretch; None when it is none, or too long.

    Args:
        passage: The sentence.
        head: The noun.
        verb: The verb it stands with: what is on its other side belongs to no phrase of the noun.
        skip: A word that is left out, lower case.
    """
    inside = {head}
    for _ in range(_LONGEST_PHRASE):
        more = {
            i
            for i, node in enumerate(passage.nodes)
            if node.head in inside
            and (i < verb) == (head < verb)
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
