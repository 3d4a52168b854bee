"""Makes small PDF files that try to hang, swamp or confuse their reader. Made by hand, byte by byte."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a file of these objects, numbered from 1; the first one is the catalog."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %b >>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: bytes, head: bytes = b"", *, deflates: bool = False) -> bytes:
    """Return a stream object."""
    if deflates:
        content, head = zlib.compress(content, 9), head + b" /Filter /FlateDecode"
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), head, content)


def paged(
    contents: Sequence[bytes],
    *,
    box: bytes = b"[0 0 595 842]",
    more: Sequence[bytes] = (),
    resources: bytes = b"",
    catalog: bytes = b"",
    trailer: bytes = b"",
    page: bytes = b"",
) -> bytes:
    """Return a file with these contents on its pages.

    Args:
        contents: What is drawn on each page.
        box: The MediaBox of all pages.
        more: More objects, numbered from 4.
        resources: More resources of all pages.
        catalog: More keys of the catalog.
        trailer: More keys of the trailer.
        page: More keys of each page.
    """
    first = 4 + len(more)
    kids = b" ".join(b"%d 0 R" % (first + 2 * i) for i in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalog,
        b"<< /Type /Pages /Count %d /Kids [%b] /MediaBox %b /Resources << /Font << /F 3 0 R >> %b >> >>"
        % (len(contents), kids, box, resources),
        FONT,
        *more,
    ]
    for i, content in enumerate(contents):
        objects.append(b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R %b >>" % (first + 2 * i + 1, page))
        objects.append(stream(content, deflates=len(content) > 500))
    return assembled(objects, trailer)


def line(text: bytes, matrix: bytes = b"1 0 0 1 72 700", size: bytes = b"12") -> bytes:
    """Return the drawing of one line."""
    return b"BT /F %b Tf %b Tm (%b) Tj ET\n" % (size, matrix, text)


def _doubling(depth: int) -> list[bytes]:
    """Forms that each draw the next one twice, from object 4 on."""
    forms = []
    for i in range(depth):
        inner = b"/XObject << /X %d 0 R >>" % (5 + i) if i + 1 < depth else b"/Font << /F 3 0 R >>"
        drawing = b"/X Do /X Do" if i + 1 < depth else line(b"deep")
        head = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << %b >>" % inner
        forms.append(stream(drawing, head))
    return forms


def empty_pages() -> bytes:
    """Twenty thousand pages with nothing on them."""
    return paged([b""] * 20_000)


def one_long_word() -> bytes:
    """A word of five million letters."""
    return paged([line(b"x" * 5_000_000)])


def one_long_line() -> bytes:
    """A line of a million words."""
    return paged([line(b"word " * 1_000_000)])


def many_lines() -> bytes:
    """Twenty thousand words, each in its own place, as on a map."""
    matrices = [b"1 0 0 1 %d %d" % (i * 7 % 590, i * 13 % 840) for i in range(20_000)]
    return paged([b"".join(line(b"w%d" % i, matrix) for i, matrix in enumerate(matrices))])


def far_away() -> bytes:
    """Words at places that are no places."""
    matrices = (
        b"1 0 0 1 1e30 1e30",
        b"1e30 0 0 1e30 0 0",
        b"1 0 0 1 99999999999999999999 0",
        b"0 0 0 0 72 700",
        b"1e-30 0 0 1e-30 72 600",
        b"1 0 0 1 nan inf",
        b"-1 0 0 -1 300 300",
        b"3e38 3e38 3e38 3e38 3e38 3e38",
    )
    return paged([b"".join(line(b"far away", matrix) for matrix in matrices) + line(b"near")] * 2)


def absurd_sizes() -> bytes:
    """Letters of absurd sizes."""
    sizes = (b"1e30", b"0", b"-12", b"1e-30", b"99999999", b"nan")
    return paged([b"".join(line(b"size", size=size) for size in sizes) + line(b"near")])


def absurd_box(box: bytes) -> Callable[[], bytes]:
    """Pages of an absurd size."""
    return lambda: paged([line(b"boxed")] * 2, box=box)


def odd_characters() -> bytes:
    """Controls, lone surrogates and marks of direction in title, outline and page labels."""
    odd = b"<FEFF0041D80000000042202E0007FFFE000A001B005B0032004A0043>"
    outline = (
        b"<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count 1 >>",
        b"<< /Title %b /Parent 4 0 R /Dest [7 0 R /XYZ nan 1e30 0] >>" % odd,
        b"<< /Title %b /Author %b /CreationDate (D:99999999999999) /Producer %b >>" % (odd, odd, odd),
    )
    labels = b"/Outlines 4 0 R /PageLabels << /Nums [0 << /S /r /St 2147483647 /P %b >>] >>" % odd
    return paged([line(b"odd \x07\x1b[2J \\000 end")], more=outline, catalog=labels, trailer=b"/Info 6 0 R")


def outline_loop() -> bytes:
    """An outline whose entries follow one another for ever and hold each other."""
    outline = (
        b"<< /First 5 0 R /Last 6 0 R /Count 2 >>",
        b"<< /Title (one) /Parent 4 0 R /Next 6 0 R /First 6 0 R /Last 6 0 R >>",
        b"<< /Title (two) /Parent 5 0 R /Next 5 0 R /First 5 0 R /Last 5 0 R >>",
    )
    return paged([line(b"loop")], more=outline, catalog=b"/Outlines 4 0 R")


def outline_long() -> bytes:
    """An outline of a hundred thousand entries with long names."""
    count = 100_000
    outline = [b"<< /First 5 0 R /Last %d 0 R /Count %d >>" % (4 + count, count)]
    for i in range(count):
        follows = b"/Next %d 0 R" % (6 + i) if i + 1 < count else b""
        outline.append(b"<< /Title (%b %d) /Parent 4 0 R %b >>" % (b"name " * 20, i, follows))
    return paged([line(b"long outline")], more=outline, catalog=b"/Outlines 4 0 R")


def outline_deep() -> bytes:
    """An outline fifty thousand levels deep."""
    count = 50_000
    outline = [b"<< /First 5 0 R /Last 5 0 R /Count 1 >>"]
    for i in range(count):
        inner = b"/First %d 0 R /Last %d 0 R /Count 1" % (6 + i, 6 + i) if i + 1 < count else b""
        outline.append(b"<< /Title (level %d) /Parent %d 0 R %b >>" % (i, 4 + i, inner))
    return paged([line(b"deep outline")], more=outline, catalog=b"/Outlines 4 0 R")


def long_title() -> bytes:
    """A title of a million letters."""
    title = b"<< /Title (%b) >>" % (b"Title " * 170_000)
    return paged([line(b"titled")], more=(title,), trailer=b"/Info 4 0 R")


def deadly_pages(count: int, sound: int = 1) -> bytes:
    """Pages that take for ever, after some that do not."""
    forms = _doubling(28)
    return paged(
        [line(b"sound")] * sound + [b"/X Do"] * count, more=forms, resources=b"/XObject << /X 4 0 R >>"
    )


def deep_nesting() -> bytes:
    """A page whose content and dictionary are nested two hundred thousand levels deep."""
    depth = 200_000
    return paged([b"[" * depth + b"]" * depth + line(b"deep")], page=b"/A " + b"[" * depth + b"]" * depth)


def many_states() -> bytes:
    """Three million saved graphics states."""
    return paged([b"q " * 3_000_000 + line(b"saved")])


def counts_wrong() -> bytes:
    """A page tree that promises two thousand million pages."""
    return paged([line(b"few")]).replace(b"/Count 1", b"/Count 2000000000")


def huge_picture() -> bytes:
    """A picture that unpacks to a thousand million pixels."""
    size = b"/Width 32000 /Height 32000 /ColorSpace /DeviceGray /BitsPerComponent 8"
    head = b"/Type /XObject /Subtype /Image " + size
    picture = stream(bytes(1 << 20), head, deflates=True)
    drawing = b"595 0 0 842 0 0 cm /X Do"
    return paged([drawing], more=(picture,), resources=b"/XObject << /X 4 0 R >>")


HOSTILE: dict[str, Callable[[], bytes]] = {
    "empty_pages": empty_pages,
    "one_long_word": one_long_word,
    "one_long_line": one_long_line,
    "many_lines": many_lines,
    "far_away": far_away,
    "absurd_sizes": absurd_sizes,
    "box_huge": absurd_box(b"[0 0 1e30 1e30]"),
    "box_large": absurd_box(b"[0 0 100000000 100000000]"),
    "box_nan": absurd_box(b"[nan nan inf inf]"),
    "box_empty": absurd_box(b"[0 0 0 0]"),
    "box_turned": absurd_box(b"[595 842 0 0]"),
    "box_thin": absurd_box(b"[0 0 0.0001 842]"),
    "box_far": absurd_box(b"[2147483000 2147483000 2147483647 2147483647]"),
    "odd_characters": odd_characters,
    "outline_loop": outline_loop,
    "outline_long": outline_long,
    "outline_deep": outline_deep,
    "long_title": long_title,
    "deadly_pages": lambda: deadly_pages(12),
    "deep_nesting": deep_nesting,
    "many_states": many_states,
    "counts_wrong": counts_wrong,
    "huge_picture": huge_picture,
}
"""Every hostile file by its name."""


def write_hostile(folder: Path, names: Sequence[str] = tuple(HOSTILE)) -> list[Path]:
    """Write hostile files into a folder; return them."""
    paths = []
    for name in names:
        path = folder / f"{name}.pdf"
        path.write_bytes(HOSTILE[name]())
        paths.append(path)
    return paths
