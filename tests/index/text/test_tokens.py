import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.tokens import TOKEN, is_joined, tokens


@pytest.mark.parametrize(
    "marked",
    [
        "[Касым]-[Жомартом] [Токаевым] [обсуждены] [вопросы] [торгово]-[экономического] [сотрудничества].",
        "[не] [более] [3,5] [млн] [и] [0.25] %, [в] [2020]-[2021] [гг].",
        "([12].[05].[2021]; [2021]-[05]-[12]) — [п]. [1].[2].[3]",
        "[в] [2019],[2020] [и] [1],[2],[3]",
        "[Oʻzbekiston], [O‘zbekiston] [va] [don't]; ‘[word]’ «[слово]»",
        "[Қазақстан] [Республикасы] [ғұлама]",
        "[со\u00adтруд\u00adничество] [за́мок]",
        "[А][4], [Т]-[34], [COVID]-[19], [2020][г], [слово][1]",
        "[https]://[president].[uz]/[uz]/[lists]/[4808]",
        "[№] [5], [№][5]-[р], [§] [7], $[100]",
        "",
        "— … !",
    ],
)
def test_tokens_stand_in_the_brackets(marked: str) -> None:
    text = re.sub(r"[\[\]]", "", marked)
    written = text
    for token in reversed(list(tokens(text))):
        written = f"{written[: token.start]}[{token.text}]{written[token.stop :]}"
    assert written == marked


@given(st.text("абё-'ʻ№.,5 7\n\u00ad\u0301«aZ_/", max_size=60))
def test_tokens_are_their_spans_and_never_overlap(text: str) -> None:
    behind = 0
    for token in tokens(text):
        assert behind <= token.start < token.stop <= len(text)
        assert text[token.span.start : token.span.stop] == token.text
        behind = token.stop


@given(st.text(max_size=60))
def test_every_letter_and_digit_is_in_a_token(text: str) -> None:
    covered = {i for token in tokens(text) for i in range(token.start, token.stop)}
    expected = {i for i, character in enumerate(text) if re.match(r"[^\W_]", character)}
    # Other scripts have digits that are no decimal digits (², ①).
    assert {i for i in expected - covered if text[i].isalpha() or text[i].isdecimal()} == set()


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Касым-Жомарт", True),
        ("А4", True),
        ("12.05", True),
        ("газ,нефть", False),
        ("кто - то", False),
        ("кто то", False),
    ],
)
def test_what_is_written_together_is_joined(text: str, joined: bool) -> None:
    found = [match.span() for match in re.finditer(r"[^\W\d_]+|\d+", text)]
    pieces = [next(tokens(text[a:b]))._replace(start=a, stop=b) for a, b in found]
    assert is_joined(text, pieces[0], pieces[1]) is joined


def test_a_long_hostile_text_is_read_in_linear_time() -> None:
    assert sum(1 for _ in TOKEN.finditer("а'" * 200_000 + "5." * 200_000)) > 0
