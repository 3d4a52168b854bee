"""What a line at the head of a document is: the name of an act, a body's name, a stamp, an address, a person.

An ordered table of named rules, each a pattern on one line. Whoever looks for a document's title passes over
the lines that have a role; whoever looks for its date and kind reads them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from index.text import lexicon
from index.text.normalise import fold


class Role(StrEnum):
    """What a line is for."""

    ACT = "act"
    """Names an act, with or without who issued it: «ПРИКАЗ № 5», «Указ Президента»."""
    SUBJECT = "subject"
    """Says what an act is about: «О мерах…»."""
    NUMBER = "number"
    """Date and number, or one of them, alone: «от 12 марта 2019 г. № 5»."""
    PLACE = "place"
    """A town alone, or with a date: «г. Курган»."""
    BODY = "body"
    """Names whoever issued it, or whom it is addressed to: a ministry, a university, a company."""
    WORK = "work"
    """Says what kind of work it is: «Курсовая работа», «Пресс-релиз»."""
    PERSON = "person"
    """A name with a patronymic or initials, alone."""
    STAMP = "stamp"
    """«УТВЕРЖДАЮ», «К защите допустить», «Научный руководитель: …»."""
    CONTACT = "contact"
    """Addresses, telephones, accounts."""
    CODE = "code"
    """«УДК 519.632», «ISBN …»."""
    SECTION = "section"
    """A numbered heading, or a part that every document has: «1 Введение», «Оглавление»."""
    OTHER = ""
    """Anything else: a title, or what the document says."""


@dataclass(frozen=True, slots=True)
class HeadRule:
    """Lines that a pattern matches as a whole have a role."""

    name: str
    role: Role
    pattern: re.Pattern[str]


def _rule(name: str, role: Role, expression: str, *, is_exact: bool = False) -> HeadRule:
    return HeadRule(name, role, re.compile(expression, re.NOFLAG if is_exact else re.IGNORECASE))


ACTS: Final = (
    r"(?:(?:федеральный|конституционный|модельный|кодекс)\s+)*(?:конституционный\s+)?закон|кодекс|указ|постановление|"
    r"распоряжение|приказ|решение|определение|протокол|приговор|директива|указание|договор|соглашение|контракт|"
    r"меморандум|конвенция|резолюция|декрет|регламент"
)
"""Acts, in the nominative; contracts are named and dated in the same way."""

_DAY: Final = (
    r"(?:[«\"]?\d{1,2}[»\"]?[\s_.]*(?:\d{1,2}|[а-я]+|[IVX]+)[\s_.]*(?:\d{4}|\d{2})(?:\s*(?:года|г\.?))?)"
)
_SIGN: Final = r"(?:№|N|No\.?)\s*[\w./-]*\d[\w./-]*"
_TOWN: Final = r"(?:(?:г|гор|пос|пгт|с|дер|ст)\.?\s?(?=[А-ЯЁ])|город\s+|посёлок\s+|село\s+)"
_NAME: Final = r"[А-ЯЁ][\w-]+(?:[\s-][А-ЯЁ][\w-]+){0,2}"
_INITIALS: Final = r"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?"
_SURNAME: Final = r"[А-ЯЁ][А-Яа-яё-]+"
_INITIALED: Final = rf"(?:{_SURNAME}\s+{_INITIALS}|{_INITIALS}\s?{_SURNAME})"
_COMPANY: Final = r"(?:АО|ООО|ЗАО|ОАО|ПАО|ТОО|НАО|ФГБУ|ФГБОУ|ФГУП|ГУП|ГБУ|ГКУ|МУП|ГУ)"

_WHO: Final = (
    r"студент\w*|выполнил\w*|проверил\w*|научн\w+\s+руководител\w+|руководитель|рецензент\w*|консультант\w*|"
    r"преподаватель|автор\w*|дисциплина|специальность|направление|профиль|группа|вариант|курс|уровень\s+образования"
)
_CHIEF: Final = (
    r"(?:первый\s+)?(?:заместитель|зам\.|и\.\s?о\.|генеральный|директор|начальник|председатель|"
    r"руководитель|глава)"
)
_CALLED: Final = (
    r"юр\.|юридический\s+адрес|почтовый\s+адрес|адрес|тел|телефон|факс|e-?mail|эл\.\s*адрес|электронный\s+адрес|"
    r"сайт"
)

RULES: Final[tuple[HeadRule, ...]] = (
    _rule("act_alone", Role.ACT, rf"(?:{ACTS})"),
    _rule("act_numbered", Role.ACT, rf"(?:{ACTS})\s+(?:{_SIGN}|(?:от\s+)?{_DAY}(?:\s+{_SIGN})?)"),
    _rule(
        "act_of_body",
        Role.ACT,
        rf"(?:(?i:{ACTS}))\s+[А-ЯЁ«\"][^.!?:]{{3,110}}?(?:\s+(?i:(?:от\s+)?{_DAY})(?:\s+{_SIGN})?|\s+{_SIGN})?",
        is_exact=True,
    ),
    _rule(
        "contract",
        Role.ACT,
        rf"(?:договор|соглашение|контракт|протокол)\s+[а-яё][^.!?:]{{2,110}}?(?:\s+{_SIGN})?",
    ),
    _rule("subject", Role.SUBJECT, r"[«\"(]?об?о?\s+[\w«\"].{2,}"),
    _rule("number", Role.NUMBER, rf"(?:от\s+)?(?:{_DAY}[\s_]*(?:{_SIGN})?|{_SIGN}(?:\s+от\s+{_DAY})?)"),
    _rule("town", Role.PLACE, rf"{_TOWN}{_NAME}(?:,?\s+{_DAY})?", is_exact=True),
    _rule("town_and_date", Role.PLACE, rf"{_NAME},?\s+{_DAY}(?:\s+{_SIGN})?", is_exact=True),
    _rule(
        "town_and_year", Role.PLACE, rf"{_NAME},?\s*[-–—]?\s*(?:19|20)\d\d(?:\s*(?:год|г\.?))?", is_exact=True
    ),
    _rule("year", Role.NUMBER, r"(?:19|20)\d\d(?:\s*(?:год|г\.?))?"),
    _rule(
        "work",
        Role.WORK,
        r"(?:выпускная\s+квалификационная|курсовая|дипломная|магистерская|бакалаврская|научная)\s+"
        r"(?:работа|диссертация)\b.{0,40}|тезисы\s+(?:конференции|доклада)\b.{0,60}"
        r"|(?:пресс-релиз|сообщение\s+для\s+(?:сми|печати)|реферат|диссертация|автореферат|дипломный\s+проект|"
        r"курсовой\s+проект|бакалавра|магистра|статья|доклад|эссе)\W*",
    ),
    _rule(
        "full_name",
        Role.PERSON,
        rf"{_SURNAME}\s+{_SURNAME}\s+[А-ЯЁ][А-Яа-яё]*(?:[ОоЕе][Вв][Ии][Чч]|[Ии][Чч]|[ОоЕе][Вв][Нн][Аа]|[Ии][Чч][Нн][Аа])",
        is_exact=True,
    ),
    _rule("initials", Role.PERSON, rf"(?:\w[\w.]*\s+)?{_INITIALED}", is_exact=True),
    _rule("post_and_name", Role.STAMP, rf"(?i:{_CHIEF})\b[^.!?]{{0,60}}\s{_INITIALED}", is_exact=True),
    _rule(
        "approved",
        Role.STAMP,
        r"[«\"]?(?:утвержда(?:ю|ем)\b.*|утвержд[её]н\w*\s+(?:приказ|постановлен|решени|распоряжен|указ|совет|коллеги|"
        r"протокол|общ)\w*.*|согласовано\b.*|принят[аоы]?\s+(?:государственн|решени|законодат|сенат|мажилис|общ)\w*.*|"
        r"одобрен[аоы]?\s+(?:совет|сенат|решени)\w*.*|зарегистрирован\w*\s+в\b.*|м\.?\s?п\.?|проект)",
    ),
    _rule(
        "of_a_study",
        Role.STAMP,
        rf"(?:{_WHO})\s*:.*|студент\w*(?:\s+\d.*|\s+групп.*)?|к\s+защите\s+допустить|допущен\w*\s+к\s+защите"
        r"|зав(?:\.|едующ\w+)\s*каф.*|направление\s+(?:подготовки\s+)?\d\d.*"
        r"|(?:основная\s+образовательная|шифр)\b.*",
    ),
    _rule("salutation", Role.STAMP, r"(?:глубоко)?уважаем\w+\s.{2,80}!"),
    _rule(
        "appendix",
        Role.STAMP,
        r"(?:приложение(?:\s+(?:№|N|к)\b.*|\s*\d*)|для\s+служебного\s+пользования|экз\..*)|\(.*\)",
    ),
    _rule("code", Role.CODE, r"(?:удк|ббк|грнти|isbn|issn|doi|jel)\b.{0,80}"),
    _rule(
        "contact",
        Role.CONTACT,
        rf"\d{{6}},.*|(?:{_CALLED})\s*[:.(\d].*|(?:инн|огрн|кпп|бик|[рк]/сч?)\b.*|(?:☎|https?:|www\.).*"
        r"|.*(?:тел\.|[\w.]+@[\w.]+|\+7|\(\d{3,5}\)\s?\d).*",
    ),
    _rule(
        "part",
        Role.SECTION,
        r"(?:\d{1,2}\.?\s+)?(?:оглавление|содержание|contents|источники?|аннотация|реферат|abstract|введение|"
        r"ключевые\s+слова|keywords|article\s*info)\W*",
    ),
    _rule(
        "numbered",
        Role.SECTION,
        r"\d{1,2}(?:\.\d{1,2})+[.)]?\s+.*|\d{1,2}[.)]\s+.*|\d{1,2}\s+[А-ЯЁA-Z].*",
        is_exact=True,
    ),
    _rule(
        "company",
        Role.BODY,
        rf"(?:\w{{1,4}}\s+){{0,2}}{_COMPANY}\s+[«\"].{{0,100}}|(?:филиал\s+)?(?:акционерн\w+\s+обществ|"
        r"(?:общество|товарищество)\s+с\s+ограниченной).{0,100}",
    ),
    _rule(
        "addressee",
        Role.BODY,
        r"(?:директору|министру|председателю|руководителю|начальнику|главе|президенту|губернатору|ректору|"
        r"заместителю|прокурору|акиму)\b.{0,90}",
    ),
    _rule(
        "ministry",
        Role.BODY,
        r"российская\s+федерация|республика\s+\w+|(?:правительство|министерство|администрация|департамент|комитет|"
        r"федеральн\w+\s+(?:служба|агентство)|государственн\w+\s+(?:дума|комитет|совет|служба)|кабинет\s+министров|"
        r"верховный\s+суд|конституционный\s+суд|центральный\s+банк|законодательн\w+\s+собрание|акимат|маслихат)"
        r"\b.{0,110}",
    ),
    _rule(
        "university",
        Role.BODY,
        r"(?:[«\"(]?[\w.-]+\s+){0,5}(?:университет|институт|академия|колледж)\b.{0,110}"
        r"|(?:факультет|кафедра|высшая\s+школа)\s.{0,120}|[«\"]высшая\s+школа\s.{0,40}|\([А-ЯЁ][\w«»\s]{2,30}\)",
    ),
)
"""Earlier rules win."""

PASSED_OVER: Final = frozenset(Role) - {Role.ACT, Role.SUBJECT, Role.OTHER}
"""Roles of lines that are no title."""

_SILENT: Final = frozenset({Role.BODY, Role.ACT})
"""Roles of lines without a verb."""
_LONGEST: Final = 230
_TO_WRITE_ON: Final = re.compile("_{4,}")
_SIGNED: Final = re.compile(rf"{_SIGN}|{_DAY}", re.IGNORECASE)
_SPACED: Final = re.compile(r"(?:\w\s){3,}\w")
_BLANKS: Final = re.compile(r"\s+")


def role_of(line: str) -> Role:
    """Return the role of a line; OTHER for what is long or says something («Минфин сообщил»)."""
    if _TO_WRITE_ON.search(line) and not _SIGNED.search(line):
        return Role.STAMP
    line = despaced(line)
    if not line or len(line) > _LONGEST:
        return Role.OTHER
    found = next((rule.role for rule in RULES if rule.pattern.fullmatch(line)), Role.OTHER)
    return Role.OTHER if found in _SILENT and says_something(line) else found


def despaced(line: str) -> str:
    """Return a line without the blanks between its letters («П Р И К А З») and without lines to write on."""
    line = _BLANKS.sub(" ", line.replace("_", " ")).strip()
    return line.replace(" ", "") if _SPACED.fullmatch(line) else line


def says_something(line: str) -> bool:
    """Whether a line has a verb, so that it is more than a name. Loads the dictionary once (0.3 s)."""
    return any(_is_verb(fold(word)) for word in line.split())


def act_title(lines: Sequence[str]) -> tuple[int, ...]:
    """Return which of the first lines make the title of an act: its name, its number, what it is about.

    «ПРИКАЗ № 5 О мерах…», whatever stands in between; none when no act is named, or nothing more of it.

    Args:
        lines: The first lines of a document.
    """
    roles = [role_of(line) for line in lines[:_HEAD_LINES]]
    start = next((i for i, role in enumerate(roles) if role is Role.ACT), None)
    if start is None:
        return ()
    chosen = [start]
    if roles[start + 1 : start + 2] == [Role.NUMBER] and not _has_digit(lines[start]):
        chosen.append(start + 1)
    else:
        chosen += _rest_of(lines, roles, start)
    for i in range(chosen[-1] + 1, min(start + _BETWEEN, len(roles))):
        if roles[i] is Role.SUBJECT and lines[i].lstrip('«"(')[0].isupper():
            chosen += [i, *_rest_of(lines, roles, i)]
            break
        if len(lines[i]) > _LONGEST or roles[i] in _ENDS or lines[i].rstrip().endswith(":"):
            break
    is_enough = len(chosen) > 1 or " " in despaced(lines[start])
    return tuple(chosen) if is_enough else ()


def goes_on(line: str, after: str) -> bool:
    """Whether a heading goes on in the next line: with a small letter, or behind an open quotation mark."""
    # Of nested quotation marks only the inner ones are closed: «КОМПАНИЯ «СОГАЗ» is whole.
    is_open = line.rfind("«") > line.rfind("»") or (line.count('"') % 2 == 1 and "«" not in line)
    return bool(after) and (is_open or (after[0].islower() and line.rstrip()[-1:] not in ".!?"))


_HEAD_LINES: Final = 14
_ENDS: Final = frozenset({Role.SECTION, Role.ACT})
_BETWEEN: Final = 8
"""Lines from the name of an act within which it says what it is about."""


def _rest_of(lines: Sequence[str], roles: Sequence[Role], start: int) -> list[int]:
    """Return the lines over which a heading goes on."""
    said, found = lines[start], []
    for i in range(start + 1, min(start + 4, len(roles))):
        if roles[i] in PASSED_OVER or lines[i].endswith(":") or not goes_on(said, lines[i]):
            break
        said += " " + lines[i]
        found.append(i)
    return found


def _has_digit(line: str) -> bool:
    return any(letter.isdigit() for letter in line)


def _is_verb(folded: str) -> bool:
    readings = lexicon.known_readings(folded) if lexicon.has_form(folded) else []
    return bool(readings) and max(readings, key=lambda reading: reading.weight).part in {"VERB", "PRTS"}
