"""What was achieved: built, finished, put into service, won, done for the first time.

Введена в эксплуатацию котельная …   план выполнен на 112 процентов   хор стал лауреатом …
Впервые налажено производство …
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from index.facts import drafts, morph
from index.facts.actors import agrees, is_behind_preposition
from index.facts.clause_words import WORD, finite_verbs, is_verb_form, part_of, reach
from index.facts.figure_phrases import beginning_at, ending_at
from index.facts.lexicon import table
from index.facts.mentions import Mentions
from index.facts.parties import subjects
from index.model.fact import Fact, FactType, Slot
from index.model.span import Span

_ANY: Final = "*"
_NOT_DONE: Final = re.compile(
    r"(?<!\w)(?:не|если|когда|котор\w+|чтобы|будет|будут|бы|может|могут|долж\w+|планиру\w+|намерен\w*"
    r"|случа[ея]|после|до\sтого|пока|считать|считается|лишь)(?!\w)",
    re.IGNORECASE,
)
"""Words before the verb in a sentence that does not tell that it was done."""
_FIRST: Final = re.compile(r"(?<!\w)впервые(?!\w)", re.IGNORECASE)
_DONE_FIRST: Final = frozenset(
    {"наладить", "получить", "освоить", "построить", "создать", "запустить", "провести", "открыть"}
    | {"выпустить", "достигнуть", "превысить", "завоевать", "добыть", "отправить", "выиграть", "обнаружить"}
    | {"разработать", "изготовить", "доказать", "покорить", "совершить", "применить", "внедрить"}
)
_TO_WHOM: Final = frozenset({"присудить", "присвоить", "вручить"})
"""What these tell begins with to whom: «Иванову присуждена премия»."""
_COUNTING: Final = frozenset({"тысяча", "миллион", "миллиард", "половина", "ряд", "процент"})
_NEAR_WORDS: Final = 6
_NEAR_NOUNS: Final = 2
_SHARE: Final = re.compile(r"\sна\s(\d{1,3})(?:[.,]\d+)?\s?(?:%|процент)")
_WHOLE: Final = 100
_AUXILIARY: Final = re.compile(r"\s(?:был[аои]?\s)?$")
_THIS: Final = re.compile(r"(?<!\w)(?:это|этот|эту|всё|все|весь|всю)\s$", re.IGNORECASE)
_REACH: Final = 110
_PASSIVE: Final = "PRTS"
_MARK: Final = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*[.)]|[а-я]\)|[–—•-])\s+")


@cache
def _things() -> dict[str, frozenset[str]]:
    """Return what each verb has to be told of."""
    return {row[0]: frozenset(row[1].split()) for row in table("achieving_verbs.tsv")}


@cache
def _verbs() -> frozenset[str]:
    return frozenset(_things()) | _DONE_FIRST


def find_achievements(
    text: str, mentions: Mentions, sentences: Sequence[Span], made: Sequence[Fact]
) -> Iterator[Fact]:
    """Yield what was achieved, in order.

    Args:
        text: The document's text.
        mentions: Its names.
        sentences: Its sentences.
        made: Its creations: what was founded or opened is not told twice.
    """
    for sentence in sentences:
        for verb, part in finite_verbs(text, sentence.start, sentence.stop, _verbs()):
            if part == "INFN" or not _is_done(text, sentence, verb):
                continue
            if any(fact.span.overlaps(verb) for fact in made):
                break
            found = _first_time(text, sentence, verb) or _achieved(text, mentions, sentence, verb, part)
            if found is not None:
                yield found
                break


def _is_done(text: str, sentence: Span, verb: Span) -> bool:
    if _NOT_DONE.search(text, sentence.start, verb.start) or text[sentence.stop - 1] == "?":
        return False
    readings = [p for p in morph.parses(verb.of(text).lower()) if p.tag.POS in ("VERB", _PASSIVE)]
    return all(reading.tag.tense == "past" for reading in readings)


def _first_time(text: str, sentence: Span, verb: Span) -> Fact | None:
    """«Впервые налажено производство шин»: the whole clause tells what it is."""
    first = _FIRST.search(text, sentence.start, sentence.stop)
    lemmas = morph.lemmas(verb.of(text).lower())
    if first is None or not lemmas & _DONE_FIRST or abs(verb.start - first.end()) > _REACH:
        return None
    if any(is_verb_form(word) for word in WORD.findall(text[first.end() : verb.start])):
        return None
    return _fact(text, reach(text, _start(text, sentence), sentence.stop), (), "first_time")


def _achieved(text: str, mentions: Mentions, sentence: Span, verb: Span, part: str) -> Fact | None:
    """«Завершён ремонт», «план выполнен», «хор стал лауреатом», «завод выполнил план»."""
    things = _things().get(next(iter(morph.lemmas(verb.of(text).lower()) & frozenset(_things())), ""))
    if things is None:
        return None
    if part != _PASSIVE:
        doing = subjects(text, mentions, sentence.start, verb, "by")
        if not doing or not _tells(text, verb.stop, sentence.stop, things):
            return None
        return _told(text, reach(text, verb.start, sentence.stop), doing, "somebody_achieved")
    before = _subject(text, mentions, sentence, verb)
    start = verb.start if before is None else before.start
    if morph.lemmas(verb.of(text).lower()) & _TO_WHOM:
        start = _start(text, sentence)
    is_told = _tells(text, verb.stop, sentence.stop, things) or (
        before is not None and _tells(text, before.start, before.stop, things)
    )
    return _told(text, reach(text, start, sentence.stop), (), "work_done") if is_told else None


def _subject(text: str, mentions: Mentions, sentence: Span, verb: Span) -> Span | None:
    """Return what was done or who was honoured, right before the verb: «План … выполнен»."""
    auxiliary = _AUXILIARY.search(text, sentence.start, verb.start)
    if auxiliary is None:
        return None
    named = mentions.subjects(sentence.start, auxiliary.start())
    if named and named[-1].span.stop == auxiliary.start():
        return named[-1].span
    span = beginning_at(text, _start(text, sentence), "nomn")
    if span is None or span.stop != auxiliary.start():
        span = ending_at(text, auxiliary.start())
    if span is None or span.start < sentence.start:
        return None
    # «За это время реализовано»: the dictionary takes «это» for a particle.
    this = _THIS.search(text, sentence.start, span.start)
    if is_behind_preposition(text, this.start() if this is not None else span.start):
        return None
    return span if agrees(span.of(text), verb.of(text)) else None


def _tells(text: str, start: int, stop: int, things: frozenset[str]) -> bool:
    """Whether one of the first nouns of a stretch of text is one of these."""
    near = re.split(r"[,;:(]", text[start:stop], maxsplit=1)[0]
    lemmas = [morph.lemmas(word.lower()) for word in WORD.findall(near)[:_NEAR_WORDS] if _is_noun(word)]
    nouns = [found for found in lemmas if not found & _COUNTING][:_NEAR_NOUNS]
    return bool(nouns) and (_ANY in things or any(found & things for found in nouns))


def _is_noun(word: str) -> bool:
    return part_of(word) == "NOUN"


def _told(text: str, what: Span, doing: Sequence[Slot], rule: str) -> Fact | None:
    """Return the fact, unless too little is told or less than the whole was achieved: «на 62 %»."""
    share = _SHARE.search(what.of(text))
    is_part = share is not None and int(share[1]) < _WHOLE and "план" in what.of(text).lower()
    return None if is_part or " " not in what.of(text) else _fact(text, what, doing, rule)


def _start(text: str, sentence: Span) -> int:
    """Return where the words of a sentence begin, behind its number or dash."""
    mark = _MARK.match(text, sentence.start, sentence.stop)
    return mark.end() if mark is not None else sentence.start


def _fact(text: str, what: Span, doing: Sequence[Slot], rule: str) -> Fact:
    slots = (drafts.slot(text, "what", what), *doing)
    return Fact("", FactType.ACHIEVEMENT, slots, drafts.passage(slots), "achieved", 0.8, rule)
