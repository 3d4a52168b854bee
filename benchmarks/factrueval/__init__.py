"""factRuEval-2016's three tracks, scored by the published definition: docs/decisions/0022."""
