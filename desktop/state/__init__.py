"""Presenters: what is open, found, chosen and running. QtCore only, tested without a window."""
