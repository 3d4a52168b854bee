import pickle

from index.model.said import Said, Sentence, said, sentences, together


def test_a_sentence_is_its_text_and_remembers_what_it_was_made_of() -> None:
    sentence = said("pages.scanned", "Стр. {pages}: изображения.", pages="3–5")
    assert sentence == "Стр. 3–5: изображения."
    assert sentence.parts == (Sentence("pages.scanned", sentence, (("pages", "3–5"),)),)


def test_sentences_are_kept_when_texts_are_joined() -> None:
    joined = together(said("a", "Раз."), "", "Два.", together(said("c", "Три."), said("d", "Четыре.")))
    assert joined == "Раз. Два. Три. Четыре."
    assert [part.code for part in joined.parts] == ["a", "", "c", "d"]


def test_sentences_cross_processes_whole() -> None:
    clause = said("limit.pages", "больше {limit}", limit=9)
    sentence = together(said("pages.unread", "Не прочитаны: {reason}.", reason=clause), said("b", "Всё."))
    again = pickle.loads(pickle.dumps(sentence))  # noqa: S301 - our own
    assert isinstance(again, Said)
    assert (again, again.parts) == (sentence, sentence.parts)
    assert isinstance(dict(again.parts[0].values)["reason"], Said)


def test_a_plain_text_is_one_sentence_without_a_code() -> None:
    assert sentences("Слова.") == (Sentence("", "Слова."),)
    assert sentences("") == ()
