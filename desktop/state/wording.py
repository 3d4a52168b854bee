"""What the core says, in the language of the window.

The core speaks Russian in sentences that keep their code and values (`index.model.said`). A Russian window
shows them as they are; an English one says the sentence of the same code. A sentence without a code, or with
one that is not here, is shown in Russian rather than not at all.
"""

from __future__ import annotations

from typing import Final

from desktop.state.counts import window_language
from index.errors import ArchiveError
from index.model.said import Sentence, Value, sentences
from index.text.wording import Language

ENGLISH: Final[dict[str, str]] = {
    # What is the matter with pages and documents
    "pages.all_scanned": (
        "The whole document has no text layer: its pages are pictures. They can be read but not searched."
    ),
    "pages.scanned": ("P. {pages}: no text layer, these are pictures. They can be read but not searched."),
    "pages.failed": "P. {pages}: damaged, could not be read. The other pages were read.",
    "pages.recognised": (
        "Recognised: p. {pages} ({engines}). This text may have errors; compare it with the picture."
    ),
    "pages.unread": (
        "P. {pages} not read: {reason}. The pages before them are in the archive. "
        "Split the file to have all of it read."
    ),
    "limit.text": "the text of the document is longer than the limit of {limit} characters",
    "limit.pages": "the file has more pages than the limit of {limit}",
    "file.restored": (
        "The file is damaged; its text was restored by a second reader. "
        "The order of words may differ from print, and its pages cannot be shown."
    ),
    "file.new_version": "This is a new version of the file; the former one stays in the archive.",
    "file.notes_carried": "Notes of the former version were carried over: {count}.",
    "file.notes_carried_in_part": (
        "Notes of the former version were carried over: {count}; places to confirm: {likely}; "
        "without a place: {lost}."
    ),
    "file.notes_stay": "Notes stay with the former version: they could not be carried over.",
    "file.duplicate": "This document is in the archive already: “{title}”.",
    "file.edition_again": "This document is in the archive already; its reading edition was made anew.",
    "file.old_text_stays": "The former text of the document and its notes stay as they were.",
    "file.read_worse": "Fewer pages could be read this time than before.",
    "file.lost_pictures": "Pictures that could not be shown: {count}.",
    "file.lost_pages": "Pages that could not be read: {count}.",
    # Studies of results
    "words.many": "The list has more than {most} lines.",
    "words.split": "Split it into parts.",
    "words.repeated": "The same as line {line}, counted there.",
    "searches.unknown": "There is no such saved search.",
    "searches.refresh": "Refresh the list: it may have been deleted in another window.",
    # What the reader types into a card
    "card.date": "The date “{words}” is not understood.",
    "card.date_hint": "Write it like this: 12.03.2019, 12 March 2019, March 2019 or 2019.",
    "card.language": "“{words}” is not a language that is known here.",
    "card.language_hint": "Known are Russian, English, Uzbek, Kazakh, Ukrainian, Tajik.",
    # Exports of facts
    "notes.none_to_export": "There are no notes; no file was written.",
    "notes.choose_others": "Choose other documents, or mark something first.",
    "notes.unknown_file": "This file holds no notes that the program can read.",
    "notes.known_files": (
        "It reads PDFs with marks, W3C Web Annotation (JSON-LD), exports of Hypothesis and of Zotero (JSON)."
    ),
    "notes.file_empty": "There are no notes in the file {name}.",
    "notes.file_large": "The file {name} is too large and was not read.",
    "notes.file_unread": "The file {name} could not be read: {detail}.",
    "copies.nothing": "There is nothing to mark: these documents have neither notes nor places found.",
    "copies.several": "{count} documents have something to mark, but one file is named.",
    "copies.name_folder": "Name a folder (without .pdf): it will have a file for each.",
    "copy.signed": (
        "The file is signed, and marks could not be added so that the signature stays valid. "
        "No copy was written; the file was not changed."
    ),
    "copy.certified": (
        "The author certified this file and allowed no notes: with them the signature does not hold. "
        "No copy was written; the file was not changed."
    ),
    "copy.otherwise": "Export the notes in another form, as in Markdown.",
    "file.marks_taken": "Notes that were in the file were taken: {count}.",
    "export.exists": "There is a file {path} already; it was not touched.",
    "export.other_name": "Choose another name.",
    "export.not_written": "The file {path} was not written: {detail}.",
    "export.other_place": "Choose another place, or free some room on the disk.",
    # Why files are refused
    "format.unknown": "This file is not of a kind that can be read.",
    "format.old": "This is {what}: such files are not read.",
    "format.doc": "a document of older versions of Word (DOC)",
    "format.xls": "a table of older versions of Excel (XLS)",
    "format.ppt": "a presentation of older versions of PowerPoint (PPT)",
    "format.msg": "a letter of Outlook (MSG)",
    "format.rtf": "an RTF document",
    "format.xlsx": "an Excel table ({suffix})",
    "format.pptx": "a PowerPoint presentation (PPTX)",
    "format.ods": "an OpenDocument table (ODS)",
    "format.odp": "an OpenDocument presentation (ODP)",
    "format.encrypted": "The document is encrypted and opens only with a password.",
    "format.damaged": "The file is damaged or cut short: {what} could not be read.",
    "format.it": "it",
    "format.document": "the {suffix} document",
    "format.picture": "the picture",
    "format.book": "the DjVu book",
    "format.empty": "The file holds neither text nor pictures: there is nothing to read.",
    "format.not_text": "The name promises text, but the content is something else.",
    "format.harmful": "The file was not taken in because {why}: that is done to do harm.",
    "format.swells": "it grows hundreds of times when unpacked",
    "format.many_parts": "it has more than {most} parts",
    "format.entities": "it declares XML entities",
    "format.nested": "its parts are nested hundreds of times",
    "format.too_large": "The file is too large to be read: {what}.",
    "format.long_text": "its text is longer than {most} MB",
    "format.large_part": "a part of it is larger than {most} MB",
    "format.many_dots": "a picture in it has more than {most} million dots",
    "format.many_pictures": "it has too many large pictures",
    "format.slow": "reading it took too long and was broken off",
    "format.memory": "{gigabytes:.1f} GB of memory were not enough",
    "format.no_djvulibre": "To read DjVu the program DjVuLibre is needed, which is not on this computer.",
    "format.deadly": "The file is damaged or dangerous: reading broke off on it.",
    "file.others_safe": "Other files are not affected.",
    "file.unchanged": "The file was not changed.",
    "file.not_opened": "The file could not be opened: {detail}.",
    "file.no_bytes": "The file is empty: it has 0 bytes.",
    "file.empty": "The file is empty.",
    "file.misnamed": "This is not a PDF, though its name says so.",
    "file.device": "This is not a file but a device or a pipe.",
    "file.wrong_password": "The password is wrong.",
    "file.encrypted": "The file is encrypted and opens only with a password.",
    "file.protected": "The file is protected in a way that the program does not support.",
    "file.damaged": "The file is damaged: not one page of it could be read.",
    "file.deadly": (
        "The file is damaged or dangerous: reading broke off when it was opened, "
        "and trying again did not help."
    ),
    "file.deadly_page": (
        "The file is damaged or dangerous: reading broke off on page {page}, and trying again did not help."
    ),
    "file.slow": "Opening the file took more than {seconds:.0f} s and was broken off.",
    "file.slow_page": "Reading page {page} took more than {seconds:.0f} s and was broken off.",
    "file.memory": "{gigabytes:.1f} GB of memory were not enough to read the file.",
    "file.too_large": "The file is too large: {size:.1f} GB, where {limit:.1f} GB are the limit.",
    "file.too_large_to_take": "The file is too large: {size:.1f} GB; files of up to {limit:.1f} GB are read.",
    "file.gone": "The file is not where it was.",
    "file.forbidden": "There is no permission to read the file.",
    "file.unreadable": "The file cannot be read: {detail}.",
    "folder.nothing": "The folder holds no documents that can be read.",
    # What to do
    "advice.check_access": "Check that the file is in its place and that you may read it.",
    "advice.fetch_again": "Copy or download the file again: the transfer may have been interrupted.",
    "advice.save_as_pdf": "Open the file in the program that made it, and save it as PDF.",
    "advice.password": "Enter the password. The program writes it down nowhere and forgets it when it ends.",
    "advice.password_again": "Check the keyboard layout and Caps Lock, and enter the password again.",
    "pages.all_empty": (
        "The document has no text: its pages are empty or drawn with lines. "
        "They can be looked at, but not searched."
    ),
    "limit.second_reader": "the second reader took more than {seconds} s",
    "advice.copy_unprotected": "Open the file in the program that protects it, and save an unprotected copy.",
    "advice.get_again": "Get the file again, or open it in another program and save it anew.",
    "advice.print_anew": (
        "If you need the file, open it in another program and save it (“print” it) as a new PDF."
    ),
    "advice.split_or_resave": "Split the file, or save it as a new PDF in another program.",
    "advice.split_or_shrink": "Split the file, or make its pictures smaller.",
    "advice.split": "Split the file and add its parts.",
    "advice.import_parts": "Split it and import its parts.",
    "advice.import_alone": (
        "Along with its folder this file is read no more; to try again, import it by itself."
    ),
    "advice.check_path": "Check the path and whether the disk is connected.",
    "advice.open_access": "Permit yourself to read the file, or copy it into a folder of yours.",
    "advice.check_disk": "Check the disk, copy the file and try again.",
    "advice.check_folder": "Check that it is the right folder. Hidden files are not read.",
    "advice.readable_kinds": (
        "PDF, DOCX, ODT, HTML, TXT, DjVu and pictures of pages (JPEG, PNG, TIFF) are read. "
        "Save the document as one of these and add it."
    ),
    "advice.save_as": "Open it in Word or LibreOffice, save it as {into} and add the new file.",
    "advice.docx_or_pdf": "DOCX or PDF",
    "advice.pdf": "PDF",
    "advice.without_password": (
        "Open it in the program it was made in, save a copy without a password and add that."
    ),
    "advice.get_anew": "Get the file anew, or open it in the program it was made in and save it again.",
    "advice.right_file": "Check whether this is the right file.",
    "advice.print_pdf": "If the file is needed, open it in the program it was made in and save it as PDF.",
    "advice.split_or_pdf": "Split the file into parts, or save it as PDF, and add it again.",
    "advice.djvulibre": (
        "Install it (Debian and Ubuntu: package djvulibre-bin; macOS: brew install djvulibre; Windows: the "
        "installer of DjVuLibre) and add the file again."
    ),
    "advice.choose_document": "Choose a file with a document.",
    "advice.copy_again": "Download or copy it again.",
    # What is the matter with a query
    "query.no_words": "There is no word in the query: nothing can be searched.",
    "query.write_words": "Write a word or several.",
    "query.long": "The query is longer than {most} characters.",
    "query.shorten": "Shorten it: a few words will do.",
    "query.many_patterns": "The query has more than {most} words with “*”, “?” or “~”.",
    "query.keep_few": "Keep the most important ones.",
    "query.many_words": "More than {most} words fit “*” or “?”.",
    "query.more_letters": "Add one or two more letters.",
    "query.deep": "The query has more than {most} nested brackets.",
    "query.fewer_brackets": "Take some brackets away.",
    "query.lone_operator": "The operator {operator} lacks a word and is left out.",
    "query.one_distance": "A chain of НЕПОДАЛЁКУ has one distance: the largest one, {distance}, is taken.",
    "query.near_parts": "НЕПОДАЛЁКУ (NEAR) joins words and phrases: here it is read as AND.",
    "query.far": "At most {most} other words may stand between: it is searched so.",
    "query.extra_bracket": "A closing bracket too many is left out.",
    "query.open_bracket": "A bracket is not closed: it is taken to close at the end of the query.",
    "query.stray_quote": "A closing quotation mark too many is left out.",
    "query.open_quote": "A quotation mark is not closed: it is taken to close at the end of the query.",
    "query.quoted_mark": (
        "“~” and “++” mean nothing between quotation marks: “{word}” is searched in its forms."
    ),
    "query.slop": ('“~” after a quotation works like this: "two words"~5, at most five words between them.'),
    "query.tilde_pattern": "“~” means nothing together with “*” and “?”.",
    "query.one_error": "“~” allows for one wrong letter in a word, not for more.",
    "query.tilde_word": "“~” is for one word of {least} letters or more: “{word}” is searched as it is.",
    "query.few_letters": "“{word}” is left out: beside “*” and “?” at least two letters are needed.",
    "query.title_word": "After “title:” a word is needed.",
    "query.title_fields": (
        "There are no other fields inside “title:(…)”: “title” is left out, the rest is searched."
    ),
    "query.file_name": "After “file:” a part of a file's name is needed.",
    "query.date": (
        "After “date:” a year, a month, a day or a range is needed: "
        "2021, 2021-05, 12.05.2021, May 2021, 2021..2022."
    ),
    "query.person": "After “person:” a name or surname is needed.",
    "query.place": "After “place:” the name of a place is needed.",
    "query.organisation": "After “organisation:” a name is needed.",
    "query.amount": (
        "After “sum:” a sum or a range is needed: >1bn, 1mn..2mn, <5 mn dollars, 500 000 roubles."
    ),
    "query.note": "After “note:” a word of the note is needed.",
    "query.tag": "After “tag:” a tag is needed.",
    "query.language": (
        "After “language:” a language is needed: Russian, English, Uzbek, Kazakh, Tajik, Ukrainian."
    ),
    "query.folder": "After “folder:” a part of a folder's name is needed.",
    "query.kind": "After “type:” a format is needed: pdf, docx, odt, html, txt, djvu, jpg, png, tif.",
    "query.pages": "After “page:” a page or a range is needed: 3, 3..5, >10.",
    "query.family": "After “family:” one word is needed.",
    "query.collection": "After “collection:” the name of a collection is needed.",
    "query.label": "After “label:” a label of documents is needed.",
    "query.star": "After “star:” it takes “yes” or “no”.",
    "query.read": "After “read:” it takes “yes”, “no” or “begun”.",
    # Collections
    "collections.unknown": "There is no such collection.",
    "collections.refresh": "Refresh the list: it may have been deleted in another window.",
    "collections.nameless": "A collection needs a name.",
    "collections.name_it": "Give it a name of one word at least.",
    "collections.within_itself": "A collection cannot stand within itself.",
    "collections.other_place": "Choose another place for it.",
    # What is not searched
    "gap.scan": "A picture without a text layer.",
    "gap.scan_advice": "It can be read; to be searched, its text has to be recognised.",
    "gap.failed": "Damaged: could not be read.",
    "gap.failed_advice": "Open the file in another program, save it as a new PDF and add that.",
    "gap.unread": "Not read: {reason}.",
    "gap.unread_advice": "Split the file and add its parts.",
    "gap.unindexed": "The document is taken in but not yet in the search index.",
    "gap.unindexed_advice": (
        "Wait for the import to end. If this does not pass, close the program and open it again."
    ),
    "gap.recognised": "The text was recognised in a picture: it may have errors.",
    "gap.recognised_advice": "If a word is not found, look the pages through yourself.",
    "gap.restored_advice": "If there is an undamaged file, add it.",
    "gap.quarantined_advice": (
        "Along with its folder this file is read no more. You can try again with it alone."
    ),
    # Languages of documents
    "language.ru": "Russian",
    "language.en": "English",
    "language.uz": "Uzbek",
    "language.kk": "Kazakh",
    "language.uk": "Ukrainian",
    "language.tg": "Tajik",
}
"""The sentence of each code, with the same values as the Russian one."""


def worded(text: str) -> str:
    """Return a text of the core in the language of the window."""
    if window_language() is Language.RU:
        return text
    return " ".join(_in_english(sentence) for sentence in sentences(text))


def worded_error(error: ArchiveError) -> str:
    """Return what an error says, and what to do, in the language of the window."""
    return f"{worded(error.user_message)} {worded(error.hint)}".strip()


def _in_english(sentence: Sentence) -> str:
    template = ENGLISH.get(sentence.code)
    if template is None:
        return sentence.text
    return template.format(**{name: _value(value) for name, value in sentence.values})


def _value(value: Value) -> Value:
    return worded(value) if isinstance(value, str) else value
