"""Profiles: saved, begun, and mistaken."""
