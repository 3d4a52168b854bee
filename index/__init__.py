"""Everything known about an archive, recorded or derived. Knows no Qt."""
