"""Charts of a DOCX template that show data.

::

    alternative text ── marks ──> {{ _chart(part, id, …) }} in the template's code
    what that is given ── data ──> names and numbers ──┬── drawing ──> the chart's part
                                                       └── workbook ──> the one within it
    parts: a chart for each time that one is printed, with its relationships
"""
