"""What holds for every text: figures are found without failing, and stand where they say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from index.facts.dates import find_dates, unresolved
from index.facts.durations import find_durations
from index.facts.money import find_money
from index.facts.numbers import find_numbers
from index.facts.percents import find_percents
from index.facts.quantities import find_quantities
from index.text.days import days_of
from index.text.values import day, duration

# Whatever the patterns are made of, in any order.
_FRAGMENTS = (
    "5 12 31 45 66 1812 2015 2024 1,5 1.234.567 10 000 12.03.2021 20.05 31.02.2019 IV XIX II V 0 99 "
    "один два трёх пятого девятнадцатого двадцать сорока сто двести тысяча тысяч миллиона млрд. тыс. "
    "полтора полмиллиарда десятков сотня трети четверть половина целых десятых пятых первый второй "
    "третьего тысячный с от до по в на к за и между через не более около ко свыше достиг каждый минус "
    "больше меньше января мая март октября янв. года году годах годов гг. г. лет век веке веков вв. "
    "столетии квартал кв. полугодии половине неделе неделю месяц месяца дня день часов час минут секунд "
    "начале конца середине ночь прошлом этого текущем следующей предстоящем минувшую будущего сего с.г. "
    "т.г. назад до н. э. нашей эры вчера сегодня завтра понедельник вторник среду летом зимой весной "
    "осенью рублей руб. коп. копеек долларов США центов тенге сумов манатов € $ USD % процентов пункта "
    "п.п. км кв. м тонн человек книг новых школ раз вдвое пол-литра двадцатипятилетие 25-летие "
    "двухмесячный месячный -х -го -й -летний ( ) , . ; – - / « » № ст. "
)
_WORDS = _FRAGMENTS.split()
_TEXTS = st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from((" ", " ", " ", "", "\n", ", ")))).map(
    lambda pieces: "".join(word + gap for word, gap in pieces)
)
_WRITTEN = st.sampled_from(("", "2024-05-21", "2024-01-01", "1966-12-31"))


@settings(max_examples=400, deadline=None)
@given(_TEXTS, _WRITTEN)
def test_every_figure_stands_where_it_says(text: str, written: str) -> None:
    numbers = tuple(find_numbers(text))
    facts = [
        *find_money(text, numbers),
        *find_percents(text, numbers),
        *find_durations(text, numbers, written),
        *find_quantities(text, numbers),
    ]
    for fact in facts:
        for slot in fact.slots:
            assert slot.span is None or (slot.text == slot.span.of(text) and slot.text.strip())


@settings(max_examples=400, deadline=None)
@given(_TEXTS, _WRITTEN)
def test_every_date_can_be_written_and_says_whether_it_names_days(text: str, written: str) -> None:
    for date in find_dates(text, written):
        said = date.span.of(text)
        assert day(date.value) or duration(date.value.partition(":")[2]), (said, date.value)
        if unresolved(date.value, said):
            assert days_of(date.value) is None


@settings(max_examples=200, deadline=None)
@given(_TEXTS)
def test_numbers_do_not_overlap(text: str) -> None:
    stop = 0
    for number in find_numbers(text):
        assert stop <= number.span.start < number.span.stop
        stop = number.span.stop
