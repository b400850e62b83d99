"""Folders to begin with: a first one with invented content, and next year's from this year's."""

from reportgen.starter.first_folder import FirstFolder, write_first_folder
from reportgen.starter.next_year import write_next_year

__all__ = ["FirstFolder", "write_first_folder", "write_next_year"]
