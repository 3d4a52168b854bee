"""Between decisions and JSON: for the database, for the sidecar files and for whoever exports them."""

from __future__ import annotations

from typing import Any

from index.model.annotation import Anchor
from index.model.decision import Act, Decision, Part, Statement
from index.model.document import DocumentId
from index.model.span import Span


def decision_value(decision: Decision) -> dict[str, Any]:
    """Return a decision as JSON can hold it."""
    return {
        "id": decision.id,
        "document": decision.document_id,
        "act": decision.act.value,
        "anchor": _anchor_value(decision.anchor),
        "was": _statement_value(decision.was),
        "becomes": _statement_value(decision.becomes),
        "other": None if decision.other is None else _anchor_value(decision.other),
        "created": decision.created,
    }


def decision_from_value(value: dict[str, Any]) -> Decision:
    """Return the decision of what `decision_value` made.

    Raises:
        ValueError: If it is no such thing.
    """
    try:
        return Decision(
            id=value["id"],
            document_id=DocumentId(value["document"]),
            act=Act(value["act"]),
            anchor=_anchor(value["anchor"]),
            was=_statement(value["was"]),
            becomes=_statement(value["becomes"]),
            other=None if value["other"] is None else _anchor(value["other"]),
            created=value["created"],
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a decision: {error}") from error


def _anchor_value(anchor: Anchor) -> dict[str, Any]:
    return {
        "start": anchor.span.start,
        "stop": anchor.span.stop,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "page": anchor.page_index + 1,
    }


def _anchor(value: dict[str, Any]) -> Anchor:
    span = Span(value["start"], value["stop"])
    return Anchor(span, value["quote"], value["prefix"], value["suffix"], value["page"] - 1)


def _statement_value(statement: Statement | None) -> dict[str, Any] | None:
    if statement is None:
        return None
    parts = [
        {"name": part.name, "text": part.text, "offset": part.offset, "value": part.value}
        for part in statement.parts
    ]
    return {"kind": statement.kind, "parts": parts, "status": statement.status}


def _statement(value: dict[str, Any] | None) -> Statement | None:
    if value is None:
        return None
    parts = tuple(Part(part["name"], part["text"], part["offset"], part["value"]) for part in value["parts"])
    return Statement(value["kind"], parts, value["status"])
