"""Work with the results of a search: facets, concordances, tables of words, frequencies, likenesses."""
