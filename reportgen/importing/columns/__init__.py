"""What each column of a table means, settled by the arithmetic between columns."""
