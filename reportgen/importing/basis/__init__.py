"""What an import begins from: what the user asks of it, and the ledger as it is."""
