"""What `--json` prints of views over the archive. Scripts rely on these shapes; pages count from 1."""

from __future__ import annotations

from typing import Any

from index.model.fact import Fact
from index.model.overview import (
    Disagreements,
    EntityPage,
    Evidence,
    Meetings,
    Named,
    Promises,
    Quotes,
    Stated,
    Timeline,
)

Json = dict[str, Any]


def entity(found: EntityPage) -> Json:
    """Return everything that documents say of somebody."""
    return {
        "query": found.query,
        **named(found.who),
        "spellings": list(found.spellings),
        "others": [named(other) for other in found.others],
        "documents": found.documents,
        "mentions": found.mentions,
        "statements": found.statements,
        "mentioned": [
            {
                **_evidence(one.evidence),
                "times": one.times,
                "spans": [{"start": span.start, "stop": span.stop} for span in one.spans],
            }
            for one in found.mentioned
        ],
        "offices": [
            {
                "person": office.person,
                "position": office.position,
                "body": office.body,
                "first": office.first,
                "last": office.last,
                "is_former": office.is_former,
                "stated": [_stated(one) for one in office.stated],
            }
            for office in found.offices
        ],
        "companions": [
            {
                **named(one.who),
                "statements": one.statements,
                "documents": one.documents,
                "stated": _stated(one.stated),
            }
            for one in found.companions
        ],
        "sums": [_stated(one) for one in found.sums],
        "quotes": [_stated(one) for one in found.quotes],
        "stated": [_stated(one) for one in found.stated],
    }


def timeline(found: Timeline) -> Json:
    """Return dates in order."""
    return {
        "query": found.query,
        "grain": found.grain.value,
        "dates": found.dates,
        "moments": [
            {"name": one.name, "dates": one.dates, "documents": one.documents} for one in found.moments
        ],
        "lines": [
            {"value": line.value, "is_own": line.is_own, **_evidence(line.evidence)} for line in found.lines
        ],
    }


def meetings(found: Meetings) -> Json:
    """Return who met whom; edges name their ends by their places among the nodes."""
    return {
        "query": found.query,
        "meetings": found.meetings,
        "people": found.people,
        "nodes": [
            {**named(node.who), "meetings": node.meetings, "x": node.x, "y": node.y} for node in found.nodes
        ],
        "edges": [
            {
                "left": edge.left,
                "right": edge.right,
                "meetings": edge.meetings,
                "documents": edge.documents,
                "stated": _stated(edge.stated),
            }
            for edge in found.edges
        ],
    }


def promises(found: Promises) -> Json:
    """Return promises by deadline."""
    return {
        "query": found.query,
        "today": found.today,
        "promises": found.promises,
        "with_deadline": found.with_deadline,
        "overdue": found.overdue,
        "lines": [
            {"deadline": line.deadline, "is_overdue": line.is_overdue, **_stated(line.stated)}
            for line in found.lines
        ],
    }


def disagreements(found: Disagreements) -> Json:
    """Return figures that disagree."""
    return {
        "query": found.query,
        "compared": found.compared,
        "disagreeing": found.disagreeing,
        "lines": [
            {
                "what": line.what,
                "period": line.period,
                "documents": line.documents,
                "figures": [_stated(one) for one in line.figures],
            }
            for line in found.lines
        ],
    }


def quotes(found: Quotes) -> Json:
    """Return quotes by speaker; one who is not known by name is null."""
    return {
        "query": found.query,
        "quotes": found.quotes,
        "people": found.people,
        "speakers": [
            {
                "who": None if one.who is None else named(one.who),
                "quotes": one.quotes,
                "documents": one.documents,
                "lines": [_stated(line) for line in one.lines],
            }
            for one in found.speakers
        ],
    }


def named(who: Named) -> Json:
    """Return who somebody is."""
    return {"id": who.id, "kind": who.kind.value, "name": who.name}


def _stated(one: Stated) -> Json:
    return {"fact": _fact(one.fact), **_evidence(one.evidence)}


def _fact(fact: Fact) -> Json:
    return {
        "id": fact.id,
        "type": fact.type.value,
        "status": fact.status,
        "confidence": fact.confidence,
        "rule": fact.rule,
        "slots": [{"name": slot.name, "text": slot.text, "value": slot.value} for slot in fact.slots],
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "document": evidence.document_id,
        "title": evidence.title,
        "date": evidence.date,
        "page": evidence.page_index + 1,
        "start": evidence.span.start,
        "stop": evidence.span.stop,
        "passage": evidence.passage,
    }
