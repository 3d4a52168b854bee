"""The command line: the same archive as the window, for scripts and for people without a screen."""
