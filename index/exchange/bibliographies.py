"""Citation files for programs that keep bibliographies: BibTeX, RIS, CSL-JSON, one document each.

The formats are short and fixed; what can go wrong is escaping, and that is here. BibTeX: fields as btxdoc
and biblatex name them, in UTF-8, as biber and the programs of today take it. RIS: two letters, two blanks, a
dash, a blank; lines end with CR LF. CSL-JSON: https://github.com/citation-style-language/schema (1.0.2).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from index.exchange.sources import Passage, Source
from index.facts.card_wording import worded
from index.model.card import CardField, DocumentKind
from index.text.wording import Language

_TEX: Final = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""What means something in TeX, and how it is written to mean itself."""
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f]+")
_URL_UNSAFE: Final = re.compile(r"[\\{}\s]")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LATIN: Final = {
    **dict(zip("абвгдеёзийклмнопрстуфыэъь", [*"abvgdeeziyklmnoprstufye", "", ""], strict=True)),
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "yu",
    "я": "ya",
}
_LANGUAGES: Final = {"ru": "russian", "en": "english", "uk": "ukrainian", "kk": "kazakh", "uz": "uzbek"}
"""As babel and biblatex call them."""

_LAWS: Final = (
    *(DocumentKind.LAW, DocumentKind.CODE, DocumentKind.DECREE, DocumentKind.RESOLUTION),
    *(DocumentKind.DIRECTIVE, DocumentKind.ORDER, DocumentKind.REGULATIONS),
)
_TYPES: Final[dict[str, tuple[str, str]]] = {
    **dict.fromkeys(_LAWS, ("STAT", "legislation")),
    DocumentKind.JUDGMENT: ("CASE", "legal_case"),
    DocumentKind.NEWS: ("NEWS", "article-newspaper"),
    DocumentKind.REPORT: ("RPRT", "report"),
    DocumentKind.THESIS: ("THES", "thesis"),
    DocumentKind.LETTER: ("PCOMM", "personal_communication"),
    DocumentKind.INTERVIEW: ("PCOMM", "interview"),
    DocumentKind.SPEECH: ("GEN", "speech"),
    DocumentKind.AGREEMENT: ("GEN", "treaty"),
}
"""Kinds that the formats have types for: of RIS, of CSL."""


def bibtex(source: Source, passage: Passage | None = None) -> str:
    """Return an entry of BibTeX, with the passage as a note."""
    date = source.date
    fields = (
        ("author", _braced(" and ".join(_tex(f"{one.family}, {one.given}") for one in source.authors))),
        # Twice in braces, so that no style changes capitals.
        ("title", _braced(f"{{{_tex(source.title)}}}")),
        ("year", _braced(source.year)),
        ("month", _MONTHS[date[1] - 1] if len(date) > 1 else ""),
        ("day", _braced(str(date[2]) if len(date) > 2 else "")),
        ("type", _braced(_tex(_kind(source)))),
        ("address", _braced(_tex(source.place))),
        ("pages", _braced(_tex(_pages(passage)).replace("–", "--"))),
        ("note", _braced(_tex(_quoted(passage)))),
        ("url", _braced(_url(source.url))),
        ("urldate", _braced(_day(source.accessed, "-") if source.url else "")),
        ("language", _braced(_LANGUAGES.get(source.language, ""))),
    )
    lines = "".join(f"  {name} = {value},\n" for name, value in fields if value)
    return f"@misc{{{key(source)},\n{lines}}}\n"


def ris(source: Source, passage: Passage | None = None) -> str:
    """Return a reference of RIS, with the passage as a note."""
    pages = ("", "") if passage is None else (passage.first_page, passage.last_page)
    fields: Iterable[tuple[str, str]] = (
        ("TY", _types(source)[0]),
        *(("AU", f"{one.family}, {one.given}") for one in source.authors),
        ("TI", source.title),
        ("PY", source.year.strip("[]")),
        ("DA", _ris_date(source.date)),
        ("CY", source.place),
        ("M3", _kind(source)),
        ("SP", pages[0]),
        ("EP", pages[1] if pages[1] != pages[0] else ""),
        ("N1", _quoted(passage)),
        ("LA", source.language),
        ("UR", source.url),
        ("Y2", _ris_date(source.accessed) if source.url else ""),
    )
    lines = [f"{tag}  - {one_line(value)}" for tag, value in fields if value]
    return "\r\n".join((*lines, "ER  - ", ""))


def csl(source: Source, passage: Passage | None = None) -> str:
    """Return a list of one item of CSL-JSON, with the passage as a note."""
    given: dict[str, Any] = {
        "title": source.title,
        "author": [{"family": one.family, "given": one.given} for one in source.authors],
        "issued": _csl_date(source.date, is_sure=source.is_dated),
        "publisher-place": source.place,
        "genre": _kind(source),
        "URL": source.url,
        "accessed": _csl_date(source.accessed) if source.url else None,
        "language": source.language,
        "note": _quoted(passage, pages=_pages(passage)),
    }
    item = {"id": key(source), "type": _types(source)[1]}
    return (
        json.dumps(
            [item | {name: value for name, value in given.items() if value}], ensure_ascii=False, indent=2
        )
        + "\n"
    )


def key(source: Source) -> str:
    """Return a key of Latin letters and digits: whose it is, or how it begins, and its year."""
    named = source.authors[0].family if source.authors else " ".join(source.title.split()[:3])
    letters = "".join(_LATIN.get(letter, letter) for letter in named.lower())
    year = str(source.date[0]) if source.date else ""
    return (re.sub(r"[^a-z0-9]", "", letters)[:32] or "document") + year


def one_line(text: str) -> str:
    """Return a text on one line, without control characters."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in one_line(text))


def _braced(value: str) -> str:
    return f"{{{value}}}" if value.strip("{}") else ""


def _url(url: str) -> str:
    """Return an address as BibTeX keeps it: verbatim, but for what would end the field."""
    return _URL_UNSAFE.sub(lambda found: "".join(f"%{octet:02X}" for octet in found[0].encode()), url)


def _kind(source: Source) -> str:
    language = Language.EN if source.language == "en" else Language.RU
    return worded(CardField.KIND, source.kind, language) if source.kind else ""


def _types(source: Source) -> tuple[str, str]:
    return _TYPES.get(source.kind, ("ELEC", "webpage") if source.url else ("GEN", "document"))


def _pages(passage: Passage | None) -> str:
    return "" if passage is None else passage.pages


def _quoted(passage: Passage | None, pages: str = "") -> str:
    """Return the words of a passage for a note."""
    if passage is None or not passage.quote:
        return ""
    return f"«{one_line(passage.quote)}»" + (f" ({pages})" if pages else "")


def _day(date: tuple[int, ...], sign: str) -> str:
    return sign.join(f"{part:02}" for part in date)


def _ris_date(date: tuple[int, ...]) -> str:
    """Return YYYY/MM/DD/, with nothing between the strokes for what is not known."""
    parts = [f"{part:02}" for part in date] + [""] * (3 - len(date))
    return f"{'/'.join(parts)}/" if date else ""


def _csl_date(date: tuple[int, ...], *, is_sure: bool = True) -> dict[str, Any] | None:
    if not date:
        return None
    return {"date-parts": [list(date)]} | ({} if is_sure else {"circa": True})
