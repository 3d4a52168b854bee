"""Words of office: which words name one, and how an office is written out in the nominative."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from index.facts import morph
from index.facts.lexicon import table, words
from index.facts.noun_phrases import nominative
from index.facts.places import TAGGER_CASES

NOUNS_BEFORE_FIELDS: Final = frozenset({"уполномоченный"})
"""Adjectives that are offices before «по» alone: «уполномоченный по правам человека»."""


@cache
def abbreviations() -> dict[str, str]:
    """Return what abbreviated parts of offices stand for: «зав.» for «заведующий»."""
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
    """Return the lemma of a noun, or of another word used as one («заведующего»); '' of any other."""
    if parse.tag.POS == "NOUN":
        return str(parse.normal_form)
    is_noun = "Subx" in parse.tag or parse.normal_form in NOUNS_BEFORE_FIELDS
    if parse.tag.POS not in ("PRTF", "ADJF") or not is_noun:
        return ""
    form = parse.inflect({"nomn", "sing", parse.tag.gender or "masc"})
    return str(form.word) if form is not None else ""


@cache
def short_pattern() -> re.Pattern[str]:
    """Return the pattern of any of them, the longest first."""
    longest = sorted(abbreviations(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(short) for short in longest)})(?![\w-])", re.IGNORECASE)


def written_out(said: str, case: str, *, is_participle_held: bool) -> str:
    """Write an office out: nominative singular, lower case, no abbreviations."""
    written = short_pattern().sub(lambda match: abbreviations()[match.group().lower()] + " ", said)
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


_SAME: Final = {
    "глава государства": "президент",
    "глава правительства": "премьер-министр",
    "глава региона": "губернатор",
    "премьер": "премьер-министр",
    "вице-премьер": "заместитель премьер-министра",
    "гендиректор": "генеральный директор",
    "замминистра": "заместитель министра",
}
"""Other words for an office, and how it is read."""
_OTHER: Final = re.compile(rf"(?<![\w-])(?:{'|'.join(_SAME)})(?![\w-])")


def same(said: str) -> str:
    """Return the words for an office, lower case, those of another for the same read as it."""
    return _OTHER.sub(lambda match: _SAME[match.group()], said)


def singular(phrase: str) -> str:
    """Return an office said of several people as one person holds it: «реставраторы» → «реставратор»."""
    said = phrase.split(" ")
    for place, word in enumerate(said):
        readings = [p for p in morph.parses(word) if p.tag.POS == "NOUN" and _is_office(p)]
        if not readings:
            continue
        # «Судьи» is the genitive of one as well; the phrase stands in the nominative.
        if any({"sing", "nomn"} <= reading.tag.grammemes for reading in readings):
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
