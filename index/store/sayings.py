"""Sentences of the core in the database: their codes and values as JSON beside the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from index.model.said import Said, Sentence, Value, sentences

# Notices that archives hold from before sentences had codes; they are read as if they had.
_WITHOUT_CODE: Final = (
    ("pages.all_scanned", re.compile("Во всём документе нет текстового слоя")),
    ("pages.scanned", re.compile("Стр. (?P<pages>.+): нет текстового слоя")),
    ("pages.recognised", re.compile("Распознано: стр. (?P<pages>[^(]+)")),
    ("pages.failed", re.compile("Стр. (?P<pages>.+): повреждены, прочитать их не удалось")),
    ("pages.unread", re.compile("Стр. (?P<pages>.+) не прочитаны: (?P<reason>.+?)[.] Предыдущие")),
    ("file.restored", re.compile("Файл повреждён; текст восстановлен запасным способом")),
)


def texts_json(texts: Iterable[str]) -> str:
    """Return texts as JSON: a plain text as a string, another one as a list of its sentences."""
    return _json([_text_value(text) for text in texts])


def texts_from_json(written: str) -> tuple[str, ...]:
    """Return the texts."""
    return tuple(map(_recognised, map(_text_of, json.loads(written))))


def sentences_json(text: str) -> str:
    """Return the sentences of a text as JSON; `text_from_json` makes it whole again."""
    return _json(_text_value(text) if isinstance(text, Said) else [])


def text_from_json(text: str, written: str) -> str:
    """Return a text that is kept plain in one column with its sentences in another."""
    parts = json.loads(written)
    return _text_of(parts) if parts else text


def _json(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _text_value(text: str) -> Any:  # noqa: ANN401 - JSON
    if not isinstance(text, Said):
        return text
    return [
        [part.code, part.text, {name: _value(value) for name, value in part.values}]
        for part in sentences(text)
    ]


def _value(value: Value) -> Any:  # noqa: ANN401 - JSON
    return _text_value(value) if isinstance(value, str) else value


def _text_of(value: Any) -> str:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        return value
    return Said(*(Sentence(code, text, _values(values)) for code, text, values in value))


def _values(written: dict[str, Any]) -> tuple[tuple[str, Value], ...]:
    return tuple(
        (name, _text_of(value) if isinstance(value, list) else value) for name, value in written.items()
    )


def _recognised(text: str) -> str:
    if isinstance(text, Said):
        return text
    for code, pattern in _WITHOUT_CODE:
        if found := pattern.match(text):
            return Said(Sentence(code, text, tuple(found.groupdict().items())))
    return text
