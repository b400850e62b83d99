"""One table of finance: unit, day and stage, and what it states of each account."""
