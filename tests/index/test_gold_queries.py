"""Every query of the gold set over its PDFs: the right documents, lit on the right pages."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest

from index.archive import Archive
from index.model.hit import Hit
from tests.helpers.shared import shared


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    files = sorted(shared("gold").glob("*.pdf"))
    with Archive.open(tmp_path_factory.mktemp("gold") / "archive") as opened:
        opened.ingest(files)
        for document_id in opened.documents_without_facts():
            opened.facts(document_id)
        yield opened


def rows() -> list[dict[str, str]]:
    with shared("gold/queries.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def pages_of(hit: Hit) -> list[int]:
    return sorted({match.page_index + 1 for match in hit.matches})


def test_every_gold_query_finds_its_documents_and_pages(archive: Archive) -> None:
    wrong = []
    for row in rows():
        found = archive.search(row["query"], 0).hits
        hits = {hit.document.file_name.removesuffix(".pdf"): hit for hit in found}
        if sorted(hits) != sorted(row["docs"].replace("-", "").split()):
            wrong.append((row["query"], sorted(hits)))
        for place in (place for place in row["pages"].split() if ":" in place):
            name, _, spec = place.partition(":")
            # A phrase over a page break begins on the first of its pages.
            expected = [int(page) for page in spec.partition("-")[0].split(",")]
            if pages_of(hits[name]) != expected and not ("-" in spec and expected[0] in pages_of(hits[name])):
                wrong.append((row["query"], name, pages_of(hits[name])))
    assert wrong == []
