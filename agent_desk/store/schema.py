"""The form of the database, as the steps that lead to it.

A step that was ever released is never changed: the next one changes what it made. ``PRAGMA
user_version`` counts the steps that a file has been through.
"""

from __future__ import annotations

from typing import Final, TypeAlias

Migration: TypeAlias = tuple[str, ...]

# Times are whole microseconds since 1970 in UTC. "ending" and "triggered_by", since END and
# TRIGGER are words of SQL.
_MUTES: Final[Migration] = (
    """
    CREATE TABLE mutes (
        id INTEGER PRIMARY KEY,
        call_id TEXT NOT NULL,
        extension TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        requested_at INTEGER NOT NULL,
        triggered_by TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        answered_at INTEGER,
        seen_at INTEGER,
        failure_code TEXT NOT NULL,
        resume_requested_at INTEGER,
        resume_triggered_by TEXT,
        ended_at INTEGER,
        ending TEXT,
        muted_s REAL NOT NULL,
        UNIQUE (call_id, ordinal, requested_at)
    )
    """,
    "CREATE INDEX mutes_by_time ON mutes (requested_at)",
)

# The id of a call is the microsecond at which it began, the next free one where others began then:
# calls are in order of time in every index. "terms" are what a call is found by, and what the
# list is filtered by (each begins with "_"); they are made in agent_desk.store.search.
# No trigger keeps the index of words: where the schema is not trusted, older SQLite forbids it.
# "legs" are the facts, as JSON, of which each row of "calls" is worked out anew whenever one of
# them comes: what was "seen" of a call on an extension, and rows that were "logged".
_CALLS: Final[Migration] = (
    """
    CREATE TABLE legs (
        id INTEGER PRIMARY KEY,
        call_id TEXT NOT NULL,
        source TEXT NOT NULL,
        part TEXT NOT NULL,
        at INTEGER NOT NULL,
        person TEXT NOT NULL,
        facts TEXT NOT NULL,
        UNIQUE (call_id, source, part, at)
    )
    """,
    "CREATE INDEX legs_by_person ON legs (person)",
    """
    CREATE TABLE notes (
        id INTEGER PRIMARY KEY,
        call_id TEXT NOT NULL UNIQUE,
        written_at INTEGER NOT NULL,
        note TEXT NOT NULL,
        disposition TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE calls (
        id INTEGER PRIMARY KEY,
        call_id TEXT NOT NULL UNIQUE,
        at INTEGER NOT NULL,
        direction TEXT NOT NULL,
        ending TEXT NOT NULL,
        number TEXT NOT NULL,
        name TEXT NOT NULL,
        queue_name TEXT NOT NULL,
        talk_s INTEGER NOT NULL,
        is_estimated INTEGER NOT NULL,
        taken_by TEXT NOT NULL,
        origin TEXT NOT NULL,
        extensions TEXT NOT NULL,
        recording_url TEXT NOT NULL,
        sort_name TEXT NOT NULL,
        terms TEXT NOT NULL
    )
    """,
    "CREATE INDEX calls_by_name ON calls (sort_name)",
    "CREATE INDEX calls_by_talk ON calls (talk_s)",
    "CREATE INDEX calls_by_queue ON calls (queue_name)",
    """
    CREATE VIRTUAL TABLE words USING fts5 (
        terms, content = 'calls', content_rowid = 'id', detail = none, columnsize = 0,
        prefix = '1 2 3', tokenize = "ascii tokenchars '_'"
    )
    """,
    """
    CREATE TABLE covered (
        id INTEGER PRIMARY KEY,
        scope TEXT NOT NULL,
        since INTEGER NOT NULL,
        until INTEGER NOT NULL
    )
    """,
)

MIGRATIONS: Final[tuple[Migration, ...]] = (_MUTES, _CALLS)

SEARCHED: Final = "words"
"""The index of words: made from the calls, and made anew from them where it is damaged."""

INDEX_ANEW: Final = "INSERT INTO words (words) VALUES ('rebuild')"
