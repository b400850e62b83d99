"""Tags as they are typed, and what may stand beside them."""
