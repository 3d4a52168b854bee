"""Tables taken out of documents: read as numbers, joined over pages, written for other programs."""
