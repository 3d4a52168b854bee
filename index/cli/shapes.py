"""What `--json` prints: from the nouns to JSON. Scripts rely on these shapes; pages count from 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from index.model.annotation import Annotation, Link
from index.model.decision import Decision
from index.model.document import Document
from index.model.gap import Gap, Gaps
from index.model.geometry import Quad, Rect
from index.model.hit import Answer, Hit, Match
from index.model.report import FileReport, ImportReport, ImportStatus
from index.model.table import Cell, Table
from index.model.textmap import TextMap
from index.store.decision_records import decision_value

Json = dict[str, Any]


def file_report(report: FileReport) -> Json:
    """Return one file of an import."""
    return {
        "path": report.path,
        "status": report.status.value,
        "document": report.document_id,
        "pages": report.pages,
        "reason": report.reason,
        "message": report.message,
        "seconds": round(report.seconds, 3),
    }


def import_summary(report: ImportReport) -> Json:
    """Return the last line of an import."""
    return {
        "summary": {
            **{status.value: report.count(status) for status in ImportStatus},
            "files": len(report.files),
            "pages": sum(file.pages for file in report.files if file.status is not ImportStatus.DUPLICATE),
            "seconds": round(report.seconds, 3),
            "cancelled": report.was_cancelled,
        }
    }


def gaps(found: Gaps) -> Json:
    """Return what is not searched, with its totals."""
    return {**unsearched(found), "gaps": [_gap(gap) for gap in found]}


def unsearched(found: Gaps) -> Json:
    """Return the totals of what is not searched."""
    return {
        "documents": found.documents,
        "documents_searched": found.documents_searched,
        "pages": found.pages,
        "pages_searched": found.pages_searched,
        "files_refused": found.files_refused,
    }


def _gap(gap: Gap) -> Json:
    return {
        "kind": gap.kind.value,
        "searched": gap.kind.is_searched,
        "document": gap.document_id,
        "title": gap.title,
        "path": gap.path,
        "pages": [[run.start + 1, run.stop] for run in gap.page_runs],
        "why": gap.why,
        "advice": gap.advice,
        "retry": gap.can_retry,
    }


def answer(found: Answer, maps: dict[str, tuple[str, TextMap]], beyond: Gaps) -> Json:
    """Return the answer to a query.

    Args:
        found: The answer.
        maps: Text and map of each document of its hits.
        beyond: What the archive holds and the search does not see.
    """
    return {
        "query": found.query,
        "read_as": found.read_as,
        "problems": list(found.problems),
        "documents": found.documents,
        "matches": found.matches,
        "elapsed_ms": round(found.elapsed_ms, 2),
        "unsearched": unsearched(beyond),
        "results": [_hit(hit, *maps[hit.document.id]) for hit in found.hits],
    }


def text(document: Document) -> Json:
    """Return a document's text and where its pages begin."""
    return {
        "document": document.id,
        "title": document.title,
        "text": document.text,
        "pages": [
            {
                "page": page.page_number,
                "start": page.span.start,
                "stop": page.span.stop,
                "kind": page.kind.value,
                "label": page.label,
                "width": round(page.width_pt, 2),
                "height": round(page.height_pt, 2),
            }
            for page in document.pages
        ],
    }


def annotation(made: Annotation, title: str) -> Json:
    """Return an annotation.

    Args:
        made: The annotation.
        title: Title of its document.
    """
    anchor = made.anchor
    return {
        "id": made.id,
        "document": made.document_id,
        "title": title,
        "start": anchor.span.start,
        "stop": anchor.span.stop,
        "page": anchor.page_index + 1,
        "quote": anchor.quote,
        "color": made.color.value,
        "note": made.note,
        "tags": list(made.tags),
        "created": made.created,
        "modified": made.modified,
        "kind": made.kind.value,
        "author": made.author,
        "links": [_link(one) for one in made.links],
    }


def decision(made: Decision, title: str) -> Json:
    """Return a decision about a fact or an entity.

    Args:
        made: The decision.
        title: Title of its document.
    """
    return {**decision_value(made), "title": title, "has_place": bool(made.anchor.span)}


def quad(place: Quad) -> Json:
    """Return a quad: UL UR LL LR in points, origin at the top left of the displayed page."""
    return {"page": place.page_index + 1, "points": [round(number, 2) for number in place.points]}


def _link(link: Link) -> Json:
    place = {} if link.span is None else {"start": link.span.start, "stop": link.span.stop}
    return {"document": link.document_id, "label": link.label, "annotation": link.annotation_id, **place}


def _hit(hit: Hit, document_text: str, text_map: TextMap) -> Json:
    snippets = {match.span: passage.snippet.text for passage in hit.passages for match in passage.matches}
    return {
        "document": hit.document.id,
        "title": hit.document.title,
        "path": hit.document.source_path,
        "score": round(hit.score, 4),
        "matches": [
            _match(match, document_text, text_map, snippets.get(match.span, "")) for match in hit.matches
        ],
    }


def _match(match: Match, document_text: str, text_map: TextMap, snippet: str) -> Json:
    return {
        "start": match.span.start,
        "stop": match.span.stop,
        "page": match.page_index + 1,
        "text": match.span.of(document_text),
        "snippet": snippet,
        "quads": [quad(place) for place in text_map.quads(match.span)],
    }


def tables(document: Document, found: Sequence[Table]) -> Json:
    """Return the tables of a document; boxes are left, top, right, bottom in page space."""
    return {
        "document": document.id,
        "title": document.title,
        "tables": [
            {
                "page": table.page_index + 1,
                "box": _rect(table.box),
                "rows": table.row_count,
                "columns": table.column_count,
                "header_rows": table.header_rows,
                "ruled": table.is_ruled,
                "cells": [_cell(cell) for cell in table.cells],
            }
            for table in found
        ],
    }


def _cell(cell: Cell) -> Json:
    return {
        "row": cell.row,
        "column": cell.column,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
        "text": cell.text,
        "box": _rect(cell.box),
        "spans": [{"start": span.start, "stop": span.stop} for span in cell.spans],
    }


def _rect(rect: Rect) -> list[float]:
    return [round(side, 2) for side in (rect.left, rect.top, rect.right, rect.bottom)]
