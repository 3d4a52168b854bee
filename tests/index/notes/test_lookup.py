from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.annotation import Anchor, Annotation, HighlightColor
from index.model.document import DocumentId
from index.model.span import Span
from index.notes.lookup import NoteIndex, NoteQuery

DOCUMENT = DocumentId("a" * 64)
WHEN = "2024-05-01T10:00:00+00:00"


def annotation(
    name: str, note: str = "", quote: str = "", tags: tuple[str, ...] = (), author: str = ""
) -> Annotation:
    anchor = Anchor(Span(0, len(quote)), quote, "", "", 0)
    return Annotation(name, DOCUMENT, anchor, HighlightColor.YELLOW, note, tags, WHEN, WHEN, author=author)


NOTES = (
    annotation("вода", note="Сравнить уровни воды", quote="на левом берегу реки", tags=("Срочное",)),
    annotation("ёлка", note="Ёлки стоят", quote="договор о поставке", tags=("лес", "срочно купить")),
    annotation("люди", note="торгово-экономическое сотрудничество", author="Анна Белова"),
)


def found(text: str, notes: tuple[Annotation, ...] = NOTES) -> list[str]:
    ids = NoteIndex().find(NoteQuery(text), notes, {DOCUMENT: "Отчёт"})
    return [note.id for note in notes if note.id in ids]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("вода ", ["вода"]),
        ("водой берега ", ["вода"]),
        ("елка ", ["ёлка"]),
        ("договоров ", ["ёлка"]),
        ("вода договор ", []),
        ("Беловой ", ["люди"]),
        ("экономический ", ["люди"]),
        ("срочное ", ["вода", "ёлка"]),
        ("отчёты ", ["вода", "ёлка", "люди"]),
        ("жираф ", []),
        ("", ["вода", "ёлка", "люди"]),
        ("!?", ["вода", "ёлка", "люди"]),
    ],
)
def test_a_word_finds_its_forms_in_note_passage_tags_author_and_title(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"), [("дого", ["ёлка"]), ("дого ", []), ("берег сра", ["вода"]), ("сра берег", [])]
)
def test_the_word_that_is_typed_is_a_beginning_until_a_blank_follows(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('"левый берег"', ["вода"]),
        ("«левый берег»", ["вода"]),
        ('"берег левый"', []),
        ('"уровни левом"', []),
        ('"договор о пос', ["ёлка"]),
        ("торгово-экономический ", ["люди"]),
        ("экономический-торгово ", []),
    ],
)
def test_words_in_quotes_stand_one_behind_another(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("#сроч", ["вода", "ёлка"]),
        ("#срочное", ["вода"]),
        ('#"срочно купить"', ["ёлка"]),
        ("#вода", []),
        ("-вода ", ["ёлка", "люди"]),
        ("-#лес", ["вода", "люди"]),
        ("срочное -#лес", ["вода"]),
        ("#", ["вода", "ёлка", "люди"]),
    ],
)
def test_tags_are_asked_for_and_words_are_excluded(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_changed_note_is_found_by_what_it_says_now() -> None:
    index, query = NoteIndex(), NoteQuery("новое ")
    assert index.find(query, NOTES, {}) == frozenset()
    changed = (replace(NOTES[0], note="Новые мысли"), *NOTES[1:])
    assert index.find(query, changed, {}) == {"вода"}
    assert index.find(NoteQuery("уровень "), changed, {}) == frozenset()


def test_only_the_notes_that_are_asked_about_are_found() -> None:
    index = NoteIndex()
    assert index.find(NoteQuery("срочное "), NOTES, {}) == {"вода", "ёлка"}
    assert index.find(NoteQuery("срочное "), NOTES[1:], {}) == {"ёлка"}


def test_found_words_are_lit_in_the_form_they_have() -> None:
    text = "Воды реки, а не берега: о воде"
    query = NoteQuery("вода -берег рек")
    assert [span.of(text) for span in query.lit(text)] == ["Воды", "реки", "воде"]
    assert NoteQuery("").lit(text) == ()


@given(st.text(max_size=40))
def test_anything_can_be_asked(text: str) -> None:
    assert NoteIndex().find(NoteQuery(text), NOTES, {}) <= {note.id for note in NOTES}


@given(st.sampled_from(["вода", "берег", "договор", "стоять", "лес"]), st.integers(2, 7))
def test_typing_on_never_finds_what_the_beginning_did_not(word: str, length: int) -> None:
    shorter, longer = found(word[:length]), found(word[: length + 1])
    # A whole word finds its other forms as well: only what is typed by then is compared.
    if length + 1 < len(word):
        assert set(longer) <= set(shorter) | set(found(word[: length + 1] + " "))
