"""View and template to the bytes of one file format.

::

    docx, hwpx ─> hwp              through templating; hwpx_* finish a section
    xlsx/, flat_workbook           workbooks;  csv_tables/  the same as CSV
    changes/ ─> redline/, review/  two versions of a document in one
    docx_text, docx_tables, page_starts   finished documents read again
"""
