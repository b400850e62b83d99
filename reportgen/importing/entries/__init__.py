"""What is stated, as entries that the ledger lacks, and what these come to."""
