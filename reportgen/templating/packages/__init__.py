"""The package around a document: what it is, what leaves with it, what is added to it."""
