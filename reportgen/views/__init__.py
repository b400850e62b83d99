"""The view model: finished strings and neutral grids that know no file format."""
