from hypothesis import given
from hypothesis import strategies as st

from index.model.document import Page
from index.model.hit import Match, Passage
from index.model.span import Span
from index.search.passages import LONGEST_SNIPPET, PageFinder, PassageMaker


def passages_of(text: str, word: str, pages: PageFinder | None = None) -> tuple[Passage, ...]:
    starts = [i for i in range(len(text)) if text.startswith(word, i)]
    matches = [Match(Span(i, i + len(word)), pages.page_at(i) if pages else 0) for i in starts]
    return PassageMaker(sentence_budget=99).passages(text, matches)


def marked(passage: Passage) -> str:
    text = passage.snippet.text
    for mark in reversed(passage.snippet.marks):
        text = f"{text[: mark.start]}[{text[mark.start : mark.stop]}]{text[mark.stop :]}"
    return text


FILLER = "Так прошёл весь этот долгий день, и никто ничего не сказал о погоде. "


def test_a_snippet_is_the_sentence_of_the_match() -> None:
    text = FILLER * 4 + "Потом выпал снег. " + FILLER * 4
    (passage,) = passages_of(text.strip(), "снег")
    assert marked(passage).startswith("Потом выпал [снег]. Так прошёл")
    assert passage.snippet.text.endswith(".")


def test_a_short_paragraph_is_shown_whole() -> None:
    assert [marked(passage) for passage in passages_of("Первое\nВыпал снег\nТретье", "снег")] == [
        "Выпал [снег]"
    ]


def test_a_long_sentence_is_cut_at_words() -> None:
    text = "очень " * 100 + "белый снег " + "лежал " * 100
    (passage,) = passages_of(text.strip(), "снег")
    shown = passage.snippet.text
    assert shown.startswith("… очень ")
    assert shown.endswith("лежал …")
    assert "белый [снег] лежал" in marked(passage)
    assert len(shown) <= LONGEST_SNIPPET + 4


def test_matches_close_together_share_a_passage() -> None:
    text = "Снег и снег. " + FILLER * 6 + "Опять снег."
    assert [len(passage.matches) for passage in passages_of(text, "снег")] == [1, 1]
    assert [len(passage.matches) for passage in passages_of("снег, снег, снег", "снег")] == [3]


def test_matches_of_two_pages_or_paragraphs_do_not() -> None:
    finder = PageFinder([Page(0, 1, 1, Span(0, 6)), Page(1, 1, 1, Span(6, 6)), Page(2, 1, 1, Span(6, 20))])
    assert [p.page_index for p in passages_of("снег, снег", "снег", finder)] == [0, 2]
    assert len(passages_of("снег\nснег", "снег")) == 2


def test_a_phrase_over_paragraphs_is_shown_on_one_line() -> None:
    text = "Первый\nснег"
    (passage,) = PassageMaker(9).passages(text, [Match(Span(0, len(text)), 0)])
    assert marked(passage) == "[Первый снег]"


def test_a_document_without_pages_is_on_the_first() -> None:
    assert PageFinder([]).page_at(7) == 0


@given(st.text("аб. \n", min_size=1, max_size=900), st.data())
def test_every_match_stands_in_one_passage_and_marks_are_the_matched_words(
    text: str, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=12)))
    spans = [Span(a, b) for a, b in zip(cuts[0::2], cuts[1::2], strict=False)]
    matches = [Match(span, 0) for span in spans]
    passages = PassageMaker(sentence_budget=99).passages(text, matches)
    assert [match for passage in passages for match in passage.matches] == matches
    for passage in passages:
        snippet = passage.snippet
        assert "\n" not in snippet.text
        assert len(snippet.text) <= LONGEST_SNIPPET + 4
        behind = 0
        for mark, match in zip(snippet.marks, passage.matches, strict=False):
            assert behind <= mark.start < mark.stop <= len(snippet.text)
            shown = text[match.span.start : match.span.stop].replace("\n", " ")
            assert shown.startswith(snippet.text[mark.start : mark.stop])
            behind = mark.stop
