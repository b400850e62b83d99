"""Reports and budget annexes of a public foundation, from one folder of content."""

__version__ = "0.1.0"
