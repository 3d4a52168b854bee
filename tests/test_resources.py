"""What ships with the program is found by name."""

from resources import resource


def test_a_word_list_is_read_by_name() -> None:
    assert "Узбекистан" in resource("lexicon/countries.tsv").read_text(encoding="utf-8")


def test_a_name_that_does_not_exist_is_no_file() -> None:
    assert not resource("lexicon/nothing.txt").is_file()
