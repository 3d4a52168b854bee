"""The main window, and who listens to whom in it."""
