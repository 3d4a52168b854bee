"""Figures that disagree between documents, and those that only seem to."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.model.fact import Fact, FactType, Slot, Value
from index.model.overview import Disagreements
from index.model.span import Span
from index.study.disagreements import MOST_FIGURES
from tests.index.study.stating import Stating, Text

WHAT = "на строительство моста в Бухаре"


def money(
    amount: Value,
    what: str = WHAT,
    currency: str = "USD",
    year: str = "",
    modifier: str = "",
    status: str = "actual",
) -> Text:
    text, slots = Text(), [("amount", "деньги", amount), ("currency", "", currency), ("what_for", what, None)]
    if modifier:
        slots.append(("modifier", "", modifier))
    text.state(FactType.MONEY, f"Выделены деньги {what}{year}.", *slots, status=status)
    if year:
        # The date is named within the same sentence.
        fact = text.facts[-1]
        at = text.words.index(year)
        span = Span(at, at + len(year))
        text.facts.append(Fact("date", FactType.DATE, (Slot("date", year, span, year[-4:]),), span))
        assert fact.span.covers(span)
    return text


def found(folder: Path, *texts: Text) -> Disagreements:
    archive = Stating(folder)
    for number, text in enumerate(texts):
        archive.add(f"документ {number}", text)
    return archive.overview.disagreements()


def test_different_sums_for_the_same_thing_stand_side_by_side(tmp_path: Path) -> None:
    (line,) = found(tmp_path, money(7_000_000), money(5_000_000)).lines
    amounts = [one.fact.slot("amount") for one in line.figures]
    assert [slot.value for slot in amounts if slot] == [5_000_000, 7_000_000]
    assert line.what == WHAT


def test_the_words_may_stand_in_other_forms(tmp_path: Path) -> None:
    other = money(5_000_000, "на строительство мостов в Бухаре")
    assert found(tmp_path, money(7_000_000), other).disagreeing == 1


@pytest.mark.parametrize(
    "other",
    [
        money(5_000_000, "на строительство школы в Бухаре"),
        money(5_000_000, "под строительство моста в Бухаре"),
        money(5_000_000, currency="EUR"),
        money(5_000_000, status="planned"),
        money(5_000_000, year=" в 2019"),
        money(5_000_000, modifier="over"),
        money(7_400_000, modifier="about"),
        money({"from": 6_000_000, "to": 8_000_000}),
        money(7_030_000),
        money(7_000_000),
    ],
    ids=[
        "another thing",
        "another small word",
        "another currency",
        "only planned",
        "another time",
        "above is no contradiction",
        "about is no contradiction",
        "within the range",
        "told round",
        "the same",
    ],
)
def test_these_do_not_disagree(tmp_path: Path, other: Text) -> None:
    assert found(tmp_path, money(7_000_000), other).disagreeing == 0


def test_one_word_does_not_tell_of_what_a_figure_is(tmp_path: Path) -> None:
    assert found(tmp_path, money(7_000_000, "мосту"), money(5_000_000, "мосту")).compared == 0


def test_figures_of_one_year_are_compared_and_tell_it(tmp_path: Path) -> None:
    texts = (money(7_000_000, year=" в 2019"), money(5_000_000, year=" в 2019"), money(9_000_000))
    (line,) = found(tmp_path, *texts).lines
    assert (line.period, len(line.figures)) == ("2019", 2)


def test_without_a_time_the_years_of_the_documents_have_to_be_the_same(tmp_path: Path) -> None:
    archive = Stating(tmp_path)
    for name, amount, date in (("а", 7, "2019-01-15"), ("б", 5, "2020"), ("в", 9, "2019")):
        archive.add(name, money(amount * 1_000_000), date)
    (line,) = archive.overview.disagreements().lines
    assert (line.period, [one.evidence.title for one in line.figures]) == ("2019", ["а", "в"])


def test_a_document_that_contradicts_itself_is_not_heard(tmp_path: Path) -> None:
    both = money(7_000_000)
    other = money(3_000_000)
    both.state(
        FactType.MONEY, other.words.strip(), *((s.name, s.text, s.value) for s in other.facts[0].slots)
    )
    assert found(tmp_path, both, money(5_000_000)).compared == 0


def test_shares_and_quantities_are_compared_too(tmp_path: Path) -> None:
    archive = Stating(tmp_path)
    for name, value in (("а", 12), ("б", 15)):
        text = Text()
        text.state(
            FactType.PERCENT,
            f"Доля лесов Хорезма {value}.",
            ("value", str(value), value),
            ("what", "лесов Хорезма", None),
            ("direction", "", "share"),
        )
        text.state(
            FactType.QUANTITY,
            f"Число школ Хорезма {value}.",
            ("value", str(value), value),
            ("unit", "школ", "школа"),
            ("what", "школ Хорезма", None),
        )
        archive.add(name, text)
    assert {line.what for line in archive.overview.disagreements().lines} == {"лесов Хорезма", "школ Хорезма"}


def test_a_query_chooses_the_documents(tmp_path: Path) -> None:
    archive = Stating(tmp_path)
    for name, amount in (("зима", 7), ("зимой", 5), ("лето", 9)):
        archive.add(name, money(amount * 1_000_000))
    (line,) = archive.overview.disagreements("название:зима").lines
    assert len(line.figures) == 2


def test_of_many_figures_the_smallest_and_the_largest_are_shown(tmp_path: Path) -> None:
    texts = [money((number + 1) * 1_000_000) for number in range(MOST_FIGURES + 3)]
    (line,) = found(tmp_path, *texts).lines
    amounts = [slot.value for one in line.figures if (slot := one.fact.slot("amount"))]
    assert (amounts[0], amounts[-1]) == (1_000_000, (MOST_FIGURES + 3) * 1_000_000)
    assert (len(amounts), line.documents) == (MOST_FIGURES, MOST_FIGURES + 3)
