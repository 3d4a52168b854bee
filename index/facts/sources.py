"""Addresses: where a document came from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.facts import drafts
from index.model.fact import Fact, FactType
from index.model.span import Span

ADDRESS = re.compile(
    r"(?:https?://|www\.)(?:(?!https?://)[^\s<>«»\"])+|(?<![\w@.-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@./-])(?!(?:asp|ado|vb|java|system)\.net\b)(?:[a-z0-9-]+\.)+(?:ru|kz|uz|kg|tj|tm|by|ua|com|org|net|info|gov|edu|su|рф)(?:/[^\s<>«»\"]*)?(?![\w-])",
    re.IGNORECASE,
)
"""Web and mail addresses; names of libraries that look like ones are none."""

_TAIL = ".,;:!?)]}…"


def find_sources(text: str) -> Iterator[Fact]:
    """Yield the web addresses of a text in order; mail addresses are none."""
    for match in ADDRESS.finditer(text):
        words = match.group()
        if "@" in words:
            continue
        while words and (words[-1] in _TAIL) and not (words[-1] == ")" and "(" in words):
            words = words[:-1]
        span = Span(match.start(), match.start() + len(words))
        slot = drafts.slot(text, "url", span, words)
        yield drafts.fact(FactType.SOURCE, (slot,), span, "web_address")
