"""The card: each rule with a document that it finds something in, and with one that it leaves alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import AnnotationError
from index.facts.card import make_card, title_place
from index.facts.card_dates import document_date, own_date
from index.facts.card_kinds import find_kind
from index.facts.card_places import find_place
from index.facts.card_sources import find_source
from index.facts.card_values import find_value, read_value
from index.facts.card_wording import empty, field_name, worded
from index.model.card import CardField, DocumentKind, Origin
from index.text.wording import Language

BODY = "Стороны обсудили развитие торговли и условились о новой встрече осенью. " * 4
LAW = (
    f"ФЕДЕРАЛЬНЫЙ ЗАКОН\nПринят Государственной Думой 19 ноября 2010 года\n{BODY}\nМосква, Кремль\n"
    f"29 ноября 2010 года\nN 326-ФЗ\n{BODY}\nСтрока приложения."
)
THESIS = "Университет\nКурсовая работа\nО звёздах\nМосква\n2018\n" + BODY


@pytest.mark.parametrize(
    ("text", "value", "rule", "quote"),
    [
        ("ПРИКАЗ № 5\nот 12 марта 2019 г. № 5\nО мерах", "2019-03-12", "opening_line", "12 марта 2019 г."),
        (
            "От ____29 декабря 2017 года___ № _519_\nО программе",
            "2017-12-29",
            "opening_line",
            "29 декабря 2017 года",
        ),
        (f"Москва, 3 мая 1966 г. – {BODY}", "1966-05-03", "opening_line", "3 мая 1966 г."),
        ("ПЕРЕЧЕНЬ ЦЕН\nРедакция от 16.02.2018 г.\nКод", "2018-02-16", "edition", "16.02.2018 г."),
        ("Список\n(по состоянию на 11 января 2016г.)\nКод", "2016-01-11", "edition", "11 января 2016г."),
        ("Протокол от 17 октября 2025 года\nСлушали", "2025-10-17", "heading", "17 октября 2025 года"),
        (
            LAW,
            "2010-11-29",
            "numbered",
            "29 ноября 2010 года",
        ),
        (
            f"Указ\n{BODY}\nСветлояр, 21 апреля 2025 года, № 118",
            "2025-04-21",
            "closing_line",
            "21 апреля 2025 года",
        ),
        (
            f"Договор\n{BODY}\nСовершено в Ташкенте 28 ноября 2025 г.",
            "2025-11-28",
            "signed",
            "28 ноября 2025 г.",
        ),
        (f"Закон\nПринят Сенатом 3 марта 2020 года\n{BODY}", "2020-03-03", "adopted", "3 марта 2020 года"),
        (THESIS, "2018", "title_page", "2018"),
        (f"Работа\nСанкт-Петербург, 2020 г.\n{BODY}", "2020", "title_page", "2020 г."),
    ],
)
def test_a_document_dates_itself(text: str, value: str, rule: str, quote: str) -> None:
    found = own_date(text)
    assert (found.value, found.rule, found.origin) == (value, rule, Origin.TEXT)
    assert found.span is not None
    assert found.span.of(text) == quote


@pytest.mark.parametrize(
    "text",
    [
        f"Очерк\nВ 2018 году началась стройка.\n{BODY}",
        f"Положение\nУтверждено приказом от 5 мая 2020 года\n{BODY}",
        "Программа на 2018\nОтчёт",
        "",
    ],
)
def test_what_a_document_tells_of_is_not_its_date(text: str) -> None:
    assert own_date(text).value == ""


def test_days_are_counted_from_whole_dates_alone() -> None:
    assert own_date(THESIS).value == "2018"
    assert document_date(THESIS) == ""


@pytest.mark.parametrize(
    ("text", "value", "rule"),
    [
        ("ПРИКАЗ\nг. Усть-Каменогорск\n8 апреля 2019 г.", "Усть-Каменогорск", "town_line"),
        ("ПОСТАНОВЛЕНИЕ\nг Екатеринбург\nО мерах", "Екатеринбург", "town_line"),
        ("Из стенограммы\nпос. Горное Гнездо, 12/X-66 г.\nВ зале тихо.", "пос. Горное Гнездо", "town_line"),
        (f"Мука дешевеет\nКостанай, 17 октября 2022 года. {BODY}", "Костанай", "dateline"),
        (f"Переговоры\nТАШКЕНТ, 5 мая. /УзА/ {BODY}", "Ташкент", "dateline"),
        (THESIS, "Москва", "title_page"),
        ("Пресс-релиз\n15 мая 2023 года, г. Астана\nО выставке", "Астана", "behind_date"),
        ("Программа развития\n12 мая 2021 года, Астана\nО выставке", "Астана", "behind_date"),
        (f"Указ\n{BODY}\nгород Ташкент\n5 января 2019 года\n№ УП-5611", "Ташкент", "closing"),
        ("РАСПОРЯЖЕНИЕ\nот 23 октября 2017 г. № 2323-р\nМОСКВА\n1. Утвердить:", "Москва", "known_town"),
        (f"Закон\n{BODY}\nМосква, Кремль\n29 ноября 2010 года", "Москва", "known_town"),
        (f"Стенограмма\n5 февраля 2018 года\n13:40\nМосква, Кремль\n{BODY}", "Москва", "known_town"),
        (f"Указ\n{BODY}\nСветлояр, 21 апреля 2025 года, № 118", "Светлояр", "closing"),
        (f"Договор\n{BODY}\nСовершено в городе Ташкенте 28 ноября 2025 г.", "Ташкент", "signed"),
    ],
)
def test_a_document_says_where_it_was_made(text: str, value: str, rule: str) -> None:
    found = find_place(text)
    assert (found.value, found.rule) == (value, rule)
    assert found.span is not None
    assert found.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "ИУ-РЛ-БМТ, 2020, модуль 2\nВариант 1.",
        "График\nСб. 09.00-13.30",
        "Новости\n12 мая 2021 года, Заря\nО выставке",
        f"Филиалы\nКурган\nЧелябинск\n{BODY}\nМосква",
        f"Статья\n{BODY}\nРис. 5. Схема опыта",
        f"Переговоры\nДелегация прибыла в Ташкент 5 мая 2022 года.\n{BODY}",
        "",
    ],
)
def test_what_looks_like_a_town_is_none(text: str) -> None:
    assert find_place(text).value == ""


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Пресс-релиз", DocumentKind.PRESS_RELEASE),
        ("ФЕДЕРАЛЬНЫЙ ЗАКОН", DocumentKind.LAW),
        ("ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН", DocumentKind.LAW),
        ("УКАЗ ПРЕЗИДЕНТА РОССИЙСКОЙ ФЕДЕРАЦИИ", DocumentKind.DECREE),
        ("П О С Т А Н О В Л Е Н И Е", DocumentKind.RESOLUTION),
        ("Распоряжение № 7", DocumentKind.DIRECTIVE),
        ("ПРИКАЗ № 73-л/с", DocumentKind.ORDER),
        ("РЕШЕНИЕ", DocumentKind.DECISION),
        ("Решение Совета депутатов", DocumentKind.DECISION),
        ("ИМЕНЕМ РОССИЙСКОЙ ФЕДЕРАЦИИ", DocumentKind.JUDGMENT),
        ("ПРОТОКОЛ № 3", DocumentKind.MINUTES),
        ("Протокол заседания правления", DocumentKind.MINUTES),
        ("Из стенограммы заседания Учёного совета", DocumentKind.TRANSCRIPT),
        ("ДОГОВОР № 15", DocumentKind.CONTRACT),
        ("Договор о дружбе и сотрудничестве", DocumentKind.AGREEMENT),
        ("Меморандум о взаимопонимании", DocumentKind.AGREEMENT),
        ("ПЕРЕЧЕНЬ ЦЕН НА УСЛУГИ", DocumentKind.PRICE_LIST),
        ("Доклад аудитора палаты. Утверждён коллегией 31 июля 2025 года", DocumentKind.REPORT),
        ("Отчёт о работе филиала", DocumentKind.REPORT),
        ("Ежегодный доклад о состоянии библиотек", DocumentKind.REPORT),
        ("Развитие библиотек: отчёт за 2017 год", DocumentKind.REPORT),
        ("ПИСЬМО", DocumentKind.LETTER),
        ("Уважаемый Иван Петрович!", DocumentKind.LETTER),
        ("Заявление на выдачу справки", DocumentKind.APPLICATION),
        ("СПРАВКА", DocumentKind.CERTIFICATE),
        ("Акт приёма-передачи", DocumentKind.ACT),
        ("Положение о премировании", DocumentKind.REGULATIONS),
        ("КУРСОВАЯ РАБОТА", DocumentKind.COURSEWORK),
        ("ВЫПУСКНАЯ КВАЛИФИКАЦИОННАЯ РАБОТА", DocumentKind.THESIS),
        ("Тезисы конференции «Ломоносов — 2017»", DocumentKind.ABSTRACT),
        ("конспект лекций для студентов", DocumentKind.LECTURES),
        ("Лабораторная работа № 1", DocumentKind.ASSIGNMENT),
        ("Вопросы для подготовки к экзамену", DocumentKind.QUESTIONS),
        ("Статья: «Рианна»", DocumentKind.ARTICLE),
        ("Послание Президента народу Казахстана", DocumentKind.SPEECH),
    ],
)
def test_a_heading_names_the_kind(heading: str, kind: DocumentKind) -> None:
    text = f"{heading}\n{BODY}"
    found = find_kind(text, "")
    assert found.value == kind.value
    assert found.span is not None
    assert found.span.of(text) == heading


def test_a_kind_is_read_below_a_title_as_long_as_of_reports() -> None:
    title = f"О результатах проверки использования средств, выделенных на ремонт {'дорог и мостов ' * 9}"
    assert find_kind(f"{title}\nДоклад аудитора палаты\n{BODY}", "").value == DocumentKind.REPORT


@pytest.mark.parametrize(
    "heading",
    [
        "Указ о помиловании подписан",
        "Решение многомерных уравнений",
        "Определение",
        "Закон Ома",
        "Протокол передачи данных",
        "Программа для чтения книг",
        "Приказано выжить",
        "Лекция с фокусами",
        "Матч\nБолельщики поздравили команду с победой.\nОтчёт",
        "Актовый зал открыт",
    ],
)
def test_a_heading_that_tells_of_something_is_no_kind(heading: str) -> None:
    assert find_kind(f"{heading}\n{BODY}", "").value == ""


@pytest.mark.parametrize(
    ("text", "source", "kind", "rule"),
    [
        (f"Переговоры\n{BODY}\nПресс-служба Президента", "", "press_release", "press_service"),
        (
            f"Переговоры\n{BODY}\nhttps://president.uz/1",
            "https://president.uz/1",
            "press_release",
            "published_by_state",
        ),
        (f"Мука\n{BODY}\nhttps://vestnik.kz/muka", "https://vestnik.kz/muka", "news", "published"),
        (f"Мука\nКостанай, 17 октября 2022 года. {BODY}", "", "news", "dateline"),
        (f"УДК 519.632\nО звёздах\nАннотация\n{BODY}", "", "article", "classified"),
        (f"Мука\n{BODY}", "", "", ""),
    ],
)
def test_a_kind_is_told_by_how_a_document_begins_and_ends(
    text: str, source: str, kind: str, rule: str
) -> None:
    found = find_kind(text, source)
    assert (found.value, found.rule) == (kind, rule)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"{BODY}\nИсточник: https://tourism.uz/press/1.", "https://tourism.uz/press/1"),
        (
            f"{BODY}\nИсточник\nhttps://president.uz/uz/lists/view/4808",
            "https://president.uz/uz/lists/view/4808",
        ),
        (f"{BODY}\nhttps://president.uz/uz/lists/view/4808", "https://president.uz/uz/lists/view/4808"),
        (f"{BODY}\nСм. также www.cfm.ru", ""),
        (f"{BODY} www.a.ru {BODY} www.b.ru\n[1] Книга\nwww.c.ru", ""),
        (BODY, ""),
    ],
)
def test_the_source_is_the_address_that_is_called_so(text: str, value: str) -> None:
    assert find_source(text).value == value


def test_file_data_are_the_last_resort_and_marked() -> None:
    card = make_card(BODY, "scan_01", {"created": "2018-02-19T16:11:17+05:00"})
    dated, title = card.entry(CardField.DATE), card.entry(CardField.TITLE)
    assert (dated.value, dated.origin, dated.span) == ("2018-02-19", Origin.FILE, None)
    assert (title.value, title.origin, title.rule) == ("scan_01", Origin.FILE, "file_name")
    assert make_card(BODY, "Отчёт", {"title": "Отчёт"}).entry(CardField.TITLE).rule == "declared"


@pytest.mark.parametrize(
    ("title", "quote"),
    [
        ("ПРИКАЗ № 5 О мерах", "ПРИКАЗ № 5\nг. Ош\nО мерах"),
        ("ПРИКАЗ № 5", "ПРИКАЗ № 5"),
        ("О закупках", None),
        ("", None),
    ],
)
def test_a_title_is_found_in_one_part_or_two(title: str, quote: str | None) -> None:
    text = f"ПРИКАЗ № 5\nг. Ош\nО мерах\n{BODY}"
    span = title_place(text, title)
    assert (None if span is None else span.of(text)) == quote


lines = st.sampled_from(
    [
        "ПРИКАЗ № 5",
        "от 12 марта 2019 г.",
        "г. Ош",
        "О мерах",
        "Москва",
        "2018",
        BODY,
        "Источник",
        "https://a.ru/1",
        "",
    ]
)


@given(st.lists(lines | st.text(max_size=40), max_size=12).map("\n".join), st.text(max_size=30))
def test_every_passage_of_a_card_lies_in_the_text(text: str, title: str) -> None:
    card = make_card(text, title, {})
    assert [entry.field for entry in card.entries] == list(CardField)
    for entry in card.entries:
        assert bool(entry.value) or entry.span is None
        assert entry.span is None or entry.span.of(text).strip()


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (CardField.DATE, "12.03.2019", "2019-03-12"),
        (CardField.DATE, " 12 марта 2019 ", "2019-03-12"),
        (CardField.DATE, "2019-03-12", "2019-03-12"),
        (CardField.DATE, "март 2019", "2019-03"),
        (CardField.DATE, "2019", "2019"),
        (CardField.DATE, "", ""),
        (CardField.KIND, "Приказ", "order"),
        (CardField.KIND, "press release", "press_release"),
        (CardField.KIND, "открытка", "открытка"),
        (CardField.LANGUAGE, "Русский", "ru"),
        (CardField.TITLE, " О  мерах\n", "О мерах"),
    ],
)
def test_what_is_typed_into_a_field_is_understood(field: CardField, typed: str, value: str) -> None:
    assert read_value(field, typed) == value


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)), st.sampled_from((4, 7, 10)), st.sampled_from(Language))
def test_a_date_as_it_is_shown_is_understood_again(day: date, length: int, language: Language) -> None:
    value = day.isoformat()[:length]
    assert read_value(CardField.DATE, worded(CardField.DATE, value, language)) == value


@pytest.mark.parametrize("typed", ["чушь", "2019-02-30", "вчера", "с 5 по 7 мая 2019 года", "12 марта"])
def test_a_date_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(AnnotationError, match="не понять"):
        read_value(CardField.DATE, typed)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(AnnotationError, match="не знает"):
        read_value(CardField.LANGUAGE, "эльфийский")


def test_a_value_is_looked_for_in_the_text() -> None:
    text = f"Отчёт\n{BODY}\nСдан 12 марта 2019 года в Ташкенте"
    day = find_value(text, CardField.DATE, "2019-03-12")
    assert day is not None
    assert day.of(text) == "12 марта 2019 года"
    place = find_value(text, CardField.PLACE, "Ташкент")
    assert place is not None
    assert find_value(text, CardField.PLACE, "Ош") is None
    assert find_value(text, CardField.KIND, "report") is None


@pytest.mark.parametrize("language", list(Language))
def test_every_field_and_kind_has_words(language: Language) -> None:
    assert len({field_name(field, language) for field in CardField}) == len(CardField)
    assert len({empty(field, language) for field in CardField}) == len(CardField)
    assert len({worded(CardField.KIND, kind.value, language) for kind in DocumentKind}) == len(DocumentKind)


@pytest.mark.parametrize("field", [CardField.KIND, CardField.LANGUAGE])
@pytest.mark.parametrize("language", list(Language))
def test_words_that_are_shown_are_understood_again(field: CardField, language: Language) -> None:
    values = (
        [kind.value for kind in DocumentKind]
        if field is CardField.KIND
        else ["ru", "en", "uz", "kk", "uk", "tg"]
    )
    assert [read_value(field, worded(field, value, language)) for value in values] == values
