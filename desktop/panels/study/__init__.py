"""The pages of the study window."""
