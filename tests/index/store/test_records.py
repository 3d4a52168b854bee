import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.annotation import Annotation
from index.model.fact import DocumentFacts
from index.store import records
from index.store.annotation_records import annotation_digest, annotation_from_row, annotation_row
from tests.index.store import samples


@given(st.text())
def test_text_comes_back(text: str) -> None:
    packed, digest = records.packed_text(text)
    assert records.unpacked_text(packed) == text
    assert digest == records.sha256(text.encode("utf-8", "surrogatepass"))


@given(st.text(st.characters(categories=["Cs", "L", "Zs"])))
def test_encodable_text_can_be_written_and_keeps_its_length(text: str) -> None:
    shown = records.encodable(text)
    shown.encode("utf-8")
    assert len(shown) == len(text)


def test_halves_of_surrogate_pairs_are_replaced() -> None:
    assert records.encodable("а\udcffб") == "а\N{REPLACEMENT CHARACTER}б"


@given(samples.facts)
def test_facts_come_back(facts: DocumentFacts) -> None:
    assert records.unpacked_facts(records.packed_facts(facts), facts.version) == facts


@given(samples.annotations)
def test_annotation_comes_back(annotation: Annotation) -> None:
    assert annotation_from_row(annotation_row(annotation)) == annotation


@given(samples.annotations, samples.annotations)
def test_other_annotations_have_other_digests(one: Annotation, other: Annotation) -> None:
    digests = {annotation_digest(annotation_row(a), "") for a in (one, other)}
    assert len(digests) == len({one, other})


@pytest.mark.parametrize("packed", [b"", b"junk", records.packed_text("{}")[0]])
def test_what_is_no_facts_is_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match=r"facts|JSON|Expecting"):
        records.unpacked_facts(packed, "1")


def test_page_comes_back() -> None:
    for page in samples.make_document().pages:
        assert records.page_from_row(records.page_row(page)) == page
