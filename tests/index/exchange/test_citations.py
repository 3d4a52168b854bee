from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given

from index.exchange.authors import Author, authors_of, name_of
from index.exchange.bibliographies import key
from index.exchange.citations import Style, cited
from index.exchange.sources import Passage, Source, passage_of, source_of
from index.facts.card import card_of
from index.model.card import Card, CardEntry, CardField, DocumentKind, Origin
from index.model.span import Span
from tests.helpers.fakes import document
from tests.index.exchange.samples import nasty

FULL = Source(
    title="О воде",
    authors=(Author("Платонова", "Ольга Сергеевна"), Author("Ким", "А.")),
    date=(2021, 10, 5),
    place="Москва",
    kind=DocumentKind.LECTURES,
    url="https://example.org/a_b?c=1%20&d#e",
    language="ru",
    accessed=(2026, 11, 25),
)
BARE = Source("Отчёт о воде")
QUOTE = Passage("Вода есть «жизнь».", "5", "5")


def said(source: Source, passage: Passage | None, style: Style) -> str:
    return cited(source, passage, style).text.replace("\N{NO-BREAK SPACE}", " ")


def test_gost_puts_the_reference_in_brackets_behind_the_quotation() -> None:
    assert said(FULL, QUOTE, Style.GOST) == (
        "«Вода есть „жизнь“» (Платонова О. С., Ким А. О воде : лекции. М., 2021. 5 окт. С. 5. "
        "URL: https://example.org/a_b?c=1%20&d#e (дата обращения: 25.11.2026))."
    )
    assert said(BARE, QUOTE, Style.GOST) == "«Вода есть „жизнь“» (Отчёт о воде. С. 5)."
    assert said(BARE, None, Style.GOST) == "Отчёт о воде."


@pytest.mark.parametrize(
    ("quote", "expected"),
    [("Это так.", "«Это так» (О."), ("Это было в 2021 г.", "«Это было в 2021 г.» (О."), ("Да?", "«Да?» (О.")],
)
def test_the_point_of_a_quotation_follows_its_reference(quote: str, expected: str) -> None:
    assert said(Source("О"), Passage(quote), Style.GOST) == f"{expected.removesuffix('.')})."


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        ("Приказ № 5 о воде", DocumentKind.ORDER, "Приказ № 5 о воде."),
        ("О воде", DocumentKind.ORDER, "О воде : приказ."),
        ("О воде", "памятка", "О воде : памятка."),
        ("Отчет о воде", DocumentKind.REPORT, "Отчет о воде."),
        ("Кто пьёт воду?", "", "Кто пьёт воду?"),
    ],
)
def test_the_kind_stands_by_a_title_that_does_not_say_it(title: str, kind: str, expected: str) -> None:
    assert said(Source(title, kind=kind), None, Style.GOST) == expected


def test_apa_names_author_year_and_page_and_the_source_below() -> None:
    assert said(FULL, QUOTE, Style.APA) == (
        "“Вода есть «жизнь»” (Платонова & Ким, 2021, p. 5).\n\n"
        "Платонова, О. С., & Ким, А. (2021, October 5). О воде [Lectures]. https://example.org/a_b?c=1%20&d#e"
    )
    assert cited(BARE, Passage("Да", "5", "6"), Style.APA).html == (
        "<p>“Да” (“Отчёт о воде”, n.d., pp.\N{NO-BREAK SPACE}5–6).</p><p><i>Отчёт о воде</i>. (n.d.).</p>"
    )


def test_apa_sets_long_quotations_apart() -> None:
    assert said(BARE, Passage("слово " * 40 + "конец."), Style.APA).startswith("слово слово")


def test_markdown_quotes_every_paragraph_and_escapes_what_would_mean_something() -> None:
    assert said(FULL, Passage("Раз *два*.\nТри.", "5", "6"), Style.MARKDOWN) == (
        "> Раз \\*два\\*.\n>\n> Три.\n>\n"
        "> — Ольга Сергеевна Платонова, А. Ким, *О воде*, Москва, 5 октября 2021 г., с. 5–6, "
        "<https://example.org/a_b?c=1%20&d#e>"
    )


def test_a_year_that_only_the_file_knows_is_not_shown_as_sure() -> None:
    source = replace(BARE, date=(2022,), is_dated=False)
    assert said(source, None, Style.GOST) == "Отчёт о воде. [2022]."
    assert said(source, None, Style.APA) == "Отчёт о воде. (ca. 2022)."
    assert "year = {[2022]}" in said(source, None, Style.BIBTEX)
    assert json.loads(said(source, None, Style.CSL))[0]["issued"] == {"date-parts": [[2022]], "circa": True}


def test_bibtex_keeps_what_is_known() -> None:
    assert cited(FULL, QUOTE, Style.BIBTEX).text == (
        "@misc{platonova2021,\n"
        "  author = {Платонова, Ольга Сергеевна and Ким, А.},\n"
        "  title = {{О воде}},\n"
        "  year = {2021},\n"
        "  month = oct,\n"
        "  day = {5},\n"
        "  type = {лекции},\n"
        "  address = {Москва},\n"
        "  pages = {5},\n"
        "  note = {«Вода есть «жизнь».»},\n"
        "  url = {https://example.org/a_b?c=1%20&d#e},\n"
        "  urldate = {2026-11-25},\n"
        "  language = {russian},\n"
        "}\n"
    )


@given(nasty.filter(str.strip), nasty, nasty)
def test_nothing_in_a_document_breaks_an_entry_of_bibtex(title: str, place: str, url: str) -> None:
    made = cited(Source(title, place=place, url=url), Passage(title), Style.BIBTEX).text
    depth = 0
    for sign in re.sub(r"\\[{}]", "", made):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    fields = re.findall(r"^  (\w+) = .*,$", made, re.MULTILINE)
    assert len(fields) == made.count("\n") - 2


@given(nasty.filter(str.strip), nasty)
def test_ris_has_one_field_a_line(title: str, url: str) -> None:
    made = cited(Source(title, url=url), Passage(title), Style.RIS).text
    lines = made.split("\r\n")
    assert lines[0].startswith("TY  - ")
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.match(r"[A-Z][A-Z0-9]  - [^\r\n]*\Z", line) for line in lines[:-1])


def test_ris_keeps_what_is_known() -> None:
    assert cited(FULL, Passage("Да", "5", "6"), Style.RIS).text.split("\r\n") == [
        "TY  - ELEC",
        "AU  - Платонова, Ольга Сергеевна",
        "AU  - Ким, А.",
        "TI  - О воде",
        "PY  - 2021",
        "DA  - 2021/10/05/",
        "CY  - Москва",
        "M3  - лекции",
        "SP  - 5",
        "EP  - 6",
        "N1  - «Да»",
        "LA  - ru",
        "UR  - https://example.org/a_b?c=1%20&d#e",
        "Y2  - 2026/11/25/",
        "ER  - ",
        "",
    ]


def test_csl_json_keeps_what_is_known() -> None:
    (item,) = json.loads(cited(FULL, QUOTE, Style.CSL).text)
    assert item == {
        "id": "platonova2021",
        "type": "webpage",
        "title": "О воде",
        "author": [{"family": "Платонова", "given": "Ольга Сергеевна"}, {"family": "Ким", "given": "А."}],
        "issued": {"date-parts": [[2021, 10, 5]]},
        "publisher-place": "Москва",
        "genre": "лекции",
        "URL": "https://example.org/a_b?c=1%20&d#e",
        "accessed": {"date-parts": [[2026, 11, 25]]},
        "language": "ru",
        "note": "«Вода есть «жизнь».» (5)",
    }


@given(nasty)
def test_a_key_has_only_letters_and_digits_of_ascii(title: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+", key(Source(title, date=(2021,))))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Платонова Ольга Сергеевна", Author("Платонова", "Ольга Сергеевна")),
        ("Ольга Сергеевна Платонова", Author("Платонова", "Ольга Сергеевна")),
        ("О.С. Платонова", Author("Платонова", "О. С.")),
        ("Платонова О. С.", Author("Платонова", "О. С.")),
        ("Ольга Платонова", Author("Платонова", "Ольга")),
        ("Платонова Ольга", Author("Платонова", "Ольга")),
        ("Anna Smith", Author("Smith", "Anna")),
        ("market", None),
        ("Veconom", None),
        ("vipkryt@mail.ru", None),
        ("Регистратор 15_2", None),
        ("APPS4$", None),
        (": :", None),
        ("А. Б.", None),
        ("Студент НИУ ВШЭ кафедры", None),
    ],
)
def test_names_of_authors(written: str, expected: Author | None) -> None:
    assert name_of(written) == expected


def test_who_is_not_named_in_the_text_is_no_author() -> None:
    text = "О воде. Работа О. Платоновой."
    made = replace(document("а", text), metadata={"author": "Ольга Платонова; Иван Котов"})
    assert authors_of(made, DocumentKind.ARTICLE) == (Author("Платонова", "Ольга"),)
    assert authors_of(made, "") == (Author("Платонова", "Ольга"),)
    assert authors_of(made, DocumentKind.ORDER) == ()


def test_a_source_follows_the_card_as_the_reader_corrected_it() -> None:
    made = document("а", "О воде.\nПервая фраза.")
    card = card_of(made)
    entries = {entry.field: entry for entry in card.entries}
    entries[CardField.TITLE] = CardEntry(CardField.TITLE, "Река  Аму.", None, Origin.READER)
    entries[CardField.DATE] = CardEntry(CardField.DATE, "2021-10", None, Origin.READER)
    source = source_of(made, Card(tuple(entries.values())), "2026-11-25T10:00:00+00:00")
    assert (source.title, source.date, source.is_dated) == ("Река Аму", (2021, 10), True)
    assert source.accessed == (2026, 11, 25)
    entries[CardField.DATE] = CardEntry(CardField.DATE, "2021-10-05", None, Origin.FILE)
    source = source_of(made, Card(tuple(entries.values())))
    assert (source.date, source.is_dated, source.accessed) == ((2021,), False, ())


def test_a_passage_says_its_pages_as_the_document_calls_them() -> None:
    made = document("а", "О воде.\nПервая фраза.")
    span = Span(0, 7)
    assert passage_of(made, span) == Passage("О воде.", "1", "1")
    labelled = replace(made, pages=tuple(replace(page, label="iv") for page in made.pages))
    assert passage_of(labelled, span).pages == "iv"


@pytest.mark.parametrize("name", ["письмо.docx", "страница.HTML", "текст.txt"])
def test_pages_that_were_only_made_to_show_a_text_are_not_cited(name: str) -> None:
    made = replace(document("а", "О воде."), file_name=name)
    assert passage_of(made, Span(0, 7)).pages == ""


def test_a_passage_over_the_page_break_says_both_pages() -> None:
    made = document("а", "раз два три четыре", pages=2)
    assert passage_of(made, Span(4, 14)).pages == "1–2"
    assert passage_of(made, Span(4, 9)).pages == "1"
