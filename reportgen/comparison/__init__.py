"""What changed between two states of a report: figures, text and tables.

::

    specs ─> revisions ─> version, twice
    version + version ─> comparison ─┬─ comparer, causes, facts ─> figures, places, labels
                                     └─ blocks ─ pairing, texts, tables, rows
    comparison ─> wording ─> page/, sheets/, exports
"""

from reportgen.comparison.comparison import Comparison, compare_versions
from reportgen.comparison.specs import parse_spec
from reportgen.comparison.version import Version, load_version

__all__ = ["Comparison", "Version", "compare_versions", "load_version", "parse_spec"]
