"""Our own ledger as it comes back: what was edited, and by whom else."""
