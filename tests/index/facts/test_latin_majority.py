"""Latin names of a document: bodies where most are known for bodies, terms where most are not."""

from __future__ import annotations

import pytest

from index.facts.body_judge import Group, kept
from index.model.fact import EntityType
from index.model.span import Span


def _kept(text: str, *names: str, in_company: tuple[str, ...] = ()) -> list[str]:
    """Return which names of a text stay; in company is the first mention of each given."""
    groups = [Group(EntityType.ORG, name, tuple(_spans(text, name))) for name in names]
    company = {_spans(text, name)[0] for name in in_company}
    return [group.name for group in kept(text, groups, company)]


def _spans(text: str, name: str) -> list[Span]:
    found, start = [], text.find(name)
    while start >= 0:
        found.append(Span(start, start + len(name)))
        start = text.find(name, start + 1)
    return found


CASES = [
    ("Google и Facebook растут, а SharesPost нет.", ("Google", "Facebook", "SharesPost"), (), 3),
    ("Google хвалит классы Strategy и Context.", ("Google", "Strategy", "Context"), (), 1),
    ("Классы Strategy и Context.", ("Strategy", "Context"), (), 0),
    ("Vestas уволила всех. Завод Vestas закрыт.", ("Vestas",), ("Vestas",), 1),
    ("Банк Boeing Company и класс Context.", ("Boeing Company", "Context"), (), 1),
    ("Тинькофф купил Qiwi.", ("Тинькофф", "Qiwi"), (), 1),
]


@pytest.mark.parametrize(("text", "names", "in_company", "count"), CASES)
def test_the_majority_tells_bodies_from_terms(
    text: str, names: tuple[str, ...], in_company: tuple[str, ...], count: int
) -> None:
    assert _kept(text, *names, in_company=in_company) == list(names[:count])


def test_among_terms_most_mentions_have_to_be_in_company() -> None:
    often = "Strategy передаёт ссылку. Strategy хранит её. Класс Context и Strategy."
    assert _kept(often, "Strategy", "Context", in_company=("Strategy",)) == []
    assert _kept("Lenta.ru пишет. Класс Context.", "Lenta.ru", "Context", in_company=("Lenta.ru",)) == [
        "Lenta.ru"
    ]
