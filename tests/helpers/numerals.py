"""Numbers spelled out by a school grammar: its own paradigms, none of the program's tables or dictionaries.

`cardinal(25_340, "gen")` is «двадцати пяти тысяч трёхсот сорока», `ordinal(2_300_000, "dat")` is «два
миллиона трёхсоттысячному», `collective(3, "ins")` is «троими».
"""

from __future__ import annotations

from typing import Final

CASES: Final = ("nom", "gen", "dat", "acc", "ins", "loc")
GENDERS: Final = ("m", "f", "n")
FORMS_OF_ORDINALS: Final = (*GENDERS, "pl")

_ONE: Final = {
    "m": "один одного одному один одним одном",
    "f": "одна одной одной одну одной одной",
    "n": "одно одного одному одно одним одном",
}
_TWO: Final = {
    gender: f"{word} двух двум {word} двумя двух"
    for gender, word in zip("mfn", ("два", "две", "два"), strict=True)
}
_SMALL: Final = {
    0: "ноль ноля нолю ноль нолём ноле",
    3: "три трёх трём три тремя трёх",
    4: "четыре четырёх четырём четыре четырьмя четырёх",
    8: "восемь восьми восьми восемь восемью восьми",
    40: "сорок сорока сорока сорок сорока сорока",
    50: "пятьдесят пятидесяти пятидесяти пятьдесят пятьюдесятью пятидесяти",
    60: "шестьдесят шестидесяти шестидесяти шестьдесят шестьюдесятью шестидесяти",
    70: "семьдесят семидесяти семидесяти семьдесят семьюдесятью семидесяти",
    80: "восемьдесят восьмидесяти восьмидесяти восемьдесят восемьюдесятью восьмидесяти",
    90: "девяносто девяноста девяноста девяносто девяноста девяноста",
    100: "сто ста ста сто ста ста",
    200: "двести двухсот двумстам двести двумястами двухстах",
    300: "триста трёхсот трёмстам триста тремястами трёхстах",
    400: "четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах",
}
_IN_SOFT_SIGN: Final = {
    5: "пят", 6: "шест", 7: "сем", 9: "девят", 10: "десят", 11: "одиннадцат", 12: "двенадцат",
    13: "тринадцат", 14: "четырнадцат", 15: "пятнадцат", 16: "шестнадцат", 17: "семнадцат", 18: "восемнадцат",
    19: "девятнадцат", 20: "двадцат", 30: "тридцат",
}  # fmt: skip
_HUNDREDS_OF: Final = {500: "пят", 600: "шест", 700: "сем", 900: "девят"}
_THOUSAND: Final = (
    "тысяча тысячи тысяче тысячу тысячей тысяче",
    "тысячи тысяч тысячам тысячи тысячами тысячах",
)
_LARGE: Final = {10**6: "миллион", 10**9: "миллиард", 10**12: "триллион"}
_ENDINGS_OF_LARGE: Final = ("- а у - ом е", "ы ов ам ы ами ах")


def _paradigms() -> dict[int, list[str]]:
    found = {value: forms.split() for value, forms in _SMALL.items()}
    for value, stem in _IN_SOFT_SIGN.items():
        found[value] = [stem + ending for ending in ("ь", "и", "и", "ь", "ью", "и")]
    for value, stem in _HUNDREDS_OF.items():
        found[value] = [
            f"{stem}ьсот",
            f"{stem}исот",
            f"{stem}истам",
            f"{stem}ьсот",
            f"{stem}ьюстами",
            f"{stem}истах",
        ]
    found[800] = ["восемьсот", "восьмисот", "восьмистам", "восемьсот", "восемьюстами", "восьмистах"]
    return found


_PARADIGMS: Final = _paradigms()


def _word(value: int, case: str, gender: str) -> str:
    if value == 1:
        return _ONE[gender].split()[CASES.index(case)]
    if value == 2:
        return _TWO[gender].split()[CASES.index(case)]
    return _PARADIGMS[value][CASES.index(case)]


def _scale(size: int, case: str, count: int) -> str:
    """Return тысяча or a larger scale as it stands after a count in a case."""
    is_one = count % 10 == 1 and count % 100 != 11
    is_few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    if case in ("nom", "acc") and not is_one:
        number, case = (0, "gen") if is_few else (1, "gen")
    else:
        number = 0 if is_one else 1
    if size == 1000:
        return _THOUSAND[number].split()[CASES.index(case)]
    ending = _ENDINGS_OF_LARGE[number].split()[CASES.index(case)]
    return _LARGE[size] + ending.strip("-")


def parts(value: int) -> list[int]:
    """Return the simple numerals of a number below a thousand: 125 is 100, 20, 5."""
    found = [value // 100 * 100] if value >= 100 else []
    rest = value % 100
    if 0 < rest < 20:
        return [*found, rest]
    return [*found, *(part for part in (rest // 10 * 10, rest % 10) if part)]


def _groups(value: int) -> list[tuple[int, int]]:
    """Return counts with their scales, larger first; 1 is the scale of the last."""
    sizes = (10**12, 10**9, 10**6, 10**3, 1)
    return [(value // size % 1000, size) for size in sizes if value // size % 1000]


def cardinal(value: int, case: str, gender: str = "m") -> str:
    """Spell a cardinal below 10^15; the gender bends its last «один», «два» alone."""
    words = [] if value else [_word(0, case, gender)]
    for count, size in _groups(value):
        bent = {1: gender, 1000: "f"}.get(size, "m")
        words += [_word(part, case, bent) for part in parts(count)]
        if size > 1:
            words.append(_scale(size, case, count))
    return " ".join(words)


_HARD: Final = {
    "m": "ый ого ому ый ым ом",
    "f": "ая ой ой ую ой ой",
    "n": "ое ого ому ое ым ом",
    "pl": "ые ых ым ые ыми ых",
}
_THIRD: Final = {
    "m": "третий третьего третьему третий третьим третьем",
    "f": "третья третьей третьей третью третьей третьей",
    "n": "третье третьего третьему третье третьим третьем",
    "pl": "третьи третьих третьим третьи третьими третьих",
}
_ORDINAL_STEMS: Final = {
    0: "нулев", 1: "перв", 2: "втор", 4: "четвёрт", 6: "шест", 7: "седьм", 8: "восьм", 40: "сороков",
    90: "девяност", 100: "сот",
}  # fmt: skip
_STRESSED: Final = {0, 2, 6, 7, 8, 40}
_SCALE_STEMS: Final = {10**3: "тысячн", 10**6: "миллионн", 10**9: "миллиардн", 10**12: "триллионн"}


def _ordinal_stem(value: int) -> str:
    if value in _ORDINAL_STEMS:
        return _ORDINAL_STEMS[value]
    if value < 40:
        return _PARADIGMS[value][0].removesuffix("ь")
    if value < 100:
        return f"{_PARADIGMS[value][1].removesuffix('десяти')}десят"
    return _PARADIGMS[value][1]


def _before_scale(count: int) -> str:
    """Spell the first part of «двадцатипятитысячный»: genitives, but «сто», «девяносто», «одно»."""
    kept = {100: "сто", 90: "девяносто", 1: "одно"}
    return (
        ""
        if count == 1
        else "".join(kept.get(part) or _PARADIGMS[part][1] if part != 2 else "двух" for part in parts(count))
    )


def ordinal(value: int, case: str, form: str = "m") -> str:
    """Spell an ordinal below 10^15; its last word alone declines.

    Args:
        value: The number.
        case: One of `CASES`.
        form: One of `FORMS_OF_ORDINALS`.
    """
    at = CASES.index(case)
    groups = _groups(value) or [(0, 1)]
    (count, size), before = groups[-1], groups[:-1]
    words = [cardinal(sum(c * s for c, s in before), "nom")] if before else []
    if size > 1:
        return " ".join([*words, _before_scale(count) + _SCALE_STEMS[size] + _HARD[form].split()[at]])
    last = parts(count)[-1] if count else 0
    if count > last:
        words.append(cardinal(count - last, "nom"))
    if last == 3:
        return " ".join([*words, _THIRD[form].split()[at]])
    ending = _HARD[form].split()[at]
    return " ".join(
        [*words, _ordinal_stem(last) + ("ой" if last in _STRESSED and ending == "ый" else ending)]
    )


_COLLECTIVES: Final = {
    4: "четвер",
    5: "пятер",
    6: "шестер",
    7: "семер",
    8: "восьмер",
    9: "девятер",
    10: "десятер",
}


def collective(value: int, case: str) -> str:
    """Spell двое … десятеро in a case."""
    if value in (2, 3):
        stem = {2: "дво", 3: "тро"}[value]
        return stem + ("е", "их", "им", "е", "ими", "их")[CASES.index(case)]
    return _COLLECTIVES[value] + ("о", "ых", "ым", "о", "ыми", "ых")[CASES.index(case)]
