"""The schema of the database, as the ordered list of steps that led to it.

`PRAGMA user_version` counts the steps taken. Before a step changes an archive that holds something, the whole
database is copied into the folder of backups.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from index.errors import StoreDamaged, StoreNewer
from index.store.annotation_records import annotation_digest

APPLICATION_ID: Final = 0x43485431
"""Marks a SQLite file as ours ("CHT1"), so that no other database is ever migrated."""

_FIRST: Final = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,            -- order of arrival
    id TEXT NOT NULL UNIQUE,               -- SHA-256 of the file
    title TEXT NOT NULL,
    file_name TEXT NOT NULL,
    source_path TEXT NOT NULL,
    date TEXT NOT NULL,                    -- the document's own, ISO 8601, possibly incomplete
    metadata TEXT NOT NULL,                -- JSON
    outline TEXT NOT NULL,                 -- JSON
    notices TEXT NOT NULL,                 -- JSON
    page_count INTEGER NOT NULL,
    file_bytes INTEGER NOT NULL,
    imported_at TEXT NOT NULL,             -- ISO 8601, UTC
    state INTEGER NOT NULL,                -- 0 acknowledged, 1 in the search index too
    supersedes TEXT NOT NULL,              -- the document read from the same path before, or empty
    sha256 TEXT NOT NULL                   -- of the record and its pages
) STRICT;
CREATE INDEX documents_to_index ON documents (number) WHERE state = 0;

CREATE TABLE texts (
    document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    packed BLOB NOT NULL,                  -- UTF-8, deflated
    sha256 TEXT NOT NULL                   -- of the UTF-8
) STRICT;

CREATE TABLE text_maps (
    document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    packed BLOB NOT NULL,                  -- TextMap.to_bytes
    sha256 TEXT NOT NULL                   -- of the bytes
) STRICT;

CREATE TABLE pages (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    page_index INTEGER NOT NULL,
    width_pt REAL NOT NULL,
    height_pt REAL NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (document_id, page_index)
) STRICT, WITHOUT ROWID;

CREATE TABLE facts (                       -- derived: extracted again whenever the rules change
    document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    version TEXT NOT NULL,
    packed BLOB NOT NULL                   -- JSON, deflated
) STRICT;

CREATE TABLE annotations (                 -- the reader's own work: rows are never deleted
    id TEXT PRIMARY KEY,                   -- UUID
    document_id TEXT NOT NULL REFERENCES documents (id),
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    page_index INTEGER NOT NULL,
    color TEXT NOT NULL,
    note TEXT NOT NULL,
    tags TEXT NOT NULL,                    -- JSON
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    deleted TEXT NOT NULL,                 -- when, or empty
    sha256 TEXT NOT NULL                   -- of all columns before
) STRICT;
CREATE INDEX annotations_of_document ON annotations (document_id, start);

CREATE TABLE sources (                     -- what stood at a path when it was last imported
    path BLOB PRIMARY KEY,                 -- as the file system spells it
    file_bytes INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE import_log (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    path BLOB NOT NULL,
    status TEXT NOT NULL,
    document_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    message TEXT NOT NULL,
    seconds REAL NOT NULL
) STRICT;

CREATE TABLE quarantine (                  -- contents that killed their reader
    id TEXT PRIMARY KEY,                   -- SHA-256 of the file
    at TEXT NOT NULL,
    path BLOB NOT NULL,
    reason TEXT NOT NULL,
    message TEXT NOT NULL
) STRICT;
"""

_MEDIA_TYPE: Final = """
ALTER TABLE documents ADD COLUMN media_type TEXT NOT NULL DEFAULT 'application/pdf';
"""

_RECOGNISED: Final = """
CREATE TABLE recognised_pages (            -- costly to make again: kept as long as the document
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    page_index INTEGER NOT NULL,
    engine TEXT NOT NULL,                  -- program, version, languages
    at TEXT NOT NULL,                      -- ISO 8601, UTC
    failure TEXT NOT NULL,                 -- why there are no words, or empty
    is_in_text INTEGER NOT NULL,           -- 0 until the document was read again with it
    packed BLOB NOT NULL,                  -- JSON, deflated
    sha256 TEXT NOT NULL,                  -- of the columns before, is_in_text apart
    PRIMARY KEY (document_id, page_index)
) STRICT, WITHOUT ROWID;
CREATE INDEX recognised_pages_waiting ON recognised_pages (document_id) WHERE is_in_text = 0;
"""

Step = str | Callable[[sqlite3.Connection], None]

_GAPS: Final = """
ALTER TABLE import_log ADD COLUMN sentences TEXT NOT NULL DEFAULT '[]';   -- codes and values, JSON
ALTER TABLE import_log ADD COLUMN content TEXT NOT NULL DEFAULT '';       -- SHA-256 of a refused file
ALTER TABLE quarantine ADD COLUMN sentences TEXT NOT NULL DEFAULT '[]';
CREATE INDEX import_log_by_path ON import_log (path, number);
CREATE INDEX import_log_refused ON import_log (number) WHERE status = 'refused';
CREATE INDEX pages_with_gaps ON pages (document_id, page_index, kind)
    WHERE kind IN ('scan', 'failed', 'recognised');
CREATE INDEX documents_with_notices ON documents (number) WHERE notices <> '[]';
"""
"""What is not searched, and why, is found fast, however large the archive."""

_PROFILES: Final = """
CREATE TABLE names (                       -- of persons, places and organisations, each spelling a row
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                    -- person, place or organisation
    spelling TEXT NOT NULL,
    key TEXT NOT NULL,                     -- equal for spellings of one name
    entity INTEGER NOT NULL,               -- the first name of that kind and key: whom they mean
    analyzer TEXT NOT NULL                 -- version of the analysis that made its terms
) STRICT;
CREATE UNIQUE INDEX names_by_spelling ON names (kind, spelling);
CREATE INDEX names_by_key ON names (kind, key, entity);
CREATE INDEX names_by_entity ON names (entity);

CREATE TABLE name_terms (                  -- the words of names, in the terms of the search
    kind TEXT NOT NULL,
    term TEXT NOT NULL,
    entity INTEGER NOT NULL,
    analyzer TEXT NOT NULL,                -- version of the analysis; others are not asked
    PRIMARY KEY (kind, term, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE profiles (                    -- derived from text and facts, and made again when they change
    number INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
    revision INTEGER NOT NULL,             -- ascending: whoever changed last has the largest
    version TEXT NOT NULL,                 -- of the rules that made it; empty while facts are missing
    language TEXT NOT NULL,                -- ISO 639-1, or empty
    entities BLOB NOT NULL,                -- whom and what it names, packed as index.store.profiles says
    mentions BLOB NOT NULL,
    amounts BLOB NOT NULL,
    dates BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX profiles_by_revision ON profiles (revision);
INSERT INTO profiles (number, revision, version, language, entities, mentions, amounts, dates)
    SELECT number, number, '', '', x'', x'', x'', x'' FROM documents;
"""
"""What documents name, so that they are found by it. Old archives fill it while facts are looked through."""

_STUDY: Final = """
CREATE TABLE saved_searches (              -- the reader's own work
    id TEXT PRIMARY KEY,                   -- UUID
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    sort_order TEXT NOT NULL,              -- index.search.engine.Order
    created TEXT NOT NULL                  -- ISO 8601, UTC
) STRICT;

CREATE TABLE past_searches (               -- the newest ones alone
    number INTEGER PRIMARY KEY,            -- order in which they were asked last
    query TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,                      -- ISO 8601, UTC
    documents INTEGER NOT NULL
) STRICT;

CREATE TABLE sketches (                    -- derived: by what documents are known to be nearly the same
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: with the count it tells every change
    document_id TEXT NOT NULL UNIQUE REFERENCES documents (id) ON DELETE CASCADE,
    version TEXT NOT NULL,
    packed BLOB NOT NULL
) STRICT;
"""

_STATEMENTS: Final = """
ALTER TABLE profiles ADD COLUMN statements BLOB NOT NULL DEFAULT x'';  -- as index.store.statements packs
ALTER TABLE profiles ADD COLUMN roles BLOB NOT NULL DEFAULT x'';
"""
"""What documents state, to be asked of all of them. Old archives fill it like the rest of the profiles."""

_DECISIONS: Final = """
CREATE TABLE decisions (                   -- the reader's own work: rows are never deleted
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- a changed row gets a new one: the highest tells every change
    id TEXT NOT NULL UNIQUE,               -- UUID
    document_id TEXT NOT NULL REFERENCES documents (id),
    created TEXT NOT NULL,                 -- ISO 8601, UTC
    content TEXT NOT NULL,                 -- JSON, see index.store.decision_records
    deleted TEXT NOT NULL,                 -- when it was taken back; empty while it holds
    sha256 TEXT NOT NULL                   -- of content and deleted
) STRICT;

CREATE INDEX decisions_of_document ON decisions (document_id, created);
"""

_CARDS: Final = """
ALTER TABLE documents ADD COLUMN own_title TEXT;   -- as the reader corrected it, derived from decisions
ALTER TABLE documents ADD COLUMN own_date TEXT;
ALTER TABLE documents ADD COLUMN shown_title TEXT GENERATED ALWAYS AS (coalesce(own_title, title)) VIRTUAL;
ALTER TABLE documents ADD COLUMN shown_date TEXT GENERATED ALWAYS AS (coalesce(own_date, date)) VIRTUAL;
"""

_MARKS: Final = """
CREATE TABLE past_annotations (            -- the reader's own work: how annotations were before
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    annotation_id TEXT NOT NULL REFERENCES annotations (id),
    at TEXT NOT NULL,                      -- ISO 8601, UTC
    changed TEXT NOT NULL,                 -- index.model.annotation.Change
    content TEXT NOT NULL                  -- JSON of its columns
) STRICT;
CREATE INDEX past_of_annotation ON past_annotations (annotation_id, number);
"""


def _more_of_annotations(connection: sqlite3.Connection) -> None:
    """Let annotations be underlinings, free notes and bookmarks, of an author, with places and links."""
    for column, empty in (("kind", "highlight"), ("author", ""), ("place", "[null,[]]"), ("links", "[]")):
        connection.execute(f"ALTER TABLE annotations ADD COLUMN {column} TEXT NOT NULL DEFAULT '{empty}'")
    # The digest of a row is of all its columns; a row that was damaged before stays so.
    rows = connection.execute(
        "SELECT sha256, id, document_id, start, stop, quote, prefix, suffix, page_index, color, note, tags,"
        " created, modified, deleted FROM annotations"
    ).fetchall()
    for digest, *columns, deleted in rows:
        if digest == annotation_digest(columns, deleted):
            new = annotation_digest([*columns, "highlight", "", "[null,[]]", "[]"], deleted)
            connection.execute("UPDATE annotations SET sha256 = ? WHERE id = ?", (new, columns[0]))


_LEFT_OFF: Final = """
CREATE TABLE left_off (                    -- where the reader left each document
    document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    page_index INTEGER NOT NULL,
    x_pt REAL NOT NULL,
    y_pt REAL NOT NULL,
    turns INTEGER NOT NULL                 -- of the view, in quarters
) STRICT, WITHOUT ROWID;
"""

_CATALOGUE: Final = """
CREATE TABLE collections (                 -- the reader's own work: rows are never deleted
    id TEXT PRIMARY KEY,                   -- UUID
    name TEXT NOT NULL,
    parent TEXT NOT NULL,                  -- the collection in which it stands, or empty
    position INTEGER NOT NULL,
    note TEXT NOT NULL,
    is_gone INTEGER NOT NULL               -- 1 while the reader has taken it away
) STRICT;

CREATE TABLE collected (                   -- documents that are not there yet may come back
    collection_id TEXT NOT NULL REFERENCES collections (id),
    document_id TEXT NOT NULL,
    PRIMARY KEY (collection_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX collected_by_document ON collected (document_id);

CREATE TABLE document_marks (              -- the reader's own work: rows are never deleted
    document_id TEXT PRIMARY KEY,
    is_starred INTEGER NOT NULL,
    state TEXT NOT NULL,                   -- index.model.catalogue.ReadState
    reached INTEGER NOT NULL,              -- furthest page looked at, from 1
    labels TEXT NOT NULL,                  -- JSON
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

STEPS: tuple[Step, ...] = (
    _FIRST,
    _GAPS,
    _MEDIA_TYPE,
    _RECOGNISED,
    _PROFILES,
    _STUDY,
    _STATEMENTS,
    _DECISIONS,
    _CARDS,
    _MARKS,
    _more_of_annotations,
    _LEFT_OFF,
    _CATALOGUE,
)
"""SQL scripts or functions; step n leads from version n to version n + 1. Never changed once published."""


def migrate(
    connection: sqlite3.Connection, path: Path, backups: Path, steps: tuple[Step, ...] = STEPS
) -> None:
    """Bring the database up to the newest version; costs two pragmas when it is there already.

    Raises:
        StoreNewer: If a newer program wrote the file.
        StoreDamaged: If the file is a database of something else.
        sqlite3.Error: If SQLite refuses; the database is then as it was.
    """
    version = _version(connection)
    if version == len(steps):
        return
    if version > len(steps):
        raise StoreNewer(
            "Этот архив записан более новой версией программы. Он не изменён.",
            "Обновите программу и откройте архив снова.",
        )
    if version:
        _copy(connection, backups / f"{path.stem}-v{version}-{datetime.now(UTC):%Y%m%dT%H%M%S}.db")
    else:
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have been faster.
        for number in range(_version(connection), len(steps)):
            _take(connection, steps[number])
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def _version(connection: sqlite3.Connection) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    marked = int(connection.execute("PRAGMA application_id").fetchone()[0])
    is_ours = marked == APPLICATION_ID
    is_new = not version and not marked and not connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    if is_ours or is_new:
        return version
    raise StoreDamaged(
        "Файл archive.db в этой папке - база данных другой программы. Он не изменён.",
        "Выберите для архива другую папку.",
    )


def _take(connection: sqlite3.Connection, step: Step) -> None:
    if not isinstance(step, str):
        step(connection)
        return
    # Not executescript: it commits what is open.
    statement = ""
    for line in step.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
    finally:
        copy.close()
