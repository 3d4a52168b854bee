"""Marks for tests of what is written into PDFs and read out of them, and a file that says it is signed."""

from pathlib import Path

import pikepdf

from index.model.document import Document
from index.model.geometry import Point
from index.model.markup import FoundMarks, Markup, MarkupKind
from index.model.span import Span
from index.pdf.markup_worker import CopyMade, CopyRequest, MarksRequest, markup_handler

YELLOW = (1.0, 0.953, 0.639)
GREEN = (0.804, 0.933, 0.761)


def marked(
    document: Document, words: str, kind: MarkupKind = MarkupKind.HIGHLIGHT, note: str = "", name: str = ""
) -> Markup:
    start = document.text.index(words)
    quads = document.text_map.quads(Span(start, start + len(words)))
    page_index = quads[0].page_index
    return Markup(kind, page_index, name or words, quads, color=YELLOW, note=note)


def at_point(x: float, y: float, note: str, kind: MarkupKind = MarkupKind.NOTE) -> Markup:
    return Markup(kind, 0, note, point=Point(x, y), color=GREEN, note=note)


def copied(path: Path, *marks: Markup, **wishes: object) -> tuple[Path, CopyMade]:
    """Write a copy beside a file, with marks, in this process."""
    octets = bytearray()
    request = CopyRequest(str(path), marks, **wishes)  # type: ignore[arg-type]  # of several types
    made = markup_handler(request, lambda piece: octets.extend(piece or b""))
    copy = path.with_name(f"copy of {path.name}")
    copy.write_bytes(octets)
    assert isinstance(made, CopyMade)
    return copy, made


def marks_in(path: Path, *passwords: str) -> tuple[Markup, ...]:
    found = markup_handler(MarksRequest(str(path), passwords), lambda _alive: None)
    assert isinstance(found, FoundMarks)
    return found.marks


def signed(path: Path, target: Path, *, has_object_streams: bool, allows: int = 0) -> Path:
    """Write a copy of a file that has a field with a signature (which nobody could verify).

    With `allows` it is certified, and may be changed so far.
    """
    with pikepdf.open(path) as pdf:
        signature = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Sig, Contents=b"\0" * 64))
        if allows:
            parameters = pikepdf.Dictionary(P=allows)
            reference = pikepdf.Dictionary(TransformMethod=pikepdf.Name.DocMDP, TransformParams=parameters)
            signature.Reference = pikepdf.Array([reference])
            pdf.Root.Perms = pikepdf.Dictionary(DocMDP=signature)
        field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="Подпись", V=signature)
        pdf.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=[pdf.make_indirect(field)])
        mode = pikepdf.ObjectStreamMode.generate if has_object_streams else pikepdf.ObjectStreamMode.disable
        pdf.save(target, object_stream_mode=mode)
    return target
