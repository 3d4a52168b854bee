"""Nouns behind numerals: which stand as a numeral asks, their nominative, and their form after a number.

«пять новых книг» counts: name «новая книга», after 2 «новые книги». «статья 2 закона» is told apart by what
stands before the number, not here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from index.facts import morph
from index.facts.lexicon import words as listed
from index.facts.morph import Parse
from index.facts.units import unit_words

_PROPER: Final = frozenset({"Surn", "Name", "Patr", "Geox"})
_OBLIQUE: Final = frozenset({"datv", "ablt", "loct"})
_SHORTEST: Final = 3
"""The dictionary takes every letter for a noun, and many a preposition."""
_SMALL_WORDS: Final = frozenset({"PREP", "CONJ", "PRCL"})
_MUCH_LIKELIER: Final = 10
_FEW_BARE: Final = frozenset({Decimal(2), Decimal(3), Decimal(4)})


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A noun behind a numeral, with the adjectives between them as written."""

    noun: Parse
    adjectives: tuple[str, ...] = ()

    @property
    def lemma(self) -> str:
        """Its dictionary form; of a participle the nominative."""
        return _dictionary_form(self.noun)

    @property
    def name(self) -> str:
        """The nominative singular: «буровая бригада»; pronouns («таких») left out."""
        wanted = {"nomn", "sing", self.noun.tag.gender or "masc"}
        named = [_inflected(one, wanted) for one in self._describing]
        return " ".join([*named, unit_words().get(str(self.noun.word)) or self.lemma])

    def after(self, count: Decimal) -> str:
        """Return the words as they stand after a number: «2 новые книги», «5 новых книг»."""
        if _is_single(count) and count == count.to_integral_value():
            noun, adjective = {"nomn", "sing"}, {"nomn", "sing", self.noun.tag.gender or "masc"}
        elif count != count.to_integral_value():
            noun, adjective = {"gent", "sing"}, {"gent", "sing", self.noun.tag.gender or "masc"}
        else:
            is_few = _is_few(count) and self.noun.tag.POS == "NOUN"
            is_feminine = is_few and self.noun.tag.gender == "femn"
            noun = {"gent", "sing" if is_few else "plur"}
            adjective = {"nomn" if is_feminine else "gent", "plur"}
        return self._in(noun, adjective)

    def in_genitive(self, count: Decimal) -> str:
        """Return the words as they stand after «не менее» or «около» and a number: «2 новых книг»."""
        number = "sing" if _is_single(count) else "plur"
        adjective = {"gent", number} | ({self.noun.tag.gender or "masc"} if number == "sing" else set())
        return self._in({"gent", number}, adjective)

    def _in(self, noun: set[str], adjective: set[str]) -> str:
        form = self.noun.inflect(noun)
        word = str(form.word) if form is not None else str(self.noun.word)
        # «5 людей» is possible, but people are counted as «5 человек».
        word = self.lemma if self.lemma == "человек" and noun == {"gent", "plur"} else word
        return " ".join([*(_inflected(one, adjective) for one in self._describing), word])

    @property
    def _describing(self) -> list[str]:
        """The adjectives that are no pronouns: «его» and «таких» say nothing of what is counted."""
        return [one for one in self.adjectives if not morph.has(one, "Apro")]


def counted(name: str, count: Decimal) -> str:
    """Return the name of a unit as it stands after a number: «квадратных метров» of «квадратный метр»."""
    *adjectives, noun = name.split()
    parse = next((one for one in morph.parses(noun) if one.tag.POS == "NOUN"), None)
    is_regular = parse is not None and all(morph.has(one, "ADJF", "nomn") for one in adjectives)
    return CountedNoun(parse, tuple(adjectives)).after(count) if is_regular else name


def read_counted(words: Sequence[str], count: Decimal) -> CountedNoun | None:
    """Return the noun that ends some words as one that a number before them counts; None if it cannot.

    Args:
        words: Adjectives and a noun, lower case.
        count: The number; of a range, its end.
    """
    *adjectives, word = words
    if len(word) < _SHORTEST or morph.parses(word)[0].tag.POS in _SMALL_WORDS:
        return None
    for parse in _likeliest_first(word):
        if not _is_noun(parse) or parse.tag.grammemes & _PROPER:
            continue
        if _is_ordinal_of(word, parse, count):
            return None
        if _is_governed(count, str(parse.tag.number), str(parse.tag.case)) and all(
            _agrees(one, parse, count) for one in adjectives
        ):
            return CountedNoun(parse, tuple(adjectives))
    return None


def _likeliest_first(word: str) -> list[Parse]:
    """Return the readings of a word: «голов» is of cattle rather than of goals, «статей» of articles."""
    unit = unit_words().get(word)
    known = {unit} if unit is not None else listed("numbered.txt") | listed("told_by_number.txt")
    return sorted(morph.parses(word), key=lambda parse: parse.normal_form not in known)


def _is_noun(parse: Parse) -> bool:
    """Whether a word is a noun, or stands for one: «12 погибших»."""
    if parse.tag.POS == "NOUN":
        return True
    return parse.tag.number == "plur" and _dictionary_form(parse) in listed("counted_people.txt")


def _dictionary_form(parse: Parse) -> str:
    if parse.tag.POS not in ("PRTF", "ADJF"):
        return str(parse.normal_form)
    form = parse.inflect({"nomn", "sing", "masc"})
    return str(form.word if form is not None else parse.normal_form)


def _is_ordinal_of(word: str, parse: Parse, count: Decimal) -> bool:
    """Whether a word behind a number is rather the nominative of another noun: «3 тур», «26 вариант».

    Behind five and more, where «пар» and «вод» are read so, it must be much the likelier.
    """
    least = 0.0 if count in _FEW_BARE else _MUCH_LIKELIER * parse.score
    return parse.tag.number == "plur" and any(
        other.tag.POS == "NOUN"
        and not other.tag.grammemes & _PROPER
        and {"nomn", "sing"} <= other.tag.grammemes
        and other.normal_form != parse.normal_form
        and other.score >= least
        for other in morph.parses(word)
    )


def _is_single(count: Decimal) -> bool:
    return count != count.to_integral_value() or (count % 10 == 1 and count % 100 != 11)


def _is_few(count: Decimal) -> bool:
    return count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)


def _is_governed(count: Decimal, number: str, case: str) -> bool:
    """Whether a noun in a number and case may stand behind a numeral."""
    if count != count.to_integral_value():
        return number == "sing" and case in ("gent", "gen2")
    if _is_single(count):
        return number == "sing"
    if number == "plur":
        return case in ("gent", "gen2", *_OBLIQUE)
    return _is_few(count) and case == "gent"


def _agrees(word: str, noun: Parse, count: Decimal) -> bool:
    """Whether an adjective may stand between a numeral and its noun: plural but for «один» and fractions."""
    cases = {str(noun.tag.case)} | ({"nomn", "gent", "accs"} if noun.tag.case == "gent" else set())
    return any(
        parse.tag.POS in ("ADJF", "PRTF") and str(parse.tag.case) in cases
        for parse in morph.parses(word)
        if parse.tag.number == ("sing" if _is_single(count) else "plur")
    )


def _inflected(adjective: str, wanted: set[str]) -> str:
    found = [
        str(form.word)
        for parse in morph.parses(adjective)
        if parse.tag.POS in ("ADJF", "PRTF")
        for form in parse.lexeme
        if wanted <= form.tag.grammemes
    ]
    # «лучших» is not of «наихороший»; of «основный» and «основной» the latter is alive.
    kept = {form: morph.common(form.replace("ё", "е"), adjective.replace("ё", "е")) for form in found}
    kin = [form for form, letters in kept.items() if letters >= max(kept.values()) - 1]
    return max(kin, key=lambda form: form.endswith("ой")) if kin else adjective
