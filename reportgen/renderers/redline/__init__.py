"""What changed between two DOCX, as tracked changes that Word accepts and rejects."""

from reportgen.renderers.redline.document import Redline, redline_docx

__all__ = ["Redline", "redline_docx"]
