import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.heads import Role, act_title, goes_on, role_of


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("ПРИКАЗ", Role.ACT),
        ("П Р И К А З", Role.ACT),
        ("ПРИКАЗ № 73-л/с", Role.ACT),
        ("Федеральный закон от 29.11.2010 N 326-ФЗ", Role.ACT),
        ("Постановление Правительства Республики Казахстан от 5 мая 2015 года № 12", Role.ACT),
        ("Договор аренды нежилого помещения № 15", Role.ACT),
        ("Указ подписан президентом", Role.OTHER),
        ("О мерах по развитию туризма", Role.SUBJECT),
        ("от 12 марта 2019 г. № 5", Role.NUMBER),
        ("От ____29 декабря 2017 года_______ № ____519____", Role.NUMBER),
        ("г. Усть-Каменогорск", Role.PLACE),
        ("Москва 2018", Role.PLACE),
        ("Костанай, 17 октября 2022 года", Role.PLACE),
        ("Санкт-Петербургский государственный университет", Role.BODY),
        ("Министерство финансов Республики Казахстан", Role.BODY),
        ("Министерство финансов сообщило о новых налогах", Role.OTHER),
        ("АО «Центр семейной медицины»", Role.BODY),
        ("Отчёт о работе филиала АО «Центр семейной медицины»", Role.OTHER),
        ("ВЫПУСКНАЯ КВАЛИФИКАЦИОННАЯ РАБОТА", Role.WORK),
        ("Пресс-релиз", Role.WORK),
        ("Рысьмятова Анастасия Александровна", Role.PERSON),
        ("Студент А. В. Табаков", Role.PERSON),
        ("Нижний Новгород", Role.OTHER),
        ("УТВЕРЖДАЮ", Role.STAMP),
        ("Утверждено приказом от 5 мая 2020 года", Role.STAMP),
        ("Утверждена программа развития села", Role.OTHER),
        ("Генеральный директор ______________", Role.STAMP),
        ("Научный руководитель: д.ф.-м.н., профессор", Role.STAMP),
        ("УДК 519.632", Role.CODE),
        ("620043, г. Екатеринбург, ул. Начдива Васильева, д. 1", Role.CONTACT),
        ("Адресная помощь семьям", Role.OTHER),
        ("1 Аннотация", Role.SECTION),
        ("Оглавление", Role.SECTION),
        ("Уважаемый Алексей Викторович!", Role.STAMP),
        ("Директору филиала", Role.BODY),
        ("Президенту вручили письмо", Role.OTHER),
        ("1.8 Экстракорпоральное оплодотворение", Role.SECTION),
        ("5 причин поехать в Хиву", Role.OTHER),
        ("", Role.OTHER),
    ],
)
def test_lines_of_a_head_have_their_roles(line: str, role: Role) -> None:
    assert role_of(line) is role


@given(st.text(max_size=300))
def test_any_line_has_a_role(line: str) -> None:
    assert role_of(line) in Role


@pytest.mark.parametrize(
    ("lines", "chosen"),
    [
        (["ПРИКАЗ № 5", "г. Ош", "О мерах", "Приказываю:"], [0, 2]),
        (
            ["ПРАВИТЕЛЬСТВО ОБЛАСТИ", "ПОСТАНОВЛЕНИЕ", "29.12.2016 № 955-ПП", "О программе", "на 2017 год"],
            [1, 2, 3, 4],
        ),
        (["ПРОТОКОЛ", "заседания комиссии", "г. Ош"], [0, 1]),
        (
            [
                "Федеральный закон от 29.11.2010 N 326-ФЗ",
                "(ред. от 2015)",
                '"Об обязательном',
                'страховании"',
            ],
            [0, 2, 3],
        ),
        (["РЕШЕНИЕ", "Найдём корни уравнения."], []),
        (["ПРИКАЗ", "приказываю:", "О чём-то"], []),
        (["Мука дешевеет", "О муке"], []),
    ],
)
def test_an_act_is_called_by_its_name_number_and_matter(lines: list[str], chosen: list[int]) -> None:
    assert list(act_title(lines)) == chosen


@pytest.mark.parametrize(
    ("line", "after", "is_one"),
    [
        ("ЗАДАНИЕ", "на практикум", True),
        ("«Об охране", "Водных ресурсов»", True),
        ("АО «КОМПАНИЯ «СОГАЗ-МЕД»", "Адрес", False),
        ("Мука дешевеет.", "и дальше", False),
        ("Мука дешевеет", "", False),
    ],
)
def test_a_heading_goes_on_in_small_letters_or_within_quotes(line: str, after: str, is_one: bool) -> None:
    assert goes_on(line, after) is is_one
