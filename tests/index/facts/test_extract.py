"""The whole extraction: linking, offices, and what holds for every fact."""

from __future__ import annotations

import pytest

from index.errors import ArchiveError
from index.facts import models
from index.facts.body_filters import REFUSALS, refusal
from index.facts.extract import FACTS_VERSION, extract
from index.facts.request import FactsRequest
from index.facts.worker import FactsRead, facts_handler, make_extractor
from index.model.fact import DocumentFacts, EntityType, FactType
from tests.helpers.shared import shared

OFFICES = [
    (
        "Президент Республики Узбекистан Шавкат Мирзиёев прибыл.",
        [("Шавкат Мирзиёев", "президент", "Республика Узбекистан")],
    ),
    (
        "Об этом сказал министр торговли Казахстана Серик Жусупбек.",
        [("Серик Жусупбек", "министр торговли", "Казахстан")],
    ),
    (
        "Его поддержал А. М. Вертоградов, заместитель директора Пулковской обсерватории.",
        [("А. М. Вертоградов", "заместитель директора", "Пулковская обсерватория")],
    ),
    (
        "Предупреждали реставраторы Института искусствознания Фёдор Пчелинцев и Огульджан Мередова.",
        [
            ("Фёдор Пчелинцев", "реставратор", "Институт искусствознания"),
            ("Огульджан Мередова", "реставратор", "Институт искусствознания"),
        ],
    ),
    ("Гл. бухгалтер Наливайко О. подписала отчёт.", [("О. Наливайко", "главный бухгалтер", None)]),
    (
        "Первому зам. генерального директора И. С. Левченко поручено доложить.",
        [("И. С. Левченко", "первый заместитель генерального директора", None)],
    ),
    ("По расчётам аналитика Игната Беспалова, цены упадут.", [("Игнат Беспалов", "аналитик", None)]),
    (
        "Создан Совет по охране памятников, который возглавит Майса Оразова.",
        [("Майса Оразова", "глава", "Совет по охране памятников")],
    ),
    ("Президент подписал указ, а Иван Петров его прочитал.", []),
    ("Министры решили, что Иван Петров прав.", []),
]


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_who_holds_which_office(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = []
    for fact in extract(text).facts:
        if fact.type == FactType.OCCUPATION:
            values = {slot.name: slot.value for slot in fact.slots}
            found.append((values["person"], values["position"], values.get("org")))
    assert found == expected


@pytest.mark.usefixtures("loaded")
def test_names_of_one_country_are_one_entity() -> None:
    facts = extract("Республика Казахстан и Узбекистан. Делегация Казахстана прибыла в Ташкент.")
    names = {entity.name: len(entity.mentions) for entity in facts.entities}
    assert names == {"Казахстан": 2, "Узбекистан": 1, "Ташкент": 1}


@pytest.mark.usefixtures("loaded")
def test_a_body_is_one_with_its_short_name_in_quotes() -> None:
    facts = extract("Меморандум подписало АО «Дала-Нан». Позже «Дала-Нан» создала дом.")
    (entity,) = [entity for entity in facts.entities if entity.type == EntityType.ORG]
    assert (entity.name, len(entity.mentions)) == ("АО «Дала-Нан»", 2)


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("document", ["seed", "dev1", "dev2", "dev3", "dev4"])
def test_everything_found_stands_in_the_text(document: str) -> None:
    text = shared(f"gold/{document}.txt").read_text(encoding="utf-8")
    facts = extract(text)
    assert len({fact.id for fact in facts.facts}) == len(facts.facts)
    known = {entity.id for entity in facts.entities}
    assert len(known) == len(facts.entities)
    for entity in facts.entities:
        assert entity.name.strip()
        assert entity.mentions
        assert list(entity.mentions) == sorted(set(entity.mentions))
        assert all(mention.of(text).strip() == mention.of(text) for mention in entity.mentions)
    for fact in facts.facts:
        assert fact.rule
        assert fact.span.of(text)
        for slot in fact.slots:
            # Who has to do a point of an order may stand in the heading above it.
            is_beside = slot.name in ("direction", "to_whom", "who")
            assert slot.span is None or slot.span.of(text) == slot.text or slot.name == "direction"
            assert slot.span is None or fact.span.covers(slot.span) or is_beside
            assert slot.entity_id in known | {""}


@pytest.mark.usefixtures("loaded")
def test_the_seed_names_its_presidents_and_sums() -> None:
    text = shared("seed/seed_normalised.txt").read_text(encoding="utf-8").replace("\n\n", "\n")
    facts = extract(text)
    people = {entity.name for entity in facts.entities if entity.type == EntityType.PERSON}
    assert people == {"Шавкат Мирзиёев", "Касым-Жомарт Токаев", "Алишер Навои"}
    sums = [fact.slots[0].value for fact in facts.facts if fact.type == FactType.MONEY]
    assert sums == [4_000_000_000, 10_000_000_000, 2_000_000_000]


@pytest.mark.usefixtures("loaded")
def test_progress_is_told_until_the_end() -> None:
    told: list[object] = []
    facts = facts_handler(FactsRequest("Президент прибыл в Ташкент.\n" * 600), told.append)
    assert facts.version == FACTS_VERSION
    assert told[-1] == FactsRead(600, 600)
    assert len(told) > 1


@pytest.mark.usefixtures("loaded")
def test_the_worker_answers_within_its_limits() -> None:
    worker = make_extractor()
    try:
        facts = worker.call(FactsRequest("Шавкат Мирзиёев прибыл в Ташкент 5 мая 2022 года."))
        assert isinstance(facts, DocumentFacts)
        assert [entity.name for entity in facts.entities] == ["Шавкат Мирзиёев", "Ташкент"]
    finally:
        worker.close()


def test_missing_models_are_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(ArchiveError) as raised:
        models.model_folder()
    assert "модел" in raised.value.user_message
    assert raised.value.hint


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("Совет", "common_word"),
        ("ПОСТАНОВЛЯЕТ", "common_word"),
        ("ГБУЗ СО", "form_alone"),
        ("«Интернет»", "no_name_in_quotes"),
        ('ФГУП "Производственное', "half_a_pair_of_quotes"),
        ("Курганская детская", "no_noun"),
        ("Российской Федерации", "place"),
        ("Главный санитарный врач", "other_head"),
        ("Компания – Платформа – Решатели", "a_list"),
        ("TFIDF Ngram", "latin_term"),
        ("Э. Гамма", "person"),
        ('"Посёлок Уральский"', "town_in_quotes"),
        ("Фонд оплаты труда", "common_with_kind"),
        ("Новая редакция Политики", "common_with_kind"),
        ("управление СЗПД", "process"),
        ("Институтах университета", "plural"),
        ("ОДУ y ′′ + 9", "formula"),
        ("Линейным ДУ n", "formula"),
        ("A&R-менеджера", "hyphened_term"),
        ("PPS-сигналом", "hyphened_term"),
        ("Единица измерения Целевое значение", "phrase_of_a_row"),
        ("Министерство финансов", ""),
        ("ООН", ""),
        ("ООО «Ромашка»", ""),
        ("мастерской № 2", ""),
        ("школа N 5", ""),
        ("МТС-банк", ""),
        ("управление ФСБ", ""),
        ("ООО «Торговый дом «Ромашка»", ""),
        ('АО "Центр "Озеро"', ""),
    ],
)
def test_what_is_no_body_is_refused_with_a_reason(said: str, reason: str) -> None:
    assert refusal(said) == reason


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("Класс Compiler", "kind_of_thing"),
        ("Портал SeeSaw", ""),
        ("Голос Америки", ""),
        ("Красный Крест", ""),
    ],
)
def test_a_sentence_may_begin_with_what_kind_of_thing_is_meant(said: str, reason: str) -> None:
    assert refusal(said, stands_first=True, is_in_prose=True) == reason


def test_every_refusal_has_a_name_of_its_own() -> None:
    assert len({rule.name for rule in REFUSALS}) == len(REFUSALS)


@pytest.mark.usefixtures("loaded")
def test_an_abbreviation_is_a_body_where_the_document_explains_it() -> None:
    explained = (
        "Взносы получает Территориальный фонд медицинского страхования (далее – ТФОМС). Отчёт принял ТФОМС."
    )
    names = {entity.name for entity in extract(explained).entities if entity.type == EntityType.ORG}
    assert "ТФОМС" in names
    unexplained = extract("Отчёт принял ТФОМС. Решение утвердил ТФОМС.").entities
    assert not [entity for entity in unexplained if entity.type == EntityType.ORG]


@pytest.mark.usefixtures("loaded")
def test_a_phrase_that_the_document_also_writes_small_is_no_body() -> None:
    text = "Медицинская организация обязана вести учёт.\nПрава медицинской организации определяет закон."
    assert not [entity for entity in extract(text).entities if entity.type == EntityType.ORG]
