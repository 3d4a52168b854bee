from __future__ import annotations

from dataclasses import replace

from desktop.pageview.headings import headings
from index.model.document import Document, OutlineEntry
from tests.desktop.pageview.papers import paper

BOOK = paper(
    ["О воде", "", "1. Каналы", "", "Сказано в 1. Каналы", "о многом.", ""],
    ["2. Реки", "", "Реки текут."],
)


def found(document: Document) -> list[str]:
    return [document.text[span.start : span.stop] for span in headings(document)]


def outlined(*entries: OutlineEntry) -> Document:
    return replace(BOOK, title="О воде", outline=entries)


def test_titles_of_sections_and_of_the_document_are_found_on_their_pages() -> None:
    document = outlined(OutlineEntry("1. Каналы", 0, 0), OutlineEntry("2. Реки", 1, 1))
    assert found(document) == ["О воде", "1. Каналы", "2. Реки"]
    assert [span.start for span in headings(document)][1] == document.text.index("1. Каналы")


def test_a_title_within_a_paragraph_is_none() -> None:
    assert found(outlined(OutlineEntry("Реки", 1, 0), OutlineEntry("о многом.", 0, 0))) == ["О воде"]


def test_a_title_on_another_page_is_none() -> None:
    assert found(outlined(OutlineEntry("2. Реки", 0, 0), OutlineEntry("2. Реки", 7, 0))) == ["О воде"]
