"""Tests of reportgen.starter."""
