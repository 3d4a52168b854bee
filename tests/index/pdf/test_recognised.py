from index.model.recognition import RecognisedPage, RecognisedWord
from index.pdf.recognised import recognised_lines


def word(text: str, line: int, left: float, top: float, confidence: int = 90) -> RecognisedWord:
    return RecognisedWord(text, line, left, top, left + 6 * len(text), top + 10, confidence)


def test_recognised_words_become_lines_with_their_confidence() -> None:
    words = (word("Указ", 0, 50, 20), word("№", 0, 80, 20, 41), word("«Свет»,", 1, 50, 34, 77))
    first, second = recognised_lines(RecognisedPage(3, 0, words, "tesseract"))
    assert (first.text, first.page_index, first.confidence) == ("Указ №", 3, bytes([90, 41]))
    assert second.text == "«Свет»,"
    assert second.confidence == bytes([77] * 3)
    assert second.left == 50
    assert second.words.lefts[second.first + 1] == 56
