"""View and template to the bytes of one file format."""
