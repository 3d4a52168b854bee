"""Windows that come and go: the import report, keys, about, the note editor, the bar beside a selection."""
