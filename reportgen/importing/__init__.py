"""Finance's tables as ledger entries, and the ledger as a table for finance.

This is no part of ``readers``: what a sheet means depends on the ledger as it is, on what its
accounts add up to, and on what the user has settled, none of which a reader knows.

::

    basis    options, ledger_basis                what is asked, and what is there
      │
    tables   sheets ─> table_plan ─┬─ settings, amount_modes    unit, day, stage; state or list
      │                            └─ row_amounts               stated and claimed amounts
      ├─ rows      hierarchy, detail_columns      what each row is
      │              └ totals, rounding           sums held against rows
      └─ columns   selection ─> column_reading    what each column is:
                     ├ column_groups, months, amendment_rounds   settled by arithmetic
                     ├ measures                   what is stated of each account
                     └ checked_columns, rates     what isn't used has to agree
    entries  planned_entries + ledger_sums ─> differences ─> resulting_budget
    units    scale ─> scale_questions             another unit fits the ledger better
    returned ledger_copies ─> returned_ledger ─> edits, conflicts
    profiles saved_profile, begun_profile, profile_mistakes
    exports  ledger_export                        the other way

A folder imports from itself and from those that ``FOLDERS`` in the tests of layers names;
``imports`` puts all of them together, and ``mapping_report`` says what was understood.
"""
