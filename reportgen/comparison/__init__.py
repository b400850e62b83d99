"""What changed between two states of a report: figures, text and tables."""

from reportgen.comparison.comparison import Comparison, compare_versions
from reportgen.comparison.specs import parse_spec
from reportgen.comparison.version import Version, load_version

__all__ = ["Comparison", "Version", "compare_versions", "load_version", "parse_spec"]
