from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.state.differences import differing
from desktop.state.note_links import addresses, full_address, link_to_note, link_to_passage, with_link
from index.model.annotation import Anchor, Annotation, HighlightColor, Link
from index.model.document import DocumentId
from index.model.span import Span

A = DocumentId("a" * 64)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("См. https://example.org/a?b=1.", ["https://example.org/a?b=1"]),
        ("(https://ru.wikipedia.org/wiki/Вода_(река))", ["https://ru.wikipedia.org/wiki/Вода_(река)"]),
        ("«http://example.org», www.kremlin.ru/acts!", ["http://example.org", "www.kremlin.ru/acts"]),
        ("http://", []),
        ("www.", []),
        ("просто слова, file:///etc/passwd, javascript:alert(1)", []),
        ("", []),
    ],
)
def test_addresses_are_found_without_what_stands_behind_them(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in addresses(text)] == found


@given(st.text(alphabet="htps:/w.аб()»,! ", max_size=30))
def test_only_the_web_is_ever_opened(text: str) -> None:
    assert all(
        full_address(span.of(text)).lower().startswith(("http://", "https://")) for span in addresses(text)
    )


def test_a_link_is_called_by_what_is_written_else_by_the_passage() -> None:
    note = Annotation("n", A, Anchor(Span(0, 9), "о воде", "", "", 0), HighlightColor.PINK, "", (), "", "")
    assert link_to_note(note) == Link(A, "о воде", "n")
    assert link_to_passage(A, Span(0, 9), "слова\nтут") == Link(A, "слова тут", span=Span(0, 9))


def test_one_place_is_led_to_once() -> None:
    links = with_link((), Link(A, "вода", "n"))
    assert with_link(links, Link(A, "иначе названная", "n")) == links
    assert len(with_link(links, Link(A, "вода", "m"))) == 2


@given(st.text(max_size=30), st.text(max_size=30))
def test_what_two_texts_share_is_the_same_in_both(one: str, other: str) -> None:
    def left(text: str, parts: tuple[Span, ...]) -> str:
        for span in reversed(parts):
            text = text[: span.start] + text[span.stop :]
        return text

    first, second = differing(one, other)
    assert left(one, first) == left(other, second)
    assert (first, second) == ((), ()) or one != other


def test_differing_letters_are_told() -> None:
    assert differing("Перевал", "Пережал") == ((Span(4, 5),), (Span(4, 5),))
