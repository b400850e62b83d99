"""Draws the first version of the annex workbook's template.

Once drawn, ``templates/xlsx/budget-annexes.xlsx`` is what counts: officers change it in Excel,
and drawing it again throws their changes away. Run ``python -m tools.draw_workbook [FILE]``.
"""
