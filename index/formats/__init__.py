"""Formats next door to PDF: from a file of any of them to its edition, a PDF that the one reader reads."""
