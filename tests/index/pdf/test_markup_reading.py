"""Marks that stand in PDFs are read whatever program made them, and however badly."""

from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.model.markup import Markup, MarkupKind
from index.pdf.markup_reading import iso_date
from index.pdf.markup_values import pdf_date
from tests.helpers.pdfs import Print, Sheet, write_pdf
from tests.index.pdf.marking import GREEN, at_point, copied, marked, marks_in
from tests.index.pdf.reading import read

RECT = [100, 700, 160, 712]
EARLY, LATE = datetime.fromisoformat("0002-01-01"), datetime.fromisoformat("9998-01-01")


def with_annotations(folder: Path, *annotations: dict[str, object], rotation: int = 0) -> Path:
    path = write_pdf(folder / "a.pdf", [[Print("Совет министров")]], Sheet(rotation=rotation))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        made = [
            pdf.make_indirect(
                pikepdf.Dictionary({"/Type": pikepdf.Name.Annot, "/Rect": pikepdf.Array(RECT)} | one)  # type: ignore[arg-type]  # as pikepdf takes it
            )
            for one in annotations
        ]
        for one in made:
            if "/IRT" in one:
                one.IRT = made[int(one.IRT)]
        pdf.pages[0].Annots = pikepdf.Array(made)
        pdf.save(path)
    return path


def kind(name: str, **entries: object) -> dict[str, object]:
    return {"/Subtype": pikepdf.Name(f"/{name}")} | {f"/{key}": value for key, value in entries.items()}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    note=st.text(st.characters(exclude_categories=["C"]), max_size=40).map(str.strip),
    tags=st.lists(st.text("абв гд", min_size=1, max_size=9).filter(str.strip), max_size=3).map(tuple),
    rotation=st.sampled_from([0, 90, 180, 270]),
)
def test_what_was_written_is_read(tmp_path: Path, note: str, tags: tuple[str, ...], rotation: int) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Print("Совет министров")]], Sheet(rotation=rotation))
    place = marked(read(path), "министров")
    told = "2026-01-02T03:04:05.000+00:00"
    mark = Markup(
        MarkupKind.HIGHLIGHT,
        0,
        "имя",
        place.quads,
        color=GREEN,
        note=note,
        tags=tags,
        author="Я",
        created=told,
    )
    copy, _made = copied(path, mark)
    [found] = marks_in(copy)
    assert (found.kind, found.name, found.note, found.tags) == (mark.kind, "имя", note, tags)
    assert (found.author, found.created, found.modified) == ("Я", told, told)
    assert found.color == pytest.approx(GREEN)
    for corner, known in zip(found.quads, mark.quads, strict=True):
        box, wanted = corner.bounds, known.bounds
        assert (box.left, box.top, box.right, box.bottom) == pytest.approx(
            (wanted.left, wanted.top, wanted.right, wanted.bottom), abs=0.01
        )


def test_the_point_of_a_note_is_the_middle_of_its_sign(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[Print("Совет министров")]], Sheet(rotation=90))
    [found] = marks_in(copied(path, at_point(100, 150, "Спросить"))[0])
    assert (found.kind, found.note) == (MarkupKind.NOTE, "Спросить")
    assert (found.point.x, found.point.y) == pytest.approx((100, 150), abs=0.01)


@pytest.mark.parametrize(
    "corners",
    [
        [100, 712, 160, 712, 100, 700, 160, 700],
        [100, 700, 160, 700, 160, 712, 100, 712],
        [160, 700, 100, 712, 160, 712, 100, 700],
    ],
)
def test_corners_of_quads_may_come_in_any_order(tmp_path: Path, corners: list[int]) -> None:
    path = with_annotations(tmp_path, kind("Highlight", QuadPoints=pikepdf.Array(corners)))
    [found] = marks_in(path)
    box = found.quads[0].bounds
    assert (box.left, box.top, box.right, box.bottom) == (100, 130, 160, 142)


def test_a_highlight_without_quads_lies_over_its_rectangle(tmp_path: Path) -> None:
    [found] = marks_in(with_annotations(tmp_path, kind("Squiggly")))
    assert found.kind is MarkupKind.SQUIGGLY
    assert found.quads[0].bounds.width == 60


def test_answers_know_what_they_answer_and_states_are_no_answers(tmp_path: Path) -> None:
    path = with_annotations(
        tmp_path,
        kind("Text", NM="раз", Contents="Верно ли?"),
        kind("Text", NM="два", Contents="Верно", IRT=0),
        kind("Text", NM="три", Contents="Accepted set by B", State="Accepted", StateModel="Review", IRT=0),
    )
    assert [(one.name, one.answers) for one in marks_in(path)] == [("раз", ""), ("два", "раз")]


def test_the_text_may_stand_in_the_popup_alone(tmp_path: Path) -> None:
    path = with_annotations(tmp_path, kind("Highlight", Popup=pikepdf.Dictionary(Contents="Здесь")))
    assert [one.note for one in marks_in(path)] == ["Здесь"]


@pytest.mark.filterwarnings("ignore:This document has")
def test_links_fields_and_windows_are_no_marks(tmp_path: Path) -> None:
    path = with_annotations(tmp_path, kind("Link"), kind("Widget"), kind("Popup", Contents="Окно"))
    assert marks_in(path) == ()


@pytest.mark.parametrize(
    ("components", "color"),
    [([0.5], (0.5, 0.5, 0.5)), ([1, 0, 0], (1, 0, 0)), ([0, 0, 1, 0], (1, 1, 0)), ([], None)],
)
def test_colours_are_read_in_each_space(
    tmp_path: Path, components: list[float], color: tuple[float, ...] | None
) -> None:
    [found] = marks_in(with_annotations(tmp_path, kind("Text", C=pikepdf.Array(components))))
    assert found.color == color


def test_a_mark_without_a_name_is_told_by_what_it_holds(tmp_path: Path) -> None:
    path = with_annotations(tmp_path, kind("Text", Contents="Раз"), kind("Text", Contents="Два"))
    names = [one.name for one in marks_in(path)]
    assert len(set(names)) == 2
    assert names == [one.name for one in marks_in(copied(path, at_point(9, 9, "Три"))[0])][:2]


def test_broken_marks_are_left_out_and_others_read(tmp_path: Path) -> None:
    path = with_annotations(
        tmp_path,
        kind("Highlight", QuadPoints=pikepdf.Array([pikepdf.Name.Wrong] * 8)),
        kind("Text", Rect=pikepdf.Array([1, 2])),
        kind("Text", Rect=pikepdf.Array([1, 2, 3, 10**15])),
        kind("Text", Contents="Цел", CreationDate="D:20269999"),
    )
    assert [(one.note, one.created) for one in marks_in(path)] == [("Цел", "")]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("D:20240229120000+05'00'", "2024-02-29T07:00:00.000+00:00"),
        ("D:20240229120000Z00'00'", "2024-02-29T12:00:00.000+00:00"),
        ("20240229", "2024-02-29T00:00:00.000+00:00"),
        ("29.02.2024", ""),
        ("", ""),
    ],
)
def test_dates_are_read(written: str, read_as: str) -> None:
    assert iso_date(written) == read_as


@given(st.datetimes(EARLY, LATE, timezones=st.timezones()))
def test_a_date_that_was_written_is_read(moment: datetime) -> None:
    whole = moment.replace(microsecond=0)
    assert iso_date(pdf_date(whole.isoformat())) == whole.astimezone(UTC).isoformat(timespec="milliseconds")
