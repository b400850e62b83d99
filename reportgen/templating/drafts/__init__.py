"""Drafts: what fails is printed in red at its place, and the rest is written.

The code goes on where a tag fails (``attempts``), each failure is a mark in the rendered text
(``faults``), and in the finished part a red text stands at each mark, or where the nearest text
can stand (``red_parts``, ``red_places``, ``red_rows``, ``red_texts``).
"""
