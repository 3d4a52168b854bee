"""The columns and bars of the main window."""
