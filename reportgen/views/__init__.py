"""The view model: finished strings and neutral grids that know no file format.

::

    context (folder, figures, formatting)
      ├─ report ─┬─ organization, blocks, programmes, chart, audit
      │          └─ budget_tables
      ├─ amendment ─ amendment_tables ─ change_lines, footing; registers
      └─ annexes ─ annex_sheets, annex_cover, annex_details, annex_changes, annex_lists,
           │         monthly_execution, funding_sources, staffing_cost
           ├─ annex_records ─ annex_formulas     rows that may be many
           ├─ annex_checks ─ annex_comparisons   sheets held against each other
           └─ annex_profile ─ annex_columns      the same as CSV
    grid      what all of them give; sums, typed_sums say whether it adds up as printed
"""
