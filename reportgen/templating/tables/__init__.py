"""Tables whose rows, columns and merged cells come from data."""
