from index.text.passages import hypertext, plain


def test_paragraphs_stand_on_lines_of_their_own_without_blanks_around() -> None:
    assert plain(" раз два \n\n три\n") == "раз два\nтри"


def test_part_of_a_paragraph_is_bare_words_in_html() -> None:
    assert hypertext(" 2 < 3 & «да» ") == "2 &lt; 3 &amp; «да»"


def test_paragraphs_are_paragraphs_in_html() -> None:
    assert hypertext("раз\nдва") == "<p>раз</p><p>два</p>"
