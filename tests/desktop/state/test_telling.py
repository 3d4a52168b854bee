from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.state.study_questions import Sought
from desktop.state.telling import Telling
from index.model.overview import Named, NameKind
from index.model.span import Span
from tests.helpers.studies import EVIDENCE

EVIL = '<a href="0">&amp;</a>'


def test_nothing_of_a_document_is_markup(qapp: object) -> None:
    told = Telling()
    told.title(EVIL)
    told.heading(EVIL, EVIL, EVIL)
    told.passage(replace(EVIDENCE, passage=EVIL, lit=Span(0, 2), title=EVIL))
    told.where(replace(EVIDENCE, title=EVIL))
    told.line(told.name_link(Named(1, NameKind.PERSON, EVIL)))
    assert EVIL not in told.told.html
    assert told.told.html.count("&lt;/a&gt;") == 7


def test_links_lead_where_they_say(qapp: object) -> None:
    told = Telling()
    place, name = told.place_link(EVIDENCE), told.name_link(Named(1, NameKind.PLACE, "Бухара"))
    assert ['href="0"' in place, 'href="1"' in name] == [True, True]
    assert told.told.targets == (EVIDENCE, Sought("Бухара", NameKind.PLACE))


@pytest.mark.parametrize(
    ("lit", "html"),
    [
        (Span(2, 5), "в <b>мае</b> было тепло"),
        (Span(0, 0), "в мае было тепло"),
        (Span(0, 12), "в мае было тепло"),
    ],
)
def test_the_words_of_a_place_are_lit_unless_they_are_nearly_all(qapp: object, lit: Span, html: str) -> None:
    shown = Telling().passage_link(replace(EVIDENCE, passage="в мае было тепло", lit=lit))
    assert f">{html}</a>" in shown


def test_a_long_title_is_cut_between_words(qapp: object) -> None:
    link = Telling().place_link(replace(EVIDENCE, title="слово " * 20))
    assert "слово слово… · май 2021 · стр. 2" in link.replace("\N{NO-BREAK SPACE}", " ")
