"""The fields and values of a card in words, in the two languages of the window."""

from __future__ import annotations

from typing import Final

from index.model.card import CardField, DocumentKind
from index.text import values
from index.text.wording import Language

Words = tuple[str, str]
"""In Russian, in English."""

_FIELDS: Final[dict[CardField, Words]] = {
    CardField.TITLE: ("название", "title"),
    CardField.DATE: ("дата", "date"),
    CardField.PLACE: ("место", "place"),
    CardField.KIND: ("вид", "kind"),
    CardField.SOURCE: ("источник", "source"),
    CardField.LANGUAGE: ("язык", "language"),
}
_EMPTY: Final[dict[CardField, Words]] = {
    CardField.TITLE: ("названия нет", "no title"),
    CardField.DATE: ("дата не указана", "no date given"),
    CardField.PLACE: ("место не указано", "no place given"),
    CardField.KIND: ("вид не определён", "kind unknown"),
    CardField.SOURCE: ("источник не указан", "no source given"),
    CardField.LANGUAGE: ("язык не определён", "language unknown"),
}
_KINDS: Final[dict[DocumentKind, Words]] = {
    DocumentKind.PRESS_RELEASE: ("пресс-релиз", "press release"),
    DocumentKind.NEWS: ("новость", "news"),
    DocumentKind.LAW: ("закон", "law"),
    DocumentKind.CODE: ("кодекс", "code of laws"),
    DocumentKind.DECREE: ("указ", "decree"),
    DocumentKind.RESOLUTION: ("постановление", "resolution"),
    DocumentKind.DIRECTIVE: ("распоряжение", "directive"),
    DocumentKind.ORDER: ("приказ", "order"),
    DocumentKind.DECISION: ("решение", "decision"),
    DocumentKind.JUDGMENT: ("судебный акт", "judgment"),
    DocumentKind.MINUTES: ("протокол", "minutes"),
    DocumentKind.TRANSCRIPT: ("стенограмма", "transcript"),
    DocumentKind.CONTRACT: ("договор", "contract"),
    DocumentKind.AGREEMENT: ("соглашение", "agreement"),
    DocumentKind.REPORT: ("отчёт", "report"),
    DocumentKind.LETTER: ("письмо", "letter"),
    DocumentKind.APPLICATION: ("заявление", "application"),
    DocumentKind.CERTIFICATE: ("справка", "certificate"),
    DocumentKind.ACT: ("акт", "statement of facts"),
    DocumentKind.REGULATIONS: ("положение или правила", "regulations"),
    DocumentKind.INSTRUCTION: ("инструкция", "instruction"),
    DocumentKind.PROGRAMME: ("программа", "programme"),
    DocumentKind.PLAN: ("план", "plan"),
    DocumentKind.LIST: ("перечень", "list"),
    DocumentKind.PRICE_LIST: ("прайс-лист", "price list"),
    DocumentKind.ARTICLE: ("статья", "article"),
    DocumentKind.ABSTRACT: ("тезисы", "abstract"),
    DocumentKind.THESIS: ("дипломная работа или диссертация", "thesis"),
    DocumentKind.COURSEWORK: ("курсовая работа", "coursework"),
    DocumentKind.ESSAY: ("реферат", "essay"),
    DocumentKind.LECTURES: ("лекции", "lectures"),
    DocumentKind.ASSIGNMENT: ("задание", "assignment"),
    DocumentKind.QUESTIONS: ("вопросы", "questions"),
    DocumentKind.INTERVIEW: ("интервью", "interview"),
    DocumentKind.SPEECH: ("речь", "speech"),
}
_LANGUAGES: Final[dict[str, Words]] = {
    "ru": ("русский", "Russian"),
    "en": ("английский", "English"),
    "uz": ("узбекский", "Uzbek"),
    "kk": ("казахский", "Kazakh"),
    "uk": ("украинский", "Ukrainian"),
    "tg": ("таджикский", "Tajik"),
}


def field_name(field: CardField, language: Language = Language.RU) -> str:
    """Return what a field is called: «дата»."""
    return _of(_FIELDS[field], language)


def empty(field: CardField, language: Language = Language.RU) -> str:
    """Return what is shown in an empty field: «дата не указана»."""
    return _of(_EMPTY[field], language)


def worded(field: CardField, value: str, language: Language = Language.RU) -> str:
    """Return a value as people read it: «12 марта 2019», «приказ», «русский»."""
    if field is CardField.DATE:
        return values.day(value, language) or value
    if field is CardField.KIND:
        return kinds(language).get(value, value)
    if field is CardField.LANGUAGE:
        return languages(language).get(value, value)
    return value


def kinds(language: Language = Language.RU) -> dict[str, str]:
    """Return the words for all kinds, by their values, in the order of their words."""
    found = {kind.value: _of(words, language) for kind, words in _KINDS.items()}
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def languages(language: Language = Language.RU) -> dict[str, str]:
    """Return the words for the languages that are told apart, by their codes."""
    return {code: _of(words, language) for code, words in _LANGUAGES.items()}


def _of(words: Words, language: Language) -> str:
    return words[language is Language.EN]
