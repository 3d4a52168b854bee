"""Bodies in the light of the whole document: common phrases and unexplained abbreviations are none."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.facts import body_spans, morph, place_spans
from index.facts.body_filters import LATIN_FORMS
from index.facts.lexicon import entries, words
from index.model.fact import EntityType
from index.model.span import Span

_CAPITAL_FIRST = re.compile(r"[А-ЯЁ][а-яё-]+(?:\s[а-яё-]+){1,3}")
_ABBREVIATION = re.compile(r"[А-ЯЁA-Z][А-ЯЁа-яёA-Z-]*[А-ЯЁA-Z]")
_NUMBER_BEHIND = re.compile(r"-\d+$")
_DEFINITION = re.compile(r"\((?:далее\s*[–—-]?\s*)?$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DEFINED_AFTER_CHARS = 160
_WORDS_BEFORE_DEFINITION = 10
_PREFIX = 3
_ENDING = 4


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions that mean one thing, with its kind and canonical name."""

    type: EntityType
    name: str
    mentions: tuple[Span, ...]


def kept(text: str, groups: Iterable[Group], in_company: Collection[Span]) -> Iterator[Group]:
    """Yield the groups that the document as a whole takes for bodies.

    Args:
        text: The document's text.
        groups: Bodies.
        in_company: Names whose neighbours say that they are bodies.
    """
    found = list(groups)
    small = _counted_small(text, [group.name for group in found if _CAPITAL_FIRST.fullmatch(group.name)])
    may_be_terms = not _names_bodies_in_latin(found, in_company)
    for group in found:
        # «Медицинская организация» is no name where the text says «медицинской организации» as often.
        if small[group.name] >= len(group.mentions):
            continue
        is_doubtful = _is_unexplained(text, group.name) or _is_foreign_term(group.name)
        if _is_latin(group.name) and not may_be_terms:
            is_doubtful = False
        told = sum(span in in_company for span in group.mentions)
        # A pattern that «передаёт» something once in a lecture that names it twenty times is no company.
        is_told = 2 * told > len(group.mentions) if _is_latin(group.name) and may_be_terms else told > 0
        if not is_doubtful or is_told:
            yield group


def _names_bodies_in_latin(groups: Sequence[Group], in_company: Collection[Span]) -> bool:
    """Whether most names in Latin letters are known for bodies: then the rest are no terms, either.

    News of companies says Facebook, Google and SharesPost; a lecture on programs says Intel once, and names
    a hundred classes.
    """
    foreign = [group for group in groups if _is_latin(group.name)]
    known = [
        group
        for group in foreign
        if body_spans.is_listed(group.name) or any(span in in_company for span in group.mentions)
    ]
    return len(foreign) < 2 * len(known)


def _is_latin(name: str) -> bool:
    return _CYRILLIC.search(name) is None and not any(mark in name for mark in _QUOTES)


_QUOTES = '«»"“”„'
_INNER_CAPITAL = re.compile(r"[\s-][А-ЯЁA-Z]")


def is_weak(said: str, *, is_in_prose: bool) -> bool:
    """Whether only the tagger says that words are a body: a quoted common word, a cell of a table.

    «Комментарии» in quotes may be anything; «Белковая фракция» in a price list has its capital from the row.
    """
    bare = said.strip(_QUOTES)
    if said[0] in _QUOTES and bare.isalpha():
        return morph.is_known(bare) and not morph.has(bare, "Orgn")
    if is_in_prose and _is_common_phrase(said):
        return True
    if (
        is_in_prose
        or body_spans.is_compound(said)
        or any(mark in said for mark in _QUOTES)
        or body_spans.is_listed(said)
        or said.isupper()
    ):
        return False
    alone = _WORD.findall(said)
    has_inner_capital = _INNER_CAPITAL.search(said) is not None
    if not any(body_spans.kind_of_body(word) for word in alone):
        return not has_inner_capital
    is_plain = morph.parses(alone[0])[0].tag.POS == "ADJF" and not body_spans.is_adjective_of_name(alone[0])
    return is_plain and not has_inner_capital and not body_spans.NUMBER.search(said)


def _is_common_phrase(said: str) -> bool:
    """«Щелочная фосфатаза», «Новая волна»: an adjective and its noun, both common ones of the dictionary."""
    alone = _WORD.findall(said)
    if len(alone) != 2 or any(mark in said for mark in _QUOTES) or alone[1][0].isupper():
        return False
    if body_spans.is_listed(said) or body_spans.kind_of_body(alone[1]):
        return False
    first, second = (morph.parses(word)[0].tag for word in alone)
    is_common = not any(morph.has(word, tag) for word in alone for tag in ("Orgn", "Geox", "Name", "Surn"))
    return is_common and first.POS == "ADJF" and second.POS == "NOUN"


_CYRILLIC = re.compile(r"[А-Яа-яЁё]")


def _is_foreign_term(name: str) -> bool:
    """Whether a name in Latin letters may be a term: «Multiqueue» is one, «Boeing Company» shows its kind."""
    if not _is_latin(name) or body_spans.is_listed(name):
        return False
    return LATIN_FORMS.search(name) is None


def _counted_small(text: str, names: list[str]) -> Counter[str]:
    """Count how often the words of names stand in the text in small letters, in any form. One pass."""
    wanted: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for name in names:
        stems = [word[: max(_PREFIX, len(word) - 3)].lower() for word in name.split()]
        wanted[stems[0][:_PREFIX]].append((name, stems))
    counts: Counter[str] = Counter()
    if not wanted:
        return counts
    said = _WORD.findall(text)
    for position, word in enumerate(said):
        for name, stems in wanted.get(word[:_PREFIX], ()):
            following = said[position : position + len(stems)]
            if len(following) == len(stems) and all(map(_is_form, following, stems)):
                counts[name] += 1
    return counts


def _is_form(word: str, stem: str) -> bool:
    return word.startswith(stem) and len(word) - len(stem) <= _ENDING


def _tells_nothing(word: str) -> bool:
    """Whether a word beside an abbreviation says nothing of a body: a common one, another abbreviation."""
    if _ABBREVIATION.fullmatch(word):
        return word not in entries("organisations.txt") and word not in words("legal_forms.txt")
    if not morph.is_known(word) or body_spans.kind_of_body(word) or body_spans.is_adjective_of_name(word):
        return False
    tag = morph.parses(word)[0].tag
    is_name = any(morph.has(word, name) for name in ("Orgn", "Geox", "Name", "Surn"))
    return tag.POS in ("ADJF", "PRTF", "ADVB", "CONJ") or (tag.POS == "NOUN" and not is_name)


def _is_unexplained(text: str, name: str) -> bool:
    """Whether nothing tells that capital letters name a body: no lexicon, no «…фонд (далее – ТФОМС)»."""
    *others, last = name.split()
    if others and not place_spans.is_listed(last) and all(map(_tells_nothing, others)):
        # «Неоднородные ЛДУ», «ФСР ДУ»
        return _is_unexplained(text, last)
    if not _ABBREVIATION.fullmatch(_NUMBER_BEHIND.sub("", name)) or name in entries("organisations.txt"):
        return False
    if morph.is_known(name) and morph.has(name, "Orgn"):
        return False
    closing = text.find(f"{name})")
    while closing >= 0:
        opening = _DEFINITION.search(text, max(0, closing - 12), closing)
        if opening is not None:
            before = text[max(0, opening.start() - _DEFINED_AFTER_CHARS) : opening.start()]
            return not any(
                body_spans.kind_of_body(word) for word in _WORD.findall(before)[-_WORDS_BEFORE_DEFINITION:]
            )
        closing = text.find(f"{name})", closing + 1)
    return True
