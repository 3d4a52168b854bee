"""From files to searchable documents, and keeping an archive whole."""
