"""Who takes, holds, gets, loses or leaves an office by a verb: a table of verbs and what they govern.

«Михаэль Баллак стал капитаном», «занял пост премьер-министра», «назначить Иванова начальником отдела»,
«освобождён от должности директора». An office in the instrumental belongs to the verb of its clause; one in
the genitive belongs to a word like «пост» before it, and that to the verb by its preposition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from index.facts import clauses, morph
from index.facts.names import Name
from index.facts.occupations import Held, end_of
from index.facts.office_duties import as_acting, find_duties, is_duty
from index.facts.passage import Passage
from index.facts.positions import Position
from index.model.fact import EntityType
from index.model.span import Span

_POSTS: Final = frozenset({"пост", "должность", "место", "кресло", "обязанность"})
_INSTRUMENTAL: Final = "instrumental"
_OF_THE_OWN: Final = frozenset({"уволить", "увольнять", "отстранить"})
"""Verbs that speak of the office beside the name when they name none: «уволить кладовщика Лыткина»."""

_WORKING: Final = frozenset({"работать", "служить", "трудиться", "выступать"})
"""Verbs that name the body apart from the office: «работает в компании «Свет» инженером»."""
_ACTING: Final = frozenset({"исполнять", "возложить", "возлагать"})
"""Verbs of duties that somebody has for another."""
_NEAR: Final = 4
"""Tokens between a verb and «в отставку»."""
_REACH: Final = 14
"""How many tokens may stand between a verb and its office."""


@dataclass(frozen=True, slots=True)
class Verb:
    """Verbs that govern offices alike.

    Attributes:
        name: What they say of the person; the name of the rule.
        lemmas: Their dictionary forms.
        governs: The prepositions before «пост», '' for none, and "instrumental" for an office without it.
        action: appointed or dismissed; '' for verbs that say who holds an office.
        of_object: Whether the active voice speaks of its object («назначили Иванова»).
        person_behind: The preposition before the person («возложить на Иванова»); '' for a subject or object.
    """

    name: str
    lemmas: frozenset[str]
    governs: frozenset[str]
    action: str = ""
    of_object: bool = False
    person_behind: str = ""


VERBS: Sequence[Verb] = (
    Verb(
        "is_by_verb",
        frozenset(
            {"стать", "становиться", "являться", "быть", "остаться", "оставаться", "работать", "служить"}
        ),
        frozenset({_INSTRUMENTAL}),
    ),
    Verb(
        "takes_post",
        frozenset({"занять", "занимать", "получить", "сохранить", "исполнять"}),
        frozenset({""}),
    ),
    Verb(
        "enters_post", frozenset({"вступить", "вступать", "приступить", "приступать"}), frozenset({"в", "к"})
    ),
    Verb(
        "hired",
        frozenset({"принять", "принимать", "нанять", "пригласить", "приглашать"}),
        frozenset({"на"}),
        "appointed",
        of_object=True,
    ),
    Verb(
        "appointed",
        frozenset({"назначить", "назначать", "избрать", "избирать", "переизбрать", "выбрать"})
        | {"утвердить", "утверждать", "перевести", "переводить"},
        frozenset({_INSTRUMENTAL, "на", "в"}),
        "appointed",
        of_object=True,
    ),
    Verb(
        "appointed", frozenset({"назначаться", "избираться"}), frozenset({_INSTRUMENTAL, "на"}), "appointed"
    ),
    Verb("acting", _ACTING - {"исполнять"}, frozenset({""}), "appointed", person_behind="на"),
    Verb("replaced", frozenset({"сменить", "сменять", "заменить"}), frozenset({"на"}), "appointed"),
    Verb(
        "dismissed",
        frozenset({"освободить", "освобождать", "уволить", "увольнять", "снять", "снимать", "отстранить"}),
        frozenset({"с", "со", "от"}),
        "dismissed",
        of_object=True,
    ),
    Verb(
        "leaves_post",
        frozenset({"покинуть", "покидать", "оставить", "оставлять", "уйти", "уходить", "уволиться"})
        | {"подать", "подавать"},
        frozenset({"", "с", "со"}),
        "dismissed",
    ),
    Verb("dismissed", frozenset({"отправить", "отправлять"}), frozenset(), "dismissed", of_object=True),
)
"""The first that knows a verb speaks."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a verb says of a person and an office.

    Attributes:
        verb: Number of its token.
        person: Whom it is said of.
        said: The words for the person in its clause: the name, or a pronoun.
        position: The office.
        by: Who appoints or dismisses; None when nobody says.
        action: appointed, dismissed, or '' when the person holds the office.
        status: actual, past or planned.
        rule: Name of the verbs.
    """

    verb: int
    person: Name
    said: Span
    position: Position
    by: Name | None
    action: str
    status: str
    rule: str


def find_told(
    passage: Passage, names: Sequence[Name], positions: Sequence[Position], held: Sequence[Held]
) -> Iterator[Told]:
    """Yield what verbs say of offices in a sentence.

    Args:
        passage: The sentence; needs its grammar.
        names: Its names.
        positions: Its offices.
        held: Those that stand beside their holders; no verb gives them to another.
    """
    if not any(name.type == EntityType.PERSON for name in names):
        return
    taken = {one.position.span for one in held if _agree(passage, one)}
    free = [p for p in positions if p.span not in taken]
    for number, token in enumerate(passage.tokens):
        verb = _verb(passage, number, token.text)
        if verb is None or clauses.is_denied(passage, number):
            continue
        duties = find_duties(passage, names) if verb.action == "dismissed" else ()
        told = _told(passage, names, number, verb, [*free, *duties], held)
        if told is not None:
            yield from _all(passage, names, told, free)


def _all(
    passage: Passage, names: Sequence[Name], told: Told, positions: Sequence[Position]
) -> Iterator[Told]:
    """Yield what is told, and what goes without saying of others: who else, who before, who to what else."""
    yield told
    if told.position.is_plural:
        listed = clauses.joined_with(passage, names, told.person)[1:]
        yield from (replace(told, person=person, said=person.span) for person in listed)
    if told.rule == "replaced":
        before = clauses.object_of(passage, names, told.verb)
        if before is not None and before.name != told.person:
            yield replace(told, person=before.name, said=before.said, action="dismissed")
    if told.action == "appointed":
        yield from _elided(passage, names, told, positions)


def _elided(
    passage: Passage, names: Sequence[Name], told: Told, positions: Sequence[Position]
) -> Iterator[Told]:
    """Yield «секретарём — Анна Ким» behind «председателем избран Олег Ли»."""
    for position in positions:
        if position.begin <= max(told.verb, told.position.begin) or position.case != "Ins":
            continue
        start = end_of(passage, position)
        for name in names:
            gap = passage.text[start : name.span.start]
            if name.type == EntityType.PERSON and gap in (" – ", " — ", " - ") and name != told.person:
                yield replace(told, person=name, said=name.span, position=position)


def _agree(passage: Passage, held: Held) -> bool:
    """Whether an office and its holder agree: not in «утвердить директором Ивана Белова»."""
    return held.position.case != "Ins" or clauses.stands_in(passage, held.person, ("Ins",))


def _verb(passage: Passage, number: int, word: str) -> Verb | None:
    """Return the verb at a token; no auxiliary of another («был избран»)."""
    lemmas = morph.lemmas(word.lower())
    verb = next((verb for verb in VERBS if lemmas & verb.lemmas), None)
    if verb is None or not any(p.tag.POS in clauses.VERBAL for p in morph.parses(word.lower())):
        return None
    is_auxiliary = "быть" in lemmas and passage.part(passage.nodes[number].head) == "VERB"
    return None if is_auxiliary else verb


def _told(
    passage: Passage,
    names: Sequence[Name],
    number: int,
    verb: Verb,
    positions: Sequence[Position],
    held: Sequence[Held],
) -> Told | None:
    clause = clauses.around(passage, number)
    governed = [p for p in positions if p.begin in clause and _governs(passage, verb, p)]
    position = min(governed, key=lambda p: abs(p.begin - number), default=None)
    is_active = verb.of_object and not clauses.is_passive(passage, number)
    person = _person(passage, names, number, verb, is_active=is_active)
    if position is None and verb.action == "dismissed" and _is_of_the_own(passage, number):
        position = next((one.position for one in held if person and one.person == person.name), None)
    if position is None or person is None or abs(position.begin - number) > _REACH:
        return None
    if person.name.span.overlaps(position.span):
        return None
    lemmas = morph.lemmas(passage.tokens[number].text.lower())
    if lemmas & _ACTING:
        position = as_acting(passage, position)
    elif position.body is None and lemmas & _WORKING:
        position = replace(position, body=_workplace(passage, names, number))
    by = clauses.maker_of(passage, names, number) if is_active else None
    # An order or a message of one is done; what somebody holds or gets by a verb may be over, or to come.
    status = clauses.status(passage, number)
    if verb.action and status == "past":
        status = "actual"
    return Told(number, person.name, person.said, position, by, verb.action, status, verb.name)


def _person(
    passage: Passage, names: Sequence[Name], number: int, verb: Verb, *, is_active: bool
) -> clauses.Party | None:
    if verb.person_behind:
        return clauses.behind(passage, names, number, verb.person_behind)
    find = clauses.object_of if is_active else clauses.subject_of
    return find(passage, names, number)


def _workplace(passage: Passage, names: Sequence[Name], verb: int) -> Name | None:
    """Return the body behind the «в» of a verb: «работает в компании «Свет» инженером»."""
    clause = clauses.around(passage, verb)
    return next(
        (
            name
            for name in names
            if name.type == EntityType.ORG
            and (first := passage.first_token(name.span)) in clause
            and passage.tokens[first - 1].text in ("в", "во")
        ),
        None,
    )


def _is_of_the_own(passage: Passage, number: int) -> bool:
    """Whether a verb says that somebody loses the office that stands beside the name."""
    if morph.lemmas(passage.tokens[number].text.lower()) & _OF_THE_OWN:
        return True
    near = passage.tokens[number + 1 : number + 1 + _NEAR]
    return any(one.text.lower() == "в" and other.text == "отставку" for one, other in pairwise(near))


def _governs(passage: Passage, verb: Verb, position: Position) -> bool:
    """Whether a verb of that kind may govern an office where it stands."""
    before = position.begin - 1
    if is_duty(passage.tokens[position.begin].text):
        return before >= 0 and passage.tokens[before].text in verb.governs
    if position.case == "Ins" and _INSTRUMENTAL in verb.governs:
        return not (before >= 0 and passage.part(before) == "ADP")
    if before < 0 or not morph.lemmas(passage.tokens[before].text.lower()) & _POSTS:
        return False
    before -= 1
    while before >= 0 and passage.part(before) in ("ADJ", "DET"):
        before -= 1
    preposition = passage.tokens[before].text.lower() if passage.part(before) == "ADP" and before >= 0 else ""
    return preposition in verb.governs
