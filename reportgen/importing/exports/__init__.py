"""The ledger as a table for finance."""
