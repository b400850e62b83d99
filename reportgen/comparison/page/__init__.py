"""A comparison as one HTML page that needs nothing else."""

from reportgen.comparison.page.document import write_page

__all__ = ["write_page"]
