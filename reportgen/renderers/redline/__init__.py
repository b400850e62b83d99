"""What changed between two DOCX, as tracked changes that Word accepts and rejects.

::

    document ─ parts ─> stories ─> pairs ─┬─ paragraphs ─ atoms, runs
                                          ├─ tables
                                          └─ whole        inserted or deleted altogether
    blocks, elements, properties   how things are compared;  revisions, ids  how they are marked
"""

from reportgen.renderers.redline.document import Redline, redline_docx

__all__ = ["Redline", "redline_docx"]
