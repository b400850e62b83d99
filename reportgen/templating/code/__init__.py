"""The code in tags: what it may do, what it may cost, and what it makes."""
