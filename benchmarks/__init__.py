"""How long the tool takes: against a raw bound, and against docxtpl."""
