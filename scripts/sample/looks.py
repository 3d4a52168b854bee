"""How each document of the sample looks: fonts, measures, furniture. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

MM = 72 / 25.4

PARATYPE = Path("/usr/share/fonts/truetype/paratype")
LIBERATION = Path("/usr/share/fonts/truetype/liberation")
OLD_STANDARD = Path("/usr/share/fonts/truetype/fonts-oldstandard")

# Freely licensed, in Debian: fonts-paratype (PTFL), fonts-liberation (OFL), fonts-oldstandard (OFL).
FONTS = {
    "PT Serif": PARATYPE / "PTF55F.ttf",
    "PT Serif Bold": PARATYPE / "PTF75F.ttf",
    "PT Serif Italic": PARATYPE / "PTF56F.ttf",
    "PT Sans": PARATYPE / "PTS55F.ttf",
    "PT Sans Bold": PARATYPE / "PTS75F.ttf",
    "PT Sans Italic": PARATYPE / "PTS56F.ttf",
    "Liberation Serif": LIBERATION / "LiberationSerif-Regular.ttf",
    "Liberation Serif Bold": LIBERATION / "LiberationSerif-Bold.ttf",
    "Liberation Serif Italic": LIBERATION / "LiberationSerif-Italic.ttf",
    "Liberation Sans": LIBERATION / "LiberationSans-Regular.ttf",
    "Liberation Sans Bold": LIBERATION / "LiberationSans-Bold.ttf",
    "Liberation Sans Italic": LIBERATION / "LiberationSans-Italic.ttf",
    "Old Standard": OLD_STANDARD / "OldStandard-Regular.ttf",
    "Old Standard Bold": OLD_STANDARD / "OldStandard-Bold.ttf",
    "Old Standard Italic": OLD_STANDARD / "OldStandard-Italic.ttf",
}


@dataclass(frozen=True, slots=True)
class Type:
    """A font at a size, and how lines of it stand.

    Attributes:
        font: A name of FONTS.
        size: Of the letters.
        leading: From baseline to baseline.
        align: left, center or justify.
        before: Space above.
        after: Space below.
        indent: Of the first line.
        color: CSS colour.
    """

    font: str
    size: float
    leading: float
    align: str = "left"
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    color: str = "#16181d"


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on the margins of the pages and is no part of the text.

    Attributes:
        header: Running header.
        header_on_first: Whether the first page carries it too.
        footer: Line beside the page number.
        first_page_number: Number of the first page.
        number_format: With one {}.
        number_on_first: Whether the first page carries its number.
    """

    header: str = ""
    header_on_first: bool = True
    footer: str = ""
    first_page_number: int = 1
    number_format: str = "{}"
    number_on_first: bool = True


@dataclass(frozen=True, slots=True)
class Look:
    """Everything about the look of one document.

    Attributes:
        body: Type of the paragraphs; the others of the other kinds of blocks.
        columns: How many; the title stands above them.
        margins: Left, top, right, bottom.
        accent: Colour of rules.
        emblem: Name of the drawing above the letterhead, or none.
        rule_under_letterhead: Whether a rule parts the letterhead from the text.
        picture_height: Of pictures, as wide as the column.
    """

    body: Type
    title: Type
    heading: Type
    line: Type
    letterhead: Type
    furniture: Furniture
    small: Type
    margins: tuple[float, float, float, float] = (28 * MM, 24 * MM, 24 * MM, 24 * MM)
    columns: int = 1
    accent: str = "#8a8f99"
    emblem: str = ""
    rule_under_letterhead: bool = False
    picture_height: float = 190.0
    table: Type = field(default_factory=lambda: Type("PT Sans", 9.6, 12.6))


def _press(body: Type, heads: str, furniture: Furniture, **rest: object) -> Look:
    """Return a look with the usual proportions to the body."""
    size, leading = body.size, body.leading
    types = {
        "title": Type(heads, size * 1.7, size * 2.1, "left", before=0, after=leading * 0.6),
        "heading": Type(heads, size * 1.1, leading, "left", before=leading * 0.8, after=leading * 0.2),
        "line": Type(
            f"{_family(body.font)} Italic", size * 0.94, leading, "left", after=leading * 0.6, color="#4b5058"
        ),
        "letterhead": Type(heads, size, leading, "left"),
        "small": Type(f"{_family(body.font)} Italic", size * 0.86, leading * 0.86, color="#4b5058"),
    }
    return Look(body=body, furniture=furniture, **{**types, **rest})  # type: ignore[arg-type]  # the words of Look


def _family(font: str) -> str:
    return font.removesuffix(" Bold").removesuffix(" Italic")


def _body(font: str, size: float, leading: float, indent: float = 14.0, after: float = 0.0) -> Type:
    return Type(font, size, leading, "justify", after=after, indent=indent)


LOOKS = {
    "01-peregovory": _press(
        _body("PT Serif", 11.6, 17, indent=0, after=7.6),
        "PT Serif Bold",
        Furniture(header="Вестник Приозёрья · Тумановск, март 2025", number_on_first=False),
        margins=(30 * MM, 25 * MM, 30 * MM, 26 * MM),
        picture_height=142,
    ),
    "02-zasedanie": _press(
        _body("PT Sans", 11.6, 17.4, indent=0, after=7),
        "PT Sans Bold",
        Furniture(
            footer="Светлояр, Набережная, 1",
            number_format="стр. {}",
        ),
        margins=(32 * MM, 20 * MM, 26 * MM, 24.5 * MM),
        letterhead=Type("PT Sans", 10.6, 15, "left", color="#1f4e79"),
        heading=Type("PT Sans Bold", 12.4, 17.4, "left", before=11, after=4, color="#1f4e79"),
        accent="#1f4e79",
        emblem="waves",
        rule_under_letterhead=True,
    ),
    "03-ukaz": _press(
        _body("Liberation Serif", 12, 17.4, indent=28, after=5),
        "Liberation Serif Bold",
        Furniture(number_on_first=False),
        margins=(30 * MM, 22 * MM, 22 * MM, 24 * MM),
        letterhead=Type("Liberation Serif Bold", 13, 18, "center"),
        title=Type("Liberation Serif Bold", 14, 19, "center", before=16, after=16),
        line=Type("Liberation Serif", 12, 17.4, "left", before=10),
        accent="#7a5c1e",
        emblem="arms",
    ),
    "04-doklad": _press(
        _body("PT Serif", 11.6, 17, indent=18, after=3),
        "PT Sans Bold",
        Furniture(footer="Счётная палата, 2025", number_on_first=True),
        letterhead=Type("PT Sans", 10.4, 15, "left", color="#5a6068"),
        rule_under_letterhead=True,
        accent="#5a6068",
    ),
    "05-rech": _press(
        _body("PT Serif", 11.8, 18.4, indent=19),
        "PT Serif Bold",
        Furniture(number_format="— {} —"),
        margins=(36 * MM, 30 * MM, 36 * MM, 28 * MM),
        title=Type("PT Serif Bold", 21, 27, "center", before=6, after=8),
        line=Type("PT Serif Italic", 11.2, 16, "center", after=22, color="#4b5058"),
    ),
    "06-protokol": _press(
        _body("Liberation Sans", 11, 16.6, indent=0, after=9.4),
        "Liberation Sans Bold",
        Furniture(header="Протокол № 7 от 17 октября 2025 года", number_format="{}"),
        margins=(32 * MM, 22 * MM, 18 * MM, 24 * MM),
        letterhead=Type("Liberation Sans", 11, 16, "center"),
        title=Type("Liberation Sans Bold", 15, 20, "center", before=8, after=4),
        line=Type("Liberation Sans", 11, 16, "center", after=12),
    ),
    "07-dogovor": _press(
        _body("Liberation Serif", 12.4, 18, indent=24, after=4.7),
        "Liberation Serif Bold",
        Furniture(header="Договор о реке Тальме", header_on_first=False, number_on_first=False),
        margins=(32 * MM, 26 * MM, 32 * MM, 32 * MM),
        title=Type("Liberation Serif Bold", 15, 20.5, "center", before=10, after=18),
        heading=Type("Liberation Serif Bold", 12.4, 17.6, "center", before=11, after=4),
    ),
    "08-lozhkin": _press(
        _body("Old Standard", 12, 15.4, indent=15),
        "Old Standard Bold",
        Furniture(
            header="Записки Общества изучения Нагорного края",
            first_page_number=117,
        ),
        margins=(24 * MM, 25 * MM, 24 * MM, 24 * MM),
        columns=2,
        title=Type("Old Standard Bold", 18, 24, "center", after=8),
        line=Type("Old Standard Italic", 11, 14.6, "center", after=18),
        heading=Type("Old Standard Bold", 12.2, 15.4, "center", before=7.7, after=7.7),
    ),
}
