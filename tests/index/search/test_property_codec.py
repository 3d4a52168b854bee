"""What is packed into the files of a segment comes out again, after merging too, or is told as damage."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import IndexDamaged
from index.search import columns, fieldwriting
from index.search.arrayfile import ArrayFile, write_arrays
from index.search.batch import FORM_BITS
from index.search.fields import FieldFile
from index.search.fieldwriting import BatchSource, SegmentSource, Taken, write_field
from index.search.keys import MOST_POSITIONS, POSITION_BITS

FORMS = ["снег", "снега", "дождь", "дождя", "иней", "a", "\x01мир", "𐐨𐐩"]

Document = frozenset[tuple[str, int]]
"""Forms and where they stand; several may stand at one position."""

_SCALES = st.sampled_from(
    [1, 255, 256, 1_023, 1_024, 4_095, 4_096, 65_535, 65_536, 1 << 20, MOST_POSITIONS - 700]
)
_FORM = st.sampled_from(FORMS)


@st.composite
def _documents(draw: st.DrawFn) -> list[Document]:
    """Draw the documents of one segment: words strewn about, and words that stand very often."""
    found: list[Document] = []
    for _ in range(draw(st.integers(0, 4))):
        places = draw(st.sets(st.tuples(_FORM, st.integers(0, 30)), max_size=12))
        if draw(st.booleans()):
            first, often = draw(_SCALES), draw(st.sampled_from([1, 254, 255, 256, 600]))
            form = draw(_FORM)
            places |= {(form, first + i) for i in range(often)}
        found.append(frozenset(places))
    return found


def terms(forms: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Return terms that some forms share, as forms of one word do."""
    return (((form[:3], form[:2]) if len(form) > 3 else (form,)) for form in forms)


def batch(documents: Sequence[Document]) -> BatchSource:
    keys = [
        FORMS.index(form) << FORM_BITS | number << POSITION_BITS | position
        for number, document in enumerate(documents)
        for form, position in document
    ]
    return BatchSource(FORMS, np.array(keys, np.int64), terms)


def write(path: Path, taken: Sequence[Taken], documents: Sequence[Document]) -> FieldFile:
    longest = max((position + 1 for document in documents for _, position in document), default=0)
    write_field(path, taken, longest)
    return FieldFile(ArrayFile(path), len(documents))


def numbered(documents: Sequence[Document], first: int = 0) -> np.ndarray:
    return np.arange(first, first + len(documents), dtype=np.int64)


def expected_keys(documents: Sequence[Document], forms: set[str]) -> list[int]:
    """Return where forms stand, ascending; twice where two stand at one position."""
    return sorted(
        number << POSITION_BITS | position
        for number, document in enumerate(documents)
        for form, position in document
        if form in forms
    )


def check(field: FieldFile, documents: Sequence[Document], wanted: Sequence[bool]) -> None:
    """Hold a field to the documents that were written."""
    used = {form for document in documents for form, _ in document}
    assert {form for form in FORMS if field.words.number(form) >= 0} == used
    groups = [{form} for form in used] + [
        {form for form in used if term in next(iter(terms([form])))}
        for term in ("сне", "сн", "дож", "до", "a")
    ]
    for forms in groups:
        numbers = np.array(sorted(field.words.number(form) for form in forms), np.int64)
        keys = expected_keys(documents, forms)
        assert field.keys(numbers).tolist() == keys
        found, counts = field.sums(numbers)
        in_documents = [key >> POSITION_BITS for key in keys]
        assert found.tolist() == sorted(set(in_documents))
        assert counts.tolist() == [in_documents.count(number) for number in found.tolist()]
        some = field.keys(numbers, np.array(wanted, np.bool_))
        assert some.tolist() == [key for key in keys if wanted[key >> POSITION_BITS]]
    for term in ("сне", "сн", "дож", "до", "a", "нет"):
        named = {field.words.form(number) for number in field.words.of_term(term).tolist()}
        assert named == {form for form in used if term in next(iter(terms([form])))}


@settings(max_examples=120, deadline=None)
@given(_documents(), st.data(), st.sampled_from([2, 3_000_000]))
def test_places_that_are_packed_come_out_again(
    documents: list[Document], data: st.DataObject, piece: int
) -> None:
    wanted = data.draw(st.lists(st.booleans(), min_size=len(documents), max_size=len(documents)))
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(fieldwriting, "_PIECE", piece):
        check(
            write(Path(folder, "x"), [Taken(batch(documents), numbered(documents))], documents),
            documents,
            wanted,
        )


@settings(max_examples=120, deadline=None)
@given(st.lists(_documents(), min_size=1, max_size=4), st.data(), st.sampled_from([2, 3_000_000]))
def test_merged_segments_are_what_their_living_documents_would_have_given(
    segments: list[list[Document]], data: st.DataObject, piece: int
) -> None:
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(fieldwriting, "_PIECE", piece):
        # As in a commit: new documents first, then the segments that are absorbed.
        living, taken = list(segments[0]), [Taken(batch(segments[0]), numbered(segments[0]))]
        for number, documents in enumerate(segments[1:]):
            size = len(documents)
            alive = np.array(data.draw(st.lists(st.booleans(), min_size=size, max_size=size)), np.bool_)
            field = write(
                Path(folder, str(number)), [Taken(batch(documents), numbered(documents))], documents
            )
            numbers = np.where(alive, np.cumsum(alive) - 1 + len(living), -1)
            taken.append(Taken(SegmentSource(field), numbers))
            living += [one for one, is_alive in zip(documents, alive, strict=True) if is_alive]
        check(write(Path(folder, "merged"), taken, living), living, [True] * len(living))


_ARRAYS = st.dictionaries(
    st.sampled_from(["a", "b", "слово"]),
    st.tuples(
        st.sampled_from(["u1", "<u2", "<u4", "<i8", "<f8"]), st.lists(st.integers(0, 255), max_size=40)
    ).map(lambda pair: np.array(pair[1], pair[0])),
)


@given(_ARRAYS, st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5), max_size=3))
def test_arrays_are_read_as_they_were_written(
    arrays: dict[str, np.ndarray], facts: dict[str, int | str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_arrays(Path(folder, "x"), arrays, facts)
        file = ArrayFile(Path(folder, "x"))
        assert file.facts == facts
        for name, array in arrays.items():
            assert file[name].all().dtype == array.dtype
            assert file[name].all().tolist() == array.tolist()
            assert file[name].part(1, 3).tolist() == array[1:3].tolist()
        with pytest.raises(IndexDamaged):
            file["nothing"]


@settings(max_examples=200, deadline=None)
@given(_ARRAYS.filter(bool), st.data())
def test_a_changed_or_cut_file_is_damage_or_changes_nothing(
    arrays: dict[str, np.ndarray], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x")
        write_arrays(path, arrays, {"fact": 1})
        raw = bytearray(path.read_bytes())
        at = data.draw(st.integers(0, len(raw) - 1))
        if data.draw(st.booleans()):
            raw[at] ^= data.draw(st.integers(1, 255))
        else:
            del raw[at:]
        path.unlink()
        path.write_bytes(raw)
        try:
            file = ArrayFile(path)
            found = {name: file[name].all() for name in arrays}
        except IndexDamaged:
            return
        # What lies between the arrays, to have them begin at multiples of 64, is nothing.
        assert {name: array.tolist() for name, array in found.items()} == {
            name: array.tolist() for name, array in arrays.items()
        }
        assert file.facts == {"fact": 1}


def test_a_flipped_bit_far_inside_a_large_array_is_found_when_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x"
    write_arrays(path, {"a": np.arange(100_000, dtype=np.uint32)})
    raw = bytearray(path.read_bytes())
    raw[64 + 4 * 70_000] ^= 1
    path.write_bytes(raw)
    section = ArrayFile(path)["a"]
    assert section.part(0, 1_000).tolist() == list(range(1_000))
    with pytest.raises(IndexDamaged):
        section.part(69_990, 70_010)
    with pytest.raises(IndexDamaged):
        section.all()


_ROW = st.fixed_dictionaries(
    {
        "id": st.binary(min_size=32, max_size=32),
        "number": st.integers(0, 1 << 40),
        "length": st.integers(0, MOST_POSITIONS),
        "title_length": st.integers(0, 300),
        "title_at": st.integers(-1, 200),
        "day": st.sampled_from([0, 20200512]),
        "marks": st.lists(st.integers(0, 1 << 31), max_size=5),
        "pages": st.lists(st.integers(0, 1 << 23), max_size=5),
        "file": st.text(st.characters(exclude_categories=["Cs"]), max_size=8).map(str.encode),
        "name": st.text(st.characters(exclude_categories=["Cs"]), max_size=8).map(str.encode),
    }
)


@given(st.lists(st.lists(_ROW, max_size=4), min_size=1, max_size=3), st.data())
def test_columns_joined_are_the_columns_of_the_documents_that_are_kept(
    segments: list[list[dict[str, object]]], data: st.DataObject
) -> None:
    parts, kept_rows = [], []
    for rows in segments:
        kept = data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))
        parts.append((columns.from_rows(rows), np.array(kept, np.bool_)))
        kept_rows += [row for row, is_kept in zip(rows, kept, strict=True) if is_kept]
    joined, expected = columns.joined(parts), columns.from_rows(kept_rows)
    assert {name: array.tolist() for name, array in joined.items()} == {
        name: array.tolist() for name, array in expected.items()
    }
    assert {name: array.dtype for name, array in joined.items()} == {
        name: array.dtype for name, array in expected.items()
    }
    assert columns.ids_of(joined) == [row["id"].hex() for row in kept_rows if isinstance(row["id"], bytes)]
    names = [row["name"].decode() for row in kept_rows if isinstance(row["name"], bytes)]
    assert columns.texts_of(joined, "name") == names
