"""Tags outside of the text of paragraphs, and fields that are filled by their name."""
