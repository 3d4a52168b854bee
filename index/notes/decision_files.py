"""Decisions of one document as a JSON file, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable

from index.model.decision import Decision
from index.store.decision_records import decision_from_value, decision_value


def decisions_json(decisions: Iterable[Decision], title: str) -> str:
    """Return the decisions of one document as the text of a file.

    Args:
        decisions: In the order in which they are to stand.
        title: The document's title, for people who open the file.
    """
    page = {"title": title, "decisions": [decision_value(decision) for decision in decisions]}
    # Halves of surrogate pairs are no Unicode; JSON can hold them escaped.
    text = json.dumps(page, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def decisions_from_json(text: str) -> tuple[Decision, ...]:
    """Return the decisions of a file that `decisions_json` wrote, in its order.

    Raises:
        ValueError: If it is no such file.
    """
    try:
        return tuple(decision_from_value(value) for value in json.loads(text)["decisions"])
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a file of decisions: {error}") from error
