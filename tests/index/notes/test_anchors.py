import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import AnnotationError
from index.model.document import Page
from index.model.span import Span
from index.notes.anchors import CONTEXT, find_quote, make_anchor, page_at

TEXT = "Стороны обсудили сотрудничество.\nВстреча прошла в Ташкенте."
PAGES = (
    Page(0, 595.0, 842.0, Span(0, 33)),
    Page(1, 595.0, 842.0, Span(33, 33)),
    Page(2, 595.0, 842.0, Span(33, len(TEXT))),
)


def test_anchor_says_where_in_three_ways() -> None:
    anchor = make_anchor(TEXT, PAGES, Span(17, 31))
    assert anchor.quote == "сотрудничество"
    assert anchor.prefix == "Стороны обсудили "
    assert anchor.suffix == ".\nВстреча прошла в Ташкенте."
    assert anchor.page_index == 0


def test_blanks_at_the_ends_are_left_out() -> None:
    assert make_anchor(TEXT, PAGES, Span(16, 33)).quote == "сотрудничество."


def test_page_without_text_is_passed_over() -> None:
    assert page_at(PAGES, 32) == 0
    assert page_at(PAGES, 33) == 2
    assert page_at((), 5) == 0


@pytest.mark.parametrize("span", [Span(7, 8), Span(5, 5), Span(0, 1000), Span(900, 1000)])
def test_place_without_words_has_no_anchor(span: Span) -> None:
    with pytest.raises(AnnotationError):
        make_anchor(TEXT, PAGES, span)


@given(st.text("абв \n", min_size=1), st.data())
def test_anchor_quotes_its_own_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    if not span.of(text).strip():
        return
    anchor = make_anchor(text, (), span)
    assert anchor.span.of(text) == anchor.quote == span.of(text).strip()
    assert text[: anchor.span.start].endswith(anchor.prefix)
    assert text[anchor.span.stop :].startswith(anchor.suffix)
    assert max(len(anchor.prefix), len(anchor.suffix)) <= CONTEXT


def test_quote_is_found_over_a_paragraph_break() -> None:
    assert find_quote(TEXT, "сотрудничество.  Встреча").of(TEXT) == "сотрудничество.\nВстреча"


@pytest.mark.parametrize("quote", ["", " \n", "Самарканд"])
def test_quote_that_does_not_stand_there_is_refused(quote: str) -> None:
    with pytest.raises(AnnotationError):
        find_quote(TEXT, quote)
