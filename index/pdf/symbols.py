"""Signs of the fonts Symbol and Wingdings, which programs write at U+F000 + the code in the font."""

from __future__ import annotations

import re

IS_SIGN = re.compile("[\uf020-\uf0ff]")


def _table(first: int, signs: str) -> dict[int, str]:
    return dict(enumerate(signs, first))


# Adobe's Symbol encoding (PDF 32000-1, annex D.5), by code.
_SYMBOL = (
    _table(0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_")
    | _table(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼")
    | _table(0xA1, "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐―↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈")
    | {0xE5: "∑", 0xF1: "〉", 0xF2: "∫"}
    | _table(0xE6, "⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪")
    | _table(0xF3, "⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭")
)
_WINGDINGS = (
    {0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x3F: "✍", 0x4A: "☺", 0x9F: "•"}
    | {0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨"}
    | _table(0x6C, "●❍■☐☐☐☐⬧⬧◆❖⬥")
    | _table(0xA0, "▪○○○◉◎○▪☐▲✦★")
    | _table(0xFB, "✗✓☒☑")
)
# When the font is neither: what is nearly always meant.
_PLAIN = {0x2B: "+", 0x2D: "–", 0x3D: "=", 0xA7: "▪", 0xA8: "▫", 0xB0: "°", 0xB1: "±"} | {
    0xB4: "×",
    0xB7: "•",
    0xD8: "➢",
    0xFC: "✓",
}


def unicode_signs(text: str, font: str) -> str:
    """Return a text with the signs of a symbol font as the characters they show; others stay.

    Args:
        text: May hold U+F020 to U+F0FF.
        font: Name of its font.
    """
    name = font.lower()
    table = _WINGDINGS if "ding" in name else _SYMBOL if "symbol" in name else _PLAIN
    return IS_SIGN.sub(lambda sign: table.get(ord(sign.group()) - 0xF000, sign.group()), text)
