import json

import pytest

from index.model.said import Said, said, sentences, together
from index.pdf import notices
from index.store.sayings import sentences_json, text_from_json, texts_from_json, texts_json

UNREAD = notices.unread_notice(4, 9, notices.too_many_pages(4))


def test_texts_come_back_with_their_sentences() -> None:
    texts = (UNREAD, "Просто слова.", together(said("a", "Раз."), "Два."))
    again = texts_from_json(texts_json(texts))
    assert again == texts
    assert [sentences(text) for text in again] == [sentences(text) for text in texts]
    assert isinstance(dict(sentences(again[0])[0].values)["reason"], Said)


def test_a_text_in_two_columns_comes_back_whole() -> None:
    assert sentences(text_from_json(UNREAD, sentences_json(UNREAD))) == sentences(UNREAD)
    assert text_from_json("Слова.", sentences_json("Слова.")) == "Слова."


@pytest.mark.parametrize(
    ("written", "code", "values"),
    [
        ("Стр. 2–3, 7: нет текстового слоя, это изображения.", "pages.scanned", {"pages": "2–3, 7"}),
        ("Во всём документе нет текстового слоя: страницы – изображения.", "pages.all_scanned", {}),
        ("Стр. 4: повреждены, прочитать их не удалось. Остальные", "pages.failed", {"pages": "4"}),
        (
            "Стр. 5–9 не прочитаны: страниц в файле больше предела в 4. Предыдущие страницы в архиве.",
            "pages.unread",
            {"pages": "5–9", "reason": "страниц в файле больше предела в 4"},
        ),
    ],
)
def test_notices_of_older_archives_are_understood(written: str, code: str, values: dict[str, str]) -> None:
    (text,) = texts_from_json(json.dumps([written]))
    assert text == written
    (sentence,) = sentences(text)
    assert (sentence.code, dict(sentence.values)) == (code, values)
