"""Pieces of HTML: texts that stay texts, one style for all pages. Nothing in them is fetched."""

from __future__ import annotations

import html
import re
from typing import Final

from index.text.wording import Language
from resources import resource

COLORS: Final = {
    "yellow": "#f2c400",
    "green": "#4caf50",
    "blue": "#3f8ae0",
    "pink": "#e05a8a",
    "violet": "#8a63d2",
}
"""Colours of marks on paper and beside it."""

_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# No script, no font, no picture from elsewhere: the browser is told so, too.
_POLICY: Final = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'"
_STYLE: Final = "page.css"


def escaped(text: str) -> str:
    """Return a text that HTML shows as it is; what no page can hold is left out."""
    return html.escape(_UNWRITABLE.sub("", text))


def page(title: str, body: str, language: Language, *styles: str) -> str:
    """Return a whole page.

    Args:
        title: What the browser calls it.
        body: Its HTML.
        language: Of its words.
        styles: Files of `resources/styles` that it needs besides the common one.
    """
    rules = "".join(resource(f"styles/{name}").read_text("utf-8") for name in (_STYLE, *styles))
    return (
        f'<!doctype html>\n<html lang="{language.value}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{rules}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )
