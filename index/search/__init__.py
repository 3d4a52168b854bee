"""Search: a query tree in, documents and spans out. Whoosh keeps the postings; nothing else knows it."""
