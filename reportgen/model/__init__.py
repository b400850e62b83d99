"""What the content and the ledger say: frozen types without any input or output."""
