"""What sides agreed on or signed, and what somebody means to do: an ordered table of the ways it is told.

стороны договорились принять …   достигнута договорённость о …   подписали программу …
лидеры выразили намерение …      Туркменистан намерен упростить …
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import drafts, morph
from index.facts.clause_words import WORD, finite_verbs, infinitive, is_verb_form, named, reach
from index.facts.figure_phrases import beginning_at
from index.facts.lexicon import words
from index.facts.mentions import Mentions
from index.facts.noun_phrases import nominative
from index.model.fact import Fact, FactType, Slot
from index.model.span import Span

_AGREE: Final = frozenset({"договориться", "условиться", "согласиться"})
_RESOLVE: Final = frozenset({"решить"})
_SIGN: Final = frozenset({"подписать"})
_INTEND: Final = frozenset({"планировать", "намереваться", "собираться"})
_INTENT: Final = re.compile(
    r"(?<!\w)(?:выразил[аи]?|подтвердил[аи]?)\s+(?:сво[её]\s+)?намерение\s+", re.IGNORECASE
)
_MEANS: Final = re.compile(r"(?<!\w)намерен[аы]?\s+", re.IGNORECASE)
_ACCORD: Final = re.compile(
    r"(?<!\w)(?:достигнут[аы]?|достигли|есть|имеется|заключен[аы]?)\s+(?:[а-яё]+\s+)?"
    r"договор[её]нност(?:ь|и|ей)\s+(?P<on>об?|по)\s+",
    re.IGNORECASE,
)
_COLLECTIVE: Final = re.compile(
    r"(?<!\w)(?:стороны|министры|лидеры|президенты|главы\s+(?:государств|правительств|МИД)|участники|собеседники|"
    r"премьер-министры|делегации|страны|партн[её]ры|парламентарии|послы)(?!\w)(?:\s+(?:двух|обеих|трёх|трех)\s+\S+)?",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(r"\s+(?P<on>об?|по)\s+(?!том\b)(?=[а-яё])")
_NOT: Final = re.compile(r"(?<!\w)не\s+$", re.IGNORECASE)
_PREPOSITION: Final = re.compile(r"(?<!\w)(?:на|в|про|через|за|об?)\s$")
_BORDER: Final = re.compile(r"[;:«»()\n]|,\s(?:а|но|что|котор\w+)\s")
_ASKED: Final = re.compile(r"(?:[Пп]очему|[Зз]ачем|[Ее]сли|Когда|Как|котор[а-яё]+)\s")
"""A sentence that begins so tells nothing that was agreed, nor does a clause."""
_LISTED: Final = re.compile(r",?\sи\s|,\s")
_BEFORE_INFINITIVE: Final = 60
_BEFORE_SUBJECT: Final = 140


@dataclass(frozen=True, slots=True)
class _Agreed:
    """What was agreed on, and its case if it is no task; its parties are looked for before `verb`."""

    kind: FactType
    what: Span
    verb: int
    status: str
    case: str = ""
    needs_several: bool = False
    needs_party: bool = False


def _denied(text: str, sentence: Span, position: int) -> bool:
    return _NOT.search(text, max(sentence.start, position - 4), position) is not None


def _infinitive_behind(text: str, start: int, sentence: Span) -> Span | None:
    """Return what an infinitive close behind a verb reaches; no other verb stands between."""
    found = infinitive(text, start, min(sentence.stop, start + _BEFORE_INFINITIVE))
    if found is None or any(is_verb_form(w) for w in WORD.findall(text[start : found.start])):
        return None
    if "," in text[start : found.start]:
        return None
    return reach(text, found.start, sentence.stop)


def _agreed(text: str, sentence: Span) -> Iterator[_Agreed]:
    """«Договорились принять дорожную карту», «договорились о поставках»."""
    for verb, part in finite_verbs(text, sentence.start, sentence.stop, _AGREE):
        if part != "VERB" or _denied(text, sentence, verb.start) or not _is_plural(verb.of(text)):
            continue
        what = _infinitive_behind(text, verb.stop, sentence)
        about = _ABOUT.match(text, verb.stop, sentence.stop) if what is None else None
        if about is not None:
            what = reach(text, about.end(), sentence.stop)
        if what is not None:
            case = _case(about) if about is not None else ""
            yield _Agreed(FactType.AGREEMENT, what, verb.start, "agreed", case)


def _case(match: re.Match[str]) -> str:
    """Return the case that the preposition asks for."""
    return "datv" if match["on"].lower() == "по" else "loct"


def _accord(text: str, sentence: Span) -> Iterator[_Agreed]:
    """«Достигнуты договорённости по реализации проектов»."""
    for match in _ACCORD.finditer(text, sentence.start, sentence.stop):
        if not _denied(text, sentence, match.start()):
            what = reach(text, match.end(), sentence.stop)
            yield _Agreed(FactType.AGREEMENT, what, match.start(), "agreed", _case(match))


def _signed(text: str, sentence: Span) -> Iterator[_Agreed]:
    """«Подписали программу действий», «подписан ряд соглашений»: a paper of several sides."""
    for verb, part in finite_verbs(text, sentence.start, sentence.stop, _SIGN):
        case = "nomn" if part == "PRTS" else "accs"
        paper = beginning_at(text, verb.stop + 1, case)
        if _denied(text, sentence, verb.start) or part == "INFN" or paper is None:
            continue
        head = [w for w in WORD.findall(paper.of(text)) if morph.has(w, "NOUN", case)]
        if not head or not morph.lemmas(head[0].lower()) & words("signed_papers.txt"):
            continue
        what = reach(text, paper.start, sentence.stop)
        yield _Agreed(FactType.AGREEMENT, what, verb.start, "signed", case)


def _resolved(text: str, sentence: Span) -> Iterator[_Agreed]:
    """«Министры решили учредить совет»: several agree, one decides."""
    for verb, part in finite_verbs(text, sentence.start, sentence.stop, _RESOLVE):
        what = _infinitive_behind(text, verb.stop, sentence) if part == "VERB" else None
        if what is None or _denied(text, sentence, verb.start):
            continue
        if _is_plural(verb.of(text)):
            yield _Agreed(FactType.AGREEMENT, what, verb.start, "agreed", needs_several=True)
        else:
            yield _Agreed(FactType.DECISION, what, verb.start, "actual", needs_party=True)


def _intended(text: str, sentence: Span) -> Iterator[_Agreed]:
    """«Лидеры выразили намерение учредить совет», «Туркменистан намерен упростить выдачу виз»."""
    places = [
        (m.start(), m.end())
        for p in (_INTENT, _MEANS)
        for m in p.finditer(text, sentence.start, sentence.stop)
    ]
    for verb, part in finite_verbs(text, sentence.start, sentence.stop, _INTEND):
        is_now = part == "VERB" and all(p.tag.tense == "pres" for p in morph.parses(verb.of(text).lower()))
        places += [(verb.start, verb.stop)] if is_now else []
    for start, stop in sorted(places):
        what = _infinitive_behind(text, stop, sentence)
        if what is None or _denied(text, sentence, start):
            continue
        kind = FactType.AGREEMENT if "выразили" in text[start:stop].lower() else FactType.INTENTION
        yield _Agreed(kind, what, start, "planned", needs_party=True)


RULES: Sequence[tuple[str, Callable[[str, Span], Iterator[_Agreed]]]] = (
    ("agreed_to", _agreed),
    ("accord_on", _accord),
    ("signed_paper", _signed),
    ("resolved_to", _resolved),
    ("intend_to", _intended),
)
"""Name and rule: the text and a sentence."""


def find_agreements(text: str, mentions: Mentions, sentences: Sequence[Span]) -> Iterator[Fact]:
    """Yield agreements, decisions and intentions of a text, in order."""
    for sentence in sentences:
        for rule, find in RULES:
            for found in find(text, sentence):
                if " " not in found.what.of(text) or _ASKED.search(text, sentence.start, found.verb):
                    continue
                parties = subjects(text, mentions, sentence, found.verb)
                is_several = len(parties) > 1 or any(_COLLECTIVE.match(slot.text) for slot in parties)
                if (found.needs_several and not is_several) or (found.needs_party and not parties):
                    continue
                kind = found.kind
                if kind == FactType.AGREEMENT and found.status == "planned" and not is_several:
                    kind = FactType.INTENTION
                yield _fact(text, kind, found, parties, rule)


def _fact(text: str, kind: FactType, found: _Agreed, parties: Sequence[Slot], rule: str) -> Fact:
    span = Span(found.verb, found.what.stop)
    for slot in parties:
        span = span.hull(slot.span) if slot.span is not None else span
    said = found.what.of(text)
    is_task = infinitive(text, found.what.start, found.what.stop) is not None
    slots = (
        drafts.slot(text, "what", found.what, None if is_task else nominative(said, found.case)),
        *parties,
    )
    return Fact("", kind, slots, span, found.status, 0.85, rule)


def subjects(text: str, mentions: Mentions, sentence: Span, verb: int, slot: str = "parties") -> list[Slot]:
    """Return the subject before a verb: names joined by «и», or the word for several.

    Args:
        text: The document's text.
        mentions: Its names.
        sentence: The sentence.
        verb: Where the verb begins.
        slot: The name of the slots.
    """
    start = max(sentence.start, verb - _BEFORE_SUBJECT)
    collective = [Span(*m.span()) for m in _COLLECTIVE.finditer(text, start, verb)]
    named_before = mentions.subjects(start, verb)
    if named_before and _parted(text, named_before[-1].span.stop, verb):
        named_before = []
    if collective and (not named_before or collective[-1].start > named_before[-1].span.start):
        return [drafts.slot(text, slot, collective[-1])] if _is_subject(text, collective[-1], verb) else []
    found: list[Slot] = []
    following = verb
    for one in reversed(named_before):
        between = text[one.span.stop : following]
        if found and not _LISTED.fullmatch(between):
            break
        found.insert(0, named(text, slot, one))
        following = one.span.start
    return found


def _is_subject(text: str, span: Span, verb: int) -> bool:
    """Whether a collective word may be the subject of the verb: no preposition before it."""
    before = text[max(0, span.start - 12) : span.start].lower()
    return not re.search(r"(?<!\w)(?:на|в|про|через|за|об?)\s$", before) and not _parted(
        text, span.stop, verb
    )


def _parted(text: str, start: int, stop: int) -> bool:
    """Whether another statement stands between a subject and its verb; «и» may join two verbs of it."""
    return _BORDER.search(text, start, stop) is not None


def _is_plural(word: str) -> bool:
    return any(parse.tag.number == "plur" for parse in morph.parses(word.lower()) if parse.tag.POS == "VERB")
