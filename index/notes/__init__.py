"""The reader's own work: annotations, in the database and as sidecar files."""
