"""Views over the archive in words: figures that disagree, side by side; who met whom."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.state.counts import Noun, counted, figure, window_language
from desktop.state.telling import Telling, Told
from index.facts.wording import describe
from index.model.overview import Disagreement, Disagreements, Edge, Meetings, Named, Node, Stated
from index.study.overview_listings import parts
from index.text.values import day

_ABREAST: Final = 3
"""Figures side by side; more would be too narrow for their passages."""


def disagreements_told(found: Disagreements) -> Told:
    """Return figures that disagree, those of one thing side by side."""
    told = Telling()
    for line in found.lines:
        time = day(line.period, window_language()) or line.period
        told.heading(", ".join(filter(None, (line.what, time))))
        if line.documents > len(line.figures):
            said = QCoreApplication.translate("Study", "Всего об этом: {documents}.")
            told.line(escape(said.format(documents=counted(line.documents, Noun.DOCUMENT))), "quiet")
        _side_by_side(told, line)
    return told.told


def node_told(found: Meetings, node: Node) -> Told:
    """Return whom somebody met, and where it is told."""
    told = Telling()
    told.title(node.who.name)
    told.line(told.page_of(node.who), "quiet")
    place = found.nodes.index(node)
    for edge in found.edges:
        if place in {edge.left, edge.right}:
            other = found.nodes[edge.right if edge.left == place else edge.left]
            told.heading(other.who.name, figure(edge.meetings))
            told.passage(edge.stated.evidence)
            told.where(edge.stated.evidence)
    return told.told


def two_told(left: Named, right: Named, stated: Sequence[Stated]) -> Told:
    """Return the meetings of two."""
    told = Telling()
    told.title(f"{left.name} \N{EN DASH} {right.name}")
    told.line(", ".join(map(told.name_link, (left, right))), "quiet")
    for one in stated:
        when_and_where = ", ".join(filter(None, (parts(one.fact, "date"), parts(one.fact, "place"))))
        if when_and_where:
            told.line(escape(when_and_where))
        told.passage(one.evidence)
        told.where(one.evidence)
    return told.told


def ends_of(found: Meetings, edge: Edge) -> tuple[Named, Named]:
    """Return who met."""
    return found.nodes[edge.left].who, found.nodes[edge.right].who


def _side_by_side(told: Telling, line: Disagreement) -> None:
    for start in range(0, len(line.figures), _ABREAST):
        cells = [_cell(told, one) for one in line.figures[start : start + _ABREAST]]
        # All rows have the same columns, so that figures stand one below the other.
        told.row(cells + [""] * (_ABREAST - len(cells) if start else 0))


def _cell(told: Telling, one: Stated) -> str:
    described = describe(one.fact, window_language())
    said = "" if described is None else described.title
    passage, place = told.passage_link(one.evidence), told.place_link(one.evidence)
    return f'<span class="figure">{escape(said)}</span><br>{place}<br>{passage}'
