"""Finance's own workbooks as they come: grids of cells, and what their words mean."""
