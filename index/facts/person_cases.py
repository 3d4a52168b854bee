"""What the words around a person's name tell of its case, where its own form may be of he or of she."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from index.facts import eponyms, morph
from index.facts.names import Name
from index.facts.passage import Passage
from index.facts.person_spans import INITIALS
from index.model.fact import EntityType
from index.model.span import Span

_CASES: Final = {"gent": "Gen", "datv": "Dat", "ablt": "Ins", "loct": "Loc"}
_STARTS_WITH_INITIALS = re.compile(rf"{INITIALS}\s?[А-ЯЁ]")


def told(passage: Passage, names: Sequence[Name]) -> dict[Span, str]:
    """Return the cases of persons («Gen») that their place tells: a subject, a list, behind a noun."""
    found: dict[Span, str] = {}
    for name in names:
        if name.type != EntityType.PERSON:
            continue
        first = passage.first_token(name.span)
        case = (
            _by_thing(name)
            or _by_subject(passage, name, first)
            or _by_noun(passage, name, first)
            or _by_verb_before(passage, name)
            or _by_verb_behind(passage, name)
            or _by_hearing(passage, name)
            or _by_list(passage, name, names)
            or _by_neighbour(passage, name, names)
            or _by_line(passage, name)
        )
        if case:
            found[name.span] = case
    return found


def _by_thing(name: Name) -> str:
    """«формула | Лиувилля»: what is named after a person has the name in the genitive."""
    return "Gen" if name.rule == eponyms.RULE else ""


_IN_A = re.compile(rf"[А-ЯЁ][а-яё-]+(?:[оеё]в|[иы]н)а\s{INITIALS}")


def may_stand_in(said: str, case: str) -> bool:
    """Whether a surname before its initials has an ending of a case: «Сомова Л. А.» is never to whom."""
    return case not in ("Dat", "Ins", "Loc") or _IN_A.fullmatch(said) is None


_SUBJECT: Final = frozenset({"nsubj", "root", "parataxis"})


def _by_subject(passage: Passage, name: Name, first: int) -> str:
    """«Н. Ф. Аксёнова сообщила», «Присутствовали: Л. А. Сомова»: the first initial heads the name.

    The tagger takes «Сомова» for the genitive of a man's surname when it has only initials before it, but
    knows what the name as a whole is in the sentence.
    """
    if first >= len(passage.nodes) or not _STARTS_WITH_INITIALS.match(passage.of(name.span)):
        return ""
    is_subject = passage.nodes[first].relation in _SUBJECT and passage.feature(first, "Case") == "Nom"
    return "Nom" if is_subject else ""


_LIKE_A_NOUN = re.compile(r"[вшщ]его$")
"""«председательствующего | Шахова», «управляющего | Шахова»"""


def _by_noun(passage: Passage, name: Name, first: int) -> str:
    """«проводником | Мурзабеком»: a name agrees with the noun for a person right before it."""
    if not first:
        return ""
    noun = passage.tokens[first - 1]
    if not (noun.text.isalpha() and noun.text.islower()) or name.span.start - noun.stop != 1:
        return ""
    case = _case_of(noun.text)
    # «избрать председателем | Сомову Л. А.»: she is no председатель yet.
    is_other = case == "Ins" and _surname_first(passage, name).endswith(("у", "ю"))
    return "" if is_other else case


def _case_of(noun: str) -> str:
    """Return the case («Gen») of a noun for a person, '' where its form tells none or it is no such noun."""
    readings = morph.parses(noun)
    if _LIKE_A_NOUN.search(noun) and readings[0].tag.POS in ("PRTF", "ADJF", "NOUN"):
        return "Gen"
    are_nouns = all({"NOUN", "sing"} <= parse.tag.grammemes for parse in readings)
    if not are_nouns or not any("anim" in parse.tag for parse in readings):
        return ""
    cases = {parse.tag.case for parse in readings}
    if cases == {"gent", "accs"}:
        return "Gen"
    return _CASES.get(cases.pop(), "") if len(cases) == 1 else ""


_SURNAME_FIRST = re.compile(rf"(?P<surname>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)\s{INITIALS}")
_OF_SHE_OR_HE = re.compile(r"(?:[оеё]в|[иы]н|[сц]к)а(?:я)?$")
"""«Сомова»: she in the nominative, or he in the genitive."""
_OF_HE = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий|ко)$")
_OBLIQUE = re.compile(r"(?:[оеё]в|[иы]н)(?:у|ым|ой|е)$")


def _by_list(passage: Passage, name: Name, names: Sequence[Name]) -> str:
    """«Сомова Л. А., Шахов Е. М. Основы учёта»: a list with the surnames first has them in the nominative.

    A man's surname tells the case of all; without one a line that says nothing begins with a nominative, and
    brackets around a name hold one.
    """
    surname = _surname_first(passage, name)
    if not _OF_SHE_OR_HE.search(surname):
        return ""
    if passage.text[name.span.start - 1 : name.span.start] == "(" and passage.text.startswith(
        ")", name.span.stop
    ):
        return "Nom"
    listed = [_surname_first(passage, other) for other in names]
    if any(_OBLIQUE.search(one) for one in listed):
        return ""
    if any(_OF_HE.search(one) for one in listed):
        return "Nom"
    is_first = not any(letter.isalpha() for letter in passage.text[passage.span.start : name.span.start])
    return "Nom" if is_first and not passage.is_prose else ""


_BETWEEN = re.compile(r"(?:\s\([^()]*\))?[,;]\s(?:и\s)?")
_INITIALS_FIRST = re.compile(rf"{INITIALS}\s?(?P<surname>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)")


def _by_neighbour(passage: Passage, name: Name, names: Sequence[Name]) -> str:
    """«А. И. Белов (труд), Н. А. Сомова (язык)»: in a row his surname tells her case."""
    surname = _behind_initials(passage, name)
    if not _OF_SHE_OR_HE.search(surname):
        return ""
    for other in names:
        first, second = sorted((name.span, other.span))
        if first == second or not _OF_HE.search(_behind_initials(passage, other)):
            continue
        if _BETWEEN.fullmatch(passage.text, first.stop, max(first.stop, second.start)):
            return "Nom"
    return ""


def _behind_initials(passage: Passage, name: Name) -> str:
    """Return the surname of a person written with initials before it, '' for any other name."""
    match = _INITIALS_FIRST.fullmatch(passage.of(name.span)) if name.type == EntityType.PERSON else None
    return match["surname"] if match is not None else ""


def _surname_first(passage: Passage, name: Name) -> str:
    """Return the surname of a person written with initials behind it, '' for any other name."""
    match = _SURNAME_FIRST.fullmatch(passage.of(name.span)) if name.type == EntityType.PERSON else None
    return match["surname"] if match is not None else ""


_HEARD = frozenset({"слушать", "заслушать", "выслушать", "избрать", "назначить", "уволить", "освободить"})
_TO = re.compile(r"(?<!\w)[Кк]о?\s[^:!?]*$")


def _by_hearing(passage: Passage, name: Name) -> str:
    """«Слушали: Сомову Л. А.» is whom, «иск к Шахову Е. М., Сомову Л. А.» to whom."""
    if not _surname_first(passage, name).endswith(("у", "ю")):
        return ""
    before = passage.text[passage.span.start : name.span.start].rstrip(" :–—-")
    *_, verb = before.split() or [""]
    if morph.lemmas(verb.lower()) & _HEARD:
        return "Acc"
    return "Dat" if _TO.search(before) else ""


def _by_verb_before(passage: Passage, name: Name) -> str:
    """«подготовила | Сомова Л. А.»: the verb right before tells that she is its subject."""
    verb = passage.first_token(name.span) - 1
    if verb < 0 or not _OF_SHE_OR_HE.search(_surname_first(passage, name)):
        return ""
    has_subject = any(
        node.head == verb and node.relation.startswith("nsubj") and number < verb
        for number, node in enumerate(passage.nodes)
    )
    return "Nom" if _is_of_her(passage, verb) and not has_subject else ""


def _by_verb_behind(passage: Passage, name: Name) -> str:
    """«Сомова Л. А. | обратилась»: where a sentence begins with her."""
    is_first = not any(letter.isalpha() for letter in passage.text[passage.span.start : name.span.start])
    if not is_first or not _OF_SHE_OR_HE.search(_surname_first(passage, name)):
        return ""
    return "Nom" if _is_of_her(passage, passage.after_token(name.span)) else ""


def _is_of_her(passage: Passage, verb: int) -> bool:
    """Whether a word is a verb in the past that only she is the subject of."""
    is_verb = passage.part(verb) == "VERB" and passage.feature(verb, "VerbForm") == "Fin"
    return is_verb and (passage.feature(verb, "Gender"), passage.feature(verb, "Tense")) == ("Fem", "Past")


_TITLE_BEFORE = re.compile(r"(?:^|[\s.;,])(?:[Пп]роф|[Дд]оц|[Аа]кад|[Аа]сс|[Пп]реп|н)\.$")
_EDITED = re.compile(r"\b(?:ред|рук|пер|сост|рец)\b[^;\n]*$")
_BEFORE_SIGNATURE: Final = ("»", '"', "”", "_")


def _by_line(passage: Passage, name: Name) -> str:
    """«Директор школы «Заря» | Л. А. Сомова»: who begins a row or signs one is no object."""
    said = passage.of(name.span)
    if not _STARTS_WITH_INITIALS.match(said) or not _OF_SHE_OR_HE.search(said):
        return ""
    before = passage.text[: name.span.start].rstrip(" ")
    ends_line = name.span.stop == len(passage.text) or passage.text[name.span.stop] == "\n"
    begins_line = not before or before.endswith(("\n", "|"))
    is_signed = begins_line or (ends_line and before.endswith(_BEFORE_SIGNATURE))
    is_titled = _TITLE_BEFORE.search(before) is not None and not _EDITED.search(before)
    return "Nom" if (is_signed or is_titled) and not passage.is_prose else ""
