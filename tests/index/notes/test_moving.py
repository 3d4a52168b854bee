"""Annotations in a text that has changed."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from index.model.annotation import Annotation, HighlightColor
from index.model.document import DocumentId, Page
from index.model.span import Span
from index.notes.anchors import make_anchor
from index.notes.moving import Move, placed_again, stands_at

FIRST = "Указ о виноградарстве подписан в Ташкенте."
SCANNED = "Приложение: список хозяйств, которым выделены земли."
LAST = "Указ о водном хозяйстве подписан в Ташкенте."


def pages(*texts: str) -> tuple[str, tuple[Page, ...]]:
    """Return a text of one paragraph a page, and its pages."""
    made, start = [], 0
    for index, text in enumerate(texts):
        stop = start + len(text) + (1 if text else 0)
        made.append(Page(index, 595, 842, Span(start, stop)))
        start = stop
    return "".join(f"{text}\n" for text in texts if text), tuple(made)


def note(text: str, its_pages: Sequence[Page], quote: str, nth: int = 0) -> Annotation:
    at = -1
    for _ in range(nth + 1):
        at = text.index(quote, at + 1)
    anchor = make_anchor(text, its_pages, Span(at, at + len(quote)))
    return Annotation("1", DocumentId("a" * 64), anchor, HighlightColor.BLUE, "", (), "", "")


OLD, OLD_PAGES = pages(FIRST, "", LAST)
NEW, NEW_PAGES = pages(FIRST, SCANNED, LAST)


def test_a_note_after_a_recognised_page_moves_behind_it() -> None:
    move = Move(OLD_PAGES, NEW, NEW_PAGES)
    moved = move.moved(note(OLD, OLD_PAGES, "водном хозяйстве"))
    assert moved.anchor.span.of(NEW) == "водном хозяйстве"
    assert moved.anchor.page_index == 2
    assert not move.lost


def test_of_equal_passages_the_one_in_the_same_context_is_taken() -> None:
    second = note(OLD, OLD_PAGES, "подписан в Ташкенте", 1)
    moved = Move(OLD_PAGES, NEW, NEW_PAGES).moved(second)
    assert moved.anchor.span.start == NEW.rindex("подписан")
    first = note(OLD, OLD_PAGES, "подписан в Ташкенте", 0)
    assert Move(OLD_PAGES, NEW, NEW_PAGES).moved(first).anchor.span == first.anchor.span


def test_blanks_and_hyphens_of_the_new_text_do_not_matter() -> None:
    old, old_pages = pages("Это социально экономическое\nразвитие края.")
    new, new_pages = pages("Ввод.", "Это социально-экономическое развитие края.")
    moved = Move(old_pages, new, new_pages).moved(note(old, old_pages, "социально экономическое\nразвитие"))
    assert moved.anchor.quote == "социально-экономическое развитие"


def test_words_recognised_otherwise_get_a_place_and_are_to_be_confirmed() -> None:
    old, old_pages = pages("Список хозяйств, которым выделеиы зенли, утверждается указом.")
    new, new_pages = pages("Список хозяйств, которым выделены земли, утверждается указом.")
    move = Move(old_pages, new, new_pages, old)
    moved = move.moved(note(old, old_pages, "выделеиы зенли"))
    assert moved.anchor.span.of(new) == "выделены земли"
    assert moved.anchor.quote == "выделеиы зенли"
    assert (move.likely, move.lost) == ({"1"}, set())


def test_what_is_not_there_any_more_is_kept_without_a_place_and_comes_back() -> None:
    move = Move(OLD_PAGES, *pages("Совсем другой текст.", "", ""))
    lost = move.moved(note(OLD, OLD_PAGES, "водном хозяйстве"))
    assert move.lost == {"1"}
    assert (lost.anchor.quote, lost.anchor.page_index) == ("водном хозяйстве", 2)
    assert not stands_at("Совсем другой текст.", lost.anchor)
    again = Move(NEW_PAGES, NEW, NEW_PAGES).moved(lost)
    assert again.anchor.span.of(NEW) == "водном хозяйстве"


def test_a_note_that_stands_where_it_says_is_left_alone() -> None:
    made = note(NEW, NEW_PAGES, "список хозяйств")
    assert placed_again(made, NEW, NEW_PAGES) is made
    strayed = note(OLD, OLD_PAGES, "водном хозяйстве")
    assert placed_again(strayed, NEW, NEW_PAGES).anchor.span.of(NEW) == "водном хозяйстве"


WORDS = st.lists(st.sampled_from(["мир", "и", "труд", "в", "Ташкенте", "о", "воде"]), min_size=3, max_size=30)


@given(WORDS, WORDS, WORDS, st.data())
def test_a_note_keeps_its_words_and_page_whatever_is_recognised_before_it(
    first: list[str], scanned: list[str], last: list[str], data: st.DataObject
) -> None:
    texts = [" ".join(words) for words in (first, scanned, last)]
    old, old_pages = pages(texts[0], "", texts[2])
    new, new_pages = pages(*texts)
    start = data.draw(st.integers(0, len(old) - 2))
    stop = data.draw(st.integers(start + 1, min(len(old), start + 60)))
    if not old[start:stop].strip():
        return
    anchor = make_anchor(old, old_pages, Span(start, stop))
    made = Annotation("1", DocumentId("a" * 64), anchor, HighlightColor.BLUE, "", (), "", "")
    move = Move(old_pages, new, new_pages, old)
    moved = move.moved(made).anchor
    if "\n" in anchor.quote:
        return
    assert not move.lost
    assert moved.page_index == anchor.page_index
    assert moved.span.of(new) == moved.quote == anchor.quote
