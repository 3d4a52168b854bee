"""Speech in minutes: a paragraph that begins with who speaks.

Гуревич: Ремонт идёт с отставанием.     ШАРИПОВ Р. З. – Считаю, что …     Ольшанский Д. И. Товарищи! …

Lists and bibliographies look the same; so the paragraphs of a form are speech only if one of them speaks
of «я», «мы», «вы», or asks something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from index.facts import drafts
from index.facts.clause_words import WORD, is_verb_form
from index.facts.mentions import Mentions
from index.model.fact import EntityType, Fact, FactType, Slot
from index.model.span import Span

RULE: Final = "transcript"
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_TITLE: Final = re.compile(r"(?:(?:т|тов|гр|г-н|г-жа|акад|проф)\.?\s+)?", re.IGNORECASE)
_INITIALS: Final = r"[А-ЯЁ]\.(?:[-\s]?[А-ЯЁ]\.)?"
_CAPITALS: Final = re.compile(
    rf"(?:{_INITIALS}\s?)?(?P<surname>[А-ЯЁ]{{2,}}(?:-[А-ЯЁ]{{2,}})?)(?P<behind>\s{_INITIALS})?(?!\w)"
)
_BORDERS: Final = (
    ("colon", re.compile(r"(?:\s\([^()\n]{2,60}\))?\s?:\s+(?=[А-ЯЁ«\d])")),
    ("dash", re.compile(r"\.?\s[–—-]\s+(?=[А-ЯЁ«])")),
    ("plain", re.compile(r"\s+(?=[А-ЯЁ])")),
)
"""What parts the speaker from his words, by form; without a mark only initials behind his name tell him."""
_SPOKEN: Final = re.compile(
    r"(?<!\w)(?:я|мы|нас|нам|нами|мне|меня|наш[а-яё]*|вы|вас|вам|товарищи|коллеги|друзья"
    r"|считаю|предлагаю|прошу|думаю|полагаю|спасибо)(?!\w)|\?",
    re.IGNORECASE,
)
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph that may be speech."""

    form: str
    speaker: Slot
    said: Span


def find_turns(text: str, mentions: Mentions) -> Iterator[Fact]:
    """Yield what is said in the minutes of a meeting, in order."""
    turns = [
        turn
        for paragraph in _PARAGRAPH.finditer(text)
        if (turn := _turn(text, mentions, Span(*paragraph.span()))) is not None
    ]
    spoken = {turn.form for turn in turns if _SPOKEN.search(turn.said.of(text))}
    for turn in turns:
        if turn.form in spoken:
            slots = (turn.speaker, drafts.slot(text, "quote", turn.said))
            yield drafts.fact(FactType.QUOTE, slots, drafts.passage(slots), RULE, 0.85)


def _turn(text: str, mentions: Mentions, paragraph: Span) -> _Turn | None:
    title = _TITLE.match(text, paragraph.start, paragraph.stop)
    speaker = _speaker(text, mentions, title.end() if title is not None else paragraph.start, paragraph.stop)
    if speaker is None or speaker.span is None:
        return None
    for form, border in _BORDERS:
        match = border.match(text, speaker.span.stop, paragraph.stop)
        if match is None or (form == "plain" and not speaker.text.endswith(".")):
            continue
        said = Span(match.end(), match.end() + len(text[match.end() : paragraph.stop].rstrip()))
        words = WORD.findall(said.of(text))
        is_speech = len(words) >= _SHORTEST and any(is_verb_form(word) for word in words)
        return _Turn(form, speaker, said) if is_speech else None
    return None


def _speaker(text: str, mentions: Mentions, start: int, stop: int) -> Slot | None:
    """Return who speaks: the person named there, or the only one with the surname in capitals."""
    name = _CAPITALS.match(text, start, stop)
    if name is not None:
        span, persons = Span(*name.span()), mentions.bearers(name["surname"])
        if len(persons) == 1:
            return drafts.slot(text, "speaker", span, persons[0].name, persons[0].id)
        surname = name["surname"].title()
        return (
            drafts.slot(text, "speaker", span, surname + (name["behind"] or "")) if name["behind"] else None
        )
    one = next(iter(mentions.within(start, stop)), None)
    if one is None or one.span.start != start or one.entity.type != EntityType.PERSON:
        return None
    is_read = one.is_nominative
    return drafts.slot(text, "speaker", one.span, one.entity.name, one.entity.id) if is_read else None
