"""What a document is called: an ordered table of named rules, the first that finds a title wins."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from index.pdf.builder import Heading
from index.text.heads import PASSED_OVER, Role, act_title, despaced, goes_on, role_of, says_something
from index.text.wording import searchable

_LONGEST: Final = 300
_LONGEST_SENTENCE: Final = 200
"""A longer line that ends like a sentence is what the document says."""
_FEWEST_LETTERS: Final = 0.6
"""Share of the characters of a title; formulas have fewer."""
_LARGE: Final = 1.15
_SAME: Final = 0.06
"""Difference of size up to which two lines are of one heading."""
_OPENING: Final = 14
"""Lines in which a heading is looked for."""
_TITLE_PAGE_LINES: Final = 40
"""Lines of a title page at most; the theme of a work stands far down on it."""
_FEW_LINES: Final = 6
_FEW_WORDS: Final = 3
_TITLE_PAGE: Final = 1.5
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
# What programs write as a title when nobody chose one.
_MADE_BY_PROGRAM: Final = re.compile(
    r"(?:microsoft (?:word|excel|powerpoint)\b.*|untitled.*|без имени.*|документ\d*|document\d*"
    r"|презентация\d*|markdown to pdf|.*\.(?:docx?|xlsx?|pptx?|odt|rtf|pdf|tex|dvi|cdr|indd|qxd|tiff?|jpe?g)"
    r"|(?:print|scan|img)[\w ]*|[<>{}\[\]\\/.|].*)",
    re.IGNORECASE,
)
_THEME: Final = re.compile(
    r"(?:на\s+тему|тема|статья|доклад|реферат|название)\s*:\s*(?P<theme>\S.+)", re.IGNORECASE
)
# Formulas, and what was recognised wrongly.
_UNFIT: Final = re.compile(r"\A[|.,;)\]}]|\|\Z|[\N{REPLACEMENT CHARACTER}\u3000-\u9fff]")
_HANGING: Final = re.compile(
    r"(?:\b(?:в|на|по|о|об|и|или|из|для|от|с|к|при)|,|\bпо дисциплине|\bна тему|\bпо теме)\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Opening:
    """What a title is made of.

    Attributes:
        lines: Paragraphs of the first page with text, in order.
        roles: What each is (`index.text.heads`).
        declared: Title in the file's metadata.
    """

    lines: Sequence[Heading]
    roles: Sequence[Role]
    declared: str

    def is_title(self, i: int) -> bool:
        """Whether a line may be a title by its words."""
        text = self.lines[i].text
        return _is_sensible(text) and self.roles[i] not in PASSED_OVER and not self.is_masthead(text)

    def is_masthead(self, text: str) -> bool:
        """Whether another line begins with these words and goes on with a number: «Вестник 53 (2019)»."""
        return any(
            re.match(rf"{re.escape(text)}\W+\d", line.text) for line in self.lines if line.text != text
        )


def choose_title(opening: Sequence[Heading], declared: str, file_name: str) -> str:
    """Return what the document calls itself, else the declared title, else the file name.

    Args:
        opening: Paragraphs of the first page with text, in order.
        declared: Title in the file's metadata; empty when there is none.
        file_name: Name of the file, without folders.
    """
    lines = opening[:_TITLE_PAGE_LINES]
    said = _Opening(lines, [role_of(line.text) for line in lines], declared)
    found = next(filter(None, (rule(said) for _name, rule in RULES)), "")
    return found or PurePath(file_name).stem or file_name


def _of_act(said: _Opening) -> str:
    """«ПРИКАЗ № 5», «О мерах…» are one title, whatever stands between them."""
    texts = [line.text for line in said.lines]
    joined = " ".join(despaced(texts[i]) for i in act_title(texts))
    return joined if len(joined) <= _LONGEST else joined[:_LONGEST].rpartition(" ")[0]


def _theme(said: _Opening) -> str:
    """«Тема: …» on the title page of a work."""
    is_work = Role.WORK in said.roles
    for line in said.lines:
        if (match := _THEME.fullmatch(line.text)) and (
            is_work or not line.text.casefold().startswith("тема")
        ):
            theme = match["theme"].strip()
            is_quoted = theme[0] == "«" and theme[-1] == "»"
            return theme[1:-1] if is_quoted else theme
    return ""


def _title_page(said: _Opening) -> str:
    """The two large lines of a page that holds little else: the course and the lecture."""
    if not 2 <= len(said.lines) <= _FEW_LINES or not (said.is_title(0) and said.is_title(1)):
        return ""
    first, second = said.lines[:2]
    is_one = abs(first.size - second.size) < _SAME and first.size >= _TITLE_PAGE
    return f"{first.text}. {second.text}" if is_one and first.text[-1] not in ".!?:" else ""


def _largest(said: _Opening) -> str:
    """The largest heading."""
    large = [i for i, line in enumerate(said.lines[:_OPENING]) if said.is_title(i) and line.size >= _LARGE]
    largest = max((said.lines[i].size for i in large), default=0.0)
    first = next((i for i in large if said.lines[i].size > largest - _SAME), None)
    return "" if first is None else _with_rest(said, first)


def _confirmed(said: _Opening) -> str:
    """The declared title where it stands on the page; on the web the name of the site often follows it."""
    declared = searchable(_declared(said))
    for i, line in enumerate(said.lines[:_OPENING]):
        words = searchable(line.text)
        is_same = words == declared or (len(words.split()) >= _FEW_WORDS and declared.startswith(words))
        if declared and is_same and said.is_title(i):
            return _with_rest(said, i)
    return ""


def _heading(said: _Opening) -> str:
    """The first line that is no sentence, and after which the document begins."""
    for i, line in enumerate(said.lines[:_OPENING]):
        is_sentence = line.text.rstrip()[-1:] in ".,;:!?"
        if said.roles[i] is Role.SECTION or (len(line.text) > _LONGEST_SENTENCE and is_sentence):
            break
        first = line.text.lstrip('«"')[:1]
        is_ended = line.text[-1] in ",;" or (line.text[-1] == "." and says_something(line.text))
        if said.is_title(i) and first.isupper() and not is_ended:
            return _with_rest(said, i)
    return ""


def _body(said: _Opening) -> str:
    """A body's name in large type: the title is about it."""
    large = [i for i, line in enumerate(said.lines) if said.roles[i] is Role.BODY and line.size >= _LARGE]
    return said.lines[large[0]].text if large and len(said.lines[large[0]].text) <= _LONGEST else ""


def _declared(said: _Opening) -> str:
    """The title in the file's metadata, unless a program made it."""
    declared = said.declared.strip()
    return said.declared if _LETTERS.search(declared) and not _MADE_BY_PROGRAM.fullmatch(declared) else ""


def _first_paragraph(said: _Opening) -> str:
    """The first paragraph, if it is short and begins a sentence."""
    first = said.lines[0].text if said.lines else ""
    return first if _is_sensible(first) and first[0].isupper() and said.roles[0] not in _NO_TITLE else ""


_NO_TITLE: Final = PASSED_OVER - {Role.BODY, Role.WORK}
RULES: Final[tuple[tuple[str, Callable[[_Opening], str]], ...]] = (
    ("act", _of_act),
    ("theme", _theme),
    ("title_page", _title_page),
    ("largest", _largest),
    ("confirmed", _confirmed),
    ("heading", _heading),
    ("body", _body),
    ("declared", _declared),
    ("first_paragraph", _first_paragraph),
)
"""Earlier rules win."""


def _with_rest(said: _Opening, start: int) -> str:
    """Return a heading with the lines of its own size over which it goes on."""
    title, size = said.lines[start].text, said.lines[start].size
    for line in said.lines[start + 1 :]:
        is_rest = goes_on(title, line.text) or _HANGING.search(title)
        if abs(line.size - size) > _SAME or not is_rest or len(title) + len(line.text) > _LONGEST:
            break
        title = f"{title} {line.text}"
    return title.rstrip(" :")


def _is_sensible(text: str) -> bool:
    letters = sum(letter.isalpha() or letter.isspace() for letter in text)
    is_worded = bool(_LETTERS.search(text)) and letters >= _FEWEST_LETTERS * len(text)
    return is_worded and len(text) <= _LONGEST and not _UNFIT.search(text)
