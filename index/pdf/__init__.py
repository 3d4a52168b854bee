"""PDF in: text and map, pictures of pages. The only user of PDF libraries."""
