"""What the tagger calls a body and is none: an ordered table of named refusals. Precision comes first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from index.facts import morph, place_spans
from index.facts.abbreviated import is_short_for
from index.facts.body_spans import NUMBER, is_adjective_of_name, is_listed, kind_of_body
from index.facts.lexicon import entries, words
from index.facts.names import Name
from index.facts.noun_phrases import nominative
from index.facts.passage import Passage
from index.facts.person_spans import INITIALS
from index.model.fact import EntityType
from index.model.span import Span

_QUOTES = '«»"“”„'
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_GENERIC = frozenset(
    {"сторона", "страна", "глава", "гость", "участник", "делегация", "мир", "народ", "закон"}
)
LATIN_FORMS = re.compile(
    r"\b(?:Inc|Ltd|LLC|GmbH|Corp|AG|Co|PLC|Group|University|Institute|Company|Bank)\b\.?"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A body as the tagger has it.

    Attributes:
        said: Its words.
        alone: Each of them, without signs.
        stands_first: Whether a sentence begins with it.
        is_in_prose: Whether its sentence says something, and is no cell, heading or list.
    """

    said: str
    alone: tuple[str, ...]
    stands_first: bool
    is_in_prose: bool

    @property
    def is_quoted(self) -> bool:
        """Whether it has quotes."""
        return any(mark in self.said for mark in _QUOTES)

    @property
    def head(self) -> str:
        """Its first word that is no adjective."""
        return next((word for word in self.alone if not morph.has(word, "ADJF")), self.alone[0])


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason why a claim is no body."""

    name: str
    holds: Callable[[Claim], bool]


def _is_place(claim: Claim) -> bool:
    return place_spans.is_listed(claim.said)


def _has_half_a_pair_of_quotes(claim: Claim) -> bool:
    opened, closed, plain = (claim.said.count(mark) for mark in '«»"')
    if (opened, closed, plain) in ((2, 1, 0), (0, 0, 3)):
        # «ООО «Торговый дом «Ромашка»»: one mark closes both pairs.
        return claim.said[-1] not in '»"'
    return opened != closed or plain % 2 == 1


def _is_no_name_in_quotes(claim: Claim) -> bool:
    inside = claim.said.strip(_QUOTES)
    return claim.is_quoted and (len(inside) < 2 or inside in words("not_bodies.txt"))


def _is_form_alone(claim: Claim) -> bool:
    """«ГБУЗ СО», «ОМС ООО»: legal forms and abbreviations of no body, and nothing else."""
    known = words("legal_forms.txt") | words("not_bodies.txt")
    if is_listed(claim.said):
        return False
    return not claim.is_quoted and all(word in known or _is_scrap(word) for word in claim.alone)


def _is_scrap(word: str) -> bool:
    """Whether a word is too short for a name; «HP» is none where its neighbours say so: `body_judge`."""
    return len(word) < 3 and not (word.isupper() and word.isascii())


def _is_common_word(claim: Claim) -> bool:
    """One word that is no name: «Совет», «ПОСТАНОВЛЯЕТ», «сторон»."""
    if len(claim.alone) > 1 or claim.is_quoted or NUMBER.search(claim.said):
        return False
    word = claim.alone[0]
    if is_listed(word):
        return False
    if word[0].isupper() and not claim.stands_first and morph.lemmas(word.lower()) & words("sole_bodies.txt"):
        return not claim.is_in_prose
    if not _CYRILLIC.search(word):
        # In prose the whole document tells: `body_judge`.
        return not claim.is_in_prose and word not in entries("organisations.txt")
    if word.isupper():
        return re.fullmatch(r"[IVXLC]+", word) is not None or (len(word) > 5 and morph.is_known(word))
    return bool(morph.lemmas(word) & _GENERIC) or (morph.is_known(word) and not morph.has(word, "Orgn"))


def _is_latin_term(claim: Claim) -> bool:
    """«TFIDF + Ngram» in a Russian text is a term; «Boeing Company» is a body."""
    if claim.is_quoted or claim.is_in_prose or len(claim.alone) < 2 or _CYRILLIC.search(claim.said):
        return False
    return LATIN_FORMS.search(claim.said) is None


def _lacks_noun(claim: Claim) -> bool:
    """«Курганская детская» is what a table left of a name."""
    if claim.is_quoted or NUMBER.search(claim.said):
        return False
    return all(morph.parses(word)[0].tag.POS in ("ADJF", "PRTF") for word in claim.alone)


def _is_headed_by_something_else(claim: Claim) -> bool:
    """«Главный врач…», «Программа…», «Взаимодействие медицинской организации»."""
    if claim.is_quoted or kind_of_body(claim.head) or is_listed(claim.head):
        return False
    other = words("positions.txt") | words("document_words.txt") | _GENERIC
    if morph.lemmas(claim.head) & other:
        return True
    has_inner_capital = any(word[0].isupper() for word in claim.alone[1:])
    return len(claim.alone) > 1 and not has_inner_capital and claim.stands_first


_SYMBOLS = re.compile(r"[=+*/^_<>\\′″∈∂∑√≤≥∞]|(?<![\w&.-])(?!N\s?\d)[a-zA-Z](?![\w&.-])")


def _is_of_a_formula(claim: Claim) -> bool:
    """«ОДУ y ′′ + 9», «Линейным ДУ n»."""
    return not claim.is_quoted and len(claim.said) > 1 and _SYMBOLS.search(claim.said) is not None


_HYPHENED_TERM = re.compile(r"(?P<short>[\w&]*[А-ЯЁA-Z&]{2,})-(?P<word>[а-яё]{3,})")


def _is_hyphened_term(claim: Claim) -> bool:
    """«A&R-менеджер», «PPS-сигнал»: what stands behind the hyphen is no body; «МТС-банк» is one."""
    return is_hyphened_term(claim.said)


def is_hyphened_term(word: str) -> bool:
    """Whether a word is an abbreviation with a common word behind its hyphen: «PR-менеджер»."""
    match = _HYPHENED_TERM.fullmatch(word)
    return match is not None and morph.is_known(match["word"]) and kind_of_body(match["word"]) is None


_INITIALED = re.compile(rf"{INITIALS}\s?[А-ЯЁ][а-яё]+")


def _is_person(claim: Claim) -> bool:
    """«Э. Гамма»."""
    return _INITIALED.fullmatch(claim.said) is not None


def _is_town_in_quotes(claim: Claim) -> bool:
    """«"Город Лесной"», «муниципальное образование "Посёлок Уральский"»."""
    return claim.is_quoted and len(claim.alone) > 1 and place_spans.kind_of(claim.alone[0]) == EntityType.CITY


def _is_kind_of_thing(claim: Claim) -> bool:
    """«Класс Compiler»: a common word that a sentence begins with, and what it is called."""
    first, *others = claim.alone
    if claim.is_quoted or not claim.stands_first or not others or first.isupper():
        return False
    if is_listed(first) or is_listed(claim.said) or morph.lemmas(first.lower()) & words("foreign_kinds.txt"):
        return False
    likeliest = morph.parses(first)[0].tag
    is_noun = morph.is_known(first) and likeliest.POS == "NOUN" and likeliest.case == "nomn"
    return (
        is_noun
        and not any(kind_of_body(word) for word in claim.alone)
        and not any(
            tag in parse.tag for parse in morph.parses(first) for tag in ("Orgn", "Geox", "Name", "Surn")
        )
    )


def _is_common_with_kind(claim: Claim) -> bool:
    """«Фонд оплаты труда», «Новая редакция Политики»."""
    if claim.is_quoted:
        return False
    if nominative(claim.said).lower() in entries("not_body_phrases.txt"):
        return True
    has_adjective = morph.has(claim.alone[0], "ADJF") and not is_adjective_of_name(claim.alone[0])
    return has_adjective and "редакция" in morph.lemmas(claim.head.lower())


def _is_plural(claim: Claim) -> bool:
    """«в Институтах университета»: many of a kind, and nothing tells which."""
    if claim.is_quoted or NUMBER.search(claim.said) or any(word[0].isupper() for word in claim.alone[1:]):
        return False
    tag = morph.parses(claim.alone[0])[0].tag
    return tag.POS == "NOUN" and tag.number == "plur" and kind_of_body(claim.alone[0]) == EntityType.ORG


_OF_A_PROCESS = frozenset({"управление", "организация", "собрание", "объединение", "отделение"})


def _is_process(claim: Claim) -> bool:
    """«управление СЗПД»: what is done to what; «Управление ФСБ» has a capital, or an owner that is known."""
    first, *others = claim.alone
    if claim.is_quoted or not first.islower() or len(others) != 1 or not others[0].isupper():
        return False
    return bool(morph.lemmas(first) & _OF_A_PROCESS) and not is_listed(others[0])


def _is_phrase_of_a_row(claim: Claim) -> bool:
    """«Единица измерения Целевое значение»: heads of columns, of common words alone."""
    if claim.is_quoted or claim.is_in_prose or len(claim.alone) < 2:
        return False
    return all(
        morph.is_known(word)
        and not word.isupper()
        and not is_listed(word)
        and kind_of_body(word) is None
        and not any(morph.has(word, tag) for tag in ("Geox", "Orgn", "Surn", "Name"))
        for word in claim.alone
    )


def _is_a_list(claim: Claim) -> bool:
    """«Компания – Платформа – Решатели» is three words of a picture."""
    return not claim.is_quoted and re.search(r"\s[–—-]\s", claim.said) is not None


def _lacks_capital(claim: Claim) -> bool:
    is_numbered = NUMBER.search(claim.said) is not None
    return not claim.is_quoted and not is_numbered and not any(word[0].isupper() for word in claim.alone)


REFUSALS: tuple[Refusal, ...] = (
    Refusal("place", _is_place),
    Refusal("half_a_pair_of_quotes", _has_half_a_pair_of_quotes),
    Refusal("no_name_in_quotes", _is_no_name_in_quotes),
    Refusal("form_alone", _is_form_alone),
    Refusal("common_word", _is_common_word),
    Refusal("latin_term", _is_latin_term),
    Refusal("no_noun", _lacks_noun),
    Refusal("other_head", _is_headed_by_something_else),
    Refusal("person", _is_person),
    Refusal("town_in_quotes", _is_town_in_quotes),
    Refusal("kind_of_thing", _is_kind_of_thing),
    Refusal("common_with_kind", _is_common_with_kind),
    Refusal("plural", _is_plural),
    Refusal("process", _is_process),
    Refusal("formula", _is_of_a_formula),
    Refusal("hyphened_term", _is_hyphened_term),
    Refusal("phrase_of_a_row", _is_phrase_of_a_row),
    Refusal("a_list", _is_a_list),
    Refusal("no_capital", _lacks_capital),
)


def refusal(said: str, *, stands_first: bool = False, is_in_prose: bool = False) -> str:
    """Return the name of the first reason why words are no body, '' when there is none."""
    alone = tuple(_WORD.findall(said))
    if not alone:
        return "no_words"
    claim = Claim(said, alone, stands_first, is_in_prose)
    return next((rule.name for rule in REFUSALS if rule.holds(claim)), "")


def _is_headed_as_event(said: str) -> bool:
    """Whether an event's first noun is no other thing: «Ведомости Съезда…» is a periodical."""
    nouns = (word for word in _WORD.findall(said) if morph.is_known(word) and not morph.has(word, "ADJF"))
    head = next((word for word in nouns if morph.has(word, "NOUN")), "")
    return not head or said[0] in _QUOTES or kind_of_body(head) == EntityType.EVENT_NAME


def drop_false(passage: Passage, names: list[Name]) -> list[Name]:
    """Drop bodies and events that are none."""
    found = []
    for name in names:
        if name.type == EntityType.EVENT_NAME and not _is_headed_as_event(passage.of(name.span)):
            continue
        if name.type == EntityType.ORG and (refused := _refusal(passage, name)):
            if refused == "person" and any(other.type == EntityType.PERSON for other in names):
                found.append(replace(name, type=EntityType.PERSON, rule="person_for_body"))
            if _is_town_for_body(refused, passage.of(name.span)):
                found.append(replace(name, type=EntityType.PLACE, rule="town_for_body"))
            continue
        found.append(name)
    return found


_KNOWN_RULES = frozenset({"sites", "ministries"})
"""Rules that find names without a capital, and know why."""


def _refusal(passage: Passage, name: Name) -> str:
    said = passage.of(name.span)
    if name.rule in _KNOWN_RULES or _is_defined(passage, name.span):
        return ""
    if said.isalpha() and not passage.is_prose and _PRICE_AT_END.search(passage.words):
        return "row_of_a_price_list"
    first = passage.first_token(name.span)
    stands_first = not any(token.text.isalpha() for token in passage.tokens[:first])
    return refusal(said, stands_first=stands_first, is_in_prose=passage.is_prose)


_PRICE_AT_END = re.compile(r"\d,\d\d\s*$")
_DEFINED = re.compile(r"\s\((?P<short>[А-ЯЁ]{3,8})\)")


def _is_defined(passage: Passage, span: Span) -> bool:
    """Whether an abbreviation is put to a name: «Объединённый фронт за демократию (ОФД)»."""
    match = _DEFINED.match(passage.text, span.stop)
    said = passage.of(span)
    return match is not None and " " in said and said[0].isupper() and is_short_for(match["short"], said)


def _is_town_for_body(refused: str, said: str) -> bool:
    """Whether what is no body is a town: one that the lexicon has, or the dictionary."""
    listed = place_spans.listed(said)
    if refused == "place":
        return listed is not None and listed.type == EntityType.CITY
    return refused == "common_word" and _may_be_town(said)


def _may_be_town(word: str) -> bool:
    """Whether a dictionary has a word for a town, and for nothing that has no capital: «Сколково»."""
    return word.isalpha() and word[0].isupper() and all("Geox" in parse.tag for parse in morph.parses(word))
