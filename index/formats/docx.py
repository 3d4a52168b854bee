"""DOCX (ECMA-376): the body of the document, in reading order, with its notes at the end.

Headers and footers, comments, deleted and hidden text and the instructions of fields are left out.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from index.formats import refusals
from index.formats.content import Content, plain
from index.formats.numbering import Numbering
from index.formats.packages import Package
from index.formats.writing import Scribe

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A_BLIP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_V_IMAGE: Final = "{urn:schemas-microsoft-com:vml}imagedata"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_BODY: Final = "word/document.xml"

_UNSAID: Final = frozenset(
    {
        f"{W}{name}"
        for name in (
            "del",
            "moveFrom",
            "instrText",
            "delText",
            "rPr",
            "pPr",
            "sdtPr",
            "tblPr",
            "trPr",
            "tcPr",
        )
    }
    | {_FALLBACK}
)
_SAID: Final = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_HEADING_NAME: Final = re.compile(r"(?:heading|заголовок)\s*(\d)\Z", re.IGNORECASE)
_TITLE_NAME: Final = re.compile(r"title|название", re.IGNORECASE)

Style = tuple[str, int, str, str]
"""Parent, heading level (0 for none), and list and depth of which its paragraphs are items."""


def read_docx(path: Path, name: str) -> Content:
    """Return what a document says.

    Args:
        path: The file.
        name: As the reader knows it.

    Raises:
        ImportFailed: If it is broken, encrypted or made to do harm.
    """
    with Package(path, name, refusals.document("DOCX")) as package:
        body = package.xml(_BODY)
        prefix = f"{{{_STRICT}}}"
        if isinstance(body.tag, str) and body.tag.startswith(prefix):
            _make_transitional(body)
        reader = _Reader(package)
        reader.body(body)
        reader.notes()
        core = package.optional_xml("docProps/core.xml")

        def declared(tag: str) -> str:
            return plain(core.findtext(tag) or "") if core is not None else ""

        return Content(
            tuple(reader.scribe.blocks),
            declared(f"{_DC}title"),
            declared(f"{_DC}creator"),
            declared(f"{_TERMS}created"),
        )


class _Reader:
    """Reads the parts of one document."""

    def __init__(self, package: Package) -> None:
        self.scribe = Scribe()
        self._package = package
        self._numbering = Numbering(package.optional_xml("word/numbering.xml"))
        self._styles = _styles(package.optional_xml("word/styles.xml"))
        self._pictures = _targets(package.optional_xml("word/_rels/document.xml.rels"))
        self._notes: list[tuple[str, str]] = []
        """Kind and id of each note, in the order in which they are referred to."""

    def body(self, root: Any) -> None:  # noqa: ANN401 - lxml has no types
        """Take down paragraphs and tables, also from within content controls."""
        for element in _blocks(root):
            if element.tag == f"{W}p":
                self._paragraph(element)
            else:
                self._table(element)

    def notes(self) -> None:
        """Take down footnotes and endnotes under a heading of their own."""
        texts: dict[tuple[str, str], str] = {}
        for kind in ("footnote", "endnote"):
            root = self._package.optional_xml(f"word/{kind}s.xml") if self._notes else None
            for note in root.iter(f"{W}{kind}") if root is not None else ():
                words = " ".join(self._words(p) for p in note.iter(f"{W}p"))
                texts[kind, note.get(f"{W}id") or ""] = words
        if any(plain(texts.get(note, "")) for note in self._notes):
            self.scribe.heading("Примечания", 2)
        # Notes within notes have nowhere to go.
        for number, note in enumerate(self._notes[:], 1):
            self.scribe.item(texts.get(note, ""), f"[{number}]")

    def _paragraph(self, element: Any) -> None:  # noqa: ANN401 - lxml has no types
        words = self._words(element)
        style = self._styles.get(_value(element, f"{W}pPr/{W}pStyle"), ("", 0, "", ""))
        level = _outline_level(element) or style[1]
        if level:
            self.scribe.heading(f"{self._mark(element, style)[0]} {words}", level)
        else:
            mark, depth = self._mark(element, style)
            if mark is None:
                self.scribe.paragraph(words)
            else:
                self.scribe.item(words, mark, depth)
        for box in _boxes(element):
            self.body(box)
        for part in self._shown(element):
            self.scribe.picture(self._package.picture(part), part)

    def _mark(self, element: Any, style: Style) -> tuple[str | None, int]:  # noqa: ANN401 - no types
        list_id = _value(element, f"{W}pPr/{W}numPr/{W}numId") or style[2]
        depth = _value(element, f"{W}pPr/{W}numPr/{W}ilvl") or style[3] or "0"
        if not list_id or list_id == "0" or not plain("".join(element.itertext(f"{W}t"))):
            return ("", 0) if style[1] or _outline_level(element) else (None, 0)
        level = int(depth) if depth.isdigit() else 0
        return self._numbering.mark(list_id, level), level

    def _table(self, element: Any) -> None:  # noqa: ANN401 - lxml has no types
        rows: list[list[str]] = []
        pictures: list[str] = []
        for row in _rows(element):
            cells: list[str] = []
            for cell in (part for part in _inside(row) if part.tag == f"{W}tc"):
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                is_covered = merged is not None and merged.get(f"{W}val", "continue") == "continue"
                words = "" if is_covered else " ".join(self._words(p) for p in cell.iter(f"{W}p"))
                span = _value(cell, f"{W}tcPr/{W}gridSpan")
                cells += [words, *[""] * (min(int(span), 60) - 1 if span.isdigit() else 0)]
                pictures += self._shown(cell)
            rows.append(cells)
        self.scribe.table(rows)
        for part in pictures:
            self.scribe.picture(self._package.picture(part), part)

    def _words(self, paragraph: Any) -> str:  # noqa: ANN401 - lxml has no types
        """Return the words of a paragraph; those of its text boxes stand for themselves."""
        words: list[str] = []
        for element in _spoken(paragraph):
            if element.tag == f"{W}t":
                words.append(element.text or "")
            elif element.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                kind = element.tag.removeprefix(W).removesuffix("Reference")
                self._notes.append((kind, element.get(f"{W}id") or ""))
                words.append(f"[{len(self._notes)}]")
            elif element.tag == f"{W}sym":
                words.append(_symbol(element.get(f"{W}char") or ""))
            else:
                words.append(_SAID.get(element.tag, ""))
        return "".join(words)

    def _shown(self, element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
        """Yield the parts that are pictures shown in an element."""
        for picture in element.iter(_A_BLIP, _V_IMAGE):
            if next(picture.iterancestors(_FALLBACK), None) is None:
                target = self._pictures.get(picture.get(f"{_R}embed") or picture.get(f"{_R}id") or "")
                if target:
                    yield target


def _blocks(root: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml has no types
    """Yield paragraphs and tables in order, from within whatever wraps them, but none from within another."""
    waiting = [iter(root)]
    while waiting:
        for element in waiting[-1]:
            if element.tag in (f"{W}p", f"{W}tbl"):
                yield element
            elif element.tag not in _UNSAID:
                waiting.append(iter(element))
                break
        else:
            waiting.pop()


def _inside(element: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml has no types
    """Yield the children of an element, those of content controls in their place."""
    for child in element:
        content = child.find(f"{W}sdtContent") if child.tag == f"{W}sdt" else None
        yield from (child,) if content is None else content


def _rows(table: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml has no types
    return (row for row in _inside(table) if row.tag == f"{W}tr")


def _spoken(paragraph: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml has no types
    """Yield what is said in a paragraph: nothing deleted or hidden, no text boxes."""
    waiting = [iter(paragraph)]
    while waiting:
        for element in waiting[-1]:
            if element.tag in _UNSAID or element.tag == f"{W}txbxContent" or _is_hidden(element):
                continue
            yield element
            if len(element):
                waiting.append(iter(element))
                break
        else:
            waiting.pop()


def _boxes(paragraph: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml has no types
    for box in paragraph.iter(f"{W}txbxContent"):
        ancestors = {ancestor.tag for ancestor in box.iterancestors()}
        within = sum(1 for _ in box.iterancestors(f"{W}txbxContent")) - sum(
            1 for _ in paragraph.iterancestors(f"{W}txbxContent")
        )
        if _FALLBACK not in ancestors and within == 0:
            yield box


def _is_hidden(element: Any) -> bool:  # noqa: ANN401 - lxml has no types
    vanish = element.find(f"{W}rPr/{W}vanish") if element.tag == f"{W}r" else None
    return vanish is not None and vanish.get(f"{W}val", "1") not in ("0", "false", "off")


def _symbol(code: str) -> str:
    """Return a letter of a symbol font; Word writes bullets and dashes as U+F000 + their code there."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 32 <= number < 0xD800 else {0xF0B7: "•", 0xF0A7: "▪", 0xF02D: "–"}.get(number, "")


def _value(element: Any, path: str) -> str:  # noqa: ANN401 - lxml has no types
    found = element.find(path)
    return "" if found is None else found.get(f"{W}val") or ""


def _outline_level(element: Any) -> int:  # noqa: ANN401 - lxml has no types
    level = _value(element, f"{W}pPr/{W}outlineLvl")
    return int(level) + 1 if level in set("012345678") else 0


def _styles(root: Any | None) -> dict[str, Style]:  # noqa: ANN401 - lxml has no types
    """Return the styles by their ids, each with what it inherits."""
    found: dict[str, Style] = {}
    for style in root.iter(f"{W}style") if root is not None else ():
        name = _value(style, f"{W}name")
        match = _HEADING_NAME.match(name)
        level = int(match[1]) if match else 1 if _TITLE_NAME.fullmatch(name) else _outline_level(style)
        number = _value(style, f"{W}pPr/{W}numPr/{W}numId"), _value(style, f"{W}pPr/{W}numPr/{W}ilvl")
        found[style.get(f"{W}styleId") or ""] = (_value(style, f"{W}basedOn"), level, *number)
    return {name: _inherited(name, found) for name in found}


def _inherited(name: str, styles: dict[str, Style]) -> Style:
    parent, level, list_id, depth = styles[name]
    seen = {name}
    while parent in styles and parent not in seen:
        seen.add(parent)
        parent, other, other_list, other_depth = styles[parent]
        level, list_id, depth = level or other, list_id or other_list, depth or other_depth
    return parent, level, list_id, depth


def _targets(root: Any | None) -> dict[str, str]:  # noqa: ANN401 - lxml has no types
    """Return the parts of the package that the document refers to; what lies outside it is left out."""
    if root is None:
        return {}
    return {
        relation.get("Id"): posixpath.normpath(posixpath.join("word", relation.get("Target") or "")).lstrip(
            "/"
        )
        for relation in root.iter(_RELATION)
        if relation.get("TargetMode") != "External"
    }


def _make_transitional(root: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Rename the elements of a document in the strict variant, which differs in names alone."""
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.replace(_STRICT, _TRANSITIONAL)
            for key in [key for key in element.attrib if _STRICT in key]:
                element.set(key.replace(_STRICT, _TRANSITIONAL), element.attrib.pop(key))
