"""Pure functions on text: folding, tokens, word forms, sentences, hyphens. No input, no output."""
