"""Finance's tables as ledger entries, and the ledger as a table for finance.

This is no part of ``readers``: what a sheet means depends on the ledger as it is, on what its
accounts add up to, and on what the user has settled, none of which a reader knows.
"""
