"""What is done to the project, not by it: set-up, pinned packages, the sample archive."""
