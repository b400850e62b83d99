"""Tests of reportgen.outline."""
