"""Who met whom, and where to draw it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.fact import EntityType, FactType
from index.model.overview import Meetings
from index.study.layout import layout
from tests.index.study.stating import Stating, Text, met

ANNA, BORIS, VERA = "Анна Котова", "Борис Лосев", "Вера Зуева"


@pytest.fixture
def archive(tmp_path: Path) -> Stating:
    made = Stating(tmp_path)
    made.add("зима", met((ANNA, BORIS), (ANNA, BORIS)), "2020")
    made.add("весна", met((ANNA, BORIS, VERA)), "2021")
    made.add("лето", met((ANNA, "АО «Мост»"), (BORIS,)), "2022")
    return made


def pairs(found: Meetings) -> dict[tuple[str, str], tuple[int, int]]:
    names = [node.who.name for node in found.nodes]
    return {(names[edge.left], names[edge.right]): (edge.meetings, edge.documents) for edge in found.edges}


@pytest.mark.parametrize(
    ("status", "is_told"), [("planned", False), ("expected", False), ("actual", True), ("past", True)]
)
def test_who_is_to_meet_has_not_met(archive: Stating, status: str, is_told: bool) -> None:
    text = met((VERA, "АО «Мост»"))
    text.facts = [replace(fact, status=status) for fact in text.facts]
    archive.add("осень", text)
    assert ({VERA, "АО «Мост»"} in [set(pair) for pair in pairs(archive.overview.meetings())]) is is_told


def test_each_two_of_a_meeting_are_joined(archive: Stating) -> None:
    assert pairs(archive.overview.meetings()) == {
        (ANNA, BORIS): (3, 2),
        (ANNA, "АО «Мост»"): (1, 1),
        (ANNA, VERA): (1, 1),
        (BORIS, VERA): (1, 1),
    }


def test_who_met_most_comes_first(archive: Stating) -> None:
    found = archive.overview.meetings()
    assert [(node.who.name, node.meetings) for node in found.nodes][:2] == [(ANNA, 4), (BORIS, 3)]
    assert (found.meetings, found.people) == (4, 4)


def test_an_edge_leads_to_the_latest_meeting(archive: Stating) -> None:
    edge = archive.overview.meetings().edges[0]
    assert edge.stated.evidence.title == "весна"


def test_all_meetings_of_two_are_told_the_latest_first(archive: Stating) -> None:
    nodes = {node.who.name: node.who for node in archive.overview.meetings().nodes}
    told = archive.overview.meetings_of_two(nodes[BORIS], nodes[ANNA])
    assert [one.evidence.title for one in told] == ["весна", "зима", "зима"]


def test_a_query_chooses_the_documents(archive: Stating) -> None:
    assert set(pairs(archive.overview.meetings("название:лето"))) == {(ANNA, "АО «Мост»")}


def test_a_picture_has_no_more_than_it_can_hold(archive: Stating) -> None:
    found = archive.overview.meetings(most_nodes=2)
    assert (len(found.nodes), found.people, list(pairs(found))) == (2, 4, [(ANNA, BORIS)])


def test_leaders_that_are_named_together_are_all_there(tmp_path: Path) -> None:
    archive, text = Stating(tmp_path), Text()
    text.name(ANNA)
    text.name(BORIS)
    text.state(FactType.MEETING, "Встретились главы.", ("participants", "главы", [ANNA, BORIS]))
    archive.add("а", text)
    assert set(pairs(archive.overview.meetings())) == {(ANNA, BORIS)}


def test_countries_are_not_in_the_picture(tmp_path: Path) -> None:
    archive, text = Stating(tmp_path), met((ANNA, "Казахстан"))
    assert text.people["Казахстан"].type is EntityType.COUNTRY
    archive.add("а", text)
    assert archive.overview.meetings().meetings == 0


GRAPHS = st.integers(2, 20).flatmap(
    lambda n: st.tuples(
        st.just(n),
        st.lists(
            st.tuples(*([st.integers(0, n - 1)] * 2), st.integers(1, 50)).filter(lambda e: e[0] != e[1]),
            max_size=40,
        ),
    )
)


@given(GRAPHS)
def test_any_graph_has_places_in_the_picture_and_no_two_alike(
    graph: tuple[int, list[tuple[int, int, int]]],
) -> None:
    points = layout(*graph)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in points)
    assert len(set(points)) == graph[0]


@given(GRAPHS)
def test_the_same_graph_has_the_same_picture(graph: tuple[int, list[tuple[int, int, int]]]) -> None:
    assert layout(*graph) == layout(*graph)


def test_those_who_met_stand_nearer_than_those_who_did_not() -> None:
    groups = [range(5), range(5, 10)]
    edges = [(*pair, 1) for group in groups for pair in combinations(group, 2)]
    points = layout(10, edges)
    within = [_distance(points, *pair) for group in groups for pair in combinations(group, 2)]
    between = [_distance(points, left, right) for left in groups[0] for right in groups[1]]
    assert max(within) < sum(between) / len(between)


def test_sixty_do_not_lie_on_each_other() -> None:
    edges = [(n, (n * n + 1) % 60, 1 + n % 7) for n in range(60) if n != (n * n + 1) % 60]
    points = layout(60, edges)
    assert min(_distance(points, *pair) for pair in combinations(range(60), 2)) > 0.02


def _distance(points: list[tuple[float, float]], left: int, right: int) -> float:
    (x, y), (u, v) = points[left], points[right]
    return float(((x - u) ** 2 + (y - v) ** 2) ** 0.5)
