"""Search engines asked the same questions of the same words, each in a process of its own."""
