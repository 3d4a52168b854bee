"""What `--json` prints of studies. Scripts rely on these shapes; pages count from 1."""

from __future__ import annotations

from typing import Any

from index.model.document import DocumentSummary
from index.model.study import (
    Collocations,
    Concordance,
    Facets,
    Frequencies,
    Period,
    Similar,
    VersionGroup,
    WordTable,
)

Json = dict[str, Any]


def concordance(found: Concordance) -> Json:
    """Return a concordance."""
    return {
        "query": found.query,
        "documents": found.documents,
        "matches": found.matches,
        "lines": [
            {
                "document": line.document_id,
                "title": line.title,
                "date": line.date,
                "page": line.page_index + 1,
                "start": line.span.start,
                "stop": line.span.stop,
                "left": line.left,
                "keyword": line.keyword,
                "right": line.right,
            }
            for line in found.lines
        ],
    }


def word_table(found: WordTable) -> Json:
    """Return the counts for a list of words."""
    return {
        "within": found.within,
        "rows": [
            {
                "text": row.text,
                "query": row.query,
                "documents": row.documents,
                "matches": row.matches,
                "first": row.first,
                "last": row.last,
                "problem": row.problem,
            }
            for row in found.rows
        ],
    }


def collocations(found: Collocations, limit: int) -> Json:
    """Return the strongest words near matches, 0 for all."""
    return {
        "query": found.query,
        "matches": found.matches,
        "words": [
            {
                "word": one.word,
                "count": one.count,
                "left": one.left,
                "right": one.right,
                "total": one.total,
                "score": round(one.score, 2),
                "clause": one.clause,
            }
            for one in found.words[: limit or None]
        ],
    }


def frequencies(found: Frequencies) -> Json:
    """Return counts by month and year."""
    return {
        "query": found.query,
        "months": [_period(one) for one in found.months],
        "years": [_period(one) for one in found.years],
        "undated": {"documents": found.undated_documents, "matches": found.undated_matches},
    }


def facets(found: Facets) -> Json:
    """Return by what an answer can be narrowed."""
    return {
        "query": found.query,
        "documents": found.documents,
        "without_facts": found.without_facts,
        "facets": {
            facet.kind.value: {
                "others": facet.others,
                "values": [
                    {"label": value.label, "clause": value.clause, "documents": value.documents}
                    for value in facet.values
                ],
            }
            for facet in found.facets
        },
    }


def similar(found: Similar) -> Json:
    """Return a document like another one."""
    return {
        **_document(found.document),
        "likeness": round(found.likeness, 4),
        "words": list(found.words),
    }


def version_group(found: VersionGroup) -> Json:
    """Return documents that are nearly the same."""
    return {
        "likeness": round(found.likeness, 4),
        "documents": [_document(document) for document in found.documents],
    }


def _document(document: DocumentSummary) -> Json:
    return {
        "document": document.id,
        "title": document.title,
        "path": document.source_path,
        "date": document.date,
    }


def _period(one: Period) -> Json:
    return {
        "period": one.name,
        "documents": one.documents,
        "matches": one.matches,
        "all_documents": one.all_documents,
    }
