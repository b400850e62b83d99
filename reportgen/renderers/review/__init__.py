"""What changed between two HWPX, shown in the text for those who read it."""

from reportgen.renderers.review.document import REVIEW_COPY, review_hwpx

__all__ = ["REVIEW_COPY", "review_hwpx"]
