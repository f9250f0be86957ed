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

MIGRATIONS: Final[tuple[Migration, ...]] = (_MUTES,)
