from index.search.analysis import analyse


def test_a_compound_is_also_the_word_it_would_be_without_its_hyphen() -> None:
    analysed = analyse("новые водо-сберегающие технологии, 10-15 лет, слово - дело")
    assert list(analysed.terms["водосберегающий"]) == [1]
    assert list(analysed.terms["технология"]) == [3]
    assert "1015" not in analysed.terms
    assert "словодело" not in analysed.terms


def test_a_hyphen_at_the_end_of_a_text_joins_nothing_at_its_beginning() -> None:
    assert list(analyse("слово и дело-").terms["слово"]) == [0]
