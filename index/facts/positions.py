"""Phrases that name an office: «первый заместитель министра по делам молодёжи», «гл. инженера»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from index.facts import morph, office_bodies
from index.facts.country_adjectives import country_before
from index.facts.lexicon import table, words
from index.facts.names import Name, overlapping
from index.facts.noun_phrases import nominative
from index.facts.passage import Passage
from index.facts.places import TAGGER_CASES
from index.model.fact import EntityType
from index.model.span import Span

_ABOUT_TIME = {
    "бывший": "past", "прежний": "past", "экс": "past", "покойный": "past", "будущий": "planned",
    "избранный": "actual", "новый": "actual", "нынешний": "actual", "действующий": "actual",
}  # fmt: skip
_KEPT_ADJECTIVES = frozenset({"генеральный", "главный", "первый", "старший", "младший", "ведущий", "второй"})
_WITH_INSTRUMENTAL = frozenset({"заведующий", "заведующая", "управляющий", "управляющая", "командующий"})
_NO_HEADS = frozenset({"ADP", "ADV", "CCONJ", "SCONJ", "PART"})
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Position:
    """An office named in a sentence.

    Attributes:
        begin: Number of its first token, words about its time included («бывший»).
        after: Number of the token after it and its body.
        span: Its words, body left out.
        value: Nominative, lower case, abbreviations written out.
        body: Name of the body or country it is held in, None when none is said.
        status: actual, past or planned.
        is_plural: Whether it is said of several people.
        case: The tagger's case of its head.
        has_tail: Whether words of its own stand behind the head («отдела» of «начальник отдела»).
    """

    begin: int
    after: int
    span: Span
    value: str
    body: Name | None
    status: str
    is_plural: bool
    case: str
    has_tail: bool


@cache
def _abbreviations() -> dict[str, str]:
    return {row[0]: row[1] for row in table("abbreviations.tsv")}


@cache
def position_lemma(word: str) -> str:
    """Return the lemma of a word that names an office or profession, '' for another word."""
    lower = word.lower()
    known = words("positions.txt")
    for parse in morph.parses(lower):
        lemma = _dictionary_form(parse)
        if lemma in known or re.sub(r"^(?:экс|вице|врио|со|зам|супер|пресс)-?", "", lemma) in known:
            return lemma
        if "-" in lemma and lemma.rsplit("-", 1)[-1] in known:
            return lemma
    return ""


def is_participle(word: str) -> bool:
    """Whether a word of office is a participle used as a noun: «заведующий», «управляющий»."""
    return bool(position_lemma(word)) and not any(p.tag.POS == "NOUN" for p in morph.parses(word.lower()))


def _dictionary_form(parse: morph.Parse) -> str:
    """Return the lemma of a noun, or of a participle used as one («заведующего»); '' of any other word."""
    if parse.tag.POS == "NOUN":
        return str(parse.normal_form)
    if parse.tag.POS != "PRTF" or "Subx" not in parse.tag:
        return ""
    form = parse.inflect({"nomn", "sing", parse.tag.gender or "masc"})
    return str(form.word) if form is not None else ""


def find_positions(passage: Passage, names: list[Name]) -> Iterator[Position]:
    """Yield the offices of a sentence in order; one within another («заместитель министра») is part of it."""
    position = 0
    while position < len(passage.tokens):
        found = _position_at(passage, names, position)
        if found is None:
            position += 1
            continue
        yield found
        position = max(found.after, position + 1)


def _position_at(passage: Passage, names: list[Name], start: int) -> Position | None:
    """Return the office whose head, or abbreviated beginning, is the token."""
    head = _head_after_abbreviations(passage, start)
    if head is None or overlapping(names, passage.tokens[head].span):
        return None
    begin, first, status = _modifiers(passage, names, start if start < head else head)
    last, body, after = office_bodies.split(passage, head, *_dependents(passage, names, head))
    if body is None:
        body = country_before(passage, first, head, position_lemma(passage.tokens[head].text))
        first += body is not None
    span = Span(passage.tokens[first].start, passage.tokens[last].stop)
    if (
        passage.text[span.stop : span.stop + 1] == "."
        and passage.tokens[last].text.lower() in _abbreviations()
    ):
        span = Span(span.start, span.stop + 1)
    case = passage.feature(head, "Case")
    value = _value(passage.of(span), case, is_participle_held=is_participle(passage.tokens[head].text))
    has_tail = passage.tokens[last].start > passage.tokens[head].start and passage.tokens[last].text != "."
    return Position(begin, after, span, value, body, status, _is_plural(passage, head), case, has_tail)


def _head_after_abbreviations(passage: Passage, start: int) -> int | None:
    """Return the number of the head: a word of office, also behind abbreviations («вед. геолога»)."""
    position = start
    while position < len(passage.tokens):
        short = _short(passage, position)
        if short is not None:
            if position_lemma(short.expansion.split()[0]) or " " in short.expansion:
                return position
            position = short.after
            continue
        return position if _is_head(passage, position) else None
    return None


def _is_head(passage: Passage, position: int) -> bool:
    """Whether a word names an office there; «управляющий» before «директор» only says which."""
    word = passage.tokens[position].text
    is_office = bool(position_lemma(word)) and word.replace("-", "").isalpha()
    # «После» is a form of «посол» as well.
    return is_office and passage.part(position) not in _NO_HEADS and not _says_which(passage, position)


def _says_which(passage: Passage, position: int) -> bool:
    """Whether a participle that may be an office stands before another: «управляющий директор»."""
    if position + 1 >= len(passage.tokens) or not is_participle(passage.tokens[position].text):
        return False
    is_office = bool(position_lemma(passage.tokens[position + 1].text))
    return is_office and passage.feature(position, "Case") == passage.feature(position + 1, "Case")


@dataclass(frozen=True, slots=True)
class _Short:
    expansion: str
    after: int


@cache
def _short_pattern() -> re.Pattern[str]:
    longest = sorted(_abbreviations(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(short) for short in longest)})(?![\w-])", re.IGNORECASE)


def _short(passage: Passage, position: int) -> _Short | None:
    """Return what an abbreviation that begins at a token stands for, and the token after it."""
    if position >= len(passage.tokens):
        return None
    match = _short_pattern().match(passage.text, passage.tokens[position].start, passage.span.stop)
    if match is None:
        return None
    after = passage.after_token(Span(match.start(), match.end()))
    return _Short(_abbreviations()[match.group().lower()], after)


def _is_plural(passage: Passage, head: int) -> bool:
    return passage.feature(head, "Number") == "Plur"


def _modifiers(passage: Passage, names: list[Name], head: int) -> tuple[int, int, str]:
    """Return where it begins, where without words about its time, and what these say of it."""
    begin, first, status, position = head, head, "actual", head - 1
    while position >= 0:
        token = passage.tokens[position]
        if not token.text.replace("-", "").isalpha() or overlapping(names, token.span):
            break
        lemma = next((p.normal_form for p in morph.parses(token.text) if p.tag.POS in ("ADJF", "PRTF")), "")
        if lemma in _ABOUT_TIME:
            status = _ABOUT_TIME[lemma]
            begin = position
        elif _is_kept(passage, position, head, lemma):
            begin = first = position
        else:
            break
        position -= 1
    return begin, first, status


def _is_kept(passage: Passage, position: int, head: int, lemma: str) -> bool:
    """Whether a word before the head is part of the office; `lemma` is that of an adjective, '' of others."""
    if lemma in _KEPT_ADJECTIVES or (lemma and _belongs(passage, position, head)):
        return True
    return position == head - 1 and _says_which(passage, position)


def _belongs(passage: Passage, adjective: int, head: int) -> bool:
    """Whether an adjective agrees with the head, and its capital, if it has one, comes from its place."""
    agrees = passage.feature(adjective, "Case") == passage.feature(head, "Case")
    is_adjective = passage.part(adjective) == "ADJ"
    return is_adjective and agrees and (adjective == 0 or not passage.tokens[adjective].is_capital)


def _dependents(passage: Passage, names: list[Name], head: int) -> tuple[int, Name | None, int]:
    """Return the last token of the office, the body it is held in, and the token after both."""
    short = _short(passage, head)
    position = short.after if short else head + 1
    last, reached = position - 1, position
    needs_noun, governed = False, _governed(passage, head)
    while position < len(passage.tokens) and position - head < _LONGEST:
        token = passage.tokens[position]
        if passage.text[passage.tokens[position - 1].stop : token.start] not in (" ", ""):
            break
        if last > head and position_lemma(token.text) in words("ranks.txt"):
            # «Представителя вооружённых сил полковника Петрова»: he holds the rank himself.
            break
        name = _widest(names, token.start)
        if name is not None:
            is_named = not needs_noun or _is_described(passage, name, last, position)
            if _is_body(name) and is_named:
                return last, name, passage.after_token(name.span)
            break
        short = _short(passage, position)
        role = "noun" if short else _role(passage, position, governed, needs_noun, last > head)
        if not role:
            break
        needs_noun, noun = role == "leading", position
        position = short.after if short else position + 1
        if role == "noun":
            last, reached, governed = position - 1, position, _governed(passage, noun)
    body = _sender(passage, names, reached)
    return last, body, passage.after_token(body.span) if body is not None else reached


def _sender(passage: Passage, names: list[Name], position: int) -> Name | None:
    """Return the body behind «от» or «из»: «наблюдатель от ОБСЕ», «рабочий из мастерской № 2»."""
    if position + 1 >= len(passage.tokens) or passage.tokens[position].text not in ("от", "из"):
        return None
    name = _widest(names, passage.tokens[position + 1].start)
    return name if name is not None and name.type == EntityType.ORG else None


def _is_described(passage: Passage, name: Name, last: int, position: int) -> bool:
    """Whether only adjectives lead to a body: «лидер крайне правого Национального фронта»."""
    parts = {passage.part(between) for between in range(last + 1, position)}
    return name.type == EntityType.ORG and "ADJ" in parts and parts <= {"ADJ", "ADV"}


def _governed(passage: Passage, head: int) -> str:
    """Return the case that a word asks for: «заведующий складом», «директор склада»."""
    short = _short(passage, head)
    word = short.expansion.split()[-1] if short else passage.tokens[head].text
    return "Ins" if position_lemma(word) in _WITH_INSTRUMENTAL else "Gen"


def _role(passage: Passage, position: int, governed: str, needs_noun: bool, has_tail: bool) -> str:
    """Say what a word is in the tail of an office: «noun» may end it, «leading» leads to one, or neither."""
    part, case = passage.part(position), passage.feature(position, "Case")
    if case == "Acc" and passage.feature(position, "Animacy") == "Anim":
        case = "Gen"
    lower = passage.tokens[position].text.lower()
    if lower == "обязанности" and passage.tokens[position - 1].text.lower().startswith("исполняющ"):
        return "leading"
    if lower in ("по", "при") or (part == "ADJ" and (case == governed or needs_noun)):
        return "leading"
    if part in ("NOUN", "PROPN") and (case == governed or needs_noun):
        return "noun"
    return "leading" if lower == "и" and has_tail and not needs_noun else ""


def _widest(names: list[Name], start: int) -> Name | None:
    beginning = [
        name for name in names if name.span.start == start or (name.span.start < start < name.span.stop)
    ]
    return max(beginning, key=lambda name: len(name.span), default=None)


def _is_body(name: Name) -> bool:
    return name.type in (
        EntityType.ORG,
        EntityType.COUNTRY,
        EntityType.REGION,
        EntityType.CITY,
        EntityType.PLACE,
    )


def _value(said: str, case: str, *, is_participle_held: bool) -> str:
    """Write an office out: nominative singular, lower case, no abbreviations."""
    written = _short_pattern().sub(lambda match: _abbreviations()[match.group().lower()] + " ", said)
    if written != said or is_participle_held:
        return _declined(written)
    return singular(nominative(said.lower(), TAGGER_CASES.get(case, ""), _is_office))


def _is_office(parse: morph.Parse) -> bool:
    """Whether a reading is of the office: «аналитика» is of «аналитик», not of «аналитика»."""
    return bool(position_lemma(str(parse.word)) == parse.normal_form)


def _declined(written: str) -> str:
    """Put written-out abbreviations into the cases they ask for: «заместитель начальник» → «…начальника»."""
    found: list[str] = []
    for piece in written.lower().split():
        # «Ведущий» only says which geologist, and is no head.
        says_which = bool(found) and is_participle(found[-1]) and bool(position_lemma(piece))
        has_head = not says_which and any(position_lemma(earlier) for earlier in found)
        parse = morph.parses(piece)[0]
        if has_head:
            genitive = parse.inflect({"gent"}) if parse.tag.case == "nomn" and position_lemma(piece) else None
            found.append(str(genitive.word) if genitive is not None else piece)
        elif position_lemma(piece):
            found.append(position_lemma(piece))
        else:
            found.append(str(parse.normal_form) if parse.tag.POS in ("ADJF", "PRTF") else piece)
    return " ".join(found)


def singular(phrase: str) -> str:
    """Return an office said of several people as one person holds it: «реставраторы» → «реставратор»."""
    said = phrase.split(" ")
    for place, word in enumerate(said):
        readings = [p for p in morph.parses(word) if p.tag.POS == "NOUN" and _is_office(p)]
        if not readings:
            continue
        if any(reading.tag.number == "sing" for reading in readings):
            return phrase
        gender = readings[0].tag.gender or "masc"
        before = [_one(adjective, gender) for adjective in said[:place]]
        return " ".join([*before, str(readings[0].normal_form), *said[place + 1 :]])
    return phrase


def _one(adjective: str, gender: str) -> str:
    """Return an adjective in the nominative singular: «музыкальные» → «музыкальный»."""
    parse = next((p for p in morph.parses(adjective) if p.tag.POS in ("ADJF", "PRTF")), None)
    form = parse.inflect({"nomn", "sing", gender}) if parse is not None else None
    return str(form.word) if form is not None else adjective
