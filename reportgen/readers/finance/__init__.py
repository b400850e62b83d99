"""Finance's own workbooks as they come: grids of cells, and what their words mean.

::

    book ─┬─ xlsx ─ package, markup, worksheet, strings, styles, numbers ┐
          ├─ xls ─ xls_process, xls_looks                               ├> grid
          └─ text_table                                                 ┘
    grid ─> tables ─┬─ columns ─ words, header_brackets, units, periods, days
                    └─ rows ─ names;  amounts  read cell by cell
    profile   what was decided about a kind of sheet
"""
