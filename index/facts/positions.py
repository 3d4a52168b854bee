"""Phrases that name an office: «первый заместитель министра по делам молодёжи», «гл. инженера»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.facts import morph, office_bodies
from index.facts.country_adjectives import country_before
from index.facts.lexicon import words
from index.facts.names import Name, overlapping
from index.facts.office_words import (
    NOUNS_BEFORE_FIELDS,
    abbreviations,
    is_participle,
    position_lemma,
    short_pattern,
    written_out,
)
from index.facts.passage import Passage
from index.model.fact import EntityType
from index.model.span import Span

_ABOUT_TIME = {
    "бывший": "past", "прежний": "past", "тогдашний": "past", "экс": "past", "покойный": "past",
    "будущий": "planned",
    "избранный": "actual", "новый": "actual", "нынешний": "actual", "действующий": "actual",
}  # fmt: skip
_KEPT_ADJECTIVES = frozenset({"генеральный", "главный", "первый", "старший", "младший", "ведущий", "второй"})
_WITH_INSTRUMENTAL = frozenset({"заведующий", "заведующая", "управляющий", "управляющая", "командующий"})
_DEALINGS = frozenset({"связь", "работа", "взаимодействие", "борьба", "отношение"})
"""Fields of an office that go on with «с»: «отдел по связям с общественностью»."""
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
    if body is None and (body := _sender(passage, names, after)) is not None:
        after = passage.after_token(body.span)
    if body is None:
        body = country_before(passage, first, head, position_lemma(passage.tokens[head].text))
        first += body is not None
    span = Span(passage.tokens[first].start, passage.tokens[last].stop)
    if (
        passage.text[span.stop : span.stop + 1] == "."
        and passage.tokens[last].text.lower() in abbreviations()
    ):
        span = Span(span.start, span.stop + 1)
    case = passage.feature(head, "Case")
    value = written_out(passage.of(span), case, is_participle_held=is_participle(passage.tokens[head].text))
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
    if is_office and morph.lemmas(word.lower()) & NOUNS_BEFORE_FIELDS:
        is_office = any(token.text == "по" for token in passage.tokens[position + 1 : position + 2])
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


def _short(passage: Passage, position: int) -> _Short | None:
    """Return what an abbreviation that begins at a token stands for, and the token after it."""
    if position >= len(passage.tokens):
        return None
    match = short_pattern().match(passage.text, passage.tokens[position].start, passage.span.stop)
    if match is None:
        return None
    after = passage.after_token(Span(match.start(), match.end()))
    return _Short(abbreviations()[match.group().lower()], after)


def _is_plural(passage: Passage, head: int) -> bool:
    return passage.feature(head, "Number") == "Plur"


def _modifiers(passage: Passage, names: list[Name], head: int) -> tuple[int, int, str]:
    """Return where it begins, where without words about its time, and what these say of it."""
    begin, first, position = head, head, head - 1
    status = "past" if passage.tokens[head].text.lower().startswith("экс-") else "actual"
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
        if last > head and _begins_another(passage, head, position):
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
    return last, None, reached


def _sender(passage: Passage, names: list[Name], position: int) -> Name | None:
    """Return the body behind «от» or «из»: «депутат от Алматы», «рабочий из мастерской № 2»."""
    if position + 1 >= len(passage.tokens) or passage.tokens[position].text not in ("от", "из"):
        return None
    name = _widest(names, passage.tokens[position + 1].start)
    is_sender = name is not None and _is_body(name) and passage.tokens[position].text == "от"
    return name if name is not None and (is_sender or name.type == EntityType.ORG) else None


def _begins_another(passage: Passage, head: int, position: int) -> bool:
    """Whether a word in the tail of an office is one of its own.

    «Представителя вооружённых сил [полковника]», «директор завода и [депутат]».
    """
    office = position_lemma(passage.tokens[position].text)
    is_joined = passage.tokens[position - 1].text == "и"
    is_alike = passage.feature(position, "Case") == passage.feature(head, "Case")
    return bool(office) and (office in words("ranks.txt") or (is_joined and is_alike))


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
    before = passage.tokens[position - 1].text.lower()
    if lower == "обязанности" and before.startswith("исполняющ"):
        return "leading"
    is_degree = part == "ADV" and passage.part(position + 1) == "ADJ"
    is_field = lower == "с" and not morph.lemmas(before).isdisjoint(_DEALINGS)
    if (
        is_degree
        or is_field
        or lower in ("по", "при")
        or (part == "ADJ" and (case == governed or needs_noun))
    ):
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
