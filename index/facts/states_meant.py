"""Whom «стороны», «лидеры двух стран», «Президент нашей страны» mean: who holds which office in the document.

An ordered table of ways to speak of people and states without a name. Each is resolved by the occupations
that the document states: of several sets of people by the one that is named together last before the words.
Where that does not tell, nobody is meant: a list of the wrong names is worse than words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.facts.place_spans import listed
from index.facts.sources import ADDRESS
from index.model.fact import Entity, EntityType, Fact, FactType, Slot
from index.model.span import Span

_STATE: Final = re.compile(r"(?:президент|король|королева|султан|эмир|император|шах|глава государства)$")
_GOVERNMENT: Final = re.compile(
    r"(?:премьер-министр|премьер|канцлер|(?:председатель|глава) (?:правительства|кабинета министров))$"
)
_PRESIDENT: Final = re.compile(r"президент$")
_MINISTER: Final = re.compile(r"(?:министр|глава МИД)")
_LEADER: Final = re.compile(f"(?:{_STATE.pattern}|{_GOVERNMENT.pattern})")
_HOW_MANY: Final = {"двух": 2, "обеих": 2, "обоих": 2, "наших": 2, "трёх": 3, "трех": 3, "оба": 2, "обе": 2}
_COUNT: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_HOW_MANY)})(?!\w)", re.IGNORECASE)
_OF_STATES: Final = r"(?:(?:\s+(?:двух|обеих|обоих|наших|трёх|трех))?\s+(?:стран|государств|республик))"
_NO_NAME_BEHIND: Final = r"(?![\w-])(?!\s+(?:[А-ЯЁ«]|[а-яё]+ск(?:их|ого|ой)\s))"
"""«Главы государств Азии» are others than those who meet."""
_PAIR: Final = 2
_OFTEN: Final = 2
_DOMAINS: Final = {"uk": "GB", "su": "RU"}
"""Domains of states whose code is another."""


@dataclass(frozen=True, slots=True)
class Collective:
    """Words that mean people or states which the document names elsewhere.

    Attributes:
        span: The words.
        members: Whom they mean, in the order of the document; one for an office.
        rule: What found them.
    """

    span: Span
    members: tuple[Entity, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class _Official:
    """Who holds an office, and where that is said first."""

    person: Entity
    office: str
    start: int


@dataclass(frozen=True, slots=True)
class _Holder(_Official):
    """Who holds an office of a state."""

    country: Entity


@dataclass(frozen=True, slots=True)
class _Known:
    """What a document says of states and who leads them."""

    text: str
    holders: tuple[_Holder, ...]
    others: tuple[_Official, ...]
    """Who holds an office of no state, or does not say of which."""
    home: str
    """ISO code of the state whose site the document is from; '' when unknown."""
    pair: tuple[Entity, ...]
    """The two states that the document is about: named often, all others less; none if it is not two."""

    def together(self, position: int, offices: re.Pattern[str], count: int) -> tuple[_Holder, ...]:
        """Return one holder a state, those who are meant at a place; none when it is not clear who.

        Args:
            position: The place.
            offices: Which offices count.
            count: How many are meant; 0 when that is not said.
        """
        before = [one for one in self.holders if one.start < position and offices.match(one.office)]
        found = _one_a_state(before)
        if len(found) > (count or 2):
            near = [one for one in before if _is_named_in(one, self._last_paragraph(before, position))]
            found = _one_a_state(near)
        return found if len(found) > 1 and count in (0, len(found)) else ()

    def only_two(self, position: int, offices: re.Pattern[str]) -> tuple[Entity, ...]:
        """Return the two people before a place who alone hold such offices; none if it is not two."""
        if any(offices.match(one.office) for one in self.holders):
            return ()
        found = {
            one.person.id: one.person
            for one in self.others
            if one.start < position and offices.match(one.office)
        }
        return tuple(found.values()) if len(found) == _PAIR else ()

    def _last_paragraph(self, holders: Sequence[_Holder], position: int) -> Span:
        """Return the last paragraph before a place that names two of these people."""
        stop = position
        while stop > 0:
            start = self.text.rfind("\n", 0, stop) + 1
            span = Span(start, stop)
            if len({one.person.id for one in holders if _is_named_in(one, span)}) > 1:
                return span
            stop = start - 1
        return Span(0, 0)

    def holder(self, position: int, office: re.Pattern[str], country: str) -> Entity | None:
        """Return the only person before a place who holds an office: of a state by its code, '' of any."""
        found = {
            one.person.id: one.person
            for one in self.holders
            if one.start < position and office.match(one.office) and country in ("", _code(one.country))
        }
        return next(iter(found.values())) if len(found) == 1 else None


def _one_a_state(holders: Iterable[_Holder]) -> tuple[_Holder, ...]:
    """Return one holder of each state: its head rather than that of its government."""
    chosen: dict[str, _Holder] = {}
    for one in sorted(holders, key=lambda one: (_STATE.match(one.office) is None, one.start)):
        chosen.setdefault(one.country.id, one)
    return tuple(sorted(chosen.values(), key=lambda one: one.start))


def _is_named_in(one: _Holder, span: Span) -> bool:
    return any(span.covers(mention) for mention in one.person.mentions)


def _code(country: Entity) -> str:
    place = listed(country.name)
    return place.code if place is not None else ""


Resolve = Callable[[_Known, re.Match[str]], tuple[Entity, ...]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to speak of somebody without a name, and how to find out whom it means."""

    name: str
    words: re.Pattern[str]
    resolve: Resolve


def _people(offices: re.Pattern[str]) -> Resolve:
    def resolve(known: _Known, match: re.Match[str]) -> tuple[Entity, ...]:
        count = _count(match)
        holders = known.together(match.start(), offices, count)
        if not holders and count in (0, _PAIR):
            return known.only_two(match.start(), offices)
        return tuple(one.person for one in holders)

    return resolve


_OF_ONE: Final = re.compile(
    r"(?<!\w)(?:со?|от|из|для|до|у|без|против|кроме|его|её|их|\w+[оеё]й)\s$", re.IGNORECASE
)
"""What stands before «стороны» that are one: «со стороны», «со своей стороны»."""
_LINE: Final = 20


def _states(known: _Known, match: re.Match[str]) -> tuple[Entity, ...]:
    """«Стороны»: the states whose leaders or ministers meet, else the two told of; «со стороны» are none."""
    if _OF_ONE.search(known.text, max(0, match.start() - _LINE), match.start()):
        return ()
    offices = re.compile(f"{_LEADER.pattern}|{_MINISTER.pattern}")
    met = known.together(match.start(), offices, _count(match))
    return tuple(one.country for one in met) if met or known.holders else known.pair


def _count(match: re.Match[str]) -> int:
    told = _COUNT.search(match.group())
    return _HOW_MANY[told.group().lower()] if told else 0


def _of_ours(known: _Known, match: re.Match[str]) -> tuple[Entity, ...]:
    """«Президент нашей страны»: the state whose site it is, or the only one that has such a holder."""
    person = known.holder(match.start(), _STATE, known.home)
    return (person,) if person is not None else ()


def _of_a_state(known: _Known, match: re.Match[str]) -> tuple[Entity, ...]:
    """«Президент Узбекистана», without his name behind it."""
    place = listed(match["country"])
    office = _GOVERNMENT if match["office"].lower().startswith("премьер") else _PRESIDENT
    if place is None or not place.code:
        return ()
    person = known.holder(match.start(), office, place.code)
    named = person is not None and any(m.start == match.end() + 1 for m in person.mentions)
    return (person,) if person is not None and not named else ()


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?i:{words}){_NO_NAME_BEHIND}")


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "president_of_ours",
        _pattern(r"(?:президент|глава)\s+наше(?:й|го)\s+(?:страны|государства|республики)"),
        _of_ours,
    ),
    Rule(
        "office_of_a_state",
        re.compile(
            r"(?<![\w-])(?P<office>[Пп]резидент|[Пп]ремьер-министр)\s"
            r"(?P<country>(?:[А-ЯЁ][а-яё]+\s)?[А-ЯЁ][А-ЯЁа-яё]+)(?![\w-])"
        ),
        _of_a_state,
    ),
    Rule(
        "presidents",
        _pattern(rf"(?:оба\s+)?президенты{_OF_STATES}?"),
        _people(_PRESIDENT),
    ),
    Rule(
        "leaders",
        _pattern(rf"(?:лидеры{_OF_STATES}?|(?:главы|руководители){_OF_STATES})"),
        _people(_LEADER),
    ),
    Rule(
        "heads_of_government",
        _pattern(rf"(?:премьер-министры|премьеры|главы\s+правительств){_OF_STATES}?"),
        _people(_GOVERNMENT),
    ),
    Rule("ministers", _pattern(rf"министры{_OF_STATES}?"), _people(_MINISTER)),
    Rule("sides", _pattern(r"(?:обе\s+)?(?:стороны|страны|государства)"), _states),
)
"""In this order: of two that share words the first is believed."""


def collectives(text: str, entities: Iterable[Entity], facts: Iterable[Fact]) -> list[Collective]:
    """Return the words of a document that mean people or states named elsewhere in it, in text order.

    Args:
        text: The document's text.
        entities: Its entities.
        facts: Its facts; the occupations among them tell who leads which state.
    """
    known = _known(text, entities, facts)
    found: list[Collective] = []
    for rule in RULES:
        for match in rule.words.finditer(text):
            span = Span(*match.span())
            if any(one.span.overlaps(span) for one in found):
                continue
            if members := rule.resolve(known, match):
                found.append(Collective(span, members, rule.name))
    return sorted(found, key=lambda one: one.span)


def _known(text: str, entities: Iterable[Entity], facts: Iterable[Fact]) -> _Known:
    by_id = {entity.id: entity for entity in entities}
    officials = sorted(_officials(by_id, facts), key=lambda one: one.start)
    holders = tuple(one for one in officials if isinstance(one, _Holder))
    others = tuple(one for one in officials if not isinstance(one, _Holder))
    home = _home(text, {_code(one.country) for one in holders})
    return _Known(text, holders, others, home, _pair(by_id.values()))


def _pair(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    often = sorted(
        (one for one in entities if one.type == EntityType.COUNTRY and len(one.mentions) >= _OFTEN),
        key=lambda one: -len(one.mentions),
    )
    first, others = often[:_PAIR], often[_PAIR:]
    if len(first) < _PAIR or (others and len(others[0].mentions) == len(first[-1].mentions)):
        return ()
    return tuple(sorted(first, key=lambda one: one.mentions[0]))


def _officials(by_id: dict[str, Entity], facts: Iterable[Fact]) -> Iterator[_Official]:
    for fact in facts:
        person, position, org = (fact.slot(name) for name in ("person", "position", "org"))
        if fact.type != FactType.OCCUPATION or fact.status == "past" or person is None or position is None:
            continue
        who = by_id.get(person.entity_id)
        where = by_id.get(org.entity_id) if org is not None else None
        office = str(position.value or position.text).lower()
        if who is not None and where is not None and where.type == EntityType.COUNTRY:
            yield _Holder(who, office, fact.span.start, where)
        elif who is not None:
            yield _Official(who, office, fact.span.start)


def _home(text: str, codes: set[str]) -> str:
    """Return which of some states the addresses in a text are of: «https://president.uz»; '' when not one."""
    domains = {
        match.group().removeprefix("https://").removeprefix("http://").partition("/")[0].rpartition(".")[2]
        for match in ADDRESS.finditer(text)
    }
    told = {_DOMAINS.get(domain.lower(), domain.upper()) for domain in domains} & codes
    return told.pop() if len(told) == 1 else ""


_RESOLVED: Final = frozenset({"parties", "participants", "speaker", "who", "to_whom", "by"})


def with_members(text: str, entities: Sequence[Entity], facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts with the names of whom a part means that is told without one.

    A part for one person is filled by his entity; for several its value is the list of their names.

    Args:
        text: The document's text.
        entities: Its entities.
        facts: All its facts.
    """
    found = collectives(text, entities, facts)
    if not found:
        return list(facts)
    return [
        replace(fact, slots=tuple(_resolved(slot, found) for slot in fact.slots))
        if any(slot.name in _RESOLVED and not slot.entity_id for slot in fact.slots)
        else fact
        for fact in facts
    ]


def _resolved(slot: Slot, found: Sequence[Collective]) -> Slot:
    is_known = bool(slot.entity_id) or isinstance(slot.value, list)
    if slot.name not in _RESOLVED or is_known or slot.span is None:
        return slot
    one = next((one for one in found if one.span.covers(slot.span) or slot.span == one.span), None)
    if one is None:
        return slot
    if len(one.members) == 1:
        return replace(slot, value=one.members[0].name, entity_id=one.members[0].id)
    return replace(slot, value=[member.name for member in one.members])
