"""Citations as people write them: quotation and source after ГОСТ Р 7.0.5-2008, APA 7, in Markdown.

Every style returns what is pasted as plain text and as HTML. The words of a source stand in its own language;
what a style says itself (с., URL, n.d.) in that of the style.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Final

from index.exchange.authors import Author
from index.exchange.markdown import escaped
from index.exchange.sources import Passage, Source
from index.facts.card_wording import worded
from index.model.card import CardField, DocumentKind
from index.text.abbreviations import WORDS
from index.text.passages import hypertext
from index.text.wording import NBSP, Language, day_and_month, month

_GOST_MONTHS: Final = (
    *("янв.", "февр.", "марта", "апр.", "мая", "июня"),
    *("июля", "авг.", "сент.", "окт.", "нояб.", "дек."),
)
_GOST_PLACES: Final = {"Москва": "М.", "Санкт-Петербург": "СПб.", "Ленинград": "Л."}
"""Towns that ГОСТ Р 7.0.12 lets be written short."""
_NOT_SAID: Final = frozenset(
    {
        DocumentKind.REGULATIONS,
        DocumentKind.THESIS,
        DocumentKind.LIST,
        DocumentKind.ARTICLE,
        DocumentKind.NEWS,
    }
)
"""Kinds whose words are too wide, or too usual, to stand beside a title."""
_APA_KINDS: Final = frozenset(
    (
        *(DocumentKind.PRESS_RELEASE, DocumentKind.TRANSCRIPT, DocumentKind.LETTER, DocumentKind.INTERVIEW),
        *(DocumentKind.SPEECH, DocumentKind.LECTURES, DocumentKind.COURSEWORK, DocumentKind.PRICE_LIST),
    )
)
"""Kinds that APA names in brackets: what is not of the usual kinds."""
_APA_BLOCK_WORDS: Final = 40
_APA_TITLE_WORDS: Final = 6
_CLOSING: Final = (".", "!", "?", "…")
_LAST_WORD: Final = re.compile(r"(\w+)\.$")


@dataclass(frozen=True, slots=True)
class Citation:
    """Something to paste.

    Attributes:
        text: As plain text.
        html: As HTML; empty when there is nothing that plain text does not say.
    """

    text: str
    html: str = ""


def gost(source: Source, passage: Passage | None) -> Citation:
    """Cite in the text: «…» (Платонова О. С. Название. М., 2021. С. 5); else the reference alone."""
    pages = "" if passage is None else passage.pages
    reference = _sentences(
        ", ".join(f"{one.family}{NBSP}{one.initials}" for one in source.authors),
        _gost_title(source),
        _gost_imprint(source),
        pages and f"{'P.' if source.language == 'en' else 'С.'}{NBSP}{pages}",
        source.url and f"URL: {source.url}{_gost_access(source)}",
    )
    if passage is None:
        return Citation(reference, hypertext(reference))
    inner = reference if reference.endswith(_GOST_MONTHS) else reference.removesuffix(".")
    cited = f"«{_without_point(passage.quote.translate(_INNER))}» ({inner})."
    return Citation(cited, hypertext(cited))


def apa(source: Source, passage: Passage | None) -> Citation:
    """Cite in the text, with the entry of the list of references below: “…” (Платонова, 2021, p. 5)."""
    when = source.year if source.is_dated else f"ca. {source.year.strip('[]')}"
    when = when if source.date else "n.d."
    kind = f" [{_first_upper(_kind(source, Language.EN))}]" if source.kind in _APA_KINDS else ""
    day = f"{when}, {_apa_day(source.date)}" if len(source.date) > 1 else when
    url = f" {source.url}" if source.url else ""
    names = [f"{one.family}, {one.initials.replace(' ', NBSP)}" for one in source.authors]
    # The title stands first where nobody is named.
    before = f"{_apa_list(names)} ({day}). " if names else ""
    point = "" if not kind and source.title.endswith(_CLOSING) else "."
    after = f"{kind}{point}{url}" if names else f"{kind}{point} ({day}).{url}"
    who = _apa_who(source.authors) if names else _shortened(source.title)
    marked = [escape(part, quote=False) for part in (before, source.title, after)]
    entry = Citation(before + source.title + after, f"{marked[0]}<i>{marked[1]}</i>{marked[2]}")
    if passage is None:
        return entry
    sign = "pp." if passage.first_page != passage.last_page else "p."
    page = f", {sign}{NBSP}{passage.pages}" if passage.pages else ""
    cited = f"{_apa_quote(passage.quote)} ({who}, {when}{page})"
    cited += "" if _is_block(passage.quote) else "."
    quoted = "".join(f"<p>{escape(line, quote=False)}</p>" for line in cited.split("\n"))
    return Citation(f"{cited}\n\n{entry.text}", f"{quoted}<p>{entry.html}</p>")


def markdown(source: Source, passage: Passage | None) -> Citation:
    """Cite as a quotation of Markdown, its source on the last line."""
    language = Language.EN if source.language == "en" else Language.RU
    pages = "" if passage is None else passage.pages
    parts = (
        ", ".join(escaped(f"{one.given} {one.family}") for one in source.authors),
        f"*{escaped(source.title)}*",
        escaped(source.place),
        _day(source, language),
        pages and f"{'p.' if language is Language.EN else 'с.'}{NBSP}{pages}",
        source.url and f"<{source.url}>",
    )
    line = ", ".join(filter(None, parts))
    if passage is None:
        return Citation(line)
    quoted = "\n>\n".join(f"> {escaped(paragraph)}" for paragraph in passage.quote.split("\n"))
    return Citation(f"{quoted}\n>\n> — {line}")


_INNER: Final = str.maketrans("«»", "„“")
"""Marks of a quotation within one."""


def _gost_title(source: Source) -> str:
    kind = _kind(source, Language.EN if source.language == "en" else Language.RU)
    is_said = _folded(kind) in _folded(source.title)
    return (
        f"{source.title} : {kind}" if kind and source.kind not in _NOT_SAID and not is_said else source.title
    )


def _folded(words: str) -> str:
    return words.casefold().replace("ё", "е")


def _gost_imprint(source: Source) -> str:
    """Return place and date: «М., 2021. 5 окт.»."""
    place = _GOST_PLACES.get(source.place, source.place)
    imprint = ", ".join(filter(None, (place, source.year)))
    if len(source.date) == 3:
        imprint += f". {source.date[2]}{NBSP}{_GOST_MONTHS[source.date[1] - 1]}"
    return imprint


def _gost_access(source: Source) -> str:
    if len(source.accessed) < 3:
        return ""
    year, month_number, day = source.accessed
    return f" (дата обращения: {day:02}.{month_number:02}.{year})"


def _sentences(*parts: str) -> str:
    """Return parts as sentences; what ends with a point already gets no other."""
    return " ".join(part if part.endswith(_CLOSING) else f"{part}." for part in parts if part)


def _without_point(quote: str) -> str:
    """Return a quotation without the point at its end: it follows the reference. That of «2021 г.» stays."""
    last = _LAST_WORD.search(quote)
    is_short = last is not None and (last[1].lower() in WORDS or len(last[1]) == 1)
    return quote if is_short or quote.endswith("..") else quote.removesuffix(".")


def _kind(source: Source, language: Language) -> str:
    return worded(CardField.KIND, source.kind, language) if source.kind else ""


def _day(source: Source, language: Language) -> str:
    date = source.date
    if len(date) == 3:
        end = f"{NBSP}г." if language is Language.RU else ""
        return f"{day_and_month(date[1], date[2], language)} {date[0]}{end}"
    if len(date) == 2:
        return f"{month(date[1], language)} {date[0]}"
    return source.year


def _apa_day(date: tuple[int, ...]) -> str:
    name = month(date[1], Language.EN)
    return f"{name}{NBSP}{date[2]}" if len(date) == 3 else name


def _apa_list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, & {names[-1]}"


def _apa_who(authors: tuple[Author, ...]) -> str:
    if len(authors) > 2:
        return f"{authors[0].family} et al."
    return " & ".join(one.family for one in authors)


def _apa_quote(quote: str) -> str:
    return quote if _is_block(quote) else f"“{_without_point(quote)}”"


def _is_block(quote: str) -> bool:
    """Whether a quotation is so long that it stands apart, without marks around it."""
    return len(quote.split()) >= _APA_BLOCK_WORDS or "\n" in quote


def _shortened(title: str) -> str:
    words = title.split()
    short = " ".join(words[:_APA_TITLE_WORDS]).rstrip(",:;–—-")
    return f"“{title}”" if len(words) <= _APA_TITLE_WORDS + 2 else f"“{short}…”"


def _first_upper(words: str) -> str:
    return words[:1].upper() + words[1:]
