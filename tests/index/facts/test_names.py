"""Names in sentences: the expected mentions are written inside the sentence, as [TYPE words]."""

from __future__ import annotations

import pytest

from index.facts.extract import extract
from index.facts.repairs import REPAIRS
from tests.index.facts.marked import unmarked

pytestmark = pytest.mark.usefixtures("loaded")

CASES = [
    "[PERSON Шавкат Мирзиёев] встретился с лидером [COUNTRY Казахстана] [PERSON Касым-Жомартом Токаевым].",
    "Проект доложил [PERSON Сафиуллин Г. Б.], ему возразил [PERSON И.-Б. Ю. Штейн].",
    "В прениях выступили тт. [PERSON Чубарь Н.], [PERSON З. Лань] и [PERSON Зинаида Каримова].",
    "Назначить [PERSON Бейсенова Марата Оразовича] начальником [ORG Зайсанской экспедиции].",
    "Знаки заменит [ORG Комитет по дорогам [COUNTRY Узбекистана]] вместе с [ORG агентством «Чилим»].",
    "Расходы возьмёт на себя [ORG ТОО «Алтай-Бур»], а не [ORG ПАО «Сибирский помол»].",
    "Просить [ORG Президиум [ORG АН [REGION Казахской ССР]]] выделить четыре автокрана.",
    "Освободить [PERSON Погорелова] от заведования [ORG мастерской № 2].",
    "Открыта [ORG школа № 7], ремонт начат в [ORG больнице N 3].",
    "Поезд пойдёт по маршруту «[ROUTE [CITY Нукус]-[CITY Куня-Ургенч]-[CITY Дашогуз]]» уже весной.",
    "Дорога [ROUTE [CITY Талгар] – [CITY Горное Гнездо] – [CITY Ассы]] длиннее других.",
    "Объезд через [CITY с. Теректы] открыт, дорога на [CITY г. Усть-Каменогорск] закрыта.",
    "Поставки из [REGION Алтайского края] и [REGION Марыйского велаята] упали вдвое.",
    "Указатели стоят на пути к [PLACE крепости Аяз-Кала].",
    "Выставка пройдёт на [EVENT_NAME Международной ярмарке «Караван»] осенью.",
    "Стороны договорились принять [DOCUMENT «Дорожную карту»] и развивать центры.",
    "Закон № 326-ФЗ [DOCUMENT «Об обязательном страховании»] вступил в силу.",
    "Об этом сообщило [ORG правительство [COUNTRY Казахстана]], а [ORG корпорация Philips] смолчала.",
    "Истратили 8,4 тыс. долл. США на покупку.",
    "Сайт www.Kazakhstan.kz и почта Ivanov@Almaty.kz не отвечают.",
    "Совет вновь соберётся осенью, Правительство решит позже.",
    "Ковёр рассказывает о народе больше, чем учебник.",
]


@pytest.mark.parametrize("marked", CASES)
def test_names_are_found_where_marked(marked: str) -> None:
    text, expected = unmarked(marked)
    found = {(entity.type.value, mention) for entity in extract(text).entities for mention in entity.mentions}
    assert {(kind, span.of(text)) for kind, span in found} == {
        (kind, span.of(text)) for kind, span in expected
    }
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "ПРИКАЗ ГЕНЕРАЛЬНОГО ДИРЕКТОРА О ПОДГОТОВКЕ К СЕЗОНУ",
        "1. 2. 3.\nИтого | 45 | 12,4",
        "НДС 20 %, ИНН 7701234567, КПП 770101001",
        "http://example.org/Москва",
        "",
    ],
)
def test_headings_tables_and_numbers_name_nothing(text: str) -> None:
    assert extract(text).entities == ()


def test_a_country_in_a_heading_of_capitals_is_named() -> None:
    facts = extract("О БЮДЖЕТЕ РОССИЙСКОЙ ФЕДЕРАЦИИ НА БУДУЩИЙ ГОД")
    assert [(entity.type.value, entity.name) for entity in facts.entities] == [
        ("COUNTRY", "Российская Федерация")
    ]


def test_every_repair_has_a_name_of_its_own() -> None:
    names = [repair.name for repair in REPAIRS]
    assert len(set(names)) == len(names)
