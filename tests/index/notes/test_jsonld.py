import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.annotation import Annotation
from index.notes.jsonld import from_jsonld, to_jsonld
from tests.index.store import samples


@given(st.lists(samples.annotations, max_size=3))
def test_annotations_come_back(annotations: list[Annotation]) -> None:
    assert from_jsonld(to_jsonld(annotations, "Переговоры")) == tuple(annotations)


def test_file_is_a_page_of_web_annotations() -> None:
    page = json.loads(to_jsonld([samples.make_annotation()], "Переговоры"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    [entry] = page["items"]
    assert entry["type"] == "Annotation"
    assert entry["id"].startswith("urn:uuid:")
    assert entry["target"]["source"] == f"urn:sha256:{samples.document_id('a')}"
    quote, position, fragment = entry["target"]["selector"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", "обсудили")
    assert (position["start"], position["end"]) == (8, 16)
    assert fragment["value"] == "page=1"
    assert [body["purpose"] for body in entry["body"]] == ["commenting", "tagging", "tagging"]


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"items": [{}]}', '{"items": [{"target": 1}]}', '{"items": 5}']
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"annotations|Expecting"):
        from_jsonld(text)
