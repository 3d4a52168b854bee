"""What sides agreed on or signed, what somebody decided or means to do: the ways it is told, in order.

стороны договорились принять …   достигнута договорённость о …   подписали программу …
лидеры выразили намерение …      Туркменистан намерен упростить …   правление приняло решение …
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.facts import drafts, morph
from index.facts.clause_words import WORD, finite_verbs, infinitive, is_verb_form, part_of, reach
from index.facts.figure_phrases import beginning_at
from index.facts.lexicon import words
from index.facts.mentions import Mentions
from index.facts.noun_phrases import nominative
from index.facts.parties import are_several, between, partner, subjects
from index.model.fact import Fact, FactType, Slot
from index.model.span import Span

_AGREE: Final = frozenset({"договориться", "условиться", "согласиться"})
_SETTLE: Final = frozenset({"согласовать"})
_RESOLVE: Final = frozenset({"решить"})
_SIGN: Final = frozenset({"подписать", "заключить", "парафировать"})
_INTEND: Final = frozenset(
    {"планировать", "намереваться", "собираться", "рассчитывать", "обязаться", "обязываться"}
)
_PROMISE: Final = frozenset({"обещать", "пообещать", "обязаться"})
_INTENT: Final = re.compile(
    r"(?<!\w)(?:(?:выразил[аои]?|подтвердил[аои]?)\s+(?:сво[её]\s+)?(?:намерение|готовность)"
    r"|заявил[аои]?\s+о\s+(?:своей\s+|своём\s+)?(?:намерении|готовности))\s+",
    re.IGNORECASE,
)
_MEANS: Final = re.compile(r"(?<!\w)(?:намерен[аоы]?|готов[аоы]?)\s+", re.IGNORECASE)
_PLANNED: Final = re.compile(
    r"(?<!\w)(?:планируется|предполагается|намечено|запланировано|намечается)\s+", re.IGNORECASE
)
_ACCORD: Final = re.compile(
    r"(?<!\w)(?:(?:достигнут[аыо]?|достигли|имеется|заключен[аы]?)\s+(?:[а-яё]+\s+)?"
    r"(?:договор[её]нност(?:ь|и|ей)|соглашени[ея]|согласи[ея]|понимани[ея])"
    r"|приш(?:ли|ёл|ел|ла)\s+к\s+(?:[а-яё]+\s+)?(?:соглашению|согласию|договор[её]нности|пониманию))"
    r"\s+(?P<on>об?|по)\s+",
    re.IGNORECASE,
)
_DECISION: Final = re.compile(
    r"(?<!\w)(?:принял[аио]?|приняты?|принято|вынес(?:л[аи])?)\s+(?:[а-яё]+\s+)?решение:?\s+(?:(?P<on>об?)\s+)?(?=[а-яё])",
    re.IGNORECASE,
)
_RESOLVED: Final = re.compile(r"(?<!\w)решено:?\s+(?=[а-яё])", re.IGNORECASE)
_ITS_TERMS: Final = re.compile(r",?\s+(?:по\s+условиям|согласно|в\s+соответствии\s+с)\s+котор")
_COUNTED: Final = re.compile(
    r"\s(?:\d{1,3}|несколько|две?|три|четыре|пять|шесть|семь|восемь|девять|десять)\s"
)
_ABOUT: Final = re.compile(r"\s+(?P<on>об?|по)\s+(?!том\b)(?=[а-яё])")
_NOT: Final = re.compile(r"(?<!\w)не\s+$", re.IGNORECASE)
_ASKED: Final = re.compile(
    r"(?<!\w)(?:[Пп]очему|[Зз]ачем|[Ее]сли|Когда|Как|[Кк]отор[а-яё]+|[Вв]\sслучае|[Нн]е\sвсе|(?:может|могут|должны?)\sбыть)\s"
)
"""A sentence with such words before the verb tells nothing that was agreed."""
_OPENING: Final = re.compile(
    r"(?:[«–—\s]*)(?:(?:так|также|ещё|кроме\sтого|далее|при\sэтом|поэтому|затем|был[оа]?|уже|вчера|сегодня|ранее|недавно|тогда|позже|теперь),?\s?)*"
    r"(?:(?:в|во|до|к|на|с|по|из|за|для|при|под|после)\s.*)?$",
    re.IGNORECASE,
)
"""What may stand before «планируется построить», where it names no object."""
_CLAUSE: Final = re.compile(r",\s(?:что\s)?")
_WHETHER: Final = re.compile(r"\sли(?!\w)")
_BEFORE_INFINITIVE: Final = 60


@dataclass(frozen=True, slots=True)
class _Agreed:
    """What was agreed on, and its case if it is no task; the subject of `verb` did it."""

    kind: FactType
    what: Span
    verb: Span
    status: str
    case: str = ""
    others: tuple[Slot, ...] = ()
    needs_several: bool = False
    needs_party: bool = False


@dataclass(frozen=True, slots=True)
class _Reader:
    """A sentence of a text with its names."""

    text: str
    mentions: Mentions
    sentence: Span

    def verbs(self, lemmas: frozenset[str]) -> Iterator[tuple[Span, str]]:
        """Yield the forms of verbs that are neither denied nor asked for, with their part of speech."""
        for verb, part in finite_verbs(self.text, self.sentence.start, self.sentence.stop, lemmas):
            is_asked = _WHETHER.match(self.text, verb.stop, self.sentence.stop) is not None
            if not is_asked and not self.is_denied(verb.start):
                yield verb, part

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield where a pattern stands that is not denied."""
        for match in pattern.finditer(self.text, self.sentence.start, self.sentence.stop):
            if not self.is_denied(match.start()):
                yield match

    def is_denied(self, position: int) -> bool:
        """Whether «не» stands before a place."""
        return _NOT.search(self.text, max(self.sentence.start, position - 4), position) is not None

    def task(self, start: int) -> Span | None:
        """Return what an infinitive close behind a verb reaches; no other verb stands between."""
        found = infinitive(self.text, start, min(self.sentence.stop, start + _BEFORE_INFINITIVE))
        if found is None or any(is_verb_form(w) for w in WORD.findall(self.text[start : found.start])):
            return None
        if "," in self.text[start : found.start]:
            return None
        return reach(self.text, found.start, self.sentence.stop)

    def reach(self, start: int) -> Span:
        """Return what depends on the word at a place."""
        return reach(self.text, start, self.sentence.stop)


def _agreed(reader: _Reader) -> Iterator[_Agreed]:
    """«Договорились принять дорожную карту», «договорилась с Китаем о поставках»."""
    text, stop = reader.text, reader.sentence.stop
    for verb, part in reader.verbs(_AGREE):
        other = partner(text, reader.mentions, verb.stop, stop)
        if part != "VERB" or not (_is_plural(verb.of(text)) or other is not None):
            continue
        behind = other[1] if other is not None else verb.stop
        what, about = reader.task(behind), _ABOUT.match(text, behind, stop)
        what = what if what is not None or about is None else reader.reach(about.end())
        if what is not None:
            case = _case(about) if about is not None and what.start == about.end() else ""
            others = (other[0],) if other is not None else ()
            yield _Agreed(FactType.AGREEMENT, what, verb, _when(verb.of(text), "agreed"), case, others)


def _case(match: re.Match[str]) -> str:
    """Return the case that the preposition asks for."""
    return "datv" if match["on"].lower() == "по" else "loct"


def _verb(match: re.Match[str]) -> Span:
    """Return the verb that a match begins with."""
    return Span(match.start(), match.start() + len(match[0].split()[0]))


def _when(verb: str, status: str) -> str:
    """Return the status of what a verb tells: planned if it is still to come."""
    is_to_come = any(parse.tag.tense == "futr" for parse in morph.parses(verb.lower()))
    return "planned" if is_to_come else status


def _accord(reader: _Reader) -> Iterator[_Agreed]:
    """«Достигнуты договорённости по реализации проектов», «пришли к согласию о цене»."""
    for match in reader.matches(_ACCORD):
        what = reader.reach(match.end())
        yield _Agreed(FactType.AGREEMENT, what, _verb(match), "agreed", _case(match))


def _signed(reader: _Reader) -> Iterator[_Agreed]:
    """«Подписали программу действий», «подписан ряд соглашений»: a paper of several sides."""
    text = reader.text
    for verb, part in reader.verbs(_SIGN):
        if part == "INFN":
            continue
        case = "nomn" if part == "PRTS" else "accs"
        early = partner(text, reader.mentions, verb.stop, reader.sentence.stop)
        start = early[1] if early is not None else verb.stop
        counted = _COUNTED.match(text, start, reader.sentence.stop)
        case = "gent" if counted is not None else case
        paper = beginning_at(text, counted.end() if counted is not None else start + 1, case)
        if paper is None or not _is_paper(paper.of(text), case):
            continue
        what = _unconditioned(text, reader.reach(start + 1))
        other = early or partner(text, reader.mentions, paper.stop, reader.sentence.stop)
        others = [other[0]] if other is not None else []
        if part == "PRTS":
            others = between(text, reader.mentions, reader.sentence.start, reader.sentence.stop) or others
        yield _Agreed(FactType.AGREEMENT, what, verb, _when(verb.of(text), "signed"), case, tuple(others))


def _unconditioned(text: str, what: Span) -> Span:
    """Return a paper without what it says: «договор займа» of «договор займа, по условиям которого …»."""
    says = _ITS_TERMS.search(text, what.start, what.stop)
    return Span(what.start, says.start()) if says is not None else what


def _is_paper(said: str, case: str) -> bool:
    head = next((w for w in WORD.findall(said) if morph.has(w, "NOUN", case)), "")
    return bool(morph.lemmas(head.lower()) & words("signed_papers.txt"))


def _settled(reader: _Reader) -> Iterator[_Agreed]:
    """«Стороны согласовали программу сотрудничества»."""
    for verb, part in reader.verbs(_SETTLE):
        thing = beginning_at(reader.text, verb.stop + 1, "accs")
        if part == "VERB" and thing is not None:
            what, status = reader.reach(thing.start), _when(verb.of(reader.text), "agreed")
            yield _Agreed(FactType.AGREEMENT, what, verb, status, "accs", needs_several=True)


def _resolved(reader: _Reader) -> Iterator[_Agreed]:
    """«Министры решили учредить совет»: several agree, one decides."""
    for verb, part in reader.verbs(_RESOLVE):
        what = reader.task(verb.stop) if part == "VERB" else None
        if what is not None:
            is_plural = _is_plural(verb.of(reader.text))
            kind = FactType.AGREEMENT if is_plural else FactType.DECISION
            status = _when(verb.of(reader.text), "agreed" if is_plural else "actual")
            yield _Agreed(kind, what, verb, status, needs_several=is_plural, needs_party=not is_plural)


def _decided(reader: _Reader) -> Iterator[_Agreed]:
    """«Правление приняло решение продать долю», «принято решение о переносе», «решено создать»."""
    for match in reader.matches(_DECISION):
        if match["on"]:
            what, case = reader.reach(match.end()), "loct"
        else:
            task = reader.task(match.end())
            if task is None or task.start != match.end():
                continue
            what, case = task, ""
        yield _Agreed(FactType.DECISION, what, _verb(match), "actual", case)
    for match in reader.matches(_RESOLVED):
        task = reader.task(match.end())
        if task is not None:
            yield _Agreed(FactType.DECISION, _with_object(reader, task, match), _verb(match), "actual")


def _intended(reader: _Reader) -> Iterator[_Agreed]:
    """«Лидеры выразили намерение учредить совет», «Туркменистан намерен упростить выдачу виз»."""
    text = reader.text
    places = [(_verb(match), match.end()) for p in (_INTENT, _MEANS) for match in reader.matches(p)]
    for verb, part in reader.verbs(_INTEND | _PROMISE):
        readings = [p for p in morph.parses(verb.of(text).lower()) if p.tag.POS == "VERB"]
        is_promised = bool({p.normal_form for p in readings} & _PROMISE)
        is_now = part == "VERB" and (is_promised or all(p.tag.tense == "pres" for p in readings))
        places += [(verb, verb.stop)] if is_now else []
    for verb, stop in sorted(places):
        what = reader.task(stop)
        if what is not None:
            kind = FactType.AGREEMENT if verb.of(text).lower() == "выразили" else FactType.INTENTION
            yield _Agreed(kind, what, verb, "planned", needs_party=True)


def _planned(reader: _Reader) -> Iterator[_Agreed]:
    """«В городе планируется открыть музей»: nobody is named."""
    for match in reader.matches(_PLANNED):
        what = reader.task(match.end())
        if what is not None:
            yield _Agreed(FactType.INTENTION, _with_object(reader, what, match), _verb(match), "planned")


def _with_object(reader: _Reader, task: Span, verb: re.Match[str]) -> Span:
    """Return a task with its object before the verb: «Станцию на Луне планируется создавать поэтапно»."""
    text = reader.text
    start = max((m.end() for m in _CLAUSE.finditer(text, reader.sentence.start, verb.start())), default=0)
    start = max(start, reader.sentence.start)
    before = WORD.findall(text[start : verb.start()])
    has_none = _OPENING.match(text, start, verb.start()) is not None
    is_other = any(part_of(word) == "VERB" and word.lower() != "было" for word in before)
    return task if has_none or is_other else Span(start, task.stop)


RULES: Sequence[tuple[str, Callable[[_Reader], Iterator[_Agreed]]]] = (
    ("agreed_to", _agreed),
    ("accord_on", _accord),
    ("signed_paper", _signed),
    ("settled", _settled),
    ("resolved_to", _resolved),
    ("decided_to", _decided),
    ("intend_to", _intended),
    ("planned_to", _planned),
)
"""Name and rule: a sentence with its names."""
_NO_SUBJECT: Final = frozenset({"planned_to"})


def find_agreements(text: str, mentions: Mentions, sentences: Sequence[Span]) -> Iterator[Fact]:
    """Yield agreements, decisions and intentions of a text, in order."""
    for sentence in sentences:
        reader = _Reader(text, mentions, sentence)
        for rule, find in RULES:
            for found in find(reader):
                said = found.what.of(text)
                if _ASKED.search(text, sentence.start, found.verb.start) or (
                    not found.case and " " not in said
                ):
                    continue
                parties = [] if rule in _NO_SUBJECT else _parties(reader, found)
                is_several = are_several(parties)
                if (found.needs_several and not is_several) or (found.needs_party and not parties):
                    continue
                kind = found.kind
                if kind == FactType.AGREEMENT and rule == "intend_to" and not is_several:
                    kind = FactType.INTENTION
                yield _fact(text, kind, found, parties, rule)


def _parties(reader: _Reader, found: _Agreed) -> list[Slot]:
    name = "who" if found.kind == FactType.DECISION else "parties"
    if found.kind == FactType.DECISION and part_of(found.verb.of(reader.text)) == "PRTS":
        return []  # «По договорённости с ГУВД решено …»: nobody is its subject.
    doing = subjects(reader.text, reader.mentions, reader.sentence.start, found.verb, name)
    taken = {slot.span for slot in found.others}
    return [*(slot for slot in doing if slot.span not in taken), *found.others]


def _fact(text: str, kind: FactType, found: _Agreed, parties: Sequence[Slot], rule: str) -> Fact:
    said = found.what.of(text)
    is_task = infinitive(text, found.what.start, found.what.stop) is not None
    what = drafts.slot(text, "what", found.what, None if is_task else nominative(said, found.case))
    slots = (what, *parties)
    return Fact("", kind, slots, found.verb.hull(drafts.passage(slots)), found.status, 0.85, rule)


def _is_plural(word: str) -> bool:
    return any(parse.tag.number == "plur" for parse in morph.parses(word.lower()) if parse.tag.POS == "VERB")
