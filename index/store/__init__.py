"""SQLite and the originals: the truth."""
