"""Where the name of a body begins and ends: words of kind, what depends on them, the place it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from index.facts import body_tails, morph
from index.facts.lexicon import entries, words
from index.facts.names import Name, overlapping
from index.facts.noun_phrases import phrase_forms
from index.facts.passage import Passage
from index.facts.word_lists import WordList
from index.model.fact import EntityType
from index.model.span import Span

_CACHED_WORDS = 50_000
_PLACES = (EntityType.PLACE, EntityType.COUNTRY, EntityType.CITY, EntityType.REGION)


@cache
def _listed_names() -> WordList:
    forms = (
        _with_capitals_of(name, form)
        for name in entries("organisations.txt")
        for form in (phrase_forms(name) if _declines(name) else {name})
    )
    return WordList(forms, folds_case=False)


def _declines(name: str) -> bool:
    """Whether a name has endings: abbreviations and what is written in Latin letters have none."""
    return not name.isupper() and not name.isascii()


def _with_capitals_of(name: str, form: str) -> str:
    """Return a form of a name with the capitals of the name: «Голоса Америки»."""
    if not _declines(name):
        return form
    return " ".join(morph.cased(*pair) for pair in zip(form.split(), name.split(), strict=True))


def add_listed(passage: Passage, names: list[Name]) -> list[Name]:
    """Add bodies that show no kind by their words: ООН, Минфин, Госплан."""
    found = list(names)
    for span in _listed_names().within(passage.text, passage.span.start, passage.span.stop):
        if passage.text[max(0, span.start - 1)] in '«"':
            continue
        crossing = overlapping(found, span)
        if any(name.type != EntityType.PERSON and name.type not in _PLACES for name in crossing):
            continue
        found = [rest for name in found if (rest := _behind(passage, name, span)) is not None]
        found.append(Name(span, EntityType.ORG, "known_bodies"))
    return found


def _behind(passage: Passage, name: Name, body: Span) -> Name | None:
    """Return what a body before it leaves of a person: «Аль-Каиды | Усамы бин Ладена»; None when nothing."""
    if not name.span.overlaps(body):
        return name
    is_person_behind = name.type == EntityType.PERSON and name.span.start == body.start
    if not is_person_behind or passage.text[body.stop : body.stop + 1] != " ":
        return None
    rest = Span(body.stop + 1, name.span.stop)
    return replace(name, span=rest, rule="known_bodies") if rest.start < rest.stop else None


def is_listed(word: str) -> bool:
    """Whether the lexicon has a body of that name, in any form."""
    return _listed_names().has(word)


_ENDING_OF_CAPITALS = re.compile(r"(?<=[А-ЯЁ]{2})(?:ами|ах|ам|ом|ов|а|у|е|ы)(?!\w)")


def without_ending(said: str) -> str:
    """Return abbreviations without the ending that declines them: «МИДа», «МИДом» are «МИД»."""
    return _ENDING_OF_CAPITALS.sub("", said)


@lru_cache(maxsize=_CACHED_WORDS)
def kind_of_body(word: str) -> EntityType | None:
    """Return ORG for a word of kind in any form, EVENT_NAME for a word of events."""
    lemmas = {p.normal_form for p in morph.parses(word) if p.tag.POS == "NOUN"}
    if lemmas & words("bodies.txt"):
        return EntityType.ORG
    return EntityType.EVENT_NAME if lemmas & words("event_words.txt") else None


_LONG_KIND = 5


@cache
def _long_kinds() -> tuple[str, ...]:
    return tuple(word for word in words("bodies.txt") if len(word) >= _LONG_KIND)


_OF_SYLLABLES = re.compile(r"[А-ЯЁ][а-яё]{2,}(?:стро[йяюе]м?|(?:трест|снаб|проект|автодор)(?:а|у|ом|е)?)")
"""«Днепростроя», «Уралтреста»"""


def is_compound(word: str) -> bool:
    """Whether an unknown word ends in a word of kind, in the singular: «Гидрометслужбе», «Внешторгпалата»."""
    if not word.isalpha() or not word[0].isupper() or morph.is_known(word):
        return False
    if _OF_SYLLABLES.fullmatch(word):
        return True
    likeliest = morph.parses(word)[0]
    return likeliest.tag.number == "sing" and str(likeliest.normal_form).endswith(_long_kinds())


def compounds(passage: Passage, names: list[Name]) -> list[Name]:
    """Take a word that ends in a word of kind for a body: «Гидрометслужба», «Госсобрание Мордовии»."""
    taken = (EntityType.PERSON, EntityType.PLACE)
    return [
        replace(name, type=EntityType.ORG, rule="compound_bodies")
        if name.type in taken and is_compound(passage.of(name.span).split()[0])
        else name
        for name in names
    ]


def add_by_kind(passage: Passage, names: list[Name]) -> list[Name]:
    """Add capitalised adjectives with a word of kind («Совместный совет…»), and «школа № 5»."""
    found = list(names)
    for position, token in enumerate(passage.tokens):
        kind = kind_of_body(token.text) if token.text.isalpha() else None
        if kind is None:
            continue
        overlap = overlapping(found, token.span)
        if any(name.type in (kind, EntityType.PERSON, EntityType.ROUTE, *_PLACES) for name in overlap):
            continue
        span = (
            _numbered(passage, token.span)
            or _capitalised(passage, position)
            or _of_a_state(passage, found, position)
        )
        if span is not None:
            span = _whole_quote(passage, span)
            found = [name for name in found if not span.covers(name.span)]
            found.append(Name(span, kind, "bodies_by_kind"))
    return found


NUMBER = re.compile(r"\s(?:№|N)\s?\d+")
"""Which of several bodies: «школа № 5», «больница N 23», as laws write it."""


def _numbered(passage: Passage, noun: Span) -> Span | None:
    match = NUMBER.match(passage.text, noun.stop, passage.span.stop)
    return (
        Span(noun.start, match.end()) if match and kind_of_body(passage.of(noun)) == EntityType.ORG else None
    )


_REST_OF_QUOTE = re.compile(r'(?P<rest>[^«»"“”\n.,;:!?]{0,120}?)\s?[»"”]')


def _whole_quote(passage: Passage, span: Span) -> Span:
    """Stretch a name that quotes begin with to their end: ««Городская станция | скорой помощи»»."""
    if passage.text[max(0, span.start - 1)] not in '«"“':
        return span
    rest = _REST_OF_QUOTE.match(passage.text, span.stop, passage.span.stop)
    return Span(span.start, rest.end("rest")) if rest is not None else span


def _of_a_state(passage: Passage, names: list[Name], noun: int) -> Span | None:
    """Return «правительство» before «Казахстана»; `take_in_places` joins the two."""
    token = passage.tokens[noun]
    is_state_body = bool(morph.lemmas(token.text.lower()) & words("state_bodies.txt"))
    is_before_place = any(name.span.start == token.stop + 1 and name.type in _PLACES for name in names)
    return token.span if is_state_body and is_before_place else None


def _capitalised(passage: Passage, noun: int) -> Span | None:
    first = first_adjective(passage, noun)
    token = passage.tokens[first]
    if first == noun or not token.is_capital or token.text.isupper():
        return None
    if _stands_first(passage, first) and not is_adjective_of_name(token.text):
        return None
    return Span(token.start, passage.tokens[noun].stop)


def first_adjective(passage: Passage, noun: int) -> int:
    """Return the number of the first adjective that agrees with a noun, the noun's own when none does."""
    first = noun
    cases = {
        (p.tag.case, p.tag.number) for p in morph.parses(passage.tokens[noun].text) if p.tag.POS == "NOUN"
    }
    while first > 0:
        before = passage.tokens[first - 1]
        readings = {(p.tag.case, p.tag.number) for p in morph.parses(before.text) if p.tag.POS == "ADJF"}
        if not (readings & cases) or passage.text[before.stop : passage.tokens[first].start] != " ":
            break
        cases &= readings
        first -= 1
    return first


def _stands_first(passage: Passage, position: int) -> bool:
    return not any(token.text.isalpha() for token in passage.tokens[:position])


_OF_A_PLACE = re.compile(
    r"(?:[сц]к|национальн|государственн|межведомственн|межгосударственн|республиканск|центральн|верховн|территориальн|"
    r"счётн|счетн|генеральн|федеральн|международн|союзн)\w+$",
    re.IGNORECASE,
)


def is_adjective_of_name(word: str) -> bool:
    """Whether a capital adjective at the start of a sentence still tells of a name («Афганская»)."""
    return _OF_A_PLACE.search(word) is not None


def extend(passage: Passage, names: list[Name]) -> list[Name]:
    """Let bodies take in the adjectives before them and what depends on them."""
    kinds = (EntityType.ORG, EntityType.EVENT_NAME)
    return [_extended(passage, name, names) if name.type in kinds else name for name in names]


def _extended(passage: Passage, name: Name, names: list[Name]) -> Name:
    first, after = passage.first_token(name.span), passage.after_token(name.span)
    start, stop = name.span.start, name.span.stop
    if first < len(passage.tokens) and kind_of_body(passage.tokens[first].text):
        adjective = first_adjective(passage, first)
        if passage.tokens[adjective].is_capital and not _stands_first(passage, adjective):
            start = passage.tokens[adjective].start
    elif first > 0 and name.type == EntityType.ORG and _head_kind(passage.of(name.span)) is None:
        start = _kind_word_before(passage, names, first, start)
    if _ends_in_kind(passage, name, after):
        takes_genitive = name.type == EntityType.EVENT_NAME or name.rule == "bodies_by_kind"
        stop = body_tails.stop(passage, after, names, stop, takes_genitive=takes_genitive)
        if numbered := NUMBER.match(passage.text, stop, passage.span.stop):
            stop = numbered.end()
    span = Span(start, stop)
    head = next(
        (kind for word in passage.of(span).split()[:4] if (kind := kind_of_body(word.strip('«»",.')))), None
    )
    if head == EntityType.EVENT_NAME and name.type == EntityType.ORG:
        return replace(name, span=span, type=head, rule="event_by_kind")
    return name if span == name.span else replace(name, span=span, rule="extend_bodies")


def _kind_word_before(passage: Passage, names: list[Name], first: int, start: int) -> int:
    """Return where a name begins with the word for its kind right before it: «корпорация | Philips»."""
    before = passage.tokens[first - 1]
    if "библиотека" in morph.lemmas(before.text.lower()) and passage.tokens[first].text.isascii():
        # «библиотека | Boost» is of a program.
        return start
    if passage.tokens[first].text in words("legal_forms.txt") and not _is_part(before.text):
        # «медицинская организация | ООО «Капитал»»: the form says it.
        return start
    fits = (
        passage.text[before.stop : start] in (" ", " «", ' "')
        and before.text.islower()
        and kind_of_body(before.text) == EntityType.ORG
        and not overlapping(names, before.span)
        and passage.feature(first - 1, "Number") != "Plur"
    )
    return before.start if fits else start


_PARTS = frozenset({"филиал", "отделение", "представительство", "подразделение", "структура", "группа"})


def _is_part(word: str) -> bool:
    return bool(morph.lemmas(word.lower()) & _PARTS)


def _head_kind(phrase: str) -> EntityType | None:
    """Return the kind that the head noun of a phrase tells, looking past adjectives."""
    for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", phrase):
        kind = kind_of_body(word)
        if kind is not None or not morph.has(word, "ADJF"):
            return kind
    return None


def _ends_in_kind(passage: Passage, name: Name, after: int) -> bool:
    """Whether the span may go on: its last word says its kind, and it has no quotes."""
    said = passage.of(name.span)
    if "»" in said or '"' in said:
        return False
    return after > 0 and kind_of_body(passage.tokens[after - 1].text) is not None


def take_in_places(passage: Passage, names: list[Name]) -> list[Name]:
    """Let a body take in its place («Комитету по дорогам | Узбекистана»), which stays a name."""
    found = sorted(names, key=lambda name: name.span)
    # From the right: «Президиум» takes in «АН», which has by then taken in «Казахской ССР».
    for position in reversed(range(len(found))):
        name = found[position]
        takes = name.type in (EntityType.ORG, EntityType.EVENT_NAME)
        stop = _with_owner(passage, name, found) if takes else 0
        if stop > name.span.stop:
            found[position] = replace(name, span=Span(name.span.start, stop), rule="bodies_of_places")
    return found


def _with_owner(passage: Passage, name: Name, names: list[Name]) -> int:
    stop = name.span.stop
    if passage.text[stop - 1] in '»"':
        return stop
    for owner in _followers(passage, names, stop):
        stop = owner.span.stop
    if bearer := _NAMED_AFTER.match(passage.text, stop, passage.span.stop):
        stop = max((n.span.stop for n in names if n.span.start == bearer.end()), default=stop)
    elif said_bearer := re.search(r"(?:имени|им\.)\s*$", passage.of(name.span)):
        following = stop + (0 if said_bearer.group()[-1:].isspace() else 1)
        stop = max((n.span.stop for n in names if n.span.start == following), default=stop)
    # «университет им. В. И. Ульянова | (Ленина)»
    second = _SECOND_NAME.match(passage.text, stop, passage.span.stop) if stop > name.span.stop else None
    return stop if second is None else second.end()


_SECOND_NAME = re.compile(r"\s\([А-ЯЁ][а-яё]+(?:ина|ова|ева|ого)\)")
_NAMED_AFTER = re.compile(r"\s(?:имени|им\.)\s")


def _followers(passage: Passage, names: list[Name], stop: int) -> Iterator[Name]:
    """Yield the names in the genitive that follow each other from an offset: places, bodies of a kind."""
    while True:
        joint = re.compile(r" (?:и )?").match(passage.text, stop)
        following = [n for n in names if joint and n.span.start == joint.end()]
        following.sort(key=lambda n: -len(n.span))
        owner = next((n for n in following if _may_own(passage, n)), None)
        if (
            owner is None
            or joint is None
            or (len(joint.group()) > 1 and not _both_countries(names, stop, owner))
        ):
            return
        yield owner
        stop = owner.span.stop


def _may_own(passage: Passage, name: Name) -> bool:
    words_of = passage.of(name.span)
    if name.type in _PLACES:
        return _may_be_genitive(passage, name) or words_of.isupper()
    begins_listed = any(span.start == 0 for span in _listed_names().within(words_of, 0, len(words_of)))
    return name.type == EntityType.ORG and (begins_listed or _may_be_genitive(passage, name))


def _may_be_genitive(passage: Passage, name: Name) -> bool:
    position = passage.first_token(name.span)
    first = passage.tokens[position].text
    if first[:1] in '«"' or first in words("legal_forms.txt"):
        return False
    if abbreviated := _ABBREVIATED_TOWN.match(passage.of(name.span)):
        # «выдана Департаментом | г. Москва»
        town = abbreviated["town"]
        return not morph.is_known(town) or morph.has(town, "gent")
    case = passage.feature(position, "Case")
    return case == "Gen" or (morph.has(first, "gent") and case in ("", "Gen", "Loc"))


_ABBREVIATED_TOWN = re.compile(r"[а-яё]{1,3}\.\s?(?P<town>[А-ЯЁ][а-яё]+)")


def _both_countries(names: list[Name], stop: int, owner: Name) -> bool:
    before = [n for n in names if n.span.stop == stop and n.type == EntityType.COUNTRY]
    return bool(before) and owner.type == EntityType.COUNTRY and len(before[0].span) > 12 < len(owner.span)


def cut(passage: Passage, names: list[Name]) -> list[Name]:
    """Cut a body where another part of the sentence begins: «Федерального фонда | бюджетам…»."""
    return [_cut(passage, name) if name.type == EntityType.ORG else name for name in names]


def _cut(passage: Passage, name: Name) -> Name:
    first, after = passage.first_token(name.span), passage.after_token(name.span)
    said = passage.of(name.span)
    if any(mark in said for mark in '«"“'):
        return name
    head = next((i for i in range(first, after) if kind_of_body(passage.tokens[i].text)), None)
    if head is None:
        return name
    for number in range(head + 1, after):
        token = passage.tokens[number]
        if passage.part(number) == "ADP":
            break
        if token.text == "(" or passage.feature(number, "Case") in ("Dat", "Ins"):
            stop = passage.tokens[number - 1].stop
            while passage.text[name.span.start : stop].endswith((" и", " или", " (")):
                stop = name.span.start + passage.text[name.span.start : stop].rfind(" ")
            return replace(name, span=Span(name.span.start, stop), rule="cut_bodies")
    return name
