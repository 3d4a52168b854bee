<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ru_RU">
<context>
    <name>AboutDialog</name>
    <message>
        <source>О программе</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Читальня</source>
        <translation>Chitalnya</translation>
    </message>
    <message>
        <source>Версия {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Читальный зал для архивов документов на русском языке. Работает без сети: документы, заметки и запросы не покидают этот компьютер. Оригиналы файлов не изменяются.</source>
        <translation>A reading room for archives of Russian documents. It works offline: documents, notes and queries never leave this computer. Original files are never changed.</translation>
    </message>
    <message>
        <source>Лицензия MIT. Значки в стиле Lucide (ISC), шрифты PT Serif и DejaVu Sans. Сделано на Qt, pdfium, Whoosh и ReportLab.</source>
        <translation>MIT licence. Icons in the style of Lucide (ISC), fonts PT Serif and DejaVu Sans. Made with Qt, pdfium, Whoosh and ReportLab.</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Добавить файлы…</source>
        <translation>&amp;Add files…</translation>
    </message>
    <message>
        <source>Добавить &amp;папку…</source>
        <translation>Add a &amp;folder…</translation>
    </message>
    <message>
        <source>Открыть &amp;образец архива</source>
        <translation>Open the &amp;sample archive</translation>
    </message>
    <message>
        <source>Остановить &amp;импорт</source>
        <translation>Stop the &amp;import</translation>
    </message>
    <message>
        <source>О&amp;тчёт об импорте…</source>
        <translation>Import &amp;report…</translation>
    </message>
    <message>
        <source>&amp;Экспорт фактов…</source>
        <translation>&amp;Export facts…</translation>
    </message>
    <message>
        <source>Экспорт за&amp;меток…</source>
        <translation>Export n&amp;otes…</translation>
    </message>
    <message>
        <source>Описание документа для спис&amp;ка литературы…</source>
        <translation>Document for a bi&amp;bliography…</translation>
    </message>
    <message>
        <source>P&amp;DF с пометками…</source>
        <translation>P&amp;DF with marks…</translation>
    </message>
    <message>
        <source>Взять заметки из &amp;файла…</source>
        <translation>&amp;Take notes from a file…</translation>
    </message>
    <message>
        <source>Взять заметки, которые &amp;уже есть в документе</source>
        <translation>Take notes that are in the document alread&amp;y</translation>
    </message>
    <message>
        <source>&amp;Что не ищется и почему…</source>
        <translation>&amp;What is not searched and why…</translation>
    </message>
    <message>
        <source>&amp;Распознать страницы документа</source>
        <translation>&amp;Recognise the pages of this document</translation>
    </message>
    <message>
        <source>Распознать страницы во всём &amp;архиве</source>
        <translation>Recognise pages in the whole &amp;archive</translation>
    </message>
    <message>
        <source>Приостановить распознавание</source>
        <translation>Pause the recognition</translation>
    </message>
    <message>
        <source>Распознавать новые страницы сразу</source>
        <translation>Recognise new pages at once</translation>
    </message>
    <message>
        <source>&amp;Закрыть документ</source>
        <translation>&amp;Close document</translation>
    </message>
    <message>
        <source>В&amp;ыйти</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Копировать</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>Копировать со ссы&amp;лкой</source>
        <translation>Copy with cit&amp;ation</translation>
    </message>
    <message>
        <source>Ссылка на выделенное для заметки</source>
        <translation>Link to the selection, for a note</translation>
    </message>
    <message>
        <source>&amp;ГОСТ Р 7.0.5-2008</source>
        <translation>&amp;GOST R 7.0.5-2008</translation>
    </message>
    <message>
        <source>Что сд&amp;елать с выделенным</source>
        <translation>W&amp;hat to do with the selection</translation>
    </message>
    <message>
        <source>&amp;Слова</source>
        <translation>&amp;Word</translation>
    </message>
    <message>
        <source>С&amp;троки</source>
        <translation>&amp;Line</translation>
    </message>
    <message>
        <source>&amp;Предложения</source>
        <translation>&amp;Sentence</translation>
    </message>
    <message>
        <source>&amp;Абзаца</source>
        <translation>&amp;Paragraph</translation>
    </message>
    <message>
        <source>&amp;Выделить маркером</source>
        <translation>&amp;Highlight</translation>
    </message>
    <message>
        <source>&amp;Заметка к выделенному…</source>
        <translation>&amp;Note on the selection…</translation>
    </message>
    <message>
        <source>Под&amp;черкнуть</source>
        <translation>&amp;Underline</translation>
    </message>
    <message>
        <source>Закл&amp;адка</source>
        <translation>Boo&amp;kmark</translation>
    </message>
    <message>
        <source>Заче&amp;ркнуть</source>
        <translation>S&amp;trike out</translation>
    </message>
    <message>
        <source>Повтор&amp;ить отменённое</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>За&amp;метка на странице…</source>
        <translation>Note on the pa&amp;ge…</translation>
    </message>
    <message>
        <source>Добавить &amp;факт или имя…</source>
        <translation>Add a &amp;fact or name…</translation>
    </message>
    <message>
        <source>&amp;Найти в архиве</source>
        <translation>&amp;Find in the archive</translation>
    </message>
    <message>
        <source>Найти в &amp;документе…</source>
        <translation>Find in the &amp;document…</translation>
    </message>
    <message>
        <source>И&amp;скать выделенное</source>
        <translation>Find the &amp;selected words</translation>
    </message>
    <message>
        <source>&amp;Работа с результатами…</source>
        <translation>&amp;Work with the results…</translation>
    </message>
    <message>
        <source>По &amp;времени…</source>
        <translation>Over &amp;time…</translation>
    </message>
    <message>
        <source>Сосчитать по &amp;списку…</source>
        <translation>Count a &amp;list…</translation>
    </message>
    <message>
        <source>По&amp;хожие документы…</source>
        <translation>&amp;Documents like this…</translation>
    </message>
    <message>
        <source>В&amp;ерсии и копии…</source>
        <translation>&amp;Versions and copies…</translation>
    </message>
    <message>
        <source>Факты всего &amp;архива…</source>
        <translation>Facts of the whole &amp;archive…</translation>
    </message>
    <message>
        <source>Всё об &amp;имени…</source>
        <translation>Everything about a &amp;name…</translation>
    </message>
    <message>
        <source>Всё найденное в &amp;заметки…</source>
        <translation>All places into &amp;notes…</translation>
    </message>
    <message>
        <source>&amp;Следующее место</source>
        <translation>&amp;Next place</translation>
    </message>
    <message>
        <source>&amp;Предыдущее место</source>
        <translation>&amp;Previous place</translation>
    </message>
    <message>
        <source>Пере&amp;йти к странице…</source>
        <translation>&amp;Go to page…</translation>
    </message>
    <message>
        <source>В &amp;начало документа</source>
        <translation>&amp;Beginning of the document</translation>
    </message>
    <message>
        <source>В &amp;конец документа</source>
        <translation>&amp;End of the document</translation>
    </message>
    <message>
        <source>Н&amp;азад</source>
        <translation>B&amp;ack</translation>
    </message>
    <message>
        <source>Вп&amp;ерёд</source>
        <translation>For&amp;ward</translation>
    </message>
    <message>
        <source>С&amp;одержание и страницы</source>
        <translation>Contents and pa&amp;ges</translation>
    </message>
    <message>
        <source>Текст &amp;вместо страниц</source>
        <translation>Te&amp;xt instead of pages</translation>
    </message>
    <message>
        <source>&amp;Два места рядом</source>
        <translation>Two places side &amp;by side</translation>
    </message>
    <message>
        <source>Печ&amp;ать…</source>
        <translation>Pri&amp;nt…</translation>
    </message>
    <message>
        <source>&amp;Таблицы на странице</source>
        <translation>&amp;Tables on this page</translation>
    </message>
    <message>
        <source>&amp;Крупнее</source>
        <translation>Zoom &amp;in</translation>
    </message>
    <message>
        <source>&amp;Мельче</source>
        <translation>Zoom &amp;out</translation>
    </message>
    <message>
        <source>По &amp;ширине</source>
        <translation>Fit &amp;width</translation>
    </message>
    <message>
        <source>Страница &amp;целиком</source>
        <translation>Fit &amp;page</translation>
    </message>
    <message>
        <source>Как в &amp;системе</source>
        <translation>As the &amp;system</translation>
    </message>
    <message>
        <source>С&amp;ветлая</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>Се&amp;пия</source>
        <translation>Se&amp;pia</translation>
    </message>
    <message>
        <source>&amp;Тёмная</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>Столбец &amp;библиотеки</source>
        <translation>&amp;Library column</translation>
    </message>
    <message>
        <source>Столбец &amp;фактов и заметок</source>
        <translation>Column of &amp;facts and notes</translation>
    </message>
    <message>
        <source>&amp;Заметки на полях</source>
        <translation>Notes in the &amp;margin</translation>
    </message>
    <message>
        <source>К&amp;урсор в тексте</source>
        <translation>Ca&amp;ret in the text</translation>
    </message>
    <message>
        <source>Страницы &amp;лентой</source>
        <translation>Pages as one &amp;strip</translation>
    </message>
    <message>
        <source>Страницы по &amp;одной</source>
        <translation>Pages &amp;one at a time</translation>
    </message>
    <message>
        <source>Страницы &amp;разворотами</source>
        <translation>&amp;Facing pages</translation>
    </message>
    <message>
        <source>По в&amp;ысоте</source>
        <translation>Fit &amp;height</translation>
    </message>
    <message>
        <source>Повернуть &amp;вправо</source>
        <translation>Turn &amp;right</translation>
    </message>
    <message>
        <source>Повернуть в&amp;лево</source>
        <translation>Turn &amp;left</translation>
    </message>
    <message>
        <source>&amp;Двигать страницы мышью</source>
        <translation>&amp;Move pages with the mouse</translation>
    </message>
    <message>
        <source>Во весь &amp;экран</source>
        <translation>F&amp;ull screen</translation>
    </message>
    <message>
        <source>&amp;Клавиши и язык запросов</source>
        <translation>&amp;Keys and query language</translation>
    </message>
    <message>
        <source>&amp;О программе</source>
        <translation>&amp;About</translation>
    </message>
    <message>
        <source>&amp;Файл</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Экспорт</source>
        <translation>&amp;Export</translation>
    </message>
    <message>
        <source>Документ</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>&amp;Распознавание</source>
        <translation>&amp;Recognition</translation>
    </message>
    <message>
        <source>&amp;Правка</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>Вид ссылки</source>
        <translation>Citation style</translation>
    </message>
    <message>
        <source>Рас&amp;ширить выделение до</source>
        <translation>&amp;Extend the selection to</translation>
    </message>
    <message>
        <source>&amp;Вид</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Расположение страниц</source>
        <translation>&amp;Layout of pages</translation>
    </message>
    <message>
        <source>&amp;Тема</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>&amp;Язык · Language</source>
        <translation>&amp;Language · Язык</translation>
    </message>
    <message>
        <source>&amp;Изучение</source>
        <translation>&amp;Study</translation>
    </message>
    <message>
        <source>Пере&amp;ход</source>
        <translation>&amp;Go</translation>
    </message>
    <message>
        <source>&amp;Справка</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Со&amp;хранить запрос…</source>
        <translation>Sa&amp;ve search…</translation>
    </message>
    <message>
        <source>&amp;Отменить изменение</source>
        <translation>&amp;Undo change</translation>
    </message>
    <message>
        <source>&amp;Прежние запросы…</source>
        <translation>&amp;Past searches…</translation>
    </message>
    <message>
        <source>&amp;Уточнить найденное</source>
        <translation>Na&amp;rrow the results</translation>
    </message>
    <message>
        <source>&amp;Отменить: {what}</source>
        <translation>&amp;Undo: {what}</translation>
    </message>
    <message>
        <source>Повтор&amp;ить: {what}</source>
        <translation>&amp;Redo: {what}</translation>
    </message>
    <message>
        <source>&amp;Звезда документу</source>
        <translation>&amp;Star the Document</translation>
    </message>
    <message>
        <source>Документ &amp;прочитан</source>
        <translation>Document Is &amp;Read</translation>
    </message>
    <message>
        <source>Документ в &amp;коллекцию…</source>
        <translation>Put Document into a &amp;Collection…</translation>
    </message>
    <message>
        <source>&amp;Метки документа…</source>
        <translation>&amp;Labels of the Document…</translation>
    </message>
    <message>
        <source>Заметка ко &amp;всему документу…</source>
        <translation>&amp;Note on the Whole Document…</translation>
    </message>
    <message>
        <source>&amp;Название документа…</source>
        <translation>&amp;Title of the Document…</translation>
    </message>
    <message>
        <source>Новая коллекция</source>
        <translation>New collection</translation>
    </message>
</context>
<context>
    <name>AlikePage</name>
    <message>
        <source>Похожие документы</source>
        <translation>Similar documents</translation>
    </message>
    <message>
        <source>Похожие на «{title}»</source>
        <translation>Documents like “{title}”</translation>
    </message>
    <message>
        <source>Здесь будут документы, похожие на открытый.</source>
        <translation>Documents like the open one will stand here.</translation>
    </message>
    <message>
        <source>Откройте документ в главном окне: это окно последует за ним.</source>
        <translation>Open a document in the main window: this window follows it.</translation>
    </message>
    <message>
        <source>Похожих документов в архиве нет.</source>
        <translation>There are no similar documents in the archive.</translation>
    </message>
    <message>
        <source>Откройте другой документ.</source>
        <translation>Open another document.</translation>
    </message>
</context>
<context>
    <name>AroundPage</name>
    <message>
        <source>Слова рядом с найденным</source>
        <translation>Words around the places found</translation>
    </message>
    <message>
        <source>Предлоги, союзы и частицы тоже</source>
        <translation>Prepositions, conjunctions and particles too</translation>
    </message>
    <message>
        <source>Здесь будут слова, которые стоят рядом с найденным чаще, чем вышло бы случайно.</source>
        <translation>Words that stand near what was found more often than by chance will stand here.</translation>
    </message>
    <message>
        <source>Напишите запрос в поле наверху и нажмите Enter.</source>
        <translation>Write a query into the field at the top and press Enter.</translation>
    </message>
    <message>
        <source>Рядом с найденным нет слов, которые повторялись бы.</source>
        <translation>No word stands near what was found more than once.</translation>
    </message>
    <message>
        <source>Возьмите слово, которое встречается чаще, или включите предлоги и союзы.</source>
        <translation>Take a word that is more frequent, or show prepositions and conjunctions.</translation>
    </message>
    <message>
        <source>Слов: {count}. Просмотрено: {places}</source>
        <translation>Words: {count}. Looked at: {places}</translation>
    </message>
</context>
<context>
    <name>BesidePanel</name>
    <message>
        <source>Страницы второго места</source>
        <translation>Pages of the second place</translation>
    </message>
    <message>
        <source>Работать с этим документом: поменять места</source>
        <translation>Work with this document: exchange the two</translation>
    </message>
    <message>
        <source>Закрыть второе место</source>
        <translation>Close the second place</translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message>
        <source>Карточка документа</source>
        <translation>Document card</translation>
    </message>
    <message>
        <source>КАРТОЧКА</source>
        <translation>CARD</translation>
    </message>
    <message>
        <source>Свернуть карточку</source>
        <translation>Fold the card</translation>
    </message>
    <message>
        <source>Развернуть карточку</source>
        <translation>Unfold the card</translation>
    </message>
</context>
<context>
    <name>CardPresenter</name>
    <message>
        <source>правка карточки</source>
        <translation>edit of the card</translation>
    </message>
    <message>
        <source>возврат того, что нашла программа</source>
        <translation>return to what the program found</translation>
    </message>
</context>
<context>
    <name>CardRow</name>
    <message>
        <source>Изменить: {field}</source>
        <translation>Change: {field}</translation>
    </message>
    <message>
        <source>Показать место</source>
        <translation>Show the passage</translation>
    </message>
    <message>
        <source>Копировать</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Изменить…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Вернуть найденное</source>
        <translation>Restore what was found</translation>
    </message>
    <message>
        <source>файл: {value}</source>
        <translation>file: {value}</translation>
    </message>
    <message>
        <source>{value} · ваше</source>
        <translation>{value} · yours</translation>
    </message>
    <message>
        <source>Так говорит файл, не текст: это может быть неверно.</source>
        <translation>The file says so, not the text: it may be wrong.</translation>
    </message>
    <message>
        <source>Исправлено вами.</source>
        <translation>Corrected by you.</translation>
    </message>
    <message>
        <source>Показать это место в тексте.</source>
        <translation>Show this passage in the text.</translation>
    </message>
</context>
<context>
    <name>ChooseDialog</name>
    <message>
        <source>Найти</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Ничего не подошло</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message>
        <source>Цвет и метки</source>
        <translation>Colour and tags</translation>
    </message>
    <message>
        <source>Удалить</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Снять выбор</source>
        <translation>Choose none</translation>
    </message>
    <message>
        <source>Выбрано: {count}</source>
        <translation>Chosen: {count}</translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message>
        <source>Файл не записан: {reason}. Выберите другую папку или освободите место.</source>
        <translation>The file was not written: {reason}. Choose another folder or free some space.</translation>
    </message>
    <message>
        <source>Скопировано со ссылкой: {style}</source>
        <translation>Copied with its source: {style}</translation>
    </message>
    <message>
        <source>Записать описание документа</source>
        <translation>Save the document for a bibliography</translation>
    </message>
    <message>
        <source>Записано: {path}</source>
        <translation>Written: {path}</translation>
    </message>
</context>
<context>
    <name>CollectionTree</name>
    <message>
        <source>Коллекции</source>
        <translation>Collections</translation>
    </message>
</context>
<context>
    <name>CollectionsPanel</name>
    <message>
        <source>Новая коллекция</source>
        <translation>New collection</translation>
    </message>
    <message>
        <source>Собирайте документы по темам: нажмите + или перетащите их сюда.</source>
        <translation>Gather documents by subject: press + or drag them here.</translation>
    </message>
    <message>
        <source>Вернуть коллекцию</source>
        <translation>Bring collection back</translation>
    </message>
    <message>
        <source>Переименовать</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Новая коллекция внутри</source>
        <translation>New collection inside</translation>
    </message>
    <message>
        <source>Заметка к коллекции…</source>
        <translation>Note on the collection…</translation>
    </message>
    <message>
        <source>Убрать коллекцию</source>
        <translation>Remove collection</translation>
    </message>
    <message>
        <source>КОЛЛЕКЦИИ</source>
        <translation>COLLECTIONS</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Факты</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Заметки</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>ConcordancePage</name>
    <message>
        <source>Совпадения в строку</source>
        <translation>Places in their lines</translation>
    </message>
    <message>
        <source>Оставить строки со словом…</source>
        <translation>Keep the lines with the word…</translation>
    </message>
    <message>
        <source>Здесь будут строки с каждым найденным местом.</source>
        <translation>A line for every place found will stand here.</translation>
    </message>
    <message>
        <source>Напишите запрос в поле наверху и нажмите Enter.</source>
        <translation>Write a query into the field at the top and press Enter.</translation>
    </message>
    <message>
        <source>Ничего не нашлось.</source>
        <translation>Nothing was found.</translation>
    </message>
    <message>
        <source>Проверьте слова запроса или возьмите меньше слов.</source>
        <translation>Check the words of the query, or take fewer of them.</translation>
    </message>
    <message>
        <source>Показать все: {count}</source>
        <translation>Show all {count}</translation>
    </message>
    <message>
        <source>{places} в {documents}</source>
        <translation>{places} in {documents}</translation>
    </message>
    <message>
        <source>{found}; показано строк: {count}</source>
        <translation>{found}; lines shown: {count}</translation>
    </message>
</context>
<context>
    <name>ContentsPanel</name>
    <message>
        <source>Содержание</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Страницы</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>ru</source>
        <translation>en</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Ошибка программы</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>В программе произошла ошибка. Документы и заметки целы, работать можно дальше.</source>
        <translation>The program made an error. Documents and notes are safe, and you can go on working.</translation>
    </message>
    <message>
        <source>Если она повторяется, перезапустите программу. Подробности записаны в файл {path} ({kind}).</source>
        <translation>If it happens again, restart the program. Details are in the file {path} ({kind}).</translation>
    </message>
    <message>
        <source>Продолжить</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Архив не открывается</source>
        <translation>The archive does not open</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>DatesPage</name>
    <message>
        <source>Сколько документов говорят о каждом времени</source>
        <translation>How many documents speak of each time</translation>
    </message>
    <message>
        <source>Все годы</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>Показать даты всех лет</source>
        <translation>Show the dates of all years</translation>
    </message>
    <message>
        <source>{said}; до и после этих лет: {count}</source>
        <translation>{said}; before and after these years: {count}</translation>
    </message>
</context>
<context>
    <name>Decided</name>
    <message>
        <source>В карточке</source>
        <translation>In the card</translation>
    </message>
    <message>
        <source>Добавлено имя</source>
        <translation>Name added</translation>
    </message>
    <message>
        <source>Это не имя</source>
        <translation>Not a name</translation>
    </message>
    <message>
        <source>Принято</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Отклонено</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Исправлено</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>Добавлено</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Названо иначе</source>
        <translation>Renamed</translation>
    </message>
    <message>
        <source>Объединено</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>Отделено</source>
        <translation>Split off</translation>
    </message>
</context>
<context>
    <name>DecidedModel</name>
    <message>
        <source>Когда</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Решение</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>О чём</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Стр.</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Слова в тексте</source>
        <translation>Words in the text</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Добавить факт или имя</source>
        <translation>Add a fact or name</translation>
    </message>
    <message>
        <source>Переименовать</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Исправить факт</source>
        <translation>Correct the fact</translation>
    </message>
    <message>
        <source>Отделить упоминание</source>
        <translation>Split off the mention</translation>
    </message>
    <message>
        <source>решение о факте или имени</source>
        <translation>decision on a fact or name</translation>
    </message>
    <message>
        <source>отмена решения</source>
        <translation>withdrawal of a decision</translation>
    </message>
</context>
<context>
    <name>DecisionsDialog</name>
    <message>
        <source>Ваши решения о фактах</source>
        <translation>Your decisions about facts</translation>
    </message>
    <message>
        <source>Решения</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>Показать на странице</source>
        <translation>Show on the page</translation>
    </message>
    <message>
        <source>Отменить решение</source>
        <translation>Take back the decision</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Решений: {count}, из них не действуют: {lost}.</source>
        <translation>Decisions: {count}, without effect: {lost}.</translation>
    </message>
    <message>
        <source>Решений: {count}.</source>
        <translation>Decisions: {count}.</translation>
    </message>
    <message>
        <source>Решений об этом документе нет.</source>
        <translation>There are no decisions about this document.</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Не получилось. Подробности записаны в журнал программы.</source>
        <translation>That did not work. Details are in the log of the program.</translation>
    </message>
</context>
<context>
    <name>DisagreementsPage</name>
    <message>
        <source>Числа, которые не сходятся</source>
        <translation>Figures that disagree</translation>
    </message>
    <message>
        <source>Без запроса — по всему архиву.</source>
        <translation>Without a query: the whole archive.</translation>
    </message>
    <message>
        <source>Нажмите «Показать».</source>
        <translation>Press “Show”.</translation>
    </message>
    <message>
        <source>Расхождений между этими документами не нашлось.</source>
        <translation>These documents do not disagree about any figure.</translation>
    </message>
    <message>
        <source>Сравниваются только числа, о которых разные документы говорят одними и теми же словами, в одной валюте или единице и за одно время: лучше пропустить, чем обвинить зря.</source>
        <translation>Only figures of which different documents speak in the same words, in one currency or unit and of one time are compared: better to miss one than to accuse wrongly.</translation>
    </message>
    <message>
        <source>Расхождений: {count}; сопоставлено чисел: {compared}</source>
        <translation>Disagreements: {count}; figures compared: {compared}</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>Документы архива</source>
        <translation>Documents of the archive</translation>
    </message>
</context>
<context>
    <name>DocumentMenu</name>
    <message>
        <source>Снять звезду</source>
        <translation>Remove the star</translation>
    </message>
    <message>
        <source>Поставить звезду</source>
        <translation>Give a star</translation>
    </message>
    <message>
        <source>Вынуть из «{name}»</source>
        <translation>Take out of “{name}”</translation>
    </message>
    <message>
        <source>Прочитано</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Не открывалось</source>
        <translation>Not opened</translation>
    </message>
    <message>
        <source>Читаю</source>
        <translation>I am reading it</translation>
    </message>
    <message>
        <source>Прочитано до конца</source>
        <translation>Read to the end</translation>
    </message>
    <message>
        <source>В коллекцию</source>
        <translation>Into a collection</translation>
    </message>
    <message>
        <source>Новая коллекция</source>
        <translation>New collection</translation>
    </message>
    <message>
        <source>Метки</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Новая метка…</source>
        <translation>New label…</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>прочитан не весь</source>
        <translation>read in part</translation>
    </message>
    <message>
        <source>ещё не в поиске</source>
        <translation>not searchable yet</translation>
    </message>
    <message>
        <source>{month}.{year}</source>
        <translation>{year}-{month}</translation>
    </message>
    <message>
        <source>{day}.{month}.{year}</source>
        <translation>{year}-{month}-{day}</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Отпустите, чтобы добавить в архив</source>
        <translation>Drop to add to the archive</translation>
    </message>
    <message>
        <source>{names} и ещё {rest}</source>
        <translation>{names} and {rest} more</translation>
    </message>
</context>
<context>
    <name>EntityStudyPage</name>
    <message>
        <source>Объединить или разделить…</source>
        <translation>Join or part…</translation>
    </message>
    <message>
        <source>Сказать, что это то же лицо, что и другое, или что это разные лица</source>
        <translation>Say that this is the same as somebody else, or that two have this name</translation>
    </message>
    <message>
        <source>Всё об одном имени</source>
        <translation>Everything about one name</translation>
    </message>
    <message>
        <source>Здесь собрано всё, что сказано в архиве об одном человеке, организации или месте.</source>
        <translation>Here is everything that the archive says of one person, organisation or place.</translation>
    </message>
    <message>
        <source>Начните писать имя в поле сверху или дважды щёлкните имя среди фактов документа.</source>
        <translation>Begin to write a name in the field above, or double-click a name among the facts of a document.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Показать в папке</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Записать…</source>
        <translation>Write…</translation>
    </message>
    <message>
        <source>Формат</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Документы</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Что записать</source>
        <translation>What to write</translation>
    </message>
    <message>
        <source>Остановлено. Файл не записан.</source>
        <translation>Stopped. No file was written.</translation>
    </message>
    <message>
        <source>Читаю документы: {done} из {total}</source>
        <translation>Reading documents: {done} of {total}</translation>
    </message>
    <message>
        <source>Готовлюсь…</source>
        <translation>Getting ready…</translation>
    </message>
    <message>
        <source>Остановить</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>ExportFactsDialog</name>
    <message>
        <source>Экспорт фактов</source>
        <translation>Export facts</translation>
    </message>
    <message>
        <source>Книга Excel: лист на каждый вид фактов, числа и даты — числами и датами.</source>
        <translation>An Excel workbook: a sheet for each kind of fact, numbers as numbers and dates as dates.</translation>
    </message>
    <message>
        <source>Одна таблица всех фактов, для любых программ.</source>
        <translation>One table of all facts, for any program.</translation>
    </message>
    <message>
        <source>Текст для чтения и заметок, например в Obsidian: с цитатами.</source>
        <translation>Text to read and to keep among notes, in Obsidian for one: with quotes.</translation>
    </message>
    <message>
        <source>Для своих программ: всё, что известно, с местами в тексте.</source>
        <translation>For programs of your own: all that is known, with places in the text.</translation>
    </message>
    <message>
        <source>Для Aleph и OpenSanctions. Проценты, количества и даты в этот формат не входят.</source>
        <translation>For Aleph and OpenSanctions. Percentages, quantities and dates are not part of this format.</translation>
    </message>
    <message>
        <source>Записано: {name}. {documents}, фактов и имён: {facts}.</source>
        <translation>Written: {name}. {documents}, facts and names: {facts}.</translation>
    </message>
    <message>
        <source>Не вошли, потому что их факты извлечь не удалось: {titles}</source>
        <translation>Left out, because their facts could not be extracted: {titles}</translation>
    </message>
</context>
<context>
    <name>ExportNotesDialog</name>
    <message>
        <source>Экспорт заметок</source>
        <translation>Export notes</translation>
    </message>
    <message>
        <source>И то, что сказано в документах: лица, суммы, даты, договорённости</source>
        <translation>And what the documents state: people, sums, dates, agreements</translation>
    </message>
    <message>
        <source>Подборка</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>Папка, которую откроет любой браузер: страницы с пометками, заметки, факты.</source>
        <translation>A folder that any browser opens: marked pages, notes, facts.</translation>
    </message>
    <message>
        <source>Подборка ZIP</source>
        <translation>Bundle, ZIP</translation>
    </message>
    <message>
        <source>То же одним файлом, чтобы послать.</source>
        <translation>The same as one file, to be sent.</translation>
    </message>
    <message>
        <source>Один текст: цитаты, страницы, заметки, метки.</source>
        <translation>One text: quotes, pages, notes, tags.</translation>
    </message>
    <message>
        <source>Папка: страница на каждый документ, со свойствами, метками и ссылками.</source>
        <translation>A folder: a page for each document, with properties, tags and links.</translation>
    </message>
    <message>
        <source>Одна страница для браузера и печати.</source>
        <translation>One page for the browser and for print.</translation>
    </message>
    <message>
        <source>Таблица: строка на каждую заметку.</source>
        <translation>A table: a row for each note.</translation>
    </message>
    <message>
        <source>Та же таблица для любых программ.</source>
        <translation>The same table, for any program.</translation>
    </message>
    <message>
        <source>Для программ, которые понимают веб-аннотации W3C: с местом и окружением цитат.</source>
        <translation>For programs that understand W3C Web Annotations: with places and contexts of quotes.</translation>
    </message>
    <message>
        <source>Записано: {name}. {documents}, {notes}.</source>
        <translation>Written: {name}. {documents}, {notes}.</translation>
    </message>
    <message>
        <source>Показать не удалось: {pages}.</source>
        <translation>Could not be shown: {pages}.</translation>
    </message>
</context>
<context>
    <name>ExportPdfDialog</name>
    <message>
        <source>PDF с пометками</source>
        <translation>PDF with marks</translation>
    </message>
    <message>
        <source>Мои заметки и выделения</source>
        <translation>My notes and highlights</translation>
    </message>
    <message>
        <source>Найденное по запросу «{query}»</source>
        <translation>What was found by “{query}”</translation>
    </message>
    <message>
        <source>Сказанное в документах: суммы, даты, договорённости</source>
        <translation>What the documents state: sums, dates, agreements</translation>
    </message>
    <message>
        <source>Копия документа с настоящими пометками: их покажет и даст править любая программа для PDF. Сам документ не меняется; из нескольких получится папка.</source>
        <translation>A copy of the document with real marks: any PDF program shows them and lets you edit them. The document itself is not changed; several make a folder.</translation>
    </message>
    <message>
        <source>Записано: {name}. {documents}, {notes}.</source>
        <translation>Written: {name}. {documents}, {notes}.</translation>
    </message>
    <message>
        <source>Найденных мест: {count}.</source>
        <translation>Places found: {count}.</translation>
    </message>
    <message>
        <source>Фактов: {count}.</source>
        <translation>Facts: {count}.</translation>
    </message>
    <message>
        <source>Не вошли заметки, у которых в тексте нет места: {count}.</source>
        <translation>Left out, because they have no place in the text: {count}.</translation>
    </message>
    <message>
        <source>Скопировать не удалось: {titles}</source>
        <translation>Could not be copied: {titles}</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>В архиве пока нет документов, записать нечего.</source>
        <translation>There are no documents in the archive yet: nothing to write.</translation>
    </message>
    <message>
        <source>Один документ: {title}</source>
        <translation>One document: {title}</translation>
    </message>
    <message>
        <source>Найденное по запросу «{query}»: {documents}</source>
        <translation>Found by the query “{query}”: {documents}</translation>
    </message>
    <message>
        <source>Показанные в библиотеке: {documents}</source>
        <translation>Shown in the library: {documents}</translation>
    </message>
    <message>
        <source>Весь архив: {documents}</source>
        <translation>The whole archive: {documents}</translation>
    </message>
    <message>
        <source>Открыть рядом</source>
        <translation>Open beside</translation>
    </message>
    <message>
        <source>Экспорт фактов…</source>
        <translation>Export facts…</translation>
    </message>
    <message>
        <source>Экспорт заметок…</source>
        <translation>Export notes…</translation>
    </message>
    <message>
        <source>PDF с пометками…</source>
        <translation>PDF with marks…</translation>
    </message>
    <message>
        <source>Заметки</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>С пометками</source>
        <translation>With marks</translation>
    </message>
    <message>
        <source>Куда записать</source>
        <translation>Where to write</translation>
    </message>
    <message>
        <source>Факты</source>
        <translation>Facts</translation>
    </message>
</context>
<context>
    <name>FacetGroup</name>
    <message>
        <source>и ещё {count}, которые встречаются реже</source>
        <translation>and {count} more that are rarer</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Годы</source>
        <translation>Years</translation>
    </message>
    <message>
        <source>Персоны</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>Организации</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Места</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Виды файлов</source>
        <translation>File types</translation>
    </message>
    <message>
        <source>Папки</source>
        <translation>Folders</translation>
    </message>
    <message>
        <source>Языки</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>ещё {count}</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>Имена и места ещё не извлечены: {count}. Они появятся здесь сами.</source>
        <translation>Names and places are not extracted yet: {count}. They will appear here by themselves.</translation>
    </message>
    <message>
        <source>Уточнять нечего: документ один.</source>
        <translation>Nothing to narrow: there is one document.</translation>
    </message>
    <message>
        <source>Уточнять нечем: документы похожи.</source>
        <translation>Nothing to narrow by: the documents are alike.</translation>
    </message>
</context>
<context>
    <name>FacetsSection</name>
    <message>
        <source>Уточнить найденное</source>
        <translation>Narrow the results</translation>
    </message>
</context>
<context>
    <name>FactDialog</name>
    <message>
        <source>Вид</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Состояние</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Сохранить</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Слова, выделенные здесь или на странице, берёт в поле кнопка справа от него.</source>
        <translation>Words selected here or on the page are taken into a field by the button to its right.</translation>
    </message>
</context>
<context>
    <name>FactField</name>
    <message>
        <source>Взять выделенные слова</source>
        <translation>Take the selected words</translation>
    </message>
    <message>
        <source>Каждое имя с новой строки</source>
        <translation>Each name on a line of its own</translation>
    </message>
    <message>
        <source>до конца года</source>
        <translation>до конца года</translation>
    </message>
    <message>
        <source>полтора года</source>
        <translation>полтора года</translation>
    </message>
</context>
<context>
    <name>FactFields</name>
    <message>
        <source>ровно столько</source>
        <translation>exactly</translation>
    </message>
    <message>
        <source>около</source>
        <translation>about</translation>
    </message>
    <message>
        <source>свыше</source>
        <translation>over</translation>
    </message>
    <message>
        <source>не менее</source>
        <translation>at least</translation>
    </message>
    <message>
        <source>до, не более</source>
        <translation>up to</translation>
    </message>
    <message>
        <source>достигает</source>
        <translation>reaches</translation>
    </message>
    <message>
        <source>от и до</source>
        <translation>from and to</translation>
    </message>
    <message>
        <source>не сказано</source>
        <translation>not said</translation>
    </message>
    <message>
        <source>рост</source>
        <translation>growth</translation>
    </message>
    <message>
        <source>снижение</source>
        <translation>decline</translation>
    </message>
    <message>
        <source>доля</source>
        <translation>share</translation>
    </message>
    <message>
        <source>вступает в должность</source>
        <translation>takes office</translation>
    </message>
    <message>
        <source>оставляет должность</source>
        <translation>leaves office</translation>
    </message>
    <message>
        <source>Кто</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Должность</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Где</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Что произошло</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Когда</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Участники</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Место</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Что</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Стороны</source>
        <translation>Parties</translation>
    </message>
    <message>
        <source>Срок</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Кому</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>Кто поручил</source>
        <translation>Told by</translation>
    </message>
    <message>
        <source>Кем</source>
        <translation>By whom</translation>
    </message>
    <message>
        <source>Кто сказал</source>
        <translation>Said by</translation>
    </message>
    <message>
        <source>Слова</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Сумма</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>Точность</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Изменение</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>На что, за что</source>
        <translation>What for</translation>
    </message>
    <message>
        <source>Сколько</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>Чего</source>
        <translation>Of what</translation>
    </message>
    <message>
        <source>Как долго</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>Адрес</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Вид сделки</source>
        <translation>Kind of deal</translation>
    </message>
    <message>
        <source>Что принадлежит</source>
        <translation>What is owned</translation>
    </message>
    <message>
        <source>Владельцы</source>
        <translation>Owners</translation>
    </message>
    <message>
        <source>Название</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>С какого времени</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>До какого времени</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Персона</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Организация</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Страна</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Населённый пункт</source>
        <translation>Town or village</translation>
    </message>
    <message>
        <source>Край, область, часть света</source>
        <translation>Region or part of the world</translation>
    </message>
    <message>
        <source>Другое место</source>
        <translation>Other place</translation>
    </message>
    <message>
        <source>Маршрут</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Документ</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Событие</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Назначение или отставка</source>
        <translation>Appointment or dismissal</translation>
    </message>
    <message>
        <source>Встреча</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Договорённость</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Намерение</source>
        <translation>Intention</translation>
    </message>
    <message>
        <source>Поручение</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>Решение</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Создание</source>
        <translation>Creation</translation>
    </message>
    <message>
        <source>Достижение</source>
        <translation>Achievement</translation>
    </message>
    <message>
        <source>Заявление</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>Цитата</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Процент</source>
        <translation>Percentage</translation>
    </message>
    <message>
        <source>Количество</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Дата</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Источник</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Сделка</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>Собственность</source>
        <translation>Ownership</translation>
    </message>
    <message>
        <source>есть сейчас</source>
        <translation>is so now</translation>
    </message>
    <message>
        <source>достигнуто</source>
        <translation>achieved</translation>
    </message>
    <message>
        <source>согласовано</source>
        <translation>agreed</translation>
    </message>
    <message>
        <source>подписано</source>
        <translation>signed</translation>
    </message>
    <message>
        <source>поручено</source>
        <translation>instructed</translation>
    </message>
    <message>
        <source>предложено</source>
        <translation>proposed</translation>
    </message>
    <message>
        <source>планируется</source>
        <translation>planned</translation>
    </message>
    <message>
        <source>ожидается</source>
        <translation>expected</translation>
    </message>
    <message>
        <source>цель</source>
        <translation>target</translation>
    </message>
    <message>
        <source>обсуждалось</source>
        <translation>discussed</translation>
    </message>
    <message>
        <source>было прежде</source>
        <translation>was so before</translation>
    </message>
</context>
<context>
    <name>FactForm</name>
    <message>
        <source>Заполните это поле.</source>
        <translation>Fill in this field.</translation>
    </message>
    <message>
        <source>Назовите валюту: «{example}».</source>
        <translation>Name the currency: “{example}”.</translation>
    </message>
    <message>
        <source>Напишите, например, так: «{example}».</source>
        <translation>Write it like this, for example: “{example}”.</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>скрыто: {count}</source>
        <translation>hidden: {count}</translation>
    </message>
    <message>
        <source>Что вы отклонили: показать или убрать</source>
        <translation>What you rejected: show or put away</translation>
    </message>
</context>
<context>
    <name>FactMenu</name>
    <message>
        <source>Ссылка на это место для заметки</source>
        <translation>Link to this place, for a note</translation>
    </message>
    <message>
        <source>Почему?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Вернуть</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Переименовать…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>Это не имя</source>
        <translation>Not a name</translation>
    </message>
    <message>
        <source>Принять</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Отклонить</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Исправить…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>Это тот же, что…</source>
        <translation>The same as…</translation>
    </message>
    <message>
        <source>Отделить это упоминание…</source>
        <translation>Split off this mention…</translation>
    </message>
    <message>
        <source>Изменить вид</source>
        <translation>Change the kind</translation>
    </message>
</context>
<context>
    <name>FactsHead</name>
    <message>
        <source>Найти среди фактов</source>
        <translation>Filter facts</translation>
    </message>
    <message>
        <source>Все виды</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>Показаны: {kinds}</source>
        <translation>Shown: {kinds}</translation>
    </message>
    <message>
        <source>Выбрать виды фактов</source>
        <translation>Choose kinds of facts</translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>ещё {count}</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>Персоны</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>Организации</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Места</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Договорённости</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Поручения и решения</source>
        <translation>Instructions and decisions</translation>
    </message>
    <message>
        <source>Встречи</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>Назначения</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>Создание и достижения</source>
        <translation>Creations and achievements</translation>
    </message>
    <message>
        <source>Сделки и собственность</source>
        <translation>Deals and property</translation>
    </message>
    <message>
        <source>Суммы</source>
        <translation>Sums of money</translation>
    </message>
    <message>
        <source>Проценты</source>
        <translation>Percentages</translation>
    </message>
    <message>
        <source>Числа</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>Даты и сроки</source>
        <translation>Dates and terms</translation>
    </message>
    <message>
        <source>Цитаты и заявления</source>
        <translation>Quotes and statements</translation>
    </message>
    <message>
        <source>События</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Документы</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Источники</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>В тексте: {forms}</source>
        <translation>In the text: {forms}</translation>
    </message>
    <message>
        <source>Как найдено: {how}. Уверенность {sure}</source>
        <translation>How it was found: {how}. Confidence {sure}</translation>
    </message>
    <message>
        <source>принято вами</source>
        <translation>accepted by you</translation>
    </message>
    <message>
        <source>исправлено вами</source>
        <translation>corrected by you</translation>
    </message>
    <message>
        <source>добавлено вами</source>
        <translation>added by you</translation>
    </message>
    <message>
        <source>страна</source>
        <translation>country</translation>
    </message>
    <message>
        <source>населённый пункт</source>
        <translation>town</translation>
    </message>
    <message>
        <source>край, область, часть света</source>
        <translation>region</translation>
    </message>
    <message>
        <source>маршрут</source>
        <translation>route</translation>
    </message>
    <message>
        <source>Факты документа</source>
        <translation>Facts of the document</translation>
    </message>
    <message>
        <source>Всё в архиве…</source>
        <translation>All in the archive…</translation>
    </message>
    <message>
        <source>Читаю документ…</source>
        <translation>Reading the document…</translation>
    </message>
    <message>
        <source>Имена, места, суммы и сроки появятся здесь.</source>
        <translation>Names, places, sums and terms will appear here.</translation>
    </message>
    <message>
        <source>Документ не открыт</source>
        <translation>No document is open</translation>
    </message>
    <message>
        <source>Откройте документ, и здесь появится, о ком и о чём в нём говорится.</source>
        <translation>Open a document, and what it says of whom will appear here.</translation>
    </message>
    <message>
        <source>Фактов не найдено</source>
        <translation>No facts found</translation>
    </message>
    <message>
        <source>В тексте не названы ни люди, ни организации, ни места, ни суммы, ни даты.</source>
        <translation>The text names no persons, organisations, places, sums or dates.</translation>
    </message>
    <message>
        <source>Ничего не подошло</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>Измените слова в поле сверху.</source>
        <translation>Change the words in the field above.</translation>
    </message>
    <message>
        <source>Экспорт фактов…</source>
        <translation>Export facts…</translation>
    </message>
</context>
<context>
    <name>FactsPresenter</name>
    <message>
        <source>Факты этого документа найти не удалось. Сам документ не затронут.</source>
        <translation>The facts of this document could not be found. The document itself is untouched.</translation>
    </message>
    <message>
        <source>Попробуйте ещё раз.</source>
        <translation>Try again.</translation>
    </message>
</context>
<context>
    <name>FactsStrip</name>
    <message>
        <source>Сколько документов прочитано</source>
        <translation>How many documents are read</translation>
    </message>
    <message>
        <source>Извлечь сейчас</source>
        <translation>Extract now</translation>
    </message>
    <message>
        <source>Остановить</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Извлекаю факты: {done} из {total}</source>
        <translation>Extracting facts: {done} of {total}</translation>
    </message>
    <message>
        <source>Факты не удалось извлечь: {documents}. Почему — скажет сам документ.</source>
        <translation>Facts could not be extracted: {documents}. Open one to be told why.</translation>
    </message>
    <message>
        <source>Здесь ещё не всё: {documents} без извлечённых фактов.</source>
        <translation>Not everything is here yet: {documents} without extracted facts.</translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>Новая коллекция</source>
        <translation>New collection</translation>
    </message>
    <message>
        <source>В коллекции «{name}»: {documents}.</source>
        <translation>In the collection “{name}”: {documents}.</translation>
    </message>
</context>
<context>
    <name>FilingDocuments</name>
    <message>
        <source>Открыть</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Заметка к документу…</source>
        <translation>Note on the document…</translation>
    </message>
    <message>
        <source>Переименовать…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>Новая метка</source>
        <translation>New label</translation>
    </message>
    <message>
        <source>Заметка к документу</source>
        <translation>Note on the document</translation>
    </message>
    <message>
        <source>Заметка к коллекции</source>
        <translation>Note on the collection</translation>
    </message>
    <message>
        <source>Так документ будет называться в списках и в поиске. Сам файл не изменится.</source>
        <translation>The document will be called so in lists and searches. The file itself does not change.</translation>
    </message>
    <message>
        <source>Название документа</source>
        <translation>Title of the document</translation>
    </message>
    <message>
        <source>Метка изменится в {documents}.</source>
        <translation>The label changes in {documents}.</translation>
    </message>
    <message>
        <source>Название метки</source>
        <translation>Name of the label</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Найти в документе</source>
        <translation>Find in the document</translation>
    </message>
    <message>
        <source>Предыдущее место (Shift+Enter)</source>
        <translation>Previous place (Shift+Enter)</translation>
    </message>
    <message>
        <source>Следующее место (Enter)</source>
        <translation>Next place (Enter)</translation>
    </message>
    <message>
        <source>Закрыть поиск в документе (Esc)</source>
        <translation>Close finding in the document (Esc)</translation>
    </message>
    <message>
        <source>нет таких мест</source>
        <translation>no such places</translation>
    </message>
    <message>
        <source>{place} из {places}</source>
        <translation>{place} of {places}</translation>
    </message>
</context>
<context>
    <name>GapModel</name>
    <message>
        <source>Документ или файл</source>
        <translation>Document or file</translation>
    </message>
    <message>
        <source>Страницы</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Почему и что делать</source>
        <translation>Why, and what to do</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>Страницы без текста</source>
        <translation>Pages without text</translation>
    </message>
    <message>
        <source>Повреждённые страницы</source>
        <translation>Damaged pages</translation>
    </message>
    <message>
        <source>Страницы сверх предела</source>
        <translation>Pages beyond a limit</translation>
    </message>
    <message>
        <source>Ещё не в поиске</source>
        <translation>Not yet in the search</translation>
    </message>
    <message>
        <source>Файлы под паролем</source>
        <translation>Files with a password</translation>
    </message>
    <message>
        <source>Карантин</source>
        <translation>Quarantine</translation>
    </message>
    <message>
        <source>Повреждённые файлы</source>
        <translation>Damaged files</translation>
    </message>
    <message>
        <source>Файлы сверх предела</source>
        <translation>Files beyond a limit</translation>
    </message>
    <message>
        <source>Файлы не открылись</source>
        <translation>Files that did not open</translation>
    </message>
    <message>
        <source>Файлы другого формата</source>
        <translation>Files of another format</translation>
    </message>
    <message>
        <source>Не принято</source>
        <translation>Not taken in</translation>
    </message>
    <message>
        <source>Восстановленный текст</source>
        <translation>Restored text</translation>
    </message>
    <message>
        <source>Распознанный текст</source>
        <translation>Recognised text</translation>
    </message>
    <message>
        <source>Документ не ищется: в нём нет текста.</source>
        <translation>The document is not searched: it has no text.</translation>
    </message>
    <message>
        <source>Не ищется {pages} из {of}: нет текста.</source>
        <translation>Not searched: {pages} of {of}, no text.</translation>
    </message>
    <message>
        <source>Не ищется {pages} из {of}: ошибка чтения.</source>
        <translation>Not searched: {pages} of {of}, reading failed.</translation>
    </message>
    <message>
        <source>Не ищется {pages} из {of}.</source>
        <translation>Not searched: {pages} of {of}.</translation>
    </message>
    <message>
        <source>Другие замечания</source>
        <translation>Other remarks</translation>
    </message>
    <message>
        <source>все {count}</source>
        <translation>all {count}</translation>
    </message>
    <message>
        <source>{pages} в {documents}</source>
        <translation>{pages} in {documents}</translation>
    </message>
    <message>
        <source>Не искали: {pages} и {files}</source>
        <translation>Not searched: {pages} and {files}</translation>
    </message>
    <message>
        <source>Не искали: {what}</source>
        <translation>Not searched: {what}</translation>
    </message>
    <message>
        <source>Поиск видит {seen} из {pages}</source>
        <translation>The search sees {seen} of {pages}</translation>
    </message>
    <message>
        <source>Документ ещё не внесён в поиск.</source>
        <translation>The document is not yet in the search.</translation>
    </message>
    <message>
        <source>Причина</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Документ или файл</source>
        <translation>Document or file</translation>
    </message>
    <message>
        <source>Страницы</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Почему</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Что делать</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Путь</source>
        <translation>Path</translation>
    </message>
</context>
<context>
    <name>GapsDialog</name>
    <message>
        <source>Что не ищется и почему</source>
        <translation>What is not searched and why</translation>
    </message>
    <message>
        <source>Показать весь архив</source>
        <translation>Show the whole archive</translation>
    </message>
    <message>
        <source>Причины</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>Что не ищется</source>
        <translation>What is not searched</translation>
    </message>
    <message>
        <source>Открыть на странице</source>
        <translation>Open at its page</translation>
    </message>
    <message>
        <source>Распознать</source>
        <translation>Recognise</translation>
    </message>
    <message>
        <source>Ввести пароль…</source>
        <translation>Enter password…</translation>
    </message>
    <message>
        <source>Попробовать ещё раз</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Показать в папке</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Убрать из списка</source>
        <translation>Take off the list</translation>
    </message>
    <message>
        <source>Копировать список</source>
        <translation>Copy list</translation>
    </message>
    <message>
        <source>Сохранить CSV…</source>
        <translation>Save as CSV…</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Документ «{title}»</source>
        <translation>Document “{title}”</translation>
    </message>
    <message>
        <source>Поиск видит всё, что есть в архиве.</source>
        <translation>The search sees everything in the archive.</translation>
    </message>
    <message>
        <source>Все причины</source>
        <translation>All reasons</translation>
    </message>
    <message>
        <source>Сохранить список</source>
        <translation>Save the list</translation>
    </message>
    <message>
        <source>Таблица CSV (*.csv)</source>
        <translation>CSV table (*.csv)</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Прежние и сохранённые запросы</source>
        <translation>Past and saved searches</translation>
    </message>
    <message>
        <source>Забыть прежние запросы</source>
        <translation>Forget past searches</translation>
    </message>
    <message>
        <source>Запоминать запросы</source>
        <translation>Remember searches</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Найденные места</source>
        <translation>Places found</translation>
    </message>
</context>
<context>
    <name>Hits</name>
    <message>
        <source>Ещё {more}</source>
        <translation>More: {more}</translation>
    </message>
    <message>
        <source>Показать дальше: ещё {rest}</source>
        <translation>Show more: {rest} left</translation>
    </message>
    <message>
        <source>Страница {page}: {text}</source>
        <translation>Page {page}: {text}</translation>
    </message>
    <message>
        <source>с. {page}</source>
        <translation>p. {page}</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>Отчёт об импорте</source>
        <translation>Import report</translation>
    </message>
    <message>
        <source>Только с замечаниями</source>
        <translation>Only with remarks</translation>
    </message>
    <message>
        <source>Копировать</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Сохранить…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Файлы импорта</source>
        <translation>Files of the import</translation>
    </message>
    <message>
        <source>Сохранить отчёт</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>Строки JSON (*.jsonl)</source>
        <translation>JSON lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Ввести пароль…</source>
        <translation>Enter password…</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>меньше минуты</source>
        <translation>less than a minute</translation>
    </message>
    <message>
        <source>~{minutes} мин</source>
        <translation>~{minutes} min</translation>
    </message>
    <message>
        <source>~{hours} ч</source>
        <translation>~{hours} h</translation>
    </message>
    <message>
        <source>добавлено документов: {count}</source>
        <translation>documents added: {count}</translation>
    </message>
    <message>
        <source>из них не полностью: {count}</source>
        <translation>of them in part: {count}</translation>
    </message>
    <message>
        <source>уже были в архиве: {count}</source>
        <translation>already in the archive: {count}</translation>
    </message>
    <message>
        <source>прочитано заново: {count}</source>
        <translation>read again: {count}</translation>
    </message>
    <message>
        <source>не принято: {count}</source>
        <translation>refused: {count}</translation>
    </message>
    <message>
        <source>импорт остановлен</source>
        <translation>import stopped</translation>
    </message>
    <message>
        <source>Документов не нашлось: добавлять нечего.</source>
        <translation>No documents were found: nothing to add.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Клавиши и язык запросов</source>
        <translation>Keys and query language</translation>
    </message>
    <message>
        <source>Звезда выбранным в списке</source>
        <translation>Star what is chosen in the list</translation>
    </message>
    <message>
        <source>Выбранные в списке прочитаны</source>
        <translation>What is chosen in the list is read</translation>
    </message>
    <message>
        <source>Переименовать или убрать коллекцию</source>
        <translation>Rename or remove a collection</translation>
    </message>
    <message>
        <source>ЯЗЫК ЗАПРОСОВ</source>
        <translation>QUERY LANGUAGE</translation>
    </message>
    <message>
        <source>ВЫДЕЛЕНИЕ НА СТРАНИЦЕ</source>
        <translation>SELECTING ON THE PAGE</translation>
    </message>
    <message>
        <source>КЛАВИШИ</source>
        <translation>KEYS</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>торговый дом</source>
        <translation>торговый дом</translation>
    </message>
    <message>
        <source>оба слова, каждое в любой форме</source>
        <translation>both words, each in any form</translation>
    </message>
    <message>
        <source>&quot;торговый дом&quot;</source>
        <translation>&quot;торговый дом&quot;</translation>
    </message>
    <message>
        <source>слова подряд, в любой форме</source>
        <translation>the words side by side, in any form</translation>
    </message>
    <message>
        <source>порт -морской</source>
        <translation>порт -морской</translation>
    </message>
    <message>
        <source>без этого слова</source>
        <translation>without this word</translation>
    </message>
    <message>
        <source>порт НЕ морской</source>
        <translation>порт NOT морской</translation>
    </message>
    <message>
        <source>то же словом</source>
        <translation>the same as a word</translation>
    </message>
    <message>
        <source>порт ИЛИ причал</source>
        <translation>порт OR причал</translation>
    </message>
    <message>
        <source>хотя бы одно из слов</source>
        <translation>at least one of the words</translation>
    </message>
    <message>
        <source>(порт ИЛИ причал) договор</source>
        <translation>(порт OR причал) договор</translation>
    </message>
    <message>
        <source>скобки собирают части</source>
        <translation>brackets group the parts</translation>
    </message>
    <message>
        <source>сотруднич*</source>
        <translation>сотруднич*</translation>
    </message>
    <message>
        <source>всё, что так начинается</source>
        <translation>whatever begins like this</translation>
    </message>
    <message>
        <source>=сотрудничество</source>
        <translation>=сотрудничество</translation>
    </message>
    <message>
        <source>только эта форма</source>
        <translation>this form only</translation>
    </message>
    <message>
        <source>название:договор</source>
        <translation>title:договор</translation>
    </message>
    <message>
        <source>слово в названии документа</source>
        <translation>a word of the title</translation>
    </message>
    <message>
        <source>файл:2021</source>
        <translation>file:2021</translation>
    </message>
    <message>
        <source>слово в имени файла</source>
        <translation>a word of the file name</translation>
    </message>
    <message>
        <source>дата:2021</source>
        <translation>date:2021</translation>
    </message>
    <message>
        <source>дата самого документа</source>
        <translation>the date of the document itself</translation>
    </message>
    <message>
        <source>коллекция:Письма</source>
        <translation>collection:Letters</translation>
    </message>
    <message>
        <source>в коллекции и в тех, что в ней</source>
        <translation>in a collection and in those in it</translation>
    </message>
    <message>
        <source>звезда:да</source>
        <translation>star:yes</translation>
    </message>
    <message>
        <source>документы со звездой</source>
        <translation>documents with a star</translation>
    </message>
    <message>
        <source>прочитано:нет</source>
        <translation>read:no</translation>
    </message>
    <message>
        <source>то, чего вы не открывали</source>
        <translation>what you have not opened</translation>
    </message>
    <message>
        <source>двойной щелчок</source>
        <translation>double click</translation>
    </message>
    <message>
        <source>слово</source>
        <translation>a word</translation>
    </message>
    <message>
        <source>тройной щелчок</source>
        <translation>triple click</translation>
    </message>
    <message>
        <source>предложение</source>
        <translation>a sentence</translation>
    </message>
    <message>
        <source>четыре щелчка</source>
        <translation>four clicks</translation>
    </message>
    <message>
        <source>абзац</source>
        <translation>a paragraph</translation>
    </message>
    <message>
        <source>Shift+щелчок</source>
        <translation>Shift+click</translation>
    </message>
    <message>
        <source>до этого места</source>
        <translation>up to there</translation>
    </message>
    <message>
        <source>Shift+стрелки</source>
        <translation>Shift+arrows</translation>
    </message>
    <message>
        <source>по знаку, по строке</source>
        <translation>by letter, by line</translation>
    </message>
    <message>
        <source>Ctrl+Shift+стрелки</source>
        <translation>Ctrl+Shift+arrows</translation>
    </message>
    <message>
        <source>по слову, по абзацу</source>
        <translation>by word, by paragraph</translation>
    </message>
    <message>
        <source>до края строки</source>
        <translation>to the edge of the line</translation>
    </message>
    <message>
        <source>на высоту окна</source>
        <translation>by a window</translation>
    </message>
    <message>
        <source>весь документ</source>
        <translation>the whole document</translation>
    </message>
</context>
<context>
    <name>KindBoxes</name>
    <message>
        <source>Все виды</source>
        <translation>All kinds</translation>
    </message>
</context>
<context>
    <name>KwicModel</name>
    <message>
        <source>Слева</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Найдено</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Справа</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Документ</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Стр.</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Дата</source>
        <translation>Date</translation>
    </message>
</context>
<context>
    <name>LabelFlow</name>
    <message>
        <source>МЕТКИ</source>
        <translation>LABELS</translation>
    </message>
    <message>
        <source>Переименовать метку…</source>
        <translation>Rename label…</translation>
    </message>
    <message>
        <source>Убрать метку</source>
        <translation>Remove label</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Все документы</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>Недавние</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>Со звездой</source>
        <translation>Starred</translation>
    </message>
    <message>
        <source>Непрочитанные</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>С заметками</source>
        <translation>With notes</translation>
    </message>
    <message>
        <source>Что не ищется и почему</source>
        <translation>What is not searched and why</translation>
    </message>
    <message>
        <source>БИБЛИОТЕКА</source>
        <translation>LIBRARY</translation>
    </message>
    <message>
        <source>НЕДАВНО ЧИТАЛИ</source>
        <translation>READ LATELY</translation>
    </message>
    <message>
        <source>Всё хранится только на этом компьютере</source>
        <translation>Everything stays on this computer</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Того, куда вела ссылка, больше нет.</source>
        <translation>What the link led to is not there any more.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Ссылка из документа</source>
        <translation>Link in a document</translation>
    </message>
    <message>
        <source>Эта ссылка ведёт не на страницу в сети: её нельзя открыть.</source>
        <translation>This link does not lead to a page on the web: it cannot be opened.</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Открыть ссылку в браузере?</source>
        <translation>Open the link in the browser?</translation>
    </message>
    <message>
        <source>Сама Читальня в сеть не выходит.</source>
        <translation>Chitalnya itself does not go online.</translation>
    </message>
    <message>
        <source>Открыть</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>LockedBar</name>
    <message>
        <source>Страницы закрыты паролем. Текст, поиск, факты и заметки доступны и без него.</source>
        <translation>The pages are locked with a password. Text, search, facts and notes work without it.</translation>
    </message>
    <message>
        <source>Ввести пароль…</source>
        <translation>Enter password…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Читальня</source>
        <translation>Chitalnya</translation>
    </message>
    <message>
        <source>Добавить документы в архив</source>
        <translation>Add documents to the archive</translation>
    </message>
    <message>
        <source>Добавить папку с документами</source>
        <translation>Add a folder of documents</translation>
    </message>
    <message>
        <source>Это последнее найденное место.</source>
        <translation>This is the last place found.</translation>
    </message>
    <message>
        <source>Это первое найденное место.</source>
        <translation>This is the first place found.</translation>
    </message>
    <message>
        <source>Папки этого файла больше нет на прежнем месте.</source>
        <translation>The folder of this file is no longer where it was.</translation>
    </message>
    <message>
        <source>Команда скопирована: вставьте её в терминал.</source>
        <translation>Command copied: paste it into a terminal.</translation>
    </message>
    <message>
        <source>Сначала наберите запрос, который сохранить.</source>
        <translation>Type the search to be saved first.</translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>Заметки на полях</source>
        <translation>Notes in the margin</translation>
    </message>
</context>
<context>
    <name>MarkHitsDialog</name>
    <message>
        <source>Всё найденное в заметки</source>
        <translation>All places into notes</translation>
    </message>
    <message>
        <source>Во всех документах: {places}</source>
        <translation>In all documents: {places}</translation>
    </message>
    <message>
        <source>Заметка к каждому месту, если нужна</source>
        <translation>A note on each place, if you like</translation>
    </message>
    <message>
        <source>Текст заметки</source>
        <translation>Text of the note</translation>
    </message>
    <message>
        <source>Метки через запятую</source>
        <translation>Tags, parted by commas</translation>
    </message>
    <message>
        <source>Метки</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Выделить</source>
        <translation>Highlight</translation>
    </message>
    <message>
        <source>Только в открытом документе: в нём ничего не найдено</source>
        <translation>In the open document only: nothing was found in it</translation>
    </message>
    <message>
        <source>Только в открытом документе: {places}</source>
        <translation>In the open document only: {places}</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Найденное по запросу: {query}</source>
        <translation>What was found by: {query}</translation>
    </message>
    <message>
        <source>Будет выделено: {places} в {documents}; что выделено уже, останется как есть. Всё вместе отменяется одним действием, Ctrl+Z.</source>
        <translation>To be highlighted: {places} in {documents}; what is highlighted already stays as it is. All of it is undone at once with Ctrl+Z.</translation>
    </message>
    <message>
        <source>Это много: запись займёт время.</source>
        <translation>These are many: writing them takes a while.</translation>
    </message>
</context>
<context>
    <name>Markers</name>
    <message>
        <source>Жёлтый</source>
        <translation>Yellow</translation>
    </message>
    <message>
        <source>Зелёный</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>Голубой</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>Розовый</source>
        <translation>Pink</translation>
    </message>
    <message>
        <source>Сиреневый</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>маркер</source>
        <translation>marker</translation>
    </message>
    <message>
        <source>подчёркнуто</source>
        <translation>underlined</translation>
    </message>
    <message>
        <source>зачёркнуто</source>
        <translation>struck out</translation>
    </message>
    <message>
        <source>на странице</source>
        <translation>on the page</translation>
    </message>
    <message>
        <source>закладка</source>
        <translation>bookmark</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>выделение найденного</source>
        <translation>marking of matches</translation>
    </message>
</context>
<context>
    <name>MeetingsPage</name>
    <message>
        <source>Кто с кем встречался</source>
        <translation>Who met whom</translation>
    </message>
    <message>
        <source>Где об этом сказано</source>
        <translation>Where it is told</translation>
    </message>
    <message>
        <source>Без запроса — по всему архиву.</source>
        <translation>Without a query: the whole archive.</translation>
    </message>
    <message>
        <source>Нажмите «Показать».</source>
        <translation>Press “Show”.</translation>
    </message>
    <message>
        <source>В этих документах ни о каких встречах не сказано.</source>
        <translation>These documents tell of no meetings.</translation>
    </message>
    <message>
        <source>Здесь соединены люди и организации, о встрече или переговорах которых сказано в одном предложении.</source>
        <translation>People and organisations are joined here when one sentence tells of their meeting or talks.</translation>
    </message>
    <message>
        <source>{left} и {right}: встреч {count}</source>
        <translation>{left} and {right}: {count} meetings</translation>
    </message>
    <message>
        <source>{name}: встреч {count}</source>
        <translation>{name}: {count} meetings</translation>
    </message>
    <message>
        <source>Встреч: {count}, участников: {people}, показано: {shown}</source>
        <translation>Meetings: {count}, participants: {people}, shown: {shown}</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Человек, организация или место</source>
        <translation>Person, organisation or place</translation>
    </message>
</context>
<context>
    <name>NoteActions</name>
    <message>
        <source>Копировать выделенные слова</source>
        <translation>Copy the marked words</translation>
    </message>
    <message>
        <source>Удалить</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Показать на странице</source>
        <translation>Show on the page</translation>
    </message>
    <message>
        <source>Изменить…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Связать с другой заметкой…</source>
        <translation>Link to another note…</translation>
    </message>
    <message>
        <source>Копировать ссылку на заметку</source>
        <translation>Copy link to this note</translation>
    </message>
    <message>
        <source>Прежние состояния…</source>
        <translation>Earlier states…</translation>
    </message>
    <message>
        <source>Ссылаются на неё</source>
        <translation>Notes that lead here</translation>
    </message>
    <message>
        <source>Добавить метку</source>
        <translation>Add a tag</translation>
    </message>
    <message>
        <source>Метки через запятую</source>
        <translation>Tags, separated by commas</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>ссылка никуда не ведёт: {label}</source>
        <translation>link leads nowhere: {label}</translation>
    </message>
    <message>
        <source>Этих слов в тексте нет</source>
        <translation>These words are not in the text</translation>
    </message>
    <message>
        <source>Место надо подтвердить</source>
        <translation>The place is to be confirmed</translation>
    </message>
    <message>
        <source>ссылаются: {count}</source>
        <translation>linked by {count}</translation>
    </message>
    <message>
        <source>рядом: {words}</source>
        <translation>beside {words}</translation>
    </message>
</context>
<context>
    <name>NoteChanges</name>
    <message>
        <source>правка заметки</source>
        <translation>edit of a note</translation>
    </message>
    <message>
        <source>правка нескольких заметок</source>
        <translation>edit of several notes</translation>
    </message>
    <message>
        <source>место заметки</source>
        <translation>place of a note</translation>
    </message>
    <message>
        <source>возврат прежней заметки</source>
        <translation>return to an earlier state</translation>
    </message>
    <message>
        <source>перенос заметок</source>
        <translation>notes carried over</translation>
    </message>
    <message>
        <source>выделение</source>
        <translation>highlight</translation>
    </message>
    <message>
        <source>подчёркивание</source>
        <translation>underline</translation>
    </message>
    <message>
        <source>зачёркивание</source>
        <translation>strike-out</translation>
    </message>
    <message>
        <source>заметка на странице</source>
        <translation>note on the page</translation>
    </message>
    <message>
        <source>закладка</source>
        <translation>bookmark</translation>
    </message>
    <message>
        <source>удаление нескольких заметок</source>
        <translation>deletion of several notes</translation>
    </message>
    <message>
        <source>снятие выделения</source>
        <translation>removal of a highlight</translation>
    </message>
    <message>
        <source>удаление заметки</source>
        <translation>deletion of a note</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>О чём помнить, что проверить, для чего это нужно</source>
        <translation>What to remember, what to check, what it is for</translation>
    </message>
</context>
<context>
    <name>NoteDialogs</name>
    <message>
        <source>Связать заметки</source>
        <translation>Link notes</translation>
    </message>
    <message>
        <source>На какую заметку сослаться?</source>
        <translation>Which note should it lead to?</translation>
    </message>
    <message>
        <source>Связать</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Откройте документ, заметки которого надо перенести.</source>
        <translation>Open the document whose notes should be carried over.</translation>
    </message>
    <message>
        <source>Подпись под заметками</source>
        <translation>Signature of notes</translation>
    </message>
    <message>
        <source>Как подписывать новые заметки (пусто — никак):</source>
        <translation>How to sign new notes (empty for not at all):</translation>
    </message>
    <message>
        <source>Перенести заметки</source>
        <translation>Carry notes over</translation>
    </message>
    <message>
        <source>В какой документ перенести заметки? В прежнем они тоже останутся.</source>
        <translation>To which document should the notes go? They stay in this one, too.</translation>
    </message>
    <message>
        <source>Перенести</source>
        <translation>Carry over</translation>
    </message>
    <message>
        <source>почти тот же текст</source>
        <translation>nearly the same text</translation>
    </message>
    <message>
        <source>Переносить нечего: все заметки там уже есть.</source>
        <translation>Nothing to carry over: all notes are there already.</translation>
    </message>
    <message>
        <source>Перенесено: {notes}. Подтвердить: {likely}, без места: {lost}.</source>
        <translation>Carried over: {notes}. To confirm: {likely}, without a place: {lost}.</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Заметка</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Что об этом думаете?</source>
        <translation>What do you think of it?</translation>
    </message>
    <message>
        <source>Текст заметки</source>
        <translation>Text of the note</translation>
    </message>
    <message>
        <source>Метки через запятую</source>
        <translation>Tags, separated by commas</translation>
    </message>
    <message>
        <source>Метки</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Удалить выделение и заметку</source>
        <translation>Delete highlight and note</translation>
    </message>
    <message>
        <source>Готово</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>NoteFilters</name>
    <message>
        <source>Цвет</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Вид</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Метка</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Документ</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Автор</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>Показать все</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Добавить метку…</source>
        <translation>Add a tag…</translation>
    </message>
    <message>
        <source>Убрать метку</source>
        <translation>Remove a tag</translation>
    </message>
    <message>
        <source>Без подписи</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>Когда</source>
        <translation>When</translation>
    </message>
    <message>
        <source>За сегодня</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>За неделю</source>
        <translation>In a week</translation>
    </message>
    <message>
        <source>За месяц</source>
        <translation>In a month</translation>
    </message>
    <message>
        <source>За год</source>
        <translation>In a year</translation>
    </message>
</context>
<context>
    <name>NoteHistory</name>
    <message>
        <source>до правки</source>
        <translation>before an edit</translation>
    </message>
    <message>
        <source>до переноса на другое место</source>
        <translation>before it moved</translation>
    </message>
    <message>
        <source>до удаления</source>
        <translation>before it was deleted</translation>
    </message>
    <message>
        <source>до возврата</source>
        <translation>before it came back</translation>
    </message>
    <message>
        <source>нет</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Цвет</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Вид</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Метки</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Ссылки</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Место</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>{what}: {then}, сейчас {now}</source>
        <translation>{what}: {then}, now {now}</translation>
    </message>
</context>
<context>
    <name>NoteHistoryDialog</name>
    <message>
        <source>Прежние состояния заметки</source>
        <translation>Earlier states of the note</translation>
    </message>
    <message>
        <source>Прежние состояния</source>
        <translation>Earlier states</translation>
    </message>
    <message>
        <source>Текст заметки тогда</source>
        <translation>Text of the note then</translation>
    </message>
    <message>
        <source>Вернуть это состояние</source>
        <translation>Bring this state back</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Эту заметку ещё не меняли.</source>
        <translation>This note has not been changed yet.</translation>
    </message>
    <message>
        <source>Выделено то, чего в заметке сейчас нет.</source>
        <translation>What is lit is not in the note now.</translation>
    </message>
    <message>
        <source>Тогда ничего не было написано.</source>
        <translation>Nothing was written then.</translation>
    </message>
</context>
<context>
    <name>NoteLinks</name>
    <message>
        <source>Связать…</source>
        <translation>Link to…</translation>
    </message>
    <message>
        <source>Вставить ссылку</source>
        <translation>Paste link</translation>
    </message>
    <message>
        <source>Убрать ссылку</source>
        <translation>Remove link</translation>
    </message>
    <message>
        <source>Убрать ссылку: {label}</source>
        <translation>Remove link: {label}</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Список заметок</source>
        <translation>List of notes</translation>
    </message>
</context>
<context>
    <name>NoteOrders</name>
    <message>
        <source>По месту в тексте</source>
        <translation>By place in the text</translation>
    </message>
    <message>
        <source>Сначала новые</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Сначала старые</source>
        <translation>Oldest first</translation>
    </message>
    <message>
        <source>Без групп</source>
        <translation>No groups</translation>
    </message>
    <message>
        <source>По документам</source>
        <translation>By document</translation>
    </message>
    <message>
        <source>По дням</source>
        <translation>By day</translation>
    </message>
    <message>
        <source>По меткам</source>
        <translation>By tag</translation>
    </message>
    <message>
        <source>По цветам</source>
        <translation>By colour</translation>
    </message>
    <message>
        <source>Без меток</source>
        <translation>Without tags</translation>
    </message>
    <message>
        <source>Вчера</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Сегодня</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>NotesHead</name>
    <message>
        <source>Этот документ</source>
        <translation>This document</translation>
    </message>
    <message>
        <source>Все документы</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>Найти в заметках</source>
        <translation>Find in notes</translation>
    </message>
    <message>
        <source>Слова в любой форме, &quot;слова подряд&quot;, #метка, -слово</source>
        <translation>Words in any form, &quot;words in a row&quot;, #tag, -word</translation>
    </message>
    <message>
        <source>Порядок и группы</source>
        <translation>Order and groups</translation>
    </message>
    <message>
        <source>Отбор</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Перенести в новую версию…</source>
        <translation>Carry over to a newer version…</translation>
    </message>
    <message>
        <source>Как подписывать заметки…</source>
        <translation>How to sign notes…</translation>
    </message>
    <message>
        <source>Найдено {found}</source>
        <translation>Found {found}</translation>
    </message>
    <message>
        <source>Снять отбор: {name}</source>
        <translation>Remove filter: {name}</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>стр. {number}</source>
        <translation>p. {number}</translation>
    </message>
    <message>
        <source>Заметки</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Ничего не подошло</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>Измените слова в поле сверху или снимите отбор.</source>
        <translation>Change the words in the field above or remove the filter.</translation>
    </message>
    <message>
        <source>Заметок пока нет</source>
        <translation>No notes yet</translation>
    </message>
    <message>
        <source>Выделите слова на странице мышью и выберите цвет маркера. К выделенному можно написать заметку: она останется и после того, как вы закроете программу.</source>
        <translation>Select words on the page with the mouse and choose a marker. You can write a note to them; it stays when you close the program.</translation>
    </message>
    <message>
        <source>Ссылка скопирована: её можно вставить в заметку. «{label}»</source>
        <translation>The link is copied and can be pasted into a note. “{label}”</translation>
    </message>
    <message>
        <source>Удалено: {notes}</source>
        <translation>Deleted: {notes}</translation>
    </message>
    <message>
        <source>Заметка удалена</source>
        <translation>Note deleted</translation>
    </message>
    <message>
        <source>Выделение снято</source>
        <translation>Highlight removed</translation>
    </message>
</context>
<context>
    <name>NotesPresenter</name>
    <message>
        <source>Заметку сохранить не удалось. Прежние заметки целы.</source>
        <translation>The note could not be saved. Earlier notes are safe.</translation>
    </message>
</context>
<context>
    <name>NotesTakenDialog</name>
    <message>
        <source>Заметки из файлов</source>
        <translation>Notes from files</translation>
    </message>
    <message>
        <source>Взять их в открытый документ</source>
        <translation>Take them into the open document</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Взято: {notes}.</source>
        <translation>Taken: {notes}.</translation>
    </message>
    <message>
        <source>Место надо подтвердить: {count}; слова там немного другие.</source>
        <translation>Places to confirm: {count}; the words there differ a little.</translation>
    </message>
    <message>
        <source>Без места: {count}; таких слов в документе нет или их несколько.</source>
        <translation>Without a place: {count}; the document has no such words, or has them several times.</translation>
    </message>
    <message>
        <source>Уже брали раньше: {count}.</source>
        <translation>Taken before: {count}.</translation>
    </message>
    <message>
        <source>Такого документа в архиве нет, не взято: {notes}.</source>
        <translation>The archive has no such document; not taken: {notes}.</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Ничего не найдено</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Падежи и число не важны: ищутся все формы слова. Проверьте, нет ли опечатки.</source>
        <translation>Case and number do not matter: every form of a word is found. Check the spelling.</translation>
    </message>
    <message>
        <source>В архиве ещё нет документов: добавьте их, и поиск заработает сразу.</source>
        <translation>The archive has no documents yet: add some, and you can search at once.</translation>
    </message>
    <message>
        <source>Искать: {query}</source>
        <translation>Try: {query}</translation>
    </message>
    <message>
        <source>Возможно, вы искали:</source>
        <translation>Did you mean:</translation>
    </message>
    <message>
        <source>Искать без: {part}</source>
        <translation>Search without: {part}</translation>
    </message>
</context>
<context>
    <name>NothingOpen</name>
    <message>
        <source>Выберите документ</source>
        <translation>Choose a document</translation>
    </message>
    <message>
        <source>Щёлкните по документу в списке или наберите запрос и нажмите Enter.</source>
        <translation>Click a document in the list, or type a query and press Enter.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Вернуть</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Скрыть</source>
        <translation>Hide</translation>
    </message>
</context>
<context>
    <name>OfficesChart</name>
    <message>
        <source>Должности во времени</source>
        <translation>Offices over time</translation>
    </message>
</context>
<context>
    <name>OrderButton</name>
    <message>
        <source>Порядок: {order}</source>
        <translation>Order: {order}</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>По соответствию</source>
        <translation>By relevance</translation>
    </message>
    <message>
        <source>Сначала новые</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Сначала старые</source>
        <translation>Oldest first</translation>
    </message>
    <message>
        <source>По названию</source>
        <translation>By title</translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>Найти раздел</source>
        <translation>Find a section</translation>
    </message>
    <message>
        <source>Содержание документа</source>
        <translation>Contents of the document</translation>
    </message>
    <message>
        <source>В этом документе нет оглавления.</source>
        <translation>This document has no table of contents.</translation>
    </message>
    <message>
        <source>Таких разделов нет.</source>
        <translation>There are no such sections.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Без запроса — по всему архиву.</source>
        <translation>Without a query: the whole archive.</translation>
    </message>
    <message>
        <source>Нажмите «Показать».</source>
        <translation>Press “Show”.</translation>
    </message>
    <message>
        <source>В этих документах ничего такого не нашлось.</source>
        <translation>Nothing of the kind was found in these documents.</translation>
    </message>
    <message>
        <source>срок прошёл: {count}</source>
        <translation>past their deadline: {count}</translation>
    </message>
    <message>
        <source>Всего: {count}</source>
        <translation>In all: {count}</translation>
    </message>
    <message>
        <source>Всего: {count}, показано: {shown}</source>
        <translation>In all: {count}, shown: {shown}</translation>
    </message>
</context>
<context>
    <name>PageMenu</name>
    <message>
        <source>Заметка в этом месте…</source>
        <translation>Note here…</translation>
    </message>
    <message>
        <source>Закладка в этом месте</source>
        <translation>Bookmark here</translation>
    </message>
    <message>
        <source>Изменить заметку…</source>
        <translation>Edit note…</translation>
    </message>
    <message>
        <source>Чем отмечено</source>
        <translation>Marked by</translation>
    </message>
    <message>
        <source>Удалить заметку</source>
        <translation>Delete note</translation>
    </message>
    <message>
        <source>Маркер</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>Подчёркивание</source>
        <translation>Underline</translation>
    </message>
    <message>
        <source>Зачёркивание</source>
        <translation>Strike-out</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Файл документа не читается: его нет на месте, или диск отключён. Текст, поиск и заметки сохранены в архиве.</source>
        <translation>The file cannot be read: it is not where it was, or the disk is disconnected. Text, search and notes are safe in the archive.</translation>
    </message>
    <message>
        <source>В этом месте файл повреждён или слишком сложен для показа. Сам файл не изменён; текст, поиск и заметки на месте.</source>
        <translation>The file is damaged here, or too complex to be shown. The file itself is unchanged; text, search and notes are in place.</translation>
    </message>
    <message>
        <source>Страница {number} не показывается</source>
        <translation>Page {number} cannot be shown</translation>
    </message>
    <message>
        <source>Страницы документа</source>
        <translation>Pages of the document</translation>
    </message>
    <message>
        <source>Страница {number} из {count}.</source>
        <translation>Page {number} of {count}.</translation>
    </message>
    <message>
        <source>Текст распознан по изображению.</source>
        <translation>The text was recognised from a picture.</translation>
    </message>
    <message>
        <source>Файл открывается только по паролю: введите его в полосе над страницей.</source>
        <translation>The file opens only with a password: enter it in the bar above the page.</translation>
    </message>
    <message>
        <source>распознавание не нашло текста</source>
        <translation>no text was recognised</translation>
    </message>
    <message>
        <source>текст распознан, уверенность ~{percent} %</source>
        <translation>recognised text, confidence ~{percent} %</translation>
    </message>
    <message>
        <source>На страницу {name}</source>
        <translation>To page {name}</translation>
    </message>
</context>
<context>
    <name>PanelMessage</name>
    <message>
        <source>Попробовать ещё раз</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>PartHead</name>
    <message>
        <source>Заметка к коллекции</source>
        <translation>Note on the collection</translation>
    </message>
</context>
<context>
    <name>PassageBox</name>
    <message>
        <source>Место в тексте</source>
        <translation>Passage in the text</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Пароль</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Показать пароль</source>
        <translation>Show password</translation>
    </message>
    <message>
        <source>Пароль помнится только до выхода из программы и нигде не записывается.</source>
        <translation>The password is remembered only until you quit and is never written down.</translation>
    </message>
    <message>
        <source>Открыть</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Проверяется…</source>
        <translation>Trying…</translation>
    </message>
</context>
<context>
    <name>PrintPagesDialog</name>
    <message>
        <source>Печать</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Весь документ: {pages}</source>
        <translation>The whole document: {pages}</translation>
    </message>
    <message>
        <source>Эта страница: {name}</source>
        <translation>This page: {name}</translation>
    </message>
    <message>
        <source>Страницы:</source>
        <translation>Pages:</translation>
    </message>
    <message>
        <source>1–3, 7</source>
        <translation>1–3, 7</translation>
    </message>
    <message>
        <source>Какие страницы печатать</source>
        <translation>Which pages to print</translation>
    </message>
    <message>
        <source>С тем, что выделено маркером</source>
        <translation>With what is highlighted</translation>
    </message>
    <message>
        <source>Выбрать принтер…</source>
        <translation>Choose a printer…</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Таких страниц нет: пишите номера через запятую и тире.</source>
        <translation>There are no such pages: write numbers with commas and dashes.</translation>
    </message>
    <message>
        <source>Будет напечатано: {pages}</source>
        <translation>To be printed: {pages}</translation>
    </message>
    <message>
        <source>Номера или обозначения, через запятую и тире.</source>
        <translation>Numbers or labels, with commas and dashes.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Напечатано: {pages}.</source>
        <translation>Printed: {pages}.</translation>
    </message>
    <message>
        <source>Не удалось нарисовать: {pages}.</source>
        <translation>Could not be drawn: {pages}.</translation>
    </message>
    <message>
        <source>Принтер не принимает печать. Проверьте, включён ли он.</source>
        <translation>The printer takes nothing. See whether it is switched on.</translation>
    </message>
    <message>
        <source>Печать остановлена.</source>
        <translation>Printing was stopped.</translation>
    </message>
    <message>
        <source>Страницы рисуются и уходят на принтер…</source>
        <translation>Pages are drawn and sent to the printer…</translation>
    </message>
    <message>
        <source>Остановить</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Печать</source>
        <translation>Print</translation>
    </message>
</context>
<context>
    <name>QueryChip</name>
    <message>
        <source>Без: {part}</source>
        <translation>Without: {part}</translation>
    </message>
    <message>
        <source>Часть запроса; Delete убирает её</source>
        <translation>Part of the query; Delete takes it out</translation>
    </message>
</context>
<context>
    <name>QueryChips</name>
    <message>
        <source>Части запроса</source>
        <translation>Parts of the query</translation>
    </message>
    <message>
        <source>ещё {count}</source>
        <translation>{count} more</translation>
    </message>
</context>
<context>
    <name>QueryField</name>
    <message>
        <source>Искать слово в любой форме</source>
        <translation>Find a word in any form</translation>
    </message>
    <message>
        <source>Запрос</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>Поиск по архиву</source>
        <translation>Search the archive</translation>
    </message>
    <message>
        <source>Очистить (Esc)</source>
        <translation>Clear (Esc)</translation>
    </message>
    <message>
        <source>Прежние и сохранённые запросы (↓ в пустом поле)</source>
        <translation>Past and saved searches (↓ in the empty field)</translation>
    </message>
    <message>
        <source>Сохранённый запрос: переименовать или удалить (Ctrl+D)</source>
        <translation>Saved search: rename or delete (Ctrl+D)</translation>
    </message>
    <message>
        <source>Сохранить запрос (Ctrl+D)</source>
        <translation>Save search (Ctrl+D)</translation>
    </message>
</context>
<context>
    <name>ReaderBar</name>
    <message>
        <source>Номер страницы</source>
        <translation>Page number</translation>
    </message>
    <message>
        <source>Страница: наберите её обозначение или номер и нажмите Enter</source>
        <translation>Page: type its label or number and press Enter</translation>
    </message>
    <message>
        <source>Номер страницы: наберите и нажмите Enter</source>
        <translation>Page number: type and press Enter</translation>
    </message>
    <message>
        <source>Вид страниц и окна</source>
        <translation>Look of pages and window</translation>
    </message>
    <message>
        <source>Тема</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>{place} из {places}</source>
        <translation>{place} of {places}</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Вид</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Состояние</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Должности</source>
        <translation>Offices</translation>
    </message>
    <message>
        <source>Как найдено</source>
        <translation>How it was found</translation>
    </message>
    <message>
        <source>Уверенность</source>
        <translation>Confidence</translation>
    </message>
    <message>
        <source>Части</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>Написания</source>
        <translation>Spellings</translation>
    </message>
    <message>
        <source>Где</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>вы подтвердили, что это верно</source>
        <translation>you said that it is right</translation>
    </message>
    <message>
        <source>вы исправили то, что нашла программа</source>
        <translation>you corrected what the program found</translation>
    </message>
    <message>
        <source>вы добавили это сами</source>
        <translation>you added it yourself</translation>
    </message>
    <message>
        <source>имя узнала языковая модель, начальную форму подобрала программа</source>
        <translation>a language model knew the name, the program found its basic form</translation>
    </message>
    <message>
        <source>с. {page}: «{words}»</source>
        <translation>p. {page}: “{words}”</translation>
    </message>
    <message>
        <source>и ещё {places}</source>
        <translation>and {places} more</translation>
    </message>
    <message>
        <source>должность названа перед именем</source>
        <translation>the office stands before the name</translation>
    </message>
    <message>
        <source>слова о том, что стороны договорились</source>
        <translation>words that tell of an agreement</translation>
    </message>
    <message>
        <source>глагол о вступлении в должность</source>
        <translation>a verb of taking office</translation>
    </message>
    <message>
        <source>глагол об уходе с должности</source>
        <translation>a verb of leaving office</translation>
    </message>
    <message>
        <source>глагол о встрече и имена при нём</source>
        <translation>a verb of meeting and the names with it</translation>
    </message>
    <message>
        <source>слова «встреча», «переговоры» и имена при них</source>
        <translation>words for a meeting or talks and the names with them</translation>
    </message>
    <message>
        <source>глагол о создании и то, что создано</source>
        <translation>a verb of creation and what is created</translation>
    </message>
    <message>
        <source>должность названа после имени</source>
        <translation>the office stands after the name</translation>
    </message>
    <message>
        <source>глагол говорит, кто кем является</source>
        <translation>a verb tells who is what</translation>
    </message>
    <message>
        <source>глагол говорит, кто что возглавляет</source>
        <translation>a verb tells who heads what</translation>
    </message>
    <message>
        <source>глагол о назначении или избрании</source>
        <translation>a verb of appointment or election</translation>
    </message>
    <message>
        <source>глагол об освобождении от должности</source>
        <translation>a verb of dismissal</translation>
    </message>
    <message>
        <source>глагол «принять» и имена при нём</source>
        <translation>a verb of receiving and the names with it</translation>
    </message>
    <message>
        <source>слова о подписанном документе</source>
        <translation>words about a signed document</translation>
    </message>
    <message>
        <source>слова о намерении</source>
        <translation>words of intention</translation>
    </message>
    <message>
        <source>слова о принятом решении</source>
        <translation>words about a decision</translation>
    </message>
    <message>
        <source>глагол поручения: «поручить», «обязать», «просить»</source>
        <translation>a verb of instruction: to order, to oblige, to ask</translation>
    </message>
    <message>
        <source>назван исполнитель и то, что ему сделать</source>
        <translation>it is named who has to do what</translation>
    </message>
    <message>
        <source>пункт под строкой с именем исполнителя</source>
        <translation>a point below the line with the name of who has to do it</translation>
    </message>
    <message>
        <source>глагол речи: «сообщил, что»</source>
        <translation>a verb of speech: “said that”</translation>
    </message>
    <message>
        <source>слова «как сообщил»</source>
        <translation>the words “as … said”</translation>
    </message>
    <message>
        <source>слова «по словам», «по мнению»</source>
        <translation>the words “according to”, “in the opinion of”</translation>
    </message>
    <message>
        <source>число и валюта за ним</source>
        <translation>a number with a currency behind it</translation>
    </message>
    <message>
        <source>знак валюты и число за ним</source>
        <translation>the sign of a currency with a number behind it</translation>
    </message>
    <message>
        <source>две суммы: от и до</source>
        <translation>two sums: from and to</translation>
    </message>
    <message>
        <source>число и знак или слово процента</source>
        <translation>a number with the sign or word for per cent</translation>
    </message>
    <message>
        <source>число и единица измерения</source>
        <translation>a number with a unit of measure</translation>
    </message>
    <message>
        <source>число и то, что им сосчитано</source>
        <translation>a number with what it counts</translation>
    </message>
    <message>
        <source>время отсчитано назад от дня документа</source>
        <translation>time counted back from the day of the document</translation>
    </message>
    <message>
        <source>время отсчитано вперёд от дня документа</source>
        <translation>time counted on from the day of the document</translation>
    </message>
    <message>
        <source>время названо относительно дня документа</source>
        <translation>time told from the day of the document</translation>
    </message>
    <message>
        <source>адрес в интернете</source>
        <translation>a web address</translation>
    </message>
    <message>
        <source>имя и должность рядом</source>
        <translation>a name and an office side by side</translation>
    </message>
    <message>
        <source>слова о назначении или отставке</source>
        <translation>words of appointment or dismissal</translation>
    </message>
    <message>
        <source>слова о встрече и имена при них</source>
        <translation>words of a meeting and the names with them</translation>
    </message>
    <message>
        <source>слова о договорённости</source>
        <translation>words of agreement</translation>
    </message>
    <message>
        <source>слова о поручении</source>
        <translation>words of instruction</translation>
    </message>
    <message>
        <source>слова о решении</source>
        <translation>words of decision</translation>
    </message>
    <message>
        <source>слова о создании</source>
        <translation>words of creation</translation>
    </message>
    <message>
        <source>слова о достигнутом</source>
        <translation>words about what was achieved</translation>
    </message>
    <message>
        <source>слова о том, кто что сказал</source>
        <translation>words about who said what</translation>
    </message>
    <message>
        <source>прямая речь и тот, кому она принадлежит</source>
        <translation>direct speech and whose it is</translation>
    </message>
    <message>
        <source>число и валюта</source>
        <translation>a number and a currency</translation>
    </message>
    <message>
        <source>доля, названная числом или словом</source>
        <translation>a share in figures or words</translation>
    </message>
    <message>
        <source>число и то, что им измерено</source>
        <translation>a number and what it measures</translation>
    </message>
    <message>
        <source>слова, которыми называют время</source>
        <translation>words that name a time</translation>
    </message>
    <message>
        <source>слова о длительности</source>
        <translation>words about a length of time</translation>
    </message>
    <message>
        <source>ссылка на источник</source>
        <translation>a reference to a source</translation>
    </message>
    <message>
        <source>глагол сделки и её стороны</source>
        <translation>a verb of a deal and its parties</translation>
    </message>
    <message>
        <source>слова о том, кому что принадлежит</source>
        <translation>words about who owns what</translation>
    </message>
</context>
<context>
    <name>Recognition</name>
    <message>
        <source>Распознавание…</source>
        <translation>Recognising…</translation>
    </message>
    <message>
        <source>Распознавание: {done} из {total}</source>
        <translation>Recognising: {done} of {total}</translation>
    </message>
    <message>
        <source>Распознано страниц: {count}</source>
        <translation>Pages recognised: {count}</translation>
    </message>
    <message>
        <source>не удалось: {count}</source>
        <translation>failed: {count}</translation>
    </message>
    <message>
        <source>заметок без места в новом тексте: {count}, они сохранены</source>
        <translation>notes without a place in the new text: {count}, they are kept</translation>
    </message>
</context>
<context>
    <name>RecognitionLine</name>
    <message>
        <source>Ход распознавания</source>
        <translation>Progress of the recognition</translation>
    </message>
    <message>
        <source>Приостановить</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Продолжить</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Потом</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Сохраняю распознанное…</source>
        <translation>Keeping what was recognised…</translation>
    </message>
    <message>
        <source>Распознавание приостановлено</source>
        <translation>Recognition paused</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Кто это</source>
        <translation>Who this is</translation>
    </message>
    <message>
        <source>Как называть</source>
        <translation>What to call it</translation>
    </message>
    <message>
        <source>В каких документах</source>
        <translation>In which documents</translation>
    </message>
    <message>
        <source>Назвать так</source>
        <translation>Use this name</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Чтобы объединить с другим именем, впишите его. Чтобы отделить тёзку, отметьте только документы о нём и дайте ему другое имя, например с должностью в скобках.</source>
        <translation>To join it with another name, write that name. To part a namesake, check only the documents about that one and give it another name, for instance with the office in brackets.</translation>
    </message>
    <message>
        <source>Имя изменится в {documents}; сам текст остаётся каким был. Отменяется одним действием, Ctrl+Z. На документы, которые придут позже, это не действует.</source>
        <translation>The name changes in {documents}; the text itself stays as it is. One undo, Ctrl+Z, takes it back. Documents that come later are not affected.</translation>
    </message>
</context>
<context>
    <name>Renaming</name>
    <message>
        <source>переименование</source>
        <translation>renaming</translation>
    </message>
</context>
<context>
    <name>ReportModel</name>
    <message>
        <source>добавлен</source>
        <translation>added</translation>
    </message>
    <message>
        <source>уже был</source>
        <translation>known</translation>
    </message>
    <message>
        <source>новая версия</source>
        <translation>new version</translation>
    </message>
    <message>
        <source>не полностью</source>
        <translation>in part</translation>
    </message>
    <message>
        <source>прочитан заново</source>
        <translation>read again</translation>
    </message>
    <message>
        <source>не принят</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>Файл</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Итог</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Страниц</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Почему и что делать</source>
        <translation>Why, and what to do</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Читаю: до страницы {page}</source>
        <translation>Reading: up to page {page}</translation>
    </message>
    <message>
        <source>Прочитано до конца</source>
        <translation>Read to the end</translation>
    </message>
    <message>
        <source>Метки: {labels}</source>
        <translation>Labels: {labels}</translation>
    </message>
</context>
<context>
    <name>SameAsDialog</name>
    <message>
        <source>Это тот же, что…</source>
        <translation>The same as…</translation>
    </message>
    <message>
        <source>Объединить</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Найти имя</source>
        <translation>Find a name</translation>
    </message>
    <message>
        <source>Имена документа</source>
        <translation>Names of the document</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>«{name}» — это на самом деле:</source>
        <translation>“{name}” is really:</translation>
    </message>
</context>
<context>
    <name>SampleTour</name>
    <message>
        <source>Образца архива нет в этой установке программы.</source>
        <translation>This installation has no sample archive.</translation>
    </message>
    <message>
        <source>В образце ничего не нашлось.</source>
        <translation>Nothing was found in the sample.</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>СОХРАНЁННЫЕ ЗАПРОСЫ</source>
        <translation>SAVED SEARCHES</translation>
    </message>
    <message>
        <source>Вернуть «{name}»</source>
        <translation>Bring back “{name}”</translation>
    </message>
</context>
<context>
    <name>ScanStrip</name>
    <message>
        <source>Распознать</source>
        <translation>Recognise</translation>
    </message>
    <message>
        <source>Скопировать команду</source>
        <translation>Copy the command</translation>
    </message>
    <message>
        <source>Проверить снова</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Не сейчас</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>{pages} без текста: поиск видит только изображение.</source>
        <translation>{pages} without text: a search sees only a picture.</translation>
    </message>
    <message>
        <source>Чтобы распознавать страницы, установите свободную программу Tesseract с русским языком.</source>
        <translation>To recognise pages, install Tesseract, a free program, with its Russian language data.</translation>
    </message>
</context>
<context>
    <name>SearchHead</name>
    <message>
        <source>Уточнить</source>
        <translation>Narrow</translation>
    </message>
    <message>
        <source>Годы, имена, места и другое, что есть в найденном</source>
        <translation>Years, names, places and what else is in the results</translation>
    </message>
</context>
<context>
    <name>SearchNameDialog</name>
    <message>
        <source>Сохранённый запрос</source>
        <translation>Saved search</translation>
    </message>
    <message>
        <source>Сохранить запрос</source>
        <translation>Save search</translation>
    </message>
    <message>
        <source>Название запроса</source>
        <translation>Name of the search</translation>
    </message>
    <message>
        <source>Сохранить</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Удалить</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Название</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Здесь пока пусто. Перетащите документы из списка на коллекцию или выберите «В коллекцию» в меню документа.</source>
        <translation>Nothing here yet. Drag documents from the list onto the collection, or choose “Into a collection” in the menu of a document.</translation>
    </message>
    <message>
        <source>В архиве пока нет документов. Перетащите сюда файлы или папки.</source>
        <translation>The archive has no documents yet. Drop files or folders here.</translation>
    </message>
    <message>
        <source>Здесь будут документы, которые вы открывали.</source>
        <translation>Documents you have opened will be here.</translation>
    </message>
    <message>
        <source>Здесь будут важные документы. Звезда появляется в строке документа под указателем; с клавиатуры — S.</source>
        <translation>Important documents will be here. The star appears in a document&apos;s row under the pointer; on the keyboard it is S.</translation>
    </message>
    <message>
        <source>Всё открыто хотя бы раз: непрочитанного нет.</source>
        <translation>Everything has been opened at least once: nothing is unread.</translation>
    </message>
    <message>
        <source>Здесь будут документы с вашими заметками.</source>
        <translation>Documents with your notes will be here.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Что сделать с выделенным</source>
        <translation>What to do with the selection</translation>
    </message>
    <message>
        <source>Выделить и написать заметку (Ctrl+N)</source>
        <translation>Highlight and write a note (Ctrl+N)</translation>
    </message>
    <message>
        <source>Добавить факт или имя (Ctrl+Shift+F)</source>
        <translation>Add a fact or name (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>Копировать (Ctrl+C)</source>
        <translation>Copy (Ctrl+C)</translation>
    </message>
    <message>
        <source>Копировать со ссылкой (Ctrl+Shift+C)</source>
        <translation>Copy with citation (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Искать выделенное в архиве (Ctrl+E)</source>
        <translation>Search the archive for the selection (Ctrl+E)</translation>
    </message>
    <message>
        <source>Вид ссылки</source>
        <translation>Citation style</translation>
    </message>
</context>
<context>
    <name>SheetsModel</name>
    <message>
        <source>Страница {name}</source>
        <translation>Page {name}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Ход импорта</source>
        <translation>Progress of the import</translation>
    </message>
    <message>
        <source>Остановить</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Отчёт</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Скрыть</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>F1 — клавиши и язык запросов</source>
        <translation>F1: keys and query language</translation>
    </message>
    <message>
        <source>Что не ищется и почему</source>
        <translation>What is not searched and why</translation>
    </message>
    <message>
        <source>Ищу документы…</source>
        <translation>Looking for documents…</translation>
    </message>
    <message>
        <source>Эти файлы добавятся следом.</source>
        <translation>These files come next.</translation>
    </message>
    <message>
        <source>Обновляю поиск: {done} из {total}</source>
        <translation>Updating the search index: {done} of {total}</translation>
    </message>
    <message>
        <source>Импорт: {done} из {total}</source>
        <translation>Importing {done} of {total}</translation>
    </message>
    <message>
        <source>Останавливаю…</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>Study</name>
    <message>
        <source>Слово или имя</source>
        <translation>Word or name</translation>
    </message>
    <message>
        <source>Документов</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Мест</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Первая дата</source>
        <translation>First date</translation>
    </message>
    <message>
        <source>Последняя дата</source>
        <translation>Last date</translation>
    </message>
    <message>
        <source>Примечание</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Слово</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Рядом</source>
        <translation>Near</translation>
    </message>
    <message>
        <source>Сколько раз стоит рядом с найденным</source>
        <translation>How often it stands near a place found</translation>
    </message>
    <message>
        <source>Слева</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Сколько из них перед найденным</source>
        <translation>How often of these before it</translation>
    </message>
    <message>
        <source>Справа</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Сколько из них после найденного</source>
        <translation>How often of these after it</translation>
    </message>
    <message>
        <source>Всего</source>
        <translation>In all</translation>
    </message>
    <message>
        <source>Сколько раз слово стоит в этих документах</source>
        <translation>How often the word stands in these documents</translation>
    </message>
    <message>
        <source>Сила связи</source>
        <translation>Strength</translation>
    </message>
    <message>
        <source>Насколько чаще, чем вышло бы случайно: логарифм правдоподобия (Даннинг, 1993)</source>
        <translation>How much more often than by chance: log-likelihood (Dunning 1993)</translation>
    </message>
    <message>
        <source>Документ</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Стр.</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>дата самого документа</source>
        <translation>the date of the document itself</translation>
    </message>
    <message>
        <source>{deadline} — прошёл</source>
        <translation>{deadline} — past</translation>
    </message>
    <message>
        <source>Дата</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Сходство</source>
        <translation>Likeness</translation>
    </message>
    <message>
        <source>100 % — те же слова</source>
        <translation>100 % means the same words</translation>
    </message>
    <message>
        <source>Общие слова</source>
        <translation>Words in common</translation>
    </message>
    <message>
        <source>Файл не записан: {reason}.</source>
        <translation>The file was not written: {reason}.</translation>
    </message>
    <message>
        <source>Выберите другую папку или освободите место.</source>
        <translation>Choose another folder, or free some space.</translation>
    </message>
    <message>
        <source>Не получилось.</source>
        <translation>That did not work.</translation>
    </message>
    <message>
        <source>Подробности записаны в журнал программы. Документы целы.</source>
        <translation>Details are in the log of the program. The documents are safe.</translation>
    </message>
    <message>
        <source>Найдено</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Страница</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Строки</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>Что сказано</source>
        <translation>What is said</translation>
    </message>
    <message>
        <source>Срок</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Кому или кто</source>
        <translation>To whom, or who</translation>
    </message>
    <message>
        <source>Что сделать</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Здесь собраны даты документов и даты, названные в тексте с годом.</source>
        <translation>Here are the dates of documents, and those that their texts name with a year.</translation>
    </message>
    <message>
        <source>Здесь собраны поручения, намерения, решения и договорённости, со сроками и без.</source>
        <translation>Here are instructions, intentions, decisions and agreements, with and without deadlines.</translation>
    </message>
    <message>
        <source>Здесь собрана прямая речь, у которой назван говорящий.</source>
        <translation>Here is direct speech whose speaker is named.</translation>
    </message>
    <message>
        <source>№</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>В документах</source>
        <translation>In documents</translation>
    </message>
    <message>
        <source>Встреч</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>Вид</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Где</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Дата документа</source>
        <translation>Date of the document</translation>
    </message>
    <message>
        <source>Дата самого документа</source>
        <translation>The document&apos;s own date</translation>
    </message>
    <message>
        <source>Должность</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>За какое время</source>
        <translation>For what time</translation>
    </message>
    <message>
        <source>Кому</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>Место в тексте</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>О чём</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Обещания</source>
        <translation>Promises</translation>
    </message>
    <message>
        <source>По</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Расхождения</source>
        <translation>Disagreements</translation>
    </message>
    <message>
        <source>С</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Состояние</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Срок прошёл</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Упоминаний</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Утверждений</source>
        <translation>Statements</translation>
    </message>
    <message>
        <source>Утверждения</source>
        <translation>Statements</translation>
    </message>
    <message>
        <source>Что</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Значение</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Слова</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Кто</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Слова рядом</source>
        <translation>Words around</translation>
    </message>
    <message>
        <source>Время</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Всего документов</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>Месяцы</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>Годы</source>
        <translation>Years</translation>
    </message>
    <message>
        <source>{when}: {documents}, {places}</source>
        <translation>{when}: {documents}, {places}</translation>
    </message>
    <message>
        <source>{share} всех документов того времени ({all})</source>
        <translation>{share} of all documents of that time ({all})</translation>
    </message>
    <message>
        <source>Таблицы CSV (*.csv)</source>
        <translation>CSV tables (*.csv)</translation>
    </message>
    <message>
        <source>Книги Excel (*.xlsx)</source>
        <translation>Excel workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>Картинки PNG (*.png)</source>
        <translation>PNG pictures (*.png)</translation>
    </message>
    <message>
        <source>Рисунки SVG (*.svg)</source>
        <translation>SVG drawings (*.svg)</translation>
    </message>
    <message>
        <source>Список</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Записать в файл</source>
        <translation>Write to a file</translation>
    </message>
    <message>
        <source>В этих документах такого имени нет.</source>
        <translation>These documents do not have that name.</translation>
    </message>
    <message>
        <source>Имя изменено. Отменить — Ctrl+Z.</source>
        <translation>The name is changed. Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>Имя возвращено.</source>
        <translation>The name is back.</translation>
    </message>
    <message>
        <source>Выделяю найденное…</source>
        <translation>Highlighting what was found…</translation>
    </message>
    <message>
        <source>Выделено: {places}. Отменить — Ctrl+Z.</source>
        <translation>Highlighted: {places}. Undo with Ctrl+Z.</translation>
    </message>
    <message>
        <source>Все найденные места уже выделены.</source>
        <translation>All places found are highlighted already.</translation>
    </message>
    <message>
        <source>Выделение снято: {places}.</source>
        <translation>No longer highlighted: {places}.</translation>
    </message>
    <message>
        <source>Записано. Файл: {name}</source>
        <translation>Written to the file {name}</translation>
    </message>
    <message>
        <source>Записать картинкой</source>
        <translation>Save as a picture</translation>
    </message>
    <message>
        <source>Деньги</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>Должности</source>
        <translation>Offices</translation>
    </message>
    <message>
        <source>С кем</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>Цитаты</source>
        <translation>Quotes</translation>
    </message>
    <message>
        <source>Сказано</source>
        <translation>Said</translation>
    </message>
    <message>
        <source>Документы</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>{documents}; упоминаний: {mentions}; утверждений: {told}</source>
        <translation>{documents}; mentions: {mentions}; statements: {told}</translation>
    </message>
    <message>
        <source>человек</source>
        <translation>person</translation>
    </message>
    <message>
        <source>организация</source>
        <translation>organisation</translation>
    </message>
    <message>
        <source>место</source>
        <translation>place</translation>
    </message>
    <message>
        <source>{office} (в прошлом)</source>
        <translation>{office} (former)</translation>
    </message>
    <message>
        <source>Встречи</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>Договорённости</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>Намерения</source>
        <translation>Intentions</translation>
    </message>
    <message>
        <source>Поручения</source>
        <translation>Instructions</translation>
    </message>
    <message>
        <source>Решения</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>Создание</source>
        <translation>Creations</translation>
    </message>
    <message>
        <source>Достижения</source>
        <translation>Achievements</translation>
    </message>
    <message>
        <source>Заявления</source>
        <translation>Statements</translation>
    </message>
    <message>
        <source>Проценты</source>
        <translation>Percentages</translation>
    </message>
    <message>
        <source>Числа</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>Даты</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Сделки</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>Собственность</source>
        <translation>Property</translation>
    </message>
    <message>
        <source>Пишется также: {names}</source>
        <translation>Also spelled: {names}</translation>
    </message>
    <message>
        <source>Похожие имена, может быть, о другом: {names}</source>
        <translation>Similar names, perhaps somebody else: {names}</translation>
    </message>
    <message>
        <source>Показаны последние {shown} из {documents}.</source>
        <translation>The latest {shown} of {documents} are shown.</translation>
    </message>
    <message>
        <source>Всего об этом: {documents}.</source>
        <translation>{documents} in all have such a figure.</translation>
    </message>
    <message>
        <source>Имени «{name}» в этих документах нет.</source>
        <translation>These documents do not name “{name}”.</translation>
    </message>
    <message>
        <source>Запрос наверху оставляет только часть документов: без него имя может найтись.</source>
        <translation>The query above leaves only some of the documents: the name may be found without it.</translation>
    </message>
    <message>
        <source>Достаточно фамилии или одного слова названия, в любой форме.</source>
        <translation>A surname or one word of a name is enough, in any form.</translation>
    </message>
    <message>
        <source>стр. {number}</source>
        <translation>p. {number}</translation>
    </message>
    <message>
        <source>Всё об этом имени</source>
        <translation>Everything about this name</translation>
    </message>
</context>
<context>
    <name>StudyPage</name>
    <message>
        <source>Копировать</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Копировать выбранные строки, а если не выбраны — все (Ctrl+C)</source>
        <translation>Copy the selected rows, or all of them if none is selected (Ctrl+C)</translation>
    </message>
    <message>
        <source>Скопировано строк: {count}</source>
        <translation>Rows copied: {count}</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Записать в файл CSV</source>
        <translation>Write to a CSV file</translation>
    </message>
    <message>
        <source>Excel…</source>
        <translation>Excel…</translation>
    </message>
    <message>
        <source>Записать в файл Excel</source>
        <translation>Write to an Excel file</translation>
    </message>
    <message>
        <source>Запрос наверху оставляет только часть документов: без него может найтись больше.</source>
        <translation>The query above leaves only some of the documents: there may be more without it.</translation>
    </message>
    <message>
        <source>{said} — в документах по запросу «{query}»</source>
        <translation>{said} — in the documents of the query “{query}”</translation>
    </message>
    <message>
        <source>Остановлено.</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>Нажмите «Показать», чтобы начать снова.</source>
        <translation>Press “Show” to begin again.</translation>
    </message>
</context>
<context>
    <name>StudyWindow</name>
    <message>
        <source>Работа с результатами</source>
        <translation>Work with the results</translation>
    </message>
    <message>
        <source>Строки</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>Слова рядом</source>
        <translation>Words around</translation>
    </message>
    <message>
        <source>По времени</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>Список слов</source>
        <translation>List of words</translation>
    </message>
    <message>
        <source>Похожие</source>
        <translation>Similar</translation>
    </message>
    <message>
        <source>Версии</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Даты</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Сроки</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>Расхождения</source>
        <translation>Disagreements</translation>
    </message>
    <message>
        <source>Цитаты</source>
        <translation>Quotes</translation>
    </message>
    <message>
        <source>Встречи</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>Об имени</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Запрос, который изучается</source>
        <translation>The query that is studied</translation>
    </message>
    <message>
        <source>Всё найденное в заметки…</source>
        <translation>All places into notes…</translation>
    </message>
    <message>
        <source>Показать</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Взять из главного окна</source>
        <translation>Take from the main window</translation>
    </message>
    <message>
        <source>Изучать запрос, который задан в главном окне</source>
        <translation>Study the query that is asked in the main window</translation>
    </message>
    <message>
        <source>Выделить каждое найденное место; отменяется одним действием</source>
        <translation>Highlight every place found; undone in one step</translation>
    </message>
</context>
<context>
    <name>SuggestionLine</name>
    <message>
        <source>Показано для «{query}»</source>
        <translation>Shown for “{query}”</translation>
    </message>
    <message>
        <source>Искать «{query}»</source>
        <translation>Search for “{query}”</translation>
    </message>
    <message>
        <source>Возможно, вы искали:</source>
        <translation>Did you mean:</translation>
    </message>
</context>
<context>
    <name>TableBar</name>
    <message>
        <source>Что сделать с таблицей</source>
        <translation>What to do with the table</translation>
    </message>
    <message>
        <source>Копировать таблицу</source>
        <translation>Copy the table</translation>
    </message>
    <message>
        <source>Записать в файл CSV</source>
        <translation>Save as a CSV file</translation>
    </message>
    <message>
        <source>Записать в файл Excel</source>
        <translation>Save as an Excel file</translation>
    </message>
    <message>
        <source>Открыть</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Открыть таблицу под страницей</source>
        <translation>Open the table below the page</translation>
    </message>
    <message>
        <source>Убрать рамки</source>
        <translation>Take the frames away</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message>
        <source>Закрыть таблицу (Esc)</source>
        <translation>Close the table (Esc)</translation>
    </message>
    <message>
        <source>Закрыть таблицу</source>
        <translation>Close the table</translation>
    </message>
    <message>
        <source>Копировать</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Копировать выбранные ячейки, а если не выбраны — всю таблицу</source>
        <translation>Copy the chosen cells; the whole table when none are chosen</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Записать таблицу в файл CSV</source>
        <translation>Save the table as a CSV file</translation>
    </message>
    <message>
        <source>Excel…</source>
        <translation>Excel…</translation>
    </message>
    <message>
        <source>Записать таблицу в файл Excel</source>
        <translation>Save the table as an Excel file</translation>
    </message>
    <message>
        <source>Ячейки таблицы</source>
        <translation>Cells of the table</translation>
    </message>
    <message>
        <source>Таблица, с. {pages}: {size}</source>
        <translation>Table, p. {pages}: {size}</translation>
    </message>
    <message>
        <source> · ищу продолжение…</source>
        <translation> · looking for the rest…</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Файл не записан: {reason}. Выберите другую папку или освободите место.</source>
        <translation>The file was not written: {reason}. Choose another folder or free some space.</translation>
    </message>
    <message>
        <source>Таблицы найти не удалось: страница слишком сложна. Сам документ цел.</source>
        <translation>The tables could not be found: the page is too complicated. The document itself is safe.</translation>
    </message>
    <message>
        <source>с.</source>
        <translation>p.</translation>
    </message>
    <message>
        <source>Ищу таблицы на странице {page}…</source>
        <translation>Looking for tables on page {page}…</translation>
    </message>
    <message>
        <source>На странице {page} таблиц не найдено.</source>
        <translation>No tables were found on page {page}.</translation>
    </message>
    <message>
        <source>На странице {page} найдена таблица.</source>
        <translation>A table was found on page {page}.</translation>
    </message>
    <message>
        <source>На странице {page} найдено таблиц: {count}.</source>
        <translation>Tables found on page {page}: {count}.</translation>
    </message>
    <message>
        <source>Таблица записана целиком, страниц: {count}. Файл: {name}</source>
        <translation>The whole table was saved, pages: {count}. File: {name}</translation>
    </message>
    <message>
        <source>Таблица записана. Файл: {name}</source>
        <translation>The table was saved. File: {name}</translation>
    </message>
    <message>
        <source>Скопировано: таблицу можно вставить в Excel или Word.</source>
        <translation>Copied: the table can be pasted into Excel or Word.</translation>
    </message>
    <message>
        <source>Таблицы CSV (*.csv)</source>
        <translation>CSV tables (*.csv)</translation>
    </message>
    <message>
        <source>Книги Excel (*.xlsx)</source>
        <translation>Excel workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>Записать таблицу</source>
        <translation>Save the table</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>заметки из других программ</source>
        <translation>notes of other programs</translation>
    </message>
</context>
<context>
    <name>TakingNotes</name>
    <message>
        <source>Взять заметки из файлов</source>
        <translation>Take notes from files</translation>
    </message>
    <message>
        <source>Читаю заметки…</source>
        <translation>Reading notes…</translation>
    </message>
    <message>
        <source>Взято из файла: {notes}.</source>
        <translation>Taken from the file: {notes}.</translation>
    </message>
    <message>
        <source>Новых заметок в файле нет; взяты раньше: {count}.</source>
        <translation>There are no new notes in the file; taken before: {count}.</translation>
    </message>
    <message>
        <source>В файле документа заметок нет.</source>
        <translation>There are no notes in the document’s file.</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Текст документа</source>
        <translation>Text of the document</translation>
    </message>
    <message>
        <source>В этом документе нет текста: распознайте страницы или вернитесь к ним.</source>
        <translation>This document has no text: recognise its pages, or go back to them.</translation>
    </message>
</context>
<context>
    <name>ThumbnailList</name>
    <message>
        <source>Страницы документа</source>
        <translation>Pages of the document</translation>
    </message>
</context>
<context>
    <name>TimesPage</name>
    <message>
        <source>Столбики</source>
        <translation>Bars</translation>
    </message>
    <message>
        <source>по месяцам</source>
        <translation>by month</translation>
    </message>
    <message>
        <source>по годам</source>
        <translation>by year</translation>
    </message>
    <message>
        <source>Высота</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>документы</source>
        <translation>documents</translation>
    </message>
    <message>
        <source>места</source>
        <translation>places</translation>
    </message>
    <message>
        <source>доля документов того времени</source>
        <translation>share of the documents of that time</translation>
    </message>
    <message>
        <source>Здесь будет видно, когда о чём писали.</source>
        <translation>When things were written about will be seen here.</translation>
    </message>
    <message>
        <source>Напишите запрос в поле наверху и нажмите Enter.</source>
        <translation>Write a query into the field at the top and press Enter.</translation>
    </message>
    <message>
        <source>У найденных документов нет дат, или ничего не нашлось.</source>
        <translation>The documents found have no dates, or nothing was found.</translation>
    </message>
    <message>
        <source>Дата берётся из текста и свойств документа, когда она там есть.</source>
        <translation>The date is taken from the text and the properties of a document, where it has one.</translation>
    </message>
    <message>
        <source>{places} в {documents} с датой</source>
        <translation>{places} in {documents} with a date</translation>
    </message>
    <message>
        <source>{found}; без даты: {documents}</source>
        <translation>{found}; without a date: {documents}</translation>
    </message>
    <message>
        <source>Частота во времени, столбиков: {count}</source>
        <translation>Frequency over time, bars: {count}</translation>
    </message>
</context>
<context>
    <name>ToldLine</name>
    <message>
        <source>Сколько сделано</source>
        <translation>How much is done</translation>
    </message>
    <message>
        <source>Остановить</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Считаю…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>Считаю: {done} из {total}</source>
        <translation>Counting: {done} of {total}</translation>
    </message>
</context>
<context>
    <name>Unlocking</name>
    <message>
        <source>Сейчас идёт другой импорт. Попробуйте, когда он закончится.</source>
        <translation>Another import is running. Try again when it has ended.</translation>
    </message>
    <message>
        <source>Подошёл не ко всем: остаётся {files}. Если знаете другой пароль, введите его.</source>
        <translation>It does not fit all of them: {files} left. If you know another password, enter it.</translation>
    </message>
    <message>
        <source>Введите пароль, чтобы видеть страницы этого документа.</source>
        <translation>Enter the password to see the pages of this document.</translation>
    </message>
    <message>
        <source>Пароль не подошёл. Проверьте раскладку и регистр букв и попробуйте ещё раз.</source>
        <translation>That password does not fit. Check the keyboard layout and Caps Lock, and try again.</translation>
    </message>
    <message>
        <source>По паролю открывается: {files}. Пароль будет испробован на каждом из них.</source>
        <translation>Locked with a password: {files}. The password will be tried on each of them.</translation>
    </message>
    <message>
        <source>Файл «{name}» открывается только по паролю.</source>
        <translation>The file “{name}” opens only with a password.</translation>
    </message>
</context>
<context>
    <name>UnsearchedBar</name>
    <message>
        <source>Распознать</source>
        <translation>Recognise</translation>
    </message>
    <message>
        <source>Подробнее</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Скрыть</source>
        <translation>Hide</translation>
    </message>
</context>
<context>
    <name>UnsureBar</name>
    <message>
        <source>Разобрать…</source>
        <translation>Review…</translation>
    </message>
    <message>
        <source>{places} подтвердить</source>
        <translation>{places} to confirm</translation>
    </message>
    <message>
        <source>{count} без места</source>
        <translation>{count} without a place</translation>
    </message>
</context>
<context>
    <name>UnsureDialog</name>
    <message>
        <source>Места заметок</source>
        <translation>Places of notes</translation>
    </message>
    <message>
        <source>Что было отмечено</source>
        <translation>What was marked</translation>
    </message>
    <message>
        <source>Что стоит в тексте теперь</source>
        <translation>What stands in the text now</translation>
    </message>
    <message>
        <source>Предыдущее место (←)</source>
        <translation>Previous place (←)</translation>
    </message>
    <message>
        <source>Следующее место (→)</source>
        <translation>Next place (→)</translation>
    </message>
    <message>
        <source>Да, это место</source>
        <translation>Yes, here</translation>
    </message>
    <message>
        <source>Взять выделенное на странице</source>
        <translation>Take the selection on the page</translation>
    </message>
    <message>
        <source>Оставить как есть</source>
        <translation>Leave as it is</translation>
    </message>
    <message>
        <source>Закрыть</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Было отмечено</source>
        <translation>What was marked</translation>
    </message>
    <message>
        <source>Разобрано: у всех заметок есть место.</source>
        <translation>Done: every note has its place.</translation>
    </message>
    <message>
        <source>Заметка {number}</source>
        <translation>Note {number}</translation>
    </message>
    <message>
        <source>Сейчас в тексте</source>
        <translation>In the text now</translation>
    </message>
    <message>
        <source>Ищу…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>Похожих слов в тексте нет. Выделите место на странице или оставьте заметку как есть: она сохранится со всеми словами.</source>
        <translation>The text has no words like these. Select a place on the page or leave the note as it is: it keeps all its words.</translation>
    </message>
    <message>
        <source>Текст документа изменился. Это место нашла программа — посмотрите, то ли оно.</source>
        <translation>The text of the document has changed. The program found this place: see whether it is the right one.</translation>
    </message>
    <message>
        <source>стр. {number}</source>
        <translation>p. {number}</translation>
    </message>
    <message>
        <source>Место {number}</source>
        <translation>Place {number}</translation>
    </message>
    <message>
        <source>почти то же</source>
        <translation>nearly the same</translation>
    </message>
    <message>
        <source>похоже</source>
        <translation>alike</translation>
    </message>
    <message>
        <source>похоже немного</source>
        <translation>a little alike</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>Версии и копии</source>
        <translation>Versions and copies</translation>
    </message>
    <message>
        <source>Документ</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Дата</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Файл</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Найти версии и копии</source>
        <translation>Find versions and copies</translation>
    </message>
    <message>
        <source>Редакции одного документа, перепечатки и копии, собранные в группы.</source>
        <translation>Versions of one document, reprints and copies, gathered in groups.</translation>
    </message>
    <message>
        <source>Нажмите «Найти версии и копии»: будут сравнены все документы архива. В первый раз это займёт время, потом — мгновение.</source>
        <translation>Press “Find versions and copies”: all documents of the archive are compared. The first time that takes a while, later a moment.</translation>
    </message>
    <message>
        <source>В архиве нет почти одинаковых документов.</source>
        <translation>No documents of the archive are nearly the same.</translation>
    </message>
    <message>
        <source>{documents}, сходство от {likeness}</source>
        <translation>{documents}, likeness from {likeness}</translation>
    </message>
    <message>
        <source>Групп: {count}, в них {documents}</source>
        <translation>Groups: {count}, with {documents}</translation>
    </message>
</context>
<context>
    <name>WayBack</name>
    <message>
        <source>Выйти из полного экрана (F11)</source>
        <translation>Leave full screen (F11)</translation>
    </message>
    <message>
        <source>стр. {page} из {pages}</source>
        <translation>p. {page} of {pages}</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Добавить документы…</source>
        <translation>Add documents…</translation>
    </message>
    <message>
        <source>Открыть образец архива</source>
        <translation>Open the sample archive</translation>
    </message>
    <message>
        <source>Читальня</source>
        <translation>Chitalnya</translation>
    </message>
    <message>
        <source>Читает документы и находит слово в любой его форме,
показывает факты и хранит ваши заметки.</source>
        <translation>Reads documents and finds a word in any of its forms,
shows the facts and keeps your notes.</translation>
    </message>
    <message>
        <source>Перетащите сюда файлы или папки</source>
        <translation>Drop files or folders here</translation>
    </message>
    <message>
        <source>PDF, DOCX, ODT, HTML, TXT, DjVu и снимки страниц</source>
        <translation>PDF, DOCX, ODT, HTML, TXT, DjVu and pictures of pages</translation>
    </message>
    <message>
        <source>Оригиналы не меняются: архив хранит их копии.</source>
        <translation>Originals are never changed: the archive keeps copies.</translation>
    </message>
    <message>
        <source>Все формы слова</source>
        <translation>Every form of a word</translation>
    </message>
    <message>
        <source>«сотрудничество» находит и «сотрудничеством»</source>
        <translation>“сотрудничество” also finds “сотрудничеством”</translation>
    </message>
    <message>
        <source>На самой странице</source>
        <translation>On the page itself</translation>
    </message>
    <message>
        <source>каждое место подсвечено там, где стоит</source>
        <translation>every place is lit where it stands</translation>
    </message>
    <message>
        <source>Только у вас</source>
        <translation>Yours alone</translation>
    </message>
    <message>
        <source>ничто не покидает этот компьютер</source>
        <translation>nothing leaves this computer</translation>
    </message>
</context>
<context>
    <name>WhyPopup</name>
    <message>
        <source>Почему это здесь</source>
        <translation>Why this is here</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Счёт по списку</source>
        <translation>Counts of the list</translation>
    </message>
    <message>
        <source>Вставьте имена или слова: по одному в строке, через запятую или столбец из таблицы.</source>
        <translation>Paste names or words: one on each line, parted by commas, or a column of a spreadsheet.</translation>
    </message>
    <message>
        <source>Список слов и имён</source>
        <translation>List of words and names</translation>
    </message>
    <message>
        <source>Только в найденном по запросу</source>
        <translation>Only in what the query finds</translation>
    </message>
    <message>
        <source>Сколько раз встречается каждое имя или слово списка?</source>
        <translation>How often does each name or word of a list occur?</translation>
    </message>
    <message>
        <source>Вставьте список слева, можно прямо из таблицы, или откройте файл, и нажмите «Сосчитать». Считаются все формы слов, от первого документа до последнего.</source>
        <translation>Paste a list on the left, straight from a spreadsheet if you like, or open a file, and press “Count”. All forms of the words are counted, from the first document to the last.</translation>
    </message>
    <message>
        <source>В списке нет ни одного слова.</source>
        <translation>There is not a word in the list.</translation>
    </message>
    <message>
        <source>Вставьте список слева и сосчитайте снова.</source>
        <translation>Paste a list on the left and count again.</translation>
    </message>
    <message>
        <source>Найдено {found} из {all} в документах по запросу: {query}</source>
        <translation>Found {found} of {all} in the documents of the query: {query}</translation>
    </message>
    <message>
        <source>Найдено {found} из {all}</source>
        <translation>Found {found} of {all}</translation>
    </message>
    <message>
        <source>Открыть файл…</source>
        <translation>Open a file…</translation>
    </message>
    <message>
        <source>Сосчитать</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Список</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Открыть список</source>
        <translation>Open a list</translation>
    </message>
    <message>
        <source>Списки (*.txt *.csv *.tsv);;Все файлы (*)</source>
        <translation>Lists (*.txt *.csv *.tsv);;All files (*)</translation>
    </message>
    <message>
        <source>Файл слишком велик для списка.</source>
        <translation>The file is too large for a list.</translation>
    </message>
    <message>
        <source>Файл не прочитан: {reason}.</source>
        <translation>The file was not read: {reason}.</translation>
    </message>
</context>
<context>
    <name>WritingDialog</name>
    <message>
        <source>Сохранить</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Отмена</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>YearBars</name>
    <message>
        <source>Годы: {first}–{last}</source>
        <translation>Years: {first}–{last}</translation>
    </message>
    <message>
        <source>Стрелки выбирают год, с Shift — промежуток, Enter уточняет</source>
        <translation>Arrows choose a year, with Shift a range; Enter narrows</translation>
    </message>
</context>
<context>
    <name>_CurrentBar</name>
    <message>
        <source>Предыдущее место</source>
        <translation>Previous place</translation>
    </message>
    <message>
        <source>Следующее место</source>
        <translation>Next place</translation>
    </message>
    <message>
        <source>Погасить</source>
        <translation>Put out</translation>
    </message>
</context>
<context>
    <name>_DecidedLine</name>
    <message>
        <source>Ваши решения: {count}</source>
        <translation>Your decisions: {count}</translation>
    </message>
    <message>
        <source>Ваши решения: {count}, не действуют: {lost}</source>
        <translation>Your decisions: {count}, without effect: {lost}</translation>
    </message>
</context>
<context>
    <name>_SavedButton</name>
    <message>
        <source>Сохранённый запрос: {name}</source>
        <translation>Saved search: {name}</translation>
    </message>
    <message>
        <source>F2 — переименовать, Delete — удалить</source>
        <translation>F2 renames, Delete deletes</translation>
    </message>
    <message>
        <source>Переименовать…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>Удалить</source>
        <translation>Delete</translation>
    </message>
</context>
</TS>
