"""Units that the ledger contradicts."""
