"""What kind of document it is: an ordered table of named rules.

Kinds that a heading names go first, then those that are told by how a document begins or ends. A heading with
a verb tells of a document («Указ подписан»), it is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.model.card import CardEntry, CardField, DocumentKind, Origin
from index.model.span import Span
from index.text.heads import despaced, says_something

_HEAD_LINES: Final = 16
_TAIL_LINES: Final = 4
_HEADING_CHARS: Final = 160
_BODY_CHARS: Final = 230
_REST: Final = r"(?:\W*\Z|\s+(?:№|N\b|от\s+\W*\d|\d))"
"""After a word that alone does not tell a kind: nothing, or a number and date."""
_BODIES: Final = (
    r"(?:совет|суд|комисси|коллеги|собрани|дум|маслихат|акимат|правительств|министерств|комитет|сесси|президиум|"
    r"правлени|пленум|съезд|общего|единственного)"
)


@dataclass(frozen=True, slots=True)
class KindRule:
    """Headings that begin like this name a kind."""

    name: str
    kind: DocumentKind
    pattern: re.Pattern[str]


def _rule(name: str, kind: DocumentKind, expression: str) -> KindRule:
    return KindRule(name, kind, re.compile(rf"[\W_]*(?:{expression})", re.IGNORECASE))


HEADINGS: Final[tuple[KindRule, ...]] = (
    _rule(
        "press_release",
        DocumentKind.PRESS_RELEASE,
        r"пресс-релиз\b|(?:сообщение|информация)\s+для\s+(?:сми|печати)",
    ),
    _rule(
        "federal_law",
        DocumentKind.LAW,
        r"(?:федеральный|конституционный|модельный)\s+(?:конституционный\s+)?закон\b",
    ),
    _rule(
        "law",
        DocumentKind.LAW,
        rf"закон(?:{_REST}|\s+(?:республик|российск|рф\b|рк\b|города|края|[\w-]+[сц]к(?:ой|ого)\s))",
    ),
    _rule("code", DocumentKind.CODE, r"(?:[\w-]+\s+){0,2}кодекс\s+(?:республик|российск|рф\b|рк\b)"),
    _rule("decree", DocumentKind.DECREE, r"(?:указ|декрет)\b"),
    _rule("resolution", DocumentKind.RESOLUTION, r"постановление\b|резолюция\b"),
    _rule("directive", DocumentKind.DIRECTIVE, r"распоряжение\b"),
    _rule("order", DocumentKind.ORDER, r"приказ\b"),
    _rule(
        "judgment",
        DocumentKind.JUDGMENT,
        r"именем\s+(?:российской|республики)|приговор\b|(?:решение|определение)\s+[\w\s]{0,40}\bсуда\b",
    ),
    _rule(
        "decision",
        DocumentKind.DECISION,
        rf"(?-i:РЕШЕНИЕ|ОПРЕДЕЛЕНИЕ){_REST}|(?:решение|определение)\s+(?:[\w-]+\s+){{0,3}}{_BODIES}",
    ),
    _rule("transcript", DocumentKind.TRANSCRIPT, r"(?:из\s+)?стенограмм[аы]\b|стенографический\s+отч[её]т"),
    _rule(
        "minutes",
        DocumentKind.MINUTES,
        rf"(?:выписка\s+из\s+)?протокола?(?:{_REST}|\s+(?:[\w-]+\s+){{0,2}}(?:заседани|собрани|"
        r"совещани|сход))",
    ),
    _rule(
        "agreement",
        DocumentKind.AGREEMENT,
        r"(?:соглашение|меморандум|конвенция|хартия|коммюнике)\b|(?:совместн\w+\s+)?(?:заявление|"
        r"декларация)\s+(?:президент|глав|правительств|о\s+)|договор\s+(?:между|о\s+(?:дружб|"
        r"партн[её]р|сотруднич|союз))",
    ),
    _rule("contract", DocumentKind.CONTRACT, r"(?:договор|контракт)\b|дополнительное\s+соглашение"),
    _rule(
        "price_list",
        DocumentKind.PRICE_LIST,
        r"прайс-?\s?лист|прайс\W*\Z|прейскурант|(?:перечень\s+)?цен[ыа]?\s+на\b|стоимость\s+(?:услуг|"
        r"работ)",
    ),
    _rule(
        "coursework",
        DocumentKind.COURSEWORK,
        r"курсов(?:ая|ой)\s+(?:работа|проект)|отч[её]т\s+по\s+(?:практике|лабораторн|курсов)",
    ),
    _rule(
        "thesis",
        DocumentKind.THESIS,
        r"выпускная\s+квалификационная|дипломн(?:ая|ый)\s+(?:работа|проект)|(?:магистерская\s+|"
        r"кандидатская\s+|докторская\s+)?диссертаци[яи]\b|автореферат\b",
    ),
    _rule(
        "report",
        DocumentKind.REPORT,
        r"(?:[\w-]+\s+){0,2}отч[её]т\b|(?:[\w-]+[ыи]й\s+){0,2}доклад\b|(?:аналитическая|докладная|"
        r"служебная|пояснительная)\s+записка",
    ),
    _rule(
        "subtitled_report",
        DocumentKind.REPORT,
        r".{4,120}[:.–—]\s(?:[а-яё]+[ыи]й\s)?(?:отч[её]т|доклад)(?:\W*\Z|\s+(?:за|об?|по|на|к)\b)",
    ),
    _rule(
        "letter",
        DocumentKind.LETTER,
        rf"(?:информационное\s+|открытое\s+|сопроводительное\s+)?письмо(?:{_REST}|\s+об?\b|"
        r"\s+(?:минист|федерал))",
    ),
    _rule("salutation", DocumentKind.LETTER, r"(?:глубоко)?уважаем(?:ый|ая|ые)\s+[А-ЯЁ].{2,60}!"),
    _rule(
        "application",
        DocumentKind.APPLICATION,
        rf"(?:заявление|заявка|ходатайство|жалоба)(?:{_REST}|\s+(?:на|о|об|в)\b)",
    ),
    _rule(
        "certificate",
        DocumentKind.CERTIFICATE,
        rf"(?:справка|свидетельство|сертификат|лицензия|удостоверение)(?:{_REST}|\s+(?:о|об|на|по)\b)",
    ),
    _rule(
        "act",
        DocumentKind.ACT,
        rf"акт(?:{_REST}|\s+(?:при[её]м|сверк|проверк|обследов|выполн|осмотр|списани))",
    ),
    _rule(
        "instruction",
        DocumentKind.INSTRUCTION,
        r"инструкция\b|руководство\s+(?:по|пользователя)\b|методические\s+(?:указания|рекомендации)",
    ),
    _rule(
        "regulations",
        DocumentKind.REGULATIONS,
        r"положение\s+об?\b|правила\s+\w|устав\b|регламент\b|порядок\s+\w+[иа]я?\b|"
        r"политика\s+(?:в\s+отношении|защиты|обработки|конфиденц|безопасн)",
    ),
    _rule(
        "programme",
        DocumentKind.PROGRAMME,
        r"(?:[\w-]+ая\s+)?программа\s+(?:развит|курса|дисципл|конференц|мероприят|государств)|"
        r"(?:территориальная|государственная|рабочая)\s+программа|стратегия\s+развит|"
        r"концепция\s+развит",
    ),
    _rule(
        "plan", DocumentKind.PLAN, r"план\s+(?:мероприят|работ|действ)|календарный\s+план|дорожная\s+карта"
    ),
    _rule("list", DocumentKind.LIST, r"(?:перечень|список|реестр|ведомость)\s+\w"),
    _rule("abstract", DocumentKind.ABSTRACT, r"тезисы\b"),
    _rule(
        "lectures",
        DocumentKind.LECTURES,
        r"(?:вводная\s+)?лекци[яи](?:\W*\Z|\s*(?:№|N)?\s*\d|\s+(?:по|для)\b)|"
        r"(?:конспект|материалы|курс|тексты?)\s+(?:к\s+)?лекци[йи]",
    ),
    _rule(
        "assignment",
        DocumentKind.ASSIGNMENT,
        r"(?:лабораторная|контрольная|практическая|самостоятельная)\s+работа|"
        r"(?:домашнее\s+)?задани[ея]\b|задачи\s+(?:для|к)\b",
    ),
    _rule(
        "questions",
        DocumentKind.QUESTIONS,
        r"(?:[\w-]+\s+)?вопросы\s+(?:для|к|по|рк|экзамен|зач[её]т)|экзаменационные|билеты\s+(?:к|по)\b",
    ),
    _rule("essay", DocumentKind.ESSAY, rf"(?:реферат|эссе|сочинение)(?:{_REST}|\s*:|\s+(?:на\s+тему|по)\b)"),
    _rule("article", DocumentKind.ARTICLE, r"(?:научная\s+)?статья\s*:|статья\W*\Z"),
    _rule("interview", DocumentKind.INTERVIEW, r"интервью\s+(?:с\s|\w+а\b|президент|министр)|интервью\W*\Z"),
    _rule(
        "speech",
        DocumentKind.SPEECH,
        r"(?:выступление|речь|обращение|послание|"
        r"вступительное\s+слово)\s+(?:[\w-]+\s+){0,2}?(?:президент|премьер|министр|глав|председател|"
        r"посл[аы]|губернатор|акима?)",
    ),
)
"""Earlier rules win over later ones, earlier lines over later rules."""

_ENDED: Final = re.compile(r"(?<=[а-яё]{3})[.;]\s")
"""Where a heading has named the document, and goes on to tell of it: «Доклад аудитора. Утверждён …»."""
_CLASSIFIED: Final = re.compile(r"УДК\b", re.IGNORECASE)
_SUMMED_UP: Final = re.compile(r"\W*(?:аннотация|ключевые\s+слова|abstract|keywords)\b", re.IGNORECASE)
_PRESS_SERVICE: Final = re.compile(
    r"\W*(?:пресс-служб|пресс-центр|служба\s+по\s+связям)[^.!?]{0,90}\W*", re.IGNORECASE
)
_STATE_HOST: Final = re.compile(
    r"(?:\w+://)?(?:[\w-]+\.)*(?:president|prezident|primeminister|premier|kremlin|akorda|gov|government|mfa|mid|parliament|senat|duma|"
    r"press-service)\.[\w.]+|.*/(?:press|press-releas\w*|pressroom|press-center)/",
    re.IGNORECASE,
)
_TALE: Final = re.compile(r"[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+)?[,.]\s+\d{1,2}\s+[а-я]+[^\n]{0,60}[.–—-]\s")


def find_kind(text: str, source: str) -> CardEntry:
    """Return what kind of document a text is; an empty entry when it does not tell.

    Args:
        text: The document's text.
        source: The address it was published at; empty when unknown.
    """
    lines = _lines(text)
    for number, (start, line) in enumerate(lines):
        said = despaced(line)
        if len(line) > _HEADING_CHARS and not says_something(said):
            # A title as long as they are of reports: what follows may say what it is.
            continue
        if len(line) > _HEADING_CHARS or (number and _is_sentence(line)):
            # The body has begun: its headings are those of its parts.
            break
        for rule in HEADINGS:
            if rule.pattern.match(said) and not says_something(_ENDED.split(said, maxsplit=1)[0]):
                return _entry(rule.kind, rule.name, start, line)
    return _by_manner(text, lines, source)


def _by_manner(text: str, lines: list[tuple[int, str]], source: str) -> CardEntry:
    """Return a kind that no heading names."""
    head = [line for _, line in lines]
    if _CLASSIFIED.match(head[0] if head else "") and any(map(_SUMMED_UP.match, head)):
        return _entry(DocumentKind.ARTICLE, "classified", *lines[0])
    for start, line in [*lines, *_last_lines(text)]:
        if _PRESS_SERVICE.fullmatch(line):
            return _entry(DocumentKind.PRESS_RELEASE, "press_service", start, line)
    if source and (start := text.rfind(source)) >= 0:
        is_of_state = _STATE_HOST.match(source) is not None
        kind = DocumentKind.PRESS_RELEASE if is_of_state else DocumentKind.NEWS
        return _entry(kind, "published_by_state" if is_of_state else "published", start, source)
    for start, line in lines[:4]:
        if match := _TALE.match(line):
            return _entry(DocumentKind.NEWS, "dateline", start, match.group())
    return CardEntry(CardField.KIND)


def _is_sentence(line: str) -> bool:
    return line.rstrip()[-1:] in ".!?" and bool(line.strip()) and says_something(line)


def _entry(kind: DocumentKind, rule: str, start: int, words: str) -> CardEntry:
    return CardEntry(CardField.KIND, kind.value, Span(start, start + len(words)), Origin.TEXT, rule)


def _lines(text: str) -> list[tuple[int, str]]:
    """Return the first lines, up to the one with which the body begins, and where they begin."""
    found, start = [], 0
    for line in text.split("\n", _HEAD_LINES)[:_HEAD_LINES]:
        found.append((start, line))
        start += len(line) + 1
        if len(line) > _BODY_CHARS and says_something(despaced(line)):
            break
    return found


def _last_lines(text: str) -> list[tuple[int, str]]:
    found, stop = [], len(text.rstrip())
    for _ in range(_TAIL_LINES):
        start = text.rfind("\n", 0, stop) + 1
        found.append((start, text[start:stop]))
        if not start:
            break
        stop = start - 1
    return found
