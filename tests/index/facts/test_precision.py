"""What must not be taken for a name: cells of registers and price lists, streets, periodicals, terms."""

from __future__ import annotations

import pytest

from index.facts import places
from index.facts.body_judge import is_weak as is_weak_body
from index.facts.extract import extract
from index.facts.person_filters import REFUSALS, Claim, refusal
from index.model.fact import EntityType, FactType

pytestmark = pytest.mark.usefixtures("loaded")


def _names(text: str, kind: EntityType) -> list[str]:
    return [entity.name for entity in extract(text).entities if entity.type == kind]


ROWS = [
    "6.2.8.20.3 Онкомаркер Альфафетопротеин (АФП) 580,00",
    "Биохимическое исследование крови Калий, натрий, хлор* 250,00",
    "Гормональное исследование Макропролактин (в т.ч. пролактин количественно) 900,00",
    "Гормональное исследование Антиспермальные антитела (один показатель) 400,00",
    "36.8.6 Профилактическая прививка против ветряной оспы (Варилрикс. Бельгия) 4 600",
    "620014 г. Екатеринбург, ул. Малышева, д. 42",
    "620043, г. Екатеринбург, ул. Начдива Васильева, 1/3",
    "г. Санкт-Петербург, проспект Юрия Гагарина, д. 1",
    "Рисунок 9 – Потокобезопасная очередь с приоритетом",
    "val sizeOfTransfer = (sizes[indexWithMax] * transferCoeff).toInt()",
]


@pytest.mark.parametrize("row", ROWS)
def test_rows_and_streets_name_no_person(row: str) -> None:
    assert _names(row, EntityType.PERSON) == []


WHOLE = [
    ("65 Абрамов Андрей\nНиколаевич (343) 214-80-68", ["Андрей Николаевич Абрамов"]),
    ("90 Курбатова\nНаталья\nАнатольевна 65", ["Наталья Анатольевна Курбатова"]),
    (
        "47 Коновалова Галина Викторовна\nКоновалова Галина\nВикторовна (343) 380-00-00",
        ["Галина Викторовна Коновалова"],
    ),
    ("Там смотритель Егор\nЛукич Невструев отвечал нам.", ["Егор Лукич Невструев"]),
    ("Председатель хозяйства Фрол Игнатьевич Кудеяров объяснил это.", ["Фрол Игнатьевич Кудеяров"]),
    (
        "Присутствовали: Л. А. Сомова, представитель; Н. Ф. Аксёнова, аудитор.",
        ["Л. А. Сомова", "Н. Ф. Аксёнова"],
    ),
    ("Инженер ходил в горы с проводником Мурзабеком.", ["Мурзабек"]),
    ("За Приозёрную Республику Г. А. Верхоланцев", ["Г. А. Верхоланцев"]),
    ("28. Магомедов М. Н. Учебно-методическое пособие", ["М. Н. Магомедов"]),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_names_are_whole_and_of_the_right_gender(text: str, expected: list[str]) -> None:
    assert _names(text, EntityType.PERSON) == expected


def test_a_word_is_one_thing_in_a_document() -> None:
    text = (
        "«Нагорье стоит у истока, Приозёрье — у устья», — сказала она.\n"
        "Академия наук Приозёрья передала книги. Он попросил Приозёрье возместить потери."
    )
    assert _names(text, EntityType.PERSON) == []
    assert "Приозёрье" in _names(text, EntityType.REGION)


def test_a_periodical_is_no_event() -> None:
    text = (
        "Закон напечатан (Ведомости Съезда народных депутатов РСФСР и Верховного Совета РСФСР, 1991, № 27)."
    )
    assert _names(text, EntityType.EVENT_NAME) == []


PLACES = [
    ("г.Лесной", "в ", "Лесной"),
    ("реке Тальме", "о ", "река Тальма"),
    ("реки Волги", "у ", "река Волга"),
    ("реки Амур", "у ", "река Амур"),
    ("Заозёрном районах", "в ", "Заозёрный район"),
    ("Приозёрье", "в ", "Приозёрье"),
    ("Ачитский городские округа", "через ", "Ачитский городской округ"),
    ("Талицкий муниципальные районы", "через ", "Талицкий муниципальный район"),
    ("Подосиновца", "из ", "Подосиновец"),
    ("Смеловке", "в ", "Смеловка"),
    ("Нагорной Республике", "в ", "Нагорная Республика"),
]


@pytest.mark.parametrize(("said", "before", "expected"), PLACES)
def test_places_have_their_nominative(said: str, before: str, expected: str) -> None:
    assert places.read(said, EntityType.PLACE, "", before).name == expected


def test_an_unlisted_republic_with_capitals_is_a_state() -> None:
    assert places.read("Нагорной Республикой", EntityType.PLACE, "Ins", "с ").type == EntityType.COUNTRY
    assert places.read("Чувашской Республикой", EntityType.PLACE, "Ins", "с ").type == EntityType.REGION


def test_other_forms_in_the_document_tell_the_nominative_of_an_unknown_place() -> None:
    words = {"тальма", "тальмы", "тальмой", "усть-тальме"}
    assert places.read("Усть-Тальме", EntityType.PLACE, "Loc", "в ", (), words).name == "Усть-Тальма"


def test_a_compound_with_a_word_of_kind_is_a_body() -> None:
    text = "Ученики измеряют уровень воды, ежемесячно сообщая его Гидрометслужбе."
    assert _names(text, EntityType.ORG) == ["Гидрометслужба"]
    assert _names(text, EntityType.PERSON) == []


@pytest.mark.parametrize("text", ["Обратились 30-34 года – 12 %, 24-29 лет – 40 %.", "Женщины 30–34 года."])
def test_ages_are_no_durations(text: str) -> None:
    assert [fact for fact in extract(text).facts if fact.type == FactType.DURATION] == []


@pytest.mark.parametrize(
    ("said", "is_in_prose", "is_weak"),
    [
        ("Белковая фракция", False, True),
        ("Щелочная фосфатаза", False, True),
        ("«Комментарии»", True, True),
        ("Счётная палата", False, False),
        ("Урал-Рецепт", False, False),
        ("Академия наук", False, False),
        ("Белковая фракция", True, False),
    ],
)
def test_what_a_table_makes_look_like_a_body(said: str, *, is_in_prose: bool, is_weak: bool) -> None:
    assert is_weak_body(said, is_in_prose=is_in_prose) == is_weak


CLAIMS = [
    ("digits", Claim("Иван 2", ("Иван",), "", True, False)),
    ("publisher", Claim("М.: КноРус", ("КноРус",), "", True, False)),
    ("long", Claim("Иван и Мария и Пётр и Анна", ("Иван", "Мария", "Пётр", "Анна"), "", True, False)),
    ("stop_of_route", Claim("Нукус", ("Нукус",), "", True, True)),
    ("street", Claim("Малышева", ("Малышева",), "г. Екатеринбург, ул. ", True, False)),
    ("code", Claim("indexWithMax", ("indexWithMax",), "", True, False)),
    (
        "compound_adjective",
        Claim("АТХ Анатомо-терапевтическая", ("АТХ", "Анатомо-терапевтическая"), "", True, False),
    ),
    ("no_word", Claim("ИВАНОВ", ("ИВАНОВ",), "", True, False)),
    ("all_common", Claim("Новая Метла", ("Новая", "Метла"), "", True, False)),
    ("no_name_in_a_row", Claim("Бозон Хиггсон", ("Бозон", "Хиггсон"), "", False, False)),
    ("adjective", Claim("Антиспермальные", ("Антиспермальные",), "", True, False)),
    ("abbreviation", Claim("Гагарский СК", ("Гагарский", "СК"), "— ", True, False)),
    ("town", Claim("С.Петербург", ("Петербург",), "", True, False)),
    ("region", Claim("Березовский", ("Березовский",), "66. ", False, False, after="\nгородской округ")),
    ("no_single_name", Claim("Калитка", ("Калитка",), "", True, False)),
]


@pytest.mark.parametrize(("name", "claim"), CLAIMS)
def test_each_refusal_of_persons_has_its_case(name: str, claim: Claim) -> None:
    assert refusal(claim) == name


def test_several_things_are_no_person() -> None:
    claim = Claim("Гидрометслужбами", ("Гидрометслужбами",), "сток, предсказанный ", True, False)
    assert refusal(claim) == "no_single_name"


def test_no_refusal_of_persons_is_without_a_case() -> None:
    assert [name for name, _ in CLAIMS] == [rule.name for rule in REFUSALS]


def test_a_person_in_prose_stays() -> None:
    assert refusal(Claim("Вальдемар Штюблер", ("Вальдемар", "Штюблер"), "сказал ", True, False)) == ""
