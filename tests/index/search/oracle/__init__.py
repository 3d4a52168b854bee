"""What the search engine is judged by: the same questions, answered slowly over plain Whoosh."""
