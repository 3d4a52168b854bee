"""Item models over what presenters hold; no widgets."""
