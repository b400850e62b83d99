"""Documents that are put into another one of the same format.

::

    {{p subdoc('part.docx') }} ── sources ──> another template, filled with the same values
    its paragraphs and tables ── word, hangul ──> the document, with styles by their names
"""
