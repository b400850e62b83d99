"""Finance's tables as ledger entries, and the ledger as a table for finance.

This is no part of ``readers``: what a sheet means depends on the ledger as it is, on what its
accounts add up to, and on what the user has settled, none of which a reader knows.

::

    sheets ─> table_plan ─┬─ settings, amount_modes       unit, day, stage; state or list
                          ├─ hierarchy, detail_columns    what each row is
                          │    └ totals, levels           sums held against rows
                          ├─ selection ─> reading         what each column is:
                          │    ├ column_groups, months, rounds   settled by arithmetic
                          │    ├ measures                 what is stated of each account
                          │    └ witnesses, rates         what isn't used has to agree
                          └─ row_amounts ─> planned       stated and claimed amounts
    planned + ledger ─> differences ─┬─ rounding          what rounding explains stays
                                     ├─ scale, leaps      another unit, a single leap
                                     └─ outcome           the budget afterwards is the sheet's
    copies ─> returned ─> edits, conflicts                a ledger of ours that came back
    imports puts these together; remembered, begun_profile and profile_mistakes are of profiles,
    exports gives the ledger out.
"""
