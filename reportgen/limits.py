"""How much of anything is read or made; what exceeds it is a mistake, or made to keep us busy.

Every limit is far above what a foundation's report needs, and low enough that whatever is
refused is refused within seconds and some hundred megabytes.
"""

from __future__ import annotations

MOST_CONTENT_BYTES = 1 << 23
"""A content file: fifteen times one of 5,000 accounts."""

MOST_CONTENT_VALUES = 300_000
"""The values of a content file, aliases counted as what they repeat."""

MOST_LEVELS = 100
"""Values inside each other in a content file."""

MOST_LEDGER_BYTES = 1 << 28
"""A ledger, a table of finance or a manifest; a million entries take a hundred megabytes."""

MOST_LINE_BYTES = 1 << 22
"""A line of CSV."""

MOST_COLUMNS = 1_000
"""The columns of a ledger."""

MOST_FINDINGS = 1_000
"""The findings of one ledger file, or of one rule; whoever mends them sees the rest next time."""

MOST_SHOWN = 1_000
"""The characters of one text that are repeated in a message."""

MOST_WON = 10**23
"""An amount of the ledger, in won. No budget of any country reaches it."""

MOST_COUNT = 1_000_000_000
"""The number of anything that is counted: posts, columns, parts of a width."""

MOST_SPAN = 1_000
"""The rows or columns that one cell of a typed table reaches over."""

MOST_CHAPTERS = 40
"""The chapters of a document."""

MOST_ADDED = 2_000_000
"""The cells that the totals of all typed tables may add up, in one reading of each table."""

MOST_TEMPLATE_BYTES = 1 << 26
"""A template as it is stored; pictures are most of it."""

MOST_TEMPLATE_UNPACKED = 1 << 27
"""What all parts of a template hold unpacked."""

MOST_MARKUP = 1 << 24
"""One part of a template that is XML."""

MOST_MARKUP_SIGNS = 2_500_000
"""The elements and attributes of all those parts: 60,000 cells of HWPX."""

MOST_PARAGRAPHS = 200_000
"""The paragraphs of a part; each cell of a table has one."""

MOST_RUNS = 50_000
"""The pieces of one paragraph; office programs cut a word into two or three."""

MOST_PARTS = 10_000
"""The parts of a template; each picture is one."""

MOST_EMBEDDED = 1 << 25
"""What a workbook or document inside a template holds unpacked."""

MOST_TAGS = 1_000
"""The tags of one paragraph of a template; twenty times as many in one part of it."""

MOST_DIRECTORY_BYTES = 1 << 22
"""The list of the parts of a zip: about 50,000 names."""

MOST_WORKBOOK_UNPACKED = 1 << 28
"""What all parts of a ledger that is a workbook hold unpacked."""

MOST_CELLS = 1_000_000
"""The cells of one sheet of finance that may hold something."""

MOST_TEXT_TABLE = 1 << 25
"""A table of finance that is text; it is held in memory several times."""

MOST_ELEMENTS = 4_000_000
"""The elements of one part of a workbook; a cell that holds something has two."""

MOST_TEXT = 1_000_000
"""The characters of a text, or items of a list, that an expression makes."""

MOST_PRINTED = 120_000_000
"""The characters that the tags of one document, or of all texts of the content, print."""

MOST_MADE = 200_000_000
"""The memory of what an expression makes, in bytes and reckoned high: that of one text of the
content, or of one document."""

MOST_STEPS = 2_000_000
"""The steps of those tags: rounds of loops, calls, filters, each for its share of the data."""

MOST_BITS = 512
"""The size of a whole number that an expression multiplies or raises: 150 digits."""

MOST_PIECES = 10_000
"""The pieces of one text with formats of its own."""

MOST_LOOKS = 2_000
"""The different looks that such texts, or cells coloured by data, add to one document."""

MOST_PICTURE_BYTES = 1 << 24
"""A picture as it is stored."""

MOST_PICTURES_BYTES = 1 << 26
"""All pictures of one document."""

MOST_PIXELS = 50_000_000
"""The points of a picture: twice those of a good camera."""

MOST_WIDTH = 10_000
"""A number that says how wide, deep or often a filter or a method works."""

MOST_EXPRESSION = 200_000
"""The characters of one tag, and of a text of the content that holds tags."""

MOST_UNCLOSED = 20
"""The tags of one text that are not closed; no more are looked for behind them."""

MOST_CHARTS = 200
"""The charts of one document that data feeds."""

MOST_SERIES = 255
"""The series of one chart (limit of Excel)."""

MOST_POINTS = 32_000
"""The numbers of one chart (limit of Excel for one of its series)."""

MOST_SUBDOCUMENTS = 5
"""Documents that stand in each other."""

MOST_KEPT_BYTES = 1 << 25
"""All results that are kept to be used again; one may take a quarter of them."""

MOST_KEPT_RESULTS = 64
"""How many are kept: a folder has four templates."""
