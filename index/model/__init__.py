"""The nouns of the program: frozen dataclasses without behaviour beyond their invariants."""
