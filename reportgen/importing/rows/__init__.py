"""What each row of a table is, what its amounts are in won, and which sums it holds."""
